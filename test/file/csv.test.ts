import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/file/csv.ts";
import { csvTable } from "../../src/file/csv-table.ts";

const texts = (csv: string) => readCsv(csv, "a.csv").rows.map(({ fields }) => fields.map(({ text }) => text));
const faults = (csv: string) =>
  csvTable(csv, "a.csv").issues.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`);
const hints = (csv: string) => csvTable(csv, "a.csv").issues.map(({ hint }) => hint);

describe("cells", () => {
  test.each([
    [
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"a, b","say ""no""","two\nlines"', [["a, b", 'say "no"', "two\nlines"]]],
    ["a\r\n\r\n,,\r\nb\r", [["a"], ["b"]]],
    ["\ufeffa,\n", [["a", ""]]],
    [' a , "b" ,c d', [["a", "b", "c d"]]],
    ['"  a  ",""', [["  a  ", ""]]],
    ["", []],
  ])("of %j are %j", (csv, rows) => {
    expect(texts(csv)).toEqual(rows);
    expect(readCsv(csv, "a.csv").issues).toEqual([]);
  });

  test("with a quote astray are a fault, and the rows below are still read", () => {
    const { rows, issues } = readCsv('a,b\n"c,d\ne"f,g\n"h" i,j\nk,l\n', "a.csv");
    expect(issues.map(({ place }) => `${place?.line}:${place?.column}`)).toEqual(["2:1", "3:2", "4:5"]);
    expect(rows.map(({ astray }) => astray)).toEqual([false, true, true, true, false]);
    expect(rows.at(-1)?.fields.map(({ text }) => text)).toEqual(["k", "l"]);
  });

  test("with a quote astray in every row are read to the end", () => {
    expect(readCsv('"a\n'.repeat(10_000), "a.csv").issues).toHaveLength(10_000);
  });
});

describe("the form of a table", () => {
  test("is periods across and rows down; what is no amount has a heading that says so", () => {
    const csv =
      "Row,2014/15,2014/15 Q2,Apr 2015,then,2016,Total,NOTES,Source,,\nRent,1,2,3,4,5,15,ask,ledger,,\n\n";
    const { periods, issues } = csvTable(csv, "a.csv");
    expect(periods.map(({ heading }) => heading.text)).toEqual([
      "2014/15",
      "2014/15 Q2",
      "Apr 2015",
      "then",
      "2016",
    ]);
    expect(issues).toEqual([]);
  });

  test.each([
    ["a heading that stands twice", "R,2014/15,2015/16,2014/15\nA,1,2,3\n", ["1:19 period-given-twice"]],
    [
      "a heading that is no period",
      "R,FY2014/15,Year 1,2014/16\nA,1,2,3\n",
      ["1:3", "1:13", "1:20"].map(malformed),
    ],
    ["an amount below no heading", "R,2014/15,,2015/16\nA,1,,2\nB,1,5,2\n", ["1:11 malformed-period"]],
    ["surplus cells", "R,2014/15\nA,1\nB,1,,2,3\n", ["3:6 broken-file"]],
    ["missing cells", "R,2014/15,2015/16\nA,1,2\nB,1\n", ["3:3 broken-file"]],
    ["semicolons", "R;2014/15\nA;1\n", ["1:2 broken-file"]],
    ["tabs", "\n\nR\t2014/15\nA\t1\n", ["3:2 broken-file"]],
    ["a single column", "Rent\nFood\n", ["1:1 broken-file"]],
    ["nothing", "\ufeff \n", ["1:1 empty-file"]],
    ["a workbook", "PK\u0003\u0004\u0000", ["1:1 binary-file"]],
    ["a byte of another encoding", "R,2014/15\nA,\ufffd5\n", ["2:3 binary-file"]],
  ])("with %s is refused there", (_, csv, places) => {
    expect(faults(csv)).toEqual(places);
  });

  test("with blank cells beyond its headings is fine", () => {
    expect(faults("R,2014/15,,\nA,1,\nB,1,,,,,\n")).toEqual([]);
  });

  test.each([
    ["R;2014/15\nA;1\n", "put a comma for each semicolon"],
    ["R\t2014/15\nA\t1\n", "put a comma for each tab"],
    ["R,FY 2014-15\nA,1\n", "write 2014/15"],
    ["R,2014/15\nA,1,250.50\n", "write 1250.50 rather than 1,250.50"],
    ["R,2014/15\nA,£12,500\n", "write 12500 rather than 12,500"],
    ["R,2014/15\nA,1,two\n", "in quotes"],
    ["PK\u0003\u0004\u0000", "save the worksheet as CSV"],
  ])("that is refused comes with a hint: %j", (csv, hint) => {
    expect(hints(csv)).toEqual([expect.stringContaining(hint)]);
  });
});

function malformed(place: string): string {
  return `${place} malformed-period`;
}
