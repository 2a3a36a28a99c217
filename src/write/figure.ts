import { type Decimal, numeral } from "../quantity/decimal.ts";

/** A figure as people read it: separators between thousands, brackets for negatives, so many decimals, never −0. */
export function figure(value: Decimal, decimals: number): string {
  const [whole = "0", part] = numeral(value.abs(), decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return value.isNegative() && !value.isZero() ? `(${text})` : text;
}
