import type { Cell } from "../exact.ts";
import type { AssumptionId, Reading, RowId } from "../formula.ts";
import { choiceOf, extremeOf, roundedOf, testOf } from "./choices.ts";
import { constantOf, type Graph } from "./graph.ts";
import type { Value } from "./node.ts";
import { differenceOf, productOf, quotientOf, rootOf, sumOf, timesOf } from "./sums.ts";

/** A formula ready to be read in a period. */
export type FastCell = (period: number) => Value;

/** Which of the drawn inputs stands for an assumption, and how many times. */
export interface DrawnInput {
  readonly at: number;
  readonly times: number;
}

/** Where the fast reading finds what it does not make itself. */
export interface FastSource {
  readonly periods: number;
  /** The exact reading of the same programme, for everything that no draw reaches. */
  readonly exact: Reading<Cell>;
  /** What stands for an assumption in a period; `undefined` where it is not drawn. */
  input(id: AssumptionId, period: number): DrawnInput | undefined;
  isDate(id: AssumptionId): boolean;
  /** A row in a period, read before everything that reads it. */
  row(id: RowId, period: number): Value;
}

/** What a formula does in plain floating-point numbers, as nodes that are worked out for many draws at once. */
export function fastReading(graph: Graph, source: FastSource): Reading<FastCell> {
  return { ...leaves(graph, source), ...operations(graph) };
}

type Leaves = "constant" | "assumption" | "series" | "fact" | "row" | "total" | "opening";

function leaves(graph: Graph, source: FastSource): Pick<Reading<FastCell>, Leaves> {
  const { exact, periods } = source;
  const input = (id: AssumptionId, cell: Cell): FastCell => {
    return (period) => {
      const drawn = source.input(id, period);
      if (drawn === undefined) return exactly(cell, period);
      return timesOf(graph.input(drawn.at, source.isDate(id)), drawn.times, Math.abs(drawn.times));
    };
  };
  const known = (cell: Cell): FastCell => {
    return (period) => exactly(cell, period);
  };
  return {
    constant: (value, unit) => known(exact.constant(value, unit)),
    assumption: (id) => input(id, exact.assumption(id)),
    series: (id) => input(id, exact.series(id)),
    fact: (fact) => known(exact.fact(fact)),
    row: (id, lag) => (period) => (period < lag ? constantOf(0) : source.row(id, period - lag)),
    total: (id) => {
      // The same in every period: summed once.
      let sum: Value | undefined;
      return () => {
        sum ??= sumOf(
          graph,
          Array.from({ length: periods }, (_, period) => source.row(id, period)),
        );
        return sum;
      };
    },
    opening: (first, then) => (period) => (period === 0 ? first : then)(period),
  };
}

function operations(graph: Graph): Omit<Reading<FastCell>, Leaves> {
  const all = (cells: readonly FastCell[], period: number) => cells.map((cell) => cell(period));
  return {
    add: (terms) => (period) => sumOf(graph, all(terms, period)),
    subtract: (from, less) => (period) => differenceOf(graph, from(period), less(period)),
    multiply: (factors) => (period) => productOf(graph, all(factors, period)),
    divide: (value, by) => (period) => quotientOf(graph, value(period), by(period)),
    root: (of) => (period) => rootOf(graph, of(period)),
    minimum: (of) => (period) => extremeOf(graph, all(of, period), true),
    maximum: (of) => (period) => extremeOf(graph, all(of, period), false),
    compare: (left, is, right) => (period) => testOf(graph, left(period), is, right(period)),
    choose: (when, then, otherwise) => (period) => {
      return choiceOf(
        graph,
        when(period),
        () => then(period),
        () => otherwise(period),
      );
    },
    round: (value, to, how) => (period) => roundedOf(graph, value(period), to(period), how),
  };
}

/** What the exact reading gives in a period, as the nearest number. */
export function exactly(cell: Cell, period: number): Value {
  return constantOf(cell.value(period).toNumber(), cell.size(period));
}
