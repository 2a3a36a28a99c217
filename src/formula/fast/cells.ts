import { present } from "../../assert.ts";
import type { Cell } from "../exact.ts";
import { type AssumptionId, type Formula, fold, type Reading, type RowId } from "../formula.ts";
import { type Order, references } from "../order.ts";
import { Graph } from "./graph.ts";
import type { Value } from "./node.ts";
import { type DrawnInput, exactly, fastReading } from "./reading.ts";

/** A programme as the fast reading needs it: formulas, their order and their exact values. */
export interface FastProgramme {
  readonly rows: ReadonlyMap<RowId, Formula>;
  readonly order: Order;
  readonly periods: number;
  /** The exact reading, its rows worked out. */
  readonly exact: Reading<Cell>;
  isDate(id: AssumptionId): boolean;
}

/** An input to be drawn: what stands for an assumption in all periods, or in one. */
export interface FastInput {
  readonly id: AssumptionId;
  readonly period?: number;
  /** That the draw is a factor, and on what in each period; else it is the value itself. */
  readonly times?: readonly number[];
}

/** The cells of some rows as values of a graph. */
export interface FastCells {
  readonly graph: Graph;
  cell(row: RowId, period: number): Value;
}

/**
 * Reads all that some rows need. Rows that no input reaches are not read at all: they are constants, taken from the
 * exact values, and so is each cell of the others that no input reaches.
 */
export function fastCells(
  programme: FastProgramme,
  inputs: readonly FastInput[],
  wanted: readonly RowId[],
): FastCells {
  const graph = new Graph();
  const known = new Map<RowId, Value[]>();
  const exact = new Map<RowId, Cell>();
  const exactCell = (id: RowId) => {
    const cell = exact.get(id) ?? programme.exact.row(id, 0);
    exact.set(id, cell);
    return cell;
  };
  const cell = (id: RowId, period: number) => known.get(id)?.[period] ?? exactly(exactCell(id), period);
  const drawn = drawnOf(inputs);
  const reading = fastReading(graph, {
    ...programme,
    row: cell,
    input: (id, period) => drawn.get(id)?.(period),
    isDate: (id) => programme.isDate(id),
  });
  const needed = reachedRows(programme, new Set(drawn.keys()), wanted);
  for (const { rows, byPeriod } of programme.order.steps) {
    const own = rows.filter((id) => needed.has(id));
    const cells = own.map((id) => fold(present(programme.rows.get(id), id), reading));
    const read = (at: number, period: number) => {
      const row = own[at] as RowId;
      graph.place = { row, period };
      const value = present(cells[at], row)(period);
      const values = known.get(row) ?? [];
      values[period] = value.node === undefined ? exactly(exactCell(row), period) : value;
      known.set(row, values);
    };
    if (byPeriod)
      for (let period = 0; period < programme.periods; period++)
        for (const at of own.keys()) read(at, period);
    else
      for (const at of own.keys())
        for (let period = 0; period < programme.periods; period++) read(at, period);
  }
  return { graph, cell };
}

type Drawn = ReadonlyMap<AssumptionId, (period: number) => DrawnInput | undefined>;

/** Which input stands for an assumption in a period; the last one given where there are several. */
function drawnOf(inputs: readonly FastInput[]): Drawn {
  const drawn = new Map<AssumptionId, (period: number) => DrawnInput | undefined>();
  for (const [at, { id, period, times }] of inputs.entries()) {
    const before = drawn.get(id);
    drawn.set(id, (asked) => {
      if (period !== undefined && period !== asked) return before?.(asked);
      return { at, times: times === undefined ? 1 : (times[asked] ?? 0) };
    });
  }
  return drawn;
}

/** The rows that some input reaches and that the wanted rows need. */
function reachedRows(
  { rows, order }: FastProgramme,
  inputs: ReadonlySet<AssumptionId>,
  wanted: readonly RowId[],
): ReadonlySet<RowId> {
  const reads = new Map([...rows].map(([id, formula]) => [id, references(formula)]));
  const reached = new Set<RowId>();
  for (const { rows: together } of order.steps) {
    const isReached = together.some((id) => {
      const { assumptions, rows: others } = present(reads.get(id), id);
      return assumptions.some((one) => inputs.has(one)) || others.some((one) => reached.has(one.id));
    });
    if (isReached) for (const id of together) reached.add(id);
  }
  const needed = new Set<RowId>(wanted.filter((id) => reached.has(id)));
  for (const id of needed)
    for (const other of present(reads.get(id), id).rows) if (reached.has(other.id)) needed.add(other.id);
  return needed;
}
