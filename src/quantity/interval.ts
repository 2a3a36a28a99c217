import { type Decimal, decimal, sum } from "./decimal.ts";

/** All values from `low` to `high`, both ends included. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/**
 * The values that a figure stands for when it was rounded to a whole multiple of `step`: half a step to either side.
 * Both ends are included, since a half is rounded up by some and down by others.
 */
export function printedInterval(printed: Decimal, step: Decimal): Interval {
  const half = step.div(2);
  return { low: printed.minus(half), high: printed.plus(half) };
}

/** One step of the last digit of a figure with so many decimal places. */
export function lastDigit(decimals: number): Decimal {
  return decimal(`1e-${decimals}`);
}

/** Where a sum must lie whose terms lie in some intervals, each taken so many times. */
export function sumInterval(
  terms: readonly { readonly interval: Interval; readonly times: number }[],
): Interval {
  const ends = terms.map(({ interval: { low, high }, times }) => {
    const [a, b] = [low.times(times), high.times(times)];
    return times < 0 ? { low: b, high: a } : { low: a, high: b };
  });
  return { low: sum(ends.map(({ low }) => low)), high: sum(ends.map(({ high }) => high)) };
}

/** Whether two intervals have a value in common. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}
