import { describe, expect, test } from "vitest";
import { nearness } from "../../src/formula/exact.ts";
import {
  test as compare,
  quotient,
  quotientBy,
  rounded,
  roundedBy,
  testBy,
} from "../../src/formula/fast/decisions.ts";
import { fromTurn, roundedTo, roundings, turnsAt, verdicts } from "../../src/formula/fast/scalar.ts";

// Slots of numbers one after the other, and a number beyond the last that no loop may touch.
const beyond = 77;
const laidOut = (...slots: readonly (readonly number[])[]) => Float64Array.from([...slots.flat(), beyond]);

describe("a comparison by one bound for all draws", () => {
  const by = (differences: readonly number[], near: number, is: keyof typeof verdicts) => {
    const { below, on, above } = verdicts[is];
    const count = differences.length;
    const heap = laidOut(
      differences,
      differences.map(() => 9),
    );
    const unsure = compare(heap, count, 0, near, below, on, above, count);
    expect(heap.at(-1)).toBe(beyond);
    return { unsure, values: [...heap.slice(count, -1)] };
  };

  test.each<[keyof typeof verdicts, number[]]>([
    ["at most", [1, 1, 1, 1, 0]],
    ["below", [1, 0, 0, 0, 0]],
    ["at least", [0, 1, 1, 1, 1]],
    ["above", [0, 0, 0, 0, 1]],
    ["equal to", [0, 1, 1, 1, 0]],
    ["unlike", [1, 0, 0, 0, 1]],
  ])("takes what lies within it as nil: %s", (is, values) => {
    expect(by([-2, -1, 0, 1, 2], 1, is)).toEqual({ unsure: true, values });
  });

  test("is sure of what lies beyond it, and of nil itself", () => {
    expect(by([-2, 0, 2], 1, "below")).toEqual({ unsure: false, values: [1, 0, 0] });
    expect(by([-2, 0, 2, 1], 1, "below").unsure).toBe(true);
    expect(by([-2, 0, 2, -1], 1, "below").unsure).toBe(true);
  });

  test("leaves what is no number none", () => {
    expect(by([Number.NaN, Number.POSITIVE_INFINITY], 1, "above").values).toEqual([Number.NaN, Number.NaN]);
  });
});

test("a comparison by the size of each draw takes as nil what is as good as nil for that size", () => {
  const sizes = [1e9, 1e9, 1e9, 1e6, 0];
  const differences = [-1, 1, 2, 1, 0];
  const said = (is: keyof typeof verdicts) => {
    const { below, on, above } = verdicts[is];
    const heap = laidOut(differences, sizes, [9, 9, 9, 9, 9]);
    testBy(heap, 10, 0, 5, below, on, above, 5);
    expect(heap.at(-1)).toBe(beyond);
    return [...heap.slice(10, -1)];
  };
  expect(nearness * 1e9).toBe(1);
  expect(said("equal to")).toEqual([1, 1, 0, 0, 1]);
  expect(said("above")).toEqual([0, 0, 1, 1, 0]);
  expect(said("below")).toEqual([0, 0, 0, 0, 0]);
  expect(said("at most")).toEqual([1, 1, 0, 0, 1]);
});

describe("a quotient", () => {
  const by = (divisors: readonly number[], near: number) => {
    const count = divisors.length;
    const heap = laidOut(
      divisors.map((_, i) => i),
      divisors,
      divisors.map(() => 9),
    );
    const unsure = quotient(heap, 2 * count, 10, 2, 0, count, near, count);
    expect(heap.at(-1)).toBe(beyond);
    return { unsure, values: [...heap.slice(2 * count, -1)] };
  };

  test("is none where the divisor is as good as nil, and only surely so where it is nil", () => {
    expect(by([2, -4, 0], 1)).toEqual({ unsure: false, values: [5, -3, Number.NaN] });
    expect(by([2, 1, 4], 1)).toEqual({ unsure: true, values: [5, Number.NaN, 3.5] });
    expect(by([2, -0.5, 4], 1)).toEqual({ unsure: true, values: [5, Number.NaN, 3.5] });
  });

  test("by the size of each draw is none where the divisor is as good as nil for that size", () => {
    const divisors = [2, 1, -1, 1, 0];
    const sizes = [1e9, 1e9, 1e9, 1e6, 0];
    const heap = laidOut([0, 1, 2, 3, 4], divisors, sizes, [9, 9, 9, 9, 9]);
    quotientBy(heap, 15, 10, 2, 0, 5, 10, 5);
    expect([...heap.slice(15)]).toEqual([5, Number.NaN, Number.NaN, 16, Number.NaN, beyond]);
  });
});

describe("a rounding", () => {
  const by = (
    values: readonly number[],
    unit: number,
    bound: number,
    how: keyof typeof roundings = "down",
  ) => {
    const count = values.length;
    const heap = laidOut(
      values,
      values.map(() => unit),
      values.map(() => 9),
    );
    const unsure = rounded(heap, 2 * count, 0, count, roundings[how], bound, count);
    expect(heap.at(-1)).toBe(beyond);
    return { unsure, values: [...heap.slice(2 * count, -1)] };
  };

  test("is unsure near a turn and sure on it, and takes what is near as on it", () => {
    // As good as nil for this bound is 1, and never more than a thousandth of the unit.
    expect(by([5_000, 4_500, 4_002], 1_000, 1e9)).toEqual({ unsure: false, values: [5_000, 4_000, 4_000] });
    expect(by([4_999.5], 1_000, 1e9)).toEqual({ unsure: true, values: [5_000] });
    expect(by([4_999], 1_000, 1e9)).toEqual({ unsure: true, values: [5_000] });
    expect(by([4_998.9], 1_000, 1e12)).toEqual({ unsure: false, values: [4_000] });
    expect(by([4_998.9], 1_000, 1e6)).toEqual({ unsure: false, values: [4_000] });
    expect(by([4_499.5, 4_600], 1_000, 1e9, "half away from zero")).toEqual({
      unsure: true,
      values: [5_000, 5_000],
    });
    expect(by([4_000.5], 1_000, 1e9, "up")).toEqual({ unsure: true, values: [4_000] });
  });

  test("is none to multiples of nil", () => {
    expect(by([5], 0, 1).values).toEqual([Number.NaN]);
  });

  test("by the size of each draw takes as on a turn what is near it for that size", () => {
    const sizes = [1e9, 1e12, 1e6, 1e9, 0];
    const heap = laidOut(
      [4_999.5, 4_998.9, 4_999.5, 5, 4_000],
      [1_000, 1_000, 1_000, 0, 1_000],
      sizes,
      [9, 9, 9, 9, 9],
    );
    roundedBy(heap, 15, 0, 5, roundings.down, 10, 5);
    expect([...heap.slice(15)]).toEqual([5_000, 4_000, 4_000, Number.NaN, 4_000, beyond]);
  });

  test("turns at halves where a half decides, and at whole units where none does", () => {
    expect([turnsAt(10, roundings["half away from zero"]), turnsAt(10, roundings.up)]).toEqual([5, 10]);
    expect([4, 5, 7.5, -4].map((value) => fromTurn(value, 5))).toEqual([1, 0, 2.5, 1]);
    const half = (value: number) => roundedTo(value, 10, roundings["half away from zero"], 0);
    expect([4.9, 5, -5, -4.9, 15, 14.9].map(half)).toEqual([0, 10, -10, 0, 20, 10]);
    expect([-4.9].map(half).map((value) => Object.is(value, 0))).toEqual([true]);
    expect([11, -11].map((value) => roundedTo(value, 10, roundings.up, 0))).toEqual([20, -10]);
    expect([11, -11].map((value) => roundedTo(value, 10, roundings.down, 0))).toEqual([10, -20]);
    expect([9.5, 10.5].map((value) => roundedTo(value, 10, roundings.down, 0.5))).toEqual([10, 10]);
  });
});
