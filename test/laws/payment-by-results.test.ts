import fc from "fast-check";
import { decimal, funding } from "invest-to-save";
import { type PaymentByResultsOptions, paymentByResults } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { added, met, needs, pence, pounds, times, valuesOf } from "./funded.ts";
import { byYear, expectSameYears, from, wholeYears } from "./saving-lines.ts";

const percent = fc.integer({ min: 0, max: 100 }).map((part) => `${part}%`);

const drawn = fc.record({
  need: needs,
  number: fc.integer({ min: 0, max: 5_000 }),
  of: fc
    .integer({ min: 1, max: 12 })
    .chain((of) => fc.record({ parts: fc.integer({ min: 0, max: of }), of: fc.constant(of) })),
  fee: pence.map(pounds),
  payment: pence.map(pounds),
  attainment: percent,
  periods: fc.nat({ max: 3 }),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function optionsOf(drawn: Drawn, scale = 1): PaymentByResultsOptions {
  const { need, number, of, fee, payment, attainment, periods } = drawn;
  const lag = `${periods} ${need.timeline.grain}s` as const;
  return {
    number,
    "paid for": of,
    "attachment fee": times(fee, scale),
    "result payment": times(payment, scale),
    attainment,
    lag,
  };
}

describe("payment by results", () => {
  test("is the fee for all, and the payment for those that come to a result, so many periods later", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = met(of.need, paymentByResults(optionsOf(of)));
        const largest = largestIn(table);
        const months = { year: 12, quarter: 3, month: 1 }[of.need.timeline.grain];
        const each = decimal(of.number).times(months).div(12).times(of.of.parts).div(of.of.of);
        const attained = decimal(of.attainment.slice(0, -1)).div(100);
        for (const [period, paid] of valuesOf(table, "fund").entries()) {
          const results = period < of.periods ? decimal(0) : each.times(attained).times(of.payment);
          expectSame(paid, each.times(of.fee).plus(results), largest);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("is the same in all, however the pounds of a unit are parted between fee and payment, if all come to a result", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const all = { ...of, attainment: "100%", periods: 0 };
        const whole = decimal(of.fee).plus(of.payment).toFixed();
        const parted = met(of.need, paymentByResults(optionsOf(all)));
        const feeOnly = met(of.need, paymentByResults(optionsOf({ ...all, fee: whole, payment: "0" })));
        expectSame(
          added(valuesOf(parted, "fund")),
          added(valuesOf(feeOnly, "fund")),
          largestIn(parted, feeOnly),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("is the same in a year on every timeline, so many whole years later", () => {
    const numbers = byYear(fc.integer({ min: 0, max: 5_000 }));
    fc.assert(
      fc.property(drawn, numbers, wholeYears, (of, taken, lag) => {
        const driver = paymentByResults({ ...optionsOf(of), number: from(taken), lag });
        expectSameYears(driver, funding("Line", driver));
      }),
      { numRuns: 40 },
    );
  });

  test("is a thousand times as much where all money is a thousand times as much", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const one = met(of.need, paymentByResults(optionsOf(of)));
        const thousand = met(of.need, paymentByResults(optionsOf(of, 1000)), [], 1000);
        const larger = valuesOf(thousand, "fund");
        for (const [period, value] of valuesOf(one, "fund").entries())
          expectSame(value.times(1000), larger[period], largestIn(thousand));
      }),
      { numRuns: 20 },
    );
  });
});
