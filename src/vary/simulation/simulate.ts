import type { Issue } from "../../issue/issue.ts";
import { received, seen } from "../../issue/received.ts";
import { refuseErrors } from "../../issue/refusal.ts";
import { checkProgramme } from "../../programme/given.ts";
import { type OptionShape, refuseShape } from "../../programme/option-shape.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Points } from "../draw/source.ts";
import { type DrawJob, type DrawnPart, drawPart, joined, mostDraws } from "./draw-job.ts";
import { drawnRelations } from "./drawn-relations.ts";
import { type LookFor, lookedAt, wantedOf } from "./looked-at.ts";
import { jobOf } from "./sample.ts";
import type { Simulation } from "./simulation.ts";
import { summaryOf } from "./summary.ts";
import { uncertainIn } from "./uncertain.ts";

/** What to draw, how often, and what to look at. */
export interface SimulateOptions extends LookFor {
  /** How many draws; 32,768 unless told. Scrambled Sobol' points do best with powers of two. */
  readonly draws?: number;
  /** A whole number; 1 unless told. The same seed gives the same result to the last bit, on every machine. */
  readonly seed?: number;
  /** `sobol`, scrambled Sobol' points, unless told; or pseudo-random draws. */
  readonly method?: Points;
  /** Labels or ids of the assumptions to draw, of those that have a range; all of them unless told. The others keep their value. */
  readonly assumptions?: readonly string[];
}

/** A simulation made ready: its draws can be made in parts, by several workers and in any order. */
export interface ReadySimulation {
  /** Plain data that can be handed to a worker, which makes parts of it by {@link drawPart}. */
  readonly job: DrawJob;
  readonly draws: number;
  /** What came of it, once all parts are there. */
  finish(parts: readonly DrawnPart[]): Simulation;
}

/** From how many draws it is judged what matters: sorting more would tell nothing new. */
const judgedDraws = 16_384;

/**
 * Draws the uncertain assumptions of a programme many times, works out measures and rows each time, and says how they are
 * spread, how likely it is that conditions hold, and which assumptions matter. Amounts are in the unit of their row, of
 * every kind positive, and plain floating-point numbers: within 1e-9 of the exact reading of the same formulas, which
 * also gives the central case beside them. Draws that divide by nil, and draws that break what must hold between inputs, such
 * as shares that make more than 1, are left out, counted and reported.
 *
 * The same seed gives the same result to the last bit. Measures that are not rows, such as a rate of return, cannot be drawn; a
 * payback can be asked for as a chance. Throws `InvestToSaveError` with `wrong-shape` for what is no programme, `unknown-name`, `missing-key` where nothing has a
 * range or a named assumption has none, `wrong-option`, `out-of-range` for no draws, for a distribution beyond
 * what an assumption can be and for correlations that cannot hold together, and what `appraise` throws.
 *
 * @example
 * ```ts
 * import { assumption, cost, level, programme, saving, years } from "invest-to-save";
 * import { simulate } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", level({ amount: "Saved a year" })));
 * const { measures, chances } = simulate(p, { measures: ["net saving"], chances: ["net saving above 0"] });
 * [measures[0]?.central, measures[0]?.P50.toFixed(0), chances[0]?.chance.toFixed(2)].join(" "); // => "800 635 0.99"
 * ```
 */
export function simulate(programme: Programme, options: SimulateOptions = {}): Simulation {
  const { job, draws, finish } = readySimulation(programme, options);
  return finish([drawPart(job, 0, draws, (done) => options.progress?.(done, draws))]);
}

/**
 * The same in parts, for workers of whatever kind: `job` is plain data, {@link drawPart} makes a part of it anywhere, from a
 * multiple of 4,096 draws on, and `finish` puts the parts together. The result is that of {@link simulate} to the last bit.
 * Throws what {@link simulate} throws.
 *
 * @example
 * ```ts
 * import { assumption, cost, level, programme, saving, years } from "invest-to-save";
 * import { drawPart, readySimulation } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", level({ amount: "Saved a year" })));
 * const { job, finish } = readySimulation(p, { draws: 8192, measures: ["net saving"] });
 * const parts = [drawPart(job, 4096, 4096), drawPart(structuredClone(job), 0, 4096)];
 * finish(parts).draws; // => 8192
 * ```
 */
export function readySimulation(programme: Programme, options: SimulateOptions = {}): ReadySimulation {
  checkProgramme(programme, "simulate");
  refuseShape("simulate", shape, options);
  const { draws = 32_768, seed = 1, method = "sobol" } = options;
  refuseErrors(drawsFaults(draws));
  const uncertain = uncertainIn(programme, options.assumptions);
  const at = lookedAt(programme, options);
  const { inputs, correlations } = uncertain;
  const held = drawnRelations(
    at.programme,
    inputs.map(({ id }) => id),
  );
  const job = jobOf(held.programme, {
    ...{ inputs, correlations, draws, seed, points: method, keepInputs: judgedDraws },
    wanted: wantedOf(at),
    relations: held.rows,
  });
  const { relations } = held;
  return {
    job,
    draws,
    finish: (parts) => summaryOf({ ...at, uncertain, relations, sample: joined(parts), seed, method }),
  };
}

const shape: OptionShape = {
  "draws?": "any",
  "seed?": "any",
  "method?": ["sobol", "random"],
  "assumptions?": "names",
  "measures?": "names",
  "chances?": "names",
  "fans?": "names",
  "progress?": "any",
  "appraisal?": "any",
};

function drawsFaults(draws: number): Issue[] {
  if (Number.isInteger(draws) && draws >= 1 && draws <= mostDraws) return [];
  return [
    {
      code: "out-of-range",
      severity: "error",
      path: ["draws"],
      message: `draws cannot be ${received(draws)}`,
      expected: `a whole number from 1 to ${mostDraws}`,
      received: seen(draws),
      hint: "32768 is enough for most questions; more makes the standard error smaller",
    },
  ];
}
