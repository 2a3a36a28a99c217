import fc from "fast-check";
import { cost, level, months, print, programme, type Timeline, years } from "invest-to-save";
import { describe, expect, test } from "vitest";

/** The totals that are printed of a yearly sum which is in force for six months of its second year. */
function printed(timeline: Timeline, pounds: number, unit: "pounds" | "thousands"): string | undefined {
  const lease = level({ amount: pounds, from: "Oct 2025", shares: "by months" });
  const plan = programme("Plan", timeline, { source: "lease" }, cost("Rent", lease));
  const lines = print(plan, { unit, by: "year" }).split("\n");
  return lines.find((line) => line.startsWith("Total Cost"));
}

describe("what comes to a half", () => {
  test("prints the same of a plan by month as of the same plan by year, though twelfths are cut off", () => {
    const unit = fc.constantFrom("pounds" as const, "thousands" as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), unit, (odd, of) => {
        const pounds = (2 * odd + 1) * (of === "thousands" ? 1_000 : 1);
        const byMonth = printed(months("2024/25", "2026/27"), pounds, of);
        expect(byMonth).toBe(printed(years("2024/25", "2026/27"), pounds, of));
      }),
    );
  });

  test("prints as a half where it is the sum of quotients: six twelfths of £7,000 are £3,500", () => {
    const part = level({ amount: 7_000, from: "Apr 2025", to: "Sep 2025", shares: "by months" });
    const plan = programme("Plan", months("2025/26", "2025/26"), { source: "deal" }, cost("Deal", part));
    expect(print(plan, { unit: "thousands", by: "year" })).toMatch(/^Total Cost +4$/m);
  });
});
