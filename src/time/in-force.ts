import type { Day } from "./day.ts";
import { checkDay, checkMonth } from "./given.ts";
import type { Month } from "./month.ts";
import { periodFirstDay, periodFirstMonth, periodLastDay, periodMonths } from "./period.ts";
import type { Timeline } from "./timeline.ts";

/**
 * The days of a period on which something is in force, from a first day to a last day, both included. It is
 * the numerator of a part-year share: `periodDays` or `yearDays` is the denominator, and dividing is left to
 * exact arithmetic. Nil where they do not meet, or where the last day is before the first. Throws {@link InvestToSaveError}
 * with `wrong-shape` or `out-of-range` for what is no timeline, no period of it, or no day.
 *
 * @example
 * ```ts
 * import { dayOf, daysInForce, timelineOfYears } from "invest-to-save";
 * const years = timelineOfYears(2014, 2015);
 * daysInForce(years, 0, dayOf(2015, 3, 1), dayOf(2015, 4, 13)); // => 31
 * daysInForce(years, 1, dayOf(2015, 3, 1), dayOf(2015, 4, 13)); // => 13
 * ```
 */
export function daysInForce(timeline: Timeline, index: number, from: Day, to: Day): number {
  checkDay(from, "from");
  checkDay(to, "to");
  return overlap(periodFirstDay(timeline, index), periodLastDay(timeline, index), from, to);
}

/**
 * The months of a period in which something is in force, from a first month to a last month, both included.
 * Every month that it touches counts in full, by whatever day it starts or ends: from 28 April is the whole
 * of April. It is the numerator of a part-year share: `periodMonths` (12, 3 or 1) is the denominator. Nil
 * where they do not meet, or where the last month is before the first. Throws {@link InvestToSaveError} with `wrong-shape`
 * or `out-of-range` for what is no timeline, no period of it, or no month.
 *
 * @example
 * ```ts
 * import { monthOf, monthsInForce, timelineOfYears } from "invest-to-save";
 * const years = timelineOfYears(2014, 2015);
 * monthsInForce(years, 0, monthOf(2015, 1), monthOf(2015, 6)); // => 3
 * ```
 */
export function monthsInForce(timeline: Timeline, index: number, from: Month, to: Month): number {
  checkMonth(from, "from");
  checkMonth(to, "to");
  const first = periodFirstMonth(timeline, index);
  return overlap(first, first + periodMonths(timeline) - 1, from, to);
}

function overlap(first: number, last: number, from: number, to: number): number {
  return Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
}
