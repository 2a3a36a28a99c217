import { describe, expect, test } from "vitest";
import { monthOf } from "../../src/time/month.ts";
import { firstMonthOfQuarter, formatQuarter, parseQuarter, quarterOfMonth } from "../../src/time/quarter.ts";

describe("a quarter", () => {
  test.each([
    ["2014/15 Q1", 4, 8056],
    ["14/15 q4", 4, 8059],
    ["2014-15  Q2", 9, 8057],
    ["2014 Q3", 1, 8058],
  ])("is read from %s with years from month %i", (text, yearStart, value) => {
    expect(parseQuarter(text, yearStart)).toEqual({ ok: true, value });
  });

  test("is April to June when it is the first of a year from April", () => {
    expect(firstMonthOfQuarter(8056)).toBe(monthOf(2014, 4));
    expect(firstMonthOfQuarter(8059)).toBe(monthOf(2015, 1));
    expect([3, 4, 6, 7].map((month) => formatQuarter(quarterOfMonth(monthOf(2014, month))))).toEqual([
      "2013/14 Q4",
      "2014/15 Q1",
      "2014/15 Q1",
      "2014/15 Q2",
    ]);
    expect(formatQuarter(8058, 1)).toBe("2014 Q3");
  });

  test("says why it cannot be read", () => {
    expect(parseQuarter("2014/15 Q5")).toMatchObject({
      reason: "impossible",
      expected: "a quarter from Q1 to Q4",
    });
    expect(parseQuarter("2014/15 Q0")).toMatchObject({ reason: "impossible" });
    expect(parseQuarter("Q1 2014/15")).toMatchObject({
      reason: "malformed",
      hint: "write the quarter as 2014/15 Q1",
    });
    expect(parseQuarter("Q1", 1)).toMatchObject({
      reason: "malformed",
      hint: "write the quarter as 2014 Q1",
    });
    expect(parseQuarter("2014/16 Q1")).toMatchObject({ reason: "malformed", hint: "write 2014/15" });
  });
});
