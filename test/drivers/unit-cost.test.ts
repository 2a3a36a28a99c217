import {
  assumption,
  build,
  cost,
  evaluate,
  memorandum,
  months,
  type Part,
  programme,
  type Timeline,
  table,
  years,
} from "invest-to-save";
import { type UnitCostOptions, unitCost } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const source = { source: "unit costs 2014" };
const two = years("2023/24", "2024/25");
const week: UnitCostOptions = { cost: 2_995, per: "child per week", number: 1 };

function worked(options: UnitCostOptions, timeline: Timeline = two, ...more: Part[]): string {
  const p = programme("Work", timeline, source, ...more, cost("Line", unitCost(options)));
  return (evaluate(p).rows.get("line")?.values ?? [])
    .map((value) => value?.toDecimalPlaces(2).toFixed())
    .join(" ");
}

function faults(options: UnitCostOptions, ...more: Part[]) {
  return build("Work", two, source, [...more, cost("Line", unitCost(options))]).issues;
}

describe("a unit cost", () => {
  test.each<[string, UnitCostOptions, string]>([
    ["by volume", { cost: 840, per: "conference", volume: { "2023/24": 100, then: 240 } }, "84000 201600"],
    ["one volume for every year", { cost: 10, per: "referral", volume: 7 }, "70 70"],
    ["by number over years", { cost: 51_080, per: "child per year", number: 2 }, "102160 102160"],
    ["by number over months", { cost: 10, per: "family per month", number: { "2024/25": 3 } }, "0 360"],
    ["by number over weeks of 52 a year", { ...week, "weeks per year": 52 }, "155740 155740"],
    ["over weeks of 365/7 a year", { ...week, "weeks per year": "365/7" }, "156167.86 156167.86"],
    ["over the weeks that there are", { ...week, "weeks per year": "actual" }, "156595.71 156167.86"],
  ])("%s", (_, options, values) => {
    expect(worked(options)).toBe(values);
  });

  test("splits a volume over the months, and takes a number as it stands", () => {
    const half = months("2024/25", "2024/25");
    expect(worked({ cost: 100, per: "visit", volume: 24 }, half)).toBe(Array(12).fill("200").join(" "));
    expect(worked({ cost: 120, per: "FTE per year", number: 3 }, half)).toBe(Array(12).fill("30").join(" "));
    expect(
      worked({ ...week, cost: 700, "weeks per year": "actual" }, half)
        .split(" ")
        .slice(0, 2),
    ).toEqual(["3000", "3100"]);
  });

  test("takes a volume, a number, a cost and a day count by name", () => {
    const rows = table("Work", {}, memorandum("Visits made", { "2023/24": 5, then: 6 }, { unit: "visits" }));
    expect(worked({ cost: 10, per: "visit", volume: "Visits made" }, two, rows)).toBe("50 60");
    const perYear = assumption("Visits", { value: 12, unit: "visits per year" });
    expect(worked({ cost: 10, per: "visit", volume: "Visits" }, two, perYear)).toBe("120 120");
    expect(
      worked({ cost: 10, per: "visit", volume: "Visits" }, months("2024/25", "2024/25"), perYear),
    ).toMatch(/^10 10/);
    const inCare = table("Care", {}, memorandum("In care", 3, { unit: "children", totals: "average" }));
    const weeks = assumption("Weeks", { value: 50, unit: "weeks per year" });
    const named = { ...week, cost: 1, number: "In care", "weeks per year": "Weeks" };
    expect(worked(named, two, inCare, weeks)).toBe("150 150");
  });

  test("is read from a file with the same keys", () => {
    const { programme: model, issues } = read(
      `title: Homes
years: 2024/25 to 2025/26
source: list
costs:
  Homes: { unit cost: { cost: 2995, per: child per week, number: { 2024/25: 2, then: 3 }, weeks per year: 365/7 } }
  Visits: { unit cost: { cost: 25, per: visit, volume: { 2024/25: 100 } } }
`,
      { file: "homes.yaml" },
    );
    expect(issues).toEqual([]);
    expect(model && evaluate(model).rows.get("visits")?.values.join(" ")).toBe("2500 0");
  });

  test.each<[string, UnitCostOptions, string, string[]]>([
    ["a thing that is not counted", { cost: 1, per: "week", volume: 1 }, "wrong-unit", ["Line", "per"]],
    ["a plural", { cost: 1, per: "children" as "child", volume: 1 }, "wrong-unit", ["Line", "per"]],
    ["a number of what has no time", { cost: 1, per: "child", number: 1 }, "wrong-unit", ["Line", "per"]],
    ["a cost per night", { cost: 1, per: "child per night", number: 1 }, "wrong-unit", ["Line", "per"]],
    [
      "a volume of what is over time",
      { cost: 1, per: "child per year", volume: 1 },
      "missing-key",
      ["Line", "number"],
    ],
    ["neither of them", { cost: 1, per: "child" }, "missing-key", ["Line", "volume"]],
    ["both of them", { cost: 1, per: "child", volume: 1, number: 1 }, "wrong-shape", ["Line", "number"]],
    ["no day count for weeks", week, "missing-key", ["Line", "weeks per year"]],
    [
      "a day count for years",
      { cost: 1, per: "child per year", number: 1, "weeks per year": 52 },
      "wrong-shape",
      ["Line", "weeks per year"],
    ],
    [
      "more weeks than a year has",
      { ...week, "weeks per year": 365 },
      "out-of-range",
      ["Line", "weeks per year"],
    ],
    ["a negative cost", { cost: -1, per: "child", volume: 1 }, "out-of-range", ["Line", "cost"]],
    ["a negative volume", { cost: 1, per: "child", volume: -1 }, "out-of-range", ["Line", "volume"]],
    [
      "a cost in another unit",
      { cost: { value: 1, unit: "£ per visit" }, per: "child", volume: 1 },
      "wrong-unit",
      ["Line", "cost", "unit"],
    ],
    [
      "a volume that nothing is called",
      { cost: 1, per: "child", volume: "Children" },
      "unknown-name",
      ["Line", "volume"],
    ],
  ])("refuses %s", (_, options, code, path) => {
    expect(faults(options)).toMatchObject([{ code, path }]);
  });

  test("refuses a named volume in another unit", () => {
    const flat = assumption("Visits", { value: 12, unit: "visits" });
    expect(faults({ cost: 1, per: "visit", volume: "Visits" }, flat).map(({ code }) => code)).toContain(
      "wrong-unit",
    );
  });
});
