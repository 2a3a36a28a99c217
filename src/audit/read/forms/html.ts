import { Parser } from "htmlparser2";
import { newCell, newTable, type PageCell, type PageRow, type PageTable } from "./page-table.ts";

/** Elements whose content nobody sees on a page. */
const unseen = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "head",
  "svg",
  "math",
  "select",
  "del",
  "s",
]);

/** Elements that stand on lines of their own; their words do not run into the words beside them. */
const apart = /^(?:br|p|div|li|ul|ol|h[1-6]|section|article|figcaption|dt|dd|tr|td|th|table|caption)$/;

const strong = new Set(["b", "strong"]);

/** Deeper than any page is nested; what is deeper is made to take time, and is passed over. */
const deepest = 400;

/** So much is parsed at a time; between two pieces it is seen whether to go on. */
const piece = 16_384;

/** The most cells that are taken from one page. */
const mostCells = 60_000;

/** What is known of the page at one place of it. */
interface Reading {
  readonly tables: PageTable[];
  /** The tables that the place lies in, the innermost last. */
  readonly within: PageTable[];
  /** Texts since the last table, for titles and notes about units. */
  texts: string[];
  loose: string;
  depth: number;
  /** How deep the place lies in what is not seen; 0 where it is seen. */
  hidden: number;
  bold: number;
  /** A footnote mark that is being read. */
  raised: string | undefined;
  cells: number;
}

/**
 * The tables of a web page, as their rows of cells with what each cell spans. Scripts, styles and what is not shown are left
 * out, nothing is run or fetched, and marks that are never closed do not matter. A table with another one in it is a layout,
 * and is no table of its own.
 */
export function pageTables(text: string): PageTable[] {
  const lineAt = linesOf(text);
  const reading: Reading = {
    tables: [],
    within: [],
    texts: [],
    loose: "",
    depth: 0,
    hidden: 0,
    bold: 0,
    raised: undefined,
    cells: 0,
  };
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => opened(reading, name, attributes, lineAt(parser.startIndex)),
    ontext: (own) => said(reading, own),
    onclosetag: (name) => closed(reading, name),
  });
  for (let at = 0; at < text.length && reading.depth < deepest && reading.cells < mostCells; at += piece) {
    parser.write(text.slice(at, at + piece));
  }
  parser.end();
  const last = reading.tables.at(-1);
  flush(reading);
  if (last !== undefined) last.after.push(...reading.texts.slice(0, 3));
  return reading.tables.filter(({ layout, rows }) => !layout && rows.length > 0);
}

/** Gives the line of an offset; offsets are asked for in order. */
function linesOf(text: string): (offset: number) => number {
  let [line, from] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf("\n", from); next >= 0 && next < offset; next = text.indexOf("\n", from)) {
      line++;
      from = next + 1;
    }
    return line;
  };
}

function isHidden(name: string, { style = "", class: own = "", hidden }: Record<string, string>): boolean {
  if (unseen.has(name) || hidden !== undefined) return true;
  return (
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) || /visually-?hidden|\bsr-only\b/i.test(own)
  );
}

function opened(reading: Reading, name: string, attributes: Record<string, string>, line: number): void {
  reading.depth++;
  if (reading.hidden > 0 || isHidden(name, attributes)) {
    reading.hidden++;
    return;
  }
  if (apart.test(name)) said(reading, " ");
  if (strong.has(name)) reading.bold++;
  const table = reading.within.at(-1);
  if (name === "table") openTable(reading);
  else if (table !== undefined) inTable(reading, table, name, attributes, line);
  else if (/^(?:p|div|h[1-6]|li)$/.test(name)) flush(reading);
}

function openTable(reading: Reading): void {
  flush(reading);
  const around = reading.within.at(-1);
  if (around !== undefined) {
    around.layout = true;
    reading.loose = around.cell?.text.slice(-400) ?? "";
    flush(reading);
  }
  const before = reading.tables.at(-1);
  if (before !== undefined) before.after.push(...reading.texts.slice(0, 2));
  const table = newTable(reading.texts.slice(-3));
  reading.texts = [];
  reading.tables.push(table);
  reading.within.push(table);
}

function inTable(
  reading: Reading,
  table: PageTable,
  name: string,
  attributes: Record<string, string>,
  line: number,
): void {
  if (name === "thead" || name === "tbody" || name === "tfoot") table.part = name;
  else if (name === "caption") table.captioned = true;
  else if (name === "tr") openRow(table, line);
  else if (name === "td" || name === "th") openCell(reading, table, name, attributes, line);
  else if (name === "sup" && table.cell !== undefined) reading.raised = "";
  else if (table.cell !== undefined && table.cell.text.trim() === "")
    table.cell.indent += indentIn(attributes);
}

function openRow(table: PageTable, line: number): PageRow {
  const row: PageRow = { line, part: table.part, cells: [] };
  table.cell = undefined;
  table.rows.push(row);
  table.row = row;
  return row;
}

function openCell(
  reading: Reading,
  table: PageTable,
  name: "td" | "th",
  attributes: Record<string, string>,
  line: number,
): void {
  const row = table.row ?? openRow(table, line);
  const cell: PageCell = newCell(name === "th", spanOf(attributes["colspan"]), spanOf(attributes["rowspan"]));
  cell.indent = indentIn(attributes);
  cell.bold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes["style"] ?? "");
  row.cells.push(cell);
  reading.cells++;
  table.cell = cell;
}

function spanOf(text: string | undefined): number {
  const span = /^\s*(\d{1,6})/.exec(text ?? "")?.[1];
  return Math.max(1, Number(span ?? 1));
}

/** How far an element is indented by its style or the name of its class, in spaces. */
function indentIn({ style = "", class: own = "" }: Record<string, string>): number {
  const [, size, unit] =
    /(?:padding-left|text-indent|margin-left)\s*:\s*(\d{1,4}(?:\.\d+)?)(px|em|rem|pt|ch)/i.exec(style) ?? [];
  if (size !== undefined) {
    const spaces = Number(size) / (unit === "px" || unit === "pt" ? 8 : 0.5);
    return Math.min(80, Math.ceil(spaces));
  }
  const level = /\b(?:indent|level|depth)[-_]?(\d)\b/i.exec(own)?.[1];
  return level === undefined ? 0 : 2 * Number(level);
}

function said(reading: Reading, text: string): void {
  if (reading.hidden > 0) return;
  if (reading.raised !== undefined) {
    reading.raised += text;
    return;
  }
  const table = reading.within.at(-1);
  if (table === undefined) reading.loose += text;
  else if (table.cell !== undefined) {
    table.cell.text += text;
    if (text.trim() !== "" && reading.bold === 0) table.cell.plain = true;
  } else if (table.captioned) table.caption += text;
}

function closed(reading: Reading, name: string): void {
  reading.depth--;
  if (reading.hidden > 0) {
    reading.hidden--;
    return;
  }
  if (strong.has(name)) reading.bold--;
  if (apart.test(name)) said(reading, " ");
  const table = reading.within.at(-1);
  if (table === undefined) {
    if (/^(?:p|div|h[1-6]|li)$/.test(name)) flush(reading);
    return;
  }
  if (name === "sup") lower(reading, table);
  else if (name === "td" || name === "th") table.cell = undefined;
  else if (name === "tr") table.row = undefined;
  else if (name === "caption") table.captioned = false;
  else if (name === "table") {
    reading.within.pop();
    reading.bold = 0;
  }
}

/** A raised text is a footnote mark where it is as short as one; else it belongs to the cell. */
function lower(reading: Reading, table: PageTable): void {
  const mark = reading.raised?.trim() ?? "";
  reading.raised = undefined;
  if (mark === "" || table.cell === undefined) return;
  if (mark.length <= 8) table.cell.marks.push(mark.replace(/^[[(]|[\])]$/g, ""));
  else table.cell.text += mark;
}

/** Ends a text that stands outside tables. */
function flush(reading: Reading): void {
  const text = reading.loose.trim().replace(/\s+/g, " ");
  reading.loose = "";
  if (text !== "") reading.texts.push(text.slice(0, 400));
}
