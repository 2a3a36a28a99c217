import fc from "fast-check";
import {
  assumption,
  condition,
  cost,
  decimal,
  funding,
  level,
  programme,
  type RangeOptions,
  saving,
  withValues,
  years,
} from "invest-to-save";
import { calculated, pool } from "invest-to-save/drivers";
import { drawPart, readySimulation, simulate } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { workOut } from "../../src/table/evaluate.ts";
import { withChances } from "../../src/vary/simulation/chance.ts";
import { withDraw } from "./fast.ts";

/** A programme with a saving from two uncertain numbers, and a cost that may overrun. */
function plan(families: RangeOptions, unitSaving: RangeOptions, overrun: RangeOptions) {
  return programme(
    "Plan",
    years("2025/26", "2028/29"),
    { source: "made up" },
    assumption("Families", { value: 100, unit: "families", range: families }),
    assumption("Saving", { value: 500, unit: "£ per family per year", range: unitSaving }),
    assumption("Step", { value: 1000, unit: "£" }),
    assumption("Ceiling", { value: 60_000, unit: "£" }),
    cost("Set up", { "2025/26": 90_000, "2026/27": 10_000 }, { range: overrun }),
    saving("Care", calculated("min(round(Families * Saving * years(), Step), Ceiling)")),
    condition("Nothing is left to find", { row: "balance", "at most": 0, from: "2026/27" }),
    condition("It is all paid for", { "total of": "balance", "at most": 0 }),
  );
}

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
/** Ranges about a value, some of which come out on the same numbers again and again. */
const rangeOf = (value: number) =>
  fc.oneof(
    fc.tuple(share, share, fc.constantFrom("triangular", "PERT", "uniform")).map(
      ([below, above, shape]): RangeOptions => ({
        shape: shape as "PERT",
        low: value * (1 - below),
        high: value * (1 + above),
      }),
    ),
    fc.constant<RangeOptions>({ shape: "normal", "standard deviation": value / 5, low: 0 }),
    fc.constant<RangeOptions>({
      shape: "discrete",
      weights: { [value * 0.8]: 1, [value]: 2, [value * 1.25]: 1 },
    }),
  );

const plans = fc
  .tuple(rangeOf(100), rangeOf(500), rangeOf(1))
  .map(([families, saved, overrun]) => plan(families, saved, overrun));
const seeds = fc.integer({ min: 0, max: 1e9 });
const chances = [
  "Nothing is left to find",
  "It is all paid for",
  "payback",
  "care in 2026/27 at least 50000",
  "net saving above 40000",
  "balance never above 20000",
];

describe("a chance is the share of the draws in which the exact reading says so", () => {
  test("whatever is drawn, on thresholds too", () => {
    fc.assert(
      fc.property(plans, seeds, (p, seed) => {
        const draws = 12;
        const found = simulate(p, { draws, seed, chances, measures: ["net saving"], fans: [] });
        const { job } = readySimulation(p, { draws, seed, chances, measures: ["net saving"], fans: [] });
        const { inputs } = drawPart(job, 0, draws);
        const ids = [{ id: "families" }, { id: "saving" }, { id: "set-up", times: [90_000, 10_000, 0, 0] }];
        const looked = withChances(p, chances, {});
        const held = looked.chances.map(() => 0);
        let net = 0;
        for (let draw = 0; draw < draws; draw++) {
          const own = withDraw(
            looked.programme,
            ids,
            inputs.map((list) => list[draw] ?? 0),
          );
          const { values } = workOut(own);
          net += (values.get("appraisal.net-saving")?.at(-1)?.toNumber() ?? Number.NaN) / draws;
          for (const [at, { row }] of looked.chances.entries())
            held[at] = (held[at] ?? 0) + (values.get(row)?.at(-1)?.toNumber() ?? Number.NaN);
        }
        const counted = found.chances.map(({ chance }) => Math.round(chance * draws));
        expect(counted).toEqual(held);
        expect(Math.abs((found.measures[0]?.mean ?? Number.NaN) - net)).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });
});

test("the same seed gives the same result, however the draws are shared out", () => {
  fc.assert(
    fc.property(plans, seeds, fc.integer({ min: 1, max: 4 }), (p, seed, blocks) => {
      const options = { draws: 17_000, seed, chances, fans: ["care"] };
      const { job, draws, finish } = readySimulation(p, options);
      const parts = [];
      for (let first = 0; first < draws; first += blocks * 4096)
        parts.unshift(drawPart(structuredClone(job), first, Math.min(blocks * 4096, draws - first)));
      expect(finish(parts)).toEqual(simulate(p, options));
    }),
    { numRuns: 10 },
  );
});

/** A pool of which two partners' shares are drawn and a third has the rest: together they may make 1 at most. */
const shares = fc.constantFrom<RangeOptions>(
  { low: 0.2, high: 0.9 },
  { shape: "uniform", low: 0, high: 1 },
  { shape: "normal", "standard deviation": 0.3, low: 0, high: 1 },
  { shape: "discrete", weights: { 0.3: 1, 0.4: 1, 0.6: 1, 0.7: 1 } },
);
const pools = fc.tuple(shares, shares).map(([council, police]) =>
  programme(
    "Joint team",
    years("2025/26", "2027/28"),
    { source: "made up" },
    assumption("Share of the council", { value: 0.4, unit: "share", range: council }),
    assumption("Share of the police", { value: 0.4, unit: "share", range: police }),
    cost("Team", 90_000),
    funding(
      "Pool",
      pool({
        total: 80_000,
        shares: { Council: "Share of the council", Police: "Share of the police", Health: "the rest" },
      }),
    ),
  ),
);

test("the draws that are left out are those that would be refused as new values, and no others", () => {
  fc.assert(
    fc.property(pools, seeds, (p, seed) => {
      const draws = 24;
      const { job } = readySimulation(p, { draws, seed, measures: ["pool"], chances: [], fans: [] });
      const { inputs, broken } = drawPart(job, 0, draws);
      const refused = Array.from({ length: draws }, (_, draw) => draw).filter((draw) => {
        const [council = 0, police = 0] = inputs.map((list) => decimal(list[draw] ?? 0));
        try {
          withValues(p, { "share-of-the-council": council, "share-of-the-police": police });
          return false;
        } catch {
          return true;
        }
      });
      expect(broken.flatMap((one) => one.draws)).toEqual(refused);
    }),
    { numRuns: 60 },
  );
});

/** A single cost that is drawn, so that what comes of it is known beforehand. */
function alone(range: RangeOptions) {
  return programme(
    "Alone",
    years("2025/26", "2025/26"),
    { source: "made up" },
    assumption("Fee", { value: 100, unit: "£ per year", range }),
    cost("Fees", level({ amount: "Fee" })),
  );
}

describe("means and quantiles come to what is known beforehand", () => {
  const asked = { draws: 65_536, measures: ["fees"], chances: [], fans: [] };
  test.each<[string, RangeOptions, number, [number, number, number]]>([
    [
      "triangular",
      { low: 60, high: 120 },
      280 / 3,
      [60 + Math.sqrt(0.1 * 60 * 40), 60 + Math.sqrt(0.5 * 60 * 40), 120 - Math.sqrt(0.1 * 60 * 20)],
    ],
    ["uniform", { shape: "uniform", low: 50, high: 150 }, 100, [60, 100, 140]],
    ["PERT", { shape: "PERT", low: 0, high: 200 }, 100, [49.3282, 100, 150.6718]],
    ["normal", { shape: "normal", "standard deviation": 10, low: 0 }, 100, [87.184484, 100, 112.815516]],
    ["lognormal", { shape: "lognormal", "standard deviation": 30 }, 100, [65.716, 95.783, 139.606]],
    ["discrete", { shape: "discrete", weights: { 50: "20%", 100: "50%", 150: "30%" } }, 105, [50, 100, 150]],
  ])("of a %s range", (_, range, mean, quantiles) => {
    for (const [method, within] of [
      ["sobol", 0.002],
      ["random", 0.02],
    ] as const) {
      const [fees] = simulate(alone(range), { ...asked, method, seed: 11 }).measures;
      expect(fees?.central).toBe(100);
      expect(Math.abs((fees?.mean ?? 0) - mean) / mean).toBeLessThan(within);
      for (const [at, key] of (["P10", "P50", "P90"] as const).entries()) {
        const near = 2 * within;
        expect(Math.abs((fees?.[key] ?? 0) / (quantiles[at] ?? 1) - 1), key).toBeLessThan(near);
      }
    }
  });
});

describe("the standard error says how far a mean is out", () => {
  const p = plan({ low: 60, high: 130 }, { shape: "PERT", low: 350, high: 700 }, { low: 0.9, high: 1.5 });
  test.each(["random", "sobol"] as const)("of draws by %s points", (method) => {
    const asked = { method, measures: ["net saving"], chances: ["net saving above 60000"], fans: [] };
    const known = simulate(p, { ...asked, method: "sobol", draws: 2 ** 19, seed: 0 });
    const runs = Array.from({ length: 24 }, (_, seed) =>
      simulate(p, { ...asked, draws: 32_768, seed: seed + 1 }),
    );
    const out = (of: (found: typeof known) => { value: number; error: number }) => {
      const errors = runs.map((run) => of(run).value - of(known).value);
      const actual = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / runs.length);
      const said = runs.reduce((sum, run) => sum + of(run).error, 0) / runs.length;
      return actual / said;
    };
    const mean = out(({ measures: [net] }) => ({
      value: net?.mean ?? 0,
      error: net?.["standard error"] ?? 0,
    }));
    const chance = out(({ chances: [one] }) => ({
      value: one?.chance ?? 0,
      error: one?.["standard error"] ?? 0,
    }));
    // Never much more than it says; with Sobol' points rather less.
    for (const ratio of [mean, chance]) expect(ratio).toBeLessThan(1.5);
    if (method === "random") for (const ratio of [mean, chance]) expect(ratio).toBeGreaterThan(0.6);
  });
});
