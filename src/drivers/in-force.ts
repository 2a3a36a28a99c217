import {
  add,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  subtract,
} from "../formula/formula.ts";
import type { LineContext } from "../programme/line.ts";
import { decimal, one } from "../quantity/decimal.ts";
import { parseDayOf } from "../time/edge.ts";
import type { WhenText } from "../time/period-text.ts";

/** How a part of a year is counted: by its days over the days of the financial year, or by months over 12. */
export type Shares = "by days" | "by months";

/** From when to when something is in force. Both days count; without one of them it is in force from or to the end. */
export interface InForce {
  readonly from?: WhenText;
  readonly to?: WhenText;
  /** By days unless told. By months, each month that the span touches counts in full. */
  readonly shares?: Shares;
}

export const monthsPerYear: Formula = constant(decimal(12), "months per year");

/**
 * A rate per year over the part of each period that it is in force: multiplied first and divided last, so that whole
 * years and even shares stay exact. The days or months in force are a row of their own, since readers ask for them.
 */
export function overTime(line: LineContext, span: InForce, perYear: Formula): Formula {
  if (span.from === undefined && span.to === undefined)
    return divide(multiply(perYear, fact("months")), monthsPerYear);
  checkSpan(line, span);
  const months = span.shares === "by months";
  const formula = maximum(nil, months ? monthsOverlap(line, span) : daysOverlap(line, span));
  const unit = months ? "months" : "days";
  const inForce = line.row(`${unit} in force`, { unit, totals: "sum", formula });
  return divide(multiply(perYear, inForce), months ? monthsPerYear : fact("year days"));
}

function daysOverlap(line: LineContext, { from, to }: InForce): Formula {
  const first = fact("first day");
  const start = from === undefined ? first : maximum(first, line.day("from", from, "first"));
  const last = fact("last day");
  const end = to === undefined ? last : minimum(last, line.day("to", to, "last"));
  return add(subtract(end, start), constant(one, "days"));
}

function monthsOverlap(line: LineContext, { from, to }: InForce): Formula {
  const first = fact("first month");
  const start = from === undefined ? first : maximum(first, line.month("from", from, "first"));
  const last = subtract(add(first, fact("months")), constant(one, "months"));
  const end = to === undefined ? last : minimum(last, line.month("to", to, "last"));
  return add(subtract(end, start), constant(one, "months"));
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
