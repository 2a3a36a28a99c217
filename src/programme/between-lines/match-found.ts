import { add, compare, type RowId, row as ref, total } from "../../formula/formula.ts";
import { homeOf, sameBody } from "../bodies.ts";
import type { Draft } from "../building/draft.ts";
import { addDriverCondition } from "../building/driver-conditions.ts";
import { addMoneyRow } from "../building/money-row.ts";
import type { LinePart } from "../line.ts";
import { idOf } from "../names.ts";

/**
 * Holds each body that is said to find money beside a grant to what its own lines of funding give: a condition over all
 * periods. What the programme's own body finds without a line is what it leaves in the balance. For any other body
 * without a line there is a warning, since its name may be a slip.
 */
export function addMatchesFound(draft: Draft): void {
  for (const { by, who, needed, path } of draft.matches) {
    const own = idOf(by.label);
    const lines = draft.lines.filter(
      ({ kind, id, label, agency }) =>
        kind === "funding" && id !== own && (sameBody(agency, who) || sameBody(label, who)),
    );
    if (lines.length > 0) {
      const given = addGiven(
        draft,
        by,
        who,
        lines.map(({ id }) => id),
      );
      addDriverCondition(draft, by, `${by.label}: ${who} finds the match in cash`, {
        formula: compare(needed, "at most", total(given)),
        once: true,
        says: `What ${who} gives: ${lines.map(({ label }) => label).join(", ")}.`,
      });
    } else if (!sameBody(who, homeOf(draft))) {
      draft.issues.push({
        code: "unknown-name",
        severity: "warning",
        path,
        message: `${who} finds the match of ${by.label}, and no line of funding is its own`,
        expected: `a line of funding of that name, or with “agency: ${who}”`,
        received: "none",
        hint: "add the line that gives it, or mend the name",
      });
    }
  }
}

function addGiven(draft: Draft, by: LinePart, who: string, lines: readonly RowId[]): RowId {
  const line = idOf(by.label);
  const id = `${line}.given-for-the-match`;
  const formula = add(...lines.map((line) => ref(line)));
  addMoneyRow(draft, id, `${by.label}: given for the match by ${who}`, formula, { line });
  return id;
}
