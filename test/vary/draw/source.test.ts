import { describe, expect, test } from "vitest";
import { type Correlation, mixtureOf } from "../../../src/vary/draw/correlation.ts";
import { drawSource, type NamedDraw, type Points, roomFor } from "../../../src/vary/draw/source.ts";
import type { Distribution } from "../../../src/vary/simulation/distribution.ts";

const flat: Distribution = { shape: "uniform", low: 0, high: 1 };
const named = (...names: string[]): NamedDraw[] => names.map((name) => ({ name, distribution: flat }));

function block(
  inputs: readonly NamedDraw[],
  correlations: readonly Correlation[],
  points: Points,
  at = 0,
  seed = 1,
) {
  const found = mixtureOf(
    inputs.map(({ name }) => name),
    correlations,
  );
  if ("issues" in found) throw new Error(found.issues.map(({ message }) => message).join());
  const room = roomFor(inputs.length);
  drawSource(inputs, seed, points, found.mixture).fill(at, room);
  return room;
}

/** The correlation of the ranks of two lists. */
function ofRanks(a: Float64Array, b: Float64Array): number {
  const ranks = [a, b].map((list) => {
    const order = [...list.keys()].sort((i, j) => (list[i] ?? 0) - (list[j] ?? 0));
    const own = new Float64Array(list.length);
    for (const [rank, at] of order.entries()) own[at] = rank;
    return own;
  });
  const n = a.length;
  const squares = (ranks[0] as Float64Array).reduce(
    (sum, rank, i) => sum + (rank - (ranks[1]?.[i] ?? 0)) ** 2,
    0,
  );
  return 1 - (6 * squares) / (n * (n * n - 1));
}

describe.each<Points>(["random", "sobol"])("%s draws", (points) => {
  test("of an input are left alone by an input that is added at the end", () => {
    const few = block(named("a", "b"), [], points, 3);
    const more = block(named("a", "b", "c"), [], points, 3);
    expect(more.slice(0, 2)).toEqual(few);
  });

  test("of an input are left alone by correlations of others", () => {
    const [a] = block(named("a", "b", "c"), [], points);
    const [same] = block(named("a", "b", "c"), [{ between: ["b", "c"], correlation: 0.7 }], points);
    expect(same).toEqual(a);
  });

  test.each([0.5, -0.9, 0.99, 1, -1])("go together by %d as two normal values do", (correlation) => {
    const [a, , c] = block(named("a", "b", "c"), [{ between: ["c", "a"], correlation }], points);
    const expected = (6 / Math.PI) * Math.asin(correlation / 2);
    expect(Math.abs(ofRanks(a as Float64Array, c as Float64Array) - expected)).toBeLessThan(0.05);
  });

  test("that go together are each as uniform as they were", () => {
    const correlations: Correlation[] = [
      { between: ["a", "b"], correlation: 0.8 },
      { between: ["b", "c"], correlation: 0.6 },
      { between: ["a", "c"], correlation: 0.3 },
    ];
    for (const list of block(named("a", "b", "c"), correlations, points)) {
      const tenths = new Float64Array(10);
      for (const draw of list) tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
      for (const count of tenths) expect(Math.abs(count - 409.6)).toBeLessThan(100);
    }
  });
});

test("pseudo-random draws of an input do not depend on where it stands", () => {
  const [, b] = block(named("a", "b"), [], "random", 9);
  const [same] = block(named("b", "a"), [], "random", 9);
  expect(same).toEqual(b);
});

describe("correlations are refused", () => {
  const issuesOf = (correlations: readonly Correlation[]) => {
    const found = mixtureOf(["a", "b", "c"], correlations);
    return "issues" in found
      ? found.issues.map(({ code, message, received }) => ({ code, message, received }))
      : [];
  };
  const three = (ab: number, bc: number, ac: number): Correlation[] => [
    { between: ["a", "b"], correlation: ab },
    { between: ["b", "c"], correlation: bc },
    { between: ["a", "c"], correlation: ac },
  ];

  test("where they cannot hold together", () => {
    expect(issuesOf(three(0.9, 0.9, -0.9))).toEqual([
      {
        code: "out-of-range",
        message: "the correlations of c with b and a cannot hold together with those given before",
        received: "b and c 0.9, a and c -0.9",
      },
    ]);
    expect(issuesOf(three(1, 0.5, 0.6))).toHaveLength(1);
  });

  test("and are not where they can, though only just", () => {
    expect(issuesOf(three(1, 0.5, 0.5))).toEqual([]);
    expect(issuesOf(three(-0.5, -0.5, -0.5))).toEqual([]);
    expect(issuesOf(three(-0.5, -0.5, -0.51))).toHaveLength(1);
  });

  test("where one is beyond 1, is no number, or names no input", () => {
    expect(issuesOf([{ between: ["a", "b"], correlation: 1.2 }])[0]?.code).toBe("out-of-range");
    expect(issuesOf([{ between: ["a", "b"], correlation: Number.NaN }])[0]?.code).toBe("out-of-range");
    expect(issuesOf([{ between: ["a", "d"], correlation: 0.5 }])).toMatchObject([
      { code: "unknown-name", received: "d" },
    ]);
    expect(issuesOf([{ between: ["a", "a"], correlation: 0.5 }])[0]?.code).toBe("unknown-name");
  });
});

test("two of thousands that go together are mixed without working through all the others", () => {
  const names = Array.from({ length: 3_000 }, (_, at) => `n${at}`);
  const found = mixtureOf(names, [{ between: ["n7", "n2999"], correlation: 0.6 }]);
  if (!("mixture" in found)) throw new Error("they can go together");
  const { mixture } = found;
  expect([mixture[2999]?.[7], mixture[2999]?.[2999], mixture[2999]?.[8]]).toEqual([0.6, 0.8, 0]);
  expect(mixture[2998]?.slice(2990)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
});
