import {
  add,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  row as rowRef,
  subtract,
} from "../formula/formula.ts";
import type { EligibleLine, LineContext } from "../programme/line.ts";
import { one } from "../quantity/decimal.ts";
import { parseDayOf } from "../time/edge.ts";
import { periodFirstDay, periodLastDay } from "../time/period.ts";
import type { WhenText } from "../time/period-text.ts";

/** From which day to which spend may be claimed for; both count. */
export interface Window {
  readonly from?: WhenText;
  readonly to?: WhenText;
}

/**
 * The costs that a grant may pay for, in the periods that its window overlaps: whole, or by the days of the period that
 * lie in the window. A fault where no cost is eligible.
 */
export function eligibleSpend(line: LineContext, window: Window, byDays: boolean): Formula {
  const days = line.row("days in the window", {
    unit: "days",
    totals: "sum",
    formula: maximum(nil, daysIn(line, window)),
  });
  const share = divide(days, fact("days"));
  const whole = choose(compare(days, "above", nil), constant(one, "share"), nil);
  const inside = line.row("spend in the window", {
    unit: "share",
    totals: "none",
    formula: byDays ? share : whole,
  });
  const eligible = eligibleLines(line);
  if (eligible.length === 0) nothingEligible(line);
  const formula = eligibleCosts(line, eligible);
  const costs = line.row("eligible costs", { unit: "£", totals: "sum", formula });
  return line.row("eligible spend", {
    unit: "£",
    totals: "sum",
    formula: multiply(maximum(nil, costs), inside),
  });
}

function nothingEligible(line: LineContext): void {
  line.fault("", {
    code: "missing-key",
    message: `${line.label} has nothing to pay for: no cost is marked as eligible`,
    expected: "“eligible” on at least one line of cost",
    received: "none",
    hint: "add eligible: true to the costs that the grant may pay for, or name the periods: eligible: [2015/16]",
  });
}

function daysIn(line: LineContext, { from, to }: Window): Formula {
  const first = fact("first day");
  const last = fact("last day");
  const start = from === undefined ? first : maximum(first, line.day(["window", "from"], from, "first"));
  const end = to === undefined ? last : minimum(last, windowEnd(line, to));
  return add(subtract(end, start), constant(one, "days"));
}

/** The last day on which spend may be claimed for, as an input. */
export function windowEnd(line: LineContext, to: WhenText): Formula {
  return line.day(["window", "to"], to, "last");
}

/** The lines of cost that a grant may pay for in some period. */
export function eligibleLines(line: LineContext): EligibleLine[] {
  return line.costs().filter(({ eligible }) => eligible?.includes(true));
}

/** What some lines cost in the periods in which a grant may pay for them. */
export function eligibleCosts(line: LineContext, costs: readonly EligibleLine[]): Formula {
  const terms = costs.map(({ id, label, eligible = [] }) => {
    if (eligible.every(Boolean)) return rowRef(id);
    return choose(line.structure(["eligible", label], eligible.map(Number), "flag"), rowRef(id), nil);
  });
  return add(...terms);
}

/** The periods that a window overlaps as it is written: in which periods a grant takes its turn is structure. */
export function windowPeriods({ timeline }: LineContext, { from, to }: Window): boolean[] {
  const dayOf = (text: string | undefined, edge: "first" | "last") => {
    const read = text === undefined ? undefined : parseDayOf(text, edge, timeline.yearStart);
    return read?.ok ? read.value : undefined;
  };
  const start = dayOf(from, "first") ?? Number.NEGATIVE_INFINITY;
  const end = dayOf(to, "last") ?? Number.POSITIVE_INFINITY;
  return Array.from(
    { length: timeline.count },
    (_, i) => periodLastDay(timeline, i) >= start && periodFirstDay(timeline, i) <= end,
  );
}

/** A fault where a window ends before it starts. */
export function checkWindow(line: LineContext, { from, to }: Window): void {
  if (from === undefined || to === undefined) return;
  const start = parseDayOf(from, "first", line.timeline.yearStart);
  const end = parseDayOf(to, "last", line.timeline.yearStart);
  if (!start.ok || !end.ok || start.value <= end.value) return;
  line.fault(["window", "to"], {
    code: "end-before-start",
    message: `the window of ${line.label} ends on ${to}, before it starts on ${from}`,
    expected: `a day on or after ${from}`,
    received: to,
    hint: "swap “from” and “to”, or mend the year",
  });
}
