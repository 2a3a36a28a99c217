import { assert, present } from "../../assert.ts";
import type { Row } from "../../programme/programme.ts";
import type { SheetCell, SheetRole, SheetRow } from "../../sheet/sheet.ts";
import { periodYear } from "../../time/period.ts";
import { coarser } from "../../time/roll-up.ts";
import { numberOf, rowPlace } from "../cells.ts";
import type { Contents } from "../contents.ts";
import { headRow, lead } from "../frame.ts";
import { header } from "../header.ts";
import { inYear, yearRow } from "../in-years.ts";
import type { Look } from "../look.ts";
import { address, fixedAddress, listOfRows } from "../spelling/address.ts";
import { formatOf, moneyFormat } from "../spelling/number-format.ts";
import { textCell } from "../text-cell.ts";
import type { Worksheet, WorksheetCell } from "../workbook.ts";
import { endOf, firstFigure, type Laid, sumsOf } from "./statement-layout.ts";
import { statementNotes } from "./statement-notes.ts";

const says =
  "The published layout. Every figure comes from the workings; subtotals add up what is printed above them.";

/** The worksheet with the statement as it is published, and the tables beside it. */
export function statementSheet(contents: Contents, laid: readonly Laid[], holds: boolean): Worksheet {
  const { programme } = contents;
  const [statement] = laid;
  assert(statement !== undefined, "there is a statement");
  const widest = Math.max(...laid.map(({ sheet }) => sheet.columns.length));
  return {
    name: "Statement",
    cells: [
      ...header(programme, "Statement", says, holds),
      ...yearCells(contents),
      ...laid.flatMap((one) => sheetCells(contents, one)),
      ...noteCells(contents, statement),
    ],
    widths: [50, ...Array<number>(widest).fill(13)],
    frozen: { rows: headRow, columns: 1 },
  };
}

/** Where periods are shorter than years: the years of the columns, by which the periods are added up. */
function yearCells({ programme: { timeline } }: Contents): WorksheetCell[] {
  if (timeline.grain === "year") return [];
  const years = coarser(timeline, "year");
  const cells = Array.from({ length: years.count }, (_, i): WorksheetCell => {
    const content = { number: periodYear(years, i) };
    return { row: yearRow, column: firstFigure + i, look: "faint figure", format: "0", content };
  });
  return [textCell(yearRow, 1, "subtitle", "The calendar year in which it starts"), ...cells];
}

function sheetCells(contents: Contents, laid: Laid): WorksheetCell[] {
  const { sheet, label } = laid;
  return [
    ...(label === undefined ? [] : [textCell(laid.headRow - 1, 1, "section", label)]),
    textCell(laid.headRow, 1, "head", sheet.unit),
    ...sheet.columns.map((column, i) =>
      textCell(laid.headRow, firstFigure + i, "head of figures", column.label),
    ),
    ...sheet.rows.flatMap((row, i) => rowCells(contents, laid, row, i)),
  ];
}

const looks: Partial<Record<SheetRole, { readonly label: Look; readonly figure: Look }>> = {
  subtotal: { label: "label of a total", figure: "figure of a total" },
  total: { label: "label of a total", figure: "figure of a total" },
  balance: { label: "label of a balance", figure: "figure of a balance" },
};

function rowCells(contents: Contents, laid: Laid, row: SheetRow, i: number): WorksheetCell[] {
  const at = laid.firstRow + i;
  const look = looks[row.role] ?? { label: row.role === "heading" ? "block" : "label", figure: "figure" };
  const label = { ...textCell(at, 1, look.label, row.label), indent: row.depth };
  if (row.id === undefined) return [label];
  const own = present(contents.programme.rows.get(row.id), row.id);
  const figures = row.cells.flatMap((cell, column): WorksheetCell[] => {
    if (cell === undefined) return [];
    const isShare = laid.sheet.columns[column]?.role === "share";
    const formula = isShare ? shareFormula(laid, i, column) : figureFormula(contents, laid, i, column);
    const content = { formula, gives: numberOf(cell.value, isShare ? "share" : own.unit) };
    const format = isShare ? formatOf("share", []) : figureFormat(laid, own, cell, column);
    return [{ row: at, column: firstFigure + column, look: look.figure, format, content }];
  });
  return [label, ...figures];
}

function figureFormat({ sheet }: Laid, { unit }: Row, cell: SheetCell, column: number): string {
  if (unit === "£") return moneyFormat(sheet.scale, sheet.columns[column]?.decimals ?? 0);
  return formatOf(unit, [cell.value]);
}

/** What stands left of it, in pounds, as a share of the total of its table, which is the last row. */
function shareFormula({ sheet, items, firstRow }: Laid, i: number, column: number): string {
  const [own, whole] = [items[i], items.at(-1)];
  assert(own?.item === "row" && whole?.item === "row", "a share is one row's of another");
  const amounts = firstFigure + column - 1;
  const of = address(firstRow + sheet.rows.length - 1, amounts).replace(/(?=\d)/, "$");
  const sign = own.sign === whole.sign ? "" : "-";
  return `IF(${of}=0,0,${sign}${address(firstRow + i, amounts)}/${of})`;
}

/** A total adds up the printed rows that make it up; every other row comes from the workings with its sign. */
function figureFormula(contents: Contents, laid: Laid, i: number, column: number): string {
  const at = laid.firstRow + i;
  const sum = sumsOf(laid).find(({ total }) => total === i);
  if (sum === undefined) return lineFormula(contents, laid, i, column);
  const rows = sum.of.map((one) => laid.firstRow + one).sort((a, b) => a - b);
  assert(!rows.includes(at), "a total is no part of itself");
  return `SUM(${listOfRows(rows, (row) => address(row, firstFigure + column))})`;
}

/** The figure of a row from the workings, in a column. */
function lineFormula({ programme, layout }: Contents, laid: Laid, i: number, column: number): string {
  const { sheet, items, firstRow } = laid;
  const item = items[i];
  assert(item?.item === "row", "a figure belongs to a row");
  const { totals } = present(programme.rows.get(item.row), item.row);
  const place = rowPlace(layout, item.row, "Statement");
  const sign = item.sign === -1 ? "-" : "";
  const periods = sheet.columns.filter(({ role }) => role === "period").length;
  if (sheet.columns[column]?.role === "period")
    return `${sign}${inYear(layout, place, totals, firstFigure + column, column)}`;
  if (totals !== "sum" || periods === 0)
    return `${sign}${place.sheet}!${fixedAddress(place.row, lead.value)}`;
  const [first, last] = [firstFigure, firstFigure + periods - 1];
  return `SUM(${address(firstRow + i, first)}:${address(firstRow + i, last)})`;
}

/** The notes, as wide as the table that they stand under. */
function noteCells({ programme }: Contents, laid: Laid): WorksheetCell[] {
  const across = laid.sheet.columns.length + 1;
  return statementNotes(programme).map((note, i) => ({
    ...textCell(endOf(laid) + 2 + i, 1, "remark", note),
    across,
  }));
}
