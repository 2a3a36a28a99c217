import type { CellValue } from "hucre/xlsx";
import { address } from "../../src/workbook/spelling/address.ts";
import type { Content, Workbook, WorksheetCell } from "../../src/workbook/workbook.ts";
import type { Values } from "./libre-office.ts";

/** What a cell shows: its text or number, or what its formula gives. */
export function shownBy(content: Content): string | number {
  if ("text" in content) return content.text;
  return "number" in content ? content.number : content.gives;
}

/** The size of the largest number in a workbook. */
function largestIn({ worksheets }: Workbook): number {
  const contents = worksheets.flatMap(({ cells }) => cells.flatMap(({ content }) => content ?? []));
  return contents.map(shownBy).reduce<number>((largest, value) => {
    return typeof value === "number" ? Math.max(largest, Math.abs(value)) : largest;
  }, 0);
}

/** What of a workbook is compared: all of its cells, or those alone that hold figures. */
type Compared = "every cell" | "figures";

/**
 * Where a spreadsheet has other values than a workbook says, a line each. Numbers agree to the penny, and closer where the
 * amounts are small enough for that: to a million-millionth of the largest of the workbook.
 */
export function disagreements(
  workbook: Workbook,
  values: Values,
  compared: Compared = "every cell",
): string[] {
  const near = Math.min(0.005, 1e-9 + 1e-12 * largestIn(workbook));
  const found: string[] = [];
  for (const { name, cells } of workbook.worksheets) {
    const rows = values.get(name);
    if (rows === undefined) found.push(`there is no worksheet ${name}`);
    for (const cell of cells) {
      const has = rows?.[cell.row - 1]?.[cell.column - 1] ?? null;
      const said = difference(cell, has, near, compared);
      if (said !== undefined) found.push(`${name}!${address(cell.row, cell.column)} ${said}`);
    }
  }
  return found;
}

function difference(
  { content }: WorksheetCell,
  has: CellValue,
  near: number,
  compared: Compared,
): string | undefined {
  if (content === undefined) return undefined;
  const wanted = shownBy(content);
  const formula = "formula" in content ? ` =${content.formula}` : "";
  if (typeof wanted === "number") {
    if (typeof has === "number" && Math.abs(has - wanted) <= near) return undefined;
    return `is ${has} and should be ${wanted}${formula}`;
  }
  if (has === wanted || (compared === "figures" && formula === "")) return undefined;
  return `is ${JSON.stringify(has)} and should be ${JSON.stringify(wanted)}${formula}`;
}

/** How many figures a workbook has. */
export function figuresIn({ worksheets }: Workbook): number {
  const contents = worksheets.flatMap(({ cells }) => cells.flatMap(({ content }) => content ?? []));
  return contents.filter((content) => typeof shownBy(content) === "number").length;
}
