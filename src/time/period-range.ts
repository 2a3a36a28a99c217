import { checkTimeline } from "./given.ts";
import type { Month } from "./month.ts";
import { accepted, type Parsed, type Refusal, refused } from "./parsed.ts";
import { periodLabel, periodMonths, periodYear } from "./period.ts";
import { formatSpan, type Grain, MONTHS_IN, parseSpan } from "./span.ts";
import { formatTimeline, type Timeline } from "./timeline.ts";

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

/**
 * Reads a year, a quarter or a month as the periods of a timeline that it covers, first and last included. A
 * year on a monthly timeline covers its twelve months, or those of them that the timeline has where it starts
 * or ends within that year. Refused are a key finer than the timeline's periods, one wholly outside it and, as
 * malformed, what is no text. Throws {@link InvestToSaveError} with `wrong-shape` for what is no timeline.
 *
 * @example
 * ```ts
 * import { parsePeriod, timelineOfYears } from "invest-to-save";
 * const months = timelineOfYears(2014, 2018, { grain: "month" });
 * parsePeriod(months, "2015/16"); // => { ok: true, value: { first: 12, last: 23, grain: "year" } }
 * ```
 */
export function parsePeriod(timeline: Timeline, text: string): Parsed<PeriodRange> {
  checkTimeline(timeline);
  const read = parseSpan(text, timeline.yearStart, periodYear(timeline, 0));
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
