import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { invest, within } from "./terminal.ts";

const plan = `title: Plan
body: Council
years: 2025/26 to 2028/29
source: a bid
indices:
  CPI: { edition: March 2025, base: 2025/26, growth: { 2026/27: 2%, then: 3% } }
assumptions:
  Families: { value: 20, unit: families }
costs: { Team: { amounts: { 2025/26: 1000 }, agency: Partner }, Crew: { 2025/26: 500 } }
savings: { Care: { 2026/27: 900, then: 900 } }
memorandum: { Reach: { lines: { Families helped: { formula: Families, unit: families } } } }
scenarios: { Slow: { set: { care: 300 }, says: a third of it } }
appraisal: { inflation: 1% }
`;

/** What a command says of the plan. */
function said(command: string, ...more: readonly string[]) {
  return saidOf(plan, command, ...more);
}

/** What a command says of a model, run in a folder that has nothing else. */
function saidOf(model: string, command: string, ...more: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    return within(folder, () => {
      writeFileSync("plan.yaml", model);
      return invest(command, "plan.yaml", ...more);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("an appraisal is made on the terms that the command names, and as the model says otherwise", () => {
  test.each<[readonly string[], RegExp]>([
    [[], /turned into each other by inflation of 1% a year/],
    [["--inflation", "2%"], /turned into each other by inflation of 2% a year/],
    [["--deflator", "CPI"], /turned into each other by the index series CPI\./],
    [["--for", "Partner"], /\nThe cash of Partner\. /],
    [["--base-year", "2024/25"], /Year 0 is 2024\/25; /],
    [["--case", "economic", "--outcomes", "families-helped"], /\nCost per outcome {2,}£\d+ per family\n/],
  ])("%j", (terms, words) => {
    const { code, error, out } = said("appraise", ...terms);
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(words);
  });

  test("by scenarios too", () => {
    const slow = (...terms: readonly string[]) =>
      /Net present value\n[\s\S]*?\nSlow +(−?£[\d,]+) /.exec(said("scenarios", ...terms).out)?.[1];
    // £300 a year from the first year on less £500, discounted by 5% on cash: 300 × (1 + 0.952 + 0.907 + 0.864) − 500.
    expect(slow("--rate", "5%")).toBe("£617");
    expect(slow("--rate", "0%")).toBe("£700");
  });
});

describe("a value that turns an outcome is looked for", () => {
  const care = ["--measure", "total saving", "--assumption", "care"];
  test.each<[readonly string[], string]>([
    [["--at-least", "1350"], "stays at least £1,350 until Care falls by more than 50% in every period."],
    [["--above", "1350"], "stays above £1,350 until Care falls by more than 49.9% in every period."],
    [["--at-most", "5400"], "stays at most £5,400 until Care rises by more than 100% in every period."],
    [["--below", "5400"], "stays below £5,400 until Care rises by more than 99.9% in every period."],
    [["--target", "1350"], "is £1,350 where Care is 50% less."],
  ])("by %j", (bound, sentence) => {
    expect(said("switch", ...care, ...bound).out).toContain(`Total Savings over all periods ${sentence}\n`);
  });

  test.each<[readonly string[], string]>([
    [[], "no assumption"],
    [["--assumption", "care", "--assumption", "crew"], "2 assumptions"],
  ])("between two values of one assumption alone, and not with %j", (named, received) => {
    const { code, error } = said("switch", "--measure", "net saving", ...named, "--from", "0");
    expect(code).toBe(2);
    expect(error).toContain(`received: ${received}\n`);
  });

  test("of a model in which something can be moved", () => {
    const still = "title: Still\nyears: 2025/26 to 2026/27\nsource: a bid\ncosts: { Crew: 0 }\n";
    const { code, out, error } = saidOf(still, "switch", "--measure", "net saving");
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain("missing-key: the model has no amount to move\n");
  });
});
