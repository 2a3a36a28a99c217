import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Grid } from "../sheet/document/document.ts";
import type { Sheet, SheetCell, SheetRole, SheetRow } from "../sheet/sheet.ts";
import { figure } from "../write/figure.ts";
import { oneLine } from "../write/text.ts";

/** Measures in twentieths of a point, as Word counts. */
const indentOfLevel = 200;
const bracket = 60;
const padding = 70;

/** The sizes of text in tables, in half points, and the width of a bold digit of half a point. */
const sizes = [18, 16, 14] as const;
const smallest = 12;
const digit = 7;

type Borders = NonNullable<ITableCellOptions["borders"]>;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const thick = { style: BorderStyle.SINGLE, size: 12, color: "000000" };
const double = { style: BorderStyle.DOUBLE, size: 6, color: "000000" };
const faint = { ...thin, color: "BFBFBF" };
const noBorders = { top: none, bottom: none, left: none, right: none };

const rules: Partial<Record<SheetRole, Borders>> = {
  subtotal: { top: thin },
  total: { top: thin },
  balance: { top: thin, bottom: double },
};
const strong: readonly SheetRole[] = ["heading", "subtotal", "total", "balance"];

/** How a cell of a table is written. */
interface Written {
  readonly text: string;
  readonly right?: boolean;
  readonly bold?: boolean;
  /** The level that a label stands at. */
  readonly level?: number;
  readonly borders?: Borders;
  readonly across?: number;
  /** Words start at the top of their row, figures stand on its last line. */
  readonly top?: boolean;
}

/**
 * A sheet as a native table so wide: a header row that is repeated on every page, labels at their level, figures
 * right-aligned with negatives in brackets, lines above subtotals and totals. No row is parted over two pages.
 */
export function sheetTable(sheet: Sheet, width: number): Table {
  const { unit, columns, rows } = sheet;
  const texts = columns.map(({ label }, i) => [
    longestWord(label),
    ...rows.map(({ cells }) => figureText(cells[i])),
  ]);
  const longest = texts.map((column) => Math.max(...column.map((text) => text.length)));
  const widthsAt = (size: number) =>
    longest.map((length) => Math.ceil(length * size * digit) + 2 * padding + bracket);
  const total = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0);
  // Where there are many figures they are set smaller, so that none is broken.
  const size = sizes.find((one) => total(widthsAt(one)) <= width * 0.74) ?? smallest;
  const figures = widthsAt(size).map((least) =>
    Math.max(least, Math.min(1000, Math.floor((width * 0.6) / columns.length))),
  );
  const head = headRow([unit, ...columns.map(({ label }) => label)], true, size);
  const body = rows.map((row, i) => bodyRow(row, columns.length, rows[i + 1], size));
  return tableOf([head, ...body], [labelWidth(rows, width, size, width - total(figures)), ...figures]);
}

/** The room that labels are left: all of it beside many figures, and no more than keeps a figure in sight of its label. */
function labelWidth(rows: readonly SheetRow[], width: number, size: number, room: number): number {
  const widest = rows.map(({ label, depth }) => label.length * size * digit + depth * indentOfLevel);
  return Math.min(room, Math.max(Math.floor(width * 0.42), Math.ceil(Math.max(0, ...widest)) + 2 * padding));
}

function longestWord(text: string): string {
  return text.split(/\s/).reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

function bodyRow(row: SheetRow, columns: number, next: SheetRow | undefined, size: number): TableRow {
  const bold = strong.includes(row.role);
  const borders = rules[row.role] ?? {};
  const label: Written = { text: row.label, bold, level: row.depth, borders };
  // A heading stands with the first of what it heads, and a line with the total under it.
  const keep = next !== undefined && (row.role === "heading" || next.role !== "heading");
  if (row.role === "heading") return rowOf([{ ...label, across: columns + 1 }], keep, size);
  const cells = Array.from({ length: columns }, (_, i): Written => {
    return { text: figureText(row.cells[i]), right: true, bold, borders };
  });
  return rowOf([label, ...cells], keep, size);
}

function figureText(cell: SheetCell | undefined): string {
  return cell === undefined ? "" : figure(cell.printed, cell.decimals);
}

/** A grid of words as a native table so wide, under a header row that says what its rows are; a column without a word is left out. */
export function gridTable({ columns, rows }: Grid, width: number, of: string): Table {
  const all = rows.map(({ label, cells, says }) => [label, ...cells, says ?? ""]);
  const isKept = (_: string, i: number) => all.some((texts) => texts[i] !== "");
  const head = [of, ...columns.map((label) => label || "Comes to"), "What it is"].filter(isKept);
  const body = all.map((texts) => texts.filter(isKept));
  const lines = body.map((texts) =>
    rowOf(
      texts.map((text) => ({ text, top: true, borders: { bottom: faint } })),
      false,
      sizes[0],
    ),
  );
  return tableOf([headRow(head, false, sizes[0]), ...lines], widthsOf(head, body, width));
}

/** Each column as wide as its longest word, so that none is broken; what is left goes by the longest text, up to some length. */
function widthsOf(head: readonly string[], body: readonly (readonly string[])[], width: number): number[] {
  const columns = head.map((label, i) => [label, ...body.flatMap((row) => row.slice(i, i + 1))]);
  const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
  const needs = columns.map((own) => {
    const word = Math.max(...own.map((text) => longestWord(text).length));
    const least = Math.min(word * sizes[0] * digit, width / 3) + 2 * padding;
    return { least, wants: Math.min(55, Math.max(10, ...own.map(({ length }) => length))) };
  });
  const left = Math.max(0, width - sumOf(needs.map(({ least }) => least)));
  const all = sumOf(needs.map(({ wants }) => wants));
  const rest = needs.map(({ least, wants }) => Math.floor(least + (left * wants) / all)).slice(1);
  return [width - sumOf(rest), ...rest];
}

function tableOf(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows: [...rows],
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: padding, right: padding, top: 20, bottom: 20 },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
  });
}

function headRow(labels: readonly string[], figures: boolean, size: number): TableRow {
  const cells = labels.map((text, i): Written => {
    return { text, bold: true, right: figures && i > 0, borders: { bottom: thick } };
  });
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells.map((cell) => cellOf(cell, true, size)),
  });
}

function rowOf(cells: readonly Written[], keep: boolean, size: number): TableRow {
  return new TableRow({ cantSplit: true, children: cells.map((cell) => cellOf(cell, keep, size)) });
}

function cellOf(written: Written, keep: boolean, size: number): TableCell {
  const { text, right = false, bold = false, level = 0, borders = {}, across, top = false } = written;
  // Positive figures leave the room of a bracket, so that digits stand under digits.
  const room = right && !text.endsWith(")") ? bracket : 0;
  const paragraph = new Paragraph({
    alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: { left: level * indentOfLevel, right: room },
    keepNext: keep,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ text: oneLine(text), bold, size })],
  });
  return new TableCell({
    children: [paragraph],
    verticalAlign: top ? VerticalAlign.TOP : VerticalAlign.BOTTOM,
    borders: { ...noBorders, ...borders },
    ...(across === undefined ? {} : { columnSpan: across }),
  });
}
