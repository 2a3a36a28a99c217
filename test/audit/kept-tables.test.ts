import { describe, expect, test } from "vitest";
import { type Audit, audit } from "../../src/audit/audit.ts";
import { leastFaults, outcomeOf, planted } from "./planted.ts";
import { tablesIn } from "./tables.ts";

/** Tables as councils, schools and health bodies print them, made for these tests; all of them hold. */
const tables = tablesIn("tables");

test("there are several dozen of them", () => {
  expect(tables.length).toBeGreaterThanOrEqual(40);
});

describe.each(tables)("$name", ({ name, text }) => {
  const { audit: found, issues } = audit(text, { file: name });

  test("is read, its sums are found, and it is not accused", () => {
    expect(issues).toEqual([]);
    expect(found?.holds).toBe(true);
    const checks = found?.blocks.flatMap((block) => block.checks) ?? [];
    expect(checks.length).toBeGreaterThan(0);
  });

  test("is accused when a figure is changed by the least amount that makes it impossible", () => {
    const sound = { name, text, audit: found as Audit };
    const faults = leastFaults(sound);
    expect(faults.length).toBeGreaterThan(1);
    // A few of each table; every one of them is tried where the rates in docs/audit.md are measured.
    const some = faults.filter((_, at) => at % Math.ceil(faults.length / 4) === 0);
    const missed = some.filter((fault) => {
      const broken = planted(sound, fault);
      return broken === undefined || !outcomeOf(sound, fault, broken).named;
    });
    expect(missed).toEqual([]);
  });
});
