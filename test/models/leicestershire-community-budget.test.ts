import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { readProgramme } from "../../src/file/read.ts";
import { withScenario } from "../../src/programme/scenarios.ts";
import { withValues } from "../../src/programme/with-values.ts";
import { sum, zero } from "../../src/quantity/decimal.ts";
import { evaluate } from "../../src/table/evaluate.ts";
import { rollUp } from "../../src/table/roll-up.ts";
import { textOf } from "../cli/repository.ts";

const model = readProgramme(textOf("models/leicestershire-community-budget/model.yaml"));
const scenarios = [undefined, ...model.scenarios.map(({ label }) => label)];
const chosen = (label: string | undefined) => (label === undefined ? model : withScenario(model, label));
const years = (programme = model) => rollUp(evaluate(programme));
const parts = ["other-agencies", "county-council-not-cashable", "county-council-cashable"];

describe.each(scenarios)("with the scenario %s", (label) => {
  const table = years(chosen(label));
  const row = (id: string) => table.rows.get(id)?.values.map((value) => value ?? zero) ?? [];

  test("other agencies' saving and the County Council's, cashable or not, make up the gross", () => {
    const made = row("gross-saving-of-the-families").map((_, i) =>
      sum(parts.map((id) => row(id)[i] ?? zero)),
    );
    const gross = row("families-supported.gross-saving");
    expect(made.map((value) => value.toFixed(6))).toEqual(gross.map((value) => value.toFixed(6)));
    expect(gross.at(-1)?.gt(0)).toBe(true);
  });

  test("only what is cashable is counted as a saving", () => {
    expect(row("county-council-cashable")).toEqual(row("families-supported"));
  });

  test("meets its conditions", () => {
    expect(check(table).findings.filter(({ holds }) => !holds)).toEqual([]);
  });
});

describe("of the gross saving of £18.5m a year", () => {
  test.each([
    [undefined, ["9250000", "5550000", "3700000"]],
    ["A tenth of the gross saving", ["9250000", "7400000", "1850000"]],
    ["Half of the gross saving", ["6937500", "2312500", "9250000"]],
  ])("%s leaves each its part", (label, amounts) => {
    const { rows } = years(chosen(label));
    expect(parts.map((id) => rows.get(id)?.values.at(-1)?.toFixed(0))).toEqual(amounts);
  });

  test("a tenth does not cover repayment over three years", () => {
    const tenth = withValues(withScenario(model, "A tenth of the gross saving"), {
      "invest-to-save-advance.over": 3,
    });
    const failing = check(evaluate(tenth)).findings.filter(({ holds }) => !holds);
    expect(failing.map(({ label }) => label)).toEqual([
      "Invest-to-save advance: the savings cover its repayment",
    ]);
  });
});
