import { present } from "../assert.ts";
import { type Cell, DividedByNil, dividedByNil, type ExactSource, exactReading } from "../formula/exact.ts";
import { type AssumptionId, fold, type PeriodFact, type Reading, type RowId } from "../formula/formula.ts";
import type { Order } from "../formula/order.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import type { Assumption } from "../programme/assumption.ts";
import { checkProgramme } from "../programme/given.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, sum } from "../quantity/decimal.ts";
import { isPointInTime } from "../quantity/unit.ts";
import { periodLabel } from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";
import { factOf } from "./fact.ts";
import type { Table, TableRow } from "./table.ts";
import { together } from "./totals.ts";

/**
 * Works out every row of a programme in every period, exactly: only division rounds, at the fortieth digit.
 * Money is in pounds, and amounts of every kind are positive. Throws `InvestToSaveError` with `wrong-shape` for what is no
 * programme, `division-by-nil` where a line divides by nil, and `out-of-range` where an amount has more than sixty digits before the point.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", { "2025/26": 1_000 }));
 * evaluate(p).rows.get("total-cost")?.total?.toString(); // => "1000"
 * ```
 */
export function evaluate(programme: Programme): Table {
  checkProgramme(programme, "evaluate");
  const { timeline } = programme;
  const plan = planOf(programme);
  const values = run(plan, programme);
  const rows = new Map<RowId, TableRow>();
  for (const [id, row] of programme.rows) {
    const own = present(values.get(id), id);
    const total = row.totals === "sum" ? plan.rows.get(id)?.total.value(0) : together(own, row.totals);
    rows.set(id, { row, values: own, total });
  }
  return Object.freeze({ programme, timeline, rows });
}

/** The values of all rows, and the exact reading that they were worked out with. */
export interface WorkedOut {
  readonly values: ReadonlyMap<RowId, readonly Decimal[]>;
  readonly reading: Reading<Cell>;
}

/** Works out every row, keeping the reading for whoever wants to follow its steps. */
export function workOut(programme: Programme): WorkedOut {
  const own = newPlan(programme);
  return { values: run(own, programme), reading: own.reading };
}

/** A row being worked out: its formula ready, and its values as far as they are known. */
interface RunningRow extends Cell {
  cell: Cell | undefined;
  values: Decimal[];
  sizes: number[];
  /** All periods together, once they are worked out; added up when they are first asked for. */
  sum: Decimal | undefined;
  readonly total: Cell;
}

/** The formulas of a programme ready to be worked out, again and again with other assumptions. */
export interface Plan {
  readonly rows: ReadonlyMap<RowId, RunningRow>;
  readonly inputs: ReadonlyMap<AssumptionId, { value: Assumption["value"]; readonly date: boolean }>;
  readonly reading: Reading<Cell>;
}

/** Plans are kept by the rows they were made of: setting an assumption leaves the rows, and so the plan, as they are. */
const plans = new WeakMap<Programme["rows"], Plan>();

function planOf(programme: Programme): Plan {
  const known = plans.get(programme.rows);
  if (known) return known;
  const made = newPlan(programme);
  plans.set(programme.rows, made);
  return made;
}

/** Folds every formula of a programme, once. */
export function newPlan(programme: Programme): Plan {
  const rows = new Map([...programme.rows.keys()].map((id) => [id, runningRow()]));
  const inputs = new Map(
    [...programme.assumptions].map(([id, { value, unit }]) => [id, { value, date: isPointInTime(unit) }]),
  );
  const reading = exactReading(exactSource(programme.timeline, rows, inputs));
  for (const [id, row] of programme.rows) present(rows.get(id), id).cell = fold(row.formula, reading);
  return { rows, inputs, reading };
}

function runningRow(): RunningRow {
  const row: RunningRow = {
    cell: undefined,
    values: [],
    sizes: [],
    sum: undefined,
    get steady() {
      return row.cell?.steady ?? false;
    },
    total: {
      steady: true,
      value: () => {
        row.sum ??= sum(row.values);
        return row.sum;
      },
      size: () => row.values.reduce((size, _, period) => Math.max(size, row.size(period)), 0),
    },
    value: (period) => row.values[period] as Decimal,
    size: (period) => {
      // Earlier periods first, so that a row which recurs does not call itself a thousand deep.
      for (let at = row.sizes.length; at <= period; at++)
        row.sizes[at] = present(row.cell, "a formula").size(at);
      return present(row.sizes[period], "a size");
    },
  };
  return row;
}

function exactSource(timeline: Timeline, rows: Plan["rows"], inputs: Plan["inputs"]): ExactSource {
  const facts = new Map<PeriodFact, Decimal[]>();
  return {
    row: (id) => present(rows.get(id), id),
    total: (id) => present(rows.get(id), id).total,
    input: (id) => present(inputs.get(id), id),
    fact: (fact) => {
      const known =
        facts.get(fact) ?? Array.from({ length: timeline.count }, (_, i) => factOf(timeline, fact, i));
      facts.set(fact, known);
      return known;
    },
  };
}

/** Works all rows out in their order; the plan is used again, the values are not. */
function run(plan: Plan, programme: Programme): Map<RowId, Decimal[]> {
  for (const [id, { value }] of programme.assumptions) present(plan.inputs.get(id), id).value = value;
  return runSteps(plan, programme, programme.order.steps);
}

/** Works some rows out anew, in their order; all others stay as they were worked out before. */
export function runSteps(plan: Plan, programme: Programme, steps: Order["steps"]): Map<RowId, Decimal[]> {
  const { count } = programme.timeline;
  const values = new Map<RowId, Decimal[]>();
  for (const id of steps.flatMap(({ rows }) => rows)) {
    const row = present(plan.rows.get(id), id);
    row.values = [];
    row.sizes = [];
    row.sum = undefined;
    values.set(id, row.values);
  }
  for (const { rows, byPeriod } of steps) {
    if (byPeriod)
      for (let period = 0; period < count; period++) workRows(plan, programme, rows, period, period);
    else workRows(plan, programme, rows, 0, count - 1);
  }
  return values;
}

function workRows(
  plan: Plan,
  programme: Programme,
  ids: readonly RowId[],
  first: number,
  last: number,
): void {
  for (const id of ids) {
    const { cell, values } = present(plan.rows.get(id), id);
    try {
      const { steady, value } = present(cell, id);
      for (let period = first; period <= last; period++) {
        const same = steady ? values[period - 1] : undefined;
        const own = same ?? value(period);
        if (!isWithin(own)) throw tooLarge(programme, id, period);
        values[period] = own;
      }
    } catch (error) {
      if (!(error instanceof DividedByNil)) throw error;
      throw dividedByNil(
        present(programme.rows.get(id), id).label,
        periodLabel(programme.timeline, error.period),
      );
    }
  }
}

/** Amounts that are given have at most thirty digits before the point; what is worked out from them has at most so many. */
const mostDigits = 60;

/** Whether an amount has no more digits than anything real can have; one without end has more than any. */
function isWithin({ e }: Decimal): boolean {
  return e < mostDigits;
}

function tooLarge(programme: Programme, id: RowId, period: number): InvestToSaveError {
  const { label } = present(programme.rows.get(id), id);
  const when = periodLabel(programme.timeline, period);
  return refusal({
    code: "out-of-range",
    path: [label, when],
    message: `${label} is larger in ${when} than any amount can be`,
    expected: `at most ${mostDigits} digits before the point`,
    received: "more of them",
    hint: "look for an amount that is multiplied again and again, or by more than was meant",
  });
}
