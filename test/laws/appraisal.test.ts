import fc from "fast-check";
import { type Decimal, decimal, evaluate, type Programme, rollUp } from "invest-to-save";
import { type AppraisalOptions, appraise, measures } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

const nil = decimal(0);
const rates = fc.integer({ min: 0, max: 2_000 }).map((n) => decimal(n).div(10_000));
const programmes = plans().map(built);
const few = { numRuns: 40 };

function appraisedRow(programme: Programme, id: string, options: AppraisalOptions): readonly Decimal[] {
  const row = evaluate(appraise(programme, options)).rows.get(`appraisal.${id}`);
  return (row ?? expect.fail(`no row ${id}`)).values.map((value) => value ?? nil);
}

function added(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), nil);
}

describe("in any appraisal", () => {
  test("the lines and totals of the programme stay as they were", () => {
    fc.assert(
      fc.property(programmes, rates, (programme, rate) => {
        const [plain, appraised] = [evaluate(programme), evaluate(appraise(programme, { rate }))];
        for (const [id, { values }] of plain.rows)
          expect(appraised.rows.get(id)?.values.join()).toBe(values.join());
      }),
      few,
    );
  });

  test("a rate of nil makes the net present value the plain sum of the net", () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        const [value] = appraisedRow(programme, "net-present-value", { rate: 0 });
        const net = appraisedRow(programme, "net", { rate: 0 });
        expectSame(value, added(net), largestIn(evaluate(programme)));
      }),
      few,
    );
  });

  test("flows at the end of the year are worth what they are worth at its start over one plus the rate", () => {
    fc.assert(
      fc.property(programmes, rates, (programme, rate) => {
        const [start] = appraisedRow(programme, "net-present-value", { rate });
        const [end] = appraisedRow(programme, "net-present-value", { rate, timing: "end" });
        expectSame(end?.times(rate.plus(1)), start, largestIn(evaluate(programme)));
      }),
      few,
    );
  });

  test("the net of every period is what is saved and comes in from others, less what is paid", () => {
    fc.assert(
      fc.property(programmes, rates, (programme, rate) => {
        const [cost, saving, income, net] = ["cost", "saving", "income", "net"].map((id) =>
          appraisedRow(programme, id, { rate }),
        );
        const largest = largestIn(evaluate(programme));
        for (const [period, value] of (net ?? []).entries()) {
          const made = saving?.[period]?.plus(income?.[period] ?? nil).minus(cost?.[period] ?? nil);
          expectSame(value, made, largest);
        }
      }),
      few,
    );
  });

  test("the nets of all bodies sum to all savings less all costs", () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        const appraised = appraise(programme);
        const table = evaluate(appraised);
        const total = (id: string) => table.rows.get(id)?.total ?? nil;
        const nets = added(appraised.appraisal.agencies.map(({ net }) => total(net)));
        expectSame(nets, total("total-saving").minus(total("total-cost")), largestIn(table));
      }),
      few,
    );
  });

  test("the yearly changes of the budget, summed so far, are the budget to find in the year, and so is each part of it", () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        const exact = evaluate(appraise(programme));
        const table = exact.timeline.grain === "year" ? exact : rollUp(exact);
        const values = (id: string) => table.rows.get(`appraisal.${id}`)?.values ?? [];
        const parts = [...table.rows.keys()].flatMap((id) => /^appraisal\.change-(.*)$/.exec(id)?.[1] ?? []);
        const pairs = parts.map((part) => [`change-${part}`, `budget-${part}`] as const);
        for (const [changes, amount] of [...pairs, ["budget-change", "budget-to-find"] as const]) {
          let sum = nil;
          for (const [year, change] of values(changes).entries()) {
            sum = sum.plus(change ?? nil);
            expectSame(sum, values(amount)[year], largestIn(exact));
          }
        }
      }),
      few,
    );
  });

  test("every measure in pounds is an amount, and no measure is ever not a number", () => {
    fc.assert(
      fc.property(programmes, rates, (programme, rate) => {
        for (const { value, words } of measures(appraise(programme, { rate }))) {
          expect(words).not.toMatch(/NaN|Infinity|undefined/);
          if (value !== undefined) expect(value.isFinite()).toBe(true);
        }
      }),
      few,
    );
  });
});
