import { received, seen } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import { placeholdersIn } from "../programme/assumption.ts";
import { checkProgramme } from "../programme/given.ts";
import { namedIn } from "../programme/names.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { least, zero } from "../quantity/decimal.ts";
import { periodLabel } from "../time/period.ts";
import { type PeriodRange, parsePeriod } from "../time/period-range.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Explanation } from "./explanation.ts";
import { together } from "./totals.ts";
import { tracer } from "./trace.ts";

/**
 * Explains a figure: a row by its label or id, in a period or, without one, its total. Values are exact
 * and in the unit of the row, amounts of every kind positive. Throws {@link InvestToSaveError} with `wrong-shape` for what is no
 * programme, `unknown-name` for what is no row, `malformed-period`, `year-outside-timeline` or `period-too-fine` for a period
 * that the model does not have, `wrong-option` for the total of a row that has none, and what `evaluate` throws.
 *
 * @example
 * ```ts
 * import { cost, explain, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_000));
 * const why = explain(p, "Total Cost", "2025/26");
 * why.words; // => "Rent"
 * ```
 */
export function explain(programme: Programme, name: string, period?: string): Explanation {
  checkProgramme(programme, "explain");
  const row = findRow(programme, name);
  const explanation = explainer(programme)(row, periodsToExplain(programme, row, period));
  const stamped = { ...explanation, stamp: stampOf(programme) };
  return placeholdersIn(programme.assumptions).length > 0 ? { ...stamped, draft: true } : stamped;
}

/** Some periods that follow each other, by the numbers of the first and the last. */
export type Periods = Pick<PeriodRange, "first" | "last">;

/** What explains figures of a programme, one after another: a row over some of its periods, by their numbers. */
export function explainer(programme: Programme): (row: Row, range: Periods) => Explanation {
  const { timeline } = programme;
  const trace = tracer(programme);
  return (row, { first, last }) => {
    if (first === last) return trace(row.id, first);
    const parts = Array.from({ length: last - first + 1 }, (_, i) => trace(row.id, first + i));
    const { label, value } = overall(row, parts);
    const over = `${periodLabel(timeline, first)} to ${periodLabel(timeline, last)}`;
    const step = { is: "row", id: row.id, label: row.label, period: over, unit: row.unit } as const;
    return { step, value, parts: [{ step: { is: "operation", label }, value, parts }] };
  };
}

function periodsToExplain(
  programme: Programme,
  row: Row,
  period: string | undefined,
): { first: number; last: number } {
  if (period !== undefined) return findPeriods(programme.timeline, period);
  const judged = programme.conditions.find((condition) => condition.row === row.id);
  return judged ?? { first: 0, last: programme.timeline.count - 1 };
}

/** What several periods of a row come to: by its own rule, and for a condition whether it holds throughout. */
function overall(row: Row, parts: readonly Explanation[]) {
  const values = parts.map((part) => part.value);
  if (row.role === "condition") return { label: "throughout", value: least(values) } as const;
  if (row.totals === "none") throw noTotal(row);
  const value = together(values, row.totals) ?? zero;
  return { label: row.totals === "sum" ? "total" : row.totals, value } as const;
}

function noTotal(row: Row): InvestToSaveError {
  const message = `${row.label} has no total over several periods`;
  const hint = "name one period, such as explain MODEL LINE 2016/17";
  return refusal({
    code: "wrong-option",
    path: [row.label],
    message,
    expected: "one period",
    received: "several",
    hint,
  });
}

/** A row by its id or label; throws `unknown-name` with the nearest name, at the keys of a file that lead to it. */
export function findRow(programme: Programme, name: string, path?: readonly string[]): Row {
  const found = rowNamed(programme, name);
  if (found) return found;
  const labels = [...programme.rows.values()].map((row) => row.label);
  const alike = [...programme.rows.keys()];
  throw refusal(unknownName({ what: "line", name, known: labels, alike, ...(path && { path }) }));
}

/** A row by its id or label; `undefined` where there is none. */
export function rowNamed({ rows }: Programme, given: string): Row | undefined {
  const id = namedIn(rows, given);
  return id === undefined ? undefined : rows.get(id);
}

/** The periods of a timeline that a written one covers; throws an issue where it covers none. */
export function findPeriods(timeline: Timeline, text: string): PeriodRange {
  const read = parsePeriod(timeline, text);
  if (read.ok) return read.value;
  const code = {
    malformed: "malformed-period",
    impossible: "malformed-period",
    outside: "year-outside-timeline",
    finer: "period-too-fine",
  } as const;
  throw refusal({
    code: code[read.reason],
    path: [seen(text)],
    message: `there is no period ${received(text)} in this model`,
    expected: read.expected,
    received: seen(text),
    hint: read.hint,
  });
}
