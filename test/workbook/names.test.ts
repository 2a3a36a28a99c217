import fc from "fast-check";
import { idOf } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { address, columnLetters, listOfRows } from "../../src/workbook/spelling/address.ts";
import { definedNames } from "../../src/workbook/spelling/names.ts";

const nameOf = (id: string) => definedNames([id], []).get(id);

describe("the name of an input", () => {
  test("is its id with underscores", () => {
    expect(nameOf("unit-cost")).toBe("unit_cost");
    expect(nameOf("grant.window-from")).toBe("grant.window_from");
  });

  test.each([
    ["q1", "_q1"],
    ["fy2025", "_fy2025"],
    ["r", "_r"],
    ["c", "_c"],
    ["r1c1", "_r1c1"],
    ["2016-17", "_2016_17"],
    ["true", "_true"],
    ["rent2025", "rent2025"],
  ])("is no cell, row, column, number or truth: %s is %s", (id, name) => {
    expect(nameOf(id)).toBe(name);
  });

  test("is taken once, whatever its capitals, and leaves names that are taken alone", () => {
    const names = definedNames(["rent-a", "rent.a", "Rent_A", "master"], ["Master"]);
    expect([...names.values()]).toEqual(["rent_a", "rent.a", "Rent_A_2", "master_2"]);
  });

  test("is one that a spreadsheet takes, for labels in any script and of any length", () => {
    const label = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }), fc.string());
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
        const ids = [...new Set(labels.map(idOf))];
        const names = [...definedNames(ids, []).values()];
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names) {
          expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_.]*$/u);
          expect(name).not.toMatch(/^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*)$/i);
          expect(name.length).toBeLessThan(255);
        }
      }),
    );
  });
});

describe("an address", () => {
  test("has the letters that spreadsheets count columns by", () => {
    expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnLetters).join(" ")).toBe(
      "A Z AA AZ BA ZZ AAA XFD",
    );
    expect(address(12, 9)).toBe("I12");
  });

  test("of several rows joins neighbours", () => {
    const named = (row: number) => `Workings!B${row}`;
    expect(listOfRows([3, 4, 5, 9], named)).toBe("Workings!B3:B5,Workings!B9");
  });
});
