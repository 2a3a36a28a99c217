import { numeral } from "../quantity/decimal.ts";
import { checkSheet } from "../sheet/given.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { stampLines } from "./stamp-lines.ts";

/**
 * A sheet as CSV that a spreadsheet opens: a header, then a row each; amounts are plain numbers in the printed unit
 * with a minus for negatives. A label that a spreadsheet would take for a formula, since it starts with =, +, -, @ (or
 * their wide forms), be it after spaces or signs that are not seen, or with a tab or a line break, is kept text by an apostrophe before it.
 * Notes are left out; a draft says so before the unit, in the first cell. Every row has the same columns, the last one too, which
 * says what made the table from which inputs and has no figures, as headings have none.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no sheet.
 *
 * @example
 * ```ts
 * import { cost, evaluate, layOut, programme, writeCsv, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * writeCsv(layOut(evaluate(p))).split("\n").slice(0, 3).join("; "); // => "£,2024/25,2025/26,Total; Costs,,,; Rent,1500,1500,3000"
 * ```
 */
export function writeCsv(sheet: Sheet): string {
  checkSheet(sheet);
  const corner = sheet.draft ? ["DRAFT", sheet.unit].filter(Boolean).join(": ") : sheet.unit;
  const head = [corner, ...sheet.columns.map(({ label }) => label)].map(field);
  const rows = sheet.rows.map((row) => [
    field(row.label),
    ...sheet.columns.map((_, i) => {
      const cell = row.cells[i];
      return cell === undefined ? "" : numeral(cell.printed, cell.decimals);
    }),
  ]);
  const made = stampLines(sheet).map((words) => [field(words), ...sheet.columns.map(() => "")]);
  return `${[head, ...rows, ...made].map((row) => row.join(",")).join("\n")}\n`;
}

/** Signs that start a formula, and their wide and small forms. */
const sign = "[=+\\-@＝＋－＠﹦﹢﹣﹫]";
/** What is not seen, and may be trimmed away before a spreadsheet looks for a formula. */
const unseen = "[\\p{Z}\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]";
const atStart = `^(?=[\\t\\r\\n]|${unseen}*${sign})`;
const afterSplit = `(?<=[;\\t\\r\\n])(?=(?:"|(?![;\\t\\r\\n])${unseen})*${sign})`;
const formula = new RegExp(`${atStart}|${afterSplit}`, "gu");

/** What would reach a terminal as an order and not as a letter; tabs and line breaks stay. */
const unprintable = /(?![\t\n\r])\p{Cc}/gu;

/**
 * A text as one field of CSV. Where a spreadsheet would split it at another sign than the comma, what comes after the split must
 * not be a formula either.
 */
export function field(text: string): string {
  const safe = text.replace(unprintable, " ").replace(formula, "'");
  return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
