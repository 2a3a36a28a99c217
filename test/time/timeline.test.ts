import { describe, expect, test } from "vitest";
import { InvestToSaveError } from "../../src/issue/refusal.ts";
import { dayOf, formatDay } from "../../src/time/day.ts";
import { monthOf } from "../../src/time/month.ts";
import {
  periodCount,
  periodDays,
  periodFirstDay,
  periodFirstMonth,
  periodLabel,
  periodLastDay,
  periodMonths,
  periodOfDay,
  periodYear,
  yearDays,
  yearLabels,
} from "../../src/time/period.ts";
import { parsePeriod } from "../../src/time/period-range.ts";
import { coarser, periodsWithin } from "../../src/time/roll-up.ts";
import {
  formatTimeline,
  parseTimeline,
  type Timeline,
  type TimelineOptions,
  timelineOfYears,
} from "../../src/time/timeline.ts";

function reading(text: string, options?: TimelineOptions): Timeline {
  const read = parseTimeline(text, options);
  if (!read.ok) throw new Error(`${text}: expected ${read.expected}; ${read.hint}`);
  return read.value;
}

const years = timelineOfYears(2014, 2018);
const quarters = timelineOfYears(2014, 2018, { grain: "quarter" });
const months = timelineOfYears(2014, 2018, { grain: "month" });
const marchToMarch = reading("Mar 2011 to Mar 2020", { grain: "month" });

describe("a timeline", () => {
  test("is frozen plain data", () => {
    expect(years).toEqual({ grain: "year", yearStart: 4, first: monthOf(2014, 4), count: 5 });
    expect(Object.isFrozen(years)).toBe(true);
    expect(Object.isFrozen(reading("2014/15"))).toBe(true);
  });

  test("has five years, twenty quarters or sixty months", () => {
    expect([years, quarters, months].map(periodCount)).toEqual([5, 20, 60]);
    expect([years, quarters, months].map(periodMonths)).toEqual([12, 3, 1]);
    expect([years, quarters, months].map((timeline) => periodLabel(timeline, 1))).toEqual([
      "2015/16",
      "2014/15 Q2",
      "May 2014",
    ]);
  });

  test("takes the place of its years in the calendar from the month they start in", () => {
    const academic = timelineOfYears(2014, 2015, { yearStart: 9 });
    expect(formatDay(periodFirstDay(academic, 0))).toBe("2014-09-01");
    expect(formatDay(periodLastDay(academic, 1))).toBe("2016-08-31");
    expect(yearLabels(timelineOfYears(2014, 2015, { yearStart: 1 }))).toEqual(["2014", "2015"]);
  });

  test("knows the days of each period, and of the year it is in", () => {
    expect(years.count).toBe(5);
    expect([0, 1, 2].map((i) => periodDays(years, i))).toEqual([365, 366, 365]);
    expect([0, 1, 2, 3].map((i) => periodDays(quarters, i))).toEqual([91, 92, 92, 90]);
    expect(periodDays(months, 22)).toBe(29);
    expect([0, 4, 7, 8].map((i) => yearDays(quarters, i))).toEqual([365, 366, 366, 365]);
    expect(yearDays(marchToMarch, 0)).toBe(365);
    expect(periodYear(marchToMarch, 0)).toBe(2010);
    expect(periodYear(months, 12)).toBe(2015);
    expect(yearLabels(quarters)).toEqual(["2014/15", "2015/16", "2016/17", "2017/18", "2018/19"]);
    expect(yearLabels(reading("Mar 2011 to Apr 2011", { grain: "month" }))).toEqual(["2010/11", "2011/12"]);
  });

  test("finds the period of a day, or none", () => {
    expect(periodOfDay(years, dayOf(2014, 4, 1))).toBe(0);
    expect(periodOfDay(years, dayOf(2015, 3, 31))).toBe(0);
    expect(periodOfDay(years, dayOf(2019, 3, 31))).toBe(4);
    expect(periodOfDay(years, dayOf(2014, 3, 31))).toBeUndefined();
    expect(periodOfDay(years, dayOf(2019, 4, 1))).toBeUndefined();
    expect(periodOfDay(quarters, dayOf(2014, 7, 1))).toBe(1);
  });

  test("has no period beyond its ends", () => {
    expect(() => periodFirstMonth(years, 5)).toThrow(
      "there is no period 5: the timeline has 5, numbered from 0",
    );
    expect(() => periodLabel(years, -1)).toThrow(InvestToSaveError);
    expect(() => periodDays(years, 0.5)).toThrow(InvestToSaveError);
    expect(() => timelineOfYears(2018, 2014)).toThrow("the last year, 2014, is before the first, 2018");
    expect(() => timelineOfYears(1900, 2100, { grain: "month" })).toThrow(
      "2412 periods; a timeline has at most 1,200",
    );
    expect(() => timelineOfYears(2014, 2015, { yearStart: 0 })).toThrow(InvestToSaveError);
  });
});

describe("a timeline is read", () => {
  test("from its first and last years, or from one", () => {
    expect(reading("2014/15 to 2018/19")).toEqual(years);
    expect(reading(" 14/15  TO  2018-19 ")).toEqual(years);
    expect(reading("2014/15")).toEqual(timelineOfYears(2014, 2014));
    expect(reading("2014 to 2018", { yearStart: 1 })).toEqual(timelineOfYears(2014, 2018, { yearStart: 1 }));
    expect(reading("2014/15 to 2018/19", { grain: "month" })).toEqual(months);
    expect(reading("2014/15 to 2018/19", { grain: "quarter" })).toEqual(quarters);
  });

  test("from months and quarters, which need not start a year", () => {
    expect(marchToMarch).toEqual({ grain: "month", yearStart: 4, first: monthOf(2011, 3), count: 109 });
    expect(reading("Apr 2014", { grain: "month" }).count).toBe(1);
    expect(reading("2014/15 Q3 to 2015/16 Q1", { grain: "quarter" }).count).toBe(3);
    expect(reading("Oct 2014 to Jun 2015", { grain: "quarter" })).toEqual(
      reading("2014/15 Q3 to 2015/16 Q1", { grain: "quarter" }),
    );
    expect(reading("Apr 2014 to Mar 2019")).toEqual(years);
  });

  test("and written back", () => {
    expect([years, quarters, months, marchToMarch].map(formatTimeline)).toEqual([
      "2014/15 to 2018/19",
      "2014/15 Q1 to 2018/19 Q4",
      "Apr 2014 to Mar 2019",
      "Mar 2011 to Mar 2020",
    ]);
    expect(formatTimeline(timelineOfYears(2014, 2014))).toBe("2014/15");
  });

  test.each<[string, TimelineOptions["grain"], string, string, string]>([
    [
      "2018/19 to 2014/15",
      "year",
      "impossible",
      "a last period no earlier than 2018/19",
      "write 2014/15 to 2018/19, or mend the end that is wrong",
    ],
    [
      "Mar 2011 to Mar 2020",
      "year",
      "finer",
      "whole years",
      "write 2010/11 to 2019/20, or make the grain quarter or month",
    ],
    [
      "Mar 2011 to Mar 2020",
      "quarter",
      "finer",
      "whole quarters",
      "write 2010/11 Q4 to 2019/20 Q4, or make the grain month",
    ],
    [
      "1950/51 to 2100/01",
      "month",
      "impossible",
      "at most 1,200 periods",
      "1812 months were asked for: end the timeline sooner, or make the grain coarser",
    ],
    [
      "2014/15 to 2015/16 to 2016/17",
      "year",
      "malformed",
      "a first and a last period",
      "write one range: 2014/15 to 2018/19",
    ],
    ["2014/16 to 2018/19", "year", "malformed", "the financial year 2014/15", "write 2014/15"],
    ["2014/15 to 2018/20", "year", "malformed", "the financial year 2018/19", "write 2018/19"],
    ["2014/15 Q3 to 2014/15", "quarter", "impossible", "a last period no earlier than 2014/15 Q3", ""],
  ])("%s by %s is refused", (text, grain, reason, expected, hint) => {
    const read = parseTimeline(text, { grain });
    expect(read).toMatchObject({ ok: false, reason, expected });
    expect(read.ok ? "" : read.hint).toContain(hint);
  });
});

describe("a period of a timeline is read", () => {
  test("as the periods it covers, and the grain in which it was written", () => {
    const range = (first: number, last: number, grain: string) => ({
      ok: true,
      value: { first, last, grain },
    });
    expect(parsePeriod(years, "2016/17")).toEqual(range(2, 2, "year"));
    expect(parsePeriod(quarters, "2015/16")).toEqual(range(4, 7, "year"));
    expect(parsePeriod(quarters, "2015/16 Q2")).toEqual(range(5, 5, "quarter"));
    expect(parsePeriod(months, "2015/16")).toEqual(range(12, 23, "year"));
    expect(parsePeriod(months, "2014/15 Q4")).toEqual(range(9, 11, "quarter"));
    expect(parsePeriod(months, "April 2014")).toEqual(range(0, 0, "month"));
  });

  test("as the part of it there is, where the timeline starts or ends within it", () => {
    expect(parsePeriod(marchToMarch, "2010/11")).toMatchObject({ value: { first: 0, last: 0 } });
    expect(parsePeriod(marchToMarch, "2010/11 Q4")).toMatchObject({ value: { first: 0, last: 0 } });
    expect(parsePeriod(reading("Mar 2011 to Jun 2020", { grain: "month" }), "2020/21")).toMatchObject({
      value: { first: 109, last: 111 },
    });
    const short = reading("Jun 2014 to Aug 2014", { grain: "month" });
    expect(parsePeriod(short, "2014/15")).toMatchObject({ value: { first: 0, last: 2 } });
  });

  test.each<[string, Timeline, string, string, string, string]>([
    [
      "a quarter of a yearly one",
      years,
      "2014/15 Q1",
      "finer",
      "a year such as 2014/15, not a quarter",
      "write 2014/15, or give the timeline quarters for its periods",
    ],
    [
      "a month of a quarterly one",
      quarters,
      "Aug 2014",
      "finer",
      "a quarter such as 2014/15 Q1, not a month",
      "write 2014/15 Q2, or give the timeline months for its periods",
    ],
    [
      "a day",
      months,
      "2014-04-13",
      "finer",
      "a year, a quarter or a month",
      "write the month it falls in, such as Apr 2014",
    ],
    [
      "a year after the end",
      years,
      "2019/20",
      "outside",
      "a period within 2014/15 to 2018/19",
      "leave 2019/20 out, or lengthen the timeline to hold it",
    ],
    [
      "a month before the start",
      months,
      "Mar 2014",
      "outside",
      "a period within Apr 2014 to Mar 2019",
      "leave Mar 2014 out, or lengthen the timeline to hold it",
    ],
    ["a misspelt year", years, "2014/16", "malformed", "the financial year 2014/15", "write 2014/15"],
  ])("but not %s", (_, timeline, text, reason, expected, hint) => {
    expect(parsePeriod(timeline, text)).toEqual({ ok: false, reason, expected, hint });
  });
});

describe("rolling up", () => {
  test("months and quarters go to years, months to quarters", () => {
    expect(coarser(months, "year")).toEqual(years);
    expect(coarser(months, "quarter")).toEqual(quarters);
    expect(coarser(quarters, "year")).toEqual(years);
    expect(coarser(years, "year")).toEqual(years);
    expect(periodsWithin(quarters, years, 1)).toEqual([4, 5, 6, 7]);
    expect(periodsWithin(months, quarters, 1)).toEqual([3, 4, 5]);
    expect(periodsWithin(years, years, 3)).toEqual([3]);
  });

  test("a timeline that starts in the middle of a year has a first year with fewer months", () => {
    const rolled = coarser(marchToMarch, "year");
    expect(formatTimeline(rolled)).toBe("2010/11 to 2019/20");
    expect(periodsWithin(marchToMarch, rolled, 0)).toEqual([0]);
    expect(periodsWithin(marchToMarch, rolled, 1)).toHaveLength(12);
    const short = reading("Jun 2014 to Aug 2014", { grain: "month" });
    expect(periodsWithin(short, years, 0)).toEqual([0, 1, 2]);
    expect(periodsWithin(short, years, 1)).toEqual([]);
  });

  test("never goes from long periods to short, nor between different years", () => {
    expect(() => coarser(years, "month")).toThrow("a year does not roll up to a month");
    expect(() => periodsWithin(years, months, 0)).toThrow("a year is not within a month");
    expect(() => periodsWithin(timelineOfYears(2014, 2015, { yearStart: 9 }), years, 0)).toThrow(
      InvestToSaveError,
    );
  });
});
