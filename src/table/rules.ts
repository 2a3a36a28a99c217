import { present } from "../assert.ts";
import type { Severity } from "../issue/issue.ts";
import { valueWords } from "../quantity/value-words.ts";
import { periodLabel } from "../time/period.ts";
import { borrowingAdvice, borrowingFailures, borrowingRule } from "./borrowing.ts";
import { evaluate } from "./evaluate.ts";
import type { Table } from "./table.ts";

/** A rule that is none of the model's own conditions, judged: where it does not hold, a line of text each, with the numbers. */
export interface JudgedRule {
  readonly label: string;
  readonly severity: Severity;
  readonly failures: readonly string[];
  /** What it asks of whoever breaks it. */
  readonly says: string;
}

/**
 * The rules that a programme comes under, judged on exact values by the periods of its model, however its table is rolled
 * up: where anything is borrowed, that it meets no revenue cost without a direction. A saving below nil is a warning, and
 * is only there where there is one.
 */
export function judgedRules(table: Table): JudgedRule[] {
  const { programme, timeline } = table;
  const own = timeline.grain === programme.timeline.grain ? table : evaluate(programme);
  const borrowing = borrowingFailures(own);
  const below = savingsBelowNil(own);
  return [
    ...(borrowing === undefined
      ? []
      : [{ label: borrowingRule, severity: "error", failures: borrowing, says: borrowingAdvice } as const]),
    ...(below.length === 0 ? [] : [{ ...belowNil, failures: below }]),
  ];
}

const belowNil = {
  label: "no saving is below nil",
  severity: "warning",
  says: "A saving below nil costs money: a line of cost shows it as what it is.",
} as const;

/** Each saving that is below nil in some period: the first of them, and in how many more. */
function savingsBelowNil(table: Table): string[] {
  return table.programme.lines.flatMap(({ id, kind, label }) => {
    if (kind !== "saving") return [];
    const { values } = present(table.rows.get(id), `the table has a row ${id}`);
    const periods = values.flatMap((value, period) => (value?.lt(0) ? [{ value, period }] : []));
    const [first] = periods;
    if (first === undefined) return [];
    const more = periods.length - 1;
    const others = more === 0 ? "" : `, and below nil in ${more} more ${more === 1 ? "period" : "periods"}`;
    return [
      `${periodLabel(table.timeline, first.period)}: ${label} is ${valueWords(first.value, "£")}${others}`,
    ];
  });
}
