import { present } from "../../assert.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import { numberOf } from "../cells.ts";
import type { Contents } from "../contents.ts";
import { eachPeriod, headRow, lead, periodColumn, periodHeads, widthsOf } from "../frame.ts";
import { header } from "../header.ts";
import { formatOf } from "../spelling/number-format.ts";
import { textCell } from "../text-cell.ts";
import type { Worksheet, WorksheetCell } from "../workbook.ts";
import { entryCells } from "./formula-rows.ts";
import { type PeriodRow, periodRows } from "./timeline-rows.ts";

const says = "Every row has one formula, the same in all of its periods. Nothing is typed in here.";

/** The worksheet with every formula row, below what the timeline says of each period. */
export function workingsSheet(contents: Contents, holds: boolean): Worksheet {
  const { programme, layout } = contents;
  const { frame, workings } = layout;
  const timeline = periodRows(programme, layout);
  return {
    name: "Workings",
    cells: [
      ...header(programme, "Workings", says, holds),
      ...rowHeads("Row"),
      ...periodHeads(frame, programme, true),
      textCell(headRow + 1, lead.label, "section", "Timeline"),
      ...timeline.flatMap((row) => timelineCells(contents, row)),
      ...entryCells(contents, "Workings", workings),
    ],
    widths: widthsOf(frame),
    frozen: { rows: headRow, columns: 1 },
  };
}

/** The heads of the columns before the periods, on a worksheet of formula rows. */
export function rowHeads(label: string): WorksheetCell[] {
  return [
    textCell(headRow, lead.label, "head", label),
    textCell(headRow, lead.unit, "head", "Unit"),
    textCell(headRow, lead.value, "head of figures", "All periods"),
    textCell(headRow, lead.low, "head beside", "as their"),
    textCell(headRow, lead.high, "head", "Prices"),
    textCell(headRow, lead.words, "head beside", "In words"),
    textCell(headRow, lead.name, "head beside", "Name in commands"),
  ];
}

function timelineCells({ layout }: Contents, { at, label, unit, values }: PeriodRow): WorksheetCell[] {
  // A calendar year is written without a separator.
  const format = at === layout.years?.year ? "0" : formatOf(unit, values, 6);
  const number = (value: Decimal | undefined) => numberOf(present(value, label), unit);
  return [
    textCell(at, lead.label, "label", label),
    textCell(at, lead.unit, "remark", unit),
    ...eachPeriod(layout.frame, (period): WorksheetCell => {
      const column = periodColumn(layout.frame, period);
      return { row: at, column, look: "structure", format, content: { number: number(values[period]) } };
    }),
  ];
}
