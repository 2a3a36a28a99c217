import fc from "fast-check";
import { decimal, funding, idOf } from "invest-to-save";
import { reserve, type WaterfallOptions, waterfall } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { added, amountsIn, met, needs, pence, pounds, scaled, valuesOf } from "./funded.ts";

const drawn = needs.chain((need) =>
  fc.record({
    need: fc.constant(need),
    limits: fc.array(amountsIn(need.timeline), { minLength: 1, maxLength: 4 }),
    rest: fc.boolean(),
  }),
);

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const labelOf = (at: number) => (at === 0 ? "Fund" : `Source ${at}`);
const idAt = (at: number) => (at === 0 ? "fund" : `source-${at}`);

function optionsOf({ limits, rest }: Drawn, scale = 1): WaterfallOptions {
  const sources = limits.map((limit, at) => [labelOf(at), { "up to": scaled(limit, scale) }]);
  return Object.fromEntries([
    ...sources,
    ...(rest ? [[labelOf(limits.length), { "up to": "what is left" }]] : []),
  ]);
}

describe("a waterfall", () => {
  test("asks no source before those ahead of it give all they may, and takes no more than is left", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = met(of.need, waterfall(optionsOf(of)));
        const sources = of.limits.map((_, at) => valuesOf(table, idAt(at)));
        const limits = of.limits.map((_, at) => {
          const id = `fund.${at === 0 ? "fund" : `source-${at}`}-up-to`;
          return table.programme.assumptions.get(id)?.value as ReturnType<typeof decimal>[];
        });
        for (const [period, need] of valuesOf(table, "left-to-meet").entries()) {
          let left = need;
          for (const [at, source] of sources.entries()) {
            const gives = source[period] ?? decimal(0);
            const most = limits[at]?.[period] ?? decimal(0);
            expect(gives.eq(most.lt(left) ? most : left)).toBe(true);
            left = left.minus(gives);
          }
          expect(left.gte(0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("with a source for the rest leaves nothing where there is a need, and never more than the need is given", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = met(of.need, waterfall(optionsOf({ ...of, rest: true })));
        const given = Array.from({ length: of.limits.length + 1 }, (_, at) => valuesOf(table, idAt(at)));
        for (const [period, need] of valuesOf(table, "left-to-meet").entries()) {
          expectSame(added(given.map((source) => source[period] ?? decimal(0))), need, largestIn(table));
          if (need.gt(0)) expectSame(valuesOf(table, "balance")[period], decimal(0), largestIn(table));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("gives a line of its own, such as a reserve, its turn: what it has, or what is left then", () => {
    const turns = drawn.chain((of) =>
      fc.record({ of: fc.constant(of), at: fc.nat({ max: of.limits.length }), opening: pence.map(pounds) }),
    );
    fc.assert(
      fc.property(turns, ({ of, at, opening }) => {
        const sources = Object.entries(optionsOf({ ...of, rest: true }));
        sources.splice(at, 0, ["Kept", { "up to": "what it has" }]);
        const kept = funding("Kept", reserve({ opening, out: "what is left" }));
        const table = met(of.need, waterfall(Object.fromEntries(sources)), [kept]);
        const ids = sources.map(([label]) => idOf(label));
        const given = ids.map((id) => valuesOf(table, id));
        for (const [period, need] of valuesOf(table, "left-to-meet").entries()) {
          const before = added(given.slice(0, at).map((source) => source[period] ?? decimal(0)));
          const has = valuesOf(table, "kept.there-to-draw")[period] ?? decimal(0);
          const left = need.minus(before);
          expect(given[at]?.[period]?.eq(has.lt(left) ? has : left)).toBe(true);
          expectSame(added(given.map((source) => source[period] ?? decimal(0))), need, largestIn(table));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("gives a thousand times as much where all money is a thousand times as much", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const one = met(of.need, waterfall(optionsOf(of)));
        const thousand = met(of.need, waterfall(optionsOf(of, 1000)), [], 1000);
        for (const [at] of of.limits.entries()) {
          const larger = valuesOf(thousand, idAt(at));
          for (const [period, value] of valuesOf(one, idAt(at)).entries())
            expectSame(value.times(1000), larger[period], largestIn(thousand));
        }
      }),
      { numRuns: 20 },
    );
  });
});
