import type { Programme } from "../programme/programme.ts";
import { isDraft } from "../sheet/money.ts";
import { masterCheckName } from "./cells.ts";
import { textCell } from "./text-cell.ts";
import type { WorksheetCell, WorksheetName } from "./workbook.ts";

/** The title of a worksheet, what it is for, and how the checks stand. */
export function header(
  programme: Programme,
  name: WorksheetName,
  says: string,
  holds: boolean,
): WorksheetCell[] {
  const { title } = programme;
  const draft = isDraft(programme);
  return [
    textCell(1, 1, draft ? "draft" : "title", `${draft ? "DRAFT: " : ""}${title}: ${name}`),
    textCell(2, 1, "subtitle", says),
    checkLine(3, 1, holds),
  ];
}

/** How the checks of a workbook may stand, in words. */
export const standings = {
  hold: "All checks hold",
  fail: "A check does not hold: see the worksheet Checks",
} as const;

/** How the checks of the whole workbook stand, in words. */
export function checkLine(row: number, column: number, holds: boolean): WorksheetCell {
  const formula = `IF(${masterCheckName}=0,"${standings.hold}","${standings.fail}")`;
  const gives = holds ? standings.hold : standings.fail;
  return { row, column, look: "subtitle", content: { formula, gives } };
}
