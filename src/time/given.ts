import { checkWhole, checkWord, isKeyed, isWhole, refuseGiven } from "../issue/given.ts";

/** As far from the year nil as days are counted in JavaScript, roughly; nobody plans so far. */
const FARTHEST_YEAR = 200_000;

const MONTHS = {
  least: -FARTHEST_YEAR * 12,
  most: FARTHEST_YEAR * 12,
  expected: "a month, as monthOf or parseMonth gives it",
};
const DAYS = {
  least: -FARTHEST_YEAR * 365,
  most: FARTHEST_YEAR * 365,
  expected: "a day, as dayOf or parseDay gives it",
};

/** More periods than that has no timeline. */
export const MOST_PERIODS = 1200;

/** The grains of timelines, the longest first. */
const GRAINS = ["year", "quarter", "month"] as const;

/**
 * Refuses what is no calendar year.
 *
 * @internal
 */
export function checkYear(year: unknown): void {
  const expected = "a calendar year, as a whole number such as 2014";
  checkWhole(year, ["year"], { least: -FARTHEST_YEAR, most: FARTHEST_YEAR, expected });
}

/**
 * Refuses what is no month of the year, 1 to 12; `name` says of what it is the month.
 *
 * @internal
 */
export function checkMonthOfYear(month1to12: unknown, name: string): void {
  checkWhole(month1to12, [name], { least: 1, most: 12, expected: "a month of the year, from 1 to 12" });
}

/**
 * Refuses what is no quarter.
 *
 * @internal
 */
export function checkQuarter(quarter: unknown): void {
  const most = FARTHEST_YEAR * 4;
  const expected = "a quarter, as parseQuarter or quarterOfMonth gives it";
  checkWhole(quarter, ["quarter"], { least: -most, most, expected });
}

/**
 * Refuses what is no month; `name` is that of the argument.
 *
 * @internal
 */
export function checkMonth(month: unknown, name = "month"): void {
  checkWhole(month, [name], MONTHS);
}

/**
 * Whether something is a month as a whole number.
 *
 * @internal
 */
export function isMonth(month: unknown): boolean {
  return isWhole(month, MONTHS.least, MONTHS.most);
}

/**
 * Refuses what is no day; `name` is that of the argument.
 *
 * @internal
 */
export function checkDay(day: unknown, name = "day"): void {
  checkWhole(day, [name], DAYS);
}

/**
 * Whether something is a day as a whole number.
 *
 * @internal
 */
export function isDay(day: unknown): boolean {
  return isWhole(day, DAYS.least, DAYS.most);
}

/**
 * Refuses what is no grain; `name` is that of the argument.
 *
 * @internal
 */
export function checkGrain(grain: unknown, name = "grain"): void {
  checkWord(grain, GRAINS, [name]);
}

/**
 * Refuses what is no timeline.
 *
 * @internal
 */
export function checkTimeline(timeline: unknown): void {
  if (isTimeline(timeline)) return;
  const years = 'a timeline, such as years("2024/25", "2028/29")';
  refuseGiven(["timeline"], years, timeline, `give ${years}, or what timelineOf gives`);
}

/**
 * Whether something is a timeline, with all that it says of its periods.
 *
 * @internal
 */
export function isTimeline(given: unknown): boolean {
  if (!isKeyed(given)) return false;
  const { grain, yearStart, first, count } = given;
  const periods = isWhole(count, 1, MOST_PERIODS) && isMonth(first);
  return periods && isWhole(yearStart, 1, 12) && (GRAINS as readonly unknown[]).includes(grain);
}
