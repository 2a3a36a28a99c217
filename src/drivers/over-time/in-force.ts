import {
  add,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  opening,
  subtract,
} from "../../formula/formula.ts";
import type { LineContext } from "../../programme/line.ts";
import { decimal, one, zero } from "../../quantity/decimal.ts";
import type { WhenText } from "../../time/period-text.ts";
import { holdSpan, type Span } from "./span.ts";

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

const lastMonth: Formula = subtract(add(fact("first month"), fact("months")), constant(one, "months"));

/** What starts with the timeline was in force before every period but the first. */
const laterPeriods: Formula = opening(constant(zero, "flag"), constant(one, "flag"));

/** How much of each period something is in force, in days or months, out of how many in a year. */
export interface PartInForce {
  readonly inForce: Formula;
  readonly inAYear: Formula;
  /** A flag, set where it was in force before the period began. */
  readonly before: Formula;
}

/**
 * A rate per year over the part of each period that it is in force: multiplied first and divided last, so that whole
 * years and even shares stay exact. The days or months in force are a row of their own, since readers ask for them.
 */
export function overTime(line: LineContext, span: InForce, perYear: Formula): Formula {
  const { inForce, inAYear } = partInForce(line, span);
  return divide(multiply(perYear, inForce), inAYear);
}

/** The part of each period that something is in force, for drivers that need it beside a rate per year. */
export function partInForce(line: LineContext, span: InForce): PartInForce {
  const { shares } = span;
  // As plain text: narrowing the union of all periods and days is more than the compiler will do when it starts here.
  const { from, to }: { readonly from?: string; readonly to?: string } = span;
  if (from === undefined && to === undefined)
    return { inForce: fact("months"), inAYear: monthsPerYear, before: laterPeriods };
  const unit = shares === "by months" ? "months" : "days";
  const when = unit === "days" ? "day" : "month";
  const start = from === undefined ? undefined : line[when]("from", from, "first");
  const end = to === undefined ? undefined : line[when]("to", to, "last");
  holdSpan(line, { start, end });
  const formula = maximum(nil, unit === "months" ? monthsIn({ start, end }) : daysIn({ start, end }));
  const inForce = line.row(`${unit} in force`, {
    unit,
    totals: "sum",
    formula,
    atEnd: isInForceAtEnd({ start, end }, unit),
  });
  const first = fact(unit === "days" ? "first day" : "first month");
  return {
    inForce,
    inAYear: unit === "months" ? monthsPerYear : fact("year days"),
    before: start === undefined ? laterPeriods : compare(start, "below", first),
  };
}

/** A flag: whether the last day or month of the period lies in a span. */
function isInForceAtEnd({ start, end }: Span, unit: "days" | "months"): Formula {
  const last = unit === "days" ? fact("last day") : lastMonth;
  const begun = start === undefined ? undefined : compare(start, "at most", last);
  const lasts = end === undefined ? undefined : compare(end, "at least", last);
  if (begun !== undefined && lasts !== undefined) return multiply(begun, lasts);
  return begun ?? lasts ?? constant(one, "flag");
}

/** The days of the period that lie in a span; nil or less where none do. */
export function daysIn({ start, end }: Span): Formula {
  const first = fact("first day");
  const last = fact("last day");
  const from = start === undefined ? first : maximum(first, start);
  const to = end === undefined ? last : minimum(last, end);
  return countBoth(from, to, "days");
}

/** The months of the period that a span touches; nil or less where it touches none. */
function monthsIn({ start, end }: Span): Formula {
  const first = fact("first month");
  const from = start === undefined ? first : maximum(first, start);
  const to = end === undefined ? lastMonth : minimum(lastMonth, end);
  return countBoth(from, to, "months");
}

/** The days or months from one to another, both included. */
export function countBoth(from: Formula, to: Formula, unit: "days" | "months"): Formula {
  return add(subtract(to, from), constant(one, unit));
}
