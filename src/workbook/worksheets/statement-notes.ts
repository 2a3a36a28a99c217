import type { Programme } from "../../programme/programme.ts";
import { isDraft } from "../../sheet/money.ts";
import { partPeriods } from "../../sheet/part-periods.ts";
import { coarser } from "../../time/roll-up.ts";

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
    ...partPeriods(timeline, coarser(timeline, "year")),
  ];
}
