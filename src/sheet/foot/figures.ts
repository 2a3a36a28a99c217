import { decimal, integer } from "../../quantity/decimal.ts";
import { stepsInPound } from "../scale.ts";
import type { Sheet, SheetCell, SheetRow } from "../sheet.ts";

/** A figure to be rounded, in whole numbers: steps of its last printed decimal, and `finest` parts of a step. */
export interface Figure {
  /** The exact value in parts. */
  readonly exact: bigint;
  /** The figure rounded on its own, in steps. */
  readonly nearest: bigint;
  /** The number of steps just below it; the figure itself where it is whole. */
  readonly below: bigint;
  /** How many parts it is from its nearest; nil where it is whole. */
  readonly off: number;
}

/** The figures of a row by column. Only figures of one kind are added up: of the same unit, with as many decimals. */
interface FigureRow {
  readonly cells: readonly (Figure | undefined)[];
  readonly kind: string;
  /** Whether its total column is the sum of its periods. */
  readonly across: boolean;
}

/** The columns of a sheet that sums are about: its periods and their total, the first of those that are printed twice. */
interface FigureColumns {
  readonly all: readonly number[];
  readonly periods: readonly number[];
  readonly total: number | undefined;
}

/** The figures of a sheet that may take part in sums, by row. */
export interface Figures {
  readonly columns: FigureColumns;
  readonly rows: readonly (FigureRow | undefined)[];
}

/** Parts of a step: distances are compared to its tenth decimal. A penny is 100,000 parts of £1,000, and 100 of £1m. */
export const finest = 10_000_000_000n;

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
  const [decimals] = columns.all.flatMap((column) => row.cells[column]?.decimals ?? []);
  if (decimals === undefined) return undefined;
  const figure = figuresIn(sheet, row, decimals);
  const cells: (Figure | undefined)[] = [];
  for (const column of columns.all) {
    const cell = row.cells[column];
    if (cell !== undefined) cells[column] = figure(cell);
  }
  const across = row.totals === "sum" && acrossHolds(cells, columns);
  return { cells, kind: `${row.unit} with ${decimals} decimals`, across };
}

/** From a cell of a row to its figure. */
function figuresIn(sheet: Sheet, row: SheetRow, decimals: number): (cell: SheetCell) => Figure {
  const steps = decimal(10).pow(decimals);
  const parts = (row.unit === "£" ? stepsInPound(sheet, decimals) : steps).times(finest.toString());
  return ({ value, printed }) => {
    const exact = integer(value.times(parts));
    const nearest = integer(printed.times(steps));
    const off = exact - nearest * finest;
    return { exact, nearest, below: off < 0n ? nearest - 1n : nearest, off: Number(off < 0n ? -off : off) };
  };
}

function acrossHolds(cells: readonly (Figure | undefined)[], { periods, total }: FigureColumns): boolean {
  const whole = total === undefined ? undefined : cells[total];
  const parts = periods.flatMap((period) => cells[period] ?? []);
  return whole !== undefined && parts.length === periods.length && parts.length > 0 && addsUp(whole, parts);
}

/** Whether the exact value of a figure is the sum of others. */
export function addsUp(total: Figure, of: readonly Figure[]): boolean {
  return isNothing(whole(of.map(({ exact }) => exact)) - total.exact, of.length + 1);
}

/** Whether a difference is none, but for what so many figures have lost beyond the last of their parts. */
export function isNothing(difference: bigint, figures: number): boolean {
  return difference <= figures && difference >= -figures;
}

/** The sum of some whole numbers. */
export function whole(numbers: readonly bigint[]): bigint {
  return numbers.reduce((all, one) => all + one, 0n);
}
