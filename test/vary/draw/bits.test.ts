import { describe, expect, test } from "vitest";
import { fillRandom, stateOf, uniformOf, wordsOf } from "../../../src/vary/draw/bits.ts";

const blockOf = (seed: number, name: string, block: number, count = 4096) => {
  const draws = new Float64Array(count);
  fillRandom(draws, stateOf(seed, name, block));
  return draws;
};

describe("pseudo-random draws", () => {
  test("are those of xoshiro128** as its authors give it", () => {
    // From the start 1, 2, 3, 4, by the published algorithm.
    expect([...wordsOf([1, 2, 3, 4], 8)]).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    ]);
  });

  test("come from any start, one of nothing but nil too", () => {
    const nothing = wordsOf([0, 0, 0, 0], 1000);
    expect(new Set(nothing).size).toBe(1000);
    expect(wordsOf([0, 0, 0, 1], 1000)).not.toEqual(nothing);
  });

  test("lie above 0 and below 1, whatever the word", () => {
    expect([uniformOf(0), uniformOf(-1)]).toEqual([2 ** -33, 1 - 2 ** -33]);
    expect(uniformOf(2 ** 31)).toBe(0.5 + 2 ** -33);
  });

  test("are the same on every machine for a seed, a name and a block", () => {
    expect([...wordsOf(stateOf(1, "unit-cost", 0), 4)]).toEqual([
      2717621158, 3767614378, 1710312132, 3927407160,
    ]);
    expect([...wordsOf(stateOf(2 ** 53 - 1, "Löhne & 児童", 244), 4)]).toEqual([
      3613158502, 983351544, 1809791395, 1724682597,
    ]);
  });

  test("have nothing in common from one seed, one name or one block to the next, small seeds among them", () => {
    const starts: [number, string, number][] = [];
    for (let seed = 0; seed < 60; seed++) starts.push([seed, "a", 0]);
    for (let block = 1; block < 60; block++) starts.push([0, "a", block]);
    for (const name of ["b", "ab", "ba", "", "A", "a@2025/26"]) starts.push([0, name, 0]);
    starts.push([2 ** 32, "a", 0], [2 ** 33, "a", 0]);
    const firsts = starts.map(([seed, name, block]) => blockOf(seed, name, block, 1)[0] ?? 0);
    expect(new Set(firsts).size).toBe(starts.length);
    // The first draws of small seeds are as evenly spread as any: a quarter of them in each quarter.
    const quarters = [0, 0, 0, 0];
    for (const first of firsts.slice(0, 60))
      quarters[Math.floor(first * 4)] = (quarters[Math.floor(first * 4)] ?? 0) + 1;
    expect(Math.min(...quarters)).toBeGreaterThan(6);
    const blocks = starts.slice(0, 80).map(([seed, name, block]) => blockOf(seed, name, block));
    for (const [at, own] of blocks.entries()) {
      const next = blocks[(at + 1) % blocks.length] as Float64Array;
      expect(Math.abs(correlation(own, next))).toBeLessThan(5 / Math.sqrt(4096));
    }
  });

  test("are uniform: a hundred bins of a million draws are as full as chance has it", () => {
    const counts = new Float64Array(100);
    for (let block = 0; block < 245; block++) {
      for (const draw of blockOf(7, "uniform", block)) {
        const bin = Math.floor(draw * 100);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    }
    const expected = (245 * 4096) / 100;
    const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: between 51 and 168 in all but one case of 50,000.
    expect(chi).toBeGreaterThan(51);
    expect(chi).toBeLessThan(168);
  });
});

function correlation(a: Float64Array, b: Float64Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const [p, q] = [x - 0.5, (b[i] ?? 0) - 0.5];
    ab += p * q;
    aa += p * p;
    bb += q * q;
  }
  return ab / Math.sqrt(aa * bb);
}
