import fc from "fast-check";
import { check, decimal } from "invest-to-save";
import { type ReserveOptions, reserve } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { amountsIn, met, needs, pence, pounds, scaled, times, valuesOf } from "./funded.ts";

const drawn = needs.chain((need) =>
  fc.record({
    need: fc.constant(need),
    opening: pence.map(pounds),
    in: amountsIn(need.timeline),
    out: fc.oneof(amountsIn(need.timeline), fc.constant("what is left" as const)),
    kept: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  }),
);

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function optionsOf(of: Drawn, scale = 1): ReserveOptions {
  return {
    opening: times(of.opening, scale),
    in: scaled(of.in, scale) as never,
    out: of.out === "what is left" ? of.out : (scaled(of.out, scale) as never),
    ...(of.kept === undefined ? {} : { "carry forward": `${of.kept}%` }),
  };
}

describe("a reserve", () => {
  test("opens with what it closed with, less what is given up; opening + in − out = closing; never overdrawn", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = met(of.need, reserve(optionsOf(of)));
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
        const table = met(of.need, reserve(optionsOf(of)));
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
        const table = met(of.need, reserve(optionsOf({ ...of, out: "what is left" })));
        const closing = valuesOf(table, "fund.closing-balance");
        for (const [period, balance] of valuesOf(table, "balance").entries())
          if (balance.gt("0.1")) expectSame(closing[period], decimal(0), largestIn(table));
      }),
      { numRuns: 30 },
    );
  });

  test("gives a thousand times as much where all money is a thousand times as much", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const one = met(of.need, reserve(optionsOf(of)));
        const thousand = met(of.need, reserve(optionsOf(of, 1000)), [], 1000);
        const larger = valuesOf(thousand, "fund");
        for (const [period, value] of valuesOf(one, "fund").entries())
          expectSame(value.times(1000), larger[period], largestIn(thousand));
      }),
      { numRuns: 20 },
    );
  });
});
