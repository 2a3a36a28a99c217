import { present } from "../assert.ts";
import type { Range } from "../programme/assumption.ts";
import { type Decimal, decimal, greatest, isDecimal, least, one } from "../quantity/decimal.ts";
import { roundFigures, roundTo } from "../quantity/rounding.ts";
import { inverseOf } from "./draw/inverse.ts";
import { type Lever, limited } from "./lever.ts";
import { distributionOf } from "./simulation/uncertain.ts";

/** The ends of the range of a lever; one that is missing is as far as anything goes, as on an open side of a normal range. */
export interface LeverEnds {
  readonly low?: Decimal;
  readonly high?: Decimal;
}

/** Shares of all values that lie below an end which a range does not say, and the figures it is told with. */
const [below, above, figures] = [0.1, 0.9, 4];

/** The ends that the range of a lever has; `undefined` where it has no range. Of a discrete range the least and the most. */
export function rangeEnds(lever: Lever): LeverEnds | undefined {
  const { range } = lever.assumption;
  return range && endsIn(range, scaleOf(lever));
}

/** The same with P10 and P90, to four figures, in place of an end that a normal or lognormal range does not say. */
export function usualEnds(lever: Lever): { low: Decimal; high: Decimal } | undefined {
  const { range } = lever.assumption;
  const ends = rangeEnds(lever);
  if (range === undefined || ends === undefined) return undefined;
  const { central, factor, whole } = lever;
  const scale = scaleOf(lever);
  const quantile = (share: number) => {
    const values = Float64Array.of(share);
    inverseOf(distributionOf(range, factor ? 1 : central.div(scale).toNumber()))(values);
    const found = roundFigures(decimal(present(values[0], "a value for the share")), figures).times(scale);
    return limited(lever, whole ? roundTo(found, one) : found);
  };
  return { low: ends.low ?? quantile(below), high: ends.high ?? quantile(above) };
}

/** What a range is counted in: a range of amounts by period is of shares of them, one amount of several among them. */
function scaleOf({ assumption: { range, value }, central, factor }: Lever): Decimal {
  return range?.ofAmounts && !factor && !isDecimal(value) ? central : one;
}

function endsIn({ shape, low, high, weights = [] }: Range, scale: Decimal): LeverEnds {
  const possible = weights.filter(({ weight }) => weight.gt(0)).map(({ value }) => value);
  const ends = shape === "discrete" ? { low: least(possible), high: greatest(possible) } : { low, high };
  const scaled = [ends.low, ends.high].map((end) => end?.times(scale));
  const [first, last] = scale.isNegative() ? [...scaled].reverse() : scaled;
  return { ...(first && { low: first }), ...(last && { high: last }) };
}
