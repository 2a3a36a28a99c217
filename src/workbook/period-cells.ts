import { present } from "../assert.ts";
import { refusal } from "../issue/refusal.ts";
import type { Row } from "../programme/programme.ts";
import { separated } from "../quantity/decimal.ts";
import type { TableRow } from "../table/table.ts";
import { cellsFrom } from "./cells.ts";
import { type Contents, valuesOf } from "./contents.ts";
import { eachPeriod, periodColumn } from "./frame.ts";
import type { Look } from "./look.ts";
import { excelFormula } from "./spelling/excel-formula.ts";
import { formatOf } from "./spelling/number-format.ts";
import type { WorksheetCell, WorksheetName } from "./workbook.ts";

/** A spreadsheet takes no longer formula. */
const longest = 8192;

/** A formula row in its periods, on a worksheet: the same formula along the row, each with its value beside it. */
export function periodCells(
  { programme, layout }: Contents,
  sheet: WorksheetName,
  at: number,
  own: TableRow,
  look: (period: number) => Look,
): WorksheetCell[] {
  const { row, values, total } = own;
  const formula = excelFormula(row.formula, cellsFrom(programme, layout, sheet));
  const format = formatOf(row.unit, [...values, total]);
  const gives = valuesOf(own);
  return eachPeriod(layout.frame, (period) => ({
    row: at,
    column: periodColumn(layout.frame, period),
    look: look(period),
    format,
    content: { formula: notTooLong(row, formula(period)), gives: present(gives[period], row.label) },
  }));
}

function notTooLong({ label }: Row, formula: string): string {
  if (formula.length <= longest) return formula;
  throw refusal({
    code: "file-too-large",
    path: [label],
    message: `the formula of ${label} is longer than a spreadsheet can hold`,
    expected: `at most ${separated(String(longest))} characters`,
    received: separated(String(formula.length)),
    hint: "give parts of it rows or subtotals of their own",
  });
}
