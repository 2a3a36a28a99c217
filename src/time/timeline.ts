import type { Day } from "./day.ts";
import { firstDayOfMonth, lastDayOfMonth, type Month, monthOfDay } from "./month.ts";
import { accepted, type Parsed, type Refusal, refused } from "./parsed.ts";
import { formatSpan, type Grain, MONTHS_IN, parseSpan, type Span } from "./span.ts";
import { type FinancialYear, firstMonthOfYear, formatFinancialYear, yearOfMonth } from "./year.ts";

export type { Grain } from "./span.ts";

/**
 * The periods of a programme, one after another without gaps, as frozen plain data: their grain, the month of
 * the year (1 to 12) in which financial years start, the first month, and how many periods there are. Periods
 * are numbered from 0.
 *
 * @example
 * ```ts
 * import { type Timeline, timelineOfYears } from "invest-to-save";
 * const timeline: Timeline = timelineOfYears(2014, 2018);
 * timeline; // => { grain: "year", yearStart: 4, first: 24171, count: 5 }
 * ```
 */
export interface Timeline {
  readonly grain: Grain;
  readonly yearStart: number;
  readonly first: Month;
  readonly count: number;
}

/**
 * How to divide a timeline: the grain of its periods (a year, if left out) and the month of the year, 1 to
 * 12, in which its financial years start (4, April, if left out).
 *
 * @example
 * ```ts
 * import { periodLabel, timelineOfYears, type TimelineOptions } from "invest-to-save";
 * const options: TimelineOptions = { grain: "quarter", yearStart: 1 };
 * periodLabel(timelineOfYears(2014, 2014, options), 0); // => "2014 Q1"
 * ```
 */
export interface TimelineOptions {
  readonly grain?: Grain | undefined;
  readonly yearStart?: number | undefined;
}

/**
 * The periods of a timeline that a written year, quarter or month covers: the numbers of the first and the
 * last, both included, and whether a year, a quarter or a month was written.
 *
 * @example
 * ```ts
 * import { parsePeriod, type PeriodRange, timelineOfYears } from "invest-to-save";
 * const read = parsePeriod(timelineOfYears(2014, 2018), "2016/17");
 * const range: PeriodRange | undefined = read.ok ? read.value : undefined;
 * range; // => { first: 2, last: 2, grain: "year" }
 * ```
 */
export interface PeriodRange {
  readonly first: number;
  readonly last: number;
  readonly grain: Grain;
}

const APRIL = 4;
const MOST_PERIODS = 1200;

function build(grain: Grain, yearStart: number, first: Month, last: Month): Timeline {
  return Object.freeze({ grain, yearStart, first, count: (last - first + 1) / MONTHS_IN[grain] });
}

/**
 * The timeline from the start of one financial year to the end of another, each given as the calendar year in
 * which it starts. Throws a RangeError if the last is before the first, or for more than 1,200 periods: text
 * from a person is for {@link parseTimeline}.
 *
 * @example
 * ```ts
 * import { timelineOfYears } from "invest-to-save";
 * timelineOfYears(2014, 2018).count; // => 5
 * timelineOfYears(2014, 2018, { grain: "month" }).count; // => 60
 * ```
 */
export function timelineOfYears(
  first: FinancialYear,
  last: FinancialYear,
  options: TimelineOptions = {},
): Timeline {
  const { grain = "year", yearStart = APRIL } = options;
  const timeline = build(
    grain,
    yearStart,
    firstMonthOfYear(first, yearStart),
    firstMonthOfYear(last + 1, yearStart) - 1,
  );
  if (timeline.count < 1) throw new RangeError(`the last year, ${last}, is before the first, ${first}`);
  if (timeline.count > MOST_PERIODS)
    throw new RangeError(`${timeline.count} periods; a timeline has at most 1,200`);
  return timeline;
}

/**
 * Reads a timeline: `2014/15 to 2018/19`, or a single year `2014/15`, divided into periods of the grain asked
 * for. Its ends may also be quarters or months (`Mar 2011 to Mar 2020`, both included), so that a monthly
 * timeline starts in any month, a quarterly one at any quarter; a yearly one is whole years. At most 1,200
 * periods.
 *
 * @example
 * ```ts
 * import { parseTimeline } from "invest-to-save";
 * const read = parseTimeline("Mar 2011 to Mar 2020", { grain: "month" });
 * read.ok ? read.value.count : 0; // => 109
 * ```
 */
export function parseTimeline(text: string, options: TimelineOptions = {}): Parsed<Timeline> {
  const { grain = "year", yearStart = APRIL } = options;
  const [from = "", to = from, ...more] = text.trim().split(/\s+to\s+/i);
  if (more.length > 0)
    return refused("malformed", "a first and a last period", "write one range: 2014/15 to 2018/19");
  const start = parseSpan(from, yearStart);
  if (!start.ok) return start;
  const end = parseSpan(to, yearStart);
  if (!end.ok) return end;
  return between(start.value, end.value, grain, yearStart);
}

function between(start: Span, end: Span, grain: Grain, yearStart: number): Parsed<Timeline> {
  const written = (span: Span) => formatSpan(span.grain, span.first, yearStart);
  if (end.last < start.first || end.first < start.first) {
    const hint = `write ${written(end)} to ${written(start)}, or mend the end that is wrong`;
    return refused("impossible", `a last period no earlier than ${written(start)}`, hint);
  }
  const aligned = (month: Month) => (month - (yearStart - 1)) % MONTHS_IN[grain] === 0;
  if (!aligned(start.first) || !aligned(end.last + 1)) {
    const whole = `${formatSpan(grain, start.first, yearStart)} to ${formatSpan(grain, end.last, yearStart)}`;
    return refused("finer", `whole ${grain}s`, `write ${whole}, or make the grain ${finerThan(grain)}`);
  }
  const timeline = build(grain, yearStart, start.first, end.last);
  if (timeline.count <= MOST_PERIODS) return accepted(timeline);
  const size = `${timeline.count} ${grain}s were asked for`;
  return refused(
    "impossible",
    "at most 1,200 periods",
    `${size}: end the timeline sooner, or make the grain coarser`,
  );
}

function finerThan(grain: Grain): string {
  return grain === "year" ? "quarter or month" : "month";
}

/**
 * Writes a timeline as its first and last periods, or its only one; read again with the same grain and year
 * start, it gives the same timeline.
 *
 * @example
 * ```ts
 * import { formatTimeline, timelineOfYears } from "invest-to-save";
 * formatTimeline(timelineOfYears(2014, 2018)); // => "2014/15 to 2018/19"
 * ```
 */
export function formatTimeline(timeline: Timeline): string {
  const first = periodLabel(timeline, 0);
  return timeline.count === 1 ? first : `${first} to ${periodLabel(timeline, timeline.count - 1)}`;
}

/**
 * The number of periods in a timeline.
 *
 * @example
 * ```ts
 * import { periodCount, timelineOfYears } from "invest-to-save";
 * periodCount(timelineOfYears(2014, 2018)); // => 5
 * ```
 */
export function periodCount(timeline: Timeline): number {
  return timeline.count;
}

/**
 * The months in each period of a timeline: 12, 3 or 1.
 *
 * @example
 * ```ts
 * import { periodMonths, timelineOfYears } from "invest-to-save";
 * periodMonths(timelineOfYears(2014, 2018, { grain: "quarter" })); // => 3
 * ```
 */
export function periodMonths(timeline: Timeline): number {
  return MONTHS_IN[timeline.grain];
}

/**
 * The first month of a period, numbered from 0. Throws a RangeError for a period that the timeline does not
 * have, as do all that are told a period's number.
 *
 * @example
 * ```ts
 * import { formatMonth, periodFirstMonth, timelineOfYears } from "invest-to-save";
 * formatMonth(periodFirstMonth(timelineOfYears(2014, 2018), 1)); // => "Apr 2015"
 * ```
 */
export function periodFirstMonth(timeline: Timeline, index: number): Month {
  const { first, count } = timeline;
  const within = Number.isInteger(index) && index >= 0 && index < count;
  if (!within)
    throw new RangeError(`there is no period ${index}: the timeline has ${count}, numbered from 0`);
  return first + index * periodMonths(timeline);
}

/**
 * The name of a period as a column heads it: `2014/15`, `2014/15 Q1` or `Apr 2014`.
 *
 * @example
 * ```ts
 * import { periodLabel, timelineOfYears } from "invest-to-save";
 * periodLabel(timelineOfYears(2014, 2018), 4); // => "2018/19"
 * ```
 */
export function periodLabel(timeline: Timeline, index: number): string {
  return formatSpan(timeline.grain, periodFirstMonth(timeline, index), timeline.yearStart);
}

/**
 * The first day of a period, in days since 1 January 1970.
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
 * The last day of a period, in days since 1 January 1970; it is part of the period.
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
 * The days in a period.
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
 * a part of that year.
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
 * The financial year that a period belongs to, as the calendar year in which it starts.
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
 * The financial years that a timeline touches, as written, in order.
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
 * The number of the period that a day falls in, or `undefined` where it falls in none.
 *
 * @example
 * ```ts
 * import { dayOf, periodOfDay, timelineOfYears } from "invest-to-save";
 * periodOfDay(timelineOfYears(2014, 2018), dayOf(2015, 4, 13)); // => 1
 * ```
 */
export function periodOfDay(timeline: Timeline, day: Day): number | undefined {
  const index = Math.floor((monthOfDay(day) - timeline.first) / periodMonths(timeline));
  return index >= 0 && index < timeline.count ? index : undefined;
}

/**
 * Reads a year, a quarter or a month as the periods of a timeline that it covers, first and last included. A
 * year on a monthly timeline covers its twelve months, or those of them that the timeline has where it starts
 * or ends within that year. Refused are a key finer than the timeline's periods and one wholly outside it.
 *
 * @example
 * ```ts
 * import { parsePeriod, timelineOfYears } from "invest-to-save";
 * const months = timelineOfYears(2014, 2018, { grain: "month" });
 * parsePeriod(months, "2015/16"); // => { ok: true, value: { first: 12, last: 23, grain: "year" } }
 * ```
 */
export function parsePeriod(timeline: Timeline, text: string): Parsed<PeriodRange> {
  const read = parseSpan(text, timeline.yearStart);
  if (!read.ok) return read;
  const { grain, first, last } = read.value;
  const months = periodMonths(timeline);
  if (MONTHS_IN[grain] < months) return tooFine(timeline, grain, first);
  const before = (first - timeline.first) / months;
  const end = (last + 1 - timeline.first) / months - 1;
  if (end < 0 || before >= timeline.count)
    return beyond(timeline, formatSpan(grain, first, timeline.yearStart));
  return accepted({ first: Math.max(0, before), last: Math.min(timeline.count - 1, end), grain });
}

function tooFine(timeline: Timeline, grain: Grain, month: Month): Refusal {
  const label = formatSpan(timeline.grain, month, timeline.yearStart);
  const hint = `write ${label}, or give the timeline ${grain}s for its periods`;
  return refused("finer", `a ${timeline.grain} such as ${periodLabel(timeline, 0)}, not a ${grain}`, hint);
}

function beyond(timeline: Timeline, label: string): Refusal {
  const hint = `leave ${label} out, or lengthen the timeline to hold it`;
  return refused("outside", `a period within ${formatTimeline(timeline)}`, hint);
}

/**
 * The timeline of longer periods that takes in all of a timeline: months rolled up to quarters or years,
 * quarters to years. Its periods are whole, so where the finer timeline starts or ends within a year, that
 * year is there and has fewer of the finer periods. Throws a RangeError for a shorter grain.
 *
 * @example
 * ```ts
 * import { coarser, formatTimeline, timelineOfYears } from "invest-to-save";
 * const months = timelineOfYears(2014, 2018, { grain: "month" });
 * formatTimeline(coarser(months, "year")); // => "2014/15 to 2018/19"
 * ```
 */
export function coarser(timeline: Timeline, grain: Grain): Timeline {
  const { yearStart, first } = timeline;
  const size = MONTHS_IN[grain];
  if (size < periodMonths(timeline))
    throw new RangeError(`a ${timeline.grain} does not roll up to a ${grain}`);
  const whole = (month: Month) => yearStart - 1 + Math.floor((month - (yearStart - 1)) / size) * size;
  const last = first + timeline.count * periodMonths(timeline) - 1;
  return build(grain, yearStart, whole(first), whole(last) + size - 1);
}

/**
 * The numbers, in order, of the periods of a finer timeline that lie within one period of a coarser one.
 * Throws a RangeError where the two start their financial years in different months or the first is not as
 * fine as the second.
 *
 * @example
 * ```ts
 * import { coarser, periodsWithin, timelineOfYears } from "invest-to-save";
 * const quarters = timelineOfYears(2014, 2018, { grain: "quarter" });
 * periodsWithin(quarters, coarser(quarters, "year"), 1); // => [4, 5, 6, 7]
 * ```
 */
export function periodsWithin(fine: Timeline, coarse: Timeline, index: number): number[] {
  const start = periodFirstMonth(coarse, index);
  const size = periodMonths(fine);
  if (fine.yearStart !== coarse.yearStart)
    throw new RangeError("the two timelines start their years in different months");
  if (size > periodMonths(coarse)) throw new RangeError(`a ${fine.grain} is not within a ${coarse.grain}`);
  const first = Math.max(0, (start - fine.first) / size);
  const end = Math.min(fine.count, (start + periodMonths(coarse) - fine.first) / size);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}
