import { fontSize, lookOf } from "./look.ts";
import type { Worksheet, WorksheetCell } from "./workbook.ts";

/** The height of a line of print, in points, for a size of print. */
const lineHeight = (size: number) => Math.ceil(size * 1.32);

/** Letters that find room in a width of one figure, in a font that may stand in for ours and be wider. */
const lettersToFigure = 1.1;

/** Spreadsheets make no row higher, in points: a longer text is cut off on the screen and is whole in its cell. */
const highest = 409;

/**
 * The heights of the rows that need more than one line of usual print, in points. Programs differ in whether they find the
 * height of a row themselves when a workbook is opened, so it is told.
 */
export function heightsOf({ cells, widths }: Worksheet): Map<number, number> {
  const heights = new Map<number, number>();
  for (const cell of cells) {
    const height = heightOf(cell, widthOf(cell, widths));
    if (height > Math.max(lineHeight(fontSize), heights.get(cell.row) ?? 0))
      heights.set(cell.row, Math.min(height, highest));
  }
  return heights;
}

/** The room that a cell has for its text: its columns, less the steps that a label is moved to the right. */
function widthOf({ column, across = 1, indent = 0 }: WorksheetCell, widths: readonly number[]): number {
  const own = widths.slice(column - 1, column - 1 + across);
  return Math.max(8, own.reduce((sum, width) => sum + width, 0) - 2 * indent);
}

function heightOf({ look, content }: WorksheetCell, width: number): number {
  const { size = fontSize, wrap } = lookOf(look);
  if (!wrap || content === undefined || !("text" in content)) return lineHeight(size);
  return linesOf(content.text, Math.floor(width * lettersToFigure)) * lineHeight(size);
}

/** The lines that a text takes where words that find no room go to the next. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.ceil(used / room) - 1;
    used = used > room ? used % room : used;
  }
  return lines;
}
