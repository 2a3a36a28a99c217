import { decimal, type Formula, formula as f } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { order, references } from "../../src/formula/order.ts";

const one = f.constant(decimal(1), "£");
const rows = (of: Record<string, Formula>) => order(new Map(Object.entries(of)));

describe("the order of rows", () => {
  test("has each row after those it reads", () => {
    const { steps, cycles } = rows({
      net: f.subtract(f.row("cost"), f.row("saving")),
      saving: one,
      cost: f.row("saving"),
    });
    expect(cycles).toEqual([]);
    expect(steps).toEqual([
      { rows: ["saving"], byPeriod: false },
      { rows: ["cost"], byPeriod: false },
      { rows: ["net"], byPeriod: false },
    ]);
  });

  test("passes over references to rows that do not exist", () => {
    expect(rows({ a: f.row("nowhere") })).toEqual({ steps: [{ rows: ["a"], byPeriod: false }], cycles: [] });
  });

  test("runs a row that recurs by itself period by period", () => {
    expect(rows({ a: f.add(f.row("a", 1), one) }).steps).toEqual([{ rows: ["a"], byPeriod: true }]);
  });

  test("runs rows that recur together period by period, each after what it reads of the same period", () => {
    const { steps, cycles } = rows({
      closing: f.subtract(f.add(f.row("opening"), f.row("in")), f.row("out")),
      out: f.minimum(f.row("opening"), one),
      opening: f.row("closing", 1),
      in: one,
      after: f.total("closing"),
    });
    expect(cycles).toEqual([]);
    expect(steps).toEqual([
      { rows: ["in"], byPeriod: false },
      { rows: ["opening", "out", "closing"], byPeriod: true },
      { rows: ["after"], byPeriod: false },
    ]);
  });

  test("knows that an earlier period is no cycle", () => {
    const { cycles } = rows({ a: f.row("b", 1), b: f.row("c"), c: f.row("a", 12) });
    expect(cycles).toEqual([]);
  });

  test("names a cycle by the path that leads back to its first row", () => {
    const { steps, cycles } = rows({
      a: f.row("b"),
      b: f.add(one, f.row("c")),
      c: f.row("a"),
      d: f.row("a"),
    });
    expect(cycles).toEqual([["a", "b", "c", "a"].slice(0, 4)].map((path) => expect.arrayContaining(path)));
    const [path = []] = cycles;
    expect(path).toHaveLength(4);
    expect(path.at(0)).toBe(path.at(-1));
    const reads: Record<string, string> = { a: "b", b: "c", c: "a" };
    for (const [at, id] of path.slice(0, -1).entries()) expect(reads[id]).toBe(path[at + 1]);
    expect(steps).toEqual([{ rows: ["d"], byPeriod: false }]);
  });

  test("finds a row that reads itself in the same period, and leaves out rows beside the loop", () => {
    expect(rows({ a: f.row("a") }).cycles).toEqual([["a", "a"]]);
    const { cycles } = rows({ a: f.row("b"), b: f.add(f.row("c"), f.row("a", 1)), c: f.row("b") });
    expect(cycles).toHaveLength(1);
    expect(new Set(cycles[0])).toEqual(new Set(["b", "c"]));
  });

  test("finds a loop that leads through the second of two rows that are read, in a group that recurs", () => {
    const { cycles } = rows({
      a: f.add(f.row("b"), f.row("c")),
      b: f.row("a", 1),
      c: f.add(f.row("b"), f.row("a")),
    });
    expect(cycles).toEqual([["a", "c", "a"]]);
  });

  test("takes a total over all periods of a row that waits for it as a cycle", () => {
    expect(rows({ a: f.total("a") }).cycles).toEqual([["a", "a"]]);
    expect(rows({ a: f.add(f.row("b", 1), one), b: f.total("a") }).cycles).toEqual([["b", "a", "b"]]);
  });

  test("reports every loop that has nothing to do with another", () => {
    const { cycles } = rows({ a: f.row("b"), b: f.row("a"), c: f.row("d"), d: f.row("c") });
    expect(cycles.map((path) => new Set(path))).toEqual([new Set(["a", "b"]), new Set(["c", "d"])]);
  });

  test("holds for a chain of five thousand rows", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [`row-${i}`, i === 4999 ? one : f.row(`row-${i + 1}`)]),
    );
    const { steps, cycles } = rows(chain);
    expect(cycles).toEqual([]);
    expect(steps[0]?.rows).toEqual(["row-4999"]);
    expect(steps.at(-1)?.rows).toEqual(["row-0"]);
  });
});

test("a row is read in its own period or an earlier one, and nothing in between", () => {
  expect(() => f.row("a", -1)).toThrow("a whole number of periods before, from 0 on");
  expect(() => f.row("a", 0.5)).toThrow("a whole number of periods before, from 0 on");
});

test("the references of a formula are those of all its parts", () => {
  const formula = f.opening(
    f.choose(f.compare(f.row("a", 2), "above", f.assumption("x")), f.total("b"), f.series("y")),
    f.round(f.divide(f.row("c"), f.fact("days")), f.minimum(f.maximum(f.nil, f.assumption("z")), one), "up"),
  );
  expect(references(formula)).toEqual({
    rows: [
      { id: "a", lag: 2 },
      { id: "b", lag: "all" },
      { id: "c", lag: 0 },
    ],
    assumptions: ["x", "y", "z"],
  });
});
