import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { nameOfMonth } from "./calendar.ts";
import { checkGrain, checkTimeline } from "./given.ts";
import type { Month } from "./month.ts";
import { periodFirstMonth, periodMonths } from "./period.ts";
import { type Grain, MONTHS_IN } from "./span.ts";
import { type Timeline, timelineOfMonths } from "./timeline.ts";

/**
 * The timeline of longer periods that takes in all of a timeline: months rolled up to quarters or years,
 * quarters to years. Its periods are whole, so where the finer timeline starts or ends within a year, that
 * year is there and has fewer of the finer periods. Throws {@link InvestToSaveError} with
 * `period-too-fine` for a shorter grain, and `wrong-shape` for what is no timeline or no grain.
 *
 * @example
 * ```ts
 * import { coarser, formatTimeline, timelineOfYears } from "invest-to-save";
 * const months = timelineOfYears(2014, 2018, { grain: "month" });
 * formatTimeline(coarser(months, "year")); // => "2014/15 to 2018/19"
 * ```
 */
export function coarser(timeline: Timeline, grain: Grain): Timeline {
  checkTimeline(timeline);
  checkGrain(grain);
  const { yearStart, first } = timeline;
  const size = MONTHS_IN[grain];
  if (size < periodMonths(timeline))
    throw tooFine(`a ${timeline.grain} does not roll up to a ${grain}`, grain, timeline.grain);
  const whole = (month: Month) => yearStart - 1 + Math.floor((month - (yearStart - 1)) / size) * size;
  const last = first + timeline.count * periodMonths(timeline) - 1;
  return timelineOfMonths(grain, yearStart, whole(first), whole(last) + size - 1);
}

/**
 * The numbers, in order, of the periods of a finer timeline that lie within one period of a coarser one.
 * Throws {@link InvestToSaveError} with `period-too-fine` where the first is not as fine as the second, `wrong-shape` where
 * the two start their financial years in different months or one is no timeline, and what {@link periodFirstMonth} throws.
 *
 * @example
 * ```ts
 * import { coarser, periodsWithin, timelineOfYears } from "invest-to-save";
 * const quarters = timelineOfYears(2014, 2018, { grain: "quarter" });
 * periodsWithin(quarters, coarser(quarters, "year"), 1); // => [4, 5, 6, 7]
 * ```
 */
export function periodsWithin(fine: Timeline, coarse: Timeline, index: number): number[] {
  const start = periodFirstMonth(coarse, index);
  const size = periodMonths(fine);
  if (fine.yearStart !== coarse.yearStart) throw startApart(fine, coarse);
  if (size > periodMonths(coarse))
    throw tooFine(`a ${fine.grain} is not within a ${coarse.grain}`, coarse.grain, fine.grain);
  const first = Math.max(0, (start - fine.first) / size);
  const end = Math.min(fine.count, (start + periodMonths(coarse) - fine.first) / size);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

function tooFine(message: string, wanted: Grain, has: Grain): InvestToSaveError {
  return refusal({
    code: "period-too-fine",
    path: ["grain"],
    message,
    expected: `a ${has} or longer`,
    received: wanted,
    hint: `choose periods that are no shorter than a ${has}`,
  });
}

function startApart(fine: Timeline, coarse: Timeline): InvestToSaveError {
  return refusal({
    code: "wrong-shape",
    path: ["coarse"],
    message: "the two timelines start their years in different months",
    expected: `years that start in ${nameOfMonth(fine.yearStart)}`,
    received: nameOfMonth(coarse.yearStart),
    hint: "make the coarser timeline of the finer one, by coarser()",
  });
}
