import { add, type Formula, maximum, nil, type RowId, row as ref } from "../../formula/formula.ts";
import { agencyOf, homeOf, sameBody } from "../bodies.ts";
import type { Draft } from "../building/draft.ts";
import { addMoneyRow } from "../building/money-row.ts";
import type { LinePart } from "../line.ts";
import { linesIn, statementParts } from "../lines-in.ts";
import { idOf } from "../names.ts";

const rowName = "own cashable savings";

/** Gives a line the cashable savings of the programme's own body; the row is added in the end, when all lines are built. */
export function ownSavings(draft: Draft, { label }: LinePart): Formula {
  const row = `${idOf(label)}.${idOf(rowName)}`;
  draft.ownSavings.set(row, label);
  return ref(row);
}

/** The lines of saving of the programme's own body that leave a budget. */
export function ownSavingLines(draft: Draft): RowId[] {
  const isOwn = (part: LinePart) => sameBody(agencyOf(draft, part), homeOf(draft));
  return linesIn(statementParts(draft.parts))
    .filter(({ kind, attributes: { cashable = "cashable" } }) => kind === "saving" && cashable === "cashable")
    .filter(isOwn)
    .map(({ label }) => idOf(label));
}

/** Adds the row of the own cashable savings for each line that asked for it. */
export function addOwnSavings(draft: Draft): void {
  if (draft.ownSavings.size === 0) return;
  const formula = maximum(nil, add(...ownSavingLines(draft).flatMap((id) => ownPart(draft, id))));
  for (const [id, label] of draft.ownSavings) {
    addMoneyRow(draft, id, `${label}: ${rowName}`, formula);
  }
}

/** What the programme's own body has of a saving: all of it, or its part where several bodies share it. */
function ownPart(draft: Draft, line: RowId): Formula[] {
  const parts = [...draft.rows.values()].filter((row) => row.line === line && row.agency !== undefined);
  if (parts.length === 0) return [ref(line)];
  const isOwn = (agency: string | undefined) => agency !== undefined && sameBody(agency, homeOf(draft));
  return parts.filter(({ agency }) => isOwn(agency)).map(({ id }) => ref(id));
}
