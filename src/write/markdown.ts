import { checkKeyed } from "../issue/given.ts";
import { checkSheet } from "../sheet/given.ts";
import type { Sheet, SheetRow } from "../sheet/sheet.ts";
import { figure } from "./figure.ts";
import { isMarked, mark, markNotes, type WriteOptions } from "./marks.ts";
import { stampLines } from "./stamp-lines.ts";
import { oneLine, titleOf } from "./text.ts";

/**
 * A sheet as a GitHub table: a title, right-aligned figures, totals in bold, notes below, the last of them what made it
 * from which inputs. `|` and other signs that
 * Markdown would take for its own are escaped. With `mark`, figures that footing moved have a `*`.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no sheet, and for options that are none.
 *
 * @example
 * ```ts
 * import { cost, evaluate, layOut, programme, writeMarkdown, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent | yard", 1_500));
 * writeMarkdown(layOut(evaluate(p))).split("\n")[5]; // => "| Rent \\| yard | 1,500 | 1,500 | 3,000 |"
 * ```
 */
export function writeMarkdown(sheet: Sheet, options: WriteOptions = {}): string {
  checkSheet(sheet);
  checkKeyed(options, ["options"]);
  const head = cells([sheet.unit, ...sheet.columns.map(({ label }) => label)].map(escaped));
  const rule = cells([":---", ...sheet.columns.map(() => "---:")]);
  const body = sheet.rows.map((row) => markdownRow(sheet, row, options));
  const notes = [...markNotes(sheet, options), ...sheet.notes, ...stampLines(sheet)].map(
    (note) => `*${escaped(note)}*`,
  );
  const blocks = [`**${escaped(titleOf(sheet))}**`, [head, rule, ...body].join("\n"), ...notes];
  return `${blocks.join("\n\n")}\n`;
}

function markdownRow(sheet: Sheet, row: SheetRow, options: WriteOptions): string {
  const strong = row.role !== "line" && row.role !== "working";
  const label = strong ? `**${escaped(row.label)}**` : escaped(row.label);
  const figures = sheet.columns.map((_, i) => {
    const cell = row.cells[i];
    if (cell === undefined) return "";
    const text = figure(cell.printed, cell.decimals);
    return `${strong ? `**${text}**` : text}${isMarked(cell, options) ? escaped(mark) : ""}`;
  });
  return cells([label, ...figures]);
}

function cells(texts: readonly string[]): string {
  return `| ${texts.join(" | ")} |`;
}

/** A text on one line, with the signs that Markdown takes for its own escaped. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\|*_`~$[\]]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;");
}
