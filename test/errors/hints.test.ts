import { describe, expect, test } from "vitest";
import { didYouMean, issueText, received } from "../../src/issue.ts";

describe("the nearest name", () => {
  const names = ["from", "to", "level", "build up", "costs", "Balance of Funding Required / (Savings)"];
  test.each([
    ["form", "from"],
    ["levle", "level"],
    ["build-up", "build up"],
    ["Cost", "costs"],
    ["ot", "to"],
    ["balance of funding requird / (saving)", "Balance of Funding Required / (Savings)"],
  ])("%s is taken for %s", (given, meant) => {
    expect(didYouMean(given, names)).toBe(`did you mean “${meant}”?`);
  });

  test.each(["rent", "x", "", "savings"])("%s is taken for nothing", (given) => {
    expect(didYouMean(given, names)).toBeUndefined();
  });
});

test("a value is shown in a few words", () => {
  const long = "£".repeat(70);
  const shown = [null, undefined, [1, 2], { a: 1 }, true, 5, "five", long, () => 5].map(received);
  const cut = `“${"£".repeat(57)}…”`;
  expect(shown).toEqual([
    "nothing",
    "nothing",
    "a list of 2",
    "keys with values",
    "true",
    "5",
    "“five”",
    cut,
    "a function",
  ]);
});

test("the text of an issue has no sign that moves the cursor, and no endless line", () => {
  const message = `a\u001b[31m red\r\nline \u2028 ${"x".repeat(2_000)}`;
  const text = issueText({ code: "no-lines", severity: "error", path: [], message });
  expect(text).not.toMatch(/[\p{Cc}\u2028]/u);
  expect(text).toHaveLength(1_001);
});
