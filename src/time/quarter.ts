import { APRIL } from "./calendar.ts";
import { checkMonth, checkQuarter } from "./given.ts";
import { calendarOfMonth, type Month, monthOf } from "./month.ts";
import { accepted, type Parsed, refused, trimmedText } from "./parsed.ts";
import {
  EXAMPLE_YEAR,
  type FinancialYear,
  formatFinancialYear,
  requireYearStart,
  yearSuchAs,
} from "./year.ts";

/**
 * A quarter of a financial year as a whole number: four times the calendar year in which the financial year
 * starts, plus 0 for the first quarter up to 3 for the fourth. With years from April, the first quarter is
 * April to June.
 *
 * @example
 * ```ts
 * import { formatQuarter, type Quarter } from "invest-to-save";
 * const quarter: Quarter = 2014 * 4;
 * formatQuarter(quarter); // => "2014/15 Q1"
 * ```
 */
export type Quarter = number;

const WORDS = /^(\S+)\s+[Qq](\d+)$/;

/**
 * Reads a quarter of a financial year, written `2014/15 Q1`, or `2014 Q1` where the year starts in January.
 * The year may have any form that is read as a year. What is no text is refused as one that is malformed. Throws
 * {@link InvestToSaveError} with `wrong-shape` or `out-of-range` for a year start that is no month of the year.
 *
 * @example
 * ```ts
 * import { parseQuarter } from "invest-to-save";
 * parseQuarter("2014/15 Q1"); // => { ok: true, value: 8056 }
 * ```
 */
export function parseQuarter(text: string, yearStart: number = APRIL): Parsed<Quarter> {
  return quarterSuchAs(text, yearStart, EXAMPLE_YEAR);
}

/**
 * Reads a quarter as {@link parseQuarter} does; a refusal shows one of a year that the reader knows.
 *
 * @internal
 */
export function quarterSuchAs(text: string, yearStart: number, known: FinancialYear): Parsed<Quarter> {
  const example = `${formatFinancialYear(known, yearStart)} Q1`;
  const words = WORDS.exec(trimmedText(text));
  if (!words) return refused("malformed", `a quarter such as ${example}`, `write the quarter as ${example}`);
  const year = yearSuchAs(words[1] ?? "", yearStart, known);
  if (!year.ok) return year;
  const number = Number(words[2]);
  if (number < 1 || number > 4)
    return refused("impossible", "a quarter from Q1 to Q4", "a year has four quarters");
  return accepted(year.value * 4 + number - 1);
}

/**
 * Writes a quarter: `2014/15 Q1`, or `2014 Q1` where the year starts in January. Throws {@link InvestToSaveError} with
 * `wrong-shape` or `out-of-range` for what is no quarter, or no month of the year.
 *
 * @example
 * ```ts
 * import { formatQuarter, monthOf, quarterOfMonth } from "invest-to-save";
 * formatQuarter(quarterOfMonth(monthOf(2015, 3))); // => "2014/15 Q4"
 * ```
 */
export function formatQuarter(quarter: Quarter, yearStart: number = APRIL): string {
  checkQuarter(quarter);
  const year = Math.floor(quarter / 4);
  return `${formatFinancialYear(year, yearStart)} Q${quarter - year * 4 + 1}`;
}

/**
 * The quarter that a month falls in, as four times the year plus 0 to 3. Throws {@link InvestToSaveError} with
 * `wrong-shape` or `out-of-range` for what is no month.
 *
 * @example
 * ```ts
 * import { monthOf, quarterOfMonth } from "invest-to-save";
 * quarterOfMonth(monthOf(2014, 6)); // => 8056
 * ```
 */
export function quarterOfMonth(month: Month, yearStart: number = APRIL): Quarter {
  requireYearStart(yearStart);
  checkMonth(month);
  const at = calendarOfMonth(month - (yearStart - 1));
  return at.year * 4 + Math.floor((at.month - 1) / 3);
}

/**
 * The first month of a quarter; the quarter is that month and the two after it. Throws {@link InvestToSaveError} with
 * `wrong-shape` or `out-of-range` for what is no quarter, or no month of the year.
 *
 * @example
 * ```ts
 * import { firstMonthOfQuarter, formatMonth } from "invest-to-save";
 * formatMonth(firstMonthOfQuarter(2014 * 4 + 3)); // => "Jan 2015"
 * ```
 */
export function firstMonthOfQuarter(quarter: Quarter, yearStart: number = APRIL): Month {
  checkQuarter(quarter);
  requireYearStart(yearStart);
  const year = Math.floor(quarter / 4);
  return monthOf(year, yearStart) + (quarter - year * 4) * 3;
}
