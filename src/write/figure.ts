import { type Decimal, numeral, separated } from "../quantity/decimal.ts";

/** A figure as people read it: separators between thousands, brackets for negatives, so many decimals, never −0. */
export function figure(value: Decimal, decimals: number): string {
  const text = separated(numeral(value.abs(), decimals));
  return value.isNegative() && !value.isZero() ? `(${text})` : text;
}
