import type { SheetDerivation, SheetRow } from "../sheet.ts";
import { type Figures, isNothing, whole } from "./figures.ts";

/** Figures in steps of their last printed decimal, by row and column; a gap where nothing has been settled. */
export type Steps = (bigint | undefined)[][];

/** The derivations that are true of the exact values of a sheet, by row. */
export function trueDerivations(
  figures: Figures,
  derivations: readonly SheetDerivation[],
): Map<number, SheetDerivation> {
  const { rows, columns } = figures;
  const exact = (row: number, column: number) => rows[row]?.cells[column]?.exact;
  const isTrue = (own: SheetDerivation) => {
    const all = [own.row, ...own.plus, ...own.minus];
    const kind = rows[own.row]?.kind;
    if (kind === undefined || all.some((row) => rows[row]?.kind !== kind)) return false;
    const where = own.runsOn || columns.periods.length > 0 ? columns.periods : columns.all;
    const holds = where.every((column, i) => {
      const derived = follow(own, column, own.runsOn ? where[i - 1] : undefined, exact);
      const stated = exact(own.row, column);
      return derived !== undefined && stated !== undefined && isNothing(derived - stated, all.length + 1);
    });
    return where.length > 0 && holds;
  };
  return new Map(derivations.filter(isTrue).map((own) => [own.row, own]));
}

/** What a derivation makes of the figures of one column; `undefined` where one of them is missing. */
function follow(
  { row, plus, minus }: SheetDerivation,
  column: number,
  before: number | undefined,
  figure: (row: number, column: number) => bigint | undefined,
): bigint | undefined {
  const start = before === undefined ? [] : [figure(row, before)];
  const added = [...start, ...plus.map((one) => figure(one, column))];
  const taken = minus.map((one) => figure(one, column));
  return [...added, ...taken].includes(undefined) ? undefined : whole(known(added)) - whole(known(taken));
}

function known(figures: Steps[number]): bigint[] {
  return figures.filter((figure) => figure !== undefined);
}

/**
 * Works rows out from figures that are settled, each after those it follows from, and puts them among these. Their total
 * is that of their printed periods, where they have one.
 */
export function deriveFigures(
  rows: readonly SheetRow[],
  figures: Figures,
  derivations: ReadonlyMap<number, SheetDerivation>,
  settled: Steps,
): void {
  const { periods, total } = figures.columns;
  const figure = (row: number, column: number): bigint | undefined => {
    const own = derivations.get(row);
    if (own !== undefined && settled[row]?.length === 0) derive(own);
    return settled[row]?.[column] ?? figures.rows[row]?.cells[column]?.nearest;
  };
  const derive = (own: SheetDerivation) => {
    const steps: (bigint | undefined)[] = [];
    settled[own.row] = steps;
    for (const [i, column] of periods.entries())
      steps[column] = follow(own, column, own.runsOn ? periods[i - 1] : undefined, figure);
    if (total !== undefined) steps[total] = totalOf(own, steps, total);
  };
  const totalOf = (own: SheetDerivation, steps: Steps[number], column: number) => {
    if (periods.length === 0) return follow(own, column, undefined, figure);
    const printed = known(periods.map((period) => steps[period]));
    const rule = rows[own.row]?.totals;
    return rule === "closing" ? printed.at(-1) : rule === "sum" ? whole(printed) : undefined;
  };
  for (const own of derivations.values()) if (settled[own.row]?.length === 0) derive(own);
}
