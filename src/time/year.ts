import { APRIL, isKnownYear, KNOWN_YEARS, nameOfMonth, twoDigits } from "./calendar.ts";
import { checkMonth, checkMonthOfYear, checkYear } from "./given.ts";
import { calendarOfMonth, hintForFigures, type Month, monthOf } from "./month.ts";
import { accepted, type Parsed, type Refusal, refused, trimmedText } from "./parsed.ts";

/**
 * A financial year, as the calendar year in which it starts: 2014 is 2014/15. The month in which it starts, 1
 * to 12, is given beside it wherever it matters; left out, it is 4 (April). A year that starts in January is
 * a calendar year.
 *
 * @example
 * ```ts
 * import { type FinancialYear, formatFinancialYear } from "invest-to-save";
 * const year: FinancialYear = 2014;
 * formatFinancialYear(year); // => "2014/15"
 * ```
 */
export type FinancialYear = number;

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
interface After {
  "0": "1";
  "1": "2";
  "2": "3";
  "3": "4";
  "4": "5";
  "5": "6";
  "6": "7";
  "7": "8";
  "8": "9";
  "9": "0";
}
type UnitsBelow9 = Exclude<Digit, "9">;
/** The ten years of a decade, of tens digit `T`: `T0/T1` to `T8/T9`, then `T9/` the next decade. */
type Decade<Century extends string, T extends Digit, Mark extends string> =
  | { [U in UnitsBelow9]: `${Century}${T}${U}${Mark}${T}${After[U]}` }[UnitsBelow9]
  | `${Century}${T}9${Mark}${After[T]}0`;
type Decades<Century extends string, Tens extends Digit, Mark extends string> = {
  [T in Tens]: Decade<Century, T, Mark>;
}[Tens];
type LongForm<Mark extends string> = Decades<"19", "9", Mark> | Decades<"20", Digit, Mark>;

/**
 * The financial years that the compiler accepts as text, each with its successor: `2014/15` and `2014-15`
 * from 1990/91 to 2099/00, and `14/15` from 90/91 (1990) to 79/80 (2079). A slip such as `2014/16` does not
 * compile.
 *
 * @example
 * ```ts
 * import { type FinancialYearText, parseFinancialYear } from "invest-to-save";
 * const year: FinancialYearText = "2014/15";
 * parseFinancialYear(year); // => { ok: true, value: 2014 }
 * ```
 */
export type FinancialYearText = LongForm<"/"> | LongForm<"-"> | Decades<"", Exclude<Digit, "8">, "/">;

/**
 * The calendar years that the compiler accepts as text, for programmes whose years start in January: 1990 to
 * 2099.
 *
 * @example
 * ```ts
 * import { type CalendarYearText, parseFinancialYear } from "invest-to-save";
 * const year: CalendarYearText = "2014";
 * parseFinancialYear(year, 1); // => { ok: true, value: 2014 }
 * ```
 */
export type CalendarYearText = `199${Digit}` | `20${Digit}${Digit}`;

const SPLIT = /^(\d{4}|\d{2})[/\-\u2013](\d{4}|\d{1,2})$/;
/**
 * The year that examples show where nothing better is known.
 *
 * @internal
 */
export const EXAMPLE_YEAR: FinancialYear = 2014;

const PLAIN = /^\d{4}$/;

/** Two figures are a year of this century up to 79, of the last one from 80. */
function century(twoFigures: number): number {
  return twoFigures < 80 ? 2000 + twoFigures : 1900 + twoFigures;
}

/**
 * Reads a financial year, as the calendar year in which it starts. The forms are `2014/15`, `14/15`,
 * `2014-15` and `2014/2015`, with a slash, a hyphen or an en dash; the second part is the year after the
 * first. Two figures are 2000 to 2079 for 00 to 79 and 1980 to 1999 for 80 to 99. Where the year starts in
 * January (`yearStart` 1) a year is written `2014`, and only so. All its days lie in 1900 to 2199. What is no
 * text is refused as one that is malformed. Throws {@link InvestToSaveError} with `wrong-shape` or `out-of-range` for a year
 * start that is no month of the year.
 *
 * @example
 * ```ts
 * import { parseFinancialYear } from "invest-to-save";
 * parseFinancialYear("2014/15"); // => { ok: true, value: 2014 }
 * parseFinancialYear("99/00"); // => { ok: true, value: 1999 }
 * parseFinancialYear("2014", 1); // => { ok: true, value: 2014 }
 * ```
 */
export function parseFinancialYear(text: string, yearStart: number = APRIL): Parsed<FinancialYear> {
  return yearSuchAs(text, yearStart, EXAMPLE_YEAR);
}

/**
 * Reads a financial year as {@link parseFinancialYear} does; a refusal shows a year such as one that the reader knows.
 *
 * @internal
 */
export function yearSuchAs(text: string, yearStart: number, example: FinancialYear): Parsed<FinancialYear> {
  requireYearStart(yearStart);
  const trimmed = trimmedText(text);
  const split = SPLIT.exec(trimmed);
  if (yearStart === 1) return calendarYear(trimmed, split?.[1], example);
  if (!split) return notAYear(trimmed, yearStart, example);
  const [, left = "", right = ""] = split;
  const year = left.length === 2 ? century(Number(left)) : Number(left);
  if (!isKnownYear(year) || !isKnownYear(year + 1))
    return refused("outside", KNOWN_YEARS, `check the year ${trimmed}`);
  const written = formatFinancialYear(year, yearStart);
  const successor =
    right === twoDigits((year + 1) % 100) || (left.length === 4 && right === String(year + 1));
  if (successor) return accepted(year);
  return refused("malformed", `the financial year ${written}`, hintForFigures(trimmed) ?? `write ${written}`);
}

function calendarYear(text: string, left: string | undefined, example: FinancialYear): Parsed<FinancialYear> {
  if (!PLAIN.test(text)) {
    const instead = left?.length === 4 ? left : String(example);
    return refused(
      "malformed",
      `a calendar year such as ${example}`,
      `years here start in January: write ${instead}`,
    );
  }
  const year = Number(text);
  return isKnownYear(year) ? accepted(year) : refused("outside", KNOWN_YEARS, `check the year ${text}`);
}

function notAYear(text: string, yearStart: number, example: FinancialYear): Refusal {
  const such = formatFinancialYear(example, yearStart);
  const known = PLAIN.test(text) && isKnownYear(Number(text));
  const starting = `for the year that starts in ${nameOfMonth(yearStart)} ${text}`;
  const hint = known ? `write ${formatFinancialYear(Number(text))} ${starting}` : `write the year as ${such}`;
  return refused("malformed", `a financial year such as ${such}`, hint);
}

/**
 * Writes a financial year: `2014/15`, or `2014` where the year starts in January. Throws {@link InvestToSaveError} with
 * `wrong-shape` or `out-of-range` for what is no whole year, or no month of the year.
 *
 * @example
 * ```ts
 * import { formatFinancialYear } from "invest-to-save";
 * formatFinancialYear(1999); // => "1999/00"
 * formatFinancialYear(2014, 1); // => "2014"
 * ```
 */
export function formatFinancialYear(year: FinancialYear, yearStart: number = APRIL): string {
  requireYearStart(yearStart);
  checkYear(year);
  return yearStart === 1 ? String(year) : `${year}/${twoDigits((year + 1) % 100)}`;
}

/**
 * The financial year that a month falls in, as the calendar year in which it starts. Throws {@link InvestToSaveError}
 * with `wrong-shape` or `out-of-range` for what is no month, or no month of the year.
 *
 * @example
 * ```ts
 * import { monthOf, yearOfMonth } from "invest-to-save";
 * yearOfMonth(monthOf(2015, 3)); // => 2014
 * yearOfMonth(monthOf(2015, 4)); // => 2015
 * ```
 */
export function yearOfMonth(month: Month, yearStart: number = APRIL): FinancialYear {
  requireYearStart(yearStart);
  checkMonth(month);
  return calendarOfMonth(month - (yearStart - 1)).year;
}

/**
 * The first month of a financial year; the year is that month and the eleven after it. Throws {@link InvestToSaveError}
 * with `wrong-shape` or `out-of-range` for what is no whole year, or no month of the year.
 *
 * @example
 * ```ts
 * import { firstMonthOfYear, formatMonth } from "invest-to-save";
 * formatMonth(firstMonthOfYear(2014)); // => "Apr 2014"
 * ```
 */
export function firstMonthOfYear(year: FinancialYear, yearStart: number = APRIL): Month {
  requireYearStart(yearStart);
  return monthOf(year, yearStart);
}

/**
 * Refuses a month in which years start unless it is a whole number from 1 to 12.
 *
 * @internal
 */
export function requireYearStart(yearStart: number): void {
  checkMonthOfYear(yearStart, "year start");
}

const NAMED_BY_ONE = /^FY\s*'?(\d{4}|\d{2})(?:[/\-\u2013](\d{4}|\d{2}))?$/i;

/**
 * What to write for `FY25`: some mean the year that ends in 2025, and some the one that starts in it. `undefined` where the text
 * is no such year.
 *
 * @internal
 */
export function hintForFY(text: string, yearStart: number): string | undefined {
  const [, left, right] = NAMED_BY_ONE.exec(trimmedText(text)) ?? [];
  if (left === undefined) return undefined;
  const year = left.length === 2 ? century(Number(left)) : Number(left);
  if (!isKnownYear(year) || !isKnownYear(year - 1)) return undefined;
  const written = formatFinancialYear(year, yearStart);
  if (right !== undefined || yearStart === 1) return `write ${written}`;
  return `write ${formatFinancialYear(year - 1, yearStart)} for the year that ends in ${year}, or ${written} for the year that starts in it`;
}
