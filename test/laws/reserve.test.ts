import fc from "fast-check";
import {
  check,
  cost,
  type Decimal,
  decimal,
  evaluate,
  funding,
  type Part,
  periodLabel,
  periodYear,
  programme,
  rollUp,
  type Table,
  timelineOf,
} from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { type ReserveOptions, reserve } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { added, amountsIn, met, needs, pence, pounds, scaled, times, valuesOf } from "./funded.ts";

const drawn = needs.chain((need) =>
  fc.record({
    need: fc.constant(need),
    opening: pence.map(pounds),
    in: amountsIn(need.timeline),
    out: fc.oneof(amountsIn(need.timeline), fc.constant("what is left" as const)),
    kept: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    underspend: fc.constantFrom("carried forward" as const, undefined),
    given: amountsIn(need.timeline, 12),
  }),
);

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function optionsOf(of: Drawn, scale = 1): ReserveOptions {
  return {
    opening: times(of.opening, scale),
    in: scaled(of.in, scale) as never,
    out: of.out === "what is left" ? of.out : (scaled(of.out, scale) as never),
    ...(of.kept === undefined ? {} : { "carry forward": `${of.kept}%` }),
    ...(of.underspend === undefined ? {} : { underspend: of.underspend }),
  };
}

/** The table of a need that the reserve helps to meet, and other funding that may be more than is needed. */
function worked(of: Drawn, scale = 1, more: readonly Part[] = []): Table {
  const given = funding("Given", scaled(of.given, scale));
  return met(of.need, reserve(optionsOf(of, scale)), [given, ...more], scale);
}

describe("a reserve", () => {
  test("opens with what it closed with, less what is given up; opening + in − out = closing; never overdrawn", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = worked(of);
        const largest = largestIn(table);
        const at = (id: string, period: number) => valuesOf(table, id)[period] ?? decimal(0);
        let before = decimal(of.opening);
        for (const [period, closing] of valuesOf(table, "fund.closing-balance").entries()) {
          const lost = of.kept === undefined ? decimal(0) : at("fund.given-up", period);
          const opening = at("fund.opening-balance", period);
          expectSame(opening, before.minus(lost), largest);
          expectSame(
            closing,
            opening.plus(at("contribution-to-fund", period)).minus(at("fund", period)),
            largest,
          );
          expect(closing.gte(0)).toBe(true);
          expect(at("fund", period).gte(0)).toBe(true);
          before = closing;
        }
      }),
      { numRuns: 50 },
    );
  });

  test("gives what is asked of it, or fails its condition", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        fc.pre(of.out !== "what is left");
        const table = worked(of);
        const asked = valuesOf(table, "fund.asked-for");
        const given = valuesOf(table, "fund");
        const short = given.some((value, period) => (asked[period] ?? decimal(0)).minus(value).gte("0.1"));
        const failed = check(table).findings.some(
          ({ label, holds }) => label === "Fund has what is asked of it" && !holds,
        );
        if (short) expect(failed).toBe(true);
        else if (given.every((value, period) => value.eq(asked[period] ?? 0))) expect(failed).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test("that meets what is left leaves something only when it is empty", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = worked({ ...of, out: "what is left" });
        const closing = valuesOf(table, "fund.closing-balance");
        for (const [period, balance] of valuesOf(table, "balance").entries())
          if (balance.gt("0.1")) expectSame(closing[period], decimal(0), largestIn(table));
      }),
      { numRuns: 30 },
    );
  });

  test("takes in the funding that a year does not need, so that only savings are left below nil in the balance", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = worked({ ...of, out: "what is left", underspend: "carried forward" });
        const { timeline } = of.need;
        const at = (id: string, period: number) => valuesOf(table, id)[period] ?? decimal(0);
        const years = new Map<number, Decimal>();
        for (const [period, balance] of valuesOf(table, "balance").entries()) {
          const planned = of.in[periodLabel(timeline, period)] ?? 0;
          const spent = at("staff", period).plus(at("rent", period)).plus(planned);
          const saved = at("beds", period).minus(spent);
          const year = periodYear(timeline, period);
          const sum = years.get(year) ?? decimal(0);
          years.set(year, sum.plus(balance).plus(saved.gt(0) ? saved : 0));
        }
        const least = largestIn(table).plus(1).times("-1e-30");
        for (const left of years.values()) expect(left.gte(least)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("creates nothing and loses nothing: what went in was drawn, given up, or is still there", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = worked(of);
        const total = (id: string) => (table.rows.has(id) ? added(valuesOf(table, id)) : decimal(0));
        const into = decimal(of.opening).plus(total("contribution-to-fund"));
        const out = total("fund").plus(total("fund.given-up"));
        const rest = valuesOf(table, "fund.closing-balance").at(-1) ?? decimal(0);
        expectSame(into, out.plus(rest), largestIn(table));
        expect(check(table).findings.find(({ label }) => label === "Fund is never overdrawn")?.holds).toBe(
          true,
        );
      }),
      { numRuns: 50 },
    );
  });

  test("carries the same forward from a year, whether it is planned by year, by quarter or by month", () => {
    const span = "2024/25 to 2026/27";
    const lumps = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(lumps, lumps, fc.nat({ max: 500 }), fc.nat({ max: 100 }), (costs, given, opening, kept) => {
        const [yearly, quarterly] = (["year", "quarter"] as const).map((grain) => {
          const timeline = timelineOf(span, grain);
          const amounts = (all: readonly number[]) =>
            Object.fromEntries(
              all.map((amount, at) => [periodLabel(timelineOf(span, "quarter"), at), amount]),
            );
          const byYear = (all: readonly number[]) =>
            Object.fromEntries(
              [0, 1, 2].map((year) => [
                periodLabel(timeline, year),
                all.slice(4 * year, 4 * year + 4).reduce((a, b) => a + b),
              ]),
            );
          const of = grain === "year" ? byYear : amounts;
          const carries = reserve({
            opening,
            underspend: "carried forward",
            out: "what is left",
            "carry forward": `${kept}%`,
          });
          const parts = [cost("Club", of(costs)), funding("Given", of(given)), funding("Fund", carries)];
          return evaluate(programme("Club", timeline, { source: "drawn" }, ...parts));
        });
        const rolled = rollUp(quarterly as Table);
        for (const id of ["fund.closing-balance", "fund.given-up", "balance"]) {
          const years = valuesOf(rolled, id);
          for (const [at, value] of valuesOf(yearly as Table, id).entries())
            expectSame(years[at], value, largestIn(rolled));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is worth nothing in an appraisal, whatever goes into it", () => {
    const cases = fc.constantFrom("financial" as const, "economic" as const);
    fc.assert(
      fc.property(drawn, cases, (of, which) => {
        const net = (one: Drawn) => {
          const appraised = appraise(worked(one).programme, { case: which, rate: 0, inflation: 0 });
          return valuesOf(evaluate(appraised), "appraisal.net");
        };
        const none = net({ ...of, in: {}, underspend: undefined });
        const largest = largestIn(worked(of));
        for (const [period, value] of net(of).entries()) expectSame(value, none[period], largest);
      }),
      { numRuns: 30 },
    );
  });

  test("gives a thousand times as much where all money is a thousand times as much", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const one = worked(of);
        const thousand = worked(of, 1000);
        const larger = valuesOf(thousand, "fund");
        for (const [period, value] of valuesOf(one, "fund").entries())
          expectSame(value.times(1000), larger[period], largestIn(thousand));
      }),
      { numRuns: 20 },
    );
  });
});
