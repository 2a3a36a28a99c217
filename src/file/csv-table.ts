import { present } from "../assert.ts";
import type { Issue, IssueCode, Place } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { parseSpan } from "../time/span.ts";
import { formatFinancialYear, parseFinancialYear } from "../time/year.ts";
import { type CsvRow, type Field, readCsv } from "./csv.ts";
import { unreadableBytes } from "./unreadable.ts";

/** A CSV file as amounts by period: which columns are periods, its rows, and every fault of its form. */
export interface CsvTable {
  /** The periods, each with the place of its cells in a row and of its heading in the file. */
  readonly periods: readonly { readonly at: number; readonly heading: Field }[];
  readonly rows: readonly CsvRow[];
  /** False where some rows could not be told apart, so that one which is missing may be among them. */
  readonly whole: boolean;
  readonly issues: readonly Issue[];
}

/** Headings of columns that hold no amounts; any other is a period or a fault, so that no amount is passed over. */
const noAmounts = /^(totals?|notes?|remarks?|comments?|sources?|units?)$/i;

/**
 * Reads a CSV file whose first row names the periods and whose first column names the rows. Faults are placed in the file:
 * bytes that are no text, another separator than the comma, quotes astray, headings that are no period or stand twice,
 * rows with more or fewer cells than there are headings.
 */
export function csvTable(text: string, file: string): CsvTable {
  const refused = unreadableCsv(text, file);
  if (refused) return { periods: [], rows: [], whole: false, issues: [refused] };
  const { rows: all, issues } = readCsv(text, file);
  const [head, ...rows] = all;
  const headings = written(head?.fields ?? []);
  const faults = head?.astray
    ? []
    : [...headingFaults(headings, rows), ...raggedFaults(headings.length, rows)];
  const periods = headings.flatMap((heading, at) =>
    at > 0 && isPeriod(heading.text) && !standsBefore(headings, at) ? [{ at, heading }] : [],
  );
  return { periods, rows, whole: issues.length === 0, issues: [...issues, ...faults] };
}

/** The cells of a row without the blank ones at its end, which spreadsheets like to write. */
function written(fields: readonly Field[]): readonly Field[] {
  const last = fields.reduce((at, { text }, i) => (text.trim() === "" ? at : i), -1);
  return fields.slice(0, last + 1);
}

/** Whether a heading is a period of any year; whether it is one of the model's is found out with its timeline. */
function isPeriod(heading: string): boolean {
  return heading === "then" || [4, 1].some((yearStart) => parseSpan(heading, yearStart).ok);
}

function standsBefore(headings: readonly Field[], at: number): boolean {
  return headings.slice(1, at).some(({ text }) => text === headings[at]?.text);
}

function headingFaults(headings: readonly Field[], rows: readonly CsvRow[]): Issue[] {
  return headings.flatMap((heading, at): Issue[] => {
    const { text } = heading;
    if (at === 0 || noAmounts.test(text)) return [];
    if (text === "") {
      const below = rows.find(({ fields }) => (fields[at]?.text ?? "") !== "")?.fields[at];
      return below === undefined ? [] : [noHeading(heading.place, below)];
    }
    if (!isPeriod(text)) return [noPeriod(heading)];
    return standsBefore(headings, at) ? [headingTwice(heading)] : [];
  });
}

function raggedFaults(width: number, rows: readonly CsvRow[]): Issue[] {
  return rows.flatMap(({ fields, astray }): Issue[] => {
    const own = written(fields);
    const extra = own.slice(width).find(({ text }) => text !== "");
    if (astray) return [];
    if (extra !== undefined) return [surplus(extra.place, own, width)];
    return fields.length < width ? [tooFew(fields, width)] : [];
  });
}

function unreadableCsv(text: string, file: string): Issue | undefined {
  const bytes = unreadableBytes(text, file, "CSV");
  if (bytes) return bytes;
  const bare = text.replace(/^\ufeff/, "");
  const start: Place = { file, line: 1, column: 1 };
  if (bare.trim() === "") {
    return fault("empty-file", start, `there is nothing in ${file}`, {
      expected: "a first row that names the periods, and rows of amounts below it",
      received: "nothing",
      hint: "write it like: Row,2025/26,2026/27",
    });
  }
  const before = bare.slice(0, bare.search(/\S/)).split(/\r\n|\n|\r/);
  const [head = ""] = bare.trimStart().split(/[\r\n]/);
  if (head.replace(/"[^"]*"/g, "").includes(",")) return undefined;
  return otherSeparator(head, { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
}

const separators: Readonly<Record<string, string>> = { ";": "semicolon", "\t": "tab", "|": "bar" };

/** A first row without a comma: of a file with another separator, or with a single column. */
function otherSeparator(head: string, start: Place): Issue {
  const at = head.search(/[;\t|]/);
  const name = separators[head.charAt(at)];
  const expected = "cells with commas between them";
  if (name === undefined) {
    const hint = "write it like: Row,2025/26,2026/27";
    return fault("broken-file", start, "the first row names no period", {
      expected,
      received: received(head),
      hint,
    });
  }
  return fault(
    "broken-file",
    { ...start, column: start.column + at },
    `the cells have ${name}s between them`,
    {
      expected,
      received: `a ${name}`,
      hint: `save it again as CSV with commas, or put a comma for each ${name}`,
    },
  );
}

function noPeriod({ text, place }: Field): Issue {
  const year = parseFinancialYear(/\d{4}\s*[/–-]\s*\d{2,4}/.exec(text)?.[0] ?? "", 4);
  const instead = year.ok ? formatFinancialYear(year.value, 4) : "the period as the model does";
  return fault("malformed-period", place, `the heading ${received(text)} is no period`, {
    expected:
      "a period such as 2025/26 or Apr 2025, “then”, or one of Total, Notes, Remarks, Comments, Source, Unit",
    received: text,
    hint: `write ${instead}; a column that holds no amounts is called Notes`,
  });
}

function noHeading(place: Place, below: Field): Issue {
  const under = `${received(below.text)} stands below it on line ${below.place.line}`;
  return fault("malformed-period", place, `a column has no heading, and ${under}`, {
    expected: "a heading for each column",
    received: "nothing",
    hint: "give the column its period, or empty the cells below it",
  });
}

function headingTwice({ text, place }: Field): Issue {
  return fault("period-given-twice", place, `the heading ${received(text)} stands twice`, {
    expected: "each period once",
    received: text,
    hint: "add the two columns together, or take one away",
  });
}

function surplus(place: Place, cells: readonly Field[], width: number): Issue {
  return fault("broken-file", place, `the row ${nameOf(cells)} has more cells than there are headings`, {
    expected: counted(width),
    received: counted(cells.length),
    hint:
      splitAmount(cells) ??
      "put a cell with a comma in it in quotes, or take the cells out that have no heading above them",
  });
}

/** An amount with separators between its thousands that are not in quotes: each comma ends a cell. */
function splitAmount(cells: readonly Field[]): string | undefined {
  const texts = cells.slice(1).map(({ text }) => text);
  const at = texts.findIndex(
    (text, i) => /^[£\s]*\d{1,3}$/.test(text) && /^\d{3}(\.\d+)?$/.test(texts[i + 1] ?? ""),
  );
  const [whole, rest] = [texts[at]?.replace(/[£\s]/g, ""), texts[at + 1]];
  return at < 0 ? undefined : `write ${whole}${rest} rather than ${whole},${rest}: a comma ends the cell`;
}

function tooFew(cells: readonly Field[], width: number): Issue {
  return fault(
    "broken-file",
    present(cells.at(-1), "a row has a cell").place,
    `the row ${nameOf(cells)} has fewer cells than there are headings`,
    {
      expected: counted(width),
      received: counted(cells.length),
      hint: "add the commas that are missing; a blank cell is nil",
    },
  );
}

function nameOf([first]: readonly Field[]): string {
  return received(first?.text ?? "");
}

function counted(cells: number): string {
  return `${cells} ${cells === 1 ? "cell" : "cells"}`;
}

function fault(
  code: IssueCode,
  place: Place,
  message: string,
  more: Required<Pick<Issue, "expected" | "received" | "hint">>,
): Issue {
  return { code, severity: "error", path: [], place, message, ...more };
}
