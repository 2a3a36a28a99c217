import { periodLabel, periodMonths } from "../time/period.ts";
import { periodsWithin } from "../time/roll-up.ts";
import type { Timeline } from "../time/timeline.ts";

/** Which periods, as shown, are only partly in the model, since a reader takes a year for a whole one. */
export function partPeriods(model: Timeline, shown: Timeline): string[] {
  return Array.from({ length: shown.count }, (_, i) => i).flatMap((i) => {
    const months = periodsWithin(model, shown, i).length * periodMonths(model);
    if (months === periodMonths(shown)) return [];
    const counted = `${months} ${months === 1 ? "month" : "months"}`;
    return [`${periodLabel(shown, i)} holds only the ${counted} of it that the model covers.`];
  });
}
