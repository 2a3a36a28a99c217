import { agencyOf, eligiblePeriods } from "./companion.ts";
import type { Draft } from "./draft.ts";
import type { EligibleLine, GroupPart, LinePart } from "./line.ts";
import { idOf } from "./names.ts";

/** The cost lines of the whole programme, whatever their group. */
export function costsOf(draft: Draft): EligibleLine[] {
  const linesOf = (part: LinePart | GroupPart): LinePart[] =>
    part.part === "line" ? [part] : part.parts.flatMap(linesOf);
  const lines = draft.parts.flatMap((part) =>
    part.part === "line" || part.part === "group" ? linesOf(part) : [],
  );
  return lines.flatMap((part) => {
    const { kind, label, attributes } = part;
    if (kind !== "cost") return [];
    const eligible = attributes.eligible === undefined ? undefined : eligiblePeriods(draft, part);
    const { spend = "revenue", term = "recurrent" } = attributes;
    return [{ id: idOf(label), label, agency: agencyOf(draft, part), spend, term, eligible }];
  });
}
