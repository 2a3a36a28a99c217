import { present } from "../assert.ts";
import type { AssumptionId, RowId } from "../formula/formula.ts";
import { type Order, references } from "../formula/order.ts";
import type { Assumption } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import { newPlan, type Plan, runSteps } from "./evaluate.ts";
import type { Table, TableRow } from "./table.ts";
import { together } from "./totals.ts";

/** New values of some assumptions; one that is left out has its own. */
type Changed = ReadonlyMap<AssumptionId, Assumption["value"]>;

/** A programme ready to be worked out again and again with other values of some assumptions. */
export interface Reworked {
  /** Whether an assumption has a part in any of the rows asked for. */
  reaches(id: AssumptionId): boolean;
  /** The rows asked for, and those that they read, as `evaluate` would work them out. */
  work(changed: Changed): Table;
}

/**
 * Works out some rows of a programme, and those that they read, again and again: each time only what the assumptions reach that
 * have another value than the time before. It is the exact reading, and gives what {@link evaluate} gives. `work` throws what
 * that throws.
 */
export function rework(programme: Programme, wanted: readonly RowId[]): Reworked {
  const reach = reachOf(programme, wanted);
  const plan = newPlan(programme);
  const rows = new Map<RowId, TableRow>();
  const take = (steps: Order["steps"]) => {
    for (const [id, values] of runSteps(plan, programme, steps)) {
      const row = present(programme.rows.get(id), id);
      rows.set(id, { row, values, total: together(values, row.totals) });
    }
  };
  // What no change reaches is worked out once and stays; what one may have reached and failed in is worked out anew.
  let begun = false;
  let moved: readonly AssumptionId[] = [];
  return {
    reaches: (id) => reach.of([id]).length > 0,
    work: (changed) => {
      const before = moved;
      moved = [...changed.keys()];
      const differing = [...new Set([...before, ...moved])];
      for (const id of differing) setInput(plan, programme, id, changed);
      take(begun ? reach.of(differing) : reach.all);
      begun = true;
      return Object.freeze({ programme, timeline: programme.timeline, rows: new Map(rows) });
    },
  };
}

function setInput(plan: Plan, programme: Programme, id: AssumptionId, changed: Changed): void {
  const own = present(programme.assumptions.get(id), id).value;
  present(plan.inputs.get(id), id).value = changed.get(id) ?? own;
}

/** The steps that work out all rows asked for, and those of them that some assumptions reach. */
interface Reach {
  readonly all: Order["steps"];
  of(ids: readonly AssumptionId[]): Order["steps"];
}

function reachOf(programme: Programme, wanted: readonly RowId[]): Reach {
  const reads = new Map([...programme.rows].map(([id, { formula }]) => [id, references(formula)]));
  const rowsReadBy = (id: RowId) => (reads.get(id)?.rows ?? []).map((read) => read.id);
  const needed = closure(wanted, rowsReadBy);
  const readers = new Map<RowId, RowId[]>();
  for (const id of needed)
    for (const read of rowsReadBy(id)) readers.set(read, [...(readers.get(read) ?? []), id]);
  const known = new Map<string, Order["steps"]>();
  return {
    all: stepsOf(programme, needed),
    of: (ids) => {
      const key = [...ids].sort().join(" ");
      const found = known.get(key);
      if (found) return found;
      const first = [...needed].filter((id) => reads.get(id)?.assumptions.some((one) => ids.includes(one)));
      const steps = stepsOf(
        programme,
        closure(first, (id) => readers.get(id) ?? []),
      );
      known.set(key, steps);
      return steps;
    },
  };
}

function closure(from: readonly RowId[], next: (id: RowId) => readonly RowId[]): ReadonlySet<RowId> {
  const found = new Set(from);
  for (const id of found) for (const one of next(id)) found.add(one);
  return found;
}

function stepsOf({ order }: Programme, wanted: ReadonlySet<RowId>): Order["steps"] {
  return order.steps
    .map(({ rows, byPeriod }) => ({ rows: rows.filter((id) => wanted.has(id)), byPeriod }))
    .filter(({ rows }) => rows.length > 0);
}
