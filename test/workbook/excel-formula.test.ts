import { type Comparison, decimal, formula as f, type Rounding } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { placeOf } from "../../src/workbook/place.ts";
import { type Cells, excelFormula } from "../../src/workbook/spelling/excel-formula.ts";

const frame = { before: 1, periods: 5 };
const rows: Readonly<Record<string, number>> = { rent: 12, staff: 13, heat: 14, grant: 20, families: 30 };

/** Rows of a worksheet, one input with a name, one by period, and a date. */
const cells: Cells = {
  input: (id) => {
    if (id === "by-period")
      return { money: true, whole: false, place: placeOf(frame, "Assumptions", 40, "Workings") };
    return { money: id === "unit-cost", whole: id === "from", name: id.replaceAll("-", "_") };
  },
  row: (id) => ({
    money: id !== "families",
    whole: false,
    place: placeOf(frame, "Workings", rows[id] ?? 0, "Workings"),
  }),
  fact: (fact) => placeOf(frame, "Workings", fact === "index" ? 6 : 7, "Workings"),
};

const spelled = (formula: Parameters<typeof excelFormula>[0], period = 1) =>
  excelFormula(formula, cells)(period);
const number = (value: number | string) => f.constant(decimal(value), "number");
const pounds = (value: number | string) => f.constant(decimal(value), "£");
const rent = f.row("rent");
const staff = f.row("staff");
const heat = f.row("heat");
const families = f.row("families");

describe("a formula of a spreadsheet", () => {
  test("names an input, and reads rows, series and facts in the column of the period", () => {
    expect(spelled(f.assumption("unit-cost"))).toBe("unit_cost");
    expect(spelled(f.series("by-period"))).toBe("Assumptions!J40");
    expect(spelled(rent, 0)).toBe("I12");
    expect(spelled(rent, 4)).toBe("M12");
    expect(spelled(f.fact("days"))).toBe("J$7");
  });

  test("reads an earlier period in an earlier column, and before the first in the column of nil", () => {
    expect(spelled(f.row("rent", 1), 1)).toBe("I12");
    expect(spelled(f.row("rent", 1), 0)).toBe("H12");
  });

  test("reads a total as the sum of the row, whichever the period", () => {
    expect(spelled(f.total("rent"), 0)).toBe("SUM($I12:$M12)");
    expect(spelled(f.total("rent"), 4)).toBe("SUM($I12:$M12)");
  });

  test("has the fewest brackets that keep its meaning", () => {
    expect(spelled(f.subtract(f.add(rent, staff), heat))).toBe("J12+J13-J14");
    expect(spelled(f.subtract(rent, f.add(staff, heat)))).toBe("J12-(J13+J14)");
    expect(spelled(f.multiply(f.add(rent, staff), number(2)))).toBe("(J12+J13)*2");
    expect(spelled(f.divide(rent, f.multiply(families, number(2))))).toBe("J12/(J30*2)");
    expect(spelled(f.divide(f.multiply(families, number(2)), number(3)))).toBe("J30*2/3");
    expect(spelled(f.divide(rent, f.divide(families, number(2))))).toBe("J12/(J30/2)");
    expect(spelled(f.multiply(f.row("families"), f.assumption("unit-cost")))).toBe("J30*unit_cost");
  });

  test("puts a negative number in brackets where a sign stands before it", () => {
    expect(spelled(f.add(rent, pounds(-5)))).toBe("J12+(-5)");
    expect(spelled(f.add(pounds(-5), rent))).toBe("-5+J12");
    expect(spelled(f.subtract(rent, pounds(-5)))).toBe("J12-(-5)");
    expect(spelled(f.multiply(families, number(-2)))).toBe("J30*(-2)");
  });

  test("adds three rows or more as a sum, neighbours as a range", () => {
    expect(spelled(f.add(rent, staff))).toBe("J12+J13");
    expect(spelled(f.add(rent, staff, heat))).toBe("SUM(J12:J14)");
    expect(spelled(f.add(f.row("grant"), staff, rent))).toBe("SUM(J12:J13,J20)");
    expect(spelled(f.add(rent, staff, f.row("heat", 1)))).toBe("J12+J13+I14");
    expect(spelled(f.subtract(f.row("grant"), f.add(rent, staff, heat)))).toBe("J20-SUM(J12:J14)");
  });

  test("has one formula for all periods where the first differs", () => {
    expect(spelled(f.opening(pounds(1), f.row("rent", 1)))).toBe("IF(J$6=0,1,I12)");
  });

  test("has functions for the least, the greatest and a square root", () => {
    expect(spelled(f.minimum(rent, f.add(staff, heat)))).toBe("MIN(J12,J13+J14)");
    expect(spelled(f.maximum(f.nil, f.subtract(rent, staff)))).toBe("MAX(0,J12-J13)");
    expect(spelled(f.maximum(rent))).toBe("J12");
    expect(spelled(f.root(f.add(number(1), number("0.035"))))).toBe("SQRT(1+0.035)");
  });

  test("tests a comparison where a choice asks for it, and makes it 1 or 0 where a number is asked for", () => {
    const more = f.compare(rent, "above", staff);
    expect(spelled(more)).toBe("IF(ROUND(J12-J13,4)>0,1,0)");
    expect(spelled(f.choose(more, rent, f.nil))).toBe("IF(ROUND(J12-J13,4)>0,J12,0)");
    expect(spelled(f.choose(families, rent, staff))).toBe("IF(J30,J12,J13)");
  });

  test.each([
    ["at most", "<="],
    ["below", "<"],
    ["at least", ">="],
    ["above", ">"],
    ["equal to", "="],
    ["unlike", "<>"],
  ] as [Comparison, string][])("has a sign for “%s”", (is, sign) => {
    expect(spelled(f.compare(rent, is, f.nil))).toBe(`IF(ROUND(J12,4)${sign}0,1,0)`);
  });

  test("compares money to a hundredth of a penny, other values to nine decimals and days as they are", () => {
    expect(spelled(f.compare(families, "at least", number(10)))).toBe("IF(ROUND(J30-10,9)>=0,1,0)");
    expect(spelled(f.compare(f.nil, "below", families))).toBe("IF(0<ROUND(J30,9),1,0)");
    expect(spelled(f.compare(f.assumption("from"), "at most", f.fact("last day")))).toBe("IF(from<=J$7,1,0)");
  });

  test("keeps the fifteen digits that a spreadsheet has", () => {
    expect(spelled(number("0.33333333333333333333"))).toBe("0.333333333333333");
    expect(spelled(number("0.0000001"))).toBe("0.0000001");
    expect(spelled(number("-0"))).toBe("0");
  });
});

describe("rounding in a spreadsheet", () => {
  const to = (unit: number | string, how: Rounding) => spelled(f.round(rent, pounds(unit), how));

  test("to pennies or whole pounds is by decimals", () => {
    expect(to("0.01", "half away from zero")).toBe("ROUND(ROUND(J12,5),2)");
    expect(to(1, "half away from zero")).toBe("ROUND(ROUND(J12,5),0)");
  });

  test("up and down goes by the number line, after what is as good as whole is made whole", () => {
    expect(to("0.01", "down")).toBe("INT(ROUND(J12*100,3))/100");
    expect(to("0.01", "up")).toBe("-INT(-ROUND(J12*100,3))/100");
    expect(to(1, "down")).toBe("INT(ROUND(J12,5))");
  });

  test("to other units is by multiples", () => {
    expect(to(1000, "half away from zero")).toBe("ROUND(ROUND(J12/1000,8),0)*1000");
    const places = f.round(families, f.assumption("step"), "down");
    expect(spelled(places)).toBe("INT(ROUND(J30/step,5))*step");
  });

  test("keeps its own sign apart from the one before it", () => {
    expect(spelled(f.subtract(staff, f.round(rent, pounds("0.01"), "up")))).toBe(
      "J13-(-INT(-ROUND(J12*100,3))/100)",
    );
  });
});
