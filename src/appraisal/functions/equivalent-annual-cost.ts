import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, isDecimal } from "../../quantity/decimal.ts";
import { discounted, type PaymentsAt, readAnnuity, type Timing } from "./discount-factors.ts";
import { readDiscountedFlows } from "./npv.ts";
import { type OptionReader, readOptions } from "./options.ts";
import { type DiscountBy, discountKeys, readYearlyRates } from "./yearly-rates.ts";

/** What something costs over its life, and by what to discount it. Either the costs by year or their present value. */
export interface EquivalentAnnualCostOptions extends DiscountBy {
  /** Pounds in years 0, 1, 2 and so on; costs are positive, and what comes back at the end is negative. */
  readonly costs?: readonly Amount[];
  /** When in its year each cost falls; at the start unless told, so that the first is not discounted. */
  readonly timing?: Timing;
  /** Pounds, where the costs are discounted already. */
  readonly "present value"?: Amount;
  /** Over how many years the cost is spread: a whole number, the years of use. */
  readonly years: number;
  /** When in each year the even cost falls; at the end unless told, so that a purchase in year 0 is first met in year 1. */
  readonly "payments at"?: PaymentsAt;
}

/**
 * The even cost for each year of use, in pounds, that is worth as much as the costs are: their present value over the annuity
 * factor. It makes choices with lives of different length comparable, where each could be renewed at the same cost.
 *
 * Issue codes (thrown): as of {@link npv}; `missing-key` without costs or a present value, `wrong-shape` with both, and for
 * costs in a year after the last year of use.
 *
 * @example
 * ```ts
 * import { equivalentAnnualCost } from "invest-to-save/appraisal";
 * const lasting = equivalentAnnualCost({ costs: [50_000, 1_000, 1_000, 1_000, 1_000], years: 4, rate: "3.5%" });
 * const cheap = equivalentAnnualCost({ costs: [30_000, 2_000, 2_000], years: 2, rate: "3.5%" });
 * [lasting, cheap].map((cost) => cost.toFixed(2)).join(" "); // => "14612.56 17792.01"
 * ```
 */
export function equivalentAnnualCost(options: EquivalentAnnualCostOptions): Decimal {
  const keys = ["costs", "present value", "years", ...discountKeys, "timing", "payments at"];
  const { value, factor } = readOptions("equivalentAnnualCost", options, keys, (reader) => {
    reader.oneOf(["costs", "present value"]);
    const rates = readYearlyRates(reader);
    const costs = reader.has("costs")
      ? readDiscountedFlows(reader, "costs", rates)
      : { flows: [], factors: [] };
    checkYears(reader, costs.flows.length);
    const given = reader.has("present value") ? readPresentValue(reader) : undefined;
    return { value: given ?? discounted(costs.flows, costs.factors), factor: readAnnuity(reader, rates) };
  });
  return value.div(factor);
}

/** Costs reach from year 0 to the last year of use, at its end: more of them belong to another number of years. */
function checkYears(reader: OptionReader, costs: number): void {
  const given = reader.given("years");
  const years =
    typeof given === "number" || typeof given === "string" || isDecimal(given) ? Number(given) : Number.NaN;
  if (!Number.isInteger(years) || years < 1 || costs <= years + 1) return;
  reader.refuse("wrong-shape", ["costs"], {
    says: `are of ${costs} years, 0 to ${costs - 1}, and are to be spread over ${years}`,
    expected: `at most ${years + 1} costs, of years 0 to ${years}`,
    received: `${costs} costs`,
    hint: `give the costs of years 0 to ${years}, or spread them over ${costs - 1} years`,
  });
}

function readPresentValue(reader: OptionReader): Decimal {
  if (reader.has("timing")) {
    reader.refuse("wrong-shape", ["timing"], {
      says: "cannot stand beside present value",
      expected: "timing with costs only",
      received: "present value and timing",
      hint: "take timing out: what is discounted already has its time",
    });
  }
  return reader.amount("present value");
}
