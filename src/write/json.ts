import { numeral, zero } from "../quantity/decimal.ts";
import { checkSheet } from "../sheet/given.ts";
import type { Sheet, SheetCell } from "../sheet/sheet.ts";

/** The version of the JSON that {@link writeJson} writes; it rises when a reader would have to change. */
export const sheetFormatVersion = 1;

/**
 * A sheet as JSON for programs: format name and version, whether it is a draft, columns, and rows with the exact value of every figure (text,
 * in pounds where it is money, with the sign it is printed with) beside the figure as printed (text, in the printed
 * unit). Headings have empty lists. In a footed sheet each row says how it was `rounded`, and each figure how far that
 * `moved` it from the nearest one, in the printed unit. Its `stamp` says what made it, with the whole SHA-256 of the inputs.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no sheet.
 *
 * @example
 * ```ts
 * import { cost, evaluate, layOut, programme, writeJson, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * JSON.parse(writeJson(layOut(evaluate(p), { unit: "thousands" }))).rows[1].values[0]; // => "1500"
 * ```
 */
export function writeJson(sheet: Sheet): string {
  checkSheet(sheet);
  const document = { format: "invest-to-save/sheet", version: sheetFormatVersion, ...sheetData(sheet) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A sheet as plain data, decimals as text. */
export function sheetData(sheet: Sheet): Readonly<Record<string, unknown>> {
  return {
    draft: sheet.draft,
    title: sheet.title,
    ...(sheet.body === undefined ? {} : { body: sheet.body }),
    unit: sheet.unit,
    scale: sheet.scale,
    rounding: sheet.rounding,
    columns: sheet.columns,
    rows: sheet.rows.map(({ id, role, label, depth, rounded, cells }) => ({
      ...(id === undefined ? {} : { id }),
      role,
      label,
      depth,
      values: cells.map((cell) => (cell === undefined ? null : numeral(cell.value))),
      printed: cells.map((cell) => (cell === undefined ? null : numeral(cell.printed))),
      ...(rounded === undefined ? {} : { rounded, moved: cells.map(movedBy) }),
    })),
    notes: sheet.notes,
    ...(sheet.stamp === undefined ? {} : { stamp: sheet.stamp }),
  };
}

function movedBy(cell: SheetCell | undefined): string | null {
  return cell === undefined ? null : numeral(cell.moved ?? zero);
}
