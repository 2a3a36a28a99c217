import { isWhole } from "../issue/given.ts";
import { received } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import type { Day } from "./day.ts";
import { checkTimeline } from "./given.ts";
import { firstDayOfMonth, lastDayOfMonth, type Month, monthOfDay } from "./month.ts";
import { formatSpan, MONTHS_IN } from "./span.ts";
import type { Timeline } from "./timeline.ts";
import { type FinancialYear, firstMonthOfYear, formatFinancialYear, yearOfMonth } from "./year.ts";

/**
 * The number of periods in a timeline. Throws {@link InvestToSaveError} with `wrong-shape` for what is no timeline.
 *
 * @example
 * ```ts
 * import { periodCount, timelineOfYears } from "invest-to-save";
 * periodCount(timelineOfYears(2014, 2018)); // => 5
 * ```
 */
export function periodCount(timeline: Timeline): number {
  checkTimeline(timeline);
  return timeline.count;
}

/**
 * The months in each period of a timeline: 12, 3 or 1. Throws {@link InvestToSaveError} with `wrong-shape` for what is no
 * timeline.
 *
 * @example
 * ```ts
 * import { periodMonths, timelineOfYears } from "invest-to-save";
 * periodMonths(timelineOfYears(2014, 2018, { grain: "quarter" })); // => 3
 * ```
 */
export function periodMonths(timeline: Timeline): number {
  checkTimeline(timeline);
  return MONTHS_IN[timeline.grain];
}

/**
 * The first month of a period, numbered from 0. Throws {@link InvestToSaveError} with `out-of-range` for a period that the
 * timeline does not have, and `wrong-shape` for what is no timeline or no number.
 *
 * @example
 * ```ts
 * import { formatMonth, periodFirstMonth, timelineOfYears } from "invest-to-save";
 * formatMonth(periodFirstMonth(timelineOfYears(2014, 2018), 1)); // => "Apr 2015"
 * ```
 */
export function periodFirstMonth(timeline: Timeline, index: number): Month {
  checkTimeline(timeline);
  const { first, count } = timeline;
  if (!isWhole(index, 0, count - 1)) throw noPeriod(index, count);
  return first + index * periodMonths(timeline);
}

function noPeriod(index: unknown, count: number): InvestToSaveError {
  return refusal({
    code: typeof index === "number" ? "out-of-range" : "wrong-shape",
    path: ["index"],
    message: `there is no period ${received(index)}: the timeline has ${count}, numbered from 0`,
    expected: `a whole number from 0 to ${count - 1}`,
    received: received(index),
    hint: "periods are numbered from 0; parsePeriod finds one by its name",
  });
}

/**
 * The name of a period as a column heads it: `2014/15`, `2014/15 Q1` or `Apr 2014`. Throws what
 * {@link periodFirstMonth} throws.
 *
 * @example
 * ```ts
 * import { periodLabel, timelineOfYears } from "invest-to-save";
 * periodLabel(timelineOfYears(2014, 2018), 4); // => "2018/19"
 * ```
 */
export function periodLabel(timeline: Timeline, index: number): string {
  const first = periodFirstMonth(timeline, index);
  return formatSpan(timeline.grain, first, timeline.yearStart);
}

/**
 * The first day of a period, in days since 1 January 1970. Throws what {@link periodFirstMonth} throws.
 *
 * @example
 * ```ts
 * import { formatDay, periodFirstDay, timelineOfYears } from "invest-to-save";
 * formatDay(periodFirstDay(timelineOfYears(2014, 2018), 0)); // => "2014-04-01"
 * ```
 */
export function periodFirstDay(timeline: Timeline, index: number): Day {
  return firstDayOfMonth(periodFirstMonth(timeline, index));
}

/**
 * The last day of a period, in days since 1 January 1970; it is part of the period. Throws what {@link periodFirstMonth}
 * throws.
 *
 * @example
 * ```ts
 * import { formatDay, periodLastDay, timelineOfYears } from "invest-to-save";
 * formatDay(periodLastDay(timelineOfYears(2014, 2018), 0)); // => "2015-03-31"
 * ```
 */
export function periodLastDay(timeline: Timeline, index: number): Day {
  return lastDayOfMonth(periodFirstMonth(timeline, index) + periodMonths(timeline) - 1);
}

/**
 * The days in a period. Throws what {@link periodFirstMonth} throws.
 *
 * @example
 * ```ts
 * import { periodDays, timelineOfYears } from "invest-to-save";
 * periodDays(timelineOfYears(2014, 2018), 1); // => 366
 * ```
 */
export function periodDays(timeline: Timeline, index: number): number {
  return periodLastDay(timeline, index) - periodFirstDay(timeline, index) + 1;
}

/**
 * The days in the whole financial year that a period belongs to, 365 or 366, also where the timeline has only
 * a part of that year. Throws what {@link periodFirstMonth} throws.
 *
 * @example
 * ```ts
 * import { timelineOfYears, yearDays } from "invest-to-save";
 * yearDays(timelineOfYears(2015, 2015, { grain: "month" }), 0); // => 366
 * ```
 */
export function yearDays(timeline: Timeline, index: number): number {
  const start = firstMonthOfYear(periodYear(timeline, index), timeline.yearStart);
  return firstDayOfMonth(start + 12) - firstDayOfMonth(start);
}

/**
 * The financial year that a period belongs to, as the calendar year in which it starts. Throws what
 * {@link periodFirstMonth} throws.
 *
 * @example
 * ```ts
 * import { periodYear, timelineOfYears } from "invest-to-save";
 * periodYear(timelineOfYears(2014, 2018, { grain: "month" }), 11); // => 2014
 * ```
 */
export function periodYear(timeline: Timeline, index: number): FinancialYear {
  return yearOfMonth(periodFirstMonth(timeline, index), timeline.yearStart);
}

/**
 * Whether a financial year starts with a period, within the timeline: the first period starts none, whatever its month.
 *
 * @internal
 */
export function isNewYear(timeline: Timeline, index: number): boolean {
  return index > 0 && periodYear(timeline, index) !== periodYear(timeline, index - 1);
}

/**
 * Whether a period is the last of its financial year, or of the timeline.
 *
 * @internal
 */
export function endsYear(timeline: Timeline, index: number): boolean {
  return index === timeline.count - 1 || isNewYear(timeline, index + 1);
}

/**
 * The financial years that a timeline touches, as written, in order. Throws {@link InvestToSaveError} with `wrong-shape` for
 * what is no timeline.
 *
 * @example
 * ```ts
 * import { timelineOfYears, yearLabels } from "invest-to-save";
 * yearLabels(timelineOfYears(2014, 2015, { grain: "month" })); // => ["2014/15", "2015/16"]
 * ```
 */
export function yearLabels(timeline: Timeline): string[] {
  const first = periodYear(timeline, 0);
  const years = periodYear(timeline, timeline.count - 1) - first + 1;
  return Array.from({ length: years }, (_, i) => formatFinancialYear(first + i, timeline.yearStart));
}

/**
 * The number of the period that a day falls in, or `undefined` where it falls in none. Throws {@link InvestToSaveError} with
 * `wrong-shape` or `out-of-range` for what is no timeline or no day.
 *
 * @example
 * ```ts
 * import { dayOf, periodOfDay, timelineOfYears } from "invest-to-save";
 * periodOfDay(timelineOfYears(2014, 2018), dayOf(2015, 4, 13)); // => 1
 * ```
 */
export function periodOfDay(timeline: Timeline, day: Day): number | undefined {
  checkTimeline(timeline);
  const index = Math.floor((monthOfDay(day) - timeline.first) / periodMonths(timeline));
  return index >= 0 && index < timeline.count ? index : undefined;
}

/**
 * A financial year of a timeline as written, counted from its first, for hints that show one; it may lie after the last.
 *
 * @internal
 */
export function yearWritten(timeline: Timeline, after = 0): string {
  return formatFinancialYear(periodYear(timeline, 0) + after, timeline.yearStart);
}
