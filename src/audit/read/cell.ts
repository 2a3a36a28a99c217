import { type Decimal, decimal, one, zero } from "../../quantity/decimal.ts";
import { lastDigit, printedInterval } from "../../quantity/interval.ts";
import type { ReadCell } from "./figure.ts";
import type { Kind, PrintedFigure, PublishedCell } from "./published.ts";

/** What a cell takes from its row, its column and its table. */
export interface CellContext {
  readonly kind: Kind;
  /** What one printed unit is worth where the cell does not say it itself. */
  readonly scale: Decimal;
  /** The decimal places of the figures around it, for a nil. */
  readonly decimals: number;
  /** What figures are rounded to where that is coarser than their last digit. */
  readonly base?: Decimal | undefined;
  /** Whether nothing stands for nil. */
  readonly blankIsNil: boolean;
}

/** A cell with its figure in full units, and the values that print so. */
export function publishedCell(text: string, read: ReadCell, around: CellContext): PublishedCell {
  const { standing, marks } = read;
  const kind = read.kind ?? around.kind;
  const isNil = standing === "nil" || (standing === "blank" && around.blankIsNil);
  const scale = read.scale ?? around.scale;
  const value = isNil ? zero : read.value;
  const base = { text, standing, kind, marks };
  if (value === undefined) return base;
  const figure = figureOf(value, isNil ? around.decimals : read.decimals, scale, read.range);
  return { ...base, figure: isCounted(kind) ? coarser(figure, around.base) : figure };
}

function isCounted(kind: Kind): boolean {
  return kind === "money" || kind === "number";
}

/** A figure that was rounded to more than its last digit: it stands for all values that are nearest to it. */
function coarser(figure: PrintedFigure, base: Decimal | undefined): PrintedFigure {
  if (base === undefined || base.lte(figure.step) || !figure.value.mod(base).isZero()) return figure;
  return { ...figure, ...printedInterval(figure.value, base), step: base };
}

/** A figure from its printed value. */
export function figureOf(
  printed: Decimal,
  decimals: number,
  scale: Decimal = one,
  range?: readonly [Decimal, Decimal],
): PrintedFigure {
  const step = lastDigit(decimals).times(scale);
  const value = printed.times(scale);
  const own = printedInterval(value, step);
  if (range === undefined) return { value, ...own, step, scale, decimals };
  const [from, to] = range;
  const low = from.isZero() ? zero : printedInterval(from.times(scale), step).low;
  return { value, low, high: printedInterval(to.times(scale), step).high, step, scale, decimals };
}

/** The decimal places that most of some figures have; of equals the fewest. */
export function usualDecimals(cells: readonly ReadCell[]): number | undefined {
  const times = new Map<number, number>();
  for (const { standing, decimals } of cells) {
    if (standing === "figure") times.set(decimals, (times.get(decimals) ?? 0) + 1);
  }
  return [...times].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0];
}

/** A cell that is to be read otherwise than printed. */
export function toldCell(reads: number | string): ReadCell | undefined {
  const bare = { decimals: 0, marks: [], remarks: [] };
  if (reads === "nil") return { ...bare, standing: "nil", value: zero };
  if (reads === "unknown") return { ...bare, standing: "unknown" };
  const text = String(reads).trim();
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return undefined;
  return {
    ...bare,
    standing: "figure",
    value: decimal(text),
    decimals: text.split(".")[1]?.length ?? 0,
  };
}
