import { readTable } from "invest-to-save/audit";
import { describe, expect, test } from "vitest";

type Options = Parameters<typeof readTable>[1];

/** A table that can be read, and what was decided about it. */
function read(text: string, options: Options = {}) {
  const { table, issues } = readTable(text, options);
  if (table === undefined) throw new Error(issues.map(({ message }) => message).join("; "));
  const said = table.interpretations.map(({ says, because }) => `${says}, because ${because}`);
  const headings = table.blocks.flatMap(({ columns }) => columns.map(({ label }) => label));
  const labels = table.blocks.flatMap(({ rows }) => rows.map(({ label }) => label));
  return { table, said, headings, labels };
}

describe("the form of a text without a name is told by", () => {
  const figures = [
    [",", "2023/24", "2024/25"],
    ["Pay", "60", "70"],
    ["Rent", "40", "45"],
  ];
  test.each([
    [
      "what it was asked for",
      "£000s,2023/24\nPay,60\n",
      { form: "csv" as const },
      /\(CSV\), because it was asked/,
    ],
    [
      "the marks of a web page",
      "<table><tr><td><td>2023/24<td>2024/25<tr><td>Pay<td>60<td>70</table>",
      {},
      /\(HTML\), because it has the marks/,
    ],
    [
      "pipes and dashes",
      "| £000s | 2023/24 |\n|:--|--:|\n| Pay | 60 |\n",
      {},
      /Markdown, because it has pipes and a row of dashes/,
    ],
    [
      "tabs",
      figures.map((row) => row.join("\t")).join("\n"),
      {},
      /\(TSV\), because its lines have the same number of tabs/,
    ],
  ])("%s", (_, text, options, expected) => {
    expect(read(text, options).said.join("\n")).toMatch(expected);
  });
});

describe("of several tables", () => {
  const table = (figures: readonly number[]) =>
    `<table><tr><td><td>A<td>B</tr>${figures.map((own) => `<tr><td>Row ${own}<td>${own}<td>2</tr>`).join("")}</table>`;
  const page = table([1]) + table([2, 3, 4]) + table([5, 6]);

  test("the one with the most figures is read, wherever it stands", () => {
    const { labels, said } = read(page);
    expect(labels).toEqual(["Row 2", "Row 3", "Row 4"]);
    expect(said).toContain("table 2 of 3 is read, because it has the most figures");
  });

  test.each([
    [page, 9, "a number from 1 to 3"],
    ["<p>no table</p>", 1, "no table: there is none"],
  ])("one that is not there is refused with those that are", (text, told, expected) => {
    const { issues } = readTable(text, { file: "page.html", table: told });
    expect(issues).toMatchObject([{ code: "unknown-name", expected }]);
  });
});

describe("headings of columns are", () => {
  test.each([
    ["years that are counted from the start", "Year,1,2,3\nPay,60,70,80\n", ["1", "2", "3"]],
    ["one year alone", "£000,2024\nPay,60\nRent,40\n", ["2024"]],
    ["one year over nothing", ",2024\nPay,60\nRent,40\n", ["2024"]],
    [
      "years of which the last is not known yet",
      ",2023/24,2024/25,TBC\nPay,60,70,80\n",
      ["2023/24", "2024/25", "TBC"],
    ],
    [
      "over several columns what they share",
      ",2023/24,,2024/25,\n,Budget,Actual,Budget,Actual\nPay,60,61,70,71\n",
      ["2023/24 Budget", "2023/24 Actual", "2024/25 Budget", "2024/25 Actual"],
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text).headings).toEqual(expected);
  });

  test("no single bare year in a row with a name, which is a figure", () => {
    expect(read("£000,2023\nPay,60\nOpened,2014\n").labels).toEqual(["Pay", "Opened"]);
  });
});

test("a bullet before a label says that the row lies deeper, and is no part of its name", () => {
  const { table } = read("£000s,2023/24\nStaff,60\n- Teachers,40\n• Others,20\n");
  expect(table.blocks[0]?.rows.map(({ label, depth }) => `${depth} ${label}`)).toEqual([
    "0 Staff",
    "1 Teachers",
    "1 Others",
  ]);
});

describe("in Markdown", () => {
  test("signs that are written out are read, and those that are not known stay as they are", () => {
    const { table, labels } = read(
      "| &pound;000s | 2023/24 |\n|:--|--:|\n| R&amp;D &hellip; | 60 |\n| Rent | 40 |\n",
    );
    expect(table.unit).toBe("£000s");
    expect(labels).toEqual(["R&D &hellip;", "Rent"]);
  });

  test("text above, between and below tables is kept", () => {
    const { table, labels } = read(
      "# Budget\n\n| £000s | 2023/24 |\n|:--|--:|\n| Pay | 60 |\n\n## Capital\n\n| £000s | 2023/24 |\n|:--|--:|\n| Works | 40 |\n\nAs approved.\n",
    );
    expect(table.title).toBe("Budget");
    expect(labels).toEqual(["Pay", "Capital", "Works"]);
    expect(table.notes).toContain("As approved.");
  });
});

describe("what figures are rounded to is said by", () => {
  test.each([
    ["Figures are rounded to the nearest five.", "5"],
    ["All values have been rounded to the nearest hundred.", "100"],
    ["Amounts are rounded to the nearest £1000.", "1000"],
    ["Rounded to the nearest million", "1000000"],
    ["Rounded to the nearest £5k.", "5000"],
  ])("a note: %s", (note, base) => {
    expect(read(`£,2023/24\nPay,5000000\nRent,10000000\n${note}\n`).said.join("\n")).toMatch(
      new RegExp(`figures are rounded to the nearest ${base}, because a note says “`, "i"),
    );
  });

  test("whoever asks", () => {
    expect(read("£,2023/24\nPay,5000\n", { "rounded to": 1000 }).said).toContain(
      "figures are rounded to the nearest 1000, because it was asked for",
    );
  });
});

describe("the unit of money is", () => {
  test("as it was asked for, and what the table says otherwise is told", () => {
    expect(read("£000s,2023/24\nPay,60\n", { unit: "millions" }).said).toContain(
      "amounts are in £m, because it was asked for, although the corner says “£000s”",
    );
    expect(read("£000s,2023/24\nPay,60\n", { unit: "thousands" }).said).toContain(
      "amounts are in £000s, because it was asked for",
    );
  });

  test("taken from a long title, of which the start is told", () => {
    const title = "Table 4: revenue budget of the directorate for children and families by service in £000s";
    const { table, said } = read(`${title}\n,2023/24\nPay,60\nRent,40\n`);
    expect(table.unit).toBe("£000s");
    expect(said.join("\n")).toMatch(
      /the text above says “Table 4: revenue budget of the directorate [^”]*…”/,
    );
  });
});
