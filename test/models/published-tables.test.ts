import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/file/csv.ts";
import { root, textOf } from "../cli/repository.ts";
import { invest, within } from "../cli/terminal.ts";

/** A table as a council printed it, and where the model has it. Without a memorandum table it is the statement. */
interface Printed {
  readonly file: string;
  readonly model: string;
  readonly table?: string;
  /** The column of the model for each printed one, left to right. */
  readonly columns: readonly string[];
  readonly cells: number;
  /** Rows of the model that the printed table does not have. */
  readonly besides?: readonly string[];
}

const threeYears = ["2007/08", "2008/09", "2009/10"];
const shortBreaks = "leicester-short-breaks";
const nhsUsers = "NHS short breaks, users";

const tables: readonly Printed[] = [
  {
    file: "ymca-east-street",
    model: "leicester-ymca-east-street",
    columns: ["Total"],
    cells: 9,
    besides: ["Balance of Funding Required / (Savings)"],
  },
  {
    file: "youth-offending",
    model: "leicester-youth-offending",
    table: "Sources in print",
    columns: ["£", "%"],
    cells: 8,
  },
  {
    file: "domestic-violence",
    model: "leicester-domestic-violence",
    table: "Sources in print",
    columns: ["£"],
    cells: 6,
  },
  {
    file: "short-breaks-expenditure",
    model: shortBreaks,
    columns: threeYears,
    cells: 9,
    besides: ["Double running"],
  },
  { file: "short-breaks-suppliers", model: shortBreaks, table: "Suppliers", columns: threeYears, cells: 21 },
  {
    file: "short-breaks-users",
    model: shortBreaks,
    table: "Users",
    columns: ["2008/09"],
    cells: 7,
    besides: [nhsUsers],
  },
];

/** Every printed cell that its own lines do not make. All others must be equal, so a cell stays here only while it differs. */
const disagreements = [
  { place: "domestic-violence: TOTAL, £", printed: "1,428,383", calculated: "1,428,388" },
  { place: "short-breaks-suppliers: Total, 2007/08", printed: "407,384", calculated: "500,082" },
  { place: "short-breaks-suppliers: TOTALS, 2008/09", printed: "748,679", calculated: "748,680" },
  { place: "short-breaks-suppliers: TOTALS, 2009/10", printed: "758,972", calculated: "746,565" },
];

/** Where the text of a report says other than its table, and the row of the model that has the table's figure. */
const textAgainstTable = [
  { model: "leicester-youth-offending", row: "Total", text: "4,000,000", calculated: "3,460,700" },
  {
    model: "leicester-youth-offending",
    row: "Direct council budget of the year",
    text: "925,000",
    calculated: "635,500",
  },
  {
    model: "leicester-domestic-violence",
    row: "Supporting People (area based grant)",
    text: "934,627",
    calculated: "941,511",
  },
];

const rowsOf = (csv: string) => readCsv(csv, "").rows.map(({ fields }) => fields.map(({ text }) => text));
const shown = (model: string, table?: string) => {
  const words = ["show", model, "--as", "csv", ...(table === undefined ? [] : ["--table", table])];
  return rowsOf(within(root, () => invest(...words)).out);
};
/** As the reports write it: thousands separated, and funding without the minus that the statement gives it. */
const asPrinted = (figure: string) => figure.replace(/^-/, "").replace(/\B(?=(\d{3})+$)/g, ",");
const withFigures = (rows: string[][]) =>
  rows.filter(([, ...figures]) => figures.some((figure) => figure !== ""));
const notes = (model: string) => textOf(`models/${model}/notes.md`);

/** Printed and calculated cells side by side. Headings hold no figures and are passed over. */
function cellsOf({ file, model, table, columns, besides = [] }: Printed) {
  const [head = [], ...lines] = shown(model, table);
  const own = withFigures(lines).filter(([label = ""]) => !besides.includes(label));
  const printed = withFigures(rowsOf(textOf(`test/models/published/${file}.csv`)).slice(1));
  expect(own).toHaveLength(printed.length);
  return printed.flatMap(([label = "", ...figures], row) => {
    expect(own[row]?.[0]?.startsWith(label), label).toBe(true);
    return columns.map((column, at) => ({
      place: `${file}: ${label}, ${column}`,
      printed: figures[at] ?? "",
      calculated: asPrinted(own[row]?.[head.indexOf(column, 1)] ?? ""),
    }));
  });
}

describe.each(tables)("$file, as printed", (table) => {
  const known = disagreements.filter(({ place }) => place.startsWith(`${table.file}:`));

  test("is what the model prints, but for the disagreements listed", () => {
    const cells = cellsOf(table);
    expect(cells).toHaveLength(table.cells);
    expect(cells.filter(({ printed, calculated }) => printed !== calculated)).toEqual(known);
  });

  test("has its disagreements in the notes, both numbers of each", () => {
    const absent = known
      .flatMap(({ printed, calculated }) => [printed, calculated])
      .filter((figure) => !notes(table.model).includes(`£${figure}`));
    expect(absent).toEqual([]);
  });
});

test("every listed disagreement belongs to one of the tables", () => {
  const files = tables.map(({ file }) => file);
  expect(disagreements.filter(({ place }) => !files.includes(place.split(":")[0] ?? ""))).toEqual([]);
});

test("the 157 users in print are the 119 of the printed lines and the 38 of the NHS", () => {
  const users = new Map(shown(shortBreaks, "Users").map(([label = "", count]) => [label, Number(count)]));
  expect([users.get("TOTALS"), users.get(nhsUsers)]).toEqual([157, 38]);
  expect(Number(users.get("TOTALS")) - Number(users.get(nhsUsers))).toBe(119);
  for (const count of ["157", "119", "38"]) expect(notes(shortBreaks)).toContain(count);
});

test.each(textAgainstTable)("$model: $row is $calculated and not the $text of the text", (one) => {
  const row = shown(one.model, "Sources in print").find(([label]) => label === one.row);
  expect(asPrinted(row?.[1] ?? "")).toBe(one.calculated);
  expect(one.text).not.toBe(one.calculated);
  expect(notes(one.model)).toContain(`£${one.text}`);
  expect(notes(one.model)).toContain(`£${one.calculated}`);
});
