import { type Decimal, decimal, greatest, least, sum, zero } from "../../quantity/decimal.ts";
import { roundTo } from "../../quantity/rounding.ts";
import type { Outcome, OutcomeReading } from "../outcome.ts";
import { rounding } from "../variation.ts";
import type { Bound } from "./criterion.ts";
import type { SearchRange } from "./search-range.ts";

/** A value that was tried, and the outcome there. */
export interface Tried {
  readonly at: Decimal;
  readonly reading: OutcomeReading;
}

/** Reads the outcome at a value of the assumption; each value is worked out once. */
export type Try = (at: Decimal) => Tried;

/** The values of a range that were tried, in rising order, and what was seen there. */
export interface Scan {
  readonly range: SearchRange;
  readonly whole: boolean;
  readonly tried: readonly Tried[];
  /** The widest step between two values that were tried: turns that lie closer together may have been missed. */
  readonly resolution: Decimal;
  /** The closest that two values are looked at. */
  readonly finest: Decimal;
  /** The last place that a value is freed of the rounding of its quotient at: far finer than the closest look. */
  readonly neat: Decimal;
  /** How far apart the least and the most of the outcome lie, over what was tried. */
  readonly spread: Decimal;
  /** What an outcome may miss a threshold by and still be on it: the rounding of quotients at the fortieth digit. */
  readonly allowed: Decimal;
}

/** The closest look, as a part of the range. */
const closest = decimal("1e-12");

/** Tries the values of a range at even steps, the central value, and the kinks that the lines between them point at. */
export function scan(
  attempt: Try,
  range: SearchRange,
  of: {
    readonly central: Decimal;
    readonly whole: boolean;
    readonly steps: number;
    readonly bound: Bound | undefined;
  },
): Scan {
  const { from, to } = range;
  const width = to.minus(from);
  const even = Array.from({ length: of.steps + 1 }, (_, i) => from.plus(width.times(i).div(of.steps)));
  const inside = of.central.gte(from) && of.central.lte(to) ? [of.central] : [];
  const snapped = (value: Decimal) => (of.whole ? roundTo(value, decimal(1)) : value);
  const first = possible(attempt, rising([...even.map(snapped), ...inside]), of.whole);
  const kinks = kinksIn(first).map(snapped);
  const tried = rising([...first.map(({ at }) => at), ...kinks])
    .map(attempt)
    .filter(({ reading }) => !reading.refused);
  const values = tried.flatMap(({ reading: { value } }) => value ?? []);
  const sizes = [...values, of.bound?.than ?? zero].map((value) => value.abs());
  return {
    range: { ...range, from: tried[0]?.at ?? from, to: tried.at(-1)?.at ?? to },
    whole: of.whole,
    tried,
    resolution: greatest([zero, ...tried.slice(1).map(({ at }, i) => at.minus(tried[i]?.at ?? at))]),
    neat: neatest(width),
    finest: of.whole ? decimal(1) : width.times(closest),
    spread: values.length === 0 ? zero : greatest(values).minus(least(values)),
    allowed: greatest(sizes).times(rounding),
  };
}

/** The place of the 28th figure of a width. */
function neatest(width: Decimal): Decimal {
  return decimal(`1e${width.e - 27}`);
}

/** How often the way to the first value that the model allows is halved: to a part in a million. */
const halvings = 20;

/** The values that the model can be worked out with; where it refuses an end of the range, up to the last that it allows. */
function possible(attempt: Try, values: readonly Decimal[], whole: boolean): Tried[] {
  const tried = values.map(attempt);
  const good = tried.filter(({ reading }) => !reading.refused);
  const [first, last] = [good[0], good.at(-1)];
  const before = tried.filter(({ at }) => first?.at.gt(at)).at(-1);
  const after = tried.find(({ at }) => last?.at.lt(at));
  const ends = [
    [before, first],
    [after, last],
  ].flatMap(([bad, own]) =>
    bad === undefined || own === undefined ? [] : [outermost(attempt, bad, own, whole)],
  );
  return rising([...good, ...ends].map(({ at }) => at)).map(attempt);
}

function outermost(attempt: Try, refused: Tried, allowed: Tried, whole: boolean): Tried {
  let [bad, good] = [refused, allowed];
  for (let step = 0; step < halvings; step++) {
    const middle = attempt(halfway(bad.at, good.at, whole));
    if (middle.at.eq(bad.at) || middle.at.eq(good.at)) break;
    if (middle.reading.refused) bad = middle;
    else good = middle;
  }
  return good;
}

function rising(values: readonly Decimal[]): Decimal[] {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  return sorted.filter((value, i) => i === 0 || !value.eq(sorted[i - 1] as Decimal));
}

/**
 * Where an outcome goes by straight lines, the lines on both sides of a step meet at its kink, if there is one within the step.
 * A dip or a peak between two values that were tried is found this way.
 */
function kinksIn(tried: readonly Tried[]): Decimal[] {
  return tried.flatMap((_, i) => {
    const [a, b, c, d] = tried.slice(i, i + 4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
    const left = slope(a, b);
    const right = slope(c, d);
    const gap = rise(b, c);
    if (left === undefined || right === undefined || gap === undefined || left.eq(right)) return [];
    // b + left × (x − b) = c + right × (x − c), with x counted from b.
    const x = gap.minus(right.times(c.at.minus(b.at))).div(left.minus(right));
    return x.gt(0) && x.lt(c.at.minus(b.at)) ? [b.at.plus(x)] : [];
  });
}

function rise(a: Tried, b: Tried): Decimal | undefined {
  const { value } = a.reading;
  return value === undefined ? undefined : b.reading.value?.minus(value);
}

function slope(a: Tried, b: Tried): Decimal | undefined {
  return rise(a, b)?.div(b.at.minus(a.at));
}

/** Whether an outcome is what is asked for: at least, at most and so on; without a bound that it holds, or has a value. */
export function meets(
  { reading }: Tried,
  bound: Bound | undefined,
  outcome: Outcome,
  allowed: Decimal,
): boolean {
  const { value, holds } = reading;
  if (bound === undefined) {
    if (holds === undefined) return value !== undefined;
    // A condition takes what is very near its threshold as on it; what turns it is the threshold itself.
    return holds && (value === undefined || value.gte(allowed.neg()));
  }
  const { is, than } = bound;
  if (value === undefined) return outcome.endless === true && (is === "above" || is === "at least");
  const gap = value.minus(than);
  const on = gap.abs().lte(allowed);
  if (is === "equal to" || on) return on && is !== "above" && is !== "below";
  return is === "at least" || is === "above" ? gap.gt(0) : gap.lt(0);
}

/** How far an outcome is from its threshold; `undefined` where there is no such number. */
export function gapOf({ reading }: Tried, bound: Bound | undefined): Decimal | undefined {
  return bound === undefined
    ? reading.holds === undefined
      ? undefined
      : reading.value
    : reading.value?.minus(bound.than);
}

/** Halfway between two values; of whole ones a whole one. */
export function halfway(a: Decimal, b: Decimal, whole: boolean): Decimal {
  const middle = sum([a, b]).div(2);
  return whole ? roundTo(middle, decimal(1), "down") : middle;
}
