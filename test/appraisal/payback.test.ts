import { decimal } from "invest-to-save";
import { payback } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";
import { paybackOf } from "../../src/appraisal/functions/payback.ts";

const flows = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
const labels = ["2024/25", "2025/26", "2026/27", "2027/28", "2028/29", "2029/30"];

describe("payback", () => {
  test("is a part of the year in which the last pound comes back, and that year as a whole", () => {
    const found = payback({ flows, labels });
    expect(found).toMatchObject({ answer: "pays back", at: 5, label: "2029/30", wholeYears: 5 });
    // 4,000 are left for a year that brings 26,000.
    expect("years" in found && found.years.toFixed(6)).toBe((4 + 4 / 26).toFixed(6));
  });

  test.each([
    ["start", "2", 2],
    ["middle", "2.5", 3],
    ["end", "3", 3],
  ] as const)(
    "counts from the start of year 0 where flows fall at the %s of their year",
    (timing, years, wholeYears) => {
      const found = payback({ flows: [-100, 50, 50], timing });
      expect("years" in found && found.years.toString()).toBe(years);
      expect(found).toMatchObject({ wholeYears });
    },
  );

  test("may be of discounted flows, and is later then", () => {
    const found = payback({ flows, rate: "3.5%" });
    // Discounted by hand: −70,000 + 11,594.20 + 14,002.66 + 16,234.97 + 18,300.28, and 21,891.31 in the last year.
    expect("years" in found && found.years.toFixed(4)).toBe((4 + 9_867.89 / 21_891.31).toFixed(4));
    expect(payback({ flows, schedule: "green book 2022" })).toEqual(found);
  });

  test("never comes where the total stays below nil, and says by how much", () => {
    const found = payback({ flows: [-100, 50, 49] });
    expect(found.answer).toBe("never within the horizon");
    expect("short" in found && found.short?.toString()).toBe("1");
  });

  test("is not needed where nothing is short at any time", () => {
    expect(payback({ flows: [0, 0] })).toEqual({ answer: "nothing to pay back" });
    expect(payback({ flows: [100, -60, -40] })).toEqual({ answer: "nothing to pay back" });
  });

  test("counts from the first shortfall, and not from a grant before it", () => {
    expect(payback({ flows: [100, -300, 150, 150] })).toMatchObject({
      answer: "pays back",
      at: 3,
      wholeYears: 3,
    });
  });

  test("that is undone later says when it first came, when it went, and what is left", () => {
    const found = payback({ flows: [-100, 120, -50, 10], labels: labels.slice(0, 4) });
    expect(found).toMatchObject({
      answer: "pays back, then un-pays",
      first: { at: 1, label: "2025/26", wholeYears: 1 },
      unpays: { at: 2, label: "2026/27" },
    });
    expect("short" in found && found.short?.toString()).toBe("20");
    expect(found).not.toHaveProperty("again");
  });

  test("that comes again is at the last crossing", () => {
    const found = payback({ flows: [-100, 120, -50, 40, -30, 60] });
    expect(found).toMatchObject({ first: { at: 1 }, unpays: { at: 2 }, again: { at: 5, wholeYears: 5 } });
    expect(found).not.toHaveProperty("short");
  });

  test("takes a total within a billionth of the largest flow as nil", () => {
    const third = decimal(100).div(3);
    const almost = [decimal(-100), third, third, third];
    expect(almost.reduce((a, b) => a.plus(b)).toString()).not.toBe("0");
    expect(paybackOf(almost, "start")).toMatchObject({ answer: "pays back", at: 3, wholeYears: 3 });
  });
});
