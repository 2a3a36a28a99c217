import {
  add,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  nil,
  subtract,
} from "../formula/formula.ts";
import type { LineContext } from "../programme/line.ts";
import { decimal, one } from "../quantity/decimal.ts";
import { parseDayOf } from "../time/edge.ts";

/** How a part of a year is counted: by its days over the days of the financial year, or by months over 12. */
export type Shares = "by days" | "by months";

/** From when to when something is in force. Both days count; without one of them it is in force from or to the end. */
export interface InForce {
  readonly from?: string;
  readonly to?: string;
  /** By days unless told. By months, each month that the span touches counts in full. */
  readonly shares?: Shares;
}

export const monthsPerYear: Formula = constant(decimal(12), "months per year");

/** The part of a year, in years, that something is in force in each period: a row of its own, since readers ask for it. */
export function yearsInForce(line: LineContext, span: InForce): Formula {
  if (span.from === undefined && span.to === undefined) return fact("years");
  checkSpan(line, span);
  const formula = span.shares === "by months" ? byMonths(line, span) : byDays(line, span);
  return line.row("part of year", { unit: "years", totals: "sum", formula });
}

function byDays(line: LineContext, { from, to }: InForce): Formula {
  const first = fact("first day");
  const start = from === undefined ? first : maximum(first, line.day("from", from, "first"));
  const last = fact("last day");
  const end = to === undefined ? last : minimum(last, line.day("to", to, "last"));
  const days = add(subtract(end, start), constant(one, "days"));
  return divide(maximum(nil, days), fact("year days"));
}

function byMonths(line: LineContext, { from, to }: InForce): Formula {
  const first = fact("first month");
  const start = from === undefined ? first : maximum(first, line.month("from", from, "first"));
  const last = subtract(add(first, fact("months")), constant(one, "months"));
  const end = to === undefined ? last : minimum(last, line.month("to", to, "last"));
  return divide(maximum(nil, add(subtract(end, start), constant(one, "months"))), monthsPerYear);
}

function checkSpan(line: LineContext, { from, to }: InForce): void {
  if (from === undefined || to === undefined) return;
  const start = parseDayOf(from, "first", line.timeline.yearStart);
  const end = parseDayOf(to, "last", line.timeline.yearStart);
  if (!start.ok || !end.ok || start.value <= end.value) return;
  line.fault("to", {
    code: "end-before-start",
    message: `${line.label} ends on ${to}, before it starts on ${from}`,
    expected: `a day on or after ${from}`,
    received: to,
    hint: "swap “from” and “to”, or mend the year",
  });
}
