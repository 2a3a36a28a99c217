import { evaluate, type Programme } from "invest-to-save";
import type { FastInput } from "../src/formula/fast/cells.ts";
import { machineFor, type WantedCell } from "../src/vary/simulation/machine.ts";
import { quantilesOf } from "../src/vary/simulation/quantiles.ts";
import { sample } from "../src/vary/simulation/sample.ts";
import { type LeedsAnswers, leedsDrawsByHand } from "./leeds-draws-by-hand.ts";
import { leedsUncertain, uncertain, wanted } from "./leeds-uncertain.ts";
import { median, type Paired, paired, worked } from "./measure.ts";
import { programmeOf } from "./programmes.ts";

const seed = 1;

/** A million draws of Leeds against a loop written by hand, and a hash of the answers. */
export function leedsDraws(draws: number, rounds: number): { times: Paired; hash: string } {
  const programme = leedsUncertain();
  const ours = () => leedsAnswers(programme, draws);
  const [own, hand] = [ours(), leedsDrawsByHand(draws, seed)];
  const far = own.quantiles.some((value, at) => Math.abs(value - (hand.quantiles[at] ?? 0)) > 1e-3);
  if (far || own.chance !== hand.chance) throw new Error("the two give different answers");
  return { times: paired(rounds, ours, () => leedsDrawsByHand(draws, seed), worked), hash: hashOf(own) };
}

function leedsAnswers(programme: Programme, draws: number): LeedsAnswers {
  const { values } = sample(programme, { inputs: uncertain, wanted, draws, seed, points: "random" });
  const [npv, paidBack] = values as [Float64Array, Float64Array];
  let sum = 0;
  for (let i = 0; i < paidBack.length; i++) sum += paidBack[i] as number;
  return { quantiles: quantilesOf([npv], [0.05, 0.5, 0.95]), chance: sum / draws };
}

/** A short number that changes with any bit of the answers (FNV-1a). */
function hashOf({ quantiles, chance }: LeedsAnswers): string {
  let hash = 0x811c9dc5;
  for (const word of new Uint32Array(Float64Array.of(...quantiles, chance).buffer))
    hash = Math.imul(hash ^ word, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** The time of an exact evaluation, in milliseconds, and the cells that it works out. */
export function exactly(programme: Programme, rounds: number): { milliseconds: number; cells: number } {
  const times = Array.from({ length: rounds }, () => worked(() => evaluate(programme)));
  return { milliseconds: median(times), cells: programme.rows.size * programme.timeline.count };
}

const cells: readonly WantedCell[] = [
  { row: "balance", period: "total" },
  { row: "grant", period: "total" },
];

/** A rate, a unit cost and the size of every sixth line: so that products in every sixth line have to be worked out. */
function inputsOf({ assumptions }: Programme): readonly FastInput[] {
  const teams = [...assumptions.values()].filter(({ id }) => id.startsWith("team-"));
  const factors = teams.map(({ id, value }) => ({ id, times: [value].flat().map(Number) }));
  return [{ id: "unit-cost" }, { id: "overhead-rate" }, ...factors];
}

function columnsFor(inputs: readonly FastInput[], draws: number): Float64Array[] {
  return inputs.map(({ times }, at) => {
    const centre = times ? 1 : at === 0 ? 51_080 : 0.12;
    return Float64Array.from({ length: draws }, (_, draw) => centre * (0.8 + (0.4 * draw) / draws));
  });
}

/** What some draws of a programme take: to make it ready, and to work them out; with the steps of a block. */
export function fast(
  programme: Programme,
  draws: number,
  rounds: number,
): { ready: number; run: number; steps: number } {
  const inputs = inputsOf(programme);
  const columns = columnsFor(inputs, draws);
  const outputs = cells.map(() => new Float64Array(draws));
  let machine = machineFor(programme, inputs, cells);
  const times = Array.from({ length: rounds }, () => ({
    ready: worked(() => {
      machine = machineFor(programme, inputs, cells);
    }),
    run: worked(() => machine.run(columns, 0, draws, outputs)),
  }));
  return {
    ready: median(times.map(({ ready }) => ready)),
    run: median(times.map(({ run }) => run)),
    steps: machine.steps,
  };
}

/** Many programmes, kept with their tables, and with 1,024 draws each: milliseconds, and megabytes that they hold. */
export function keepMany(
  count: number,
  memory: () => number,
): Record<"build" | "exact" | "fast" | "held", number> {
  const before = memory();
  let programmes: Programme[] = [];
  const build = worked(() => {
    programmes = Array.from({ length: count }, (_, variant) => programmeOf(50, 10, variant));
  });
  const kept: unknown[] = [];
  const exact = worked(() => {
    for (const programme of programmes) kept.push(evaluate(programme));
  });
  const inputs = inputsOf(programmes[0] as Programme);
  const columns = columnsFor(inputs, 1024);
  const fast = worked(() => {
    for (const programme of programmes) {
      const outputs = cells.map(() => new Float64Array(1024));
      machineFor(programme, inputs, cells).run(columns, 0, 1024, outputs);
      kept.push(outputs);
    }
  });
  const held = (memory() - before) / 2 ** 20;
  if (kept.length !== 2 * count) throw new Error("some are missing");
  return { build, exact, fast, held };
}

export { programmeOf };
