import { present } from "../../assert.ts";

/** Whole numbers between which a value must lie; an end that is left out is open. */
export interface Bounds {
  readonly low?: bigint | undefined;
  readonly high?: bigint | undefined;
}

/** That a sum of variables, each taken a whole number of times, lies within bounds. */
export interface Row extends Bounds {
  readonly times: ReadonlyMap<number, bigint>;
}

/**
 * A row of the tableau: `share × basic = Σ times × free`, all whole numbers. Variables that are not on the left of any row
 * are free to be moved, and always stand at a whole number.
 */
export interface Equation {
  readonly basic: number;
  readonly share: bigint;
  readonly times: Map<number, bigint>;
  /** share × the value of the basic variable, as it follows from the free ones. */
  value: bigint;
}

/**
 * A system of linear sums over bounded variables, solved exactly in whole numbers by the simplex method with bounds
 * (Dutertre and de Moura, 2006). The variables are the cells, then one more for each row, which stands for its sum.
 */
export interface Tableau {
  readonly cells: number;
  readonly bounds: Bounds[];
  /** Where the free variables stand. */
  readonly at: bigint[];
  readonly equations: Map<number, Equation>;
  /** For each free variable the basic ones whose equations name it. */
  readonly uses: Map<number, Set<number>>;
}

/** A quotient of whole numbers; the divisor is positive. */
export interface Quotient {
  readonly over: bigint;
  readonly under: bigint;
}

/** A tableau of cells with their bounds and rows over them. Each cell starts where `start` says, moved into its bounds. */
export function tableauOf(cells: readonly (Bounds & { start: bigint })[], rows: readonly Row[]): Tableau {
  const tableau: Tableau = {
    cells: cells.length,
    bounds: [...cells, ...rows].map(({ low, high }) => ({ low, high })),
    at: cells.map(({ start, ...bounds }) => nearest(start, bounds)),
    equations: new Map(),
    uses: new Map(),
  };
  for (const [i, { times }] of rows.entries()) {
    const basic = cells.length + i;
    tableau.at.push(0n);
    enter(tableau, { basic, share: 1n, times: new Map(times), value: 0n });
  }
  return tableau;
}

/** Puts other bounds on a variable. A free variable that lies outside them moves to the nearer end. */
export function rebound(tableau: Tableau, variable: number, bounds: Bounds): void {
  tableau.bounds[variable] = bounds;
  if (!tableau.equations.has(variable)) moveTo(tableau, variable, nearest(at(tableau, variable), bounds));
}

/** The value of a variable. */
export function standingOf(tableau: Tableau, variable: number): Quotient {
  const row = tableau.equations.get(variable);
  return row === undefined
    ? { over: at(tableau, variable), under: 1n }
    : { over: row.value, under: row.share };
}

export function at(tableau: Tableau, variable: number): bigint {
  return present(tableau.at[variable], "every variable stands somewhere");
}

export function boundsOf(tableau: Tableau, variable: number): Bounds {
  return present(tableau.bounds[variable], "every variable has bounds");
}

function nearest(value: bigint, { low, high }: Bounds): bigint {
  if (low !== undefined && value < low) return low;
  return high !== undefined && value > high ? high : value;
}

/** Puts an equation into the tableau, with its value. */
function enter(tableau: Tableau, row: Equation): void {
  row.value = 0n;
  for (const [variable, times] of row.times) {
    row.value += times * at(tableau, variable);
    const users = tableau.uses.get(variable);
    if (users === undefined) tableau.uses.set(variable, new Set([row.basic]));
    else users.add(row.basic);
  }
  tableau.equations.set(row.basic, row);
}

function leave(tableau: Tableau, row: Equation): void {
  tableau.equations.delete(row.basic);
  for (const variable of row.times.keys()) tableau.uses.get(variable)?.delete(row.basic);
}

export function usersOf(tableau: Tableau, variable: number): Equation[] {
  const users = [...(tableau.uses.get(variable) ?? [])];
  return users.map((basic) => present(tableau.equations.get(basic), "who uses a variable has an equation"));
}

export function moveTo(tableau: Tableau, variable: number, value: bigint): void {
  const by = value - at(tableau, variable);
  if (by === 0n) return;
  tableau.at[variable] = value;
  for (const row of usersOf(tableau, variable)) row.value += (row.times.get(variable) ?? 0n) * by;
}

/** Lets a free variable take the place of a row's own, in every row. */
export function pivot(tableau: Tableau, row: Equation, entering: number): void {
  const pivotal = row.times.get(entering) ?? 0n;
  const users = usersOf(tableau, entering).filter((other) => other !== row);
  const standing = row.share === 1n ? row.value : row.value / row.share;
  leave(tableau, row);
  tableau.at[row.basic] = standing;
  const sign = pivotal < 0n ? -1n : 1n;
  const times = new Map<number, bigint>([[row.basic, sign * row.share]]);
  for (const [variable, count] of row.times) if (variable !== entering) times.set(variable, -sign * count);
  const turned: Equation = { basic: entering, share: sign * pivotal, times, value: 0n };
  for (const user of users) substitute(tableau, user, turned);
  enter(tableau, turned);
}

/** Writes a row without a variable, by the equation that this variable now has. */
function substitute(tableau: Tableau, user: Equation, turned: Equation): void {
  leave(tableau, user);
  const count = user.times.get(turned.basic) ?? 0n;
  const times = new Map<number, bigint>();
  for (const [variable, own] of user.times)
    if (variable !== turned.basic) times.set(variable, own * turned.share);
  for (const [variable, own] of turned.times) {
    const whole = (times.get(variable) ?? 0n) + own * count;
    if (whole === 0n) times.delete(variable);
    else times.set(variable, whole);
  }
  enter(tableau, reduced({ basic: user.basic, share: user.share * turned.share, times, value: 0n }));
}

/** An equation in the smallest whole numbers. */
function reduced(row: Equation): Equation {
  let common = row.share;
  for (const count of row.times.values()) {
    if (common === 1n) return row;
    common = divisor(common, count);
  }
  if (common === 1n) return row;
  const times = new Map([...row.times].map(([variable, count]) => [variable, count / common] as const));
  return { basic: row.basic, share: row.share / common, times, value: 0n };
}

/** The greatest whole number that divides both. */
export function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
