import {
  add,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  multiply,
  nil,
  row as rowRef,
} from "../../formula/formula.ts";
import type { EligibleLine, LineContext } from "../../programme/line.ts";
import { one } from "../../quantity/decimal.ts";
import { parseDayOf } from "../../time/day-of.ts";
import { periodFirstDay, periodLastDay, yearWritten } from "../../time/period.ts";
import type { WhenText } from "../../time/period-text.ts";
import { daysIn } from "../over-time/in-force.ts";
import { holdSpan, type Span } from "../over-time/span.ts";

/** From which day to which spend may be claimed for; both count. */
export interface Window {
  readonly from?: WhenText;
  readonly to?: WhenText;
}

/**
 * The costs that a grant may pay for, in the periods that its window overlaps: whole, or by the days of the period that
 * lie in the window. A fault where no cost is eligible.
 */
export function eligibleSpend(line: LineContext, window: Span, byDays: boolean): Formula {
  const days = line.row("days in the window", {
    unit: "days",
    totals: "sum",
    formula: maximum(nil, daysIn(window)),
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
  const costs = eligible.map((cost) => eligibleCost(line, cost));
  line.claims(costs);
  const formula = add(...costs);
  const all = line.row("eligible costs", { unit: "£", totals: "sum", formula });
  return line.row("eligible spend", {
    unit: "£",
    totals: "sum",
    formula: multiply(maximum(nil, all), inside),
  });
}

function nothingEligible(line: LineContext): void {
  line.fault("", {
    code: "missing-key",
    message: `${line.label} has nothing to pay for: no cost is marked as eligible`,
    expected: "“eligible” on at least one line of cost",
    received: "none",
    hint: `add eligible: true to the costs that the grant may pay for, or name the periods: eligible: [${yearWritten(line.timeline)}]`,
  });
}

/** The first and the last day on which spend may be claimed for, as inputs. */
export function windowOf(line: LineContext, { from, to }: Window): Span {
  const start = from === undefined ? undefined : line.day(["window", "from"], from, "first");
  const end = to === undefined ? undefined : line.day(["window", "to"], to, "last");
  holdSpan(line, { start, end }, ["window"]);
  return { start, end };
}

/** The lines of cost that a grant may pay for in some period. */
export function eligibleLines(line: LineContext): EligibleLine[] {
  return line.costs().filter(({ eligible }) => eligible?.includes(true));
}

/** What some lines cost in the periods in which a grant may pay for them. */
export function eligibleCosts(line: LineContext, costs: readonly EligibleLine[]): Formula {
  return add(...costs.map((cost) => eligibleCost(line, cost)));
}

function eligibleCost(line: LineContext, { id, label, eligible = [] }: EligibleLine): Formula {
  if (eligible.every(Boolean)) return rowRef(id);
  return choose(line.structure(["eligible", label], eligible.map(Number), "flag"), rowRef(id), nil);
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
