import { UTCDate } from "@date-fns/utc";
import { millisecondsInDay } from "date-fns/constants";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { checkWhole } from "../issue/given.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { isKnownYear, KNOWN_YEARS, monthNamed, nameOfMonth, twoDigits } from "./calendar.ts";
import { checkDay, checkMonthOfYear, checkYear } from "./given.ts";
import { accepted, type Parsed, refused, trimmedText } from "./parsed.ts";

/**
 * A day as a whole number of days since 1 January 1970, which is day 0. It has no clock and no time zone, so
 * two days subtract to the days between them.
 *
 * @example
 * ```ts
 * import { type Day, dayOf } from "invest-to-save";
 * const start: Day = dayOf(2015, 4, 13);
 * dayOf(2015, 4, 30) - start; // => 17
 * ```
 */
export type Day = number;

const EXPECTED = "a date such as 2015-04-13 or 13 April 2015";
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WORDS = /^(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})$/;

function daysInMonth(year: number, month1to12: number): number {
  return getDaysInMonth(new UTCDate(year, month1to12 - 1, 1));
}

// A pattern for each form of a day, and not each day: many thousands of literals would take the compiler minutes.
type Below30<Month extends string> = `${number}-${Month}-${"0" | "1" | "2"}${number}`;
type ShortMonth = "04" | "06" | "09" | "11";
type LongMonth = "01" | "03" | "05" | "07" | "08" | "10" | "12";
type MonthName =
  | "January"
  | "February"
  | "March"
  | "April"
  | "May"
  | "June"
  | "July"
  | "August"
  | "September"
  | "October"
  | "November"
  | "December";
type MonthShortName =
  | "Jan"
  | "Feb"
  | "Mar"
  | "Apr"
  | "Jun"
  | "Jul"
  | "Aug"
  | "Sep"
  | "Sept"
  | "Oct"
  | "Nov"
  | "Dec";

/**
 * A day as it is written in ISO 8601: year, month, day. The compiler refuses a month that there is not, and the 30th and
 * 31st of months that have none: `2015-13-01`, `2015-04-31`, `2015-4-1`. Whether 29 February is in the year is left to
 * {@link parseDay}, as is the range of years.
 *
 * @example
 * ```ts
 * import { type DayText, parseDay } from "invest-to-save";
 * const day: DayText = "2015-04-13";
 * parseDay(day); // => { ok: true, value: 16538 }
 * ```
 */
export type DayText =
  | Below30<"02" | ShortMonth | LongMonth>
  | `${number}-${ShortMonth | LongMonth}-30`
  | `${number}-${LongMonth}-31`;

/**
 * A day in words: its number, the month in full or in three letters, the year. The compiler refuses what is no month; how
 * many days the month has is left to {@link parseDay}.
 *
 * @example
 * ```ts
 * import { type DayInWords, parseDay } from "invest-to-save";
 * const day: DayInWords = "13 April 2015";
 * parseDay(day); // => { ok: true, value: 16538 }
 * ```
 */
export type DayInWords = `${number} ${MonthName | MonthShortName} ${number}`;

/**
 * The day of a calendar year, month (1 to 12) and date (1 to 31), in days since 1 January 1970. Text from a person is
 * for {@link parseDay}. Throws {@link InvestToSaveError} with `out-of-range` where there is no such day, and `wrong-shape`
 * for what is no number.
 *
 * @example
 * ```ts
 * import { dayOf } from "invest-to-save";
 * dayOf(1970, 1, 1); // => 0
 * dayOf(2015, 4, 13); // => 16538
 * ```
 */
export function dayOf(year: number, month1to12: number, date: number): Day {
  checkYear(year);
  checkMonthOfYear(month1to12, "month");
  checkWhole(date, ["date"], { least: 1, most: 31, expected: "a day of the month, from 1 to 31" });
  const at = new UTCDate(year, month1to12 - 1, date);
  const real = at.getFullYear() === year && at.getMonth() === month1to12 - 1 && at.getDate() === date;
  if (!real) throw noDay(year, month1to12, date);
  return at.getTime() / millisecondsInDay;
}

function noDay(year: number, month1to12: number, date: number): InvestToSaveError {
  const words = `${date} ${nameOfMonth(month1to12)} ${year}`;
  return refusal({
    code: "out-of-range",
    path: ["date"],
    message: `there is no day ${words}`,
    expected: "a day of the calendar",
    received: words,
    hint: "check how many days the month has; years have four digits",
  });
}

/**
 * The calendar year, the month (1 to 12) and the date (1 to 31) of a day. Refuses what is none.
 *
 * @internal
 */
export function calendarOfDay(day: Day): { year: number; month: number; date: number } {
  checkDay(day);
  const at = new UTCDate(day * millisecondsInDay);
  return { year: at.getFullYear(), month: at.getMonth() + 1, date: at.getDate() };
}

/**
 * Reads a date, in days since 1 January 1970. The forms are `2015-04-13`, `13 April 2015` and `13 Apr 2015`;
 * a date all in figures with the day first is refused, because others read it with the month first. Years are
 * 1900 to 2199. Throws nothing: what is no text is refused as one that is malformed.
 *
 * @example
 * ```ts
 * import { parseDay } from "invest-to-save";
 * parseDay("13 April 2015"); // => { ok: true, value: 16538 }
 * ```
 */
export function parseDay(text: string): Parsed<Day> {
  const trimmed = trimmedText(text);
  const iso = ISO.exec(trimmed);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const words = WORDS.exec(trimmed);
  if (!words) return refused("malformed", EXPECTED, "write the date as 2015-04-13 or 13 April 2015");
  const month = monthNamed(words[2] ?? "");
  if (month === undefined)
    return refused("malformed", EXPECTED, `"${words[2]}" is not a month; write April or Apr`);
  return dayFrom(Number(words[3]), month, Number(words[1]));
}

function dayFrom(year: number, month: number, date: number): Parsed<Day> {
  if (!isKnownYear(year)) return refused("outside", KNOWN_YEARS, `check the year ${year}`);
  if (month < 1 || month > 12) {
    return refused(
      "impossible",
      "a month from 01 to 12",
      "write the year first, then the month, then the day",
    );
  }
  const days = daysInMonth(year, month);
  if (date < 1 || date > days) {
    return refused("impossible", `a day from 1 to ${days}`, `${nameOfMonth(month)} ${year} has ${days} days`);
  }
  return accepted(dayOf(year, month, date));
}

/**
 * Writes a day as an ISO date, year first. Throws {@link InvestToSaveError} with `wrong-shape` or `out-of-range` for what
 * is no day.
 *
 * @example
 * ```ts
 * import { formatDay } from "invest-to-save";
 * formatDay(16538); // => "2015-04-13"
 * ```
 */
export function formatDay(day: Day): DayText {
  const { year, month, date } = calendarOfDay(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}` as DayText;
}

/**
 * Writes a day in words, as in a letter. Throws {@link InvestToSaveError} with `wrong-shape` or `out-of-range` for what is
 * no day.
 *
 * @example
 * ```ts
 * import { dayWords } from "invest-to-save";
 * dayWords(16538); // => "13 April 2015"
 * ```
 */
export function dayWords(day: Day): string {
  const { year, month, date } = calendarOfDay(day);
  return `${date} ${nameOfMonth(month)} ${year}`;
}
