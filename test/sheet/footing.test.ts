import {
  cost,
  decimal,
  evaluate,
  layOut,
  programme,
  type Sheet,
  sheetOf,
  writeText,
  years,
} from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { foot } from "../../src/sheet/foot/foot.ts";
import { roundingNotes } from "../../src/sheet/rounding-notes.ts";
import { textOf } from "../cli/repository.ts";
import { laidOut } from "../laws/sheets.ts";

const thousands = (...amounts: number[]) => amounts.map((amount) => decimal(amount).times(1000));
const line = (...amounts: number[]) =>
  ({ role: "line", depth: 0, totals: "sum", values: thousands(...amounts) }) as const;

function printed(sheet: Sheet): string[] {
  return sheet.rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ label, cells }) => `${label}: ${cells.map((cell) => cell?.printed.toFixed() ?? "-").join(" ")}`);
}

function roundings(sheet: Sheet): string[] {
  return sheet.rows.flatMap(({ label, rounded }) => (rounded === undefined ? [] : [`${label}: ${rounded}`]));
}

const leeds = readProgramme(textOf("models/leeds-family-valued/model.yaml"));

describe("Leeds, footed", () => {
  const sheet = sheetOf(leeds, { round: "footed" });

  test("says which figures moved, and by how much", () => {
    const moves = sheet.rows.flatMap(({ label, cells }) =>
      cells.flatMap((cell, i) =>
        cell?.moved === undefined ? [] : [`${label}, ${sheet.columns[i]?.label}: ${cell.moved}`],
      ),
    );
    expect(moves).toEqual([
      "Other One off costs, 2014/15: -1",
      "Workforce Development, 2015/16: -1",
      "Workforce Development, 2017/18: -1",
      "Sub-Total Ongoing Costs, 2015/16: -1",
      "Sub-Total Ongoing Costs, 2017/18: -1",
      "Total Cost, 2017/18: -1",
      "Department for Education, 2015/16: 1",
      "Leeds Base Budget, 2017/18: 1",
      "Leeds Base Budget, Total: -1",
    ]);
  });

  test("keeps every exact value, and every figure of the sheet that is rounded on its own", () => {
    const alone = layOut(evaluate(leeds));
    const values = (one: Sheet) => one.rows.map(({ cells }) => cells.map((cell) => cell?.value.toFixed()));
    expect(values(sheet)).toEqual(values(alone));
    expect(printed(sheetOf(leeds, { round: "independent" }))).toEqual(printed(alone));
  });

  test("is footed too without a total column, and with columns twice or in another order", () => {
    const twice = sheetOf(leeds, { round: "footed", columns: ["total", "periods", "total"] });
    const cells = (one: Sheet, from: number, to: number) =>
      printed({ ...one, rows: one.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })) });
    expect(cells(twice, 1, 6)).toEqual(cells(sheet, 0, 5));
    expect(cells(twice, 0, 1)).toEqual(cells(sheet, 5, 6));
    expect(cells(twice, 6, 7)).toEqual(cells(sheet, 5, 6));
    const without = sheetOf(leeds, { round: "footed", total: false });
    expect(without.notes.some((note) => note.startsWith("Rounded together"))).toBe(true);
    expect(roundings(without).every((words) => words.endsWith("together"))).toBe(true);
  });

  test("leaves shares as they are, worked out from exact values", () => {
    const columns = ["periods", "total", { "share of": "total cost", decimals: 1 }] as const;
    const shares = (round: "footed" | "independent") =>
      sheetOf(leeds, { round, columns }).rows.map(({ cells }) => cells.at(-1)?.printed.toFixed());
    expect(shares("footed")).toEqual(shares("independent"));
    expect(sheetOf(leeds, { round: "footed", columns }).notes).toContain(
      "Worked out from exact values and rounded on their own: %.",
    );
  });
});

test("the mark says which way figures moved, and how far at most", () => {
  const small = programme(
    "Small",
    years("2024/25", "2024/25"),
    { source: "worked by hand", "print in": "thousands" },
    ...["Rent", "Rates", "Fees"].map((label) => cost(label, 400)),
  );
  expect(writeText(sheetOf(small, { round: "footed" }), { mark: true })).toContain(
    "* Moved by 1 from the nearest figure, so that printed sums hold: 1 up.",
  );
});

describe("of sums that cannot all hold in print", () => {
  const halves = [line(0.4, 0.4), line(0.4, 0.4), line(0.8, 0.8), line(0.4, 0.4), line(0.8, 0.8)];

  test("the first are kept, and the total of another follows from what is printed where nothing else decides it", () => {
    const sums = [
      { total: 2, of: [0, 1] },
      { total: 4, of: [0, 1] },
    ];
    const sheet = foot(laidOut(halves, sums, 2, "thousands"));
    expect(roundings(sheet).at(-1)).toBe("Row 5: from printed");
    expect(printed(sheet)[4]?.slice(7)).toBe(printed(sheet)[2]?.slice(7));
    expect(roundingNotes(sheet)).toContain("Worked out from printed figures: Row 5.");
  });

  test("so too where a sheet has nothing but totals", () => {
    const sums = [
      { total: 2, of: [0, 1] },
      { total: 4, of: [0, 1] },
    ];
    const whole = laidOut(halves, sums, 2, "thousands");
    const totals = {
      ...whole,
      columns: whole.columns.slice(-1),
      rows: whole.rows.map((row) => ({ ...row, cells: row.cells.slice(-1) })),
    };
    const sheet = foot(totals);
    expect(printed(sheet)).toEqual(["Row 1: 1", "Row 2: 1", "Row 3: 2", "Row 4: 1", "Row 5: 2"]);
    expect(roundings(sheet).at(-1)).toBe("Row 5: from printed");
  });

  test("one that is left out and does not hold is named", () => {
    // Rows 1 and 2 make row 3, rows 1 and 4 make row 5. Rows 2 and 4 make it as well, but are in other sums already.
    const sums = [
      { total: 2, of: [0, 1] },
      { total: 4, of: [0, 3] },
      { total: 4, of: [1, 3] },
    ];
    const rows = [line(0.4), line(0.4), line(0.8), line(0.4), line(0.8)];
    const sheet = foot(laidOut(rows, sums, 1, "thousands"));
    expect(printed(sheet).map((words) => words.split(" ").at(-1))).toEqual(["1", "0", "1", "0", "1"]);
    expect(roundingNotes(sheet)).toContain(
      "Not the sum of its printed rows, which are in other sums too: Row 5.",
    );
  });

  test("two that make the same total of different rows both hold", () => {
    const rows = [line(0.4, 1.3), line(0.4, 1.3), line(0.2, 0.7), line(0.6, 1.9), line(0.8, 2.6)];
    const sums = [
      { total: 4, of: [0, 1] },
      { total: 4, of: [2, 3] },
    ];
    const sheet = foot(laidOut(rows, sums, 2, "thousands"));
    expect(roundings(sheet).every((words) => words.endsWith("together"))).toBe(true);
    expect(roundingNotes(sheet).filter((note) => note.startsWith("Not"))).toEqual([]);
  });

  test("a sum that is not true of the exact values is none", () => {
    const sheet = foot(laidOut([line(0.4), line(0.4), line(2)], [{ total: 2, of: [0, 1] }], 1, "thousands"));
    expect(printed(sheet)).toEqual(["Row 1: 0 0", "Row 2: 0 0", "Row 3: 2 2"]);
  });
});

describe("rows beside the sums", () => {
  const model = (more: string) =>
    readProgramme(`
title: Hubs
years: 2025/26 to 2027/28
print in: thousands
source: the plan
costs:
  Staff: { 2025/26: 100400, then: 100400 }
  Rent: { 2025/26: 20400, then: 20400 }
savings:
  Placements: { 2025/26: 10700, then: 150300 }
${more}`);
  const table = (rows: string, options = {}) =>
    sheetOf(model(`memorandum:\n  Beside:\n    lines:\n${rows.replaceAll(/^/gm, "      ")}`), {
      round: "footed",
      table: "Beside",
      ...options,
    });

  test("what is cumulative runs on from the printed figures of the statement", () => {
    const balance = sheetOf(model(""), { round: "footed" }).rows.at(-1)?.cells ?? [];
    const sheet = table("Cumulative balance: { formula: previous() + balance, totals: closing }");
    const runs = balance.slice(0, 3).map((_, i) => added(balance.slice(0, i + 1)).toFixed());
    expect(printed(sheet)).toEqual([`Cumulative balance: ${[...runs, runs.at(-1)].join(" ")}`]);
    expect(roundings(sheet)).toEqual(["Cumulative balance: from printed"]);
    expect(sheet.notes).toContain("Worked out from printed figures: Cumulative balance.");
  });

  test("it says how far they are from the nearest where that is more than the last digit", () => {
    const years = readProgramme(`
title: Staff
years: 2025/26 to 2034/35
print in: thousands
source: the plan
costs:
  Staff: { 2025/26: 100400, then: 100400 }
memorandum:
  Beside:
    lines:
      Cumulative: { formula: previous() + staff, totals: closing }`);
    // Six years at 100, then four at 101: after six, 600 is printed where £602,400 would be 602.
    const sheet = sheetOf(years, { round: "footed", table: "Beside" });
    expect(printed(sheet)).toEqual(["Cumulative: 100 200 300 400 500 600 701 802 903 1004 1004"]);
    expect(sheet.rows[0]?.cells[5]?.moved?.toFixed()).toBe("-2");
    expect(sheet.notes).toContain("Worked out from printed figures: Cumulative (up to 2 from the nearest).");
  });

  test("what is part of another row, or the rest of it, is what printed figures make of it", () => {
    const sheet = table(
      "Of which council: { formula: placements - staff }\nThe whole: { formula: placements }",
    );
    const statement = sheetOf(model(""), { round: "footed" });
    const of = (id: string) =>
      statement.rows.find((row) => row.id === id)?.cells.map((cell) => cell?.printed) ?? [];
    const rest = of("placements").map((one, i) =>
      one
        ?.negated()
        .minus(of("staff")[i] ?? 0)
        .toFixed(),
    );
    expect(printed(sheet)[0]).toBe(`Of which council: ${rest.join(" ")}`);
    expect(printed(sheet)[1]).toBe(
      `The whole: ${of("placements")
        .map((one) => one?.negated().toFixed())
        .join(" ")}`,
    );
  });

  test("an average over the years is no sum of printed figures, and is rounded on its own", () => {
    const sheet = table("Of which council: { formula: placements - staff, totals: average }");
    const [row] = sheet.rows;
    // The years are from printed figures, 150 − 101 among them; the average is that of the exact amounts, £3,367.
    expect(row?.cells.map((cell) => cell?.printed.toFixed())).toEqual(["-89", "49", "50", "3"]);
    expect(roundings(sheet)).toEqual(["Of which council: from printed"]);
  });

  test("what follows from no printed figure is rounded on its own, and named", () => {
    const sheet = table("Most of it: { formula: placements * 0.37, totals: closing }");
    expect(roundings(sheet)).toEqual(["Most of it: on its own"]);
    expect(sheet.notes).toContain("Rounded on their own, outside the sums: Most of it.");
  });

  test("a row that is in no sum adds up across", () => {
    const sheet = table("A third: { formula: placements / 3 }");
    const [row] = sheet.rows;
    const cells = row?.cells ?? [];
    expect(row?.rounded).toBe("together");
    expect(added(cells.slice(0, -1)).toFixed()).toBe(cells.at(-1)?.printed.toFixed());
  });

  test("what is no money is rounded on its own, without a word", () => {
    const sheet = table("Share: { formula: placements / total cost, unit: share, totals: closing }");
    expect(roundings(sheet)).toEqual(["Share: on its own"]);
    expect(sheet.notes.filter((note) => note.includes("Share") || note.startsWith("Rounded"))).toEqual([]);
  });
});

function added(cells: Sheet["rows"][number]["cells"]) {
  return cells.reduce((sum, cell) => sum.plus(cell?.printed ?? 0), decimal(0));
}
