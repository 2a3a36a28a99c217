import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/time/day.ts";
import { daysInForce, monthsInForce } from "../../src/time/in-force.ts";
import { monthOf } from "../../src/time/month.ts";
import { timelineOfYears } from "../../src/time/timeline.ts";

const years = timelineOfYears(2014, 2016);
const each = [0, 1, 2];

describe("the days in force", () => {
  test("count the first and the last day", () => {
    const days = (from: number, to: number) => each.map((i) => daysInForce(years, i, from, to));
    expect(days(dayOf(2014, 4, 1), dayOf(2014, 4, 1))).toEqual([1, 0, 0]);
    expect(days(dayOf(2015, 3, 31), dayOf(2015, 4, 1))).toEqual([1, 1, 0]);
    expect(days(dayOf(2015, 4, 13), dayOf(2016, 3, 31))).toEqual([0, 354, 0]);
    expect(days(dayOf(2000, 1, 1), dayOf(2100, 1, 1))).toEqual([365, 366, 365]);
  });

  test("are nil before, after and the wrong way round", () => {
    expect(daysInForce(years, 0, dayOf(2013, 4, 1), dayOf(2014, 3, 31))).toBe(0);
    expect(daysInForce(years, 0, dayOf(2015, 4, 1), dayOf(2016, 3, 31))).toBe(0);
    expect(daysInForce(years, 0, dayOf(2014, 9, 2), dayOf(2014, 9, 1))).toBe(0);
    expect(daysInForce(years, 0, dayOf(2014, 12, 31), dayOf(2014, 5, 1))).toBe(0);
  });
});

describe("the months in force", () => {
  test("count every month that is touched in full", () => {
    const count = (from: number, to: number) => each.map((i) => monthsInForce(years, i, from, to));
    expect(count(monthOf(2014, 4), monthOf(2014, 4))).toEqual([1, 0, 0]);
    expect(count(monthOf(2015, 1), monthOf(2015, 6))).toEqual([3, 3, 0]);
    expect(count(monthOf(2000, 1), monthOf(2100, 1))).toEqual([12, 12, 12]);
    expect(count(monthOf(2015, 6), monthOf(2015, 5))).toEqual([0, 0, 0]);
  });

  test("are one or none in a month", () => {
    const months = timelineOfYears(2014, 2014, { grain: "month" });
    expect(monthsInForce(months, 2, monthOf(2014, 6), monthOf(2014, 8))).toBe(1);
    expect(monthsInForce(months, 1, monthOf(2014, 6), monthOf(2014, 8))).toBe(0);
  });
});
