import { describe, expect, test } from "vitest";
import { audited, keptLayouts } from "./audited.ts";
import { columnAt, drawn, rowAt } from "./drawn.ts";
import { cellText } from "./spelt.ts";
import { leastFaultsOf } from "./truth.ts";

/**
 * Tables as councils, health bodies, police and departments lay them out, without figures: these are drawn here, worked out
 * unrounded and rounded cell by cell, so that what is true of each is known by its layout and not by what the audit finds.
 */
const layouts = keptLayouts();

test("there are several dozen of them", () => {
  expect(layouts.length).toBeGreaterThanOrEqual(80);
});

describe.each(layouts)("$name", (layout) => {
  test("is never accused, whatever its figures are", async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) expect((await audited(drawn(layout, seed)))?.holds).toBe(true);
  });

  test("is accused when a figure is changed by the least amount that makes it impossible", async () => {
    const table = drawn(layout, 2);
    const faults = leastFaultsOf(table);
    expect(faults.length).toBeGreaterThan(3);
    // A few of each here; every one of them is tried where the rates in docs/audit.md are measured.
    const some = faults.filter((_, at) => at % Math.ceil(faults.length / 12) === 0);
    const missed: string[] = [];
    for (const fault of some) {
      const found = await audited(table, fault);
      const place = `${rowAt(layout, fault.at).label}, ${columnAt(layout, fault.at).label}`;
      if (found?.holds !== false) missed.push(`${place}: ${cellText(table, fault.at, fault)}`);
    }
    expect(missed).toEqual([]);
  });
});
