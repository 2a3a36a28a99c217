import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentsOf } from "../../src/vary/simulation/moments.ts";
import { quantilesOf } from "../../src/vary/simulation/quantiles.ts";

/** Lists of values of many kinds: even, far apart, many alike, all alike. */
const values = fc
  .tuple(
    fc.constantFrom<(u: number) => number>(
      (u) => u,
      (u) => 10 ** (40 * u - 20),
      (u) => -(10 ** (300 * u)),
      (u) => Math.floor(5 * u),
      () => 7,
      (u) => (u < 0.001 ? 1e12 : u),
      (u) => 1e6 + u * 1e-6,
    ),
    fc.integer({ min: 1, max: 20_000 }),
    fc.nat(),
  )
  .map(([of, count, seed]) => {
    let state = seed;
    return Float64Array.from({ length: count }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return of(state / 2 ** 32);
    });
  });

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });

/** What a spreadsheet's PERCENTILE gives, by sorting everything. */
function bySorting(list: Float64Array, share: number): number {
  const sorted = list.slice().sort();
  const place = share * (list.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

describe("quantiles", () => {
  test("are those that sorting everything gives", () => {
    fc.assert(
      fc.property(values, shares, (list, shares) => {
        expect(quantilesOf([list], shares)).toEqual(shares.map((share) => bySorting(list, share)));
      }),
      { numRuns: 150 },
    );
  });

  test("are the same however the values are parted into lists, and in whatever order", () => {
    fc.assert(
      fc.property(
        values,
        fc.array(fc.nat({ max: 20_000 }), { maxLength: 4 }),
        shares,
        (list, cuts, shares) => {
          const ends = [0, ...cuts.filter((cut) => cut <= list.length), list.length].sort((a, b) => a - b);
          const parts = ends.slice(1).map((end, at) => list.subarray(ends[at], end));
          expect(quantilesOf(parts.reverse(), shares)).toEqual(quantilesOf([list], shares));
        },
      ),
      { numRuns: 80 },
    );
  });

  test("lie between two values in a straight line, and at the ends are the ends", () => {
    expect(quantilesOf([Float64Array.of(4, 1, 3, 2)], [0, 0.5, 0.9, 1])).toEqual([1, 2.5, 3.7, 4]);
  });
});

describe("the mean and spread", () => {
  test("of known values are as known", () => {
    expect(momentsOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({
      count: 8,
      mean: 5,
      "standard deviation": Math.sqrt(32 / 7),
      least: 2,
      most: 9,
    });
    expect(momentsOf(Float64Array.of(3))).toMatchObject({ mean: 3, "standard deviation": 0 });
  });

  test("lose nothing where a million values differ far behind the point", () => {
    const list = Float64Array.from({ length: 1_000_000 }, (_, i) => 1e9 + (i % 2) * 1e-3);
    const { mean, "standard deviation": deviation } = momentsOf(list);
    expect(Math.abs(mean - 1e9 - 5e-4)).toBeLessThan(2e-7);
    expect(Math.abs(deviation - 5e-4)).toBeLessThan(1e-6);
  });
});
