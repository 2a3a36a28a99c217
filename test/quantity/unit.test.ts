import { describe, expect, test } from "vitest";
import { pricesWords } from "../../src/quantity/prices.ts";
import {
  combine,
  dimensionOf,
  dimensionWords,
  exampleUnits,
  isMoney,
  isUnit,
  sameDimension,
} from "../../src/quantity/unit.ts";

const read = (unit: string) => Object.fromEntries(dimensionOf(unit) ?? [["none", 1]]);

describe("a unit", () => {
  test.each<[string, Record<string, number>]>([
    ["£", { "£": 1 }],
    ["share", {}],
    ["number", {}],
    ["flag", {}],
    ["index", {}],
    ["date", { day: 1 }],
    ["month number", { month: 1 }],
    ["children", { child: 1 }],
    ["crises", { crisis: 1 }],
    ["FTE", { FTE: 1 }],
    ["child weeks", { child: 1, week: 1 }],
    ["FTE years", { FTE: 1, year: 1 }],
    ["weeks per year", { week: 1, year: -1 }],
    ["£ per child per week", { "£": 1, child: -1, week: -1 }],
    ["£ per FTE per year", { "£": 1, FTE: -1, year: -1 }],
    ["days per day", {}],
  ])("%s has its dimension", (unit, dimension) => {
    expect(read(unit)).toEqual(dimension);
    expect(isUnit(unit)).toBe(true);
  });

  test.each([
    "",
    "pounds",
    "€",
    "child",
    "£ per children",
    "£ per",
    "per week",
    "£ per child per week per year",
    "£ £",
    "£ per £",
    "share per year",
    "£  per week",
  ])("“%s” is none", (text) => {
    expect(isUnit(text)).toBe(false);
  });

  test.each([
    "child £",
    "children children",
    "child children",
    "child weeks weeks",
    "child weeks per year",
    "£ weeks",
  ])("“%s” is not on the closed list", (text) => {
    expect(isUnit(text)).toBe(false);
  });

  test("every example is one, and is said in words that are the unit again", () => {
    for (const unit of exampleUnits) {
      const dimension = dimensionOf(unit) ?? expect.fail(unit);
      expect(isUnit(unit)).toBe(true);
      if (unit !== "share") expect(dimensionWords(dimension)).toBe(unit);
    }
  });
});

describe("dimensions", () => {
  const of = (unit: string) => dimensionOf(unit) ?? expect.fail(unit);

  test("multiply and divide", () => {
    const yearly = combine(combine(of("£ per child per week"), of("children"), 1), of("weeks per year"), 1);
    expect(dimensionWords(yearly)).toBe("£ per year");
    expect(sameDimension(yearly, of("£ per year"))).toBe(true);
    expect(sameDimension(combine(of("£"), of("£"), -1), of("share"))).toBe(true);
    expect(sameDimension(of("£ per week"), of("£ per year"))).toBe(false);
    expect(sameDimension(of("£"), of("share"))).toBe(false);
  });

  test("are said in words", () => {
    expect(dimensionWords(new Map())).toBe("number");
    expect(dimensionWords(new Map([["week", -1]]))).toBe("1 per week");
    expect(dimensionWords(of("child weeks"))).toBe("child weeks");
  });

  test("are money where pounds are in them once", () => {
    expect(isMoney(of("£ per child per year"))).toBe(true);
    expect(isMoney(of("children"))).toBe(false);
  });
});

test("prices are said in words", () => {
  expect(pricesWords("nominal")).toBe("nominal money");
  expect(pricesWords("2013/14")).toBe("money at 2013/14 prices");
});
