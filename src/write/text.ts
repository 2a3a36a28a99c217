import { checkKeyed } from "../issue/given.ts";
import { checkSheet } from "../sheet/given.ts";
import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { figure } from "./figure.ts";
import { isMarked, mark, markNotes, type WriteOptions } from "./marks.ts";
import { stampLines } from "./stamp-lines.ts";
import { widthOf } from "./width.ts";

/**
 * A sheet as plain text in columns of equal width, figures right-aligned, negatives in brackets, notes below, and in
 * the last line what made it from which inputs; no colours, and a line feed at the end. Letters of double width, such as Chinese ones, count as two columns. With `mark`,
 * figures that footing moved have a `*` and digits stay in line.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no sheet, and for options that are none.
 *
 * @example
 * ```ts
 * import { cost, evaluate, layOut, programme, writeText, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * writeText(layOut(evaluate(p))).split("\n")[5]; // => "  Rent        1,500    1,500  3,000"
 * ```
 */
export function writeText(sheet: Sheet, options: WriteOptions = {}): string {
  checkSheet(sheet);
  checkKeyed(options, ["options"]);
  const labelled = sheet.rows.map((row) => ({
    row,
    label: `${"  ".repeat(row.depth)}${oneLine(row.label)}`,
  }));
  const lead = Math.max(...[sheet.unit, ...labelled.map(({ label }) => label)].map(widthOf));
  const gaps = sheet.columns.map((_, i) =>
    sheet.rows.some(({ cells }) => isMarked(cells[i], options)) ? " " : "",
  );
  const heads = sheet.columns.map(({ label }, i) => `${label}${gaps[i]}`);
  const rows = labelled.map(({ row, label }) => ({ label, figures: figuresOf(row, gaps, options) }));
  const widths = heads.map((head, i) =>
    Math.max(widthOf(head), ...rows.map(({ figures }) => widthOf(figures[i] ?? ""))),
  );
  const line = (label: string, cells: readonly string[]) => {
    const padded = cells.map((text, i) => `${" ".repeat((widths[i] ?? 0) - widthOf(text) + 2)}${text}`);
    return `${label}${" ".repeat(lead - widthOf(label))}${padded.join("")}`.trimEnd();
  };
  const head = line(sheet.unit, heads);
  const rule = "-".repeat(lead + widths.reduce((total, width) => total + width + 2, 0));
  const body = rows.map(({ label, figures }) => line(label, figures));
  const notes = [...markNotes(sheet, options), ...sheet.notes, ...stampLines(sheet)].map(oneLine);
  return `${[oneLine(titleOf(sheet)), "", head, rule, ...body, "", ...notes].join("\n").trimEnd()}\n`;
}

/** The title line: DRAFT first when something only holds the place of a real figure, the body last. */
export function titleOf(sheet: Pick<Sheet, "draft" | "title" | "body">): string {
  return `${sheet.draft ? "DRAFT: " : ""}${sheet.title}${sheet.body === undefined ? "" : `, ${sheet.body}`}`;
}

/** The figures of a row, each with its mark, or with the gap that keeps it in line with those that have one. */
function figuresOf({ cells }: SheetRow, gaps: readonly string[], options: WriteOptions): string[] {
  return cells.map((cell, i) =>
    cell === undefined
      ? ""
      : `${figure(cell.printed, cell.decimals)}${isMarked(cell, options) ? mark : gaps[i]}`,
  );
}

/** A text without line breaks, tabs or other characters that would break a table or reach into a terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, " ").trim();
}
