import { describe, expect, test } from "vitest";
import { exponential, logarithm, power } from "../../../src/vary/draw/exponential.ts";
import { normalQuantile, normalShare } from "../../../src/vary/draw/normal.ts";

describe("exponentials and logarithms of our own", () => {
  test("are within a digit of the last of the engine's", () => {
    for (let x = -40; x <= 40; x += 0.0137) {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(5e-16);
      expect(Math.abs(logarithm(Math.exp(x)) - x)).toBeLessThanOrEqual(3e-16 * Math.max(1, Math.abs(x)));
    }
  });

  test("are exact where they can be", () => {
    expect([exponential(0), logarithm(1), power(2, 0), logarithm(2), logarithm(2 ** -32)]).toEqual([
      1,
      0,
      1,
      Math.LN2,
      -32 * Math.LN2,
    ]);
    expect(power(2, 10)).toBeCloseTo(1024, 10);
  });

  test("are the same bits on every machine", () => {
    expect([exponential(1), exponential(-12.5), logarithm(10), logarithm(0.00317)].map(bitsOf)).toEqual([
      "4005bf0a8b14576a",
      "3ecf42ed3f68e690",
      "40026bb1bbb55516",
      "c017041ec9569d19",
    ]);
  });
});

describe("the normal distribution", () => {
  // From SciPy 1.17, scipy.stats.norm.
  test.each([
    [1e-9, -5.9978070150076865],
    [1e-4, -3.7190164854556804],
    [0.01, -2.3263478740408408],
    [0.05, -1.6448536269514729],
    [0.25, -0.6744897501960817],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.999, 3.090232306167813],
    [1 - 1e-9, 5.997807019601637],
  ])("a share of %d stays below %d standard deviations", (share, deviations) => {
    expect(Math.abs(normalQuantile(share) - deviations)).toBeLessThan(
      3e-15 * Math.max(1, Math.abs(deviations)),
    );
  });

  test.each([
    [-8, 6.22096057427174e-16],
    [-5, 2.866515718791933e-7],
    [-2, 0.022750131948179195],
    [-0.3, 0.3820885778110474],
    [0, 0.5],
    [1.96, 0.9750021048517795],
    [3, 0.9986501019683699],
  ])("below %d standard deviations lies a share of %d", (deviations, share) => {
    expect(Math.abs(normalShare(deviations) - share)).toBeLessThan(2e-16);
  });

  test("the one undoes the other", () => {
    for (let z = -6; z <= 6; z += 0.01) {
      const back = normalQuantile(normalShare(z));
      // Above the mean a share near 1 has few digits left to tell how near.
      const digits = z > 0 ? 3e-16 * Math.exp((z * z) / 2) : 1e-14;
      expect(Math.abs(back - z)).toBeLessThan(digits + 1e-9);
    }
  });

  test("is the same bits on every machine", () => {
    expect([0.3, 0.01, 1e-12].map((share) => bitsOf(normalQuantile(share)))).toEqual([
      "bfe0c7e39582c5fa",
      "c0029c5c4630ff0e",
      "c01c234fba57a32a",
    ]);
  });
});

function bitsOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16);
}
