import { type Decimal, sum } from "../quantity/decimal.ts";
import { type Interval, overlap, sumInterval } from "../quantity/interval.ts";

/** A printed figure: its value as printed and the values that print so. */
export interface Printed extends Interval {
  readonly value: Decimal;
}

/** A printed figure that is added, or taken away. */
export interface Term {
  readonly figure: Printed;
  readonly sign: 1 | -1;
}

/** Whether a printed sum holds: exactly, only because its figures are rounded, or not at all. */
type SumVerdict = "exact" | "rounding" | "fails";

/** A printed sum with its verdict and the numbers behind it. */
export interface JudgedSum {
  readonly verdict: SumVerdict;
  readonly calculated: Decimal;
  /** The printed total less what its printed parts make. */
  readonly difference: Decimal;
  /** How much rounding can explain: half a step of the last digit of every figure, added up. */
  readonly tolerance: Decimal;
}

/**
 * Judges a printed sum. Each figure stands for all values that print so, so a total may differ from what its parts make by
 * the half-steps of all of them; a greater difference cannot come from rounding. An average is a sum over a number.
 */
export function judgeSum(total: Printed, terms: readonly Term[], over = 1): JudgedSum {
  const calculated = sum(terms.map(({ figure: one, sign }) => one.value.times(sign))).div(over);
  const whole = sumInterval(terms.map(({ figure: one, sign }) => ({ interval: one, times: sign })));
  const made = { low: whole.low.div(over), high: whole.high.div(over) };
  const difference = total.value.minus(calculated);
  const tolerance = sum([total, made].map(({ low, high }) => high.minus(low).div(2)));
  if (!overlap(total, made)) return { verdict: "fails", calculated, difference, tolerance };
  return { verdict: difference.isZero() ? "exact" : "rounding", calculated, difference, tolerance };
}
