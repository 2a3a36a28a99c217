import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { invest, within } from "./terminal.ts";

const real = `title: Kit
body: Council
years: 2025/26 to 2026/27
prices: 2025/26
source: a bid
costs: { Kit: 100 }
savings: { Power: { amounts: { 2026/27: 300 }, placeholder: the meter is to be read } }
conditions: { Costs stay low: { row: Kit, at most: 50 } }
appraisal: { denominator: costs }
`;

function appraised(...more: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    return within(folder, () => {
      writeFileSync("kit.yaml", real);
      return invest(more[0] ?? "", "kit.yaml", ...more.slice(1));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("appraise", () => {
  test("says on its page what was set, what is open, what is not met and where the numbers come from", () => {
    const { out } = appraised("appraise", "--case", "economic", "--set", "kit=60");
    for (const said of [
      /^DRAFT: Kit/,
      /DRAFT, the meter is to be read/,
      /Set for this run: Kit/,
      /Not met: Costs/,
      /Source: a bid\./,
    ])
      expect(out).toMatch(said);
  });

  test("writes a draft as one in every form, table by table", () => {
    const { out } = appraised("appraise", "--case", "economic", "--as", "csv");
    expect(out.match(/DRAFT/g)?.length).toBe(3);
    const { blocks } = JSON.parse(appraised("appraise", "--case", "economic", "--as", "json").out);
    for (const block of blocks) if (block.block === "sheet") expect(block.draft).toBe(true);
  });

  test("makes nothing final of a draft", () => {
    const { code, out, error } = appraised("appraise", "--case", "economic", "--final");
    expect([code, out]).toEqual([1, ""]);
    expect(error).toMatch(/not final/);
  });

  test("lets a model in real money be shown, and appraised in real money, without a deflator", () => {
    expect(appraised("show").code).toBe(0);
    expect(appraised("appraise").error).toMatch(/economic case/);
  });
});

test("explain knows the rows of the appraisal, on the terms of the model", () => {
  const { error, code } = appraised("explain", "appraisal.net-present-value");
  expect([code, error]).toEqual([2, expect.stringMatching(/deflator/)]);
  expect(invest("explain", "leeds-family-valued", "appraisal.net-saving").out).toMatch(/^Net saving/);
});
