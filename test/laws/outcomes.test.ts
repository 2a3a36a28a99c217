import fc from "fast-check";
import { decimal } from "invest-to-save";
import { type OutcomesOptions, outcomes } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import {
  added,
  aYearOn,
  byYear,
  expectSameYears,
  expectValues,
  from,
  heads,
  lengthOf,
  price,
  row,
  share,
  wholeYears,
  worked,
} from "./saving-lines.ts";

type Deadweight = OutcomesOptions["deadweight"];
const conventions = ["share", "points", "rising"] as const;
const named = (convention: (typeof conventions)[number], amount: string | number) =>
  ({ [convention]: amount }) as unknown as Deadweight;

const model: fc.Arbitrary<OutcomesOptions> = fc
  .record({
    target: byYear(heads),
    shares: fc.tuple(share, share, share, share),
    deadweight: fc.tuple(fc.constantFrom(...conventions), share),
    cost: price,
    lag: wholeYears,
    duration: fc.integer({ min: 1, max: 6 }).chain(lengthOf),
    ramp: fc.tuple(share),
    lost: share,
    first: fc.integer({ min: 0, max: 100 }),
    cashable: share,
  })
  .map(({ target, shares: [affected, engagement, retention, impact], deadweight, cost, lag, ...rest }) => ({
    target: from(target),
    affected,
    engagement,
    retention,
    impact,
    deadweight: named(...deadweight),
    "unit cost": cost,
    lag,
    duration: rest.duration,
    ramp: rest.ramp,
    "drop-off": rest.lost,
    agencies: { Council: `${rest.first}%`, Health: `${100 - rest.first}%` },
    cashable: rest.cashable,
  }));

describe("outcomes", () => {
  test("save the same in a year, by year, by quarter and by month", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(model, (options) => expectSameYears(outcomes(options))),
      { numRuns: 50 },
    );
  });

  test("fall to the agencies in parts that sum to the whole", () => {
    fc.assert(
      fc.property(model, (options) => {
        const table = worked(outcomes(options));
        expectValues(added(row(table, "part-of-council"), row(table, "part-of-health")), row(table), table);
      }),
    );
  });

  test("are worth twice as much at twice the unit cost", () => {
    fc.assert(
      fc.property(model, (options) => {
        const once = worked(outcomes(options));
        const cost = decimal(options["unit cost"] as number).times(2);
        const twice = worked(outcomes({ ...options, "unit cost": cost }));
        for (const name of ["gross-benefit", "net-benefit", ""])
          expectValues(
            row(twice, name),
            row(once, name).map((value) => value.times(2)),
            twice,
          );
      }),
    );
  });

  test("are net what they are gross where nothing would have happened anyway, by any convention", () => {
    fc.assert(
      fc.property(model, fc.constantFrom(...conventions), (options, convention) => {
        const table = worked(outcomes({ ...options, deadweight: named(convention, 0) }));
        expectValues(row(table, "net-outcomes"), row(table, "gross-outcomes"), table);
        expectValues(row(table, "net-benefit"), row(table, "gross-benefit"), table);
      }),
    );
  });

  test("have the same deadweight as a share and as a rising share in a benefit of one year", () => {
    fc.assert(
      fc.property(model, share, (options, amount) => {
        const one = { ...options, duration: 1 };
        const shared = worked(outcomes({ ...one, deadweight: named("share", amount) }));
        const rising = worked(outcomes({ ...one, deadweight: named("rising", amount) }));
        expectValues(row(rising, "net-benefit"), row(shared, "net-benefit"), shared);
      }),
    );
  });

  test("are never worth more by a rising share than by a share, nor net more than gross", () => {
    fc.assert(
      fc.property(model, share, (options, amount) => {
        const shared = worked(outcomes({ ...options, deadweight: named("share", amount) }));
        const rising = worked(outcomes({ ...options, deadweight: named("rising", amount) }));
        for (const [at, value] of row(rising, "net-benefit").entries()) {
          expect(value.lte(row(shared, "net-benefit")[at] ?? 0)).toBe(true);
          expect(value.isNegative() && !value.isZero()).toBe(false);
          expect(row(shared, "net-benefit")[at]?.lte(row(shared, "gross-benefit")[at] ?? 0)).toBe(true);
        }
      }),
    );
  });

  test("save the same a year later when they come a year later, and with a year more of lag", () => {
    fc.assert(
      fc.property(model, byYear(heads), fc.integer({ min: 0, max: 2 }), (options, target, lag) => {
        const now = worked(outcomes({ ...options, target: from(target), lag }));
        const later = worked(outcomes({ ...options, target: from(target, 1), lag }));
        const lagging = worked(outcomes({ ...options, target: from(target), lag: lag + 1 }));
        expectValues(row(later), aYearOn(row(now)), now);
        expectValues(row(lagging), aYearOn(row(now)), now);
      }),
    );
  });
});
