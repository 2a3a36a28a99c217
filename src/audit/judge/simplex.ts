import { present } from "../../assert.ts";
import {
  at,
  boundsOf,
  type Equation,
  moveTo,
  pivot,
  type Quotient,
  standingOf,
  type Tableau,
  usersOf,
} from "./tableau.ts";

/** A whole number of times each row is taken, by the row's place, so that together they cannot hold. */
export type Multipliers = ReadonlyMap<number, bigint>;

/**
 * Moves the variables until every one lies within its bounds. Where that cannot be done it gives the multipliers of rows
 * that contradict each other; they are of the simplest kind that this basis shows, and are to be checked by whoever uses them.
 * After so many steps as `patience` the first variable in order is taken, by which the method is known to end (Bland's rule).
 */
export function settle(tableau: Tableau, patience = 2_000): Multipliers | undefined {
  for (let step = 0; ; step++) {
    const inOrder = step >= patience;
    const row = outside(tableau, inOrder);
    if (row === undefined) return undefined;
    const { low, high } = boundsOf(tableau, row.basic);
    const rises = low !== undefined && row.value < low * row.share;
    const target = present(rises ? low : high, "a variable outside its bounds has one that it breaks");
    const entering = (inOrder ? mover : lightest)(tableau, row, rises);
    if (entering === undefined) return multipliers(tableau, row);
    pivot(tableau, row, entering);
    moveTo(tableau, row.basic, target);
  }
}

/**
 * How far a variable can go up (or down) while all bounds hold; `undefined` where nothing stops it. The tableau must be
 * settled, and stays so. After `stuck` steps on one spot the first variable in order is taken, so that the method cannot go in
 * circles.
 */
export function extreme(tableau: Tableau, variable: number, up: boolean, stuck = 40): Quotient | undefined {
  for (let still = 0; ; ) {
    const row = tableau.equations.get(variable);
    const moved = row === undefined ? variable : (still < stuck ? steepest : mover)(tableau, row, up);
    if (moved === undefined) return standingOf(tableau, variable);
    const rises = row === undefined ? up : timesIn(row, moved) > 0n === up;
    const stop = firstStop(tableau, moved, rises);
    if (stop === undefined) return undefined;
    still = stop.way.over === 0n ? still + 1 : 0;
    if (stop.row !== undefined) pivot(tableau, stop.row, moved);
    moveTo(tableau, stop.row?.basic ?? moved, stop.end);
    if ((stop.row?.basic ?? moved) === variable) return standingOf(tableau, variable);
  }
}

/** How often a row names a variable that it moves with. */
function timesIn({ times }: Equation, variable: number): bigint {
  return present(times.get(variable), "a row names each variable that it moves with");
}

/** Of the free variables that can move a row's own variable the one by which it moves the most for each unit. */
function steepest(tableau: Tableau, { times }: Equation, rises: boolean): number | undefined {
  let found: number | undefined;
  let most = 0n;
  for (const [variable, count] of times) {
    const { low, high } = boundsOf(tableau, variable);
    const end = count > 0n === rises ? high : low;
    if (end !== undefined && end === at(tableau, variable)) continue;
    const size = count < 0n ? -count : count;
    if (size > most || (size === most && found !== undefined && variable < found)) {
      found = variable;
      most = size;
    }
  }
  return found;
}

/** A row whose variable lies outside its bounds: the one that is furthest out, or the first in order. */
function outside(tableau: Tableau, inOrder: boolean): Equation | undefined {
  let found: Equation | undefined;
  let furthest = 0n;
  for (const row of tableau.equations.values()) {
    const { low, high } = boundsOf(tableau, row.basic);
    const under = low === undefined ? 0n : low * row.share - row.value;
    const over = high === undefined ? 0n : row.value - high * row.share;
    const out = under > over ? under : over;
    if (out <= 0n) continue;
    if (inOrder) {
      if (found === undefined || row.basic < found.basic) found = row;
    } else if (out > furthest) {
      found = row;
      furthest = out;
    }
  }
  return found;
}

/** The first free variable of a row that can move so that the row's own variable rises, or falls. */
function mover(tableau: Tableau, { times }: Equation, rises: boolean): number | undefined {
  let found: number | undefined;
  for (const [variable, count] of times) {
    if (found !== undefined && variable > found) continue;
    const { low, high } = boundsOf(tableau, variable);
    const end = count > 0n === rises ? high : low;
    if (end === undefined || end !== at(tableau, variable)) found = variable;
  }
  return found;
}

/** Of the free variables that can move a row's own variable the one that the fewest rows name, so that rows stay short. */
function lightest(tableau: Tableau, { times }: Equation, rises: boolean): number | undefined {
  let found: number | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [variable, count] of times) {
    const { low, high } = boundsOf(tableau, variable);
    const end = count > 0n === rises ? high : low;
    if (end !== undefined && end === at(tableau, variable)) continue;
    const users = tableau.uses.get(variable)?.size ?? 0;
    if (users < fewest) {
      found = variable;
      fewest = users;
    }
  }
  return found;
}

/** What stops a moving variable: a row whose own variable reaches its end, or none where it reaches its own; and how far that is. */
interface Stop {
  readonly row: Equation | undefined;
  readonly end: bigint;
  readonly way: Quotient;
}

/** What stops a free variable first: its own bound, or the variable of a row that reaches one. */
function firstStop(tableau: Tableau, variable: number, rises: boolean): Stop | undefined {
  const own = boundsOf(tableau, variable);
  const limit = rises ? own.high : own.low;
  let best: Stop | undefined;
  if (limit !== undefined) {
    const way = rises ? limit - at(tableau, variable) : at(tableau, variable) - limit;
    best = { row: undefined, end: limit, way: { over: way, under: 1n } };
  }
  for (const row of usersOf(tableau, variable)) {
    const count = timesIn(row, variable);
    const up = count > 0n === rises;
    const { low, high } = boundsOf(tableau, row.basic);
    const end = up ? high : low;
    if (end === undefined) continue;
    const room = up ? end * row.share - row.value : row.value - end * row.share;
    const way = { over: room, under: count < 0n ? -count : count };
    if (best === undefined || sooner(way, row.basic, best)) best = { row, end, way };
  }
  return best;
}

/** Whether a stop comes before another; of two at once the first variable, so that the method ends. */
function sooner(way: Quotient, basic: number, best: Stop): boolean {
  const [a, b] = [way.over * best.way.under, best.way.over * way.under];
  return a < b || (a === b && best.row !== undefined && basic < best.row.basic);
}

/** How often each row went into an equation, read off the variables that stand for the rows. */
function multipliers({ cells }: Tableau, row: Equation): Multipliers {
  const found = new Map<number, bigint>();
  if (row.basic >= cells) found.set(row.basic - cells, row.share);
  for (const [variable, count] of row.times) if (variable >= cells) found.set(variable - cells, -count);
  return found;
}
