import { didYouMean, InvestToSaveError, received } from "../issue.ts";
import { idOf } from "../programme/names.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { zero } from "../quantity/decimal.ts";
import { type PeriodRange, parsePeriod, periodLabel, type Timeline } from "../time/timeline.ts";
import type { Explanation } from "./explanation.ts";
import { together } from "./totals.ts";
import { tracer } from "./trace.ts";

/**
 * Explains a figure: a row by its label or id, in a period or, without one, its total. Values are exact
 * and in the unit of the row. Throws {@link InvestToSaveError} with `unknown-name`, `malformed-period`,
 * `year-outside-timeline` or `period-too-fine`.
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
  const { timeline } = programme;
  const row = findRow(programme, name);
  const range = period === undefined ? undefined : findPeriods(timeline, period);
  const first = range?.first ?? 0;
  const last = range?.last ?? timeline.count - 1;
  const trace = tracer(programme);
  if (first === last) return trace(row.id, first);
  const parts = Array.from({ length: last - first + 1 }, (_, i) => trace(row.id, first + i));
  const value =
    together(
      parts.map((part) => part.value),
      row.totals,
    ) ?? zero;
  const label = row.totals === "sum" || row.totals === "none" ? "total" : row.totals;
  const over = `${periodLabel(timeline, first)} to ${periodLabel(timeline, last)}`;
  const all: Explanation = { step: { is: "operation", label }, value, parts };
  return {
    step: { is: "row", id: row.id, label: row.label, period: over, unit: row.unit },
    value,
    parts: [all],
  };
}

/** A row by its id or label; throws `unknown-name` with the nearest name. */
export function findRow(programme: Programme, name: string): Row {
  const wanted = name.trim().toLowerCase();
  const found = programme.rows.get(idOf(name));
  if (found) return found;
  for (const row of programme.rows.values()) if (row.label.toLowerCase() === wanted) return row;
  const labels = [...programme.rows.values()].map((row) => row.label);
  throw new InvestToSaveError([
    {
      code: "unknown-name",
      severity: "error",
      path: [name],
      message: `the model has no line called ${received(name)}`,
      expected: labels.join(", "),
      received: name,
      hint: didYouMean(name, [...labels, ...programme.rows.keys()]) ?? "choose one of the lines above",
    },
  ]);
}

function findPeriods(timeline: Timeline, text: string): PeriodRange {
  const read = parsePeriod(timeline, text);
  if (read.ok) return read.value;
  const code = {
    malformed: "malformed-period",
    impossible: "malformed-period",
    outside: "year-outside-timeline",
    finer: "period-too-fine",
  } as const;
  throw new InvestToSaveError([
    {
      code: code[read.reason],
      severity: "error",
      path: [text],
      message: `there is no period ${received(text)} in this model`,
      expected: read.expected,
      received: text,
      hint: read.hint,
    },
  ]);
}
