import fc from "fast-check";
import { check, decimal, funding, periodMonths, saving, type Table } from "invest-to-save";
import { type AdvanceOptions, advance } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { added, amountsIn, met, type Need, needs, valuesOf } from "./funded.ts";
import { byYear, expectSameYears, from, lengthOf, wholeYears } from "./saving-lines.ts";

const interest = fc.option(
  fc.integer({ min: 0, max: 2_000 }).map((points) => `${points / 100}%`),
  { nil: undefined },
);

/** Draws in the first periods, and a term that ends within the timeline. */
const inTime = needs
  .filter(({ timeline }) => timeline.count > 1)
  .chain((need) => {
    const { timeline } = need;
    const last = timeline.count - 1;
    return fc.nat({ max: last - 1 }).chain((drawn) =>
      fc.nat({ max: last - drawn - 1 }).chain((holiday) =>
        fc.record({
          need: fc.constant(need),
          draws: amountsIn({ ...timeline, count: drawn + 1 }),
          holiday: fc.constant(holiday),
          periods: fc.integer({ min: 1, max: last - drawn - holiday }),
          interest,
          repay: fc.constantFrom("equal" as const, "annuity" as const),
        }),
      ),
    );
  });

const fromSavings = fc.record({
  need: needs,
  holiday: fc.nat({ max: 3 }),
  interest,
  percent: fc.integer({ min: 0, max: 100 }),
  draws: fc.constant({}),
});

interface Terms {
  readonly need: Need;
  readonly draws: Record<string, string>;
  readonly holiday: number;
  readonly interest: string | undefined;
}

/** The options of an advance, with a holiday of so many periods. */
function optionsOf(of: Terms) {
  const { draws, holiday, need } = of;
  return {
    draws: draws as AdvanceOptions["draws"],
    holiday: `${holiday} ${need.timeline.grain}s`,
    ...(of.interest === undefined ? {} : { interest: of.interest }),
  };
}

function expectCorkscrew(table: Table): void {
  const row = (id: string) => (table.rows.has(id) ? valuesOf(table, id) : []);
  const nil = decimal(0);
  let before = nil;
  for (const [period, closing] of row("fund.closing-balance").entries()) {
    const at = (id: string) => row(id)[period] ?? nil;
    expectSame(at("fund.opening-balance"), before, largestIn(table));
    const made = before.plus(at("fund")).plus(at("fund.interest-charged")).minus(at("repayment-of-fund"));
    expectSame(closing, made, largestIn(table));
    expect(closing.gte(0)).toBe(true);
    expect(at("repayment-of-fund").gte(0)).toBe(true);
    before = closing;
  }
}

function failed(table: Table, label: string): boolean {
  return check(table).findings.some((finding) => finding.label === label && !finding.holds);
}

describe("an advance in equal or annuity instalments", () => {
  test("ends at exactly nil, in the last period of its term", () => {
    fc.assert(
      fc.property(inTime, ({ periods, repay, ...of }) => {
        const { need } = of;
        const over = decimal(periods).times(periodMonths(need.timeline)).div(12);
        const table = met(need, advance({ ...optionsOf(of), repay, over }));
        expect(valuesOf(table, "fund.closing-balance").at(-1)?.toFixed()).toBe("0");
        expect(failed(table, "Fund is repaid by the end of the model")).toBe(false);
        expectCorkscrew(table);
      }),
      { numRuns: 60 },
    );
  });

  test("is repaid in as many payments as its term has at most, none above the one before by a penny", () => {
    fc.assert(
      fc.property(inTime, ({ periods, ...of }) => {
        const { need } = of;
        const over = decimal(periods).times(periodMonths(need.timeline)).div(12);
        const table = met(need, advance({ ...optionsOf(of), repay: "annuity", over }));
        const paid = valuesOf(table, "repayment-of-fund").filter((value) => value.gt(0));
        expect(paid.length).toBeLessThanOrEqual(periods);
        // What is as good as a whole penny is not rounded up to the next, so that the last may carry a part of one.
        for (const [at, value] of paid.entries())
          expect(value.lt((paid[at - 1] ?? value).plus("0.01"))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("repays what was drawn and the interest, no more and no less", () => {
    fc.assert(
      fc.property(inTime, ({ periods, repay, ...of }) => {
        const { need } = of;
        const over = decimal(periods).times(periodMonths(need.timeline)).div(12);
        const table = met(need, advance({ ...optionsOf(of), repay, over }));
        const charged = table.rows.has("fund.interest-charged")
          ? valuesOf(table, "fund.interest-charged")
          : [];
        const owed = added([...valuesOf(table, "fund"), ...charged]);
        expectSame(added(valuesOf(table, "repayment-of-fund")), owed, largestIn(table));
      }),
      { numRuns: 30 },
    );
  });
});

describe("an advance repaid from savings", () => {
  const drawn = fromSavings.chain((of) => amountsIn(of.need.timeline, 3).map((draws) => ({ ...of, draws })));

  test("ends at nil, or fails its condition; and never takes more than its share of the savings", () => {
    fc.assert(
      fc.property(drawn, ({ percent, ...of }) => {
        const share = `${percent}%`;
        const options = {
          ...optionsOf(of),
          repay: "share of savings",
          savings: { of: "Beds", share },
        } as const;
        const table = met(of.need, advance(options));
        const rest = valuesOf(table, "fund.closing-balance").at(-1) ?? decimal(0);
        // Less than a tenth of a penny is as good as nil to a condition.
        if (rest.isZero()) expect(failed(table, "Fund is repaid by the end of the model")).toBe(false);
        else if (rest.gte("0.1")) expect(failed(table, "Fund is repaid by the end of the model")).toBe(true);
        const savings = valuesOf(table, "beds");
        for (const [period, repaid] of valuesOf(table, "repayment-of-fund").entries())
          expect(repaid.lte((savings[period] ?? decimal(0)).times(percent).div(100))).toBe(true);
        expect(failed(table, "Fund: the savings cover its repayment")).toBe(false);
        expectCorkscrew(table);
      }),
      { numRuns: 50 },
    );
  });
});

test("costs and repayments, less funding and savings, are the balance with an advance", () => {
  fc.assert(
    fc.property(inTime, ({ periods, repay, ...of }) => {
      const { need } = of;
      const over = decimal(periods).times(periodMonths(need.timeline)).div(12);
      const table = met(need, advance({ ...optionsOf(of), repay, over }));
      const at = (id: string, period: number) => valuesOf(table, id)[period] ?? decimal(0);
      for (const [period, balance] of valuesOf(table, "balance").entries()) {
        const needed = at("staff", period).plus(at("rent", period)).plus(at("repayment-of-fund", period));
        expectSame(balance, needed.minus(at("fund", period)).minus(at("beds", period)), largestIn(table));
      }
    }),
    { numRuns: 30 },
  );
});

/** Amounts by year that are whole pounds in every month, however many years up to three they are repaid over. */
const even = byYear(fc.integer({ min: 0, max: 1_000 }).map((parts) => 72 * parts));

test("an advance without interest owes the same at the end of a year on every timeline", {
  timeout: 60_000,
}, () => {
  const terms = fc.record({
    repay: fc.constantFrom("equal" as const, "annuity" as const, "share of savings" as const),
    over: fc.integer({ min: 1, max: 3 }).chain(lengthOf),
    holiday: wholeYears,
  });
  fc.assert(
    fc.property(even, even, terms, ([first = 0, second = 0], saved, { over, holiday, repay }) => {
      const term = repay === "share of savings" ? { savings: { of: "Beds" } } : { over };
      const driver = advance({ draws: from([first, second]), repay, holiday, ...term });
      expectSameYears(driver, saving("Beds", from(saved)), funding("Fund", driver));
    }),
    { numRuns: 30 },
  );
});
