import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type Cell, type CellValue, writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { auditTable } from "../../src/audit/audit.ts";
import { shownNumber } from "../../src/audit/read/forms/number-format.ts";
import { readWorkbookTable } from "../../src/audit/read/forms/workbook.ts";
import { decimal } from "../../src/quantity/decimal.ts";

describe("a number is shown as its format says", () => {
  test.each([
    ["1234.567", "General", "1234.567"],
    ["0.30000000000000004", "General", "0.3"],
    ["1234.567", "#,##0", "1,235"],
    ["-1234.567", "#,##0;(#,##0)", "(1,235)"],
    ["-1234.5", "#,##0.0", "-1,234.5"],
    ["-0.2", "#,##0", "0"],
    ["0", '#,##0;(#,##0);"–"', "–"],
    ["0", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"],
    ["1234567", "#,##0,", "1,235"],
    ["1234567", '[$£-809]#,##0.0,,"m"', "£1.2m"],
    ["0.1234", "0.0%", "12.3%"],
    ["-5", "[Red]-0;[Red]-0", "-5"],
    ["2.5", "0.##", "2.5"],
    ["7", "[>100]0;0", "7"],
  ])("%s under %s: %s", (value, format, shown) => {
    expect(shownNumber(decimal(value).toSignificantDigits(15), format)).toBe(shown);
  });
});

const numFmt = "#,##0,;(#,##0,);–";

async function workbook(rows: CellValue[][], cells: Record<string, Partial<Cell>> = {}): Promise<Uint8Array> {
  const styled = new Map<string, Partial<Cell>>();
  for (const [at, row] of rows.entries()) {
    for (const [column, value] of row.entries())
      if (typeof value === "number")
        styled.set(`${at},${column}`, { value, type: "number", style: { numFmt } });
  }
  for (const [place, cell] of Object.entries(cells)) styled.set(place, cell);
  return writeXlsx({
    sheets: [
      { name: "Notes", rows: [["Prepared by the finance team"], ["Version", 3]] },
      { name: "Table 4", rows, cells: styled as Map<string, Cell> },
    ],
  });
}

const rows: CellValue[][] = [
  ["Costs of the programme, £000"],
  [null, "2023/24", "2024/25", "Total"],
  ["Staff", 412_400, 425_300, 837_700],
  ["Premises", 96_400, -1_900, 94_500],
  ["Grants", 0, 5_000, 5_000],
  ["Total", 508_800, 428_400, 937_200],
];

describe("a workbook", () => {
  test("is read as its number formats show it, from the worksheet with the most figures", async () => {
    const { table, issues } = await readWorkbookTable(await workbook(rows), { file: "plan.xlsx" });
    expect(issues).toEqual([]);
    expect(table?.unit).toBe("£000s");
    expect(table?.blocks[0]?.rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual([
      "412 425 838",
      "96 (2) 95",
      "– 5 5",
      "509 428 937",
    ]);
    expect(table?.interpretations.map(({ says }) => says)).toContain("Table 4 of 2 is read");
    const verdicts = table && auditTable(table).audit?.blocks[0]?.checks.map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(["exact", "rounding"]));
  });

  test("keeps indentation, bold type and footnotes, and says what a reader cannot see", async () => {
    const { table } = await readWorkbookTable(
      await workbook(rows, {
        "2,0": { value: "Staff", type: "string", style: { alignment: { indent: 1 } } },
        "5,0": { value: "Total", type: "string", style: { font: { bold: true } } },
        "5,2": { value: null, type: "formula", formula: "SUM(C3:C5)" },
      }),
    );
    const [block] = table?.blocks ?? [];
    expect(block?.rows[0]?.depth).toBe(1);
    expect(block?.rows[3]?.strong).toBe(true);
    expect(block?.rows[3]?.cells[1]?.standing).toBe("unknown");
    expect(table?.interpretations.map(({ says }) => says)).toContain(
      "1 formula is a figure that is not given",
    );
  });

  test("takes a number beyond all numbers as a figure that is not given, and says so", async () => {
    const stand = 987_654_321;
    const own = rows.map((row, at) => (at === 2 || at === 3 ? [...row.slice(0, 3), stand] : row));
    const parts = Object.entries(unzipSync(await workbook(own))).map(([name, bytes]) => {
      return [name, strToU8(strFromU8(bytes).replaceAll(String(stand), "1e999"))] as const;
    });
    const { table } = await readWorkbookTable(zipSync(Object.fromEntries(parts)));
    const cells = table?.blocks[0]?.rows.map((row) => row.cells.at(-1));
    expect(cells?.map((cell) => cell?.standing)).toEqual(["unknown", "unknown", "figure", "figure"]);
    expect(table?.interpretations.find(({ says }) => says.startsWith("2 "))).toMatchObject({
      says: "2 numbers are figures that are not given",
      because: "they are larger than any number of a spreadsheet",
    });
    expect(JSON.stringify(table)).not.toContain("Infinity");
  });

  test("keeps raised footnotes apart from what they stand beside, and says which rows are hidden", async () => {
    const raised = { type: "richText", value: "Staff a" } as const;
    const runs = [{ text: "Staff" }, { text: " a ", font: { vertAlign: "superscript" as const } }];
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Table 4",
          rows,
          cells: new Map<string, Partial<Cell>>([["2,0", { ...raised, richText: runs }]]) as Map<
            string,
            Cell
          >,
          rowDefs: new Map([
            [3, { hidden: true }],
            [4, { hidden: false }],
          ]),
        },
      ],
    });
    const { table } = await readWorkbookTable(bytes);
    expect(table?.blocks[0]?.rows.map(({ label }) => label)).toEqual([
      "Staff",
      "Premises",
      "Grants",
      "Total",
    ]);
    expect(table?.interpretations.map(({ says }) => says)).toContain("hidden rows are read too: 4");
  });

  test("prints a date as its day", async () => {
    const dated: CellValue[][] = [
      ["Spend by day, £", new Date(Date.UTC(2025, 3, 1)), new Date(Date.UTC(2025, 4, 1))],
      ["Staff", 412, 425],
    ];
    const { table } = await readWorkbookTable(await writeXlsx({ sheets: [{ name: "Days", rows: dated }] }));
    expect(table?.blocks[0]?.columns.map(({ label }) => label)).toEqual(["2025-04-01", "2025-05-01"]);
  });

  test("may be asked for another worksheet, by its name or number", async () => {
    const bytes = await workbook(rows);
    const { table } = await readWorkbookTable(bytes, { table: "notes" });
    expect(table?.blocks[0]?.rows.map(({ label }) => label)).toContain("Version");
    const { issues } = await readWorkbookTable(bytes, { table: "Table 9" });
    expect(issues).toMatchObject([
      { code: "unknown-name", expected: "a number from 1 to 2, or one of Notes, Table 4" },
    ]);
  });

  test("finds a fault that was typed over a formula", async () => {
    const broken = rows.map((row) => row.map((value) => (value === 425_300 ? 452_300 : value)));
    const { table } = await readWorkbookTable(await workbook(broken));
    const [finding] = (table && auditTable(table).audit?.blocks[0]?.findings) ?? [];
    expect(finding?.located).toBe("only");
    expect(finding?.explanations[0]?.changes[0]?.causes[0]?.kind).toBe("swapped");
  });
});
