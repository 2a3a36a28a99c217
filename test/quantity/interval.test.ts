import fc from "fast-check";
import { decimal } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { integer, magnitude } from "../../src/quantity/decimal.ts";
import {
  type Interval,
  lastDigit,
  overlap,
  printedInterval,
  sumInterval,
} from "../../src/quantity/interval.ts";

const between = (low: number, high: number): Interval => ({ low: decimal(low), high: decimal(high) });
const ends = ({ low, high }: Interval) => [Number(low), Number(high)];

describe("a printed figure", () => {
  test("stands for all values half a step of its last digit to either side", () => {
    expect(ends(printedInterval(decimal(4345), lastDigit(0)))).toEqual([4344.5, 4345.5]);
    expect(ends(printedInterval(decimal("-1.2"), lastDigit(1)))).toEqual([-1.25, -1.15]);
    expect(ends(printedInterval(decimal(5000), decimal(1000)))).toEqual([4500, 5500]);
  });
});

describe("a sum of figures that lie in intervals", () => {
  test("lies between the sum of the least and the sum of the greatest", () => {
    const terms = [
      { interval: between(1, 2), times: 1 },
      { interval: between(10, 20), times: 3 },
    ];
    expect(ends(sumInterval(terms))).toEqual([31, 62]);
  });

  test("what is taken away lowers the least by its greatest", () => {
    const terms = [
      { interval: between(1, 2), times: 1 },
      { interval: between(10, 20), times: -1 },
    ];
    expect(ends(sumInterval(terms))).toEqual([-19, -8]);
  });

  test("is nil where there are none", () => {
    expect(ends(sumInterval([]))).toEqual([0, 0]);
  });
});

test("intervals have a value in common where neither ends before the other begins, ends included", () => {
  expect(overlap(between(1, 2), between(2, 3))).toBe(true);
  expect(overlap(between(2, 3), between(1, 2))).toBe(true);
  expect(overlap(between(1, 9), between(4, 5))).toBe(true);
  expect(overlap(between(1, 2), between(3, 4))).toBe(false);
  expect(overlap(between(3, 4), between(1, 2))).toBe(false);
});

describe("the size of a decimal", () => {
  test("is its number, near enough to tell which of two is the larger by far", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 1e-25, max: 1e25 }), (value) => {
        expect(magnitude(decimal(value)) / value).toBeCloseTo(1, 6);
        expect(magnitude(decimal(-value)) / value).toBeCloseTo(1, 6);
      }),
    );
  });

  test("is nil for nil, and without bound for what has none", () => {
    expect(magnitude(decimal(0))).toBe(0);
    expect(magnitude(decimal(1).div(0))).toBe(Number.POSITIVE_INFINITY);
  });
});

test("a whole decimal is an integer of any length", () => {
  expect(integer(decimal("123456789012345678901234567890"))).toBe(123456789012345678901234567890n);
});
