import fc from "fast-check";
import { decimal } from "invest-to-save";
import { irr, npv, type RatesOfReturn, xirr, xnpv } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";
import { polynomialOf } from "../../src/appraisal/functions/roots/polynomial.ts";
import { exactRoots, type Place, sparseRoots } from "../../src/appraisal/functions/roots/roots.ts";

/** What a growth in a period comes to, in percent: 110 is a rate of 10%. */
const growths = fc.array(fc.integer({ min: 30, max: 200 }), { minLength: 1, maxLength: 7 });

/** Factors of a plan that are worth nothing at no rate: complex roots, or growth below nil. */
const rootless = fc.constantFrom([1n], [1n, 0n, 1n], [7n, 5n], [3n, -3n, 2n], [100n, -199n, 100n]);

function product(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const result = Array<bigint>(a.length + b.length - 1).fill(0n);
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) result[i + j] = (result[i + j] ?? 0n) + x * y;
  return result;
}

/** Flows, first to last, that are worth nothing at these growths and at no other. */
function planned(percents: readonly number[], beside: readonly bigint[]): string[] {
  const factors = percents.map((percent) => [100n, BigInt(-percent)]);
  return factors.reduce<readonly bigint[]>(product, beside).map(String);
}

/** The rates of an answer, with a star for those that only touch. */
function said({ roots }: RatesOfReturn): string[] {
  return roots.map(({ rate, touches }) => `${rate.toFixed()}${touches ? "*" : ""}`);
}

const pennies = fc
  .integer({ min: -9_000_000_000, max: 9_000_000_000 })
  .map((amount) => decimal(amount).div(100));
const flows = fc.array(pennies, { minLength: 1, maxLength: 24 });
const days = fc.integer({ min: 0, max: 14_600 });
const dated = fc.array(fc.record({ day: days, amount: pennies }), { minLength: 1, maxLength: 14 });

function on(list: readonly { readonly day: number; readonly amount: { toString(): string } }[]) {
  const start = Date.UTC(2019, 11, 31);
  return list.map(({ day, amount }) => ({
    date: new Date(start + day * 86_400_000).toISOString().slice(0, 10),
    amount: amount.toString(),
  }));
}

/** Rates from close to a total loss to a thousandfold gain. */
const ladder = [
  "-0.99",
  "-0.9",
  "-0.7",
  "-0.5",
  "-0.35",
  "-0.2",
  "-0.1",
  "-0.05",
  "-0.02",
  "-0.005",
  "0.003",
  "0.012",
]
  .concat([
    "0.031",
    "0.055",
    "0.08",
    "0.11",
    "0.15",
    "0.21",
    "0.3",
    "0.45",
    "0.7",
    "1.1",
    "2",
    "4",
    "12",
    "150",
  ])
  .map((rate) => decimal(rate));

/** Expects that from each rate to the next the sign of the worth changes as often as roots between them are crossed. */
function expectSigns(
  found: RatesOfReturn,
  worth: (rate: string) => { isZero(): boolean; isNegative(): boolean },
): void {
  // With a sign of percent: a plain rate above 1 is taken for a slip.
  const signs = ladder.map((rate) => worth(`${rate.times(100).toFixed()}%`));
  for (const [at, sign] of signs.entries()) {
    const [low, high, next] = [ladder[at], ladder[at + 1], signs[at + 1]];
    if (low === undefined || high === undefined || next === undefined || sign.isZero() || next.isZero())
      continue;
    const crossed = found.roots.filter(
      ({ rate, touches }) => !touches && rate.gt(low) && rate.lt(high),
    ).length;
    expect(crossed % 2 === 1, `${crossed} between ${low} and ${high}`).toBe(
      sign.isNegative() !== next.isNegative(),
    );
  }
}

function expectNil({ roots, gross }: RatesOfReturn): void {
  for (const { rate, residual } of roots) {
    expect(rate.gt(-1)).toBe(true);
    expect(residual.abs().lte(gross.times("1e-9"))).toBe(true);
  }
}

describe("the internal rates of return", () => {
  test("are exactly those that a plan was made to have, each told to be crossed or touched", () => {
    fc.assert(
      fc.property(growths, rootless, (percents, beside) => {
        const times = new Map<number, number>();
        for (const percent of percents) times.set(percent, (times.get(percent) ?? 0) + 1);
        const wanted = [...times].sort(([a], [b]) => a - b);
        const expected = wanted.map(
          ([percent, count]) =>
            `${decimal(percent).div(100).minus(1).toFixed()}${count % 2 === 0 ? "*" : ""}`,
        );
        expect(said(irr({ flows: planned(percents, beside) }))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("are the same digits whatever the unit and the sign of the amounts", () => {
    fc.assert(
      fc.property(flows, fc.constantFrom("1000", "0.000001", "-1", "37.5"), (list, unit) => {
        const scaled = irr({ flows: list.map((flow) => flow.times(unit)) });
        expect(said(scaled)).toEqual(said(irr({ flows: list })));
      }),
    );
  });

  test("do not change where all flows come later", () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 1, max: 9 }), (list, later) => {
        expect(said(irr({ flows: [...Array(later).fill(0), ...list] }))).toEqual(said(irr({ flows: list })));
      }),
      { numRuns: 50 },
    );
  });

  test("leave as good as nothing, and between them the worth of the flows keeps its sign", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const found = irr({ flows: list });
        expectNil(found);
        if (found.answer !== "no root" || found.reason !== "all flows are nil")
          expectSigns(found, (rate) => npv({ flows: list, rate }));
      }),
    );
  });

  test("are never there without a reason for it", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const found = irr({ flows: list });
        const signs = new Set(list.filter((flow) => !flow.isZero()).map((flow) => flow.isNegative()));
        if (signs.size === 0) expect(found).toMatchObject({ reason: "all flows are nil", roots: [] });
        else if (signs.size === 1) expect(found).toMatchObject({ reason: "no change of sign", roots: [] });
        else if (found.answer === "no root") expect(found.reason).toBe("no root found above -100%");
        else expect(found.roots.length > 1).toBe(found.answer === "several roots");
      }),
    );
  });
});

describe("the internal rates of return of dated flows", () => {
  test("are those of the flows by year where they lie whole years of 365 days apart", () => {
    fc.assert(
      fc.property(growths, rootless, (percents, beside) => {
        const list = planned(percents, beside);
        const apart = on(list.map((amount, year) => ({ day: year * 365, amount })));
        expect(said(xirr({ flows: apart }))).toEqual(said(irr({ flows: list })));
      }),
      { numRuns: 100 },
    );
  });

  test("do not depend on the order of the flows, nor on their unit; no more does their present value", () => {
    const shuffled = dated.chain((list) =>
      fc.record({ list: fc.constant(list), other: fc.shuffledSubarray(list, { minLength: list.length }) }),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom("1000", "0.000001", "-1"), ({ list, other }, unit) => {
        const scaled = other.map(({ day, amount }) => ({ day, amount: amount.times(unit) }));
        expect(said(xirr({ flows: on(scaled) }))).toEqual(said(xirr({ flows: on(list) })));
        const worth = (flows: typeof list) => xnpv({ flows: on(flows), rate: "3.5%" }).toString();
        expect(worth(other)).toBe(worth(list));
      }),
    );
  });

  test("do not change where a flow is taken apart within its day", () => {
    fc.assert(
      fc.property(dated, pennies, (list, part) => {
        const [first] = list;
        fc.pre(first !== undefined);
        const apart = [
          { day: first.day, amount: first.amount.minus(part) },
          ...list.slice(1),
          { day: first.day, amount: part },
        ];
        expect(said(xirr({ flows: on(apart) }))).toEqual(said(xirr({ flows: on(list) })));
      }),
    );
  });

  test("leave as good as nothing, and between them the worth of the flows keeps its sign", () => {
    fc.assert(
      fc.property(dated, (list) => {
        const found = xirr({ flows: on(list) });
        expectNil(found);
        if (found.answer !== "no root" || found.reason !== "all flows are nil")
          expectSigns(found, (rate) => xnpv({ flows: on(list), rate }));
      }),
      { numRuns: 60 },
    );
  });
});

test("both ways of finding rates, by intervals and by turning points, find the same", () => {
  const steps = fc.array(fc.record({ step: fc.nat({ max: 60 }), amount: pennies }), {
    minLength: 2,
    maxLength: 10,
  });
  fc.assert(
    fc.property(steps, (list) => {
      const polynomial = polynomialOf(list);
      fc.pre(polynomial.coefficients.length > 1);
      const digits = (places: readonly Place[]) =>
        places.map(({ root, touches }) => `${root.toSignificantDigits(32)}${touches ? "*" : ""}`);
      expect(digits(sparseRoots(polynomial))).toEqual(digits(exactRoots(polynomial)));
    }),
  );
});
