import { describe, expect, test } from "vitest";
import { InvestToSaveError } from "../../src/issue/refusal.ts";
import { monthOf } from "../../src/time/month.ts";
import {
  firstMonthOfYear,
  formatFinancialYear,
  parseFinancialYear,
  yearOfMonth,
} from "../../src/time/year.ts";

describe("a financial year", () => {
  test.each([
    ["2014/15", 2014],
    ["14/15", 2014],
    ["2014-15", 2014],
    ["2014\u201315", 2014],
    ["2014/2015", 2014],
    [" 2014/15 ", 2014],
    ["1999/00", 1999],
    ["1999/2000", 1999],
    ["99/00", 1999],
    ["00/01", 2000],
    ["79/80", 2079],
    ["80/81", 1980],
    ["2009/10", 2009],
    ["2011-12", 2011],
    ["1900/01", 1900],
    ["2198/99", 2198],
  ])("is read from %s", (text, value) => {
    expect(parseFinancialYear(text)).toEqual({ ok: true, value });
  });

  test("is written with its successor", () => {
    expect(formatFinancialYear(2014)).toBe("2014/15");
    expect(formatFinancialYear(1999)).toBe("1999/00");
    expect(formatFinancialYear(2008)).toBe("2008/09");
    expect(formatFinancialYear(2014, 9)).toBe("2014/15");
  });

  test("runs from April to March, or from the month it is told", () => {
    expect(yearOfMonth(monthOf(2015, 3))).toBe(2014);
    expect(yearOfMonth(monthOf(2015, 4))).toBe(2015);
    expect(yearOfMonth(monthOf(2015, 8), 9)).toBe(2014);
    expect(yearOfMonth(monthOf(2015, 9), 9)).toBe(2015);
    expect(firstMonthOfYear(2014)).toBe(monthOf(2014, 4));
    expect(firstMonthOfYear(2014, 9)).toBe(monthOf(2014, 9));
    expect(() => parseFinancialYear("2014/15", 13)).toThrow(InvestToSaveError);
  });

  test("is a calendar year, and written so, where it starts in January", () => {
    expect(parseFinancialYear("2014", 1)).toEqual({ ok: true, value: 2014 });
    expect(parseFinancialYear("2199", 1)).toEqual({ ok: true, value: 2199 });
    expect(formatFinancialYear(2014, 1)).toBe("2014");
    expect(yearOfMonth(monthOf(2014, 12), 1)).toBe(2014);
  });
});

describe("a year that cannot be read says why", () => {
  test.each([
    ["2014/16", "the financial year 2014/15", "write 2014/15"],
    ["14/16", "the financial year 2014/15", "write 2014/15"],
    ["14/2015", "the financial year 2014/15", "write 2014/15"],
    ["2014/5", "the financial year 2014/15", "write 2014/15"],
    ["2014/1915", "the financial year 2014/15", "write 2014/15"],
    ["1999/99", "the financial year 1999/00", "write 1999/00"],
    ["2014-04", "the financial year 2014/15", "write Apr 2014; figures such as 2014-15 are a financial year"],
    ["2014", "a financial year such as 2014/15", "write 2014/15 for the year that starts in April 2014"],
    ["next year", "a financial year such as 2014/15", "write the year as 2014/15"],
    ["", "a financial year such as 2014/15", "write the year as 2014/15"],
  ])("%s", (text, expected, hint) => {
    expect(parseFinancialYear(text)).toEqual({ ok: false, reason: "malformed", expected, hint });
  });

  test.each([
    ["2014/15", "years here start in January: write 2014"],
    ["14/15", "years here start in January: write 2014"],
    ["2019-20", "years here start in January: write 2019"],
  ])("%s where years start in January", (text, hint) => {
    const expected = "a calendar year such as 2014";
    expect(parseFinancialYear(text, 1)).toEqual({ ok: false, reason: "malformed", expected, hint });
  });

  test.each([
    ["1899/00", 4],
    ["2199/00", 4],
    ["2200", 1],
  ])("%s is outside the years we read", (text, yearStart) => {
    const expected = "a year from 1900 to 2199";
    expect(parseFinancialYear(text, yearStart)).toMatchObject({
      reason: "outside",
      expected,
      hint: `check the year ${text}`,
    });
  });
});
