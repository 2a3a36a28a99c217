import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Audit, audit } from "../../src/audit/audit.ts";
import { leastFaults, outcomeOf, planted, type Sound } from "../audit/planted.ts";
import { publishedTables } from "./published-tables.ts";

/** A table that was made to hold, with its audit. */
function sound(text: string): Sound {
  const { audit: found, issues } = audit(text, { file: "made.csv" });
  expect(issues).toEqual([]);
  return { name: "made.csv", text, audit: found as Audit };
}

describe("an audit", () => {
  test("accuses no table that adds up, whether it is footed or rounded cell by cell", () => {
    fc.assert(
      fc.property(publishedTables(), ({ text }) => {
        expect(sound(text).audit.holds).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("finds every figure that is changed by the least amount that makes a table impossible", () => {
    fc.assert(
      fc.property(publishedTables(), fc.nat(), ({ text }, pick) => {
        const table = sound(text);
        const faults = leastFaults(table);
        const fault = faults[pick % Math.max(1, faults.length)];
        fc.pre(fault !== undefined);
        const broken = planted(table, fault);
        fc.pre(broken !== undefined);
        const { found, named } = outcomeOf(table, fault, broken);
        expect({ found, named }).toEqual({ found: true, named: true });
      }),
      { numRuns: 60 },
    );
  });
});
