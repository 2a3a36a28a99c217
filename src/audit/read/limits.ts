import type { Issue, IssueCode } from "../../issue/issue.ts";
import { separated } from "../../quantity/decimal.ts";
import type { Grid } from "./grid.ts";

/** The largest table that is read: many times what any report prints. */
export const most = {
  /** Characters of a text. */
  characters: 1_000_000,
  /** Bytes of a workbook, as it stands and unpacked. */
  bytes: 10_000_000,
  unpacked: 40_000_000,
  rows: 2_000,
  columns: 150,
  /** Cells in a figure or label column; the work grows faster than their number. */
  cells: 20_000,
} as const;

/** A number with separators, for messages. */
export function grouped(count: number): string {
  return separated(String(count));
}

/** An issue of a table that cannot be read, at the start of its file. */
export function faultOfFile(
  file: string,
  code: IssueCode,
  message: string,
  more: Required<Pick<Issue, "expected" | "received" | "hint">>,
): Issue {
  return { code, severity: "error", path: [], place: { file, line: 1, column: 1 }, message, ...more };
}

/** Why a text is too long to be read; `undefined` where it is not. */
export function tooLong(text: string, file: string): Issue | undefined {
  if (text.length <= most.characters) return undefined;
  return faultOfFile(file, "file-too-large", "the file is too large to be one table", {
    expected: `at most ${grouped(most.characters)} characters`,
    received: `${grouped(text.length)} characters or more`,
    hint: "save the table that is to be audited in a file of its own",
  });
}

/** Why rows and columns are too many; `undefined` where they are not. */
export function tooMany(file: string, rows: number, columns: number): Issue | undefined {
  if (rows <= most.rows && columns <= most.columns && rows * columns <= most.cells) return undefined;
  return faultOfFile(file, "table-too-large", "the table has more rows or columns than any report prints", {
    expected: `at most ${grouped(most.rows)} rows, ${most.columns} columns and ${grouped(most.cells)} cells`,
    received: [...(rows > 1 ? [`${grouped(rows)} rows`] : []), `${grouped(columns)} columns`].join(" and "),
    hint: "save the part that is to be audited in a file of its own",
  });
}

/** The rows and columns of a grid. */
export function sizeOf({ rows }: Grid): { rows: number; columns: number } {
  return { rows: rows.length, columns: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) };
}

/** Why a text is no table as it stands: bytes that are no text. */
export function noText(text: string, file: string): Issue | undefined {
  if (!text.includes("\u0000") && !text.includes("\ufffd")) return undefined;
  return faultOfFile(file, "binary-file", "the file is not plain text", {
    expected: "a table as text in UTF-8, or a workbook (.xlsx)",
    received: "bytes that are no text, or text in another encoding",
    hint: "save it again as CSV with UTF-8 as the encoding, or as a workbook",
  });
}
