import { present } from "../../assert.ts";
import { type Decimal, decimal, numeral } from "../../quantity/decimal.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { Block } from "../read/published.ts";
import { type CellAt, type CellRatio, cellsAt, type TableRule } from "../structure/rule.ts";
import { figureAt } from "./check.ts";
import { type Bounds, type Row, rebound, type Tableau, tableauOf } from "./tableau.ts";

/** Which sum, quotient or part a row of the system stands for. */
export interface RowSource {
  readonly rule: TableRule;
  readonly at: number;
}

/** All that should hold in a block at once, over the values that its figures may stand for, in whole numbers. */
export interface System {
  readonly block: Block;
  readonly cells: readonly CellAt[];
  readonly bounds: readonly Bounds[];
  readonly rows: readonly Row[];
  readonly sources: readonly RowSource[];
  /** The rows that say what a printed quotient allows, by the quotient's cell. */
  readonly ofQuotient: ReadonlyMap<number, readonly number[]>;
  /** How many whole units make one full unit: the bounds are half-steps of the last printed digit, counted in these. */
  readonly grain: Decimal;
  readonly tableau: Tableau;
}

interface Building {
  readonly block: Block;
  readonly places: Map<string, number>;
  readonly cells: CellAt[];
  readonly rows: Row[];
  readonly sources: RowSource[];
  readonly ofQuotient: Map<number, number[]>;
}

/**
 * The system of a block: a variable for each cell that a rule names, a row for each sum, quotient or part. Values are counted
 * in half-steps of the last digit, or `finer`, where values between them are looked for.
 */
export function systemOf(block: Block, rules: readonly TableRule[], finer = false): System {
  const building: Building = {
    block,
    places: new Map(),
    cells: [],
    rows: [],
    sources: [],
    ofQuotient: new Map(),
  };
  for (const rule of rules) {
    for (const at of rule.cells.keys()) addRows(building, rule, at);
  }
  const { cells, rows, sources, ofQuotient } = building;
  const figures = cells.map((cell) => figureAt(block, cell));
  const grain = grainOf(figures.filter((figure) => figure !== undefined)).times(finer ? 10 : 1);
  const bounds = figures.map((figure) => ({
    low: figure && whole(figure.low, grain),
    high: figure && whole(figure.high, grain),
  }));
  const starts = figures.map((figure, i) => ({
    ...bounds[i],
    start: figure ? rounded(figure.value, grain) : 0n,
  }));
  const tableau = tableauOf(starts, rows);
  return { block, cells, bounds, rows, sources, ofQuotient, grain, tableau };
}

/** Where a cell stands among the variables; it is put there when it is first named. */
function place({ places, cells }: Building, { row, column }: CellAt): number {
  const key = `${row},${column}`;
  const at = places.get(key) ?? cells.length;
  if (at === cells.length) {
    places.set(key, at);
    cells.push({ row, column });
  }
  return at;
}

function addRows(building: Building, rule: TableRule, at: number): void {
  const put = (row: Row) => {
    building.rows.push(row);
    building.sources.push({ rule, at });
  };
  if (rule.is === "sum") {
    const { total, parts, over = 1 } = cellsAt(rule, at);
    const times = new Map<number, bigint>();
    const add = (cell: CellAt, count: bigint) => {
      const variable = place(building, cell);
      times.set(variable, (times.get(variable) ?? 0n) + count);
    };
    add(total, -BigInt(over));
    for (const part of parts) add(part, BigInt(part.sign));
    put({ times, low: 0n, high: 0n });
  } else if (rule.is === "part") {
    const { part, whole: all } = cellsAt(rule, at);
    const times = new Map([
      [place(building, part), 1n],
      [place(building, all), -1n],
    ]);
    const negative = figureAt(building.block, all)?.value.isNegative() ?? false;
    put(negative ? { times, low: 0n } : { times, high: 0n });
  } else quotientRows(building, cellsAt(rule, at), put);
}

/**
 * What a printed quotient says of its two figures: the one is at least its least value times the other, and at most its
 * greatest. Said only where the divisor cannot be nil.
 */
function quotientRows(building: Building, ratio: CellRatio, put: (row: Row) => void): void {
  const { block } = building;
  const [own, to] = [figureAt(block, ratio.ratio), figureAt(block, ratio.to)];
  if (own === undefined || to === undefined || (to.low.lte(0) && to.high.gte(0))) return;
  const [of, by] = [place(building, ratio.of), place(building, ratio.to)];
  const rows: number[] = [];
  const say = (end: Decimal, least: boolean) => {
    const share = end
      .times(ratio.per ?? 1)
      .div(ratio.factor)
      .plus(ratio.less);
    const under = 10n ** BigInt(Math.max(0, share.decimalPlaces()));
    const over = whole(share, decimal(under.toString()));
    const times =
      of === by
        ? new Map([[of, under - over]])
        : new Map([
            [of, under],
            [by, -over],
          ]);
    rows.push(building.rows.length);
    put(least === to.value.gt(0) ? { times, low: 0n } : { times, high: 0n });
  };
  say(own.low, true);
  say(own.high, false);
  const variable = place(building, ratio.ratio);
  building.ofQuotient.set(variable, [...(building.ofQuotient.get(variable) ?? []), ...rows]);
}

/** So many units that every bound is a whole number of them. */
function grainOf(figures: readonly Interval[]): Decimal {
  const places = figures.flatMap(({ low, high }) => [low.decimalPlaces(), high.decimalPlaces()]);
  return decimal(`1e${Math.max(0, ...places)}`);
}

function whole(value: Decimal, grain: Decimal): bigint {
  return BigInt(numeral(value.times(grain)));
}

function rounded(value: Decimal, grain: Decimal): bigint {
  return BigInt(numeral(value.times(grain).floor()));
}

/** Lets some cells have any value, as if nothing were printed in them. */
export function release(system: System, cells: readonly number[]): void {
  for (const cell of cells) {
    rebound(system.tableau, cell, {});
    for (const row of system.ofQuotient.get(cell) ?? [])
      rebound(system.tableau, system.cells.length + row, {});
  }
}

/** Puts the bounds of some cells back to what is printed. */
export function hold(system: System, cells: readonly number[]): void {
  for (const cell of cells) {
    rebound(system.tableau, cell, system.bounds[cell] ?? {});
    for (const row of system.ofQuotient.get(cell) ?? []) {
      const { low, high } = present(system.rows[row], "a quotient has its rows");
      rebound(system.tableau, system.cells.length + row, { low, high });
    }
  }
}

/** A whole number of grains in full units. */
export function fullUnits(system: System, over: bigint, under: bigint = 1n): Decimal {
  return decimal(over.toString()).div(decimal(under.toString())).div(system.grain);
}
