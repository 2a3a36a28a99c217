import { type Decimal, decimal } from "../quantity/decimal.ts";
import { deriveFigures, trueDerivations } from "./derive-figures.ts";
import { figuresOf } from "./figures.ts";
import { roundTogether } from "./round-together.ts";
import type { RowRounding, Sheet, SheetCell, SheetDerivation, SheetRow } from "./sheet.ts";
import { type SumTree, sumTrees } from "./sum-trees.ts";

/**
 * A sheet of which every figure is rounded on its own, rounded together instead: every sum that is printed holds, down
 * and across, each figure is the one just above or just below its exact value, and the sum of all moves is least. Rows
 * that no sum reaches are worked out from printed figures where they follow from them, else they stay as they are.
 */
export function foot(sheet: Sheet): Sheet {
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
  const howOf = (row: number): RowRounding =>
    together.has(row) ? "together" : (steps[row]?.length ?? 0) > 0 ? "from printed" : "on its own";
  const rows = sheet.rows.map((row, i) =>
    row.cells.length === 0
      ? row
      : { ...row, rounded: howOf(i), cells: footedCells(sheet, row, steps[i] ?? []) },
  );
  return { ...sheet, rows, rounding: "footed" };
}

/** Sums that cannot hold with the others: their total is the sum of what is printed only where nothing else decides it. */
function leftOut({ sums }: Sheet, trees: readonly SumTree[]): SheetDerivation[] {
  const taken = new Set(trees.flatMap((tree) => tree.sums));
  return sums.flatMap(({ total, of }, i) =>
    taken.has(i) ? [] : [{ row: total, plus: of, minus: [], runsOn: false }],
  );
}

/** The cells of a row with the figures that were settled for it; a column that is printed twice is the same twice. */
function footedCells(
  { columns }: Sheet,
  { cells }: SheetRow,
  steps: readonly (Decimal | undefined)[],
): (SheetCell | undefined)[] {
  return columns.map(({ label, role }, column) => {
    const cell = cells[column];
    const isSame = (one: { label: string; role: string }) =>
      one.role === role && (role === "total" || one.label === label);
    const own = role === "period" || role === "total" ? steps[columns.findIndex(isSame)] : undefined;
    return cell === undefined || own === undefined ? cell : footedCell(cell, own);
  });
}

function footedCell(cell: SheetCell, steps: Decimal): SheetCell {
  const printed = steps.times(decimal(10).pow(-cell.decimals));
  const moved = printed.minus(cell.printed);
  return moved.isZero() ? cell : { ...cell, printed, moved };
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
