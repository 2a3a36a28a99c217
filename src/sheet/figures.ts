import { type Decimal, decimal, sum } from "../quantity/decimal.ts";
import { inSteps } from "./scale.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** A figure to be rounded, in steps of its last printed decimal. */
export interface Figure {
  readonly exact: Decimal;
  /** The figure rounded on its own. */
  readonly nearest: Decimal;
  /** The whole number of steps just below it; the figure itself where it is whole. */
  readonly below: Decimal;
  /** How far it is from its nearest, in parts of {@link finest}; nil where it is whole. */
  readonly off: number;
}

/** The figures of a row by column. Only figures of one kind are added up: of the same unit, with as many decimals. */
export interface FigureRow {
  readonly cells: readonly (Figure | undefined)[];
  readonly kind: string;
  /** Whether its total column is the sum of its periods. */
  readonly across: boolean;
}

/** The columns of a sheet that sums are about: its periods and their total, the first of those that are printed twice. */
export interface FigureColumns {
  readonly all: readonly number[];
  readonly periods: readonly number[];
  readonly total: number | undefined;
}

/** The figures of a sheet that may take part in sums, by row. */
export interface Figures {
  readonly columns: FigureColumns;
  readonly rows: readonly (FigureRow | undefined)[];
}

/** Distances are compared to the tenth decimal of a step: a penny is the fifth of £000s, the eighth of £m. */
export const finest = 1e10;

/** Exact values differ in the last of forty digits where something was divided, never by as much as this. */
const nothing = 1e-9;

export function figuresOf(sheet: Sheet): Figures {
  const columns = columnsOf(sheet);
  return { columns, rows: sheet.rows.map((row) => figureRow(sheet, row, columns)) };
}

function columnsOf(sheet: Sheet): FigureColumns {
  const labels = sheet.columns.map(({ label, role }) => (role === "period" ? label : undefined));
  const periods = labels.flatMap((label, i) =>
    label !== undefined && labels.indexOf(label) === i ? [i] : [],
  );
  const total = sheet.columns.findIndex(({ role }) => role === "total");
  return total < 0
    ? { all: periods, periods, total: undefined }
    : { all: [...periods, total], periods, total };
}

function figureRow(sheet: Sheet, row: SheetRow, columns: FigureColumns): FigureRow | undefined {
  const cells: (Figure | undefined)[] = [];
  let decimals: number | undefined;
  for (const column of columns.all) {
    const cell = row.cells[column];
    if (cell === undefined) continue;
    cells[column] = figure(sheet, row, cell);
    decimals ??= cell.decimals;
  }
  if (decimals === undefined) return undefined;
  const across = row.totals === "sum" && acrossHolds(cells, columns);
  return { cells, kind: `${row.unit} with ${decimals} decimals`, across };
}

function figure(sheet: Sheet, row: SheetRow, cell: SheetCell): Figure {
  const exact = inSteps(sheet, row, cell);
  const nearest = cell.printed.times(decimal(10).pow(cell.decimals));
  const off = exact.minus(nearest).abs();
  if (isNothing(off)) return { exact, nearest, below: nearest, off: 0 };
  const below = nearest.gt(exact) ? nearest.minus(1) : nearest;
  return { exact, nearest, below, off: off.times(finest).trunc().toNumber() };
}

function acrossHolds(cells: readonly (Figure | undefined)[], { periods, total }: FigureColumns): boolean {
  const whole = total === undefined ? undefined : cells[total];
  const parts = periods.flatMap((period) => cells[period] ?? []);
  return whole !== undefined && parts.length === periods.length && parts.length > 0 && addsUp(whole, parts);
}

/** Whether the exact value of a figure is the sum of others. */
export function addsUp(total: Figure, parts: readonly Figure[]): boolean {
  return isNothing(sum(parts.map(({ exact }) => exact)).minus(total.exact));
}

/** Whether a difference of exact values is none. */
export function isNothing(difference: Decimal): boolean {
  return difference.abs().lt(nothing);
}
