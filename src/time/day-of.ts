import { checkWord } from "../issue/given.ts";
import { APRIL } from "./calendar.ts";
import { type Day, parseDay } from "./day.ts";
import { firstDayOfMonth, lastDayOfMonth } from "./month.ts";
import { type Parsed, refused } from "./parsed.ts";
import { periodYear } from "./period.ts";
import { parseSpan } from "./span.ts";
import type { Timeline } from "./timeline.ts";
import {
  EXAMPLE_YEAR,
  type FinancialYear,
  formatFinancialYear,
  hintForFY,
  requireYearStart,
} from "./year.ts";

/** Which day of a longer span is meant: its first, for a start, or its last, for an end. */
export type Edge = "first" | "last";

/**
 * Reads a day, in days since 1 January 1970, where a month, quarter or financial year may be written for its first or
 * its last day. What is no text is refused as one that is malformed. Throws {@link InvestToSaveError} with `wrong-shape` for
 * an edge that is neither, and with `wrong-shape` or `out-of-range` for a year start that is no month of the year.
 *
 * @example
 * ```ts
 * import { formatDay, parseDayOf } from "invest-to-save";
 * const end = parseDayOf("2015/16", "last");
 * end.ok && formatDay(end.value); // => "2016-03-31"
 * ```
 */
export function parseDayOf(text: string, edge: Edge, yearStart: number = APRIL): Parsed<Day> {
  return dayOfSuchAs(text, edge, yearStart, EXAMPLE_YEAR + 1);
}

/**
 * Reads a day for a timeline as {@link parseDayOf} does; a refusal shows one of its first year.
 *
 * @internal
 */
export function dayWithin(timeline: Timeline, text: string, edge: Edge): Parsed<Day> {
  return dayOfSuchAs(text, edge, timeline.yearStart, periodYear(timeline, 0));
}

function dayOfSuchAs(text: string, edge: Edge, yearStart: number, known: FinancialYear): Parsed<Day> {
  checkWord(edge, ["first", "last"], ["edge"]);
  requireYearStart(yearStart);
  const day = parseDay(text);
  if (day.ok || day.reason === "impossible") return day;
  const span = parseSpan(text, yearStart);
  if (!span.ok) {
    return refused(
      span.reason,
      "a day, a month or a financial year",
      hintForFY(text, yearStart) ??
        `write it like ${known}-04-13, Apr ${known} or ${formatFinancialYear(known, yearStart)}`,
    );
  }
  const value = edge === "first" ? firstDayOfMonth(span.value.first) : lastDayOfMonth(span.value.last);
  return { ok: true, value };
}
