import { references } from "../../formula/order.ts";
import type { DriverCondition, LinePart } from "../line.ts";
import { broken, isOfNumbers, type Relation } from "../relation.ts";
import { addConditionRow } from "./condition-row.ts";
import { type Draft, take } from "./draft.ts";

/** Adds a condition that a driver sets on its own line. */
export function addDriverCondition(
  draft: Draft,
  part: LinePart,
  label: string,
  condition: DriverCondition,
): void {
  const path = part.path ?? [part.label];
  const id = take(draft, label, "row", path);
  if (id === undefined) return;
  const {
    formula,
    first = 0,
    last = draft.timeline.count - 1,
    once = false,
    by,
    severity = "error",
    says,
  } = condition;
  const judged = { first: once ? last : first, last, once, ...(by === undefined ? {} : { by }) };
  const said = says === undefined ? {} : { says };
  addConditionRow(draft, { id, label, ...judged, severity, ...said }, formula, path);
}

/**
 * Keeps what must hold between inputs, and judges it at once where they are numbers. Where they are not, or where it is to
 * be listed, it is a condition too.
 */
export function addRelation(
  draft: Draft,
  part: LinePart,
  { listed, ...relation }: Relation,
  path: readonly string[],
): void {
  // A number that was refused has been reported, and what must hold of it can wait for it.
  if (references(relation.formula).assumptions.some((id) => !draft.assumptions.has(id))) return;
  const known = isOfNumbers(relation, draft.assumptions);
  const { label, formula, severity = "error" } = relation;
  if (listed || !known) addDriverCondition(draft, part, label, { formula, severity, once: known });
  if (!known) return;
  const placed = { ...relation, path };
  draft.relations.push(placed);
  const issue = broken(placed, draft.assumptions);
  if (issue !== undefined) draft.issues.push(issue);
}
