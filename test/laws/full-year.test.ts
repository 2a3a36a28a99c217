import fc from "fast-check";
import {
  cost,
  level,
  months,
  parseTimeline,
  programme,
  quarters,
  saving,
  type Timeline,
  years,
} from "invest-to-save";
import { appraise, measures } from "invest-to-save/appraisal";
import { staffing } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";

const grains: Record<string, Timeline> = {
  year: years("2025/26", "2027/28"),
  quarter: quarters("2025/26", "2027/28"),
  month: months("2025/26", "2027/28"),
};

type Lines = Parameters<typeof programme>[3][];

function fullYear(timeline: Timeline, ...lines: Lines): string | undefined {
  const plan = programme("Plan", timeline, { source: "a law", body: "Council" }, ...lines);
  return measures(appraise(plan))
    .find(({ id }) => id === "full-year-effect")
    ?.value?.toFixed(20);
}

const day = fc
  .date({ min: new Date("2025-04-01"), max: new Date("2028-03-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as "2025-04-01");
const shares = fc.constantFrom("by days" as const, "by months" as const);

describe("the full-year effect at the end", () => {
  test.each(Object.entries(grains))(
    "is the yearly amount of what starts on any day and lasts, by %s",
    (_, timeline) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1_000_000 }), day, shares, (amount, from, by) => {
          const lasting = saving("Contract", level({ amount, from, shares: by }));
          expect(fullYear(timeline, lasting)).toBe(amount.toFixed(20));
        }),
      );
    },
  );

  test.each(Object.entries(grains))("is nil of what ends before the model does, by %s", (_, timeline) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), day, shares, (amount, to, by) => {
        fc.pre(to < "2028-03-01");
        const over = cost("Team", level({ amount, to, shares: by }));
        expect(fullYear(timeline, over)).toBe((0).toFixed(20));
      }),
    );
  });

  test.each(Object.entries(grains))(
    "takes posts that start in the last year for all of it, by %s",
    (_, of) => {
      const staff = staffing({ posts: 2, salary: 30_000, "on-cost": "25%", from: "Jan 2028" });
      expect(fullYear(of, cost("Team", staff))).toBe((-75_000).toFixed(20));
    },
  );

  test("is the last twelve months of what is paid once a year, and not twelve times its last month", () => {
    const licence = cost("Licence", { "Mar 2026": 12_000, "Mar 2027": 12_000, "Mar 2028": 12_000 });
    expect(fullYear(months("2025/26", "2027/28"), licence)).toBe((-12_000).toFixed(20));
  });

  test("is a year's amount of a model that is shorter than a year", () => {
    const half = parseTimeline("Apr 2025 to Sep 2025", { grain: "month" });
    if (!half.ok) throw new Error("no timeline");
    expect(fullYear(half.value, saving("Rent", 600))).toMatch(/^600\.0+$/);
  });
});
