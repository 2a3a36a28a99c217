import fc from "fast-check";
import {
  amounts,
  cost,
  evaluate,
  group,
  memorandum,
  once,
  type Programme,
  print,
  programme as programmeOf,
  table,
  withValues,
  years,
} from "invest-to-save";
import { readProgramme, writeModel } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

/** Everything of a programme that a file can say, without the places where it stood. */
function said(programme: Programme): unknown {
  const { title, timeline, statement, tables, scenarios, order } = programme;
  const sums = [...programme.sums].sort((a, b) => (a.total < b.total ? -1 : 1));
  const assumptions = [...programme.assumptions.values()]
    .map(({ path: _, ...rest }) => rest)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  // A file has costs before funding; code may have them in any order, and the statement is the same.
  const lines = [...programme.lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = [...programme.rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const conditions = [...programme.conditions].sort((a, b) => (a.id < b.id ? -1 : 1));
  const steps = order.cycles;
  const plain = {
    title,
    timeline,
    lines,
    statement,
    sums,
    tables,
    scenarios,
    assumptions,
    rows,
    conditions,
    steps,
  };
  return JSON.parse(JSON.stringify(plain));
}

describe("a model that is written", () => {
  for (const as of ["yaml", "json"] as const) {
    test(`reads back as the same programme, as ${as}`, () => {
      fc.assert(
        fc.property(plans(), (plan) => {
          const programme = built(plan);
          const again = readProgramme(writeModel(programme, as));
          expect(said(again)).toEqual(said(programme));
          expect(writeModel(again, as)).toBe(writeModel(programme, as));
        }),
        { numRuns: 25 },
      );
    });
  }

  test("keeps what was set for a run", () => {
    fc.assert(
      fc.property(plans(), fc.nat(), fc.integer({ min: 1, max: 99 }), (plan, which, value) => {
        const programme = built(plan);
        const single = [...programme.assumptions.values()].filter(
          ({ value: own, unit, basis }) =>
            !Array.isArray(own) && unit.startsWith("£") && basis.kind !== "structure",
        );
        const chosen = single[which % Math.max(1, single.length)];
        fc.pre(chosen !== undefined);
        const changed = withValues(programme, { [chosen?.id ?? ""]: value });
        const again = readProgramme(writeModel(changed));
        const figures = (of: Programme) =>
          [...evaluate(of).rows.values()].map(({ row, values }) => `${row.id} ${values}`).sort();
        expect(figures(again)).toEqual(figures(changed));
      }),
      { numRuns: 20 },
    );
  });

  test("says of each single amount in a table whether it is of every period or of none", () => {
    const row = fc.record({
      every: fc.boolean(),
      amount: fc.integer({ min: 0, max: 999 }),
      unit: fc.constantFrom({}, { unit: "families" }),
      grouped: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.boolean(), (rows, oneColumn) => {
        const parts = rows.map(({ every, amount, unit, grouped }, i) => {
          const line = memorandum(`Row ${i}`, every ? amounts(amount) : once(amount), unit);
          return grouped ? group(`Group ${i}`, {}, line) : line;
        });
        const programme = programmeOf(
          "Cohort",
          years("2024/25", "2026/27"),
          { source: "list of 1 May" },
          cost("Staff", 1_000),
          table("Cohort", oneColumn ? { column: "Families" } : {}, ...parts),
        );
        const again = readProgramme(writeModel(programme));
        expect(said(again)).toEqual(said(programme));
        expect(writeModel(again)).toBe(writeModel(programme));
      }),
      { numRuns: 50 },
    );
  });

  test("prints the same table", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const programme = built(plan);
        expect(print(readProgramme(writeModel(programme)))).toBe(print(programme));
      }),
      { numRuns: 15 },
    );
  });
});
