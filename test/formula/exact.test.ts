import {
  assumption,
  type Comparison,
  condition,
  cost,
  decimal,
  evaluate,
  explain,
  type Formula,
  formula as f,
  InvestToSaveError,
  type Programme,
  periodLabel,
  programme,
  type Rounding,
  timelineOf,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";

const pounds = (value: number | string) => f.constant(decimal(value), "£");
const number = (value: number | string) => f.constant(decimal(value), "number");
const third = f.divide(pounds(1), number(3));

function lineOf(formula: Formula, timeline = years("2024/25", "2026/27")): Programme {
  const driver = { name: "given", options: {}, build: () => formula };
  return programme("One line", timeline, { source: "here" }, cost("Line", driver));
}

const valuesOf = (formula: Formula) => evaluate(lineOf(formula)).rows.get("line")?.values.map(String);
const firstOf = (formula: Formula) => valuesOf(formula)?.[0];

describe("exact values", () => {
  test.each<[string, Formula, string]>([
    ["a sum of pennies", f.add(pounds("0.1"), pounds("0.2")), "0.3"],
    ["a difference", f.subtract(pounds("1000000000000.01"), pounds("1000000000000")), "0.01"],
    ["a product", f.multiply(pounds("33.33"), number("0.07")), "2.3331"],
    ["a quotient, at forty digits", third, `0.${"3".repeat(40)}`],
    ["the least", f.minimum(pounds(3), pounds(-2), pounds(5)), "-2"],
    ["the greatest", f.maximum(f.nil, pounds(-2)), "0"],
    ["the branch that a flag chooses", f.choose(number(1), pounds(2), pounds(3)), "2"],
    ["the other branch", f.choose(number(0), pounds(2), pounds(3)), "3"],
    ["nothing added up", f.add(), "0"],
  ])("%s", (_, formula, value) => {
    expect(firstOf(formula)).toBe(value);
  });

  test("a choice works out only the branch it takes, so that it can avoid a divisor of nil", () => {
    const safe = f.choose(f.fact("index"), f.divide(pounds(6), f.fact("index")), pounds(0));
    expect(valuesOf(safe)).toEqual(["0", "6", "3"]);
  });

  test("a row is nil before the first period, and recurs from what it opens with", () => {
    const grows = f.opening(pounds(100), f.multiply(f.row("line", 1), number("1.1")));
    expect(valuesOf(grows)).toEqual(["100", "110", "121"]);
    expect(valuesOf(f.add(f.row("line", 2), pounds(1)))).toEqual(["1", "1", "2"]);
  });

  test("facts of the period are whole numbers, counted as they are said", () => {
    const april = timelineOf("Feb 2024 to Apr 2024", "month");
    const days = {
      name: "given",
      options: {},
      build: () => f.multiply(pounds(1), f.divide(f.fact("days"), f.constant(decimal(1), "days"))),
    };
    const p = programme("Days", april, { source: "here" }, cost("Line", days));
    expect(evaluate(p).rows.get("line")?.values.map(String)).toEqual(["29", "31", "30"]);
  });

  test("a divisor of nil is a fault that names the line, the period and what to do", () => {
    const divided = () => evaluate(lineOf(f.divide(pounds(1), f.fact("index"))));
    expect(divided).toThrow(InvestToSaveError);
    expect(divided).toThrow(/division-by-nil: Line divides by nil in 2024\/25/);
  });

  test("nil divided by nil is a fault too, unless a choice avoids it", () => {
    const share = f.divide(f.multiply(pounds(6), f.fact("index")), f.fact("index"));
    expect(() => valuesOf(share)).toThrow(/division-by-nil/);
    expect(valuesOf(f.choose(f.fact("index"), share, f.nil))).toEqual(["0", "6", "6"]);
  });

  test("rounding to whole multiples of nil is a fault of the model, never a value that is no number", () => {
    const nothing = assumption("Step", { value: 0, unit: "£", source: "here" });
    const driver = {
      name: "given",
      options: {},
      build: () => f.round(pounds(5), f.assumption("step"), "up"),
    };
    const p = programme(
      "Steps",
      years("2024/25", "2024/25"),
      { source: "here" },
      nothing,
      cost("Line", driver),
    );
    expect(() => evaluate(p)).toThrow(InvestToSaveError);
  });

  test("a recurrence of a hundred years by month is worked out and explained at its end", () => {
    const century = timelineOf("2000/01 to 2099/00", "month");
    const p = lineOf(f.add(f.row("line", 1), pounds(1)), century);
    expect(evaluate(p).rows.get("line")?.values.at(-1)?.toString()).toBe("1200");
    expect(explain(p, "Line", periodLabel(century, 1199)).value.toString()).toBe("1200");
  });

  test("three rows that recur together for a hundred years by month are worked out", () => {
    const { p } = recurring();
    expect(evaluate(p).rows.get("close")?.values.at(-1)?.toString()).toBe("1201");
  });

  test("three rows that recur together for a hundred years by month are explained at their end", () => {
    const { p, last } = recurring();
    expect(explain(p, "Close", last).value.toString()).toBe("1201");
  });

  test.each([
    ["12000000.004", "0.01", "12000000"],
    ["1000000000.30", "1", "1000000000"],
    ["250000000000.20", "1", "250000000000"],
  ])("%s rounded to whole multiples of %s is %s: a large amount is no less exact", (value, unit, result) => {
    expect(firstOf(f.round(pounds(value), pounds(unit), "half away from zero"))).toBe(result);
  });
});

/** Opening, in and closing rows of a balance that grows by one a month for a hundred years. */
function recurring(): { p: Programme; last: string } {
  const century = timelineOf("2000/01 to 2099/00", "month");
  const line = (label: string, formula: Formula) =>
    cost(label, { name: "given", options: {}, build: () => formula });
  const p = programme(
    "Century",
    century,
    { source: "here" },
    line("Open", f.row("close", 1)),
    line("Out", f.minimum(f.row("open"), pounds(1))),
    line("Close", f.add(f.maximum(f.nil, f.subtract(f.row("open"), f.row("out"))), pounds(2))),
    condition("Small", { row: "Close", "at most": 5 }),
  );
  return { p, last: periodLabel(century, 1199) };
}

describe("a value as good as on a threshold is taken as on it", () => {
  const almost = f.multiply(third, number(3));
  const shy = f.subtract(pounds(1000), pounds("0.0000005"));
  const below = f.subtract(pounds(1000), pounds("0.00001"));

  test.each<[Formula, Comparison, Formula, boolean]>([
    [almost, "equal to", pounds(1), true],
    [almost, "at least", pounds(1), true],
    [almost, "below", pounds(1), false],
    [almost, "unlike", pounds(1), false],
    [shy, "at least", pounds(1000), true],
    [shy, "below", pounds(1000), false],
    [shy, "at most", pounds(1000), true],
    [below, "at least", pounds(1000), false],
    [below, "below", pounds(1000), true],
    [below, "unlike", pounds(1000), true],
    [pounds(1000), "above", below, true],
    [pounds(1000), "above", shy, false],
  ])("comparing, case %#", (left, is, right, holds) => {
    expect(firstOf(f.choose(f.compare(left, is, right), pounds(1), pounds(0)))).toBe(holds ? "1" : "0");
  });

  test.each<[string, Formula, string]>([
    ["nil", f.subtract(pounds(1), pounds(1)), "2"],
    ["all but nil, by the rounding of a quotient", f.subtract(almost, pounds(1)), "2"],
    ["more than nil", f.subtract(pounds("1.00001"), pounds(1)), "1"],
  ])("choosing by a difference that is %s", (_, difference, value) => {
    const flag = f.divide(difference, pounds(1));
    expect(firstOf(f.choose(flag, pounds(1), pounds(2)))).toBe(value);
    const p = lineOf(f.choose(flag, pounds(1), pounds(2)));
    expect(explain(p, "Line", "2024/25").parts[0]?.binds).toBe(value === "2" ? 2 : 1);
  });

  test.each<[string, Formula, Rounding, string]>([
    ["up, at the unit", f.multiply(third, number(3000)), "up", "1000"],
    ["down, a hair below the unit", shy, "down", "1000"],
    ["down, further below", below, "down", "0"],
    ["up, a hair above", f.add(pounds(1000), pounds("0.0000005")), "up", "1000"],
    ["up, further above", f.add(pounds(1000), pounds("0.00001")), "up", "2000"],
    [
      "half away from zero, a hair below the half",
      f.subtract(pounds(500), pounds("0.0000001")),
      "half away from zero",
      "1000",
    ],
    [
      "half away from zero, further below",
      f.subtract(pounds(500), pounds("0.00001")),
      "half away from zero",
      "0",
    ],
    ["half away from zero, below nil", f.subtract(f.nil, pounds(500)), "half away from zero", "-1000"],
  ])("rounding %s", (_, value, how, result) => {
    expect(firstOf(f.round(value, pounds(1000), how))).toBe(result);
  });
});
