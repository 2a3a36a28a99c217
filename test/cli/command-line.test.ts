import { writeFileSync } from "node:fs";
import fc from "fast-check";
import {
  cost,
  InvestToSaveError,
  programme,
  scenario,
  withScenario,
  withValues,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { inFolderToEnd, invest, investToEnd } from "./terminal.ts";

const fault =
  /^error [a-z-]+: \S.*\n {2}expected: \S.*\n {2}received: \S.*\n {2}hint: \S.*\n\n1 fault to mend\n$/;

describe("a command line that cannot be read", () => {
  const commands = ["show", "explain", "check", "export", "audit", "simulate", "sensitivity", "frob", "init"];
  const words = [
    ...[
      "leeds-family-valued",
      "Total Cost",
      "",
      "--as",
      "text",
      "pdf",
      "--set",
      "a=1",
      "=",
      "--to",
      "x.xlsx",
    ],
    ...[
      "--draws",
      "1e1",
      "--unit",
      "pence",
      "--decimals",
      "-1",
      "--colour",
      "--",
      "-x",
      "--total",
      "--no-total",
      "a'b' c",
    ],
  ];

  test.each([
    ["list", "“invest-to-save show” lists the models"],
    ["validate", "“invest-to-save check” says"],
    ["diff", "“invest-to-save compare” tells"],
    ["new", "“invest-to-save init” makes"],
  ])("names the command that does what others call %s", (word, hint) => {
    const { code, error } = invest(word);
    expect(code).toBe(2);
    expect(error).toContain(`hint: ${hint}`);
    expect(invest(/invest-to-save (\w+)/.exec(hint)?.[1] ?? "", "--help").code).toBe(0);
  });

  test("is refused as every other fault is, whatever is wrong with it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.array(fc.constantFrom(...words), { maxLength: 5 }),
        (command, rest) => {
          // What could be read and would be written to a file is none of these.
          fc.pre(!(command === "init" && rest.length > 0) && !rest.includes("x.xlsx"));
          const { code, error } = tried(command, ...rest);
          if (code === 2) expect(error).toMatch(fault);
        },
      ),
      { numRuns: 400 },
    );
  });

  test.each([
    [["show", "leeds-family-valued", "--as", "csv", "--as", "json"], "--as is given twice"],
    [
      ["show", "leeds-family-valued", "--total", "--no-total"],
      "--total and --no-total cannot be asked for together",
    ],
    [["show", "leeds-family-valued", "--set", "a=1", "--set", "a=2"], "a is set twice"],
    [
      ["show", "leeds-family-valued", "--set", "set-up-costs@2014/15=1", "--set", "Set up costs@2014/15=2"],
      "set the same number",
    ],
    [["export", "leeds-family-valued"], "export needs --to"],
    [["export", "leeds-family-valued", "--to"], "--to has no value after it"],
    [["explain"], "explain needs to know its <model>"],
    [["show", "leeds-family-valued", "--set", ""], "--set cannot be “”"],
    [["show", "leeds-family-valued", "--decimals", "1e1"], "--decimals cannot be “1e1”"],
    [["show", "leeds-family-valued", "--as", "it's 'csv'"], "--as cannot be “it's 'csv'”"],
    [["simulate", "leeds-family-valued", "--workers", "9"], "--workers cannot be “9”"],
    [["--colour"], "invest-to-save has no option “--colour”"],
    [["schema", "--colour"], "schema has no option “--colour”"],
  ])("%j: %s", (args, message) => {
    const { code, out, error } = invest(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(fault);
    expect(error).toContain(message);
  });

  test("an option that collects its values may be given again", () => {
    const set = ["--set", "set-up-costs@2014/15=1", "--set", "set-up-costs@2015/16=2"];
    expect(invest("show", "leeds-family-valued", ...set).code).toBe(0);
    expect(
      invest(
        "audit",
        "leeds-family-valued/expected.csv",
        "--claim",
        "2 and 2 is 4",
        "--claim",
        "3 and 3 is 6",
      ).code,
    ).not.toBe(2);
  });
});

/** Runs a command line that may end later, as far as it is read. */
function tried(...args: readonly string[]) {
  try {
    return invest(...args);
  } catch {
    return { code: 0, error: "" };
  }
}

describe("a number that is set by two names", () => {
  const rent = programme(
    "Rent",
    years("2024/25", "2026/27"),
    { source: "lease" },
    cost("Rent", { "2024/25": 1, "2025/26": 2 }),
    scenario("Dearer", { "Rent@2024/25": 5, "rent@2025/26": 6 }),
  );

  test("is refused: one of the two values would be lost", () => {
    expect(() => withValues(rent, { "rent@2024/25": 3, "Rent@2024-25": 4 })).toThrow(InvestToSaveError);
    expect(() => withValues(rent, { "rent@2024/25": 3, "rent@2025/26": 4 })).not.toThrow();
  });

  test("beside a scenario counts before it, by whatever name", () => {
    const set = withScenario(rent, "Dearer", { "rent.2024/25": 9 }).assumptions.get("rent" as never);
    expect(String(set?.value)).toBe("9,6,0");
  });
});

test("of thousands of warnings the first are shown, and the rest counted", async () => {
  await inFolderToEnd(async () => {
    const unused = Array.from({ length: 4000 }, (_, i) => `  n${i}: { value: 1, unit: £ }`).join("\n");
    writeFileSync(
      "many.yaml",
      `title: T\nyears: 2025/26 to 2026/27\nsource: plan\ncosts:\n  Rent: 5\nassumptions:\n${unused}\n`,
    );
    const { code, error } = invest("show", "many.yaml");
    expect(code).toBe(0);
    expect(error.match(/warning unused-assumption/g)?.length).toBe(20);
    expect(error).toMatch(/\nand 3,980 more warnings\n$/);
  });
});

test.each([
  ["audit", "leeds-family-valued"],
  ["audit", "models/leeds-family-valued/model.yaml"],
  ["reconstruct", "test/cli/fixtures/suppliers.yaml"],
])("%s %s is told that it is no table, and what checks a model", async (command, model) => {
  const { code, error } = await investToEnd(command, model);
  expect(code).toBe(2);
  expect(error).toMatch(fault);
  expect(error).toContain(`error no-table: “${model}” is a model or a structure file`);
  expect(error).toContain(`“invest-to-save check ${model}” checks a model`);
});
