import type { Amount } from "../../quantity/amount.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import { discounted, discountFactors, lastRateYear, readTiming, type Timing } from "./discount-factors.ts";
import { type OptionReader, readOptions } from "./options.ts";
import {
  checkReach,
  type DiscountBy,
  discountKeys,
  readYearlyRates,
  type YearlyRates,
} from "./yearly-rates.ts";

/** Flows by year, and by what to discount them. */
export interface NpvOptions extends DiscountBy {
  /** Pounds in years 0, 1, 2 and so on; what comes in is positive and what is paid is negative, or both the other way. */
  readonly flows: readonly Amount[];
  /** When in its year each flow falls; at the start unless told, so that the first is not discounted. */
  readonly timing?: Timing;
}

/**
 * The net present value of flows by year, in pounds at the start of year 0: the sum of each flow times its discount factor.
 * With `timing: "end"` it is what a spreadsheet's `NPV()` gives, which discounts the first flow too; that times one plus the
 * rate is the value with `timing: "start"`.
 *
 * Issue codes (thrown): as of {@link discountFactor}; `wrong-shape` without a flow, or with more than 1,200.
 *
 * @example
 * ```ts
 * import { npv } from "invest-to-save/appraisal";
 * const flows = [-10_000, 3_000, 4_200, 6_800];
 * npv({ flows, rate: "10%" }).toFixed(2); // => "1307.29"
 * npv({ flows, rate: "10%", timing: "end" }).toFixed(2); // => "1188.44"
 * ```
 */
export function npv(options: NpvOptions): Decimal {
  const { flows, factors } = readOptions("npv", options, ["flows", ...discountKeys, "timing"], (reader) =>
    readDiscountedFlows(reader, "flows", readYearlyRates(reader)),
  );
  return discounted(flows, factors);
}

/** Reads flows by year with their discount factors. */
export function readDiscountedFlows(
  reader: OptionReader,
  key: string,
  rates: YearlyRates,
): { flows: Decimal[]; factors: Decimal[] } {
  const flows = reader.amounts(key);
  const timing = readTiming(reader);
  checkReach(reader, rates, lastRateYear(flows.length - 1, timing), key);
  return { flows, factors: discountFactors(rates, flows.length, timing) };
}
