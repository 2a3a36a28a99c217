import { cost, evaluate, funding, InvestToSaveError, layOut, programme, years } from "invest-to-save";
import { describe, expect, test } from "vitest";

const plan = evaluate(
  programme(
    "Hubs",
    years("2024/25", "2025/26"),
    { source: "bid" },
    cost("Staff", 300),
    cost("Rent", 100),
    funding("Grant", { "2024/25": 200 }),
  ),
);
const cellsOf = (columns: Parameters<typeof layOut>[1]) =>
  layOut(plan, columns).rows.map(({ label, cells }) => [
    label,
    ...cells.map((cell) => cell?.printed.toString()),
  ]);

describe("a column of a sheet", () => {
  test("is a measure beside the rows that are named, and blank beside the others", () => {
    const sheet = cellsOf({
      columns: ["total", { measure: "Families", values: { Staff: "12.5", rent: 3 }, decimals: 1 }],
    });
    expect(sheet.find(([label]) => label === "Staff")).toEqual(["Staff", "600", "12.5"]);
    expect(sheet.find(([label]) => label === "Rent")).toEqual(["Rent", "200", "3"]);
    expect(sheet.find(([label]) => label === "Grant")).toEqual(["Grant", "-200", undefined]);
  });

  test("is a share of one row, in percent", () => {
    const sheet = cellsOf({ columns: [{ "share of": "Total Cost", decimals: 1 }] });
    expect(sheet.find(([label]) => label === "Rent")).toEqual(["Rent", "25"]);
  });

  test.each<[string, object, string]>([
    ["a measure that is no number", { measure: "Families", values: { Staff: "many" } }, "not-a-number"],
    ["a measure of a row that is not there", { measure: "Families", values: { Stuff: 5 } }, "unknown-name"],
    ["a share of a row that is not there", { "share of": "Totl Cost" }, "unknown-name"],
  ])("is refused for %s", (_, column, code) => {
    try {
      layOut(plan, { columns: [column as never] });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues.map((issue) => issue.code)).toEqual([code]);
      expect(error.issues[0]?.hint).toMatch(/\w/);
    }
  });
});
