import fc from "fast-check";
import {
  assumption,
  buildUp,
  check,
  cost,
  evaluate,
  type LineAttributes,
  level,
  memorandum,
  type Part,
  programme,
  saving,
  table,
  type Unit,
  withValues,
  years,
} from "invest-to-save";
import { calculated, entriesAvoided, phasedCohort } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";

const three = years("2025/26", "2027/28");
const source = { source: "drawn at random" };
const number = (label: string, value: number, unit: Unit) => assumption(label, { value, unit });

/** A row of a memorandum table, worked out from others. */
function row(label: string, formula: string, unit: Unit): Part {
  const attributes: LineAttributes = { unit, totals: "closing" };
  return table(`Table of ${label}`, {}, memorandum(label, calculated(formula), attributes));
}

/** Whether each condition on a row holds, by its label. */
function judged(parts: readonly Part[], values: Readonly<Record<string, number>>): Record<string, boolean> {
  const made = withValues(programme("Named", three, source, cost("Rent", 1), ...parts), values);
  const conditions = check(evaluate(made)).findings.filter(({ kind }) => kind === "condition");
  return Object.fromEntries(conditions.map(({ label, holds }) => [label, holds]));
}

const phases = { Last: { join: "Still to join", from: "Apr 2025", to: "Mar 2026" } } as const;
const cohort = saving("Families", phasedCohort({ phases, saving: 1200, cashable: "Share that is cashable" }));
const families = [
  number("All families", 100, "families"),
  number("Families so far", 40, "families"),
  number("Share left", 0.5, "share"),
  row("Still to join", "All families - Families so far", "families"),
  row("Share that is cashable", "1 - Share left", "share"),
  cohort,
];

describe("a row that stands for an input", () => {
  test("may not come to a count below nil, nor to a share above the whole, without check saying so", () => {
    const share = fc.integer({ min: -200, max: 200 }).map((n) => n / 100);
    fc.assert(
      fc.property(fc.nat({ max: 120 }), fc.nat({ max: 120 }), share, (all, soFar, left) => {
        const values = { "all-families": all, "families-so-far": soFar, "share-left": left };
        expect(judged(families, values)).toEqual({
          "Still to join is never below nil": all >= soFar,
          "Share that is cashable is never below nil": left <= 1,
          "Share that is cashable is never above 1": left >= 0,
        });
      }),
      { numRuns: 60 },
    );
  });

  test("counts as nil below nil where it counts what comes in, and check says so", () => {
    const avoided = entriesAvoided({ entries: "Fewer entries", stay: 26, cost: 700 });
    const parts = [
      number("Entries before", 30, "children"),
      number("Entries now", 20, "children"),
      row("Fewer entries", "Entries before - Entries now", "children"),
      saving("Care", avoided),
    ];
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), (before, now) => {
        const values = { "entries-before": before, "entries-now": now };
        expect(judged(parts, values)).toEqual({ "Fewer entries is never below nil": before >= now });
      }),
      { numRuns: 30 },
    );
  });

  test("is whole where only whole numbers can be meant", () => {
    const parts = [
      number("Quarters", 2, "number"),
      row("Months", "Quarters * Months of a quarter", "months"),
      number("Months of a quarter", 3, "months"),
      saving("Care", buildUp({ level: 1200, from: "Apr 2025", months: "Months" })),
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (tenths) => {
        const months = (tenths * 3) / 10;
        expect(judged(parts, { quarters: tenths / 10 })).toEqual({
          "Months is never below 1": months >= 1,
          "Months is always a whole number": Number.isInteger(months),
        });
      }),
      { numRuns: 40 },
    );
  });

  test("is judged once, however often it is named, and not where it is an input that cannot be below nil", () => {
    const parts = [
      number("Yearly", 100, "£ per year"),
      row("Dear", "2 * Yearly", "£ per year"),
      cost("A", level({ amount: "Dear" })),
      cost("B", level({ amount: "Dear" })),
      cost("C", buildUp({ level: "Dear", from: "2025/26", months: 2 })),
      table("Stated", {}, memorandum("Flat", 50, { unit: "£ per year" })),
      cost("D", level({ amount: "Flat" })),
    ];
    expect(judged(parts, {})).toEqual({ "Dear is never below nil": true });
  });
});
