import { checkKeyed } from "../issue/given.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { APRIL } from "./calendar.ts";
import { checkGrain, checkTimeline, checkYear, MOST_PERIODS } from "./given.ts";
import type { Month } from "./month.ts";
import { accepted, type Parsed, refused, trimmedText } from "./parsed.ts";
import { formatSpan, type Grain, MONTHS_IN, parseSpan, type Span } from "./span.ts";
import { type FinancialYear, firstMonthOfYear, requireYearStart } from "./year.ts";

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
 * The timeline from one month to another, both included; they must be the ends of whole periods.
 *
 * @internal
 */
export function timelineOfMonths(grain: Grain, yearStart: number, first: Month, last: Month): Timeline {
  return Object.freeze({ grain, yearStart, first, count: (last - first + 1) / MONTHS_IN[grain] });
}

/**
 * The timeline from the start of one financial year to the end of another, each given as the calendar year in
 * which it starts. Text from a person is for {@link parseTimeline}. Throws {@link InvestToSaveError} with `end-before-start`
 * if the last is before the first, `out-of-range` for more than 1,200 periods, and `wrong-shape` or `out-of-range` for what
 * is no whole year, no grain, or no month of the year.
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
  const { grain, yearStart } = checked(options);
  checkYear(last);
  const timeline = timelineOfMonths(
    grain,
    yearStart,
    firstMonthOfYear(first, yearStart),
    firstMonthOfYear(last + 1, yearStart) - 1,
  );
  if (timeline.count < 1) throw backwards(first, last);
  if (timeline.count > MOST_PERIODS) throw tooLong(timeline.count);
  return timeline;
}

/** How a timeline is divided, with what is meant where it is not said. */
function checked(options: TimelineOptions): { grain: Grain; yearStart: number } {
  checkKeyed(options, ["options"], "keys with values, such as { grain: “month” }");
  const { grain = "year", yearStart = APRIL } = options;
  checkGrain(grain);
  requireYearStart(yearStart);
  return { grain, yearStart };
}

function backwards(first: FinancialYear, last: FinancialYear): InvestToSaveError {
  return refusal({
    code: "end-before-start",
    path: ["last"],
    message: `the last year, ${last}, is before the first, ${first}`,
    expected: `a year from ${first} on`,
    received: String(last),
    hint: "give the first year first",
  });
}

function tooLong(count: number): InvestToSaveError {
  return refusal({
    code: "out-of-range",
    path: ["last"],
    message: `${count} periods; a timeline has at most 1,200`,
    expected: "at most 1,200 periods",
    received: `${count} periods`,
    hint: "end the timeline sooner, or make the grain coarser",
  });
}

/**
 * Reads a timeline: `2014/15 to 2018/19`, or a single year `2014/15`, divided into periods of the grain asked
 * for. Its ends may also be quarters or months (`Mar 2011 to Mar 2020`, both included), so that a monthly
 * timeline starts in any month, a quarterly one at any quarter; a yearly one is whole years. At most 1,200
 * periods. What is no text is refused as one that is malformed. Throws {@link InvestToSaveError} with `wrong-shape` or
 * `out-of-range` for options that cannot be.
 *
 * @example
 * ```ts
 * import { parseTimeline } from "invest-to-save";
 * const read = parseTimeline("Mar 2011 to Mar 2020", { grain: "month" });
 * read.ok ? read.value.count : 0; // => 109
 * ```
 */
export function parseTimeline(text: string, options: TimelineOptions = {}): Parsed<Timeline> {
  const { grain, yearStart } = checked(options);
  const [from = "", to = from, ...more] = trimmedText(text).split(/\s+to\s+/i);
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
  const timeline = timelineOfMonths(grain, yearStart, start.first, end.last);
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
 * start, it gives the same timeline. Throws {@link InvestToSaveError} with `wrong-shape` for what is no timeline.
 *
 * @example
 * ```ts
 * import { formatTimeline, timelineOfYears } from "invest-to-save";
 * formatTimeline(timelineOfYears(2014, 2018)); // => "2014/15 to 2018/19"
 * ```
 */
export function formatTimeline(timeline: Timeline): string {
  checkTimeline(timeline);
  const { grain, yearStart, first, count } = timeline;
  const from = formatSpan(grain, first, yearStart);
  const last = first + (count - 1) * MONTHS_IN[grain];
  return count === 1 ? from : `${from} to ${formatSpan(grain, last, yearStart)}`;
}
