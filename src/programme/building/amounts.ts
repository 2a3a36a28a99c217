import type { Issue } from "../../issue/issue.ts";
import { received } from "../../issue/received.ts";
import { wrongValue } from "../../issue/wrong-value.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, isDecimal, one, zero } from "../../quantity/decimal.ts";
import { split } from "../../quantity/split.ts";
import type { Unit } from "../../quantity/unit.ts";
import { periodLabel, periodMonths } from "../../time/period.ts";
import { type PeriodRange, parsePeriod } from "../../time/period-range.ts";
import { MONTHS_IN } from "../../time/span.ts";
import type { Grain, Timeline } from "../../time/timeline.ts";
import { refusedPeriod } from "../faults/period-faults.ts";
import type { Limits } from "../limits.ts";
import type { AnyPeriodAmounts } from "../line.ts";
import { readAt } from "../read-at.ts";

interface Entry {
  readonly range: PeriodRange;
  readonly value: Decimal;
}

/**
 * Amounts by period as one value for each period of the timeline. A single amount is that of every year. A missing
 * period is nil. `then` carries an amount on after the last period given, until the timeline ends. The amount of a
 * year or quarter on a finer timeline is split over its periods to the penny, the total kept (anything but money is
 * divided evenly). Issue codes: those of reading an amount or a period, `period-given-twice`.
 */
export function periodAmounts(
  timeline: Timeline,
  given: AnyPeriodAmounts | Amount,
  unit: Unit,
  path: readonly string[],
  issues: Issue[],
): Decimal[] {
  const values = Array<Decimal>(timeline.count).fill(zero);
  const spread = spreadOf(unit);
  if (typeof given !== "object" || isDecimal(given)) {
    carryOn(timeline, { values, spread }, 0, "year", readAt(given, path, issues, { least: 0 }, unit) ?? zero);
    return values;
  }
  const entries = readEntries(timeline, given, { unit, path, limits: { least: 0 } }, issues);
  for (const { range, value } of entries) spread(values, range, value);
  const then = given["then"];
  if (then !== undefined) {
    const value = readAt(then, [...path, "then"], issues, { least: 0 }, unit) ?? zero;
    const last = entries.reduce<Entry | undefined>(
      (a, b) => (a && a.range.last >= b.range.last ? a : b),
      undefined,
    );
    carryOn(timeline, { values, spread }, last ? last.range.last + 1 : 0, last?.range.grain ?? "year", value);
  }
  return values;
}

/** What numbers by period are of, where they stand, and what each of them must keep to. */
interface Of {
  readonly unit: Unit;
  readonly path: readonly string[];
  readonly limits: Limits;
}

function readEntries(
  timeline: Timeline,
  given: AnyPeriodAmounts,
  { unit, path, limits }: Of,
  issues: Issue[],
): Entry[] {
  const entries: Entry[] = [];
  // A list has no periods for its keys.
  if (Array.isArray(given)) {
    issues.push(wrongValue(path, "an amount, or amounts by period", given));
    return entries;
  }
  for (const [key, amount] of Object.entries(given)) {
    if (key === "then" || amount === undefined) continue;
    const at = [...path, key];
    const value = readAt(amount, at, issues, limits, unit);
    const range = periodWithin(timeline, key, limits, at, issues);
    if (range === undefined) continue;
    const clash = entries.find((other) => other.range.first <= range.last && range.first <= other.range.last);
    if (clash) givenTwice(timeline, clash.range, key, at, issues);
    else if (value !== undefined) entries.push({ range, value });
  }
  return entries;
}

/** The periods that a key covers; `undefined` after reporting one that cannot be read, or where the limits allow no value. */
export function periodWithin(
  timeline: Timeline,
  key: string,
  limits: Limits,
  path: readonly string[],
  issues: Issue[],
): PeriodRange | undefined {
  const read = parsePeriod(timeline, key);
  if (!read.ok) {
    refusedPeriod(issues, key, path, read);
    return undefined;
  }
  const { grain, first } = read.value;
  if (!limits.rise || (grain === "year" && first > 0)) return read.value;
  issues.push(grain === "year" ? riseOfTheFirst(key, path) : riseWithinAYear(key, path));
  return undefined;
}

function riseWithinAYear(key: string, path: readonly string[]): Issue {
  return {
    code: "period-too-fine",
    severity: "error",
    path,
    message: `${path.join(" > ")} is a rise within a year, and rises come at the start of a year`,
    expected: "a financial year",
    received: key,
    hint: "give the rise to the year as a whole",
  };
}

function riseOfTheFirst(key: string, path: readonly string[]): Issue {
  return {
    code: "out-of-range",
    severity: "error",
    path,
    message: `${path.join(" > ")} is a rise in the first year of the model, which has no year before it`,
    expected: "a year after the first",
    received: key,
    hint: `give what rises with the rise of ${key} in it, and leave that rise out`,
  };
}

/**
 * Levels by period: each period takes the level of the year (or quarter) that it lies in; what is not given is nil. A single
 * level is that of every period.
 */
export function periodLevels(
  timeline: Timeline,
  given: AnyPeriodAmounts | Amount,
  of: Of,
  issues: Issue[],
): Decimal[] {
  const { unit, path, limits } = of;
  const values = Array<Decimal>(timeline.count).fill(zero);
  if (typeof given !== "object" || isDecimal(given))
    return values.fill(readAt(given, path, issues, limits, unit) ?? zero);
  const entries = readEntries(timeline, given, of, issues);
  for (const { range, value } of entries) values.fill(value, range.first, range.last + 1);
  const then = given["then"];
  if (then === undefined) return values;
  const value = readAt(then, [...path, "then"], issues, limits, unit) ?? zero;
  const from = entries.reduce((last, { range }) => Math.max(last, range.last + 1), 0);
  return values.fill(value, from);
}

/** How an amount of a unit is spread over the periods that it is for. */
export function spreadOf(unit: Unit): Spread {
  return unit === "£" ? spreadToThePenny : spreadEvenly;
}

type Spread = (values: Decimal[], range: Pick<PeriodRange, "first" | "last">, value: Decimal) => void;

/** One amount over a run of periods: what is no money has no pennies. */
function spreadEvenly(
  values: Decimal[],
  { first, last }: Pick<PeriodRange, "first" | "last">,
  value: Decimal,
): void {
  values.fill(value.div(last - first + 1), first, last + 1);
}

/** One amount over a run of periods, to the penny. */
function spreadToThePenny(
  values: Decimal[],
  { first, last }: Pick<PeriodRange, "first" | "last">,
  value: Decimal,
): void {
  const parts = split(value, Array<Decimal>(last - first + 1).fill(one));
  for (const [offset, part] of parts.entries()) values[first + offset] = part;
}

/** An amount a year (or quarter, or month) from a period to the end; a part of a year gets its part by months. */
function carryOn(
  timeline: Timeline,
  into: { readonly values: Decimal[]; readonly spread: Spread },
  from: number,
  grain: Grain,
  value: Decimal,
): void {
  const periods = MONTHS_IN[grain] / periodMonths(timeline);
  for (let first = from; first < timeline.count; ) {
    const length = grain === "year" ? periodsLeftOfYear(timeline, first) : periods;
    const last = Math.min(first + length, timeline.count) - 1;
    const part = last - first + 1 === periods ? value : value.times(last - first + 1).div(periods);
    into.spread(into.values, { first, last }, part);
    first = last + 1;
  }
}

function periodsLeftOfYear(timeline: Timeline, period: number): number {
  const month = timeline.first + period * periodMonths(timeline);
  const into = (((month - (timeline.yearStart - 1)) % 12) + 12) % 12;
  return (12 - into) / periodMonths(timeline);
}

function givenTwice(
  timeline: Timeline,
  range: PeriodRange,
  key: string,
  path: readonly string[],
  issues: Issue[],
): void {
  issues.push({
    code: "period-given-twice",
    severity: "error",
    path,
    message: `${path.join(" > ")} overlaps an amount already given for ${periodLabel(timeline, range.first)}`,
    expected: "one amount a period",
    received: received(key),
    hint: "add the two amounts, or take one away",
  });
}
