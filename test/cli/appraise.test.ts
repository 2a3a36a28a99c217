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

describe("explain, on other terms than those of the model", () => {
  const explained = (...words: string[]) => invest("explain", "leeds-family-valued", ...words);
  const economic = ["--case", "economic"];

  test("names the case, the schedule and the timing", () => {
    const { out } = explained(
      "Present value of the net",
      "2016/17",
      ...[...economic, "--schedule", "green book 2022 health", "--timing", "middle"],
    );
    expect(out).toMatch(/^Present value of the net, 2016\/17: about −£2,674,988\.74\n/);
    expect(out).toMatch(/Benefits to all bodies, 2016\/17/);
    expect(out).toMatch(/Discount rate, years 1 to 30: 0\.015 \[3\]/);
    expect(out).toMatch(/÷ √\(1 \+ Discount rate of the next year\)/);
  });

  test("explains the figure that the appraisal on these terms prints", () => {
    const terms = [...economic, "--timing", "end"];
    const { out } = invest(
      ...["appraise", "leeds-family-valued", ...terms, "--as", "csv", "--unit", "pounds", "--decimals", "2"],
    );
    const printed = /^Present value of the net,(.*)$/m.exec(out)?.[1]?.split(",")[4];
    expect(Number(printed)).toBeGreaterThan(400_000);
    const explanation = explained("appraisal.present-net", "2018/19", ...terms).out;
    expect(explanation.split("\n")[0]?.replaceAll(",", "")).toBe(
      `Present value of the net 2018/19: about £${printed}`,
    );
  });

  test("knows a figure of the appraisal by its label alone", () => {
    expect(explained("Net saving / (cost)", "2016/17").out).toMatch(
      /^Net saving \/ \(cost\), 2016\/17: −£2,888,600\n/,
    );
  });

  test("refuses a slip as a line of the model, also where the model lacks what an appraisal needs", () => {
    for (const { code, error } of [
      explained("Sett up costs", "2014/15"),
      appraised("explain", "Nurse", "2024/25"),
    ]) {
      expect(code).toBe(2);
      expect(error).toMatch(/there is no line/);
    }
  });

  test("says what is missing for the case that is asked for", () => {
    expect(invest("explain", "blackburn-children-in-care", "balance", ...economic).error).toMatch(
      /--inflation 2%/,
    );
  });
});
