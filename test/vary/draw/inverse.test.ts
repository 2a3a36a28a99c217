import { describe, expect, test } from "vitest";
import { inverseOf } from "../../../src/vary/draw/inverse.ts";
import { drawSource, roomFor } from "../../../src/vary/draw/source.ts";
import type { Distribution } from "../../../src/vary/simulation/distribution.ts";
import { momentsOf } from "../../../src/vary/simulation/moments.ts";
import { quantilesOf } from "../../../src/vary/simulation/quantiles.ts";

/** The values that some shares of all draws stay below. */
function valuesAt(distribution: Distribution, ...shares: number[]): number[] {
  const draws = Float64Array.from(shares);
  inverseOf(distribution)(draws);
  return [...draws];
}

/** 65,536 draws by Sobol' points. */
function drawn(distribution: Distribution): Float64Array {
  const all = new Float64Array(16 * 4096);
  const source = drawSource([{ name: "one", distribution }], 1, "sobol");
  const [room] = roomFor(1) as [Float64Array];
  for (let block = 0; block < 16; block++) {
    source.fill(block, [room]);
    all.set(room, block * 4096);
  }
  return all;
}

const normal = { shape: "normal", mean: 100, "standard deviation": 20 } as const;
const lognormal = { shape: "lognormal", mean: 1000, "standard deviation": 500 } as const;
const variance = Math.log(1.25);

describe("draws", () => {
  test.each<[string, Distribution, { mean: number; deviation: number; median: number }]>([
    [
      "uniform",
      { shape: "uniform", low: 10, high: 40 },
      { mean: 25, deviation: 30 / Math.sqrt(12), median: 25 },
    ],
    [
      "triangular",
      { shape: "triangular", low: 40_000, central: 51_080, high: 60_000 },
      {
        mean: (40_000 + 51_080 + 60_000) / 3,
        deviation: Math.sqrt((20_000 ** 2 - 11_080 * 8_920) / 18),
        median: 40_000 + Math.sqrt((20_000 * 11_080) / 2),
      },
    ],
    [
      "PERT",
      { shape: "PERT", low: 0, central: 2, high: 10 },
      { mean: 18 / 6, deviation: Math.sqrt((3 * 7) / 7), median: 2.766722592518925 },
    ],
    ["normal", normal, { mean: 100, deviation: 20, median: 100 }],
    ["lognormal", lognormal, { mean: 1000, deviation: 500, median: 1000 / Math.sqrt(1.25) }],
    [
      "discrete",
      {
        shape: "discrete",
        values: [
          { value: 5, weight: 1 },
          { value: 1, weight: 3 },
          { value: 9, weight: 0 },
        ],
      },
      { mean: 2, deviation: Math.sqrt(3), median: 1 },
    ],
  ])("of a %s distribution have its mean, spread and median", (_, distribution, expected) => {
    const draws = drawn(distribution);
    const found = momentsOf(draws);
    const [median = 0] = quantilesOf([draws], [0.5]);
    const within = expected.deviation * 2e-4;
    expect(Math.abs(found.mean - expected.mean)).toBeLessThan(within);
    expect(Math.abs(found["standard deviation"] - expected.deviation)).toBeLessThan(5 * within);
    expect(Math.abs(median - expected.median)).toBeLessThan(within);
  });

  test("of a normal distribution cut off on both sides have the mean that is left", () => {
    const cut = { ...normal, low: 90, high: 140 };
    const draws = drawn(cut);
    const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    // From −0.5 to 2 standard deviations lies 0.977249868 − 0.308537539 of all.
    const mean = 100 + (20 * (density(-0.5) - density(2))) / 0.66871232932;
    const found = momentsOf(draws);
    expect(Math.abs(found.mean - mean)).toBeLessThan(0.002);
    expect(found.least).toBeGreaterThanOrEqual(90);
    expect(found.most).toBeLessThanOrEqual(140);
  });

  test.each<[Distribution, number[], number[]]>([
    [{ shape: "uniform", low: -3, high: 5 }, [0.25, 0.5], [-1, 1]],
    [{ shape: "triangular", low: 0, central: 0, high: 10 }, [0.75, 0.19], [5, 1]],
    [{ shape: "triangular", low: 0, central: 10, high: 10 }, [0.25, 0.81], [5, 9]],
    [{ shape: "triangular", low: 7, central: 7, high: 7 }, [0.1, 0.9], [7, 7]],
    [{ shape: "uniform", low: 7, high: 7 }, [0.1, 0.9], [7, 7]],
    [{ shape: "PERT", low: 7, central: 7, high: 7 }, [0.1, 0.9], [7, 7]],
    [
      {
        shape: "discrete",
        values: [
          { value: 3, weight: 2 },
          { value: 1, weight: 2 },
        ],
      },
      [0.4999, 0.5],
      [1, 3],
    ],
  ])("of %j have closed quantiles", (distribution, shares, values) => {
    for (const [at, value] of valuesAt(distribution, ...shares).entries())
      expect(value).toBeCloseTo(values[at] ?? 0, 12);
  });

  test("of normal and lognormal distributions have the quantiles that tables give", () => {
    const z = 1.6448536269514729;
    expect(valuesAt(normal, 0.05, 0.95).map((value) => (value - 100) / 20)).toEqual([
      expect.closeTo(-z, 12),
      expect.closeTo(z, 12),
    ]);
    const [low = 0] = valuesAt(lognormal, 0.05);
    expect(Math.log(low)).toBeCloseTo(Math.log(1000) - variance / 2 - z * Math.sqrt(variance), 12);
  });

  // From SciPy 1.17, scipy.stats.beta.ppf with shapes 1 + 4 c and 5 − 4 c.
  test.each([
    [
      0,
      [
        2.0000008000004803e-7, 0.0020080483385741996, 0.020851637639023212, 0.12944943670387585,
        0.36904265551980675, 0.6018928294465027,
      ],
    ],
    [
      0.2,
      [
        0.00013507189926888286, 0.02313452619226471, 0.08990213045924167, 0.2766722593925189,
        0.545334050433582, 0.7485593286296348,
      ],
    ],
    [
      0.5,
      [
        0.004652416361586582, 0.10563984355077434, 0.2466364532884666, 0.5, 0.7533635467115334,
        0.8943601564492256,
      ],
    ],
    [
      0.9,
      [
        0.04194271340374319, 0.3179609825025227, 0.5376702500385337, 0.7973351496385338, 0.9492072243340374,
        0.990790863226289,
      ],
    ],
    [
      1,
      [
        0.06309573444801932, 0.39810717055349726, 0.6309573444801932, 0.8705505632961241, 0.9791483623609768,
        0.9979919516614258,
      ],
    ],
  ])(
    "of a PERT distribution with its central value at %d lie within 2e-9 of their places",
    (central, values) => {
      const found = valuesAt({ shape: "PERT", low: 0, central, high: 1 }, 1e-6, 0.01, 0.1, 0.5, 0.9, 0.99);
      for (const [at, value] of found.entries())
        expect(Math.abs(value - (values[at] ?? 0))).toBeLessThan(2e-9);
    },
  );

  test("never fall as the share grows, from one end to the other", () => {
    const shares = Array.from({ length: 4001 }, (_, at) => 2 ** -33 + (at / 4000) * (1 - 2 ** -32));
    const shapes: Distribution[] = [
      { shape: "triangular", low: 0, central: 3, high: 10 },
      { shape: "PERT", low: 0, central: 3, high: 10 },
      { ...normal, low: 50, high: 150 },
      { ...lognormal, high: 3000 },
      {
        shape: "discrete",
        values: [
          { value: 1, weight: 1 },
          { value: 2, weight: 5 },
        ],
      },
    ];
    for (const shape of shapes) {
      const values = valuesAt(shape, ...shares);
      for (const [at, value] of values.entries())
        expect(value).toBeGreaterThanOrEqual(values[at - 1] ?? value);
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });
});
