import { oneLine } from "../write/text.ts";
import type { Look } from "./look.ts";
import type { WorksheetCell } from "./workbook.ts";

/** A spreadsheet keeps no longer text in a cell. */
const longest = 32_000;

/** A cell of text, without line breaks or signs that a spreadsheet could not show; an empty cell where there is none. */
export function textCell(row: number, column: number, look: Look, text: string): WorksheetCell {
  const shown = oneLine(text).slice(0, longest);
  return shown === "" ? { row, column, look } : { row, column, look, content: { text: shown } };
}
