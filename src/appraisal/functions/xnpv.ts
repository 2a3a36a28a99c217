import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, one } from "../../quantity/decimal.ts";
import { type DatedFlow, readDatedFlows, worthOf, yearOfDays } from "./dated-flows.ts";
import { readOptions } from "./options.ts";

/** Dated flows, and the rate to discount them by. */
export interface XnpvOptions {
  /** In any order; those of one day are added. */
  readonly flows: readonly DatedFlow[];
  /** The rate for a year, above −100%: `"3.5%"` or 0.035. */
  readonly rate: Amount;
}

/**
 * The net present value of dated flows, in pounds on the day of the earliest: each flow over one plus the rate, to the power
 * of the days between over 365, also where a leap year lies between. To some 36 digits.
 *
 * Issue codes (thrown): `out-of-range` for a rate of −100% or less, `malformed-period` for a date, `wrong-shape` without a flow
 * and for one that lacks its date or amount, and those of reading a number.
 *
 * @example
 * ```ts
 * import { xnpv } from "invest-to-save/appraisal";
 * const flows = [
 *   { date: "2008-03-01", amount: 2_750 },
 *   { date: "2008-01-01", amount: -10_000 },
 *   { date: "2008-10-30", amount: 4_250 },
 *   { date: "2009-02-15", amount: 3_250 },
 *   { date: "2009-04-01", amount: 2_750 },
 * ];
 * xnpv({ flows, rate: "9%" }).toFixed(2); // => "2086.65"
 * ```
 */
export function xnpv(options: XnpvOptions): Decimal {
  const { flows, rate } = readOptions("xnpv", options, ["flows", "rate"], (reader) => ({
    flows: readDatedFlows(reader, "flows"),
    rate: reader.rate("rate"),
  }));
  return worthOf(flows, rate.plus(one), yearOfDays);
}
