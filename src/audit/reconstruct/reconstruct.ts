import { assert, present } from "../../assert.ts";
import { hasErrors, type Issue } from "../../issue/issue.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import { roundTo } from "../../quantity/rounding.ts";
import { checkDeclared, checkPublished } from "../given.ts";
import { type Certificate, certify, type Ends } from "../judge/certificate.ts";
import { figureAt } from "../judge/check.ts";
import { rangesOf } from "../judge/ranges.ts";
import { extreme, settle } from "../judge/simplex.ts";
import { fullUnits, type System, systemOf } from "../judge/system.ts";
import { type Quotient, rebound, standingOf } from "../judge/tableau.ts";
import type { Block, PublishedTable } from "../read/published.ts";
import { type DeclaredStructure, unknownNames } from "../structure/declared.ts";
import type { CellAt, TableRule } from "../structure/rule.ts";
import { structureOf } from "../structure/structure.ts";
import type { Assumed } from "./assumed.ts";
import { assumedRules, unknownInAssumptions } from "./assumptions.ts";
import { roundest } from "./roundest.ts";

/** A figure before it was rounded: one value that prints as it does, and where it may lie, in full units. */
export interface UnroundedFigure {
  readonly cell: CellAt;
  readonly value: Decimal;
  readonly range: Ends;
}

/** What came of looking for the figures behind a block. */
export interface ReconstructedBlock {
  readonly block: Block;
  /** Everything that the figures had to hold to: what adds up, and what was assumed. */
  readonly rules: readonly TableRule[];
  /**
   * `found` where there are figures that print as printed; `impossible` where it is proved that there are none; `edge` where
   * there are some only if a figure lies exactly between two printed ones.
   */
  readonly outcome: "found" | "impossible" | "edge";
  readonly figures: readonly UnroundedFigure[];
  /** The proof that there are none. */
  readonly proof?: Certificate;
  /** The cells that the proof speaks of, by their number. */
  readonly cells: readonly CellAt[];
}

/** What came of looking for the figures behind a rounded table. */
export interface Reconstruction {
  readonly table: PublishedTable;
  readonly blocks: readonly ReconstructedBlock[];
  readonly found: boolean;
}

/** What is known of the figures behind a table. */
export interface ReconstructOptions extends DeclaredStructure {
  readonly assume?: readonly Assumed[];
}

/**
 * Looks for unrounded figures behind a rounded table: figures for which everything that adds up does so exactly, what is
 * assumed holds, and every cell prints as printed, half away from zero. They are made as round as they can be; the range of
 * each says where it may lie. Where there are none it is proved. Issue code: `unknown-name`.
 * Throws `InvestToSaveError` with `wrong-shape` only for what is no table, and for what no structure file could hold.
 *
 * @example
 * ```ts
 * import { readTable, reconstruct } from "invest-to-save/audit";
 * const { table } = readTable("£000s,14/15,15/16,Total\nPay,60,60,121\n");
 * const found = table && reconstruct(table, { assume: [{ constant: "Pay" }] }).reconstruction;
 * found?.blocks[0]?.figures.map(({ value }) => value.toString()).join(); // => "60400,60400,120800"
 * ```
 */
export function reconstruct(
  table: PublishedTable,
  options: ReconstructOptions = {},
): { readonly reconstruction: Reconstruction | undefined; readonly issues: readonly Issue[] } {
  checkPublished(table);
  checkDeclared(options, "options");
  const assumed = options.assume ?? [];
  const issues = [...unknownNames(table, options), ...unknownInAssumptions(table, assumed)];
  if (hasErrors(issues)) return { reconstruction: undefined, issues };
  const blocks = table.blocks.map((block) =>
    reconstructed(block, [...structureOf(block, options).rules, ...assumedRules(block, assumed)]),
  );
  return {
    reconstruction: { table, blocks, found: blocks.every(({ outcome }) => outcome === "found") },
    issues,
  };
}

function reconstructed(block: Block, rules: readonly TableRule[]): ReconstructedBlock {
  const system = systemOf(block, rules, true);
  const { cells } = system;
  const multipliers = settle(system.tableau);
  const base = { block, rules, cells };
  if (multipliers !== undefined) {
    const proof = present(certify(system, multipliers), "what cannot be is proved not to be");
    return { ...base, outcome: "impossible", figures: [], proof };
  }
  const ranges = rangesOf(system, orderIn(system), []);
  narrow(system);
  if (settle(system.tableau) !== undefined) return { ...base, outcome: "edge", figures: [] };
  const values = chosen(system);
  const figures = ranges.map(
    ({ cell, range }): UnroundedFigure => ({
      cell: cells[cell] as CellAt,
      value: values[cell] as Decimal,
      range,
    }),
  );
  for (const { cell, value } of figures) {
    const figure = figureAt(block, cell);
    const prints = figure === undefined || roundTo(value, figure.step).eq(figure.value) || isRange(figure);
    assert(prints, "a reconstructed figure prints as printed");
  }
  return { ...base, outcome: "found", figures };
}

/** A cell that prints a range has no single figure to come out. */
function isRange({ low, high, step }: { low: Decimal; high: Decimal; step: Decimal }): boolean {
  return high.minus(low).gt(step);
}

/** Leaves out the end of each cell's bounds that rounds to another figure: a half goes away from zero. */
function narrow(system: System): void {
  for (const [cell, { low, high }] of system.bounds.entries()) {
    if (low === undefined || high === undefined || low === high) continue;
    const from = low + high <= 0n ? low + 1n : low;
    const to = low + high >= 0n ? high - 1n : high;
    rebound(system.tableau, cell, { low: from, high: to });
  }
}

/** One value for each cell, cell by cell the roundest that the cells before it allow; what prints as 0 comes first. */
function chosen(system: System): Decimal[] {
  const { tableau } = system;
  const isNil = (cell: number) =>
    figureAt(system.block, system.cells[cell] as CellAt)?.value.isZero() ?? false;
  const inTable = orderIn(system);
  const order = [...inTable.filter(isNil), ...inTable.filter((cell) => !isNil(cell))];
  for (const cell of order) {
    const [low, high] = [extreme(tableau, cell, false), extreme(tableau, cell, true)];
    if (low === undefined || high === undefined) continue;
    const value = roundest(ceiling(low), -ceiling({ over: -high.over, under: high.under }));
    if (value === undefined) continue;
    rebound(tableau, cell, { low: value, high: value });
    assert(settle(tableau) === undefined, "a value within its range can be had");
  }
  return [...system.cells.keys()].map((cell) => {
    const { over, under } = standingOf(tableau, cell);
    return fullUnits(system, over, under);
  });
}

/** The cells of a system from the top of the table down, each row from left to right. */
function orderIn({ cells }: System): number[] {
  const place = ({ row, column }: CellAt) => row * 1e6 + column;
  return [...cells.keys()].sort((a, b) => place(cells[a] as CellAt) - place(cells[b] as CellAt));
}

function ceiling({ over, under }: Quotient): bigint {
  const down = over / under;
  return down * under >= over ? down : down + 1n;
}
