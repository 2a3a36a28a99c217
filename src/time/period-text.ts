import type { DayInWords, DayText } from "./day.ts";
import type { CalendarYearText, FinancialYearText } from "./year.ts";

type MonthWord =
  | "Jan"
  | "Feb"
  | "Mar"
  | "Apr"
  | "May"
  | "Jun"
  | "Jul"
  | "Aug"
  | "Sep"
  | "Oct"
  | "Nov"
  | "Dec";

/**
 * The months that the compiler accepts as text, such as `Apr 2015`.
 *
 * @example
 * ```ts
 * import { type MonthText, parseMonth } from "invest-to-save";
 * const month: MonthText = "Apr 2015";
 * parseMonth(month); // => { ok: true, value: 24183 }
 * ```
 */
export type MonthText = `${MonthWord} ${CalendarYearText}`;

/**
 * The periods that the compiler accepts as text where amounts are given: a financial year, one of its
 * quarters, or a month. Whether it lies in the timeline is found out when the programme is built.
 *
 * @example
 * ```ts
 * import { parsePeriod, type PeriodText, timelineOfYears } from "invest-to-save";
 * const period: PeriodText = "2015/16";
 * parsePeriod(timelineOfYears(2014, 2018), period); // => { ok: true, value: { first: 1, last: 1, grain: "year" } }
 * ```
 */
export type PeriodText = FinancialYearText | `${FinancialYearText} Q${1 | 2 | 3 | 4}` | MonthText;

/**
 * When something starts or ends, as the compiler accepts it: a day such as `2015-04-13` or `13 April 2015`, or a month,
 * quarter or financial year, which stands for its first or last day.
 *
 * @example
 * ```ts
 * import { formatDay, parseDayOf, type WhenText } from "invest-to-save";
 * const when: WhenText = "13 April 2015";
 * const read = parseDayOf(when, "first");
 * read.ok && formatDay(read.value); // => "2015-04-13"
 * ```
 */
export type WhenText = PeriodText | DayText | DayInWords;
