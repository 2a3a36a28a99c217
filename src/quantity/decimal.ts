import { Decimal as DecimalJs } from "decimal.js";

/**
 * Our own copy of decimal.js, so that nobody else's settings reach our sums and ours reach nobody else's.
 * 40 significant digits; a quotient is rounded half away from zero at the fortieth digit.
 */
const Own = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  minE: -9e15,
  maxE: 9e15,
});

/** An exact decimal number; pounds where it is money. Add, subtract and multiply with its own methods. */
export type Decimal = DecimalJs;

/** A decimal from a number, a numeral or another decimal. The value must be a number that was checked before. */
export function decimal(value: number | string | Decimal): Decimal {
  return new Own(value);
}

/** Whether a value is a decimal, of our copy or of another. */
export function isDecimal(value: unknown): value is Decimal {
  return Own.isDecimal(value);
}

export const zero: Decimal = decimal(0);
export const one: Decimal = decimal(1);

/** The sum of some decimals; nil when there are none. */
export function sum(values: readonly Decimal[]): Decimal {
  const [first, ...rest] = values;
  if (first === undefined) return zero;
  return rest.reduce((total, value) => total.plus(value), first);
}

/** The smallest of some decimals; the first of equals. */
export function least(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (b.lt(a) ? b : a));
}

/** The largest of some decimals; the first of equals. */
export function greatest(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => (b.gt(a) ? b : a));
}

/** A decimal as a plain numeral: no exponent, no separators, never `-0`. */
export function numeral(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}
