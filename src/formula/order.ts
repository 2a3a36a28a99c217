import type { AssumptionId, Formula, Reading, RowId } from "./formula.ts";
import { fold } from "./formula.ts";

/** That a formula reads a row: so many periods before, or over all periods. */
interface RowReference {
  readonly id: RowId;
  readonly lag: number | "all";
}

/** Everything that a formula reads. */
export interface References {
  readonly rows: readonly RowReference[];
  readonly assumptions: readonly AssumptionId[];
}

/** A step of evaluation: rows worked out in this order within each period; `byPeriod` when they recur together. */
interface Step {
  readonly rows: readonly RowId[];
  readonly byPeriod: boolean;
}

/** The order of evaluation, and every cycle, each as the path of rows that leads back to its first. */
export interface Order {
  readonly steps: readonly Step[];
  readonly cycles: readonly (readonly RowId[])[];
}

const none: References = { rows: [], assumptions: [] };

const join = (...parts: readonly References[]): References => ({
  rows: parts.flatMap((part) => part.rows),
  assumptions: parts.flatMap((part) => part.assumptions),
});

const referencesReading: Reading<References> = {
  constant: () => none,
  assumption: (id) => ({ rows: [], assumptions: [id] }),
  series: (id) => ({ rows: [], assumptions: [id] }),
  fact: () => none,
  row: (id, lag) => ({ rows: [{ id, lag }], assumptions: [] }),
  total: (id) => ({ rows: [{ id, lag: "all" }], assumptions: [] }),
  opening: (first, then) => join(first, then),
  add: (terms) => join(...terms),
  subtract: (from, less) => join(from, less),
  multiply: (factors) => join(...factors),
  divide: (value, by) => join(value, by),
  root: (of) => of,
  minimum: (of) => join(...of),
  maximum: (of) => join(...of),
  compare: (left, _, right) => join(left, right),
  choose: (when, then, otherwise) => join(when, then, otherwise),
  round: (value, to) => join(value, to),
};

/** The rows and assumptions that a formula reads. */
export function references(formula: Formula): References {
  return fold(formula, referencesReading);
}

/**
 * The order in which rows can be worked out. Rows that reach each other recur together and run period by period,
 * all others row by row. A loop within one period is a cycle, and so is a total over all periods of a row that
 * waits for that total; a reference to an earlier period is none. References to rows that do not exist are passed over.
 */
export function order(rows: ReadonlyMap<RowId, Formula>): Order {
  const reads = new Map(
    [...rows].map(([id, formula]) => [id, references(formula).rows.filter((r) => rows.has(r.id))]),
  );
  const steps: Step[] = [];
  const cycles: RowId[][] = [];
  for (const together of components(reads)) {
    const [only] = together;
    const recurs = together.length > 1 || reads.get(only as RowId)?.some((r) => r.id === only);
    if (!recurs) {
      steps.push({ rows: together, byPeriod: false });
      continue;
    }
    const cycle = cycleWithin(together, reads);
    if (cycle) cycles.push(cycle);
    else steps.push({ rows: withinPeriod(together, reads), byPeriod: true });
  }
  return { steps, cycles };
}

type Reads = ReadonlyMap<RowId, readonly RowReference[]>;

/** Groups of rows that reach each other, each group after everything it reads (Tarjan's method, without recursion). */
function components(reads: Reads): RowId[][] {
  const found: RowId[][] = [];
  const place = new Map<RowId, number>();
  const low = new Map<RowId, number>();
  const open: RowId[] = [];
  const isOpen = new Set<RowId>();
  const enter = (id: RowId) => {
    place.set(id, place.size);
    low.set(id, place.get(id) as number);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const leave = (id: RowId) => {
    if (low.get(id) !== place.get(id)) return;
    const group = open.splice(open.indexOf(id));
    for (const member of group) isOpen.delete(member);
    found.push(group);
  };
  const lower = (id: RowId, to: number | undefined) =>
    low.set(id, Math.min(low.get(id) as number, to as number));
  for (const start of reads.keys()) {
    if (place.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = reads.get(top.id)?.[top.next++]?.id;
      if (target === undefined) {
        path.pop();
        leave(top.id);
        const parent = path.at(-1);
        if (parent) lower(parent.id, low.get(top.id));
      } else if (!place.has(target)) path.push(enter(target));
      else if (isOpen.has(target)) lower(top.id, place.get(target));
    }
  }
  return found;
}

/** A loop of references within one period (or over all periods) inside a group that recurs, named by its path. */
function cycleWithin(group: readonly RowId[], reads: Reads): RowId[] | undefined {
  const members = new Set(group);
  for (const id of group) {
    const all = reads.get(id)?.find((r) => r.lag === "all" && members.has(r.id));
    if (all) return [id, ...(pathBetween(all.id, id, members, reads) ?? [all.id, id])];
  }
  const done = new Set<RowId>();
  for (const id of group) {
    const cycle = loopFrom(id, members, reads, done);
    if (cycle) return cycle;
  }
  return undefined;
}

function loopFrom(
  start: RowId,
  members: ReadonlySet<RowId>,
  reads: Reads,
  done: Set<RowId>,
): RowId[] | undefined {
  const path: { id: RowId; next: number }[] = [{ id: start, next: 0 }];
  if (done.has(start)) return undefined;
  while (path.length > 0) {
    const top = path.at(-1) as { id: RowId; next: number };
    const target = sameRead(reads, top.id, members)[top.next++];
    if (target === undefined) {
      done.add(top.id);
      path.pop();
      continue;
    }
    const at = path.findIndex((step) => step.id === target);
    if (at >= 0) return [...path.slice(at).map((step) => step.id), target];
    if (!done.has(target)) path.push({ id: target, next: 0 });
  }
  return undefined;
}

function sameRead(reads: Reads, id: RowId, members: ReadonlySet<RowId>): RowId[] {
  return (reads.get(id) ?? []).filter((r) => r.lag === 0 && members.has(r.id)).map((r) => r.id);
}

/** The shortest way from one row to another along what each reads. */
function pathBetween(from: RowId, to: RowId, members: ReadonlySet<RowId>, reads: Reads): RowId[] | undefined {
  const cameFrom = new Map<RowId, RowId | undefined>([[from, undefined]]);
  for (const id of cameFrom.keys()) {
    if (id === to) {
      const path: RowId[] = [];
      for (let step: RowId | undefined = id; step !== undefined; step = cameFrom.get(step))
        path.unshift(step);
      return path;
    }
    for (const next of reads.get(id) ?? []) {
      if (members.has(next.id) && !cameFrom.has(next.id)) cameFrom.set(next.id, id);
    }
  }
  return undefined;
}

/** Rows of one group in the order in which a period can be worked out. */
function withinPeriod(group: readonly RowId[], reads: Reads): RowId[] {
  const members = new Set(group);
  const same = new Map(
    group.map((id) => [id, sameRead(reads, id, members).map((to) => ({ id: to, lag: 0 }))]),
  );
  return components(same).flat();
}
