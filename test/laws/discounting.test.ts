import fc from "fast-check";
import { type Decimal, decimal } from "invest-to-save";
import { annuityFactor, discountFactor, npv, type Timing, xnpv } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";
import { expectSame } from "./closeness.ts";

const nil = decimal(0);
const pennies = fc
  .integer({ min: -9_000_000_000, max: 9_000_000_000 })
  .map((amount) => decimal(amount).div(100));
const flows = fc.array(pennies, { minLength: 1, maxLength: 40 });
const rates = fc.integer({ min: -1_000, max: 4_000 }).map((points) => `${points / 100}%`);
const timings = fc.constantFrom<Timing>("start", "middle", "end");

const added = (list: readonly Decimal[]) => list.reduce((total, value) => total.plus(value), nil);

/** The most that all flows together could be worth, by which what rounding may explain is measured. */
function most(list: readonly Decimal[], rate: string): Decimal {
  const factor = discountFactor({ year: list.length, rate });
  return added(list.map((flow) => flow.abs())).times(factor.gt(1) ? factor : 1);
}

describe("net present value", () => {
  test("of a sum of plans is the sum of theirs, and of a multiple the multiple", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(pennies, pennies), { minLength: 1, maxLength: 40 }),
        rates,
        timings,
        (pairs, rate, timing) => {
          const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
          const both = npv({ flows: pairs.map(([a, b]) => a.plus(b.times(3))), rate, timing });
          const apart = npv({ flows: one, rate, timing }).plus(npv({ flows: other, rate, timing }).times(3));
          expectSame(both, apart, most(one, rate).plus(most(other, rate).times(3)));
        },
      ),
    );
  });

  test("is the plain sum at a rate of nil", () => {
    fc.assert(
      fc.property(flows, timings, (list, timing) => {
        expect(npv({ flows: list, rate: 0, timing }).toString()).toBe(added(list).toString());
      }),
    );
  });

  test("with flows at the end of their years, times one plus the rate, is that with flows at the start", () => {
    fc.assert(
      fc.property(flows, rates, (list, rate) => {
        const growth = decimal(rate.replace("%", "")).div(100).plus(1);
        const start = npv({ flows: list, rate });
        expectSame(npv({ flows: list, rate, timing: "end" }).times(growth), start, most(list, rate));
        const middle = npv({ flows: list, rate, timing: "middle" });
        expectSame(middle.times(growth.sqrt()), start, most(list, rate));
      }),
    );
  });

  test("is divided by one plus the rate where every flow moves a year later", () => {
    fc.assert(
      fc.property(flows, rates, timings, (list, rate, timing) => {
        const growth = decimal(rate.replace("%", "")).div(100).plus(1);
        const later = npv({ flows: [0, ...list], rate, timing });
        expectSame(later.times(growth), npv({ flows: list, rate, timing }), most(list, rate));
      }),
    );
  });

  test("of flows 365 days apart is that of flows by year", () => {
    fc.assert(
      fc.property(flows, rates, (list, rate) => {
        const dated = list.map((amount, year) => ({
          date: new Date(Date.UTC(1990, 0, 1) + year * 365 * 86_400_000).toISOString().slice(0, 10),
          amount,
        }));
        expectSame(xnpv({ flows: dated, rate }), npv({ flows: list, rate }), most(list, rate));
      }),
    );
  });
});

describe("discount factors", () => {
  const bands = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), rates), { minLength: 1, maxLength: 4 })
    .map((steps) => {
      let from = 1 - (steps[0]?.[0] ?? 0);
      return steps.map(([wait, rate]) => {
        from += wait;
        return { from, rate };
      });
    });

  test("fall from year to year by the rate of the band that the year is in", () => {
    fc.assert(
      fc.property(bands, fc.integer({ min: 1, max: 100 }), (list, year) => {
        const rate = list.filter(({ from }) => from <= year).at(-1)?.rate ?? "";
        const growth = decimal(rate.replace("%", "")).div(100).plus(1);
        const factor = discountFactor({ year: year - 1, rate: list });
        expectSame(discountFactor({ year, rate: list }).times(growth), factor, factor);
      }),
    );
  });

  test("add up to the annuity factor, which is what a pound a year is worth", () => {
    fc.assert(
      fc.property(bands, fc.integer({ min: 1, max: 60 }), (list, years) => {
        const pounds = Array<number>(years).fill(1);
        const factor = annuityFactor({ years, rate: list });
        expectSame(factor, npv({ flows: pounds, rate: list, timing: "end" }), factor);
        const early = annuityFactor({ years, rate: list, "payments at": "beginning" });
        expectSame(early, npv({ flows: pounds, rate: list }), early);
      }),
      { numRuns: 50 },
    );
  });
});
