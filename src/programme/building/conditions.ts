import {
  assumption,
  compare,
  constant,
  divide,
  type Formula,
  type RowReference,
  total,
} from "../../formula/formula.ts";
import { received, seen } from "../../issue/received.ts";
import { isName } from "../../quantity/amount.ts";
import { decimal } from "../../quantity/decimal.ts";
import type { Unit } from "../../quantity/unit.ts";
import { yearWritten } from "../../time/period.ts";
import type { Given } from "../assumption.ts";
import { type Bounds, bounds, type ConditionPart } from "../condition.ts";
import { periodsAt } from "../faults/period-faults.ts";
import { idOf } from "../names.ts";
import { addConditionRow } from "./condition-row.ts";
import { type Draft, report } from "./draft.ts";
import { addAssumption } from "./inputs.ts";
import { named } from "./line-context.ts";

/** Adds the row of a condition, a comparison of a row (or of its total over all periods) with its bound. */
export function buildCondition(draft: Draft, part: ConditionPart): void {
  const path = part.path ?? [part.label];
  const { options } = part;
  const id = idOf(part.label);
  const stated = bounds.filter((bound) => options[bound] !== undefined);
  const [is] = stated;
  const once = options.row === undefined;
  const name = options.row ?? options["total of"];
  if (
    name === undefined ||
    is === undefined ||
    stated.length > 1 ||
    (!once && options["total of"] !== undefined)
  ) {
    wrongShape(draft, path, Object.keys(options));
    return;
  }
  if (once && (options.from !== undefined || options.to !== undefined)) totalHasNoPeriods(draft, path);
  const left = named(draft, name, [...path, once ? "total of" : "row"]);
  if (left.node === "assumption") judgesNoRow(draft, path, name);
  if (left.node !== "row") return;
  const right = boundOf(draft, part, is, draft.rows.get(left.id)?.unit ?? "£");
  const whole = once
    ? overAll(draft, left, name, path)
    : { value: left, ...judgedPeriods(draft, part, path) };
  if (whole === undefined) return;
  const { value, first, last } = whole;
  const formula = compare(value, is, right);
  const condition = {
    id,
    label: part.label,
    first,
    last,
    once: once && first === 0,
    severity: options.severity ?? "error",
    ...(options.says === undefined ? {} : { says: options.says }),
  };
  addConditionRow(draft, condition, formula, path);
}

/** What a row comes to over all periods by its own rule, as a table prints its total, and where that is judged. */
function overAll(draft: Draft, row: RowReference, name: string, path: readonly string[]) {
  const { count } = draft.timeline;
  switch (draft.rows.get(row.id)?.totals ?? "sum") {
    case "sum":
      return { value: total(row.id), first: 0, last: 0 };
    case "average":
      return { value: divide(total(row.id), constant(decimal(count), "number")), first: 0, last: 0 };
    case "closing":
      return { value: row, first: count - 1, last: count - 1 };
    case "none":
      report(draft, "wrong-option", [...path, "total of"], `${name} comes to nothing over several periods`, {
        expected: "a row that has a total",
        received: name,
        hint: "judge it in each period: write “row” in place of “total of”",
      });
      return undefined;
  }
}

/** The bound: the name of an assumption or line, or a number in the unit of the row. */
function boundOf(draft: Draft, part: ConditionPart, is: keyof Bounds, unit: Unit): Formula {
  const path = [...(part.path ?? [part.label]), is];
  const given = part.options[is] as Given;
  if (isName(given)) return named(draft, given, path);
  const id = `${idOf(part.label)}.${idOf(is)}`;
  const detail = { source: `the condition “${part.label}”` };
  addAssumption(draft, given, unit, { id, label: `${part.label}: ${is}`, detail, path });
  return assumption(id);
}

/** From when to when a condition is judged: in all periods, also after reporting that they cannot be read. */
function judgedPeriods(draft: Draft, part: ConditionPart, path: readonly string[]) {
  const { from, to } = part.options;
  const all = { first: 0, last: draft.timeline.count - 1 };
  const start = from === undefined ? all : periodsAt(draft, from, [...path, "from"]);
  const end = to === undefined ? all : periodsAt(draft, to, [...path, "to"]);
  if (start === undefined || end === undefined) return all;
  if (end.last >= start.first) return { first: start.first, last: end.last };
  report(draft, "end-before-start", path, `${path.join(" > ")} ends before it starts`, {
    expected: `a period from ${from} on`,
    received: seen(to),
    hint: "swap “from” and “to”",
  });
  return all;
}

function totalHasNoPeriods(draft: Draft, path: readonly string[]): void {
  report(draft, "wrong-shape", path, `${path.join(" > ")} is on a total, which is always over all periods`, {
    expected: "“row” with “from” and “to”, or “total of” without them",
    received: "“total of” with “from” or “to”",
    hint: "take “from” and “to” out, or judge the row in each period",
  });
}

function judgesNoRow(draft: Draft, path: readonly string[], name: string): void {
  report(draft, "wrong-shape", path, `${path.join(" > ")} judges ${received(name)}, which is an assumption`, {
    expected: "a line, a total or the balance",
    received: seen(name),
    hint: "name the line that the assumption works on; its own bounds are “low” and “high”",
  });
}

function wrongShape(draft: Draft, path: readonly string[], stated: readonly string[]): void {
  report(draft, "wrong-shape", path, `${path.join(" > ")} does not say what must hold`, {
    expected: `one row (“row” or “total of”) and one bound (${bounds.join(", ")})`,
    received: stated.length === 0 ? "none of them" : stated.join(" and "),
    hint: `write it like { row: balance, at most: 0, from: ${yearWritten(draft.timeline)} }`,
  });
}
