import fc from "fast-check";
import { check, decimal } from "invest-to-save";
import { type PoolOptions, pool } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { added, amountsIn, met, needs, valuesOf } from "./funded.ts";

/** Whole percentages that make 100. */
const percentages = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 }).map((cuts) => {
  const edges = [0, ...[...cuts].sort((a, b) => a - b), 100];
  return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));
});

function sharesOf(parts: readonly number[]): Record<string, string> {
  return Object.fromEntries(parts.map((part, i) => [`Partner ${i}`, `${part}%`]));
}

const drawn = needs.chain((need) =>
  fc.record({
    need: fc.constant(need),
    total: fc.oneof(amountsIn(need.timeline), fc.constant("what is left" as const)),
    shares: percentages,
    risk: fc.option(percentages, { nil: undefined }),
  }),
);

describe("a pool", () => {
  test("is the sum of its partners' parts exactly, in every period", () => {
    fc.assert(
      fc.property(drawn, ({ need, total, shares, risk }) => {
        const options: PoolOptions = {
          total,
          shares: sharesOf(shares),
          ...(risk === undefined ? {} : { "risk share": { of: "Staff", shares: sharesOf(risk) } }),
        };
        const table = met(need, pool(options));
        const partners = Array.from({ length: Math.max(shares.length, risk?.length ?? 0) }, (_, i) =>
          valuesOf(table, `fund.partner-${i}`),
        );
        for (const [period, whole] of valuesOf(table, "fund").entries())
          expect(added(partners.map((part) => part[period] ?? decimal(0))).eq(whole)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("gives each partner its share to within a penny for each of the others, and never below nil", () => {
    fc.assert(
      fc.property(drawn, ({ need, total, shares }) => {
        const table = met(need, pool({ total, shares: sharesOf(shares) }));
        const whole = valuesOf(table, "fund");
        for (const [i, share] of shares.entries()) {
          for (const [period, part] of valuesOf(table, `fund.partner-${i}`).entries()) {
            const exact = (whole[period] ?? decimal(0)).times(share).div(100);
            expect(part.gte(0)).toBe(true);
            expect(part.minus(exact).abs().lte(decimal("0.01").times(shares.length))).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("has no part below nil, or fails the condition of that partner", () => {
    const risky = fc.tuple(drawn, percentages).filter(([{ total }]) => total !== "what is left");
    fc.assert(
      fc.property(risky, ([{ need, total, shares }, risk]) => {
        const shared = { of: "Staff", shares: sharesOf(risk) };
        const table = met(need, pool({ total, shares: sharesOf(shares), "risk share": shared }));
        const { findings } = check(table);
        for (const at of Array.from({ length: Math.max(shares.length, risk.length) }).keys()) {
          const lowest = valuesOf(table, `fund.partner-${at}`).reduce((a, b) => (b.lt(a) ? b : a));
          const label = `Fund: the part of Partner ${at} is not below nil`;
          const finding = findings.find((one) => one.label === label);
          expect(finding).toBeDefined();
          if (lowest.lte("-0.1")) expect(finding?.holds).toBe(false);
          if (lowest.gte(0)) expect(finding?.holds).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("pays what is spent where the risk is shared", () => {
    fc.assert(
      fc.property(drawn, ({ need, total, shares }) => {
        const options: PoolOptions = { total, shares: sharesOf(shares), "risk share": { of: "Staff" } };
        const table = met(need, pool(options));
        const spent = valuesOf(table, "staff");
        for (const [period, paid] of valuesOf(table, "fund").entries())
          expect(paid.eq(spent[period] ?? 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
