import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, zero } from "../../quantity/decimal.ts";
import { type PaymentsAt, readPaymentsAt } from "./discount-factors.ts";
import { mostSteps, readOptions } from "./options.ts";
import { type RatesOfReturn, ratesOfReturn } from "./rates-of-return.ts";
import { exactRoots } from "./roots/roots.ts";

/** An annuity whose rate is asked for. What you receive is positive and what you pay is negative. */
export interface RateOptions {
  /** How many periods, each with one payment: a whole number, at most 1,200. */
  readonly periods: number;
  /** Pounds in each period. */
  readonly payment: Amount;
  /** Pounds at the start. */
  readonly "present value": Amount;
  /** Pounds at the end, beside the last payment; nil unless told. */
  readonly "future value"?: Amount;
  readonly "payments at"?: PaymentsAt;
}

/**
 * Every rate for a period at which payments balance the values at the start and at the end, or the reason why there is none:
 * the rates of return of the same money written out by period, found as {@link irr} finds them.
 *
 * Issue codes (thrown): as of {@link pmt}.
 *
 * @example
 * ```ts
 * import { rate } from "invest-to-save/appraisal";
 * const loan = rate({ periods: 48, payment: -200, "present value": 8_000 });
 * loan.answer === "one root" && loan.rate.toFixed(6); // => "0.007701"
 * ```
 */
export function rate(options: RateOptions): RatesOfReturn {
  const keys = ["periods", "payment", "present value", "future value", "payments at"];
  const { periods, payment, start, end, at } = readOptions("rate", options, keys, (reader) => ({
    periods: reader.whole("periods", { least: 1, most: mostSteps }),
    payment: reader.amount("payment"),
    start: reader.amount("present value"),
    end: reader.amount("future value", zero),
    at: readPaymentsAt(reader),
  }));
  const amounts = Array<Decimal>(periods + 1).fill(payment);
  amounts[0] = at === "beginning" ? start.plus(payment) : start;
  amounts[periods] = at === "beginning" ? end : payment.plus(end);
  return ratesOfReturn(
    amounts.map((amount, step) => ({ step, amount })),
    1,
    exactRoots,
  );
}
