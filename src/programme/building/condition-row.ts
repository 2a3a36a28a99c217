import type { Formula } from "../../formula/formula.ts";
import type { Condition } from "../condition.ts";
import type { Draft } from "./draft.ts";

/** Adds a condition with its row, a flag in each period. `path` is where a fault of it stands. */
export function addConditionRow(
  draft: Draft,
  condition: Omit<Condition, "row">,
  formula: Formula,
  path: readonly string[],
): void {
  const { id, label } = condition;
  draft.rows.set(id, { id, label, role: "condition", unit: "flag", totals: "none", formula });
  draft.places.set(id, path);
  draft.conditions.push({ ...condition, row: id });
}
