import { present } from "../assert.ts";
import type { AssumptionId, PeriodFact, RowId } from "../formula/formula.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, isDecimal } from "../quantity/decimal.ts";
import { isPointInTime, type Unit } from "../quantity/unit.ts";
import { appraisalOf, assumptionsOf, type Entry, workingsOf } from "./arrangement.ts";
import { type Frame, frameOf, headRow } from "./frame.ts";
import { factsRead } from "./period-facts.ts";
import { type Place, placeOf } from "./place.ts";
import type { Cells, Read } from "./spelling/excel-formula.ts";
import { definedNames } from "./spelling/names.ts";
import { firstDayOfSpreadsheets } from "./spelling/number-format.ts";
import type { WorksheetName } from "./workbook.ts";

/** An entry of a worksheet and the row of cells that it stands in. */
export type Placed = Entry & { readonly at: number };

/** Which worksheet and row each thing of a programme stands on. */
export interface Layout {
  readonly frame: Frame;
  readonly assumptions: readonly Placed[];
  readonly workings: readonly Placed[];
  readonly appraisal: readonly Placed[];
  readonly conditions: readonly Placed[];
  /** The rows of the workings that say what the timeline says of each period. */
  readonly facts: ReadonlyMap<PeriodFact, number>;
  /** Where periods are shorter than years: the rows that say in which year each lies, and whether it is its last. */
  readonly years?: { readonly year: number; readonly last: number };
  readonly names: ReadonlyMap<AssumptionId, string>;
  readonly rows: ReadonlyMap<RowId, { readonly sheet: WorksheetName; readonly at: number }>;
  readonly inputs: ReadonlyMap<AssumptionId, number>;
}

/** The name of the cell that counts the checks which do not hold. */
export const masterCheckName = "Checks_that_fail";

/** What of a programme is shown where: rows of an appraisal and rows for the charts are told, all else is found. */
export interface Parted {
  readonly appraisal: readonly RowId[];
  readonly charts: readonly RowId[];
  /** The first row of the conditions on the worksheet of checks. */
  readonly conditionsFrom: number;
}

/** Gives everything its place. */
export function layoutOf(programme: Programme, { appraisal, charts, conditionsFrom }: Parted): Layout {
  const read = factsRead(programme);
  const firstFact = headRow + 2;
  const own = new Map(read.map((fact, i) => [fact, firstFact + i]));
  const next = firstFact + read.length;
  const years = programme.timeline.grain === "year" ? {} : { years: { year: next, last: next + 1 } };
  const shown = workingsOf(programme, new Set(appraisal), new Set(charts));
  const workings = placed(shown, next + ("years" in years ? 3 : 1));
  const appraised = placed(appraisalOf(programme, appraisal), headRow + 1);
  const judged = [...programme.rows.values()].filter(({ role }) => role === "condition");
  const conditions = placed(
    judged.map(({ id }) => rowEntry(programme)(id)),
    conditionsFrom,
  );
  const assumptions = placed(assumptionsOf(programme), headRow + 1);
  const single = [...programme.assumptions.values()].filter(({ value }) => isDecimal(value));
  return {
    frame: frameOf(programme),
    assumptions,
    workings,
    appraisal: appraised,
    conditions,
    facts: own,
    ...years,
    names: definedNames(
      single.map(({ id }) => id),
      [masterCheckName],
    ),
    rows: new Map([
      ...rowsOn("Workings", workings),
      ...rowsOn("Appraisal", appraised),
      ...rowsOn("Checks", conditions),
    ]),
    inputs: new Map(assumptions.flatMap((one) => (one.is === "input" ? [[one.id, one.at] as const] : []))),
  };
}

function rowEntry({ rows }: Programme): (id: RowId) => Entry {
  return (id) => {
    const { label } = present(rows.get(id), `a row ${id}`);
    return { is: "row", id, label, indent: 0, outcome: false };
  };
}

function placed(entries: readonly Entry[], first: number): Placed[] {
  return entries.map((entry, i) => ({ ...entry, at: first + i }));
}

function rowsOn(sheet: WorksheetName, entries: readonly Placed[]) {
  return entries.flatMap((one) => (one.is === "row" ? [[one.id, { sheet, at: one.at }] as const] : []));
}

/** The place of a row, seen from a worksheet. */
export function rowPlace({ frame, rows }: Layout, id: RowId, from: WorksheetName): Place {
  const { sheet, at } = present(rows.get(id), `a place for ${id}`);
  return placeOf(frame, sheet, at, from);
}

/** The cells that formulas read, seen from the worksheet that they stand on. */
export function cellsFrom(programme: Programme, layout: Layout, from: WorksheetName): Cells {
  const { frame, names, inputs } = layout;
  return {
    input: (id) => {
      const known = read(present(programme.assumptions.get(id), id).unit);
      const name = names.get(id);
      if (name !== undefined) return { ...known, name };
      const at = present(inputs.get(id), `a place for ${id}`);
      return { ...known, place: placeOf(frame, "Assumptions", at, from) };
    },
    row: (id) => ({
      ...read(present(programme.rows.get(id), id).unit),
      place: rowPlace(layout, id, from),
    }),
    fact: (fact) => placeOf(frame, "Workings", present(layout.facts.get(fact), `a row for ${fact}`), from),
  };
}

function read(unit: Unit): Read {
  const whole = isPointInTime(unit) || unit === "flag";
  return { money: unit.startsWith("£"), whole };
}

/** A value as a spreadsheet keeps it: a day is counted as spreadsheets count days, all else is as it stands. */
export function numberOf(value: Decimal, unit: Unit): number {
  const number = value.toNumber();
  return unit === "date" ? number + firstDayOfSpreadsheets : number;
}
