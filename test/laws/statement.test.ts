import fc from "fast-check";
import { type Decimal, decimal, evaluate, idOf, type Kind, type Table } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { built, groupsOf, linesOf, type Plan } from "./plan.ts";
import { labelsOf, plans } from "./programmes.ts";

const nil = decimal(0);

function valuesOf(table: Table, id: string): readonly Decimal[] {
  const row = table.rows.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.values.map((value) => value ?? nil);
}

function totalOf(table: Table, id: string): Decimal {
  return table.rows.get(id)?.total ?? expect.fail(`no total of ${id}`);
}

function added(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), nil);
}

function idsOf(plan: Plan, kind: Kind): string[] {
  return linesOf(plan.parts).flatMap((line) => (line.kind === kind ? [idOf(line.label)] : []));
}

describe("in any statement", () => {
  test("costs and repayments, less funding and savings, are the balance in every period and in total", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const table = evaluate(built(plan));
        const largest = largestIn(table);
        const kind = (of: Kind, period: number) =>
          added(idsOf(plan, of).map((id) => valuesOf(table, id)[period] ?? nil));
        for (const [period, balance] of valuesOf(table, "balance").entries()) {
          const needed = kind("cost", period).plus(kind("repayment", period));
          expectSame(balance, needed.minus(kind("funding", period)).minus(kind("saving", period)), largest);
        }
        const whole = (of: Kind) => added(idsOf(plan, of).map((id) => totalOf(table, id)));
        const left = whole("cost").plus(whole("repayment")).minus(whole("funding")).minus(whole("saving"));
        expectSame(totalOf(table, "balance"), left, largest);
      }),
      { numRuns: 50 },
    );
  });

  test("the totals across equal the totals down", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const table = evaluate(built(plan));
        const largest = largestIn(table);
        const sections = { cost: "total-cost", saving: "total-saving", funding: "funding-before-savings" };
        for (const [kind, total] of Object.entries(sections)) {
          const across = added(idsOf(plan, kind as Kind).map((id) => totalOf(table, id)));
          const down = added(valuesOf(table, total));
          expectSame(across, down, largest);
          expectSame(totalOf(table, total), down, largest);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("every subtotal is the sum of the lines under it, and every total of what it says it adds up", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const programme = built(plan);
        const table = evaluate(programme);
        const largest = largestIn(table);
        for (const group of groupsOf(plan.parts)) {
          if (group.subtotal === undefined) continue;
          const lines = linesOf(group.parts).map(({ label }) => valuesOf(table, idOf(label)));
          for (const [period, value] of valuesOf(table, idOf(group.subtotal)).entries()) {
            expectSame(value, added(lines.map((line) => line[period] ?? nil)), largest);
          }
        }
        for (const { total, plus, minus } of programme.sums) {
          const at = (ids: readonly string[], period: number) =>
            added(ids.map((id) => valuesOf(table, id)[period] ?? nil));
          for (const [period, value] of valuesOf(table, total).entries()) {
            expectSame(value, at(plus, period).minus(at(minus, period)), largest);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("every line is printed once, under the headings it was put under", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const { statement } = built(plan);
        const printed = statement.flatMap((item) => (item.item === "row" ? [item.row] : []));
        expect(new Set(printed).size).toBe(printed.length);
        for (const { label } of linesOf(plan.parts)) expect(printed).toContain(idOf(label));
        const headings = statement.flatMap((item) =>
          item.item === "heading" && item.depth > 0 ? [item.label] : [],
        );
        expect([...headings].sort()).toEqual(
          groupsOf(plan.parts)
            .map(({ label }) => label)
            .sort(),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("a balancing line", () => {
  const family = plans().filter((plan) => linesOf(plan.parts).some(({ does }) => does.driver === "balances"));

  test("is never below nil, is nil where it does not balance, and leaves a balance of nil where there is a need", () => {
    fc.assert(
      fc.property(family, (plan) => {
        const table = evaluate(built(plan));
        const largest = largestIn(table);
        const balance = valuesOf(table, "balance");
        const periods = labelsOf(plan.timeline);
        for (const { label, does } of linesOf(plan.parts)) {
          if (does.driver !== "balances") continue;
          const balanced = does.periods.includes("all") ? periods : does.periods;
          for (const [period, paid] of valuesOf(table, idOf(label)).entries()) {
            expect(paid.gte(0)).toBe(true);
            const need = (balance[period] ?? nil).plus(paid);
            if (!balanced.includes(periods[period] ?? "")) expect(paid.isZero()).toBe(true);
            else if (need.gt(0)) expectSame(balance[period], nil, largest);
            else expect(paid.toFixed()).toBe("0");
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
