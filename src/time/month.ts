import { isKnownYear, KNOWN_YEARS, monthNamed, shortNameOfMonth } from "./calendar.ts";
import { calendarOfDay, type Day, dayOf } from "./day.ts";
import { checkMonth, checkMonthOfYear, checkYear } from "./given.ts";
import { accepted, type Parsed, refused, trimmedText } from "./parsed.ts";

/**
 * A calendar month as a whole number: twelve times the calendar year, plus 0 for January up to 11 for
 * December. Two months subtract to the months between them.
 *
 * @example
 * ```ts
 * import { type Month, monthOf } from "invest-to-save";
 * const start: Month = monthOf(2014, 4);
 * monthOf(2015, 4) - start; // => 12
 * ```
 */
export type Month = number;

const WORDS = /^([A-Za-z]+)\s+(\d{4})$/;
const FIGURES = /^(\d{4})-(\d{1,2})$/;

/**
 * The month of a calendar year and a month of it, 1 to 12. Throws {@link InvestToSaveError} with `out-of-range` for a
 * month of the year beyond those, and `wrong-shape` for what is no number.
 *
 * @example
 * ```ts
 * import { monthOf } from "invest-to-save";
 * monthOf(2015, 4); // => 24183
 * ```
 */
export function monthOf(year: number, month1to12: number): Month {
  checkYear(year);
  checkMonthOfYear(month1to12, "month");
  return year * 12 + month1to12 - 1;
}

/**
 * The calendar year and the month of it (1 to 12) of a month. Refuses what is none.
 *
 * @internal
 */
export function calendarOfMonth(month: Month): { year: number; month: number } {
  checkMonth(month);
  const year = Math.floor(month / 12);
  return { year, month: month - year * 12 + 1 };
}

/**
 * Reads a month, as twelve times the year plus 0 to 11. The forms are `Apr 2015` and `April 2015`; `2015-04`
 * is refused, because `2014-15` is a financial year. Years are 1900 to 2199. Throws nothing: what is no text is refused
 * as one that is malformed.
 *
 * @example
 * ```ts
 * import { parseMonth } from "invest-to-save";
 * parseMonth("Apr 2015"); // => { ok: true, value: 24183 }
 * ```
 */
export function parseMonth(text: string): Parsed<Month> {
  return monthSuchAs(text, 2015);
}

/**
 * Reads a month as {@link parseMonth} does; a refusal shows one of a calendar year that the reader knows.
 *
 * @internal
 */
export function monthSuchAs(text: string, known: number): Parsed<Month> {
  const expected = `a month such as Apr ${known} or April ${known}`;
  const trimmed = trimmedText(text);
  const words = WORDS.exec(trimmed);
  if (!words)
    return refused("malformed", expected, hintForFigures(trimmed) ?? `write the month as Apr ${known}`);
  const month = monthNamed(words[1] ?? "");
  if (month === undefined)
    return refused("malformed", expected, `"${words[1]}" is not a month; write Apr or April`);
  const year = Number(words[2]);
  if (!isKnownYear(year)) return refused("outside", KNOWN_YEARS, `check the year ${year}`);
  return accepted(monthOf(year, month));
}

/**
 * What to write for `2015-04`: the month in words, because a year and two figures is the form of a financial
 * year. `undefined` where the text is no such month in figures.
 *
 * @internal
 */
export function hintForFigures(text: string): string | undefined {
  const figures = FIGURES.exec(text);
  const month = Number(figures?.[2]);
  if (!figures || month < 1 || month > 12) return undefined;
  return `write ${shortNameOfMonth(month)} ${figures[1]}; figures such as 2014-15 are a financial year`;
}

/**
 * Writes a month with its name in three letters. Throws {@link InvestToSaveError} with `wrong-shape` or `out-of-range` for
 * what is no month.
 *
 * @example
 * ```ts
 * import { formatMonth, monthOf } from "invest-to-save";
 * formatMonth(monthOf(2015, 4)); // => "Apr 2015"
 * ```
 */
export function formatMonth(month: Month): string {
  const at = calendarOfMonth(month);
  return `${shortNameOfMonth(at.month)} ${at.year}`;
}

/**
 * The month that a day falls in, as twelve times the year plus 0 to 11. Throws {@link InvestToSaveError} with `wrong-shape`
 * or `out-of-range` for what is no day.
 *
 * @example
 * ```ts
 * import { dayOf, formatMonth, monthOfDay } from "invest-to-save";
 * formatMonth(monthOfDay(dayOf(2015, 4, 13))); // => "Apr 2015"
 * ```
 */
export function monthOfDay(day: Day): Month {
  const { year, month } = calendarOfDay(day);
  return monthOf(year, month);
}

/**
 * The first day of a month, in days since 1 January 1970. Throws {@link InvestToSaveError} with `wrong-shape` or
 * `out-of-range` for what is no month.
 *
 * @example
 * ```ts
 * import { firstDayOfMonth, formatDay, monthOf } from "invest-to-save";
 * formatDay(firstDayOfMonth(monthOf(2016, 2))); // => "2016-02-01"
 * ```
 */
export function firstDayOfMonth(month: Month): Day {
  const at = calendarOfMonth(month);
  return dayOf(at.year, at.month, 1);
}

/**
 * The last day of a month, in days since 1 January 1970; it is part of the month. Throws {@link InvestToSaveError} with
 * `wrong-shape` or `out-of-range` for what is no month.
 *
 * @example
 * ```ts
 * import { formatDay, lastDayOfMonth, monthOf } from "invest-to-save";
 * formatDay(lastDayOfMonth(monthOf(2016, 2))); // => "2016-02-29"
 * ```
 */
export function lastDayOfMonth(month: Month): Day {
  checkMonth(month);
  return firstDayOfMonth(month + 1) - 1;
}
