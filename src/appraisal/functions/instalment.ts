import { type Decimal, one, zero } from "../../quantity/decimal.ts";
import {
  type Annuity,
  annuityKeys,
  type PmtOptions,
  paymentOf,
  placed,
  readLoan,
  valueAtEnd,
} from "./annuity.ts";
import { readOptions } from "./options.ts";

/** A loan, and which of its payments is asked for. */
export interface InstalmentOptions extends PmtOptions {
  /** The number of the payment: 1 for the first. */
  readonly period: number;
}

/** A level payment in its two parts. */
interface Instalment {
  readonly payment: Decimal;
  readonly interest: Decimal;
}

/**
 * The interest in the payment of a period, in pounds: negative where you pay it. What was owed after the payment before, times
 * the rate; with payments at the beginning the first has none. Interest and principal are the payment, to the last digit.
 *
 * Issue codes (thrown): as of {@link pmt}; `out-of-range` for a period after the last.
 *
 * @example
 * ```ts
 * import { ipmt, ppmt } from "invest-to-save/appraisal";
 * const loan = { rate: "1%", periods: 3, "present value": 8_000 };
 * [1, 2, 3].map((period) => ipmt({ ...loan, period }).toFixed(2)).join(" "); // => "-80.00 -53.60 -26.93"
 * [1, 2, 3].map((period) => ppmt({ ...loan, period }).toFixed(2)).join(" "); // => "-2640.18 -2666.58 -2693.24"
 * ```
 */
export function ipmt(options: InstalmentOptions): Decimal {
  return instalment("ipmt", options).interest;
}

/**
 * The principal in the payment of a period, in pounds: negative where you repay it. The payment less its interest.
 *
 * Issue codes (thrown): as of {@link ipmt}.
 *
 * @example
 * ```ts
 * import { ipmt, pmt, ppmt } from "invest-to-save/appraisal";
 * const loan = { rate: "3.5%", periods: 7, "present value": 100_000 };
 * ppmt({ ...loan, period: 5 }).plus(ipmt({ ...loan, period: 5 })).equals(pmt(loan)); // => true
 * ```
 */
export function ppmt(options: InstalmentOptions): Decimal {
  const { payment, interest } = instalment("ppmt", options);
  return payment.minus(interest);
}

function instalment(name: string, options: InstalmentOptions): Instalment {
  const keys = [...annuityKeys, "present value", "future value", "period"];
  const { annuity, start, end, period } = readOptions(name, options, keys, (reader) => {
    const loan = readLoan(reader);
    return { ...loan, period: reader.whole("period", { least: 1, most: loan.annuity.periods }) };
  });
  const payment = paymentOf(annuity, start, end);
  const interest = interestIn(annuity, payment, start, period);
  return { payment, interest: placed(interest, annuity, [start, end, payment]) };
}

function interestIn(annuity: Annuity, payment: Decimal, start: Decimal, period: number): Decimal {
  if (period === 1) return annuity.at === "beginning" ? zero : start.times(annuity.rate).negated();
  const owed = valueAtEnd({ ...annuity, periods: period - 1 }, payment, start);
  // With payments at the beginning, the value at the end of the period before has grown since the payment was made.
  const since = annuity.at === "beginning" ? annuity.rate.plus(one) : one;
  return owed.times(annuity.rate).div(since);
}
