import fc from "fast-check";
import {
  cost,
  evaluate,
  memorandum,
  months,
  once,
  percentage,
  programme,
  rollUp,
  table,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";

const source = { source: "drawn at random" };
const yearly = years("2020/21", "2023/24");
const amounts = fc.record({
  "2020/21": fc.integer({ min: 0, max: 1_000_000 }),
  "2022/23": fc.integer({ min: 0, max: 1_000_000 }),
  then: fc.integer({ min: 0, max: 1_000_000 }),
});
const rates = fc.integer({ min: 0, max: 300 }).map((n) => n / 100);

function worked(one: object, other: object, of: string | readonly string[], rate: number, timeline = yearly) {
  const lines = [
    cost("One", one),
    cost("Other", other),
    cost("Part", percentage({ of, rate, "above 100%": true })),
  ];
  return evaluate(programme("Team", timeline, source, ...lines));
}

const rows = (of: ReturnType<typeof worked>) => of.rows.get("part")?.values ?? [];

describe("a percentage", () => {
  test("of two lines together is that of the one and of the other", () => {
    fc.assert(
      fc.property(amounts, amounts, rates, (one, other, rate) => {
        const both = worked(one, other, ["One", "Other"], rate);
        const [a, b] = [worked(one, other, "One", rate), worked(one, other, "Other", rate)];
        for (const [at, value] of rows(both).entries())
          expect(
            rows(a)
              [at]?.plus(rows(b)[at] ?? 0)
              .toString(),
          ).toBe(value?.toString());
      }),
      { numRuns: 60 },
    );
  });

  test("doubles with its rate and with its base, and 100% of a line is the line", () => {
    fc.assert(
      fc.property(amounts, amounts, rates, (one, other, rate) => {
        const single = worked(one, other, "One", rate);
        const double = worked(one, other, "One", rate * 2);
        for (const [at, value] of rows(single).entries())
          expectSame(value?.times(2), rows(double)[at], largestIn(single, double).times("1e16"));
        const whole = worked(one, other, "One", 1);
        expect(rows(whole).join(" ")).toBe(whole.rows.get("one")?.values.join(" "));
      }),
      { numRuns: 60 },
    );
  });

  test("by the month adds up to its years", () => {
    fc.assert(
      fc.property(amounts, amounts, rates, (one, other, rate) => {
        const monthly = worked(one, other, ["One", "Other"], rate, months("2020/21", "2023/24"));
        const years_ = worked(one, other, ["One", "Other"], rate);
        for (const [at, value] of (rollUp(monthly, "year").rows.get("part")?.values ?? []).entries())
          expectSame(value, rows(years_)[at], largestIn(years_));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a figure given once", () => {
  test("is the same by the month, by the year and in all", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (number) => {
        const cohort = table("Cohort", {}, memorandum("Families", once(number), { unit: "families" }));
        const p = programme("Care", months("2020/21", "2021/22"), source, cost("Rent", 1), cohort);
        const row = rollUp(evaluate(p), "year").rows.get("families");
        expect([...(row?.values ?? []), row?.total].map(String)).toEqual(Array(3).fill(String(number)));
      }),
      { numRuns: 30 },
    );
  });
});
