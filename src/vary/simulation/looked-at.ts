import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import type { Programme } from "../../programme/programme.ts";
import type { CaseOptions } from "../case.ts";
import { type DrawnChance, withChances } from "./chance.ts";
import { cellsOf, type DrawnMeasure, measureOf, nameIn } from "./drawn-measure.ts";
import type { WantedCell } from "./machine.ts";
import { yearsOf } from "./year-spans.ts";

/** What to look at. */
export interface LookFor extends CaseOptions {
  /**
   * Measures and rows, by name: `net present value`, `balance in 2016/17`, `total cost`. Unless told: the net present value, or
   * without discounting the net saving.
   */
  readonly measures?: readonly string[];
  /**
   * What might hold: the label of a condition; `net present value above 0`; `payback by 2018/19`, or `payback` for each year;
   * `reserve never below 0`. Unless told: every condition of the programme, that the first measure is above nil, and payback
   * by the end.
   */
  readonly chances?: readonly string[];
  /** Rows to follow year by year; the balance unless told. */
  readonly fans?: readonly string[];
}

/** What is looked at, and the programme with all the rows that it needs. */
export interface LookedAt {
  readonly programme: Programme;
  readonly measures: readonly DrawnMeasure[];
  readonly chances: readonly DrawnChance[];
  readonly fans: readonly DrawnMeasure[];
}

/** So many years are asked for one by one. */
const mostYears = 10;

/** All cells that are asked for: of the measures, of the chances, of the fans, in this order. */
export function wantedOf({ programme, measures, chances, fans }: LookedAt): WantedCell[] {
  const last = programme.timeline.count - 1;
  return [
    ...measures.flatMap(cellsOf),
    ...chances.map(({ row }) => ({ row, period: last })),
    ...fans.flatMap(({ row }) => yearsOf(programme).map(({ span }) => ({ row, period: span }))),
  ];
}

/** Looks up everything that is asked for, and adds the rows that it needs. */
export function lookedAt(given: Programme, options: LookFor): LookedAt {
  let programme = given;
  const measured = (name: string) => {
    const named = nameIn(programme, name, options);
    programme = named.programme;
    return measureOf(named);
  };
  const asked = options.measures ?? [defaultMeasure(given, options)];
  const measures = asked.map(measured);
  const fans = (options.fans ?? ["balance"]).map((name) => measured(name));
  const own = given.conditions.map(({ label }) => label);
  const [first] = asked;
  const usual = [...own, ...(first === undefined ? [] : [`${first} above 0`]), ...paybackOf(given, options)];
  const added = withChances(programme, options.chances ?? usual, options);
  return { programme: added.programme, measures, chances: added.chances, fans };
}

/** The net present value where the appraisal discounts, else the net saving. */
function defaultMeasure(programme: Programme, options: LookFor): string {
  // A payback is there on any terms, and with it the appraisal.
  const { programme: appraised } = nameIn(programme, "measure: payback", options);
  const { measures } = (appraised as AppraisedProgramme).appraisal;
  return `measure: ${measures.some(({ id }) => id === "net-present-value") ? "net-present-value" : "net-saving"}`;
}

/** Payback year by year, or where there are many years by the end. */
function paybackOf(programme: Programme, options: LookFor): string[] {
  if (options.measures !== undefined) return [];
  const years = yearsOf(programme);
  return [years.length > mostYears ? `payback by ${years.at(-1)?.year}` : "payback"];
}
