import { describe, expect, test } from "vitest";
import { level } from "../../src/drivers/level.ts";
import { cost, memorandum, scenario, table } from "../../src/drivers/lines.ts";
import { issueText } from "../../src/issue/issue.ts";
import { didYouMean } from "../../src/issue/nearest-name.ts";
import { received } from "../../src/issue/received.ts";
import { InvestToSaveError } from "../../src/issue/refusal.ts";
import { unknownName } from "../../src/issue/unknown-name.ts";
import { programme } from "../../src/programme/building/build.ts";
import { withScenario } from "../../src/programme/scenarios.ts";
import { withValues } from "../../src/programme/with-values.ts";
import { explain } from "../../src/table/explain.ts";
import { years } from "../../src/time/timelines.ts";
import { print } from "../../src/write/print.ts";

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

describe("a name that nothing has", () => {
  const labels = Array.from({ length: 25 }, (_, i) => `Line ${i + 1}`);

  test("is told what there is, cut short where it is much, and the nearest of all", () => {
    const issue = unknownName({ what: "line", name: "Lyne 24", known: labels });
    expect(issue).toEqual({
      code: "unknown-name",
      severity: "error",
      path: ["Lyne 24"],
      message: "there is no line “Lyne 24” in the model",
      expected: `${labels.slice(0, 20).join(", ")} and 5 more`,
      received: "Lyne 24",
      hint: "did you mean “Line 24”?",
    });
  });

  test("has its place before the message where a file names it", () => {
    const path = ["costs", "Rent", "level"];
    const { message, hint } = unknownName({
      what: "row",
      where: "in costs.csv",
      name: "x",
      known: labels,
      path,
    });
    expect(message).toBe("costs > Rent > level: there is no row “x” in costs.csv");
    expect(hint).toBe("choose one of those above");
  });

  test.each([
    ["unit cost", "Unit cost of a placement"],
    ["a placement", "Unit cost of a placement"],
    ["cost", "Cost of the team"],
    ["of", undefined],
    ["rents", undefined],
  ])("may be a part of another: %s", (name, meant) => {
    const known = ["Unit cost of a placement", "Cost of the team"];
    const hint = meant === undefined ? "choose one of those above" : `did you mean “${meant}”?`;
    expect(unknownName({ what: "line", name, known }).hint).toBe(hint);
  });

  test("is not offered a choice where there is none", () => {
    const { expected, hint } = unknownName({ what: "scenario", name: "Slow", known: [] });
    expect([expected, hint]).toEqual(["no scenario: there is none", "leave it out"]);
  });

  const rent = programme(
    "Rent",
    years("2024/25", "2025/26"),
    { source: "lease" },
    cost("Rent", 1),
    scenario("Dearer", { rent: 2 }),
    table("Beside", {}, memorandum("Beds", 2)),
  );

  test.each<[string, () => unknown, string]>([
    ["a line that is to be explained", () => explain(rent, "Rend"), "line “Rend”"],
    ["an assumption that is to be set", () => withValues(rent, { rend: 1 }), "assumption “rend”"],
    ["a scenario", () => withScenario(rent, "Deare"), "scenario “Deare”"],
    ["a table", () => print(rent, { table: "Besides" }), "table “Besides”"],
    [
      "a line that another names",
      () => programme("A", rent.timeline, { source: "a" }, cost("Staff", level({ amount: "Staf" }))),
      "assumption or line “Staf”",
    ],
    [
      "an index",
      () =>
        programme(
          "A",
          rent.timeline,
          { source: "a" },
          cost("Staff", 1, { prices: "2023/24", uplift: "CPI" }),
        ),
      "index “CPI”",
    ],
  ])("is worded in one way for %s", (_, act, what) => {
    try {
      act();
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      const [issue, ...more] = error.issues;
      expect(more).toEqual([]);
      expect(issue?.code).toBe("unknown-name");
      expect(issue?.message).toMatch(new RegExp(`(^|: )there is no ${what} in the model$`));
      expect(issue?.expected).toMatch(/\w/);
      expect(issue?.hint).toMatch(/did you mean|declare it|leave it out|choose/);
    }
  });
});
