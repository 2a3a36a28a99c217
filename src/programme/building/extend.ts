import { assert } from "../../assert.ts";
import type { AssumptionId, Formula, RowId } from "../../formula/formula.ts";
import { order } from "../../formula/order.ts";
import { hasErrors } from "../../issue/issue.ts";
import { InvestToSaveError } from "../../issue/refusal.ts";
import type { Assumption } from "../assumption.ts";
import type { Condition } from "../condition.ts";
import { checkReferences, checkUnits } from "../faults/consistency.ts";
import type { MemorandumTable, Programme, Row, Sum } from "../programme.ts";
import { newDraft } from "./draft.ts";

/** What is added to a programme: rows that read its rows, with their assumptions, tables, sums and conditions. */
export interface Addition {
  readonly rows: ReadonlyMap<RowId, Row>;
  readonly assumptions?: ReadonlyMap<AssumptionId, Assumption>;
  readonly tables?: readonly MemorandumTable[];
  readonly sums?: readonly Sum[];
  readonly conditions?: readonly Condition[];
}

/**
 * A programme with more rows. The rows that it has are left as they are and never read the new ones, so only the new
 * ones are put in order, and only their units and prices are checked. Throws {@link InvestToSaveError} with
 * `unknown-name`, `wrong-unit` or `wrong-prices`.
 */
export function extend(programme: Programme, addition: Addition): Programme {
  const rows = new Map([...programme.rows, ...addition.rows]);
  const assumptions = new Map([...programme.assumptions, ...(addition.assumptions ?? [])]);
  const { timeline, options, parts } = programme;
  const draft = { ...newDraft(timeline, options, parts), rows, assumptions };
  const added = [...addition.rows.values()];
  checkReferences(draft, added);
  for (const row of added) checkUnits(draft, row);
  const found = order(new Map(added.map((row): [RowId, Formula] => [row.id, row.formula])));
  assert(found.cycles.length === 0, "rows that are added read each other in turn");
  if (hasErrors(draft.issues)) throw new InvestToSaveError(draft.issues);
  return Object.freeze({
    ...programme,
    rows,
    assumptions,
    tables: [...programme.tables, ...(addition.tables ?? [])],
    sums: [...programme.sums, ...(addition.sums ?? [])],
    conditions: [...programme.conditions, ...(addition.conditions ?? [])],
    order: {
      steps: [...programme.order.steps, ...found.steps],
      cycles: [...programme.order.cycles, ...found.cycles],
    },
  });
}
