import { present } from "../assert.ts";
import { refusal } from "../issue/refusal.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import type { Programme, Row } from "../programme/programme.ts";
import { zero } from "../quantity/decimal.ts";
import { findPeriods, rowNamed } from "../table/explain.ts";
import { valueOver } from "../table/totals.ts";
import { periodLabel } from "../time/period.ts";
import type { PeriodRange } from "../time/period-range.ts";
import { amountWords } from "./amount-words.ts";
import type { Outcome, OutcomeReader } from "./outcome.ts";

/** A row and the periods that were named with it: `balance in 2016/17`, `total cost`. */
interface RowName {
  readonly row: Row;
  readonly period?: string;
}

/** The row that some words name, alone or with “in” and a period, or after “total of”; `undefined` where none has that name. */
export function rowInWords(programme: Programme, words: string): RowName | undefined {
  const whole = rowNamed(programme, words);
  if (whole) return { row: whole };
  for (let at = words.lastIndexOf(" in "); at > 0; at = words.lastIndexOf(" in ", at - 1)) {
    const row = rowNamed(programme, words.slice(0, at));
    if (row) return { row, period: words.slice(at + " in ".length).trim() };
  }
  const total = /^total(?: of)? (.+)$/i.exec(words.trim())?.[1];
  const row = total === undefined ? undefined : rowNamed(programme, total);
  return row && { row };
}

/** A row in a period, or over all of them by its own rule. Throws an issue for a period that the model has not. */
export function rowOutcome(programme: Programme, { row, period }: RowName): OutcomeReader {
  const { timeline } = programme;
  const range = period === undefined ? undefined : findPeriods(timeline, period);
  const { first, last } = range ?? { first: 0, last: timeline.count - 1 };
  if (first < last && row.totals === "none") {
    const latest = periodLabel(timeline, timeline.count - 1);
    throw refusal({
      code: "wrong-option",
      path: [row.label],
      message: `${row.label} has no total over several periods`,
      expected: "one period",
      received: period ?? "no period",
      hint: `name one period, such as “${row.label} in ${latest}”`,
    });
  }
  return {
    kind: "row",
    id: range === undefined ? row.id : `${row.id}@${period}`,
    label: `${row.label}${whenWords(row, period, range)}`,
    unit: row.unit,
    rows: [row.id],
    ...judgedBy(programme, row),
    read: ({ rows }) => {
      const value = valueOver(present(rows.get(row.id), row.id), { first, last });
      return { value, words: amountWords(value, row.unit) };
    },
  };
}

function whenWords(row: Row, period: string | undefined, range: PeriodRange | undefined): string {
  if (range !== undefined) return ` in ${period}`;
  const over = { sum: " over all periods", closing: " at the end", average: " on average", none: "" };
  return over[row.totals];
}

/** Which way is better for a row, and what it is asked to meet: a balance is to leave nothing to be found. */
function judgedBy({ lines }: Programme, row: Row): Pick<Outcome, "better" | "meets"> {
  if (row.role === "balance") return { better: "lower", meets: { is: "at most", than: zero } };
  if (row.id === appraisalId("net") || row.id.startsWith(appraisalId("cumulative-")))
    return { better: "higher", meets: { is: "at least", than: zero } };
  const kind = lines.find(({ id }) => id === row.id)?.kind;
  if (kind === "cost" || kind === "repayment" || row.id === "total-cost") return { better: "lower" };
  return kind === "saving" || row.id === "total-saving" ? { better: "higher" } : {};
}
