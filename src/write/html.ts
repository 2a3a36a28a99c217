import { checkKeyed } from "../issue/given.ts";
import { checkSheet } from "../sheet/given.ts";
import type { Sheet, SheetCell, SheetRow } from "../sheet/sheet.ts";
import { figure } from "./figure.ts";
import { isMarked, mark, markNotes, type WriteOptions } from "./marks.ts";
import { stampLines } from "./stamp-lines.ts";
import { oneLine, titleOf } from "./text.ts";

/**
 * A sheet as a web page of its own, without script and without anything to load: a table with a caption and headers that
 * a screen reader can follow, figures right-aligned in digits of one width, negatives in brackets (read out as
 * “minus”), notes below, the last of them what made it from which inputs. It is light or dark as the reader's screen is, and light in print. All text is escaped. With
 * `mark`, figures that footing moved have a `*`.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no sheet, and for options that are none.
 *
 * @example
 * ```ts
 * import { cost, evaluate, layOut, programme, writeHtml, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent & rates", 1_500));
 * writeHtml(layOut(evaluate(p))).split("\n").find((line) => line.includes("rates"));
 * // => "<tr class=\"line in-1\"><th scope=\"row\">Rent &amp; rates</th><td>1,500</td><td>1,500</td><td>3,000</td></tr>"
 * ```
 */
export function writeHtml(sheet: Sheet, options: WriteOptions = {}): string {
  checkSheet(sheet);
  checkKeyed(options, ["options"]);
  const title = escaped(titleOf(sheet));
  const notes = [...markNotes(sheet, options), ...sheet.notes, ...stampLines(sheet)].map(
    (note) => `<p>${escaped(note)}</p>`,
  );
  return `${[
    "<!doctype html>",
    '<html lang="en-GB">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${style}\n</style>`,
    "</head>",
    "<body>",
    "<main>",
    // What can be scrolled must be reachable by keyboard, and so needs a name.
    `<div class="sheet" role="region" aria-label="${title}" tabindex="0">`,
    ...tableLines(sheet, `<h1>${title}</h1>`, options),
    "</div>",
    ...notes,
    "</main>",
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

/** What a table is told beside its sheet. */
interface TableMarkup extends WriteOptions {
  /** Attributes of the cell of a row and column, with a space before them. */
  readonly cell?: (row: SheetRow, column: number) => string;
}

/** The markup of a sheet's table, a line each; the caption is markup too. */
export function tableLines(sheet: Sheet, caption: string, options: TableMarkup = {}): string[] {
  const inside = [...headLines(sheet), ...bodyLines(sheet, options)];
  return ["<table>", `<caption>${caption}</caption>`, ...inside, "</table>"];
}

function headLines(sheet: Sheet): string[] {
  const columns = sheet.columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`);
  // A header without words would be none.
  const corner = sheet.unit === "" ? "<td></td>" : `<th scope="col">${escaped(sheet.unit)}</th>`;
  return ["<thead>", `<tr>${corner}${columns.join("")}</tr>`, "</thead>"];
}

/** The rows in groups: a heading begins one, which ends with the last line or subtotal that stands under it. */
function bodyLines(sheet: Sheet, options: TableMarkup): string[] {
  let level = 0;
  const lines = sheet.rows.flatMap((row, i) => {
    const closes = isTotal(row) && !isTotal(sheet.rows[i - 1]);
    const begins = row.role === "heading" || closes || row.depth < level;
    if (begins) level = row.depth;
    const line = row.role === "heading" ? headingLine(sheet, row) : rowLine(sheet, row, options);
    return begins && i > 0 ? ["</tbody>", "<tbody>", line] : [line];
  });
  return ["<tbody>", ...lines, "</tbody>"];
}

function isTotal(row: SheetRow | undefined): boolean {
  return row?.role === "total" || row?.role === "balance";
}

function headingLine({ columns }: Sheet, row: SheetRow): string {
  const span = `scope="rowgroup" colspan="${columns.length + 1}"`;
  return `<tr class="${classOf(row)}"><th ${span}>${escaped(row.label)}</th></tr>`;
}

function rowLine({ columns }: Sheet, row: SheetRow, options: TableMarkup): string {
  const cells = columns.map((_, i) => {
    return `<td${options.cell?.(row, i) ?? ""}>${cellText(row.cells[i], options)}</td>`;
  });
  return `<tr class="${classOf(row)}"><th scope="row">${escaped(row.label)}</th>${cells.join("")}</tr>`;
}

function classOf({ role, depth }: SheetRow): string {
  return depth === 0 ? role : `${role} in-${depth}`;
}

function cellText(cell: SheetCell | undefined, options: WriteOptions): string {
  if (cell === undefined) return "";
  const text = figure(cell.printed, cell.decimals);
  const sign = cell.printed.isNegative() ? said("minus ") : "";
  if (cell.moved === undefined || !isMarked(cell, options)) return `${sign}${text}`;
  const way = cell.moved.isNegative() ? "down" : "up";
  return `${sign}${text}<sup>${mark}</sup>${said(` moved ${way} by ${figure(cell.moved.abs(), cell.decimals)}`)}`;
}

/** Words for those who listen; neither drawn nor copied along with the figure. */
function said(words: string): string {
  return `<span class="said">${words}</span>`;
}

/** A text in which nothing is taken for markup, in an attribute or outside. */
export function escaped(text: string): string {
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const style = `:root { color-scheme: light dark; }
body { margin: 2rem; font: 1rem/1.4 system-ui, sans-serif; color: CanvasText; background: Canvas; }
main { width: fit-content; max-width: 100%; }
.sheet { overflow-x: auto; position: relative; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; }
caption, h1 { text-align: left; }
h1 { margin: 0 0 1rem; font-size: 1.25rem; position: sticky; left: 0; width: fit-content; max-width: calc(100vw - 4rem); }
th, td { padding: 0.15rem 0.7rem; text-align: right; white-space: nowrap; font-weight: normal; vertical-align: bottom; }
tr > :first-child { padding-left: 0; text-align: left; white-space: normal; min-width: min(14rem, 40vw); max-width: 28rem; }
.in-1 > :first-child { padding-left: 1.2rem; }
.in-2 > :first-child { padding-left: 2.4rem; }
.in-3 > :first-child { padding-left: 3.6rem; }
.in-4 > :first-child { padding-left: 4.8rem; }
thead th, .heading th, .subtotal > *, .total > *, .balance > * { font-weight: 600; }
thead > tr > * { border-bottom: 2px solid; }
.heading > * { padding-top: 0.6rem; }
.subtotal > *, .total > * { border-top: 1px solid; }
.balance > * { border-top: 1px solid; border-bottom: 3px double; }
sup { position: absolute; }
p { max-width: 60rem; margin: 0.6rem 0 0; font-size: 0.875rem; }
.sheet + p { margin-top: 1.2rem; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); user-select: none; -webkit-user-select: none; }
@page { size: A4 landscape; margin: 15mm; }
@media print {
  :root { color-scheme: light; font-size: 9pt; }
  body { margin: 0; }
  th, td { padding: 0.15rem 0.6rem; }
  h1, p { max-width: 100%; }
  .sheet { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}`;
