import type { Issue, Place } from "../issue/issue.ts";
import { received } from "../issue/received.ts";

/** A field of a CSV text and where it starts; lines and columns count from 1. */
export interface Field {
  readonly text: string;
  readonly place: Place;
}

/** A row of a CSV text. Where a quote in it is astray, nobody can tell where its fields end. */
export interface CsvRow {
  readonly fields: readonly Field[];
  readonly astray: boolean;
}

/** What is in a CSV text: its rows and every fault of its quotes, both in order. */
export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly issues: readonly Issue[];
}

/** The signs that may stand between fields. */
export type Separator = "," | ";" | "\t";

/** How a text of fields is read. */
export interface CsvOptions {
  /** A comma unless told. */
  readonly separator?: Separator;
  /** Keeps blank rows and the spaces around fields, which say something in a table made for people. */
  readonly asWritten?: boolean;
}

/** A text being read, how, and what was found wrong in it so far. */
interface Scan {
  readonly text: string;
  readonly separator: Separator;
  readonly asWritten: boolean;
  readonly placeAt: (offset: number) => Place;
  readonly issues: Issue[];
}

/** A field that was read, the offset of what ends it, and whether its quotes are in order. */
interface Found {
  readonly field: Field;
  readonly end: number;
  readonly astray: boolean;
}

/**
 * Reads CSV (RFC 4180) into rows of fields, each with its place, which is what a fault needs and parsers elsewhere do not
 * keep. Fields may be quoted, a doubled quote stands for one, and a quoted field may hold commas and line breaks. Blank
 * rows and blanks around a field are left out unless they are asked for, and so is a byte order mark. A quote that is astray is a fault, after
 * which reading goes on with the next row.
 */
export function readCsv(given: string, file: string, options: CsvOptions = {}): Csv {
  const text = given.replace(/^\ufeff/, "");
  const { separator = ",", asWritten = false } = options;
  const scan: Scan = { text, separator, asWritten, placeAt: placesIn(text, file), issues: [] };
  const rows: CsvRow[] = [];
  let fields: Field[] = [];
  let astray = false;
  for (let at = 0; at <= text.length; ) {
    const found = readField(scan, at);
    fields.push(found.field);
    astray ||= found.astray;
    at = found.end + 1;
    if (text[found.end] === separator) continue;
    if (text[found.end] === "\r" && text[at] === "\n") at++;
    if (asWritten || fields.some((field) => field.text !== "")) rows.push({ fields, astray });
    fields = [];
    astray = false;
  }
  return { rows, issues: scan.issues };
}

function readField(scan: Scan, start: number): Found {
  const first = pastBlanks(scan, start);
  if (scan.text[first] === '"') return readQuoted(scan, first);
  return readPlain(scan, scan.asWritten ? start : first);
}

function readPlain(scan: Scan, from: number): Found {
  const { text, placeAt, issues, asWritten } = scan;
  const end = endOfCell(scan, from);
  const own = text.slice(from, end);
  const quote = own.indexOf('"');
  if (quote >= 0) issues.push(quoteInside(placeAt(from + quote), own.trim()));
  return { field: { text: asWritten ? own : own.trim(), place: placeAt(from) }, end, astray: quote >= 0 };
}

function readQuoted(scan: Scan, open: number): Found {
  const { text, placeAt, issues } = scan;
  const close = closingQuote(text, open);
  if (close === undefined) return unclosed(scan, open);
  const after = pastBlanks(scan, close + 1);
  const own = text.slice(open + 1, close);
  const field = { text: own.replaceAll('""', '"'), place: placeAt(open) };
  if (endOfCell(scan, after) === after) {
    return { field, end: after, astray: false };
  }
  // Where the quoted text runs over lines and then goes on, the quote at its start was most likely never closed.
  if (/[\r\n]/.test(own)) return unclosed(scan, open);
  issues.push(textAfter(placeAt(after), text.slice(open, endOfCell(scan, after)).trim()));
  return { field, end: endOfCell(scan, after), astray: true };
}

/** A quote that is never closed: its own line is given up, so that the rows below are still read. */
function unclosed({ text, placeAt, issues }: Scan, open: number): Found {
  let end = open;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  issues.push({
    ...astrayQuote(placeAt(open), text.slice(open, end).trim()),
    message: "a quote is opened here and not closed before the cell ends",
    hint: 'add the closing " at the end of the cell, or take the quote away',
  });
  return { field: { text: text.slice(open + 1, end).trim(), place: placeAt(open) }, end, astray: true };
}

/** The offset of the quote that closes a quoted field; a doubled quote is part of the text. */
function closingQuote(text: string, open: number): number | undefined {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return undefined;
}

function endOfCell({ text, separator }: Scan, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") at++;
  return at;
}

function pastBlanks({ text, separator }: Scan, from: number): number {
  let at = from;
  while (text[at] === " " || (text[at] === "\t" && separator !== "\t")) at++;
  return at;
}

/** Gives the place of an offset by the lines of a text, however they end. */
function placesIn(text: string, file: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length)];
  let line = 0;
  return (offset) => {
    if (offset < (starts[line] ?? 0)) line = 0;
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function quoteInside(place: Place, cell: string): Issue {
  return {
    ...astrayQuote(place, cell),
    message: "a quote stands inside a cell that does not start with one",
    hint: `write "${cell.replaceAll('"', '""')}", or take the quote away`,
  };
}

function textAfter(place: Place, cell: string): Issue {
  return {
    ...astrayQuote(place, cell),
    message: "the cell goes on after its closing quote",
    hint: 'put a comma after the closing quote, or write a quote inside the text twice: ""',
  };
}

function astrayQuote(place: Place, cell: string): Issue {
  const expected = "quotes around a whole cell";
  return {
    code: "broken-file",
    severity: "error",
    path: [],
    place,
    message: "",
    expected,
    received: received(cell),
  };
}
