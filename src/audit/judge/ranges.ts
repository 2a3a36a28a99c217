import type { Ends } from "./certificate.ts";
import { extreme, settle } from "./simplex.ts";
import { fullUnits, hold, release, type System } from "./system.ts";

/** Where a cell can lie, by its place in the system. */
export interface CellRange {
  readonly cell: number;
  readonly range: Ends;
}

/** Where some cells can lie while everything else holds, in full units; `freed` cells may have any value meanwhile. */
export function rangesOf(system: System, cells: readonly number[], freed: readonly number[]): CellRange[] {
  if (cells.length === 0) return [];
  release(system, freed);
  settle(system.tableau);
  const ranges = cells.map((cell) => ({ cell, range: rangeOf(system, cell) }));
  hold(system, freed);
  return ranges;
}

function rangeOf(system: System, cell: number): Ends {
  const low = extreme(system.tableau, cell, false);
  const high = extreme(system.tableau, cell, true);
  return {
    ...(low === undefined ? {} : { low: fullUnits(system, low.over, low.under) }),
    ...(high === undefined ? {} : { high: fullUnits(system, high.over, high.under) }),
  };
}
