import { present } from "../assert.ts";
import type { AssumptionId, RowId } from "../formula/formula.ts";
import { type Order, references } from "../formula/order.ts";
import type { Assumption } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import { newPlan, runSteps } from "./evaluate.ts";
import type { Table, TableRow } from "./table.ts";
import { together } from "./totals.ts";

/** Which rows are asked for, and which assumptions will be given other values. */
export interface Rework {
  readonly wanted: readonly RowId[];
  readonly changing: readonly AssumptionId[];
}

/** New values of the assumptions that change; one that is left out has its own. */
export type Changed = ReadonlyMap<AssumptionId, Assumption["value"]>;

/** A programme ready to be worked out again and again with other values of a few assumptions. */
export interface Reworked {
  /** Whether any of the assumptions has a part in any of the rows. */
  readonly reaches: boolean;
  /** The rows asked for, and those that they read, as `evaluate` would work them out. */
  work(changed: Changed): Table;
}

/**
 * Works out the rows asked for, and those that they read, again and again: only what the changing assumptions reach is
 * done anew each time. It is the exact reading, and gives what {@link evaluate} gives. `work` throws what that throws.
 */
export function rework(programme: Programme, { wanted, changing }: Rework): Reworked {
  const reads = new Map([...programme.rows].map(([id, { formula }]) => [id, references(formula)]));
  const needed = closure(wanted, (id) => reads.get(id)?.rows.map((one) => one.id) ?? []);
  const readers = new Map<RowId, RowId[]>();
  for (const id of needed)
    for (const read of reads.get(id)?.rows ?? []) readers.set(read.id, [...(readers.get(read.id) ?? []), id]);
  const first = [...needed].filter((id) => reads.get(id)?.assumptions.some((one) => changing.includes(one)));
  const reached = closure(first, (id) => readers.get(id) ?? []);
  const steps = { all: stepsOf(programme, needed), changed: stepsOf(programme, reached) };
  const plan = newPlan(programme);
  const rows = new Map<RowId, TableRow>();
  const take = (which: Order["steps"]) => {
    for (const [id, values] of runSteps(plan, programme, which)) {
      const row = present(programme.rows.get(id), id);
      rows.set(id, { row, values, total: together(values, row.totals) });
    }
  };
  let begun = false;
  return {
    reaches: reached.size > 0,
    work: (changed) => {
      for (const id of changing) {
        const own = present(programme.assumptions.get(id), id).value;
        present(plan.inputs.get(id), id).value = changed.get(id) ?? own;
      }
      // What no change reaches is worked out the first time and stays.
      take(begun ? steps.changed : steps.all);
      begun = true;
      return Object.freeze({ programme, timeline: programme.timeline, rows: new Map(rows) });
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
