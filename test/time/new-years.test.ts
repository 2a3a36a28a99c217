import fc from "fast-check";
import { periodYear, timelineOfYears, yearLabels } from "invest-to-save";
import { expect, test } from "vitest";
import { endsYear, isNewYear } from "../../src/time/period.ts";

const timelines = fc
  .record({
    first: fc.integer({ min: 2000, max: 2030 }),
    more: fc.nat({ max: 5 }),
    grain: fc.constantFrom("year", "quarter", "month"),
    yearStart: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ first, more, grain, yearStart }) => timelineOfYears(first, first + more, { grain, yearStart }));

test("every financial year of a timeline ends once, and all but the first begin once", () => {
  fc.assert(
    fc.property(timelines, (timeline) => {
      const periods = Array.from({ length: timeline.count }, (_, period) => period);
      const begun = periods.filter((period) => isNewYear(timeline, period));
      const ended = periods.filter((period) => endsYear(timeline, period));
      expect(ended.length).toBe(yearLabels(timeline).length);
      expect(begun).toEqual(ended.slice(0, -1).map((period) => period + 1));
      expect(new Set(ended.map((period) => periodYear(timeline, period))).size).toBe(ended.length);
    }),
  );
});
