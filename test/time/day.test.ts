import { describe, expect, test } from "vitest";
import { InvestToSaveError } from "../../src/issue/refusal.ts";
import { dayOf, dayWords, formatDay, parseDay } from "../../src/time/day.ts";

describe("a day", () => {
  test("counts from 1 January 1970", () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2015, 4, 13)).toBe(16_538);
    expect(dayOf(2000, 3, 1) - dayOf(2000, 2, 1)).toBe(29);
    expect(dayOf(1900, 3, 1) - dayOf(1900, 2, 1)).toBe(28);
  });

  test("is refused where there is none, as a programmer's error", () => {
    expect(() => dayOf(2015, 2, 30)).toThrow("there is no day 30 February 2015");
    expect(() => dayOf(2015, 13, 1)).toThrow("month cannot be 13");
    expect(() => dayOf(2015, 1, 0)).toThrow(InvestToSaveError);
    expect(() => dayOf(2015, 1, 1.5)).toThrow(InvestToSaveError);
    expect(() => dayOf(2015.5, 1, 1)).toThrow(InvestToSaveError);
    expect(() => dayOf(Number.NaN, 1, 1)).toThrow(InvestToSaveError);
    expect(() => formatDay(0.5)).toThrow("day cannot be 0.5");
  });

  test.each(["2015-04-13", "13 April 2015", "13 Apr 2015", " 13  april 2015 ", "13 APR 2015"])(
    "is read from %s",
    (text) => {
      expect(parseDay(text)).toEqual({ ok: true, value: 16_538 });
    },
  );

  test("is written year first, or in words", () => {
    expect(formatDay(16_538)).toBe("2015-04-13");
    expect(dayWords(16_538)).toBe("13 April 2015");
    expect(dayWords(dayOf(2016, 2, 1))).toBe("1 February 2016");
  });
});

describe("a date that cannot be read says why", () => {
  test.each([
    ["2015-02-30", "impossible", "a day from 1 to 28", "February 2015 has 28 days"],
    ["31 June 2016", "impossible", "a day from 1 to 30", "June 2016 has 30 days"],
    ["29 Feb 1900", "impossible", "a day from 1 to 28", "February 1900 has 28 days"],
    ["2015-04-00", "impossible", "a day from 1 to 30", "April 2015 has 30 days"],
    [
      "2015-13-04",
      "impossible",
      "a month from 01 to 12",
      "write the year first, then the month, then the day",
    ],
    ["1899-12-31", "outside", "a year from 1900 to 2199", "check the year 1899"],
    ["1 January 2200", "outside", "a year from 1900 to 2199", "check the year 2200"],
    [
      "13 Avril 2015",
      "malformed",
      "a date such as 2015-04-13 or 13 April 2015",
      '"Avril" is not a month; write April or Apr',
    ],
  ])("%s", (text, reason, expected, hint) => {
    expect(parseDay(text)).toEqual({ ok: false, reason, expected, hint });
  });

  test.each(["", "13/04/2015", "2015-4-13", "April 2015", "2014/15", "2015-04-13T00:00", "13 April 15"])(
    "%j",
    (text) => {
      expect(parseDay(text)).toMatchObject({
        reason: "malformed",
        hint: "write the date as 2015-04-13 or 13 April 2015",
      });
    },
  );
});
