import { present } from "../../assert.ts";
import { words } from "../../formula/words.ts";
import type { Totals } from "../../programme/line.ts";
import type { Programme, Row } from "../../programme/programme.ts";
import { zero } from "../../quantity/decimal.ts";
import type { TableRow } from "../../table/table.ts";
import { numberOf, type Placed } from "../cells.ts";
import type { Contents } from "../contents.ts";
import { type Frame, lead, periodColumn } from "../frame.ts";
import type { Look } from "../look.ts";
import { isForCharts } from "../net.ts";
import { periodCells } from "../period-cells.ts";
import { address } from "../spelling/address.ts";
import { formatOf } from "../spelling/number-format.ts";
import { textCell } from "../text-cell.ts";
import type { WorksheetCell, WorksheetName } from "../workbook.ts";

/** The cells of headings and formula rows: for each row its label, unit, total, rule and words, then its periods. */
export function entryCells(
  contents: Contents,
  sheet: WorksheetName,
  entries: readonly Placed[],
): WorksheetCell[] {
  return entries.flatMap((entry) => {
    switch (entry.is) {
      case "section":
      case "block":
        return [textCell(entry.at, lead.label, entry.is, entry.label)];
      case "row":
        return rowCells(contents, sheet, entry);
      default:
        return [];
    }
  });
}

function rowCells(
  contents: Contents,
  sheet: WorksheetName,
  entry: Extract<Placed, { is: "row" }>,
): WorksheetCell[] {
  const { programme, layout } = contents;
  const own = present(contents.table.rows.get(entry.id), entry.id);
  const { row } = own;
  const label = textCell(entry.at, lead.label, entry.outcome ? "label of a line" : "label", entry.label);
  const figure = entry.outcome ? "figure of a line" : "figure";
  return [
    { ...label, indent: entry.indent },
    textCell(entry.at, lead.unit, "remark", row.unit),
    ...totalCell(layout.frame, entry.at, own, figure),
    ...ruleCells(entry.at, row),
    textCell(entry.at, lead.words, "note", inWords(programme, row)),
    ...(isForCharts(row.id) ? [] : [textCell(entry.at, lead.name, "note", row.id)]),
    ...beforeCells(contents, entry.at, own),
    ...periodCells(contents, sheet, entry.at, own, () => figure),
  ];
}

/** The formula of a row in words; what belongs to the same line goes by its short name. */
function inWords({ rows, assumptions }: Programme, { id, line, formula }: Row): string {
  if (formula.node === "series" || formula.node === "assumption") return "as in the assumptions";
  const head = `${rows.get(line ?? id)?.label}: `;
  const short = (label: string) => (label.startsWith(head) ? label.slice(head.length) : label);
  return words(formula, {
    assumption: (of) => short(assumptions.get(of)?.label ?? of),
    row: (of) => short(rows.get(of)?.label ?? of),
  });
}

const rules: Record<Totals, string> = { sum: "sum", closing: "last", average: "average", none: "" };

function ruleCells(at: number, { totals, prices }: Row): WorksheetCell[] {
  return [
    ...(totals === "none" ? [] : [textCell(at, lead.low, "note", rules[totals])]),
    ...(prices === undefined ? [] : [textCell(at, lead.high, "remark", prices)]),
  ];
}

/** What the periods come to together, by the row's own rule. */
function totalCell(frame: Frame, at: number, { row, values, total }: TableRow, look: Look): WorksheetCell[] {
  if (total === undefined) return [];
  const last = address(at, periodColumn(frame, frame.periods - 1));
  const all = `${address(at, periodColumn(frame, 0))}:${last}`;
  const formula = { sum: `SUM(${all})`, average: `AVERAGE(${all})`, closing: last, none: "" }[row.totals];
  const format = formatOf(row.unit, [...values, total]);
  const content = { formula, gives: numberOf(total, row.unit) };
  return [{ row: at, column: lead.value, look, format, content }];
}

/** Nil in the columns before the first period, for a row that is read back beyond it. */
function beforeCells({ layout, readBack }: Contents, at: number, { row }: TableRow): WorksheetCell[] {
  const lag = readBack.get(row.id) ?? 0;
  const format = formatOf("£", [zero]);
  return Array.from({ length: lag }, (_, i): WorksheetCell => {
    const column = periodColumn(layout.frame, i - lag);
    return { row: at, column, look: "structure", format, content: { number: 0 } };
  });
}
