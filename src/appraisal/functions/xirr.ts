import { type DatedFlow, readDatedFlows, yearOfDays } from "./dated-flows.ts";
import { readOptions } from "./options.ts";
import { type RatesOfReturn, ratesOfReturn } from "./rates-of-return.ts";
import { sparseRoots } from "./roots/roots.ts";

/** Dated flows. */
export interface XirrOptions {
  /** In any order; those of one day are added. */
  readonly flows: readonly DatedFlow[];
}

/**
 * The internal rates of return of dated flows: every rate for a year, above −100%, at which they are worth nothing on the day
 * of the earliest, with time as days over 365; or the reason why there is none. No start value is needed and none is ever
 * given back. The roots lie between the turning points of the worth of the flows, which are found in the same way, so that none
 * is missed; only two that agree in all digits are given as one that touches.
 *
 * Issue codes (thrown): `malformed-period` for a date, `wrong-shape` without a flow and for one that lacks its date or amount,
 * and those of reading a number.
 *
 * @example
 * ```ts
 * import { xirr } from "invest-to-save/appraisal";
 * const found = xirr({
 *   flows: [
 *     { date: "2008-03-01", amount: 2_750 },
 *     { date: "2008-01-01", amount: -10_000 },
 *     { date: "2008-10-30", amount: 4_250 },
 *     { date: "2009-02-15", amount: 3_250 },
 *     { date: "2009-04-01", amount: 2_750 },
 *   ],
 * });
 * found.answer === "one root" && found.rate.toFixed(7); // => "0.3733625"
 * ```
 */
export function xirr(options: XirrOptions): RatesOfReturn {
  const flows = readOptions("xirr", options, ["flows"], (reader) => readDatedFlows(reader, "flows"));
  return ratesOfReturn(flows, yearOfDays, sparseRoots);
}
