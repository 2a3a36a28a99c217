import fc from "fast-check";
import { cost, decimal, funding, periodYear } from "invest-to-save";
import { type ContributionOptions, contribution } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { added, met, needs, pence, pounds, times, valuesOf } from "./funded.ts";
import { byYear, expectSameYears, from, share } from "./saving-lines.ts";

const cap = fc.option(pence.map(pounds), { nil: undefined });
const terms = fc.record({ share, cap, yearly: cap });
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;

function optionsOf({ share, cap, yearly }: Terms, scale = 1): ContributionOptions {
  return {
    of: ["Staff", "Rent"],
    share,
    ...(cap === undefined ? {} : { cap: times(cap, scale) }),
    ...(yearly === undefined ? {} : { "cap by year": times(yearly, scale) }),
  };
}

describe("a contribution", () => {
  test("is its share of the cost until a cap is reached: no more than either, and never below nil", () => {
    fc.assert(
      fc.property(needs, terms, (need, of) => {
        const table = met(need, contribution(optionsOf(of)));
        const paid = valuesOf(table, "fund");
        const costs = valuesOf(table, "total-cost");
        const years = new Map<number, typeof paid>();
        for (const [period, value] of paid.entries()) {
          const most = (costs[period] ?? decimal(0)).times(of.share.slice(0, -1)).div(100);
          expect(value.gte(0)).toBe(true);
          expect(value.lte(most)).toBe(true);
          const year = periodYear(need.timeline, period);
          years.set(year, [...(years.get(year) ?? []), value]);
          const rest = valuesOf(table, "fund.share-above-the-cap")[period] ?? decimal(0);
          expectSame(value.plus(rest), most, largestIn(table));
        }
        if (of.cap !== undefined) expect(added(paid).lte(of.cap)).toBe(true);
        if (of.yearly !== undefined)
          for (const own of years.values()) expect(added(own).lte(of.yearly)).toBe(true);
        if (of.cap === undefined && of.yearly === undefined)
          expect(valuesOf(table, "fund.share-above-the-cap").every((value) => value.isZero())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("is the same in a year on every timeline, caps and all", () => {
    const costs = byYear(fc.integer({ min: 0, max: 1_000_000 }));
    fc.assert(
      fc.property(costs, terms, (amounts, of) => {
        const driver = contribution({ ...optionsOf(of), of: "Staff" });
        expectSameYears(driver, cost("Staff", from(amounts)), funding("Fund", driver));
      }),
      { numRuns: 40 },
    );
  });

  test("is a thousand times as much where all money is a thousand times as much", () => {
    fc.assert(
      fc.property(needs, terms, (need, of) => {
        const one = met(need, contribution(optionsOf(of)));
        const thousand = met(need, contribution(optionsOf(of, 1000)), [], 1000);
        const larger = valuesOf(thousand, "fund");
        for (const [period, value] of valuesOf(one, "fund").entries())
          expectSame(value.times(1000), larger[period], largestIn(thousand));
      }),
      { numRuns: 20 },
    );
  });
});
