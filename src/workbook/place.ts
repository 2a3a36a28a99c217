import { acrossPeriods, type Frame, periodColumn } from "./frame.ts";
import { address, columnLetters } from "./spelling/address.ts";
import type { WorksheetName } from "./workbook.ts";

/** A row of cells, one a period, as formulas of a worksheet refer to it. */
export interface Place {
  /** The address in the column of a period: `I12`, or `Workings!I12` where it is on another worksheet. */
  readonly at: (period: number) => string;
  /** The same, staying in its row wherever the formula is copied to: `I$12`. */
  readonly fixed: (period: number) => string;
  /** All periods: `$I12:$M12`. */
  readonly all: string;
  readonly sheet: WorksheetName;
  readonly row: number;
}

/** A place seen from a worksheet: on its own, the name of the worksheet is left out. */
export function placeOf(frame: Frame, sheet: WorksheetName, row: number, from: WorksheetName): Place {
  const head = sheet === from ? "" : `${sheet}!`;
  const column = (period: number) => periodColumn(frame, period);
  return {
    at: (period) => `${head}${address(row, column(period))}`,
    fixed: (period) => `${head}${columnLetters(column(period))}$${row}`,
    all: `${head}${acrossPeriods(frame, row)}`,
    sheet,
    row,
  };
}
