import type { Check } from "../judge/check.ts";
import { type Conflict, canHold, nextConflict, separateConflicts } from "../judge/conflicts.ts";
import { hold, release, type System } from "../judge/system.ts";

/** Cells that must change together so that a contradiction goes away; as few as possible. */
export type Repair = readonly number[];

/** Something that is wrong: its contradictions, and every smallest way to mend it. */
export interface Incident {
  readonly conflicts: readonly Conflict[];
  /** All of them are equally small; none where more cells are wrong than was looked for. */
  readonly repairs: readonly Repair[];
  /** Whether everything was looked at: false where there were too many ways to try them all. */
  readonly complete: boolean;
}

/** How many times the system may be settled while repairs are looked for. */
const mostTries = 4_000;

interface Search {
  readonly system: System;
  tries: number;
}

/** Finds what is wrong in a system: contradictions that have nothing to do with each other come apart. */
export function incidentsOf(system: System, checks: readonly Check[]): Incident[] {
  const conflicts = separateConflicts(system, checks);
  if (conflicts.length === 0) return [];
  const search: Search = { system, tries: mostTries };
  const ways = conflicts.map((conflict, i) => ({
    conflict,
    cells: singles(search, conflict, without(conflicts, i)),
  }));
  const chosen = choose(
    search,
    ways.map(({ cells }) => cells),
  );
  if (chosen === undefined) return together(search, conflicts);
  return ways.map(({ conflict, cells }, i) => {
    const others = chosen.filter((_, j) => j !== i);
    const fits = cells.filter((cell) => mends(search, [cell, ...others]));
    return { conflicts: [conflict], repairs: fits.map((cell) => [cell]), complete: search.tries > 0 };
  });
}

function without(conflicts: readonly Conflict[], at: number): number[] {
  return conflicts.flatMap(({ cells }, i) => (i === at ? [] : cells));
}

/** Whether everything can hold when some cells may have any value. */
function mends({ system, ...search }: Search, cells: readonly number[]): boolean {
  if (search.tries <= 0) return false;
  release(system, cells);
  const holds = canHold(system);
  hold(system, cells);
  return holds;
}

/** The cells of a contradiction that mend it alone, whatever is done about the others. */
function singles(search: Search, { cells }: Conflict, others: readonly number[]): number[] {
  return cells.filter((cell) => mends(spent(search), [cell, ...others]));
}

function spent(search: Search): Search {
  search.tries--;
  return search;
}

/**
 * One cell of each contradiction so that together they mend everything; `undefined` where there is no such choice. A cell is
 * taken only where all would be mended if those of the contradictions that follow might have any value.
 */
function choose(
  search: Search,
  ways: readonly (readonly number[])[],
  chosen: readonly number[] = [],
): number[] | undefined {
  const [first, ...rest] = ways;
  if (first === undefined) return [...chosen];
  for (const cell of first) {
    const found = mends(spent(search), [...chosen, cell, ...rest.flat()])
      ? choose(search, rest, [...chosen, cell])
      : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The smallest sets of cells that mend everything, where one cell for each contradiction does not. */
function together(search: Search, conflicts: readonly Conflict[]): Incident[] {
  for (let size = conflicts.length; size <= conflicts.length + 2 && size <= 4; size++) {
    const found = new Map<string, number[]>();
    branch(search, [], size, found);
    if (found.size > 0) return [{ conflicts, repairs: [...found.values()], complete: search.tries > 0 }];
  }
  return [{ conflicts, repairs: [], complete: search.tries > 0 }];
}

/** Tries every cell of the next contradiction in turn, as deep as cells may be changed. */
function branch(
  search: Search,
  changed: readonly number[],
  left: number,
  found: Map<string, number[]>,
): void {
  if (spent(search).tries <= 0) return;
  const { system } = search;
  release(system, changed);
  const conflict = nextConflict(system);
  hold(system, changed);
  if (conflict === undefined) {
    const set = [...changed].sort((a, b) => a - b);
    found.set(set.join(), set);
  } else if (left > 0) {
    for (const cell of conflict.cells) branch(search, [...changed, cell], left - 1, found);
  }
}
