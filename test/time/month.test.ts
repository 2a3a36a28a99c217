import { describe, expect, test } from "vitest";
import { InvestToSaveError } from "../../src/issue/refusal.ts";
import { dayOf } from "../../src/time/day.ts";
import {
  firstDayOfMonth,
  formatMonth,
  lastDayOfMonth,
  monthOf,
  monthOfDay,
  parseMonth,
} from "../../src/time/month.ts";

describe("a month", () => {
  test("is twelve times the year and 0 to 11", () => {
    expect(monthOf(2015, 1)).toBe(24_180);
    expect(monthOf(2015, 12)).toBe(24_191);
    expect(monthOf(2016, 1) - monthOf(2015, 12)).toBe(1);
    expect(() => monthOf(2015, 0)).toThrow(InvestToSaveError);
    expect(() => monthOf(2015.5, 1)).toThrow(InvestToSaveError);
    expect(() => formatMonth(0.5)).toThrow("month cannot be 0.5");
  });

  test.each([
    ["Apr 2015", 24_183],
    ["April 2015", 24_183],
    ["april  2015", 24_183],
    ["Sept 2015", 24_188],
    ["May 2015", 24_184],
    ["Jan 1900", 22_800],
    ["Dec 2199", 26_399],
  ])("is read from %s", (text, value) => {
    expect(parseMonth(text)).toEqual({ ok: true, value });
  });

  test("holds its days, first and last included", () => {
    expect(firstDayOfMonth(monthOf(2016, 2))).toBe(dayOf(2016, 2, 1));
    expect(lastDayOfMonth(monthOf(2016, 2))).toBe(dayOf(2016, 2, 29));
    expect(lastDayOfMonth(monthOf(2015, 12))).toBe(dayOf(2015, 12, 31));
    expect(monthOfDay(dayOf(2015, 4, 1))).toBe(monthOf(2015, 4));
    expect(monthOfDay(dayOf(2015, 4, 30))).toBe(monthOf(2015, 4));
    expect(monthOfDay(dayOf(1969, 12, 31))).toBe(monthOf(1969, 12));
  });

  test("is written with its name in three letters", () => {
    expect(formatMonth(monthOf(2015, 4))).toBe("Apr 2015");
    expect(formatMonth(monthOf(2015, 9))).toBe("Sep 2015");
  });
});

describe("a month that cannot be read says why", () => {
  const expected = "a month such as Apr 2015 or April 2015";
  test.each([
    ["2015-04", "malformed", expected, "write Apr 2015; figures such as 2014-15 are a financial year"],
    ["2015-13", "malformed", expected, "write the month as Apr 2015"],
    ["04/2015", "malformed", expected, "write the month as Apr 2015"],
    ["", "malformed", expected, "write the month as Apr 2015"],
    ["Avr 2015", "malformed", expected, '"Avr" is not a month; write Apr or April'],
    ["Apri 2015", "malformed", expected, '"Apri" is not a month; write Apr or April'],
    ["Apr 1899", "outside", "a year from 1900 to 2199", "check the year 1899"],
  ])("%s", (text, reason, wanted, hint) => {
    expect(parseMonth(text)).toEqual({ ok: false, reason, expected: wanted, hint });
  });
});
