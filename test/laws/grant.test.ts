import fc from "fast-check";
import {
  cost,
  daysInForce,
  decimal,
  formatDay,
  funding,
  type PeriodText,
  periodFirstDay,
  periodLastDay,
  periodMonths,
  periodYear,
  type Timeline,
} from "invest-to-save";
import { type GrantOptions, grant } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { added, amountsIn, met, needs, pence, pounds, times, valuesOf } from "./funded.ts";
import { byYear, expectSameYears, from, years } from "./saving-lines.ts";

function windows(timeline: Timeline) {
  const first = periodFirstDay(timeline, 0);
  const last = periodLastDay(timeline, timeline.count - 1);
  const day = fc.integer({ min: first - 200, max: last + 200 });
  return fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
}

const share = fc.integer({ min: 0, max: 99 }).map((percent) => `${percent}%`);

const drawn = needs.chain((need) =>
  fc.record({
    need: fc.constant(need),
    window: windows(need.timeline),
    terms: fc.record({
      cap: pence.map(pounds),
      yearly: fc.option(pence.map(pounds), { nil: undefined }),
      rated: fc.oneof(
        share.map((rate) => ({ rate })),
        share.map((one) => ({ match: { of: "scheme" as const, share: one } })),
        share.map((one) => ({ match: { of: "grant" as const, share: one } })),
        fc.constant({}),
      ),
      claims: fc.constantFrom(
        "in advance" as const,
        "in advance by quarter" as const,
        "as spent" as const,
        "in arrears" as const,
      ),
      meets: fc.constantFrom("eligible spend" as const, "what is left" as const),
      "by days": fc.boolean(),
      unclaimed: fc.constantFrom("returned" as const, "carried over" as const),
    }),
  }),
);

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function optionsOf({ window, terms }: Pick<Drawn, "window" | "terms">, scale = 1): GrantOptions {
  const { cap, yearly, rated, unclaimed, ...rest } = terms;
  return {
    ...rest,
    ...rated,
    window: { from: formatDay(window.from) as never, to: formatDay(window.to) as never },
    cap: times(cap, scale),
    ...(yearly === undefined ? {} : { "cap by year": times(yearly, scale), unclaimed }),
  };
}

function tableOf(of: Drawn, scale = 1) {
  return met(of.need, grant(optionsOf(of, scale)), [], scale);
}

describe("a grant", () => {
  test("never claims more than its cap, nor than eligible spend in its window, and never below nil", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = tableOf(of);
        const { timeline } = of.need;
        const spent = valuesOf(table, "staff");
        const claims = valuesOf(table, "fund");
        expect(added(claims).lte(decimal(of.terms.cap))).toBe(true);
        for (const [period, claim] of claims.entries()) {
          const inside = daysInForce(timeline, period, of.window.from, of.window.to) > 0;
          expect(claim.gte(0)).toBe(true);
          expect(claim.lte(inside ? (spent[period] ?? decimal(0)) : 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("never claims more in a year than the cap of the year, unless it is carried over", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        fc.pre(of.terms.yearly !== undefined);
        const { timeline } = of.need;
        const claims = valuesOf(tableOf(of), "fund");
        const cap = decimal(of.terms.yearly ?? 0);
        const years = new Map<number, typeof claims>();
        for (const [period, claim] of claims.entries()) {
          const year = periodYear(timeline, period);
          years.set(year, [...(years.get(year) ?? []), claim]);
        }
        for (const [at, own] of [...years.values()].entries()) {
          const most = of.terms.unclaimed === "carried over" ? cap.times(at + 1) : cap;
          expect(added(own).lte(most)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("leaves no balance below nil by what it adds, where it meets what is left", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = tableOf({ ...of, terms: { ...of.terms, meets: "what is left" } });
        const claims = valuesOf(table, "fund");
        for (const [period, balance] of valuesOf(table, "balance").entries())
          if (claims[period]?.gt(0)) expect(balance.gte(0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("brings as much cash as it claims, once its window has been over for a quarter of a year", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const { timeline } = of.need;
        const enough = timeline.grain === "year" ? 1 : timeline.grain === "quarter" ? 1 : 3;
        fc.pre(timeline.count > enough);
        const to = Math.min(of.window.to, periodLastDay(timeline, timeline.count - 1 - enough));
        fc.pre(to >= of.window.from);
        const table = tableOf({ ...of, window: { ...of.window, to } });
        const claimed = added(valuesOf(table, "fund"));
        expectSame(added(valuesOf(table, "fund.cash-received")), claimed, largestIn(table));
        expectSame(valuesOf(table, "fund.owed-by-the-funder").at(-1), decimal(0), largestIn(table));
      }),
      { numRuns: 40 },
    );
  });

  test("in advance by quarter has at the end of each quarter what it claimed, and in no month less", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const { timeline } = of.need;
        const table = tableOf({ ...of, terms: { ...of.terms, claims: "in advance by quarter" } });
        const claimed = valuesOf(table, "fund.claimed-so-far");
        const months = periodMonths(timeline);
        for (const [period, cash] of valuesOf(table, "fund.cash-received-so-far").entries()) {
          const ends = months >= 3 || (period + 1) % 3 === 0;
          if (ends) expectSame(cash, claimed[period], largestIn(table));
          else expect(cash.gte((claimed[period] ?? decimal(0)).minus("1e-9"))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("leaves no pressure while it pays, none below nil, and none beyond what it paid for and what goes on", () => {
    const kit = fc
      .tuple(drawn, fc.boolean())
      .chain(([of, some]) => amountsIn(of.need.timeline, some ? 4 : 0).map((amounts) => ({ of, amounts })));
    fc.assert(
      fc.property(kit, ({ of, amounts }) => {
        const { timeline } = of.need;
        const oneOff = cost("Kit", amounts, { eligible: true, term: "one-off" });
        const table = met(of.need, grant(optionsOf(of)), [oneOff]);
        const claims = valuesOf(table, "fund");
        const yearOf = claims.map((_, period) => periodYear(timeline, period));
        const lastPaid = Math.max(...yearOf.filter((_, period) => claims[period]?.gt("0.1")));
        const paid = added(claims.filter((_, period) => yearOf[period] === lastPaid));
        const staff = valuesOf(table, "staff");
        for (const [period, pressure] of valuesOf(table, "fund.budget-pressure").entries()) {
          expect(pressure.gte(0)).toBe(true);
          if ((yearOf[period] ?? 0) <= lastPaid) expect(pressure.toFixed()).toBe("0");
          expect(pressure.lte(staff[period] ?? 0)).toBe(true);
          if (yearOf[period] === lastPaid + 1) expect(pressure.lte(paid.plus("0.1"))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves the same pressure in a year on every timeline", { timeout: 60_000 }, () => {
    const costs = byYear(fc.integer({ min: 0, max: 1_000 }).map((parts) => 72 * parts));
    const shares = fc.constantFrom("100%", "50%", "25%");
    fc.assert(
      fc.property(costs, costs, shares, fc.nat({ max: 3 }), (staff, kit, rate, last) => {
        const driver = grant({ window: { to: years[last] as PeriodText }, rate });
        expectSameYears(
          driver,
          cost("Staff", { ...from(staff), then: 72_000 }, { eligible: true }),
          cost("Kit", from(kit), { eligible: true, term: "one-off" }),
          funding("Fund", driver),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("claims a thousand times as much where all money is a thousand times as much", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const [one, thousand] = [tableOf(of), tableOf(of, 1000)];
        for (const id of ["fund", "fund.cash-received", "balance"]) {
          const larger = valuesOf(thousand, id);
          for (const [period, value] of valuesOf(one, id).entries())
            expectSame(value.times(1000), larger[period], largestIn(thousand));
        }
      }),
      { numRuns: 20 },
    );
  });
});
