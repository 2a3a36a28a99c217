import { describe, expect, test } from "vitest";
import { readCell } from "../../src/audit/read/figure.ts";

/** A cell as it was read, in a few words: what it is, its value, unit, kind and marks. */
function inShort(text: string): string {
  const { standing, value, scale, kind, marks, range } = readCell(text);
  const figure = range === undefined ? value?.toString() : range.map(String).join("–");
  return [standing, figure, scale && `×${scale}`, kind, ...marks.map((mark) => `mark ${mark}`)]
    .filter((part) => part !== undefined)
    .join(" ");
}

describe("a printed figure is read with", () => {
  test.each([
    ["its separators", "1,234,567", "figure 1234567"],
    ["spaces as separators", "1 234 567", "figure 1234567"],
    ["its decimals", "4.85", "figure 4.85"],
    ["no digit before the point", ".5", "figure 0.5"],
    ["brackets for a negative", "(4,658)", "figure -4658"],
    ["a bracket that is never closed", "(4,658", "figure -4658"],
    ["a bracket that was never opened", "4,658)", "figure -4658"],
    ["a minus before it", "-12", "figure -12"],
    ["a dash before it", "–12", "figure -12"],
    ["a minus after it", "10,000-", "figure -10000"],
    ["a plus", "+25", "figure 25"],
    ["CR for a credit", "12 CR", "figure -12"],
    ["a sign of pounds", "£130", "figure 130 money"],
    ["its own unit", "£1.9bn", "figure 1.9 ×1000000000 money"],
    ["its own unit in brackets", "£(191)k", "figure -191 ×1000 money"],
    ["a sign of per cent", "7.3%", "figure 7.3 percent"],
    ["the words per cent", "25 per cent", "figure 25 percent"],
    ["a multiple", "2.4x", "figure 2.4 ratio"],
    ["a ratio to one", "3.5:1", "figure 3.5 ratio"],
    ["what it counts", "12.5 FTE", "figure 12.5 number"],
    ["a footnote mark", "585,686*", "figure 585686 mark *"],
    ["a raised footnote", "634¹", "figure 634 mark ¹"],
    ["a footnote in brackets", "634 (a)", "figure 634 mark (a)"],
    ["a footnote fused to its digits", "1,2341", "figure 1234 mark 1"],
    ["a footnote fused to its bracket", "(4,848)1", "figure -4848 mark 1"],
    ["a share of it in brackets", "385 (7.3%)", "figure 385"],
    ["a word for about", "c£18m", "figure 18 ×1000000 money"],
    ["a range", "£3m to £5m", "figure 3–5 ×1000000 money"],
    ["only an upper end", "<5", "figure 0–5"],
  ])("%s: %s", (_, text, expected) => {
    expect(inShort(text)).toBe(expected);
  });
});

describe("what is no figure is kept apart", () => {
  test.each([
    ["nil", "-"],
    ["nil", "–"],
    ["nil", "nil"],
    ["nil", "None"],
    ["unknown", "TBC"],
    ["unknown", "n/a"],
    ["unknown", ".."],
    ["unknown", "#REF!"],
    ["blank", " "],
    ["text", "2014/15"],
    ["text", "14/15"],
    ["text", "Mar-15"],
    ["text", "12,34"],
    ["text", "1.234,5"],
    ["text", "see the appendix to the report of 12 May"],
  ])("as %s: %s", (standing, text) => {
    expect(readCell(text).standing).toBe(standing);
  });
});

test("whatever had to be decided about a figure is said with its reason", () => {
  for (const text of ["(4,658", "1,2341", "634 (a)", "12 CR", "385 (7.3%)", "c. 1,200", "100-120"]) {
    const { remarks } = readCell(text);
    expect(remarks.length).toBeGreaterThan(0);
    for (const { says, because } of remarks)
      expect([says, because].every((words) => words.length > 10)).toBe(true);
  }
});
