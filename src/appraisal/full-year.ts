import {
  add,
  choose,
  constant,
  divide,
  type Formula,
  fact,
  fold,
  nil,
  type RowId,
  row as ref,
  subtract,
  total,
} from "../formula/formula.ts";
import { references } from "../formula/order.ts";
import { replacing } from "../formula/replacing.ts";
import { decimal, zero } from "../quantity/decimal.ts";
import { periodMonths } from "../time/period.ts";
import { MONTHS_IN } from "../time/span.ts";
import { type AddedRow, type Adding, addRow } from "./addition.ts";
import { isFiner, lastPeriods } from "./calendar.ts";
import type { Flow, Flows } from "./flows.ts";
import type { IntoPrices } from "./into-prices.ts";

/**
 * What recurs, in pounds a year: savings and funding from others as they are earned, less costs, in a year like the last of the
 * model in which everything that is in force at its end is in force from the first day. What is repaid of an advance ends, and is no
 * part of it.
 */
export function fullYear(adding: Adding, flows: Flows, { into }: IntoPrices): [Formula, AddedRow] {
  const throughout = inForceThroughout(adding);
  const recurrent = (of: readonly Flow[], rowOf: (flow: Flow) => RowId) =>
    add(...of.filter(({ line }) => line.term === "recurrent").map((flow) => throughout(rowOf(flow))));
  const gained = add(
    recurrent(flows.savings, ({ row }) => row),
    recurrent(flows.income, ({ line }) => line.id),
  );
  const { formula, says } = into(
    subtract(
      gained,
      recurrent(flows.costs, ({ line }) => line.id),
    ),
  );
  const unit = "£ per year";
  if (!isFiner(adding)) return [divide(formula, fact("years")), { unit, ...says }];
  const periods = periodsOfYear(adding);
  const inLastYear = lastPeriods(adding, "in-the-last-year", "In the last year", periods);
  const label = "Recurrent savings less costs of the last year, wherever in force at its end";
  const row = addRow(adding, "last-year", label, choose(inLastYear, formula, nil), {
    role: "working",
    ...says,
  });
  const years = constant(
    decimal(periods).times(periodMonths(adding.programme.timeline)).div(MONTHS_IN.year),
    "years",
  );
  return [divide(total(row.id), years), { unit, ...(says.prices && { prices: says.prices }) }];
}

/** How many periods a year has, or the model where it is shorter. */
function periodsOfYear({ programme: { timeline } }: Adding): number {
  return Math.min(timeline.count, MONTHS_IN.year / periodMonths(timeline));
}

/**
 * Rows as they would be if what is in force at the end of the model were so throughout: a row that says how much of a period
 * something is in force stands for the whole period, and what follows from it follows from that.
 */
function inForceThroughout(adding: Adding): (id: RowId) => Formula {
  const { rows } = adding.programme;
  const found = new Map<RowId, Formula>();
  const replaced = (id: RowId): Formula => {
    const row = rows.get(id);
    if (row === undefined) return ref(id);
    const { label, unit, totals, prices, repriced, formula } = row;
    const name = `full-year-${id.replaceAll(".", "-")}`;
    if (row.atEnd !== undefined) {
      const atEnd = choose(
        lastPeriods(adding, "in-the-last-period", "In the last period", 1),
        row.atEnd,
        constant(zero, "flag"),
      );
      const own = { unit: "flag", role: "working" } as const;
      const lasts = addRow(adding, name, `${label}: in force at the end of the model`, atEnd, own);
      return choose(total(lasts.id), fact(unit === "days" ? "days" : "months"), nil);
    }
    const reads = references(formula).rows.filter(({ lag }) => lag === 0);
    if (!reads.some((of) => isReplaced(of.id))) return ref(id);
    const whole = fold(formula, replacing(throughout));
    const says = { unit, role: "working", ...(prices && { prices }), ...(repriced && { repriced }) } as const;
    return addRow(adding, name, `${label}, in a full year`, whole, { ...says, totals });
  };
  const throughout = (id: RowId): Formula => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const formula = replaced(id);
    found.set(id, formula);
    return formula;
  };
  const isReplaced = (id: RowId) => {
    const formula = throughout(id);
    return formula.node !== "row" || formula.id !== id;
  };
  return throughout;
}
