import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, decimal, greatest, one, zero } from "../../quantity/decimal.ts";
import { type PaymentsAt, readPaymentsAt } from "./discount-factors.ts";
import { type OptionReader, readOptions } from "./options.ts";

/** What any annuity has. What you receive is positive and what you pay is negative, as in a spreadsheet. */
export interface AnnuityTerms {
  /** The rate for a period, not for a year, above −100%. */
  readonly rate: Amount;
  /** How many periods, each with one payment: a whole number. */
  readonly periods: number;
  /** When each payment falls; at the end of its period unless told. */
  readonly "payments at"?: PaymentsAt;
}

/** An annuity whose payment is asked for. */
export interface PmtOptions extends AnnuityTerms {
  /** Pounds received (or, negative, paid) at the start. */
  readonly "present value": Amount;
  /** Pounds received (or, negative, paid) at the end, beside the last payment; nil unless told. */
  readonly "future value"?: Amount;
}

/** An annuity whose value at the start is asked for. */
export interface PvOptions extends AnnuityTerms {
  /** Pounds received (or, negative, paid) in each period. */
  readonly payment: Amount;
  readonly "future value"?: Amount;
}

/** An annuity whose value at the end is asked for. */
export interface FvOptions extends AnnuityTerms {
  readonly payment: Amount;
  /** Pounds received (or, negative, paid) at the start; nil unless told. */
  readonly "present value"?: Amount;
}

/** An annuity as decimals. */
export interface Annuity {
  readonly rate: Decimal;
  readonly periods: number;
  readonly at: PaymentsAt;
}

/** The most periods that are meant: a hundred years by the day. */
const mostPeriods = 36_525;

export const annuityKeys = ["rate", "periods", "payments at"] as const;

/**
 * The level payment of each period, in pounds: the loan you receive is positive, and what you then pay is negative. It
 * satisfies, as do all functions of this family,
 *
 * > present value × (1 + rate)^periods + payment × (sum of the growth of each payment) + future value = 0
 *
 * to some 36 digits: nothing is rounded to the penny. At a rate of nil the payments are the plain parts.
 *
 * Issue codes (thrown): `out-of-range` for a rate of −100% or less or periods that are not whole; `missing-key`,
 * `wrong-shape` for another time of payment, and those of reading a number.
 *
 * @example
 * ```ts
 * import { pmt } from "invest-to-save/appraisal";
 * const loan = { rate: "0.5%", periods: 120, "present value": 100_000 };
 * pmt(loan).toFixed(2); // => "-1110.21"
 * pmt({ ...loan, "payments at": "beginning" }).toFixed(2); // => "-1104.68"
 * ```
 */
export function pmt(options: PmtOptions): Decimal {
  const keys = [...annuityKeys, "present value", "future value"];
  const { annuity, start, end } = readOptions("pmt", options, keys, readLoan);
  return paymentOf(annuity, start, end);
}

/** Reads an annuity with its values at the start and at the end. */
export function readLoan(reader: OptionReader): { annuity: Annuity; start: Decimal; end: Decimal } {
  return {
    annuity: readAnnuityTerms(reader),
    start: reader.amount("present value"),
    end: reader.amount("future value", zero),
  };
}

/**
 * What payments and a value at the end are worth at the start, in pounds; with the sign that balances them: payments that
 * you make are negative, and the loan that they repay is positive.
 *
 * Issue codes (thrown): as of {@link pmt}.
 *
 * @example
 * ```ts
 * import { decimal } from "invest-to-save";
 * import { pv } from "invest-to-save/appraisal";
 * const rate = decimal("0.08").div(12);
 * pv({ rate, periods: 240, payment: 500 }).toFixed(2); // => "-59777.15"
 * ```
 */
export function pv(options: PvOptions): Decimal {
  const { annuity, payment, end } = readOptions(
    "pv",
    options,
    [...annuityKeys, "payment", "future value"],
    (reader) => ({
      annuity: readAnnuityTerms(reader),
      payment: reader.amount("payment"),
      end: reader.amount("future value", zero),
    }),
  );
  return nilIfNil(paymentsAtEnd(annuity, payment).plus(end).div(growthOf(annuity)).negated());
}

/**
 * What is there at the end, in pounds: what you put in at the start and in each period is negative, and what you then have is
 * positive. Of a loan it is the debt that is left, negative since you pay it.
 *
 * Issue codes (thrown): as of {@link pmt}.
 *
 * @example
 * ```ts
 * import { fv } from "invest-to-save/appraisal";
 * const saved = { rate: "0.5%", periods: 10, payment: -200, "present value": -500 };
 * fv({ ...saved, "payments at": "beginning" }).toFixed(2); // => "2581.40"
 * ```
 */
export function fv(options: FvOptions): Decimal {
  const { annuity, payment, start } = readOptions(
    "fv",
    options,
    [...annuityKeys, "payment", "present value"],
    (reader) => ({
      annuity: readAnnuityTerms(reader),
      payment: reader.amount("payment"),
      start: reader.amount("present value", zero),
    }),
  );
  return valueAtEnd(annuity, payment, start);
}

function readAnnuityTerms(reader: OptionReader): Annuity {
  return {
    rate: reader.rate("rate"),
    periods: reader.whole("periods", { least: 1, most: mostPeriods }),
    at: readPaymentsAt(reader),
  };
}

/** The level payment of an annuity, to a decimal place at which interest and principal add up to it without rounding. */
export function paymentOf(annuity: Annuity, start: Decimal, end: Decimal): Decimal {
  const needed = start.times(growthOf(annuity)).plus(end);
  const payment = needed.div(paymentsAtEnd(annuity, one)).negated();
  return placed(payment, annuity, [start, end, payment]);
}

/** What is there at the end, with the sign of money received. */
export function valueAtEnd(annuity: Annuity, payment: Decimal, start: Decimal): Decimal {
  return nilIfNil(start.times(growthOf(annuity)).plus(paymentsAtEnd(annuity, payment)).negated());
}

/** Digits that are kept of the largest amount, so that sums of a few amounts like it are still exact. */
const kept = 36;

/** A value to the decimal place to which the largest of some amounts, and the interest on it, has its last digit kept. */
export function placed(value: Decimal, { rate }: Annuity, amounts: readonly Decimal[]): Decimal {
  const largest = greatest(amounts.map((amount) => amount.abs())).times(greatest([one, rate.abs()]));
  return nilIfNil(value.toDecimalPlaces(Math.max(0, kept - Math.max(0, largest.e + 1))));
}

function growthOf({ rate, periods }: Annuity): Decimal {
  return rate.plus(one).pow(periods);
}

/** What payments have grown to at the end: Horner's rule, which loses no digits however small the rate. */
function paymentsAtEnd({ rate, periods, at }: Annuity, payment: Decimal): Decimal {
  const growth = rate.plus(one);
  let factor = zero;
  for (let period = 0; period < periods; period++) factor = factor.times(growth).plus(one);
  return payment.times(at === "beginning" ? factor.times(growth) : factor);
}

function nilIfNil(value: Decimal): Decimal {
  return value.isZero() ? decimal(0) : value;
}
