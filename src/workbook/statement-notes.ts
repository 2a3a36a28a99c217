import type { Programme } from "../programme/programme.ts";
import { periodLabel, periodMonths } from "../time/period.ts";
import { coarser, periodsWithin } from "../time/roll-up.ts";
import { MONTHS_IN } from "../time/span.ts";
import type { Timeline } from "../time/timeline.ts";
import { isDraft } from "./header.ts";

/**
 * What a reader of the statement must know, whatever the values: it stays true when an assumption is changed in the
 * workbook. What is assumed of single numbers stands beside them among the assumptions.
 */
export function statementNotes(programme: Programme): string[] {
  const { options, timeline } = programme;
  return [
    "Costs are positive; funding and savings are negative, in brackets.",
    "Cells hold whole amounts and show them rounded, so figures may differ from their sum as shown by a unit or two.",
    ...(isDraft(programme)
      ? [
          "DRAFT: some numbers only hold the place of the real ones; they are on orange among the assumptions.",
        ]
      : []),
    ...(options.source === undefined ? [] : [`Source: ${options.source}.`]),
    ...(options.notes ?? []),
    ...partYears(timeline),
  ];
}

/** Which years are only partly in the model, since a reader takes a year for a whole one. */
function partYears(timeline: Timeline): string[] {
  const years = coarser(timeline, "year");
  return Array.from({ length: years.count }, (_, i) => i).flatMap((i) => {
    const months = periodsWithin(timeline, years, i).length * periodMonths(timeline);
    if (months === MONTHS_IN.year) return [];
    const counted = `${months} ${months === 1 ? "month" : "months"}`;
    return [`${periodLabel(years, i)} holds only the ${counted} of it that the model covers.`];
  });
}
