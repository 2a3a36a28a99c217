import { formatDay, parseDay } from "./day.ts";
import { formatMonth, type Month, monthSuchAs } from "./month.ts";
import { accepted, type Parsed, refused, trimmedText } from "./parsed.ts";
import { firstMonthOfQuarter, formatQuarter, quarterOfMonth, quarterSuchAs } from "./quarter.ts";
import {
  EXAMPLE_YEAR,
  firstMonthOfYear,
  formatFinancialYear,
  hintForFY,
  yearOfMonth,
  yearSuchAs,
} from "./year.ts";

/**
 * How long each period of a timeline is: a financial year, a quarter of one, or a month.
 *
 * @example
 * ```ts
 * import { type Grain, timelineOfYears } from "invest-to-save";
 * const grain: Grain = "month";
 * timelineOfYears(2014, 2015, { grain }).count; // => 24
 * ```
 */
export type Grain = "year" | "quarter" | "month";

/**
 * The months in a period of each grain.
 *
 * @internal
 */
export const MONTHS_IN = { year: 12, quarter: 3, month: 1 } as const;

/**
 * A written year, quarter or month as the months it covers, both included.
 *
 * @internal
 */
export interface Span {
  readonly grain: Grain;
  readonly first: Month;
  readonly last: Month;
}

const BEGINS_WITH_A_LETTER = /^[A-Za-z]/;
const ENDS_WITH_A_QUARTER = /\sq\d+$/i;

/**
 * Reads a year, a quarter or a month, whichever the text looks like; a refusal shows one of a year that the reader knows.
 *
 * @internal
 */
export function parseSpan(text: string, yearStart: number, known = EXAMPLE_YEAR): Parsed<Span> {
  const trimmed = trimmedText(text);
  if (parseDay(trimmed).ok) {
    return refused(
      "finer",
      "a year, a quarter or a month",
      `write the month it falls in, such as Apr ${known}`,
    );
  }
  const hint = hintForFY(trimmed, yearStart);
  if (hint !== undefined)
    return refused("malformed", `a financial year such as ${formatFinancialYear(known, yearStart)}`, hint);
  if (BEGINS_WITH_A_LETTER.test(trimmed))
    return spanFrom("month", monthSuchAs(trimmed, known), (month) => month);
  if (ENDS_WITH_A_QUARTER.test(trimmed)) {
    return spanFrom("quarter", quarterSuchAs(trimmed, yearStart, known), (q) =>
      firstMonthOfQuarter(q, yearStart),
    );
  }
  return spanFrom("year", yearSuchAs(trimmed, yearStart, known), (y) => firstMonthOfYear(y, yearStart));
}

function spanFrom(grain: Grain, read: Parsed<number>, firstMonth: (value: number) => Month): Parsed<Span> {
  if (!read.ok) return read;
  const first = firstMonth(read.value);
  return accepted({ grain, first, last: first + MONTHS_IN[grain] - 1 });
}

/**
 * Writes the year, quarter or month that a month falls in.
 *
 * @internal
 */
export function formatSpan(grain: Grain, month: Month, yearStart: number): string {
  if (grain === "year") return formatFinancialYear(yearOfMonth(month, yearStart), yearStart);
  if (grain === "quarter") return formatQuarter(quarterOfMonth(month, yearStart), yearStart);
  return formatMonth(month);
}

/**
 * The one way in which a written year, quarter, month or day is printed, however it was spelled: `2025/26` for `25-26`.
 * `undefined` for what is none of these.
 *
 * @internal
 */
export function asPrinted(text: string, yearStart: number): string | undefined {
  const day = parseDay(text);
  if (day.ok) return formatDay(day.value);
  const span = parseSpan(text, yearStart);
  return span.ok ? formatSpan(span.value.grain, span.value.first, yearStart) : undefined;
}
