import { decimal, InvestToSaveError, type Rounding, roundTo, split } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { roundFigures, roundPlaces } from "../../src/quantity/rounding.ts";

describe("rounding to whole multiples", () => {
  test.each<[string, string, Rounding | undefined, string]>([
    ["722500", "1000", undefined, "723000"],
    ["-722500", "1000", undefined, "-723000"],
    ["722499.99", "1000", undefined, "722000"],
    ["0.005", "0.01", "half away from zero", "0.01"],
    ["-0.005", "0.01", "half away from zero", "-0.01"],
    ["7", "5", "up", "10"],
    ["-7", "5", "up", "-5"],
    ["7", "5", "down", "5"],
    ["-7", "5", "down", "-10"],
    ["10", "5", "up", "10"],
    ["-0.4", "1", undefined, "0"],
    ["-0.4", "1", "up", "0"],
  ])("%s to %s, %s, is %s", (value, unit, how, rounded) => {
    const result = roundTo(decimal(value), decimal(unit), how);
    expect(result.toString()).toBe(rounded);
    expect(Object.is(result.toNumber(), -0)).toBe(false);
  });
});

test("there are no multiples of nil, and those of −5 are those of 5", () => {
  expect(() => roundTo(decimal(5), decimal(0))).toThrow(
    "out-of-range: nothing is rounded to multiples of nil",
  );
  expect(roundTo(decimal(7), decimal(-5), "up").toString()).toBe("10");
  expect(roundTo(decimal(7), decimal(-5), "down").toString()).toBe("5");
});

test("rounding to decimal places is half away from zero", () => {
  expect(roundPlaces(decimal("2.345"), 2).toString()).toBe("2.35");
  expect(roundPlaces(decimal("-2.345"), 2).toString()).toBe("-2.35");
  expect(Object.is(roundPlaces(decimal("-0.001"), 2).toNumber(), -0)).toBe(false);
});

test("rounding to so many figures counts from the first that is not nil", () => {
  const rounded = (value: string) => roundFigures(decimal(value), 3).toString();
  expect(["123456", "-0.0012345", "9.999", "0"].map(rounded)).toEqual(["123000", "-0.00123", "10", "0"]);
});

describe("splitting", () => {
  test.each<[string, (string | number)[], string | undefined, string]>([
    ["100", [1, 1, 1], undefined, "33.34 33.33 33.33"],
    ["-100", [1, 1, 1], undefined, "-33.34 -33.33 -33.33"],
    ["100", [1, 0, 1], undefined, "50 0 50"],
    ["10", [1, 2, 3], "1", "2 3 5"],
    ["0.02", [1, 1, 1], undefined, "0.01 0.01 0"],
    ["100.005", [1, 3], undefined, "25 75.005"],
    ["0", [1, 2], undefined, "0 0"],
    ["100.007", [1, 1, 1], undefined, "33.347 33.33 33.33"],
    ["1000", ["62%", "38%"], undefined, "620 380"],
    ["5", [7], undefined, "5"],
  ])("%s by %j, to units of %s, gives %s", (total, weights, unit, parts) => {
    expect(split(total, weights, unit).join(" ")).toBe(parts);
  });

  test.each([
    [100, []],
    [100, [0, 0]],
    [100, [2, -1]],
  ])("%d by %j is refused", (total, weights) => {
    expect(() => split(total, weights)).toThrow(InvestToSaveError);
    expect(() => split(total, weights)).toThrow(/out-of-range: a total cannot be split by these weights/);
  });

  test.each([
    [Number.NaN, [1], "total"],
    [100, ["half"], "weights > 0"],
  ])("%d by %j is refused for what is no number", (total, weights, place) => {
    expect(() => split(total, weights)).toThrow(`not-a-number: ${place} cannot be`);
  });

  test("takes what no person would write, as quotients are", () => {
    expect(split(decimal("1e-35"), [decimal("1e-35"), 0]).join(" ")).toBe(`0.${"0".repeat(34)}1 0`);
  });

  test("is refused as a fault of the weights", () => {
    try {
      split(100, []);
      expect.unreachable();
    } catch (error) {
      expect((error as InvestToSaveError).issues).toMatchObject([
        { code: "out-of-range", severity: "error", path: ["weights"] },
      ]);
    }
  });

  test("to units of nothing is refused", () => {
    expect(() => split(100, [1, 1], 0)).toThrow(InvestToSaveError);
  });
});
