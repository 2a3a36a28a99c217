import { type Decimal, decimal, one } from "../quantity/decimal.ts";

/**
 * What quotients leave: each is cut off at its fortieth digit, so that the sum of some may be another by that when it is worked out
 * another way. What lies nearer than this, to its size or to £1, is the same.
 */
const left = decimal("1e-24");

/** Whether two values are one, but for what divisions cut off. */
export function sameValue(was: Decimal, is: Decimal): boolean {
  const size = was.abs().gt(one) ? was.abs() : one;
  return is.minus(was).abs().lte(size.times(left));
}
