import { Decimal as DecimalJs } from "decimal.js";
import { refusal } from "../issue/refusal.ts";
import { wrongValue } from "../issue/wrong-value.ts";

/**
 * Our own copy of decimal.js, so that nobody else's settings reach our sums and ours reach nobody else's.
 * 40 significant digits; a quotient is rounded half away from zero at the fortieth digit.
 */
const Own = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  // What is multiplied again and again soon has more digits than fit in memory; nobody counts to so many.
  minE: -10_000,
  maxE: 10_000,
});

/** An exact decimal number; pounds where it is money. Add, subtract and multiply with its own methods. */
export type Decimal = DecimalJs;

/**
 * A decimal from a number, a numeral or another decimal. What a person wrote goes through `readAmount` first, which says
 * what is wrong with it. Throws {@link InvestToSaveError} with `not-a-number` for what cannot be added up, such
 * as NaN or a number with more than ten thousand digits.
 *
 * @example
 * ```ts
 * import { decimal } from "invest-to-save";
 * decimal("0.1").plus("0.2").toString(); // => "0.3"
 * ```
 */
export function decimal(value: number | string | Decimal): Decimal {
  let made: Decimal;
  try {
    made = new Own(value);
  } catch {
    // What reads the number throws an error of its own, with neither place nor hint.
    return noDecimal(value);
  }
  return made.d === null ? noDecimal(value) : made;
}

function noDecimal(value: unknown): never {
  const expected = "a number, or a numeral such as “59600.50”";
  throw refusal({ ...wrongValue(["value"], expected, value), code: "not-a-number" });
}

/** Whether a value is a decimal, of our copy or of another. */
export function isDecimal(value: unknown): value is Decimal {
  return Own.isDecimal(value);
}

export const zero: Decimal = decimal(0);
export const one: Decimal = decimal(1);

/** Beyond every number, for what never comes: only to be compared, never given to anybody. */
export const beyond: Decimal = new Own(Number.POSITIVE_INFINITY);

/** The sum of some decimals; nil when there are none. */
export function sum(values: readonly Decimal[]): Decimal {
  let total = zero;
  for (const value of values) {
    if (!value.isZero()) total = total === zero ? value : total.plus(value);
  }
  return total;
}

/** The smallest of some decimals; the first of equals. */
export function least(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (b.lt(a) ? b : a));
}

/** The largest of some decimals; the first of equals. */
export function greatest(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (b.gt(a) ? b : a));
}

/** A decimal as a plain numeral: no exponent, no separators, never `-0`; with so many decimals where that is asked for. */
export function numeral(value: Decimal, decimals?: number): string {
  const positive = value.isZero() ? zero : value;
  return decimals === undefined ? positive.toFixed() : positive.toFixed(decimals);
}

/** A numeral with separators between its thousands: `1234567.25` is `1,234,567.25`. */
export function separated(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}

/** A decimal to the nearest whole number, half away from zero, as an integer of any size. */
export function integer(value: Decimal): bigint {
  return BigInt(value.toFixed(0));
}

/**
 * About how large a decimal is, without its sign, to seven figures: for judging nearness, never for a sum.
 * It reads the decimal's own digits, seven to a word, since going by way of text would take longer than the sum itself.
 */
export function magnitude({ d, e }: Decimal): number {
  if (d === null) return Number.POSITIVE_INFINITY;
  return ((d[0] ?? 0) + (d[1] ?? 0) / 1e7) * 10 ** (7 * Math.floor(e / 7));
}
