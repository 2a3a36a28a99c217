import {
  assumption,
  check,
  cost,
  evaluate,
  explain,
  index,
  level,
  print,
  programme,
  saving,
  stampOf,
  withValues,
  writeExplanation,
  writeReport,
  years,
} from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { costsAndFunding, renderSvg } from "invest-to-save/charts";
import { simulate } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { writers } from "../../src/write/print.ts";
import { invest } from "../cli/terminal.ts";

const repairs = programme(
  "Repairs",
  years("2024/25", "2026/27"),
  { body: "Council", source: "bid" },
  assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
  index("Prices", { edition: "forecast of March 2024", base: "2024/25", growth: "2%", source: "forecast" }),
  cost("Crew", { "2024/25": 1_000 }),
  saving("Contracts", level({ amount: "Saved a year" })),
);
const { inputs } = stampOf(repairs);
const digits = inputs.slice(0, 12);
const stamp = `invest-to-save 0.1.0 from inputs ${digits}; series: Prices (forecast of March 2024)`;

describe("what made an output from which inputs", () => {
  test.each(["text", "markdown", "html", "csv"] as const)("is the last that a table says as %s", (as) => {
    const last = print(repairs, { as })
      .split("\n")
      .filter((line) => /\w/.test(line) && !/^<\/(main|body|html)>$/.test(line))
      .at(-1);
    expect(last).toContain(stamp);
  });

  test("is data in JSON, with all the digits", () => {
    const series = [{ name: "Prices", edition: "forecast of March 2024" }];
    expect(JSON.parse(print(repairs, { as: "json" })).stamp).toEqual({ ...stampOf(repairs), series });
    expect(Object.keys(writers)).toHaveLength(5);
  });

  test("is there in a report, an explanation, a simulation and a picture", async () => {
    expect(writeReport(check(evaluate(repairs)))).toContain(stamp);
    expect(writeExplanation(explain(repairs, "balance", "2025/26"))).toContain(stamp);
    expect(
      simulate(repairs, { draws: 4096, measures: ["balance in 2026/27"], chances: [] }).stamp.inputs,
    ).toBe(inputs);
    const chart = costsAndFunding(evaluate(repairs));
    expect(chart && (await renderSvg(chart))).toContain(`<metadata>Made with ${stamp}.</metadata>`);
  });

  test("names the rates that an appraisal discounts by, and keeps the inputs on the model's own terms", () => {
    const own = stampOf(appraise(repairs, { case: "economic", deflator: "Prices" }));
    expect(own.series.at(-1)).toEqual({ name: "green book 2022", edition: "2022" });
    expect(stampOf(appraise(repairs)).inputs).toBe(inputs);
    expect(own.inputs).not.toBe(inputs);
    expect(
      stampOf(appraise(repairs, { case: "economic", deflator: "Prices", timing: "end" })).inputs,
    ).not.toBe(own.inputs);
  });

  test("changes with a value that is set", () => {
    expect(stampOf(withValues(repairs, { "saved-a-year": 650 })).inputs).not.toBe(inputs);
    expect(stampOf(withValues(repairs, { "saved-a-year": 600 })).inputs).toBe(inputs);
  });

  const model = "leeds-family-valued";
  const commands: readonly (readonly string[])[] = [
    ["show", model],
    ["explain", model, "balance", "2016/17"],
    ["check", model],
    ["appraise", model],
    ["scenarios", "leicestershire-community-budget", "--measure", "payback"],
    ["sensitivity", model, "--measure", "balance in 2018/19", "--by", "10%"],
    ["switch", model, "--measure", "balance in 2016/17", "--assumption", "Leeds Base Budget"],
    ["simulate", model, "--draws", "4096", "--measure", "balance in 2018/19"],
    ["compare", model, "leeds-family-valued-second-form"],
    ["audit", `models/${model}/expected.csv`],
    ["reconstruct", `models/${model}/expected.csv`],
  ];

  test.each(commands.map((words) => [words[0], words] as const))("is told by the command %s", (_, words) => {
    expect(invest(...words).out).toMatch(/Made with invest-to-save 0\.1\.0 from inputs [0-9a-f]{12}\b/);
  });
});
