import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import { present } from "../../assert.ts";
import type { RowId } from "../../formula/formula.ts";
import { refusal } from "../../issue/refusal.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Unit } from "../../quantity/unit.ts";
import { findPeriods } from "../../table/explain.ts";
import { type CaseOptions, caseOf } from "../case.ts";
import type { OutcomeReader } from "../outcome.ts";
import type { Span, WantedCell } from "./machine.ts";

/** A figure that can be drawn: a cell, or several periods of a row together. */
export interface DrawnMeasure {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly row: RowId;
  readonly span: Span;
  /** For a ratio: the row that it divides by. Where that is not above nil there is no ratio. */
  readonly by?: RowId;
}

/** What a name stands for among measures, rows and conditions, and the programme with the rows that it needs. */
export interface Named {
  readonly programme: Programme;
  readonly outcome: OutcomeReader;
}

/** Looks a name up, appraising the programme where a measure or a row of the appraisal is named. Throws `unknown-name`. */
export function nameIn(programme: Programme, name: string, options: CaseOptions): Named {
  const found = caseOf(programme, [name], options);
  return { programme: found.programme, outcome: present(found.outcomes[0], name) };
}

/** The cells of a measure or row. Throws `wrong-option` for what is no amount: a payback, a rate of return, a condition. */
export function measureOf({ programme, outcome }: Named): DrawnMeasure {
  const { id, label, unit } = outcome;
  const last = programme.timeline.count - 1;
  if (outcome.kind === "row") {
    const period = id.split("@")[1];
    const { first, last: end } =
      period === undefined ? { first: 0, last } : findPeriods(programme.timeline, period);
    return { id, label, unit, row: present(outcome.rows[0], id), span: { first, last: end } };
  }
  const measure = outcome.kind === "measure" ? measureRow(programme, id) : undefined;
  if (measure === undefined) throw noAmount(outcome);
  const { row, by } = measure;
  return { id, label, unit, row, span: { first: last, last }, ...(by === undefined ? {} : { by }) };
}

function measureRow(programme: Programme, id: string) {
  return (programme as AppraisedProgramme).appraisal.measures.find((one) => one.id === id);
}

function noAmount({ id, label, kind }: OutcomeReader): Error {
  const chance =
    kind === "condition"
      ? `ask how likely it is, among the chances: “${label}”`
      : id.endsWith("payback")
        ? "ask how likely it is by a year, among the chances: “payback by 2028/29”"
        : "ask how likely the net present value is to be above 0";
  return refusal({
    code: "wrong-option",
    path: [label],
    message: `${label} is no amount that every draw has`,
    expected: "a row, or a measure in pounds or a ratio",
    received: label,
    hint: chance,
  });
}

/** The cells to ask for, for a measure: its own, and what it divides by. */
export function cellsOf({ row, span, by }: DrawnMeasure): WantedCell[] {
  return [{ row, period: span }, ...(by === undefined ? [] : [{ row: by, period: span }])];
}
