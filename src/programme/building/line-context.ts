import {
  assumption,
  constant,
  type Formula,
  multiply,
  nil,
  row as rowRef,
  series,
} from "../../formula/formula.ts";
import { isFormula } from "../../formula/is-formula.ts";
import { issuesOf } from "../../issue/refusal.ts";
import { wrongValue } from "../../issue/wrong-value.ts";
import { type Amount, looksLikeAmount, readAmount } from "../../quantity/amount.ts";
import { type Decimal, decimal, isDecimal, zero } from "../../quantity/decimal.ts";
import { dimensionOf, sameDimension, type Unit } from "../../quantity/unit.ts";
import { dayWithin, type Edge } from "../../time/day-of.ts";
import { monthOfDay } from "../../time/month.ts";
import { type Given, isOne } from "../assumption.ts";
import { addCompanion } from "../between-lines/companion.ts";
import { costsOf } from "../between-lines/cost-lines.ts";
import { giveTurn, meetLeft } from "../between-lines/left-to-meet.ts";
import { ownSavings } from "../between-lines/own-savings.ts";
import { takeFrom } from "../between-lines/take-from.ts";
import { takeInUnspent } from "../between-lines/unspent.ts";
import { agencyOf } from "../bodies.ts";
import { nothingNamed } from "../faults/nothing-named.ts";
import { periodsAt, refusedPeriod } from "../faults/period-faults.ts";
import { isWithin, type Limits, narrower } from "../limits.ts";
import type { AnyPeriodAmounts, InputName, LineContext, LinePart, WorkingRow } from "../line.ts";
import { idOf, inputIdOf, inputNameOf, namedIn } from "../names.ts";
import { optionFaults } from "../option-shape.ts";
import { pricesIn } from "../price-basis.ts";
import { readAt } from "../read-at.ts";
import { periodAmounts, periodLevels } from "./amounts.ts";
import { type Draft, report } from "./draft.ts";
import { addDriverCondition, addRelation } from "./driver-conditions.ts";
import { addAssumption, addSeries, type Inherited } from "./inputs.ts";
import { asking } from "./line-asked.ts";

/** The hands of a driver while it builds its line into a draft. */
function lineContext(draft: Draft, part: LinePart, id: string): LineContext {
  const inherits = inheritance(part, id);
  return {
    id,
    label: part.label,
    kind: part.kind,
    agency: agencyOf(draft, part),
    timeline: draft.timeline,
    unit: part.attributes.unit ?? "£",
    value: (name, given, unit, limits) => inputValue(draft, given, unit, inherits(name), limits),
    amounts: (name, given, unit) =>
      isLevel(part) && inputNameOf(name).called === ""
        ? inputLevelSeries(draft, given, unit, inherits(name))
        : inputSeries(draft, given, unit, inherits(name)),
    levels: (name, given, unit, limits) => inputLevels(draft, given, unit, inherits(name), limits),
    structure: (name, values, unit) => inputStructure(draft, values, unit, inherits(name)),
    day: (name, text, edge) => inputTime(draft, text, edge, "date", inherits(name)),
    month: (name, text, edge) => inputTime(draft, text, edge, "month number", inherits(name)),
    periods: (name, text) => periodsAt(draft, text, inherits(name).path),
    named: (name, text) => named(draft, text, inherits(name).path),
    unitOf: (text) => draft.assumptions.get(resolve(draft, text)?.id ?? "")?.unit,
    costs: () => costsOf(draft),
    companion: (kind, label, formula, attributes) =>
      addCompanion(draft, part, kind, label, formula, attributes),
    condition: (label, condition) => addDriverCondition(draft, part, label, condition),
    relation: (name, relation) => addRelation(draft, part, relation, inherits(name).path),
    row: (name, row) => workingRow(draft, part, id, name, row),
    claims: (costs) => {
      draft.claims.push({ by: part, costs });
    },
    foundBy: (name, who, needed) => {
      draft.matches.push({ by: part, who, needed, path: inherits(name).path });
    },
    ownSavings: () => ownSavings(draft, part),
    takesFrom: (row, takes) => takeFrom(draft, part.label, row, takes),
    leftToMeet: (periods) => meetLeft(draft, part, id, { periods, path: inherits("").path }),
    turn: (label, left) => giveTurn(draft, part, label, { left, path: inherits(label).path }),
    unspent: (as, planned) => takeInUnspent(draft, part, { as, planned, path: inherits("").path }),
    fault: (name, fault) => {
      draft.issues.push({ severity: "error", ...fault, path: inherits(name).path });
    },
  };
}

/** What the driver of a line makes of it; nil where its options are of another shape than the driver takes. */
export function formulaOf(draft: Draft, part: LinePart, id: string): Formula {
  const { shape, options } = part.driver;
  const faults = optionFaults(shape, options, part.optionsPath ?? [part.label]);
  draft.issues.push(...faults);
  if (faults.length > 0) return nil;
  const made = madeBy(draft, part, id);
  if (isFormula(made)) return made;
  const hint = "give back what the functions of formula make, such as formula.add";
  draft.issues.push(wrongValue([part.label], "a formula from its driver", made, hint));
  return nil;
}

/** What a driver gives; nil where it asks for what cannot be, which is a fault of the programme. Its own errors pass through. */
function madeBy(draft: Draft, part: LinePart, id: string): unknown {
  try {
    return part.driver.build(asking(lineContext(draft, part, id)));
  } catch (error) {
    draft.issues.push(...issuesOf(error).map((issue) => ({ ...issue, path: [part.label, ...issue.path] })));
    return nil;
  }
}

/** What an input of a line inherits: an id `line.name`, a label, the line's detail, and its place. */
function inheritance(part: LinePart, id: string): (name: InputName) => Inherited {
  const base = part.optionsPath ?? [part.label];
  const { prices, range, ...detail } = part.attributes;
  return (name) => {
    const { at, called } = inputNameOf(name);
    return {
      id: called === "" ? id : `${id}.${idOf(called)}`,
      label: called === "" ? part.label : `${part.label}: ${called}`,
      detail: {
        ...detail,
        ...(prices === undefined ? {} : { prices }),
        // A range on a line is that of its amounts by period, and of no other number that its driver takes.
        ...(called !== "" || range === undefined ? {} : { range }),
      },
      path: [...base, ...at],
    };
  };
}

function inputValue(draft: Draft, given: Given, unit: Unit, to: Inherited, limits: Limits = {}): Formula {
  const name = typeof given === "string" && !readAmount(given).ok ? given : undefined;
  const known = name !== undefined && resolve(draft, name) !== undefined;
  if (name === undefined || (!known && looksLikeAmount(name))) {
    addAssumption(draft, given, unit, to, limits);
    return assumption(to.id);
  }
  const formula = named(draft, name, to.path);
  // In the wrong unit it still counts for the order of rows, so that a cycle is found in the same run.
  if (!isNamedInUnit(draft, formula, name, unit, to.path)) return multiply(nil, formula);
  if (formula.node === "assumption") limitNamed(draft, formula.id, name, limits, to.path);
  if (formula.node === "row") draft.namedRows.push({ row: formula.id, limits, unit, path: to.path });
  return formula;
}

/** Whether what is named, as far as it is known yet, is in the unit that the place needs. */
function isNamedInUnit(
  draft: Draft,
  formula: Formula,
  name: string,
  unit: Unit,
  path: readonly string[],
): boolean {
  const id = formula.node === "assumption" || formula.node === "row" ? formula.id : "";
  const found = (formula.node === "assumption" ? draft.assumptions : draft.rows).get(id);
  const [own, needed] = [found && dimensionOf(found.unit), dimensionOf(unit)];
  if (found === undefined || own === undefined || needed === undefined || sameDimension(own, needed))
    return true;
  report(draft, "wrong-unit", path, `${path.join(" > ")} needs ${unit}, and “${name}” is in ${found.unit}`, {
    expected: unit,
    received: found.unit,
    hint: `name something in ${unit}, or give the number itself`,
  });
  return false;
}

/** An assumption that is named keeps to the limits of every place that names it. */
function limitNamed(draft: Draft, id: string, name: string, limits: Limits, path: readonly string[]): void {
  const own = draft.assumptions.get(id);
  if (own === undefined) return;
  // In which years a number is given is a matter of its own place.
  const { rise: _, ...bounds } = limits;
  draft.assumptions.set(id, { ...own, limits: narrower(own.limits ?? {}, bounds) });
  const values = isDecimal(own.value) ? [own.value] : own.value;
  const outside = values.find((value) => !isWithin(value, bounds));
  if (outside !== undefined) readAt(outside, [...path, name], draft.issues, bounds, own.unit);
}

/** What a name stands for: an assumption or a row, by label, id, or `line.input`. */
function resolve(draft: Draft, name: string): { id: string; is: "assumption" | "row" } | undefined {
  const taken = namedIn(draft.taken, name);
  const owner = taken === undefined ? undefined : draft.taken.get(taken);
  if (taken !== undefined && owner !== undefined) return { id: taken, is: owner.is };
  const given = namedIn(draft.assumptions, name);
  if (given !== undefined) return { id: given, is: "assumption" };
  const input = inputIdOf(name);
  // A working row of a line that is still to be built is there in the end, or is reported then.
  const line = draft.taken.get(input.split(".")[0] ?? "");
  return input.includes(".") && line?.is === "row" ? { id: input, is: "row" } : undefined;
}

/** A reference to an assumption or a line by its label or id. */
export function named(draft: Draft, name: string, path: readonly string[]): Formula {
  const found = resolve(draft, name);
  if (found === undefined) {
    nothingNamed(draft, name, path);
    return nil;
  }
  return found.is === "assumption" ? assumption(found.id) : rowRef(found.id);
}

/** A day or month as an input; a longer span stands for its first or its last. */
function inputTime(
  draft: Draft,
  text: string,
  edge: Edge,
  unit: "date" | "month number",
  to: Inherited,
): Formula {
  const read = dayWithin(draft.timeline, typeof text === "number" ? String(text) : (text as string), edge);
  if (!read.ok) {
    refusedPeriod(draft.issues, text, to.path, read);
    return constant(zero, unit);
  }
  const { value: day } = read;
  if (unit === "date") addAssumption(draft, day, unit, { ...to, edge });
  else addAssumption(draft, monthOfDay(day), unit, { ...to, edge, day });
  return assumption(to.id);
}

function inputSeries(draft: Draft, given: AnyPeriodAmounts | Amount, unit: Unit, to: Inherited): Formula {
  addSeries(draft, periodAmounts(draft.timeline, given, unit, to.path, draft.issues), unit, to);
  return series(to.id);
}

/** Whether what a line says of a year is so in all of it, as a head count is, and not spent over it. */
function isLevel({ attributes }: LinePart): boolean {
  return attributes.totals !== undefined && attributes.totals !== "sum";
}

/** A level by period, or one for all of them that may be named. */
function inputLevels(
  draft: Draft,
  given: Given | AnyPeriodAmounts,
  unit: Unit,
  to: Inherited,
  limits: Limits = {},
): Formula {
  if (isOne(given)) return inputValue(draft, given, unit, to, limits);
  return inputLevelSeries(draft, given, unit, to, limits);
}

/** Levels by period, whose single numbers can be set each on its own. */
function inputLevelSeries(
  draft: Draft,
  given: AnyPeriodAmounts | Amount,
  unit: Unit,
  to: Inherited,
  limits: Limits = {},
): Formula {
  const each = { least: 0, ...limits };
  const of = { unit, path: to.path, limits: each };
  addSeries(draft, periodLevels(draft.timeline, given, of, draft.issues), unit, { ...to, level: true }, each);
  return series(to.id);
}

function inputStructure(draft: Draft, values: readonly number[], unit: Unit, to: Inherited): Formula {
  const { id, label, path } = to;
  const value: Decimal[] = values.map((one) => decimal(one));
  draft.assumptions.set(id, { id, label, unit, value, basis: { kind: "structure" }, path });
  return series(id);
}

function workingRow(draft: Draft, part: LinePart, line: string, name: string, row: WorkingRow): Formula {
  const id = `${line}.${idOf(name)}`;
  draft.rows.set(id, {
    id,
    label: `${part.label}: ${row.label ?? name}`,
    role: "working",
    unit: row.unit,
    ...pricesIn(draft, row.unit, row.prices ?? part.attributes.prices),
    totals: row.totals,
    formula: row.formula,
    line,
    ...(row.stage === undefined ? {} : { stage: row.stage }),
    ...(row.cash === undefined ? {} : { cash: row.cash }),
    ...(row.agency === undefined ? {} : { agency: row.agency }),
    ...(row.atEnd === undefined ? {} : { atEnd: row.atEnd }),
  });
  draft.places.set(id, part.path ?? [part.label]);
  return rowRef(id);
}
