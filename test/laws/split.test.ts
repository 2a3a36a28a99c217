import fc from "fast-check";
import { type Decimal, decimal, roundTo, split } from "invest-to-save";
import { describe, expect, test } from "vitest";

const nil = decimal(0);
const weights = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 24,
  })
  .filter((list) => list.some((weight) => weight > 1e-20))
  .map((list) => list.map((weight) => decimal(weight).toDecimalPlaces(15)))
  .filter((list) => list.some((weight) => weight.gt(0)));
const units = fc.constantFrom("0.01", "1", "1000");
const pence = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map((n) => decimal(n).div(100));

function added(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => sum.plus(part), nil);
}

describe("an amount that is split", () => {
  test.each([
    ["no weight", 1, []],
    ["a weight below nil", 1, [2, -1]],
    ["weights of nil", 1, [0, 0]],
  ])("is refused for %s", (_, total, shares) => {
    expect(() => split(total, shares)).toThrow("out-of-range: a total cannot be split by these weights");
  });

  test.each([
    ["a weight that is no number", 1, ["half"], "weights > 0 cannot be “half”"],
    ["an amount without end", decimal(1).div(0), [1], "total cannot be an amount without end"],
    ["a weight that is nothing", 1, [Number.NaN], "weights > 0"],
  ])("is refused for %s, by its place", (_, total, shares, words) => {
    expect(() => split(total, shares)).toThrow(`not-a-number: ${words}`);
  });

  test("is the sum of its parts, to the last digit", () => {
    fc.assert(
      fc.property(pence, weights, units, (total, shares, unit) => {
        expect(added(split(total, shares, unit)).toFixed()).toBe(total.toFixed());
      }),
    );
  });

  test("splits as a repayment as it does as a payment, with the other sign", () => {
    fc.assert(
      fc.property(pence, weights, units, (total, shares, unit) => {
        const back = split(total.negated(), shares, unit).map((part) => part.negated().plus(0).toFixed());
        expect(back).toEqual(split(total, shares, unit).map((part) => part.toFixed()));
      }),
    );
  });

  test("gives each part no less and no more than one unit beside its exact share, where it is whole units", () => {
    fc.assert(
      fc.property(pence, weights, units, (rough, shares, unit) => {
        const total = roundTo(rough, decimal(unit));
        const weight = added(shares);
        for (const [at, part] of split(total, shares, unit).entries()) {
          const exact = total.times(shares[at] ?? nil).div(weight);
          expect(part.minus(exact).abs().lt(unit)).toBe(true);
          expect(part.div(unit).isInteger()).toBe(true);
        }
      }),
    );
  });

  test("gives what it has beyond whole units to the heaviest part, and whole units to all others", () => {
    fc.assert(
      fc.property(pence, weights, units, (total, shares, unit) => {
        const heaviest = shares.reduce((best, share, at) => (share.gt(shares[best] ?? nil) ? at : best), 0);
        const weight = added(shares);
        for (const [at, part] of split(total, shares, unit).entries()) {
          const exact = total.times(shares[at] ?? nil).div(weight);
          expect(
            part
              .minus(exact)
              .abs()
              .lt(decimal(unit).times(at === heaviest ? 2 : 1)),
          ).toBe(true);
          if (at !== heaviest) expect(part.div(unit).isInteger()).toBe(true);
        }
      }),
    );
  });

  test("gives nothing to a part without weight, and nothing of the other sign to any", () => {
    fc.assert(
      fc.property(pence, weights, units, (total, shares, unit) => {
        for (const [at, part] of split(total, shares, unit).entries()) {
          if (shares[at]?.isZero()) expect(part.toFixed()).toBe("0");
          expect(part.times(total).gte(0)).toBe(true);
        }
      }),
    );
  });

  test("gives the units that are left to the largest remainders, the earlier of equals first, as counted in whole numbers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc
          .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 })
          .filter((list) => list.some(Boolean)),
        (pennies, shares) => {
          const weight = shares.reduce((total, share) => total + share, 0);
          const parts = shares.map((share) => Math.floor((pennies * share) / weight));
          const left = pennies - parts.reduce((total, part) => total + part, 0);
          const order = shares
            .map((share, at) => ({ at, remainder: (pennies * share) % weight }))
            .filter(({ at }) => shares[at] !== 0)
            .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
          for (const { at } of order.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1;
          const given = split(decimal(pennies).div(100), shares);
          expect(given.map((part) => part.times(100).toFixed())).toEqual(parts.map(String));
        },
      ),
    );
  });
});
