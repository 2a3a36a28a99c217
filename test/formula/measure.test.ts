import { decimal, type Formula, formula as f, type Prices, type Unit } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { measure, measureOf } from "../../src/formula/measure.ts";
import { dimensionWords } from "../../src/quantity/unit.ts";

const given: Record<string, [Unit, Prices?]> = {
  families: ["families"],
  share: ["share"],
  weekly: ["£ per child per week", "nominal"],
  children: ["children"],
  weeks: ["weeks per year"],
  cash: ["£", "nominal"],
  real: ["£", "2013/14"],
  "real rate": ["£ per year", "2013/14"],
  index: ["index"],
};

function read(formula: Formula) {
  return measure(formula, {
    assumption: (id) => {
      const own = given[id];
      return own && measureOf(...own);
    },
    row: (id) => (id === "balance" ? measureOf("£", "nominal") : undefined),
  });
}

function words(formula: Formula): string {
  const { dimension } = read(formula).measure;
  return dimension === "any" ? "any" : dimensionWords(dimension);
}

const a = f.assumption;

describe("what a formula measures", () => {
  test.each<[Formula, string]>([
    [f.multiply(a("families"), a("share")), "families"],
    [f.multiply(a("children"), a("weekly"), a("weeks")), "£ per year"],
    [f.multiply(a("children"), a("weekly"), a("weeks"), f.fact("years")), "£"],
    [f.divide(f.fact("days"), f.fact("year days")), "years"],
    [f.divide(f.fact("months"), f.constant(decimal(12), "months per year")), "years"],
    [f.subtract(f.fact("last day"), f.fact("first day")), "days"],
    [f.add(f.fact("first month"), f.fact("months")), "months"],
    [f.divide(a("cash"), a("families")), "£ per family"],
    [f.divide(a("cash"), f.row("balance")), "number"],
    [f.compare(a("cash"), "at most", f.row("balance")), "number"],
    [f.maximum(f.nil, f.total("balance")), "£"],
    [f.opening(f.nil, f.row("balance", 1)), "£"],
    [f.nil, "any"],
    [a("unheard of"), "any"],
  ])("case %#", (formula, unit) => {
    expect(read(formula).faults).toEqual([]);
    expect(words(formula)).toBe(unit);
  });

  test("money keeps its prices through shares, and loses them where money divides out", () => {
    expect(read(f.multiply(a("real"), a("share"))).measure.prices).toBe("2013/14");
    expect(read(f.divide(a("real"), a("real"))).measure.prices).toBeUndefined();
    expect(read(f.add(f.nil, a("real"))).measure.prices).toBe("2013/14");
  });
});

describe("unlike things", () => {
  test.each<[Formula, string]>([
    [f.add(a("cash"), a("families")), "it would add £ and families"],
    [f.subtract(a("cash"), a("weekly")), "it would subtract £ and £ per child per week"],
    [f.minimum(a("children"), a("families")), "it would compare children and families"],
    [f.choose(a("share"), a("cash"), a("children")), "it would choose between £ and children"],
    [f.choose(a("cash"), a("cash"), a("cash")), "it would compare number and £"],
    [f.round(a("cash"), a("children"), "up"), "it would round £ and children"],
  ])("are reported, case %#", (formula, message) => {
    const { faults } = read(formula);
    expect(faults).toMatchObject([{ code: "wrong-unit", message }]);
    expect(faults[0]?.hint).toMatch(/units of the assumptions/);
  });

  test.each<[Formula, string]>([
    [f.add(a("cash"), a("real")), "it would add nominal money and money at 2013/14 prices"],
    [
      f.compare(a("real"), "above", f.row("balance")),
      "it would compare money at 2013/14 prices and nominal money",
    ],
    [f.divide(a("real"), a("cash")), "it would divide money at 2013/14 prices and nominal money"],
  ])("money at unlike prices is reported, case %#", (formula, message) => {
    expect(read(formula).faults).toMatchObject([{ code: "wrong-prices", message }]);
  });

  test("all of them are reported, not the first only", () => {
    const formula = f.add(f.add(a("cash"), a("children")), f.subtract(a("real"), a("families")));
    expect(read(formula).faults.length).toBeGreaterThanOrEqual(2);
  });
});
