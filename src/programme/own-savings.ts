import { add, type Formula, maximum, nil, type RowId, row as ref } from "../formula/formula.ts";
import { agencyOf, homeOf } from "./companion.ts";
import { type Draft, pricesOf } from "./draft.ts";
import type { GroupPart, LinePart } from "./line.ts";
import { idOf } from "./names.ts";

const rowName = "own cashable savings";

/** Gives a line the cashable savings of the programme's own body; the row is added in the end, when all lines are built. */
export function ownSavings(draft: Draft, { label }: LinePart): Formula {
  const row = `${idOf(label)}.${idOf(rowName)}`;
  draft.ownSavings.set(row, label);
  return ref(row);
}

/** The lines of saving of the programme's own body that leave a budget. */
export function ownSavingLines(draft: Draft): RowId[] {
  const linesOf = (part: LinePart | GroupPart): LinePart[] =>
    part.part === "line" ? [part] : part.parts.flatMap(linesOf);
  const lines = draft.parts.flatMap((part) =>
    part.part === "line" || part.part === "group" ? linesOf(part) : [],
  );
  const isOwn = (part: LinePart) => idOf(agencyOf(draft, part)) === idOf(homeOf(draft));
  return lines
    .filter(({ kind, attributes: { cashable = "cashable" } }) => kind === "saving" && cashable === "cashable")
    .filter(isOwn)
    .map(({ label }) => idOf(label));
}

/** Adds the row of the own cashable savings for each line that asked for it. */
export function addOwnSavings(draft: Draft): void {
  if (draft.ownSavings.size === 0) return;
  const formula = maximum(nil, add(...ownSavingLines(draft).flatMap((id) => ownPart(draft, id))));
  for (const [id, label] of draft.ownSavings) {
    const money = { unit: "£", totals: "sum", ...pricesOf(draft, "£") } as const;
    draft.rows.set(id, { id, label: `${label}: ${rowName}`, role: "working", ...money, formula });
  }
}

/** What the programme's own body has of a saving: all of it, or its part where several bodies share it. */
function ownPart(draft: Draft, line: RowId): Formula[] {
  const parts = [...draft.rows.values()].filter((row) => row.line === line && row.agency !== undefined);
  if (parts.length === 0) return [ref(line)];
  const home = idOf(homeOf(draft));
  return parts.filter(({ agency }) => agency !== undefined && idOf(agency) === home).map(({ id }) => ref(id));
}
