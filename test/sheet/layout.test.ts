import { evaluate, InvestToSaveError, type LayOutOptions, layOut } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const hub = evaluate(
  readProgramme(`title: Hub
years: 2024/25 to 2025/26
source: plan
print in: thousands
costs:
  Rent: { 2024/25: 1500, then: 2500 }
memorandum:
  Posts:
    lines:
      Workers: { 2024/25: 3.25, then: 4.125, unit: FTE, totals: average }
  Families helped:
    lines:
      Families: { 2024/25: 30, then: 41, unit: families }
  Both:
    lines:
      Visits: { 2024/25: 3, then: 4, unit: visits }
      Sessions: { 2024/25: 1, then: 2, unit: sessions }
  Uses of the rent:
    print in: pounds
    lines:
      Halls: { 2024/25: 500, then: 700 }
      Meetings: { 2024/25: 5, then: 7, unit: sessions }
  Bills:
    lines:
      Heating: { 2024/25: 1500, then: 1700 }
`),
);

const sheet = (options: LayOutOptions) => layOut(hub, options);
const figures = (options: LayOutOptions) =>
  sheet(options).rows.map(({ cells }) => cells.map((cell) => cell?.printed.toString()).join(" "));

describe("a sheet of a table beside the statement", () => {
  test.each([
    ["Posts", "Workers"],
    ["families helped", "Families"],
    ["Both", "Visits, Sessions"],
  ])("%s is found by its name, and has its own rows", (table, rows) => {
    expect(
      sheet({ table })
        .rows.map(({ label }) => label)
        .join(", "),
    ).toBe(rows);
  });

  test.each([
    ["Posts", "FTE"],
    ["Families helped", "families"],
    ["Both", ""],
    ["Uses of the rent", "£"],
    ["Bills", "£000s"],
  ])("%s says in its corner “%s”: the one unit, or that of its money", (table, corner) => {
    expect(sheet({ table }).unit).toBe(corner);
  });

  test("has as many decimals as its figures need, and no more than two", () => {
    expect(figures({ table: "Posts" })).toEqual(["3.25 4.13 3.69"]);
    expect(figures({ table: "Families helped" })).toEqual(["30 41 71"]);
  });

  test("has money in the unit that it is printed in, else that of the model, and the rest as it is", () => {
    expect(figures({ table: "Uses of the rent" })).toEqual(["500 700 1200", "5 7 12"]);
    expect(figures({ table: "Bills" })).toEqual(["2 2 3"]);
    expect(figures({ table: "Bills", unit: "pounds" })).toEqual(["1500 1700 3200"]);
    expect(figures({ table: "Uses of the rent", unit: "thousands", decimals: 1 })).toEqual([
      "0.5 0.7 1.2",
      "5 7 12",
    ]);
  });

  test("is refused by a name that no table has, with the nearest", () => {
    expect(() => sheet({ table: "Post" })).toThrow("there is no table “Post”");
  });

  test("of one column has that, and its shares where it has a total to take them of", () => {
    const one = (options: string) =>
      layOut(
        evaluate(
          readProgramme(
            `title: Hub\nyears: 2024/25 to 2025/26\nsource: plan\ncosts: { Rent: 1 }\nmemorandum:\n  Uses:\n    column: Planned\n${options}    lines: { Hall: 30, Van: 50, Bus: 0, None: { amounts: {}, totals: none } }\n`,
          ),
        ),
        { table: "Uses" },
      );
    const told = ({ columns, rows }: ReturnType<typeof one>) => [
      columns.map(({ label, role }) => `${label} ${role}`).join(", "),
      ...rows.map(({ label, cells }) => `${label} ${cells.map((cell) => cell?.printed ?? "-").join(" ")}`),
    ];
    expect(told(one(""))).toEqual(["Planned total", "Hall 30", "Van 50", "Bus 0", "None -"]);
    expect(told(one("    total: All\n"))).toEqual([
      "Planned total",
      "Hall 30",
      "Van 50",
      "Bus 0",
      "None -",
      "All 80",
    ]);
    expect(told(one("    share: Of all\n"))).toEqual([
      "Planned total",
      "Hall 30",
      "Van 50",
      "Bus 0",
      "None -",
    ]);
    expect(told(one("    total: All\n    share: Of all\n"))).toEqual([
      "Planned total, Of all share",
      "Hall 30 38",
      "Van 50 63",
      "Bus 0 0",
      "None - -",
      "All 80 100",
    ]);
  });

  test("is rounded together with tables that are printed alike, and no other", () => {
    const model = (own: string, other: string) =>
      readProgramme(
        `title: Hub\nyears: 2024/25 to 2026/27\nsource: plan\nprint in: thousands\ncosts: { Rent: 1400, Van: 1400 }\nmemorandum:\n  First:\n${own}    lines: { A: { formula: Rent }, B: { formula: C } }\n  Second:\n${other}    lines: { C: { amounts: 2450 }, D: { amounts: 1 } }\n`,
      );
    const rounded = (own: string, other: string) =>
      layOut(evaluate(model(own, other)), { table: "First", round: "footed" }).rows.map(
        ({ label, rounded: how, cells }) =>
          `${label} ${how}: ${cells.map((cell) => cell?.printed).join(" ")}`,
      );
    expect(rounded("", "")).toEqual(["A from printed: 1 2 1 4", "B from printed: 2 2 3 7"]);
    expect(rounded("", "    print in: pounds\n")).toEqual(["A from printed: 1 2 1 4", "B together: 2 2 3 7"]);
    expect(rounded("", "    decimals: 1\n")).toEqual(["A from printed: 1 2 1 4", "B together: 2 2 3 7"]);
    expect(rounded("    decimals: 1\n", "    decimals: 1\n")).toEqual([
      "A together: 1.4 1.4 1.4 4.2",
      "B from printed: 2.5 2.5 2.4 7.4",
    ]);
    expect(rounded("    print in: pounds\n", "    print in: pounds\n")).toEqual([
      "A together: 1400 1400 1400 4200",
      "B from printed: 2450 2450 2450 7350",
    ]);
    expect(rounded("    print in: pounds\n", "")).toEqual([
      "A together: 1400 1400 1400 4200",
      "B together: 2450 2450 2450 7350",
    ]);
    expect(rounded("", "    column: Once\n")).toEqual(["A from printed: 1 2 1 4", "B together: 2 2 3 7"]);
    expect(rounded("    column: Once\n", "")).toEqual(["A on its own: 4", "B on its own: 7"]);
  });

  test("has columns that say what they are", () => {
    const columns = ["periods", "total", { measure: "Places", values: { Families: 5 } }] as const;
    const roles = sheet({ table: "Families helped", columns: [...columns] }).columns.map(({ role }) => role);
    expect(roles).toEqual(["period", "period", "total", "measure"]);
    const share = sheet({ columns: [{ "share of": "Total Cost" }] }).columns;
    expect(share).toMatchObject([{ role: "share", label: "%" }]);
  });
});

test.each<[string, unknown]>([
  ["a unit that is none", { unit: "pence" }],
  ["decimals that are no whole number", { decimals: 1.5 }],
  ["columns that are no list", { columns: "total" }],
  ["a rule that is none", { round: "up" }],
  ["a table that is no text", { table: 5 }],
])("%s is refused, at its key", (_, options) => {
  try {
    sheet(options as LayOutOptions);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    expect(error.issues[0]?.path).toContain(Object.keys(options as object)[0]);
  }
});
