import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { readProgramme } from "../../src/file/read.ts";
import type { Condition } from "../../src/programme/condition.ts";
import { withValues } from "../../src/programme/with-values.ts";
import { numeral } from "../../src/quantity/decimal.ts";
import { evaluate } from "../../src/table/evaluate.ts";
import { root, textOf } from "../cli/repository.ts";
import { invest, within } from "../cli/terminal.ts";

const folder = "models/leeds-family-valued";
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\n")
    .map((row) => row.split(","));
/** The rows of figures; below them the CSV says what made it. */
const show = (unit: string) =>
  rowsOf(within(root, () => invest("show", "leeds-family-valued", "--as", "csv", "--unit", unit)).out).slice(
    0,
    -1,
  );

const [head = [], ...published] = rowsOf(textOf(`${folder}/expected.csv`));
const shown = show("thousands");
const cells = published.flatMap(([label = "", ...figures], row) =>
  figures.flatMap((figure, column) =>
    figure === "" ? [] : [{ label, year: head[column + 1] ?? "", figure, row: row + 1, column: column + 1 }],
  ),
);

describe("the plan as published, in thousands", () => {
  test("has 72 figures", () => {
    expect(cells).toHaveLength(72);
  });

  test("has these rows, in this order", () => {
    expect(shown.map(([label]) => label)).toEqual([
      "£000s",
      "Costs",
      "Set up costs",
      "Other One off costs",
      "On going costs:",
      "Workforce Development",
      "Family Group Conferencing",
      "Targeted Services",
      "Sub-Total Ongoing Costs",
      "Total Cost",
      "Funding",
      "Department for Education",
      "Leeds Base Budget",
      "Savings:",
      "CLA Placement Budgets",
      "Total Funding",
      "Balance of Funding Required / (Savings)",
    ]);
  });

  test.each(cells)("$label, $year: $figure", ({ label, figure, row, column }) => {
    expect(shown[row]?.[0]).toBe(label);
    expect(shown[row]?.[column]).toBe(figure);
  });

  test.each([
    ["Total Cost", 1, "723"],
    ["Workforce Development", 6, "634"],
    ["Department for Education", 6, "-4848"],
    ["Balance of Funding Required / (Savings)", 6, "-5999"],
  ])("%s, column %i, is %s, as the report has it", (label, column, figure) => {
    expect(published.find((row) => row[0] === label)?.[column]).toBe(figure);
  });
});

describe("the plan in pounds", () => {
  test("balances to exactly nil in 2014/15 and 2015/16", () => {
    const balance = show("pounds").at(-1) ?? [];
    expect(balance.slice(1, 3)).toEqual(["0", "0"]);
    const table = evaluate(readProgramme(textOf(`${folder}/model.yaml`)));
    const values = table.rows.get("balance")?.values ?? [];
    expect(values.slice(0, 2).map((value) => value?.isZero())).toEqual([true, true]);
  });

  test.each([
    ["Set up costs", [59_600, 130_000, 0, 0, 0]],
    ["Other One off costs", [132_600, 2_182_600, 0, 0, 0]],
    ["Workforce Development", [23_600, 152_600, 152_600, 152_600, 152_600]],
    ["Family Group Conferencing", [204_000, 2_755_000, 2_755_000, 2_755_000, 2_755_000]],
    ["Targeted Services", [303_000, 2_619_000, 2_619_000, 2_619_000, 2_619_000]],
    ["Department for Education", [190_800, 4_657_600, 0, 0, 0]],
    ["Leeds Base Budget", [532_000, 3_181_600, 3_181_600, 3_181_600, 3_181_600]],
    ["CLA Placement Budgets", [0, 0, 2_638_000, 4_344_600, 6_051_200]],
  ])("%s has the values that print as published", (label, values) => {
    const { rows } = evaluate(readProgramme(textOf(`${folder}/model.yaml`)));
    const row = [...rows.values()].find((one) => one.row.label === label);
    expect(row?.values.map((value) => value && numeral(value))).toEqual(values.map(String));
  });

  test("claims £4,848,400 of the grant", () => {
    const grant = show("pounds").find(([label]) => label === "Department for Education");
    expect(grant?.at(-1)).toBe("-4848400");
  });
});

test("the model has at most 45 lines", () => {
  expect(textOf(`${folder}/model.yaml`).trimEnd().split("\n").length).toBeLessThanOrEqual(45);
});

describe("the second form", () => {
  const second = readProgramme(textOf("models/leeds-family-valued-second-form/model.yaml"));

  test("keeps the conditions of the first", () => {
    const first = readProgramme(textOf(`${folder}/model.yaml`));
    const said = ({ label, first, last, once, severity }: Condition) => [label, first, last, once, severity];
    expect(second.conditions.map(said)).toEqual(first.conditions.map(said));
  });

  test("falls short in the second year where less is awarded than is claimed", () => {
    const less = withValues(second, { "department-for-education.cap": 4_000_000 });
    const failing = check(evaluate(less)).findings.filter(({ holds }) => !holds);
    expect(failing.map(({ label, failures }) => [label, ...failures])).toEqual([
      ["The grant meets what is left in its two years", "2015/16: £848,400 is not equal to £0"],
    ]);
  });
});
