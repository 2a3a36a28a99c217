import { present } from "../assert.ts";
import type { Condition } from "../programme/condition.ts";
import { valueWords } from "../quantity/value-words.ts";
import { periodLabel, periodYear } from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";
import { formatFinancialYear } from "../time/year.ts";
import { evaluate } from "./evaluate.ts";
import { unitOf } from "./explanation.ts";
import type { Table } from "./table.ts";
import { tracer } from "./trace.ts";

/** A condition and the periods, of the programme's own timeline, in which it does not hold; none where it is met. */
export interface Judged {
  readonly condition: Condition;
  readonly failing: readonly number[];
}

/** Where a condition does not hold, and what was compared: `£500 is not at most £0`. */
export interface Failure {
  /** The period; `undefined` for a condition on a total, which is over all periods. */
  readonly period: string | undefined;
  readonly words: string;
}

/**
 * Every condition of a programme judged on exact values, in the periods that it is for. A table that was rolled up is
 * judged by the periods of its model, since a condition says nothing of longer ones.
 */
export function judged(table: Table): Judged[] {
  const { programme } = table;
  const { conditions } = programme;
  const isRolledUp = conditions.some(({ row }) => table.rows.get(row)?.values.includes(undefined));
  const { rows } = isRolledUp ? evaluate(programme) : table;
  return conditions.map((condition) => {
    const { values } = present(rows.get(condition.row), `the table has a row ${condition.row}`);
    const periods = Array.from(
      { length: condition.last - condition.first + 1 },
      (_, i) => condition.first + i,
    );
    return { condition, failing: periods.filter((period) => values[period]?.isZero()) };
  });
}

/** Where a condition does not hold and by how much, no more than `most` of them. */
export function failuresOf({ programme }: Table, { condition, failing }: Judged, most?: number): Failure[] {
  if (failing.length === 0) return [];
  const trace = tracer(programme);
  return failing.slice(0, most).map((at) => {
    const period = condition.once ? undefined : periodWords(programme.timeline, at, condition.by);
    const [first] = trace(condition.row, at).parts;
    // A condition that is only judged in some periods is a choice around its comparison.
    const comparison = first?.binds === undefined ? first : first.parts[first.binds];
    const [left, right] = comparison?.parts ?? [];
    if (comparison?.step.is !== "comparison" || left === undefined || right === undefined)
      return { period, words: "it does not hold" };
    const unit = unitOf(left);
    const words = `${valueWords(left.value, unit)} is not ${comparison.step.label} ${valueWords(right.value, unit)}`;
    return { period, words };
  });
}

/** The period in which a condition is judged, or the financial year that it is judged over. */
function periodWords(timeline: Timeline, period: number, by: Condition["by"]): string {
  return by === "year"
    ? formatFinancialYear(periodYear(timeline, period), timeline.yearStart)
    : periodLabel(timeline, period);
}
