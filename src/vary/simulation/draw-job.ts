import { type DrawFault, Machine } from "../../formula/fast/machine.ts";
import type { Packed } from "../../formula/fast/packed.ts";
import { checkWhole, isWhole, refuseGiven } from "../../issue/given.ts";
import { checkHandedOn } from "../../issue/handed-on.ts";
import { drawsInBlock } from "../draw/bits.ts";
import type { Mixture } from "../draw/correlation.ts";
import { drawSource, type NamedDraw, type Points, roomFor } from "../draw/source.ts";
import { type BrokenRelation, RelationJudge } from "./drawn-relations.ts";

/** The most draws: so many still fit in the memory of a small machine. */
export const mostDraws = 20_000_000;

/** All that is needed to make draws and work them out, as plain data that can be handed to a worker. */
export interface DrawJob {
  readonly cells: Packed;
  /** What must hold between the inputs, as cells that are 1 where it does; none where no draw could break it. */
  readonly relations?: Packed;
  readonly inputs: readonly NamedDraw[];
  readonly mixture: Mixture;
  readonly seed: number;
  readonly points: Points;
  /** How many draws of the inputs are kept beside the results, counted from the first of all. */
  readonly kept: number;
}

/** The draws of a part of a job: an array a cell, and one an input where they are kept. */
export interface DrawnPart {
  /** The number of the first draw, a multiple of 4,096. */
  readonly first: number;
  readonly draws: number;
  readonly values: readonly Float64Array[];
  readonly inputs: readonly Float64Array[];
  readonly faults: readonly DrawFault[];
  /** The draws that break what must hold between inputs. */
  readonly broken: readonly BrokenRelation[];
}

/**
 * What came of all draws. Those at fault, and those that break what must hold between inputs, are left out of all arrays
 * alike, so that they stay side by side.
 */
export interface Sample {
  /** An array a wanted cell. */
  readonly values: readonly Float64Array[];
  /** An array an input: the first draws, as many as are kept. */
  readonly inputs: readonly Float64Array[];
  /** How many draws were made, those that were left out among them. */
  readonly draws: number;
  /** How many draws were left out. */
  readonly missing: number;
  readonly faults: readonly DrawFault[];
  /** The draws that break what must hold between inputs, a relation once. */
  readonly broken: readonly BrokenRelation[];
}

/**
 * Makes a part of the draws of a job, from `first` on, and works them out. Each block depends on the seed and its own number
 * alone, so that the same draws come out in whatever parts they are made. `told` hears how many are done. Values are in the unit
 * of their rows. What a draw comes to nothing by is a fault of the part; thrown is only `InvestToSaveError`, with `wrong-shape` for what is
 * no job, and `out-of-range` where `first` is no multiple of 4,096 or `draws` no whole number.
 *
 * @example
 * ```ts
 * import { assumption, cost, level, programme, saving, years } from "invest-to-save";
 * import { drawPart, readySimulation } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", level({ amount: "Saved a year" })));
 * const { job, draws, finish } = readySimulation(p, { draws: 4096, measures: ["net saving"] });
 * finish([drawPart(job, 0, draws)]).draws; // => 4096
 * ```
 */
export function drawPart(
  job: DrawJob,
  first: number,
  draws: number,
  told: (done: number) => void = () => {},
): DrawnPart {
  checkPart(job, first, draws, told);
  const { cells, inputs, kept, seed, points, mixture } = job;
  const source = drawSource(inputs, seed, points, mixture);
  const machine = new Machine(cells);
  const judge = job.relations && new RelationJudge(job.relations);
  const room = roomFor(inputs.length);
  const values = cells.outputs.map(() => new Float64Array(draws));
  const own = inputs.map(() => new Float64Array(Math.max(0, Math.min(draws, kept - first))));
  const faults: DrawFault[] = [];
  for (let from = 0; from < draws; from += drawsInBlock) {
    const count = Math.min(drawsInBlock, draws - from);
    source.fill((first + from) / drawsInBlock, room);
    const broken = judge?.judge(room, count, first + from);
    // What follows from draws that cannot go together is no fault of a row.
    for (const fault of machine.run(room, 0, count, values, from))
      if (!broken?.has(fault.draw)) faults.push({ ...fault, draw: first + from + fault.draw });
    for (const [at, list] of own.entries())
      if (from < list.length)
        list.set((room[at] as Float64Array).subarray(0, Math.min(count, list.length - from)), from);
    told(from + count);
  }
  return { first, draws, values, inputs: own, faults, broken: judge?.broken ?? [] };
}

/** Refuses what is no part of a job. */
function checkPart(job: unknown, first: unknown, draws: unknown, told: unknown): void {
  const lists = ["inputs", "mixture"];
  checkHandedOn(job, { name: "job", by: "readySimulation(…).job", keyed: ["cells"], lists });
  const expected = `a whole number from 0 to ${mostDraws}`;
  checkWhole(draws, ["draws"], { least: 0, most: mostDraws, expected });
  const block = typeof first === "number" ? first / drawsInBlock : first;
  const blocks = { least: 0, most: mostDraws, expected: `a multiple of ${drawsInBlock}` };
  if (!isWhole(block, blocks.least, blocks.most)) checkWhole(first, ["first"], { ...blocks, most: -1 });
  if (typeof told !== "function") refuseGiven(["told"], "a function", told);
}

/** The parts of a job put together, whatever order they came in. */
export function joined(parts: readonly DrawnPart[]): Sample {
  const ordered = [...parts].sort((a, b) => a.first - b.first);
  const faults = ordered.flatMap((part) => part.faults);
  const broken = brokenOf(ordered);
  const out = new Set([...faults.map(({ draw }) => draw), ...broken.flatMap(({ draws }) => draws)]);
  const whole = (lists: readonly Float64Array[]) => {
    const list = lists.length === 1 ? (lists[0] as Float64Array) : concatenated(lists);
    return out.size === 0 ? list : list.filter((_, draw) => !out.has(draw));
  };
  const all = (of: (part: DrawnPart) => readonly Float64Array[]) =>
    (ordered[0] === undefined ? [] : of(ordered[0])).map((_, at) =>
      whole(ordered.map((part) => of(part)[at] as Float64Array)),
    );
  return {
    values: all(({ values }) => values),
    inputs: all(({ inputs }) => inputs),
    draws: ordered.reduce((sum, { draws }) => sum + draws, 0),
    missing: out.size,
    faults,
    broken,
  };
}

/** What was broken in any part, with the example of the first. */
function brokenOf(ordered: readonly DrawnPart[]): BrokenRelation[] {
  const all = new Map<number, BrokenRelation>();
  for (const { relation, draws, example } of ordered.flatMap(({ broken }) => broken)) {
    const before = all.get(relation);
    all.set(
      relation,
      before ? { ...before, draws: before.draws.concat(draws) } : { relation, draws, example },
    );
  }
  return [...all.values()].sort((a, b) => a.relation - b.relation);
}

function concatenated(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
