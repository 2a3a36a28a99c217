import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import {
  assumption,
  cost,
  explain,
  InvestToSaveError,
  level,
  type Programme,
  periodLabel,
  programme,
  withValues,
  years,
} from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { simulate } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { idOf } from "../../src/programme/names.ts";
import { isDecimal } from "../../src/quantity/decimal.ts";
import { rowNamed } from "../../src/table/explain.ts";
import { leverNamed } from "../../src/vary/lever.ts";
import { everyDriver } from "./every-driver.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

type Assumption = Programme["assumptions"] extends ReadonlyMap<string, infer Of> ? Of : never;

/** What an assumption's name may stand for: itself, or what has that name as its id, or one before it of the same label. */
function meantBy({ assumptions }: Programme, name: string): string[] {
  const labelled = [...assumptions.values()].filter(
    ({ label }) => label.toLowerCase() === name.toLowerCase(),
  );
  return assumptions.has(idOf(name)) ? [idOf(name)] : labelled.slice(0, 1).map(({ id }) => id);
}

/** The assumption that is set by a name, by the one that is no longer as it was. */
function setBy(own: Programme, one: Assumption, name: string): string[] {
  const last = isDecimal(one.value) ? undefined : `@${periodLabel(own.timeline, own.timeline.count - 1)}`;
  const value = isDecimal(one.value) ? one.value : one.value.at(-1);
  if (value === undefined) return [];
  const after = withValues(own, { [`${name}${last ?? ""}`]: value });
  return [...after.assumptions.values()]
    .filter((now) => own.assumptions.get(now.id) !== now)
    .map(({ id }) => id);
}

function expectFound(own: Programme): void {
  for (const one of own.assumptions.values()) {
    if (one.basis.kind === "structure") continue;
    expect(setBy(own, one, one.id)).toEqual([one.id]);
    expect(leverNamed(own, one.id).assumption.id).toBe(one.id);
    for (const name of [one.label, one.label.toUpperCase()]) {
      const [meant] = meantBy(own, name);
      if (meant !== one.id) continue;
      expect(setBy(own, one, name), name).toEqual([one.id]);
      expect(leverNamed(own, name).assumption.id, name).toBe(one.id);
    }
  }
  for (const row of own.rows.values()) {
    expect(rowNamed(own, row.id)?.id).toBe(row.id);
    expect(rowNamed(own, row.label), row.label).toBeDefined();
  }
}

describe("whatever a listing prints as a name", () => {
  test("is found by what sets it, by what moves it and by what explains it, in any programme", () => {
    fc.assert(fc.property(plans().map(built), expectFound), { numRuns: 40 });
  });

  test("is found in a model with a line of every driver", () => {
    expectFound(readProgramme(JSON.stringify(everyDriver)));
  });

  test.each(readdirSync("models"))("is found in models/%s", (name) => {
    const own = readProgramme(readFileSync(`models/${name}/model.yaml`, "utf8"));
    expectFound(own);
  });
});

const staff = programme(
  "Staff",
  years("2024/25", "2025/26"),
  { source: "a worked example" },
  assumption("Team salary", { value: 30_000, unit: "£ per year", low: 28_000, high: 33_000 }),
  cost("Team", level({ amount: 500 })),
  cost("Rent", { "2024/25": 100, "2025/26": 110 }),
  cost("Posts", level({ amount: "Team salary" })),
);

describe("a name of an assumption", () => {
  const [amount] = [...staff.assumptions.values()].filter(({ id }) => id.startsWith("team."));
  const set = (values: Record<string, number>) => withValues(staff, values).assumptions;

  test("is its label, a colon and all, where it is an input of a line", () => {
    expect(amount?.label).toBe("Team: amount");
    expect(String(set({ "Team: amount": 600 }).get("team.amount")?.value)).toBe("600");
    expect(String(set({ " team: AMOUNT ": 600 }).get("team.amount")?.value)).toBe("600");
  });

  test("is found with a period, by id and by label, with an at sign and with a dot", () => {
    for (const name of ["rent@2025/26", "Rent@2025/26", "rent.2025/26", "Rent.2025/26"]) {
      expect(
        set({ [name]: 120 })
          .get("rent")
          ?.value.toString(),
      ).toBe("100,120");
      expect(String(leverNamed(staff, name).central)).toBe("110");
    }
  });

  test("is that of an id, where another has it as its label", () => {
    const both = programme(
      "Both",
      years("2024/25", "2025/26"),
      { source: "a worked example" },
      assumption("Team amount", { value: 1, unit: "£ per year" }),
      cost("Team", level({ amount: 500 })),
      cost("Other", level({ amount: "Team amount" })),
    );
    const after = withValues(both, { "Team: amount": 9 }).assumptions;
    expect(["team-amount", "team.amount"].map((id) => String(after.get(id)?.value))).toEqual(["9", "500"]);
    expect(leverNamed(both, "Team: amount").id).toBe("team-amount");
    expect(leverNamed(both, "team.amount").id).toBe("team.amount");
  });

  test("is drawn by label and by id alike", () => {
    const drawn = (name: string) =>
      simulate(staff, { draws: 16, assumptions: [name] }).assumptions.map(({ id }) => id);
    expect(["team-salary", "Team salary", "TEAM SALARY"].map((name) => drawn(name))).toEqual(
      Array.from({ length: 3 }, () => ["team-salary"]),
    );
  });

  test("that nothing has is refused everywhere, with the nearest", () => {
    const tries = [
      () => withValues(staff, { "Team: amuont": 1 }),
      () => leverNamed(staff, "Team: amuont"),
      () => explain(staff, "Team: amuont", "2024/25"),
    ];
    for (const attempt of tries) expect(attempt).toThrow(InvestToSaveError);
    expect(tries[0]).toThrow("did you mean “Team: amount”?");
    expect(tries[1]).toThrow("did you mean “Team: amount”?");
  });
});
