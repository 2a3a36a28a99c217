import fc from "fast-check";
import { cost, print, programme, years } from "invest-to-save";
import { describe, expect, test } from "vitest";

/** Signs with the columns that a terminal gives them. */
const columns = new Map([
  ["a", 1],
  ["Ü", 1],
  ["e\u0301", 1],
  ["£", 1],
  ["Ж", 1],
  ["ｶ", 1],
  ["東", 2],
  ["한", 2],
  ["Ａ", 2],
  ["。", 2],
  ["👍", 2],
  ["👩‍👧", 2],
  ["🇬🇧", 2],
  ["☎️", 2],
]);

const labels = fc
  .uniqueArray(fc.array(fc.constantFrom(...columns.keys()), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 6,
    selector: (signs) => signs.join(""),
  })
  .map((all) => all.map((signs, i) => ({ label: `${signs.join("")} x${i}`, width: widthOf(signs) + 3 })));

function widthOf(signs: readonly string[]): number {
  return signs.reduce((sum, sign) => sum + (columns.get(sign) ?? 0), 0);
}

describe("a table in plain text", () => {
  test("has its figures under their headings, whatever letters its labels are in", () => {
    fc.assert(
      fc.property(labels, fc.nat(1_000_000), (all, amount) => {
        const lines = all.map(({ label }) => cost(label, amount));
        const table = print(programme("A", years("2024/25", "2025/26"), { source: "a" }, ...lines)).split(
          "\n",
        );
        const whole = table.find((line) => line.startsWith("£"))?.length;
        for (const { label, width } of all) {
          const row = table.find((line) => line.trimStart().startsWith(`${label} `));
          expect((row?.length ?? 0) - label.length + width).toBe(whole);
        }
        expect(table.find((line) => /^-+$/.test(line))).toHaveLength(whole ?? 0);
      }),
    );
  });
});
