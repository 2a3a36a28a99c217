import { present } from "../assert.ts";
import { type Cell, DividedByNil, dividedByNil, type ExactSource, exactReading } from "../formula/exact.ts";
import { fold, type PeriodFact, type Reading, type RowId } from "../formula/formula.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, isDecimal } from "../quantity/decimal.ts";
import { periodLabel, type Timeline } from "../time/timeline.ts";
import { factOf } from "./fact.ts";
import type { Table, TableRow } from "./table.ts";
import { together } from "./totals.ts";

/**
 * Works out every row of a programme in every period, exactly: only division rounds, at the fortieth digit.
 * Money is in pounds, and amounts of every kind are positive. Throws {@link InvestToSaveError} with
 * `division-by-nil` where a line divides by nil.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", { "2025/26": 1_000 }));
 * evaluate(p).rows.get("total-cost")?.total?.toString(); // => "1000"
 * ```
 */
export function evaluate(programme: Programme): Table {
  const { timeline } = programme;
  const { values } = workOut(programme);
  const rows = new Map<RowId, TableRow>();
  for (const [id, row] of programme.rows) {
    const own = present(values.get(id), `row ${id} was worked out`);
    rows.set(id, { row, values: own, total: together(own, row.totals) });
  }
  return Object.freeze({ programme, timeline, rows });
}

/** The values of all rows, and the exact reading that they were worked out with. */
export interface WorkedOut {
  readonly values: ReadonlyMap<RowId, Decimal[]>;
  readonly reading: Reading<Cell>;
}

/** Works out every row, keeping the reading for whoever wants to follow its steps. */
export function workOut(programme: Programme): WorkedOut {
  const { timeline, rows, order } = programme;
  const values = new Map<RowId, Decimal[]>();
  const { cells, reading } = exactCells(programme, values);
  const work = (id: RowId, period: number) => {
    try {
      present(values.get(id), id)[period] = present(cells.get(id), id).value(period);
    } catch (error) {
      if (!(error instanceof DividedByNil)) throw error;
      throw dividedByNil(present(rows.get(id), id).label, periodLabel(timeline, period));
    }
  };
  for (const step of order.steps) {
    if (step.byPeriod) {
      for (let period = 0; period < timeline.count; period++) for (const id of step.rows) work(id, period);
    } else {
      for (const id of step.rows) for (let period = 0; period < timeline.count; period++) work(id, period);
    }
  }
  return { values, reading };
}

/** Every row's formula ready to be worked out, reading the values of other rows as they are filled. */
function exactCells(
  programme: Programme,
  values: Map<RowId, Decimal[]>,
): { cells: ReadonlyMap<RowId, Cell>; reading: Reading<Cell> } {
  const { timeline, rows } = programme;
  const cells = new Map<RowId, Cell>();
  const stored = new Map<RowId, Cell>();
  for (const id of rows.keys()) {
    const own: Decimal[] = [];
    const sizes: number[] = [];
    values.set(id, own);
    stored.set(id, {
      value: (period) => own[period] as Decimal,
      size: (period) => {
        sizes[period] ??= present(cells.get(id), id).size(period);
        return sizes[period];
      },
    });
  }
  const reading = exactReading(exactSource(programme, timeline, stored));
  for (const [id, row] of rows) cells.set(id, fold(row.formula, reading));
  return { cells, reading };
}

function exactSource(
  programme: Programme,
  timeline: Timeline,
  stored: ReadonlyMap<RowId, Cell>,
): ExactSource {
  const facts = new Map<PeriodFact, Decimal[]>();
  const value = (id: string) => present(programme.assumptions.get(id), `there is an assumption ${id}`).value;
  return {
    periods: timeline.count,
    fact: (fact) => {
      const known =
        facts.get(fact) ?? Array.from({ length: timeline.count }, (_, i) => factOf(timeline, fact, i));
      facts.set(fact, known);
      return known;
    },
    row: (id) => present(stored.get(id), `there is a row ${id}`),
    assumption: (id) => {
      const own = value(id);
      return isDecimal(own) ? own : present(own[0], `assumption ${id} has a value`);
    },
    series: (id) => {
      const own = value(id);
      return isDecimal(own) ? Array<Decimal>(timeline.count).fill(own) : own;
    },
  };
}
