import { type Decimal, numeral, one, sum, zero } from "../../quantity/decimal.ts";
import { discounted } from "./discount-factors.ts";
import { type NpvOptions, readDiscountedFlows } from "./npv.ts";
import { type OptionReader, readOptions } from "./options.ts";
import { discountKeys, readYearlyRates } from "./yearly-rates.ts";

/** Flows by year, by what to discount them, and what the index is taken of. */
export interface ProfitabilityIndexOptions extends NpvOptions {
  /** The outlay of year 0 unless told, or all that is paid in any year; discounted either way. */
  readonly "measured against"?: "first outlay" | "all outlays";
}

/**
 * What each pound of outlay comes to: one plus the net present value over the present value of the outlay. 1 is where the
 * money just comes back. Measured against the first outlay it is the present value of all later flows over that outlay;
 * against all outlays it is the present value of what comes in over that of what is paid.
 *
 * Issue codes (thrown): as of {@link npv}; `out-of-range` where there is no outlay, a negative flow, to measure against.
 *
 * @example
 * ```ts
 * import { profitabilityIndex } from "invest-to-save/appraisal";
 * const flows = [-100_000, -20_000, 70_000, 80_000];
 * profitabilityIndex({ flows, rate: "3.5%" }).toFixed(4); // => "1.1818"
 * profitabilityIndex({ flows, rate: "3.5%", "measured against": "all outlays" }).toFixed(4); // => "1.1523"
 * ```
 */
export function profitabilityIndex(options: ProfitabilityIndexOptions): Decimal {
  const keys = ["flows", ...discountKeys, "timing", "measured against"];
  const { value, outlay } = readOptions("profitabilityIndex", options, keys, (reader) => {
    const { flows, factors } = readDiscountedFlows(reader, "flows", readYearlyRates(reader));
    const against = reader.choice("measured against", ["first outlay", "all outlays"], "first outlay");
    const counted = against === "first outlay" ? flows.slice(0, 1) : flows;
    const outlays = counted.map((flow) => (flow.lt(zero) ? flow.negated() : zero));
    if (flows.length > 0 && sum(outlays).isZero()) refuse(reader, counted);
    return { value: discounted(flows, factors), outlay: discounted(outlays, factors) };
  });
  return one.plus(value.div(outlay));
}

function refuse(reader: OptionReader, counted: readonly Decimal[]): void {
  reader.refuse("out-of-range", ["flows"], {
    says: "has no outlay to measure against",
    expected: "a negative amount among those that count as outlay",
    received: counted.length === 1 ? `${numeral(counted[0] ?? zero)} in year 0` : "no negative amount",
    hint: "write what is paid as a negative amount, in year 0 or with measured against: “all outlays”",
  });
}
