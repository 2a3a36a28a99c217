import { checkMonthOfYear } from "./given.ts";

/** The calendar years whose days, months and years can be read; wide enough for any appraisal. */
const EARLIEST = 1900;
const LATEST = 2199;

/**
 * The month that financial years start with unless told, as a month of the year.
 *
 * @internal
 */
export const APRIL = 4;

/**
 * The months by name, January first.
 *
 * @internal
 */
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * Whether a calendar year is one that can be read: 1900 to 2199.
 *
 * @internal
 */
export function isKnownYear(year: number): boolean {
  return year >= EARLIEST && year <= LATEST;
}

/**
 * The range of calendar years that can be read, in words for a fault.
 *
 * @internal
 */
export const KNOWN_YEARS = `a year from ${EARLIEST} to ${LATEST}`;

/**
 * The full English name of a month, 1 (January) to 12 (December). Refuses anything else.
 *
 * @internal
 */
export function nameOfMonth(month1to12: number): string {
  checkMonthOfYear(month1to12, "month");
  return MONTH_NAMES[month1to12 - 1] as string;
}

/**
 * The three-letter English name of a month, 1 (Jan) to 12 (Dec). Refuses anything else.
 *
 * @internal
 */
export function shortNameOfMonth(month1to12: number): string {
  return nameOfMonth(month1to12).slice(0, 3);
}

/**
 * The month of the year, 1 to 12, that an English name spells: in full, in three letters, or `Sept`; in
 * capitals or not. `undefined` where it spells none.
 *
 * @internal
 */
export function monthNamed(word: string): number | undefined {
  const lower = word.toLowerCase();
  const short = lower === "sept" ? "sep" : lower;
  const index = MONTH_NAMES.findIndex(
    (name) => name.toLowerCase() === short || name.toLowerCase().slice(0, 3) === short,
  );
  return index < 0 ? undefined : index + 1;
}

/**
 * A number in at least two digits: 5 is `05`.
 *
 * @internal
 */
export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
