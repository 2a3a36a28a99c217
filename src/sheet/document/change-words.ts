import type { Assumption } from "../../programme/assumption.ts";
import { type Decimal, decimal, isDecimal, numeral, separated, sum, zero } from "../../quantity/decimal.ts";
import { roundPlaces } from "../../quantity/rounding.ts";
import { isPointInTime, type Unit } from "../../quantity/unit.ts";
import { valueWords } from "../../quantity/value-words.ts";
import { periodFirstMonth, periodLabel } from "../../time/period.ts";
import type { Timeline } from "../../time/timeline.ts";
import { inputWords } from "./assumptions-grid.ts";

/** Two sides of an amount in words, and by how much the second is more. */
export interface ChangeWords {
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** What a side is told by that has nothing. */
export const none = "–";

/** Both sides rounded alike: to whole pounds or two places, and further where they would be printed as the same. */
export function amountChange(before: Decimal, after: Decimal, unit: Unit): ChangeWords {
  const places = placesFor(before, after, unit.startsWith("£") ? [0, 2] : [2, 6]);
  const side = (value: Decimal) => valueWords(roundPlaces(value, places), unit);
  return {
    before: side(before),
    after: side(after),
    change: differenceWords(after.minus(before), unit, places),
  };
}

/** A difference with its sign, rounded; one that rounds to nil says so, for the sides differ all the same. */
function differenceWords(difference: Decimal, unit: Unit, places: number): string {
  const rounded = roundPlaces(difference, places);
  if (!rounded.isZero()) return `${rounded.gt(0) ? "+" : ""}${valueWords(rounded, unit)}`;
  if (difference.isZero()) return "none in all";
  return `${difference.isNegative() ? "down" : "up"} by ${lessThan(unit, places)}`;
}

/** What is too small to be printed: `less than a penny`. */
export function lessThan(unit: Unit, places: number): string {
  if (unit.startsWith("£")) return `less than ${places === 0 ? "£1" : "a penny"}`;
  return `less than ${numeral(decimal(10).pow(-places))}`;
}

/** The first of some numbers of places by which two values are not printed alike; the last of them if none is. */
function placesFor(before: Decimal, after: Decimal, places: readonly [few: number, many: number]): number {
  const [few, many] = places;
  if (before.eq(after)) return few;
  return roundPlaces(before, few).eq(roundPlaces(after, few)) ? many : few;
}

/** An assumption on one side, with the periods that its values are for. */
export interface InputSide {
  readonly own: Assumption | undefined;
  readonly timeline: Timeline;
}

/** The values of an assumption in both, by period only where they differ, and in how many periods they do. */
export function inputChangeWords(before: InputSide, after: InputSide): ChangeWords & { readonly of: string } {
  const [was, is] = [singleOf(before.own), singleOf(after.own)];
  if (was !== undefined && is !== undefined) return { ...singleChange(was, is), of: "" };
  const side = (one: Single) => figureWords(...one);
  if (before.own === undefined && is !== undefined)
    return { before: none, after: side(is), change: "", of: "" };
  if (after.own === undefined && was !== undefined)
    return { before: side(was), after: none, change: "", of: "" };
  return byPeriod(before, after);
}

type Single = readonly [value: Decimal, unit: Unit];

function singleOf(own: Assumption | undefined): Single | undefined {
  return own !== undefined && isDecimal(own.value) ? [own.value, own.unit] : undefined;
}

function singleChange([was, from]: Single, [is, to]: Single): ChangeWords {
  const change = from === to && !isPointInTime(to) && !was.eq(is) ? inputDifference(is.minus(was), to) : "";
  return { before: figureWords(was, from), after: figureWords(is, to), change };
}

function inputDifference(difference: Decimal, unit: Unit): string {
  if (unit === "share") return pointsWords(difference, 6);
  return differenceWords(difference, unit, unit.startsWith("£") ? (difference.isInteger() ? 0 : 2) : 6);
}

/** A difference of two shares in percentage points, rounded. */
export function pointsWords(difference: Decimal, places: number): string {
  const points = roundPlaces(difference.times(100), places);
  if (points.isZero()) return `${differenceWords(difference, "share", places)} points`;
  return `${points.gt(0) ? "+" : "−"}${numeral(points.abs())} points`;
}

/** More digits behind the point than this are no figure that somebody wrote. */
const mostPlaces = 8;

/** A number as it was given, to its last digit, where words would shorten it. */
function figureWords(value: Decimal, unit: Unit): string {
  const words = inputWords(value, unit);
  if (!words.startsWith("about ") || value.decimalPlaces() > mostPlaces) return words;
  const figures = separated(numeral(value.abs()));
  const sign = value.isNegative() ? "−" : "";
  return unit.startsWith("£") ? `${sign}£${figures}${unit.slice(1)}` : `${sign}${figures} ${unit}`;
}

/** Periods one after the other with the same values. */
interface Run {
  readonly first: string;
  readonly last: string;
  readonly was: Decimal | undefined;
  readonly is: Decimal | undefined;
}

/** More runs than this are told by the first and the last of them. */
const mostRuns = 3;

function byPeriod(before: InputSide, after: InputSide): ChangeWords & { readonly of: string } {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const months = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => a - b);
  const changed = months.map((month) => !(old.get(month)?.value ?? zero).eq(now.get(month)?.value ?? zero));
  const runs = runsOf(months, changed, old, now);
  const unit = (after.own ?? before.own)?.unit ?? "£";
  const isSummed = unit === "£" && (after.own ?? before.own)?.level === undefined;
  const sums = [old, now].map((side) => sum([...side.values()].map(({ value }) => value)));
  const words = (side: "was" | "is") =>
    sideWords(runs, side, unit, isSummed ? sums[side === "was" ? 0 : 1] : undefined);
  const count = changed.filter(Boolean).length;
  const isOne = before.own === undefined || after.own === undefined;
  const [from = zero, to = zero] = sums;
  return {
    before: before.own === undefined ? none : words("was"),
    after: after.own === undefined ? none : words("is"),
    change: isOne || !isSummed ? "" : inputDifference(to.minus(from), unit),
    of: isOne || count === months.length ? "" : ` in ${count} of ${months.length} ${after.timeline.grain}s`,
  };
}

/** The values of a side by the month that their period starts in; one value is that of every period. */
function valuesOf({ own, timeline }: InputSide): ReadonlyMap<number, { label: string; value: Decimal }> {
  const value = own?.value;
  if (value === undefined) return new Map();
  const all = Array.from({ length: timeline.count }, (_, i) => {
    return [
      periodFirstMonth(timeline, i),
      { label: periodLabel(timeline, i), value: (isDecimal(value) ? value : value[i]) ?? zero },
    ] as const;
  });
  return new Map(all);
}

/** The months that changed, those that follow each other with the same values together. */
function runsOf(
  months: readonly number[],
  changed: readonly boolean[],
  old: ReturnType<typeof valuesOf>,
  now: ReturnType<typeof valuesOf>,
): Run[] {
  const runs: Run[] = [];
  for (const [i, month] of months.entries()) {
    if (!changed[i]) continue;
    const [before, after] = [old.get(month), now.get(month)];
    const label = (after ?? before)?.label ?? "";
    const last = changed[i - 1] ? runs.at(-1) : undefined;
    if (last !== undefined && same(last.was, before?.value) && same(last.is, after?.value))
      runs.splice(-1, 1, { ...last, last: label });
    else runs.push({ first: label, last: label, was: before?.value, is: after?.value });
  }
  return runs;
}

function same(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.eq(other);
}

function sideWords(runs: readonly Run[], side: "was" | "is", unit: Unit, all: Decimal | undefined): string {
  const told = runs.flatMap((run) => {
    const value = run[side];
    if (value === undefined) return [];
    const when = run.first === run.last ? run.first : `${run.first} to ${run.last}`;
    return [`${figureWords(value, unit)} in ${when}`];
  });
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return none;
  if (told.length <= mostRuns) return told.join("; ");
  return `${first} … ${last}${all === undefined ? "" : `; ${inputWords(all, unit)} in all`}`;
}
