import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, dayOf, dayWords, formatDay, parseDay } from "../../src/time/day.ts";
import { daysInForce, monthsInForce } from "../../src/time/in-force.ts";
import {
  firstDayOfMonth,
  formatMonth,
  lastDayOfMonth,
  monthOf,
  monthOfDay,
  parseMonth,
} from "../../src/time/month.ts";
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
import { firstMonthOfQuarter, formatQuarter, parseQuarter, quarterOfMonth } from "../../src/time/quarter.ts";
import { coarser, periodsWithin } from "../../src/time/roll-up.ts";
import {
  formatTimeline,
  type Grain,
  parseTimeline,
  type Timeline,
  timelineOfYears,
} from "../../src/time/timeline.ts";
import {
  firstMonthOfYear,
  formatFinancialYear,
  parseFinancialYear,
  yearOfMonth,
} from "../../src/time/year.ts";

const SIZE = { year: 12, quarter: 3, month: 1 };
const days = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) });
const months = fc.integer({ min: monthOf(1900, 1), max: monthOf(2199, 12) });
const years = fc.integer({ min: 1900, max: 2198 });
const yearStarts = fc.integer({ min: 1, max: 12 });
const grains = fc.constantFrom<Grain>("year", "quarter", "month");

/** Any timeline of up to sixty periods, starting at any year, quarter or month that its grain allows. */
const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    grain: grains,
    yearStart: yearStarts,
    year: fc.integer({ min: 1990, max: 2060 }),
    skip: fc.nat({ max: 11 }),
    count: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ grain, yearStart, year, skip, count }) => {
    const size = SIZE[grain];
    return { grain, yearStart, first: monthOf(year, yearStart) + (skip - (skip % size)), count };
  });

/** A timeline and two days in, near or around it, in order. */
const spans = timelines.chain((timeline) => {
  const { first, last } = edges(timeline);
  const day = fc.integer({ min: first - 400, max: last + 400 });
  return fc.tuple(day, day).map(([a, b]) => ({ timeline, from: Math.min(a, b), to: Math.max(a, b) }));
});

function edges(timeline: Timeline): { first: Day; last: Day } {
  return { first: periodFirstDay(timeline, 0), last: periodLastDay(timeline, timeline.count - 1) };
}

function indices(timeline: Timeline): number[] {
  return Array.from({ length: periodCount(timeline) }, (_, i) => i);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function law<T>(words: string, of: fc.Arbitrary<T>, holds: (value: T) => void): void {
  test(words, () => fc.assert(fc.property(of, holds)));
}

describe("what is written is read back the same", () => {
  law("a day, as a date in figures or in words", days, (day) => {
    expect(parseDay(formatDay(day))).toEqual({ ok: true, value: day });
    expect(parseDay(dayWords(day))).toEqual({ ok: true, value: day });
  });

  law("a month", months, (month) => {
    expect(parseMonth(formatMonth(month))).toEqual({ ok: true, value: month });
  });

  law("a financial year, whatever month it starts in", fc.tuple(years, yearStarts), ([year, yearStart]) => {
    expect(parseFinancialYear(formatFinancialYear(year, yearStart), yearStart)).toEqual({
      ok: true,
      value: year,
    });
  });

  law("a financial year, with a slash, a hyphen, a dash or both years in full", years, (year) => {
    const written = formatFinancialYear(year);
    const forms = [written.replace("/", "-"), written.replace("/", "\u2013"), `${year}/${year + 1}`];
    for (const form of forms) expect(parseFinancialYear(form)).toEqual({ ok: true, value: year });
  });

  law("a financial year in two figures, from 1980 to 2079", fc.integer({ min: 1980, max: 2079 }), (year) => {
    expect(parseFinancialYear(formatFinancialYear(year).slice(2))).toEqual({ ok: true, value: year });
  });

  law("a quarter", fc.tuple(years, fc.nat({ max: 3 }), yearStarts), ([year, within, yearStart]) => {
    const quarter = year * 4 + within;
    expect(parseQuarter(formatQuarter(quarter, yearStart), yearStart)).toEqual({ ok: true, value: quarter });
  });

  law("a timeline", timelines, (timeline) => {
    const { grain, yearStart } = timeline;
    expect(parseTimeline(formatTimeline(timeline), { grain, yearStart })).toEqual({
      ok: true,
      value: timeline,
    });
  });

  law("each period of a timeline, by the label at the head of its column", timelines, (timeline) => {
    for (const i of indices(timeline)) {
      const value = { first: i, last: i, grain: timeline.grain };
      expect(parsePeriod(timeline, periodLabel(timeline, i))).toEqual({ ok: true, value });
    }
  });
});

describe("a year's second part", () => {
  law(
    "is the year after the first, or the year is refused",
    fc.tuple(years, fc.nat({ max: 99 })),
    ([year, second]) => {
      const read = parseFinancialYear(`${year}/${String(second).padStart(2, "0")}`);
      expect(read.ok).toBe(second === (year + 1) % 100);
      if (!read.ok) expect(read.hint).toBe(`write ${formatFinancialYear(year)}`);
    },
  );
});

describe("the calendar", () => {
  law("each day is in one month, between its first and its last day", days, (day) => {
    const month = monthOfDay(day);
    expect(firstDayOfMonth(month)).toBeLessThanOrEqual(day);
    expect(lastDayOfMonth(month)).toBeGreaterThanOrEqual(day);
  });

  law("the day after the last of a month is the first of the next", months, (month) => {
    expect(lastDayOfMonth(month) + 1).toBe(firstDayOfMonth(month + 1));
  });

  law("days go by one at a time, and the date in figures goes up with them", days, (day) => {
    expect(formatDay(day) < formatDay(day + 1)).toBe(true);
  });

  law(
    "each month is one of the twelve of its year and the three of its quarter",
    fc.tuple(months, yearStarts),
    (pair) => {
      const [month, yearStart] = pair;
      const intoYear = month - firstMonthOfYear(yearOfMonth(month, yearStart), yearStart);
      const intoQuarter = month - firstMonthOfQuarter(quarterOfMonth(month, yearStart), yearStart);
      expect(intoYear >= 0 && intoYear < 12).toBe(true);
      expect(intoQuarter).toBe(intoYear % 3);
    },
  );
});

describe("a timeline has no gaps and no overlaps", () => {
  law("each period starts on the day after the one before it ended", timelines, (timeline) => {
    for (const i of indices(timeline).slice(1)) {
      expect(periodFirstDay(timeline, i)).toBe(periodLastDay(timeline, i - 1) + 1);
      expect(periodFirstMonth(timeline, i) - periodFirstMonth(timeline, i - 1)).toBe(periodMonths(timeline));
    }
  });

  law("the days of its periods add up to the days of the whole", timelines, (timeline) => {
    const { first, last } = edges(timeline);
    expect(sum(indices(timeline).map((i) => periodDays(timeline, i)))).toBe(last - first + 1);
  });

  law("each of its periods is found again from its first and its last day", timelines, (timeline) => {
    for (const i of indices(timeline)) {
      expect(periodOfDay(timeline, periodFirstDay(timeline, i))).toBe(i);
      expect(periodOfDay(timeline, periodLastDay(timeline, i))).toBe(i);
    }
    expect(periodOfDay(timeline, edges(timeline).first - 1)).toBeUndefined();
    expect(periodOfDay(timeline, edges(timeline).last + 1)).toBeUndefined();
  });

  law("a whole year has 365 or 366 days", timelines, (timeline) => {
    for (const i of indices(timeline)) {
      expect([365, 366]).toContain(yearDays(timeline, i));
      if (timeline.grain === "year") expect(periodDays(timeline, i)).toBe(yearDays(timeline, i));
    }
  });

  law("a year's twelve months and its four quarters have the days of the year", timelines, (timeline) => {
    const { grain, yearStart } = timeline;
    fc.pre(grain !== "year");
    const year = periodYear(timeline, 0);
    const whole = timelineOfYears(year, year, { grain, yearStart });
    expect(sum(indices(whole).map((i) => periodDays(whole, i)))).toBe(yearDays(timeline, 0));
  });

  law("a written year covers all its periods and no others", timelines, (timeline) => {
    const covered = yearLabels(timeline).flatMap((label) => {
      const read = parsePeriod(timeline, label);
      if (!read.ok) throw new Error(read.hint);
      return indices(timeline).slice(read.value.first, read.value.last + 1);
    });
    expect(covered).toEqual(indices(timeline));
  });

  law("the years beside a timeline are refused as outside it", timelines, (timeline) => {
    const { yearStart, count } = timeline;
    const before = formatFinancialYear(periodYear(timeline, 0) - 1, yearStart);
    const after = formatFinancialYear(periodYear(timeline, count - 1) + 1, yearStart);
    const expected = `a period within ${formatTimeline(timeline)}`;
    expect(parsePeriod(timeline, before)).toMatchObject({ ok: false, reason: "outside", expected });
    expect(parsePeriod(timeline, after)).toMatchObject({ ok: false, reason: "outside", expected });
  });
});

describe("rolling up loses nothing", () => {
  const rolls = fc
    .tuple(timelines, grains)
    .filter(([timeline, grain]) => SIZE[grain] >= SIZE[timeline.grain]);

  law("each month or quarter is in exactly one of the longer periods, in order", rolls, ([fine, grain]) => {
    const coarse = coarser(fine, grain);
    expect(indices(coarse).flatMap((j) => periodsWithin(fine, coarse, j))).toEqual(indices(fine));
  });

  law("none of the longer periods is empty, and each holds the days of its parts", rolls, ([fine, grain]) => {
    const coarse = coarser(fine, grain);
    for (const j of indices(coarse)) {
      const parts = periodsWithin(fine, coarse, j);
      expect(parts.length).toBeGreaterThan(0);
      const partDays = sum(parts.map((i) => periodDays(fine, i)));
      const whole = parts.length * periodMonths(fine) === periodMonths(coarse);
      expect(partDays === periodDays(coarse, j)).toBe(whole);
    }
  });

  law("months to quarters to years is the same as months to years", timelines, (timeline) => {
    fc.pre(timeline.grain !== "year");
    expect(coarser(coarser(timeline, "quarter"), "year")).toEqual(coarser(timeline, "year"));
  });

  law("rolling up to periods of the same length changes nothing", timelines, (timeline) => {
    expect(coarser(timeline, timeline.grain)).toEqual(timeline);
  });
});

describe("part-year shares", () => {
  law(
    "the days in force over all periods add up to the days of the span that the timeline has",
    spans,
    (span) => {
      const { timeline, from, to } = span;
      const { first, last } = edges(timeline);
      const total = sum(indices(timeline).map((i) => daysInForce(timeline, i, from, to)));
      expect(total).toBe(Math.max(0, Math.min(last, to) - Math.max(first, from) + 1));
    },
  );

  law(
    "no period has more days in force than it has days, nor fewer than none",
    spans,
    ({ timeline, from, to }) => {
      for (const i of indices(timeline)) {
        const inForce = daysInForce(timeline, i, from, to);
        expect(inForce >= 0 && inForce <= periodDays(timeline, i)).toBe(true);
      }
    },
  );

  law(
    "ending on one day and starting again on the next is never having stopped",
    spans,
    ({ timeline, from, to }) => {
      const middle = Math.floor((from + to) / 2);
      for (const i of indices(timeline)) {
        const parts = daysInForce(timeline, i, from, middle) + daysInForce(timeline, i, middle + 1, to);
        expect(parts).toBe(daysInForce(timeline, i, from, to));
      }
    },
  );

  law("in force throughout is every day and every month of every period", timelines, (timeline) => {
    const { first, last } = edges(timeline);
    for (const i of indices(timeline)) {
      expect(daysInForce(timeline, i, first, last)).toBe(periodDays(timeline, i));
      expect(monthsInForce(timeline, i, monthOfDay(first), monthOfDay(last))).toBe(periodMonths(timeline));
    }
  });

  law("a month touched by a single day counts in full, and one not touched not at all", spans, (span) => {
    const { timeline, from, to } = span;
    const touched = indices(timeline).filter((i) => daysInForce(timeline, i, from, to) > 0);
    const counted = indices(timeline).filter(
      (i) => monthsInForce(timeline, i, monthOfDay(from), monthOfDay(to)) > 0,
    );
    if (timeline.grain === "month") expect(counted).toEqual(touched);
    else expect(counted).toEqual(expect.arrayContaining(touched));
  });
});
