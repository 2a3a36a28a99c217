import { present } from "../../assert.ts";
import { decimal } from "../../quantity/decimal.ts";
import type { Column, RowRounding, Sheet, SheetCell, SheetDerivation, SheetRow } from "../sheet.ts";
import { deriveFigures, type Steps, trueDerivations } from "./derive-figures.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { roundTogether } from "./round-together.ts";
import { type SumTree, sumTrees } from "./sum-trees.ts";

/**
 * A sheet of which every figure is rounded on its own, rounded together instead: every sum that is printed holds, down
 * and across, each figure is the one just above or just below its exact value, and the sum of all moves is least. Rows
 * that no sum reaches are worked out from printed figures where they follow from them, else they stay as they are.
 */
export function foot(sheet: Sheet): Sheet {
  if (sheet.rounding === "footed") return sheet;
  const figures = figuresOf(sheet);
  const all = sumTrees(sheet, figures);
  const derivations = trueDerivations(figures, [...sheet.derived, ...leftOut(sheet, all)]);
  const trees = all.filter(({ joints: [root], sums, across }) => {
    const follows = root !== undefined && derivations.has(root.row);
    return sums.length > 0 || (across && !follows);
  });
  const steps = roundTogether(sheet, figures, trees);
  const together = new Set(steps.flatMap((row, i) => (row.length > 0 ? [i] : [])));
  deriveFigures(sheet.rows, figures, derivations, steps);
  const howOf = (row: number, own: Steps[number]): RowRounding =>
    together.has(row) ? "together" : own.length > 0 ? "from printed" : "on its own";
  const firsts = firstsOf(sheet.columns);
  const rows = sheet.rows.map((row, i) => {
    if (row.cells.length === 0) return row;
    const own = present(steps[i], "steps for every row");
    const moves = own.map((step, column) => moveOf(step, figures.rows[i]?.cells[column]));
    return { ...row, rounded: howOf(i, own), cells: movedCells(row, moves, firsts) };
  });
  return { ...sheet, rows, rounding: "footed" };
}

/** Sums that cannot hold with the others: their total is the sum of what is printed only where nothing else decides it. */
function leftOut({ sums }: Sheet, trees: readonly SumTree[]): SheetDerivation[] {
  const taken = new Set(trees.flatMap((tree) => tree.sums));
  return sums.flatMap(({ total, of }, i) =>
    taken.has(i) ? [] : [{ row: total, plus: of, minus: [], runsOn: false }],
  );
}

/** How many steps a figure was moved from its nearest. */
function moveOf(step: bigint | undefined, figure: Figure | undefined): bigint {
  return step === undefined || figure === undefined ? 0n : step - figure.nearest;
}

/** For each column the first that prints the same: a period or the total may be printed twice, and is the same twice. */
function firstsOf(columns: readonly Column[]): number[] {
  return columns.map(({ label, role }) =>
    columns.findIndex((one) => one.role === role && (role === "total" || one.label === label)),
  );
}

/** The cells of a row after its figures moved by so many steps. */
function movedCells({ cells }: SheetRow, moves: readonly bigint[], firsts: readonly number[]) {
  return cells.map((cell, column): SheetCell | undefined => {
    const move = moves[present(firsts[column], "a first for every column")] ?? 0n;
    if (cell === undefined || move === 0n) return cell;
    const moved = decimal(move.toString()).times(decimal(10).pow(-cell.decimals));
    return { ...cell, printed: cell.printed.plus(moved), moved };
  });
}

/** A sheet with only its first rows, and what is said of them alone. */
export function firstRows(sheet: Sheet, count: number): Sheet {
  const isKept = (row: number) => row < count;
  return {
    ...sheet,
    rows: sheet.rows.slice(0, count),
    sums: sheet.sums.filter(({ total, of }) => [total, ...of].every(isKept)),
    derived: sheet.derived.filter(({ row, plus, minus }) => [row, ...plus, ...minus].every(isKept)),
  };
}
