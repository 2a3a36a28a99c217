import {
  assumption,
  cost,
  decimal,
  formula as f,
  InvestToSaveError,
  type Programme,
  programme,
  saving,
  years,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import type { Distribution } from "../../src/vary/simulation/distribution.ts";
import { faultIssues } from "../../src/vary/simulation/fault-issues.ts";
import { momentsOf } from "../../src/vary/simulation/moments.ts";
import { type Sampling, sample, type UncertainInput } from "../../src/vary/simulation/sample.ts";

/** Families at a unit cost against a saving for each, over three years. */
const hub: Programme = programme(
  "Hub",
  years("2025/26", "2027/28"),
  { source: "plan" },
  assumption("Families", { value: 100, unit: "families per year" }),
  assumption("Unit cost", { value: 400, unit: "£ per family" }),
  assumption("Share helped", { value: "60%", unit: "share" }),
  assumption("Saving a family", { value: 900, unit: "£ per family" }),
  cost("Staff", calculated("Families * Unit cost * years()")),
  cost("Training", { "2025/26": 5_000 }),
  saving("Care", calculated("previous() * 0 + Families * Share helped * Saving a family * years()")),
);

const inputs: UncertainInput[] = [
  { id: "families", distribution: { shape: "PERT", low: 60, central: 100, high: 120 } },
  { id: "unit-cost", distribution: { shape: "lognormal", mean: 400, "standard deviation": 60 } },
  { id: "share-helped", distribution: { shape: "triangular", low: 0.3, central: 0.6, high: 0.8 } },
  { id: "saving-a-family", distribution: { shape: "normal", mean: 900, "standard deviation": 150, low: 0 } },
  {
    id: "training",
    period: 0,
    distribution: {
      shape: "discrete",
      values: [
        { value: 5_000, weight: 3 },
        { value: 9_000, weight: 1 },
      ],
    },
  },
];

const sampling: Sampling = {
  inputs,
  wanted: [
    { row: "balance", period: "total" },
    { row: "care", period: 2 },
  ],
  draws: 10_000,
  seed: 2025,
  points: "random",
};

/** A short number that changes with any bit of some values (FNV-1a). */
function hashOf(lists: readonly Float64Array[]): string {
  let hash = 0x811c9dc5;
  for (const list of lists)
    for (const word of new Uint32Array(list.slice().buffer)) hash = Math.imul(hash ^ word, 0x01000193);
  return (hash >>> 0).toString(16);
}

function issuesOf(change: Partial<Sampling>) {
  try {
    sample(hub, { ...sampling, draws: 10, ...change });
    return [];
  } catch (error) {
    if (error instanceof InvestToSaveError)
      return error.issues.map(({ code, path, received }) => ({ code, path: path.join(), received }));
    throw error;
  }
}

describe("a sample", () => {
  test("is the same to the last bit on every machine, for a seed", () => {
    expect(hashOf(sample(hub, sampling).values)).toBe("85317051");
    expect(hashOf(sample(hub, { ...sampling, points: "sobol" }).values)).toBe("680d6910");
    const correlations = [{ between: ["families", "share-helped"], correlation: -0.4 }] as const;
    expect(hashOf(sample(hub, { ...sampling, correlations }).values)).toBe("cb239141");
    expect(hashOf(sample(hub, { ...sampling, seed: 2026 }).values)).toBe("97f89b7f");
  });

  test.each(["random", "sobol"] as const)(
    "has the mean that is known beforehand, with %s points",
    (points) => {
      const { values } = sample(hub, { ...sampling, draws: 65_536, points });
      const [families, share] = [(60 + 400 + 120) / 6, 1.7 / 3];
      // The saving is cut off six standard deviations below its mean, which leaves the mean as it is.
      const expected = 3 * families * 400 + 6_000 - 3 * families * share * 900;
      const found = momentsOf(values[0] as Float64Array);
      const within = points === "sobol" ? 20 : (4 * found["standard deviation"]) / 256;
      expect(Math.abs(found.mean - expected)).toBeLessThan(within);
    },
  );

  test("can be made in parts, by whoever, in any order", () => {
    const whole = sample(hub, { ...sampling, keepInputs: true });
    const later = sample(hub, { ...sampling, first: 8192, draws: 10_000 - 8192, keepInputs: true });
    const sooner = sample(hub, { ...sampling, draws: 8192, keepInputs: true });
    for (const of of ["values", "inputs"] as const)
      for (const [at, list] of whole[of].entries())
        expect([...(sooner[of][at] ?? []), ...(later[of][at] ?? [])]).toEqual([...list]);
  });

  test("starts with the same draws when there are more of them, or more inputs", () => {
    const { values } = sample(hub, {
      ...sampling,
      inputs: inputs.slice(0, 2),
      draws: 5000,
      keepInputs: true,
    });
    const more = sample(hub, { ...sampling, inputs: inputs.slice(0, 2), draws: 9000, keepInputs: true });
    expect(more.values[0]?.subarray(0, 5000)).toEqual(values[0]);
    const all = sample(hub, { ...sampling, keepInputs: true });
    expect(all.inputs[1]?.subarray(0, 9000)).toEqual(more.inputs[1]);
  });

  test("leaves out the draws that divide by nil, of results and inputs alike, and says where", () => {
    const p = programme(
      "Shares",
      years("2025/26", "2026/27"),
      { source: "plan" },
      assumption("Places", { value: 4, unit: "number" }),
      cost("Rent", 1_000),
      cost("Rent a place", calculated("Rent / Places")),
    );
    const values = [
      { value: 0, weight: 1 },
      { value: 2, weight: 3 },
    ];
    const drawn = sample(p, {
      inputs: [{ id: "places", distribution: { shape: "discrete", values } }],
      wanted: [{ row: "rent-a-place", period: "total" }],
      draws: 5000,
      seed: 1,
      points: "sobol",
      keepInputs: true,
    });
    expect([drawn.values[0]?.length, drawn.inputs[0]?.length, drawn.faults.length]).toEqual([
      3750, 3750, 1250,
    ]);
    expect(new Set(drawn.values[0])).toEqual(new Set([1000]));
    expect(new Set(drawn.inputs[0])).toEqual(new Set([2]));
    expect(faultIssues(p, drawn.faults, drawn.draws)).toMatchObject([
      {
        code: "division-by-nil",
        severity: "warning",
        path: ["Rent a place", "2025/26"],
        message: "Rent a place divides by nil in 2025/26 in 1250 of 5000 draws, which are left out",
      },
    ]);
  });
});

describe("what cannot be drawn is refused", () => {
  const one = (distribution: Distribution, id = "families"): Partial<Sampling> => ({
    inputs: [{ id, distribution }],
  });
  const flat: Distribution = { shape: "uniform", low: 0, high: 1 };

  test.each<[string, Partial<Sampling>, string]>([
    [
      "a range out of order",
      one({ shape: "triangular", low: 5, central: 4, high: 9 }),
      "out-of-range families low 5, central 4, high 9",
    ],
    [
      "a uniform range out of order",
      one({ shape: "uniform", low: 5, high: 4 }),
      "out-of-range families low 5, high 4",
    ],
    [
      "what is no number",
      one({ shape: "PERT", low: Number.NaN, central: 4, high: 9 }),
      "not-a-number families NaN",
    ],
    [
      "a spread of nil",
      one({ shape: "normal", mean: 5, "standard deviation": 0 }),
      "out-of-range families 0",
    ],
    [
      "a lognormal mean of nil",
      one({ shape: "lognormal", mean: 0, "standard deviation": 1 }),
      "out-of-range families 0",
    ],
    [
      "a distribution of which nothing is left",
      one({ shape: "normal", mean: 0, "standard deviation": 1, low: 5 }),
      "out-of-range families low 5, high none",
    ],
    [
      "weights below nil",
      one({
        shape: "discrete",
        values: [
          { value: 1, weight: -1 },
          { value: 2, weight: 2 },
        ],
      }),
      "out-of-range families -1, 2",
    ],
    ["no values", one({ shape: "discrete", values: [] }), "out-of-range families no values"],
    ["an assumption that there is not", one(flat, "familes"), "unknown-name familes familes"],
    [
      "two inputs of one name",
      { inputs: [...inputs, { id: "families", distribution: flat }] },
      "duplicate-id families families",
    ],
    [
      "a correlation with nobody",
      { correlations: [{ between: ["families", "staff"], correlation: 1 }] },
      "unknown-name correlations,families and staff staff",
    ],
    ["half a draw", { draws: 0.5 }, "out-of-range draws 0.5"],
    ["no draws", { draws: 0 }, "out-of-range draws 0"],
    ["a seed below nil", { seed: -1 }, "out-of-range seed -1"],
    ["a start within a block", { first: 100 }, "out-of-range first 100"],
    ["a row that there is not", { wanted: [{ row: "balanse", period: 0 }] }, "unknown-name balanse balanse"],
    [
      "a period that there is not",
      { wanted: [{ row: "balance", period: 3 }] },
      "year-outside-timeline balance 3",
    ],
    [
      "a period of what has one value",
      { inputs: [{ id: "families", period: 1, distribution: flat }] },
      "wrong-shape families period 1",
    ],
    [
      "a period that an input has not",
      { inputs: [{ id: "training", period: 3, distribution: flat }] },
      "year-outside-timeline training 3",
    ],
  ])("%s", (_, change, said) => {
    expect(issuesOf(change).map(({ code, path, received }) => `${code} ${path} ${received}`)).toEqual([said]);
  });

  test("what follows from the structure of the model", () => {
    const p = programme(
      "Plan",
      years("2025/26", "2027/28"),
      { source: "plan" },
      cost("Rent", { "2025/26": 1_000 }),
      saving("Care", {
        name: "given",
        options: {},
        build: (line) =>
          f.multiply(line.structure("steps", [0, 1, 2], "number"), f.constant(decimal(5), "£")),
      }),
    );
    const drawn = () =>
      sample(p, {
        ...sampling,
        inputs: [{ id: "care.steps", distribution: flat }],
        wanted: [{ row: "care", period: 1 }],
      });
    expect(drawn).toThrow(
      /unknown-name: Care: steps follows from the structure of the model and cannot be drawn/,
    );
  });

  test("a factor that would turn amounts below nil", () => {
    const times = [5_000, 0, 0];
    const factor = (low: number): Partial<Sampling> => {
      return { inputs: [{ id: "training", times, distribution: { shape: "uniform", low, high: 2 } }] };
    };
    expect(issuesOf(factor(-0.1))).toEqual([{ code: "out-of-range", path: "training", received: "-500" }]);
    expect(issuesOf(factor(0))).toEqual([]);
  });

  test("more inputs by Sobol' points than there are dimensions", () => {
    const many = Array.from({ length: 101 }, (_, at) => ({
      id: "families",
      name: `draw ${at}`,
      distribution: flat,
    }));
    expect(issuesOf({ inputs: many, points: "sobol" })).toMatchObject([
      { code: "out-of-range", path: "points", received: "101" },
    ]);
    expect(issuesOf({ inputs: many })).toEqual([]);
  });

  test("a value that the assumption can never have", () => {
    const overrun = programme(
      "Over",
      years("2025/26", "2025/26"),
      { source: "plan" },
      cost("Rent", 1_000),
      cost("Extra", {
        name: "given",
        options: {},
        build: (line) => f.multiply(f.row("rent"), line.value("share", 0.1, "share", { least: 0, most: 1 })),
      }),
    );
    const drawn = (distribution: Distribution) => () =>
      sample(overrun, {
        ...sampling,
        inputs: [{ id: "extra.share", distribution }],
        wanted: [{ row: "extra", period: 0 }],
      });
    expect(drawn({ shape: "uniform", low: 0.5, high: 1.5 })).toThrow(
      /out-of-range: extra.share can be drawn as what it cannot be/,
    );
    expect(drawn({ shape: "normal", mean: 0.5, "standard deviation": 0.1 })).toThrow(
      /cut the distribution off/,
    );
    expect(drawn({ shape: "normal", mean: 0.5, "standard deviation": 0.1, low: 0, high: 1 })).not.toThrow();
  });
});
