import { assumption, constant, type Formula, nil, row as rowRef, series } from "../formula/formula.ts";
import type { Amount } from "../quantity/amount.ts";
import { decimal, zero } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import { type Edge, parseDayOf } from "../time/edge.ts";
import { monthOfDay } from "../time/month.ts";
import { periodAmounts } from "./amounts.ts";
import { type Given, isName, type Limits } from "./assumption.ts";
import {
  addAssumption,
  addSeries,
  type Draft,
  type Inherited,
  periodsAt,
  pricesOf,
  refusedPeriod,
  unknownName,
} from "./draft.ts";
import type { AnyPeriodAmounts, LineContext, LinePart, WorkingRow } from "./line.ts";
import { idOf } from "./names.ts";

/** The row that a balancing line meets. */
export const leftToMeetId = "left-to-meet";

/** The hands of a driver while it builds its line into a draft. */
export function lineContext(draft: Draft, part: LinePart, id: string): LineContext {
  const inherits = inheritance(part, id);
  return {
    id,
    label: part.label,
    kind: part.kind,
    timeline: draft.timeline,
    value: (name, given, unit, limits) => inputValue(draft, given, unit, inherits(name), limits),
    amounts: (name, given, unit) => inputSeries(draft, given, unit, inherits(name)),
    structure: (name, values, unit) => inputStructure(draft, values, unit, inherits(name)),
    day: (name, text, edge) => inputTime(draft, text, edge, "date", inherits(name)),
    month: (name, text, edge) => inputTime(draft, text, edge, "month number", inherits(name)),
    periods: (name, text) => periodsAt(draft, text, inherits(name).path),
    row: (name, row) =>
      workingRow(draft, part, `${id}.${idOf(name)}`, `${part.label}: ${row.label ?? name}`, row),
    leftToMeet: (periods) => {
      draft.balancing.push({ line: id, label: part.label, periods, path: inherits("").path });
      return rowRef(leftToMeetId);
    },
    fault: (name, fault) => {
      draft.issues.push({ ...fault, severity: "error", path: inherits(name).path });
    },
  };
}

/** What an input of a line inherits: an id `line.name`, a label, the line's detail, and its place. */
function inheritance(part: LinePart, id: string): (name: string) => Inherited {
  const base = part.optionsPath ?? [part.label];
  return (name) => ({
    id: name === "" ? id : `${id}.${idOf(name)}`,
    label: name === "" ? part.label : `${part.label}: ${name}`,
    detail: part.attributes,
    path: name === "" ? base : [...base, ...name.split(".")],
  });
}

function inputValue(draft: Draft, given: Given, unit: Unit, to: Inherited, limits?: Limits): Formula {
  if (isName(given)) return named(draft, given, to.path);
  addAssumption(draft, given, unit, to, limits);
  return assumption(to.id);
}

/** A reference to an assumption or a line by its label or id. */
export function named(draft: Draft, name: string, path: readonly string[]): Formula {
  const id = idOf(name);
  const owner = draft.taken.get(id) ?? draft.taken.get(id.split(".")[0] ?? "");
  if (owner === undefined) {
    unknownName(draft, name, path);
    return nil;
  }
  return owner.is === "assumption" ? assumption(id) : rowRef(id);
}

/** A day or month as an input; a longer span stands for its first or its last. */
function inputTime(
  draft: Draft,
  text: string,
  edge: Edge,
  unit: "date" | "month number",
  to: Inherited,
): Formula {
  const read = parseDayOf(text, edge, draft.timeline.yearStart);
  if (!read.ok) {
    refusedPeriod(draft.issues, text, to.path, read);
    return constant(zero, unit);
  }
  addAssumption(draft, unit === "date" ? read.value : monthOfDay(read.value), unit, to);
  return assumption(to.id);
}

function inputSeries(draft: Draft, given: AnyPeriodAmounts | Amount, unit: Unit, to: Inherited): Formula {
  addSeries(draft, periodAmounts(draft.timeline, given, to.path, draft.issues), unit, to);
  return series(to.id);
}

function inputStructure(draft: Draft, values: readonly number[], unit: Unit, to: Inherited): Formula {
  const { id, label, path } = to;
  const value = values.map((one) => decimal(one));
  draft.assumptions.set(id, { id, label, unit, value, basis: { kind: "structure" }, path });
  return series(id);
}

function workingRow(draft: Draft, part: LinePart, id: string, label: string, row: WorkingRow): Formula {
  draft.rows.set(id, {
    id,
    label,
    role: "working",
    unit: row.unit,
    ...pricesOf(draft, row.unit, row.prices ?? part.attributes.prices),
    totals: row.totals,
    formula: row.formula,
  });
  draft.places.set(id, part.path ?? [part.label]);
  return rowRef(id);
}
