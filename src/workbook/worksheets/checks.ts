import { present } from "../../assert.ts";
import { check, type Finding } from "../../check/check.ts";
import { add, compare, row as rowRef, subtract } from "../../formula/formula.ts";
import { words } from "../../formula/words.ts";
import { totalIds } from "../../programme/building/statement.ts";
import type { Condition } from "../../programme/condition.ts";
import { cellsFrom, type Placed, rowPlace } from "../cells.ts";
import { type Contents, valuesOf } from "../contents.ts";
import { eachPeriod, type Frame, headRow, lead, periodColumn, periodHeads, widthsOf } from "../frame.ts";
import { header } from "../header.ts";
import { periodCells } from "../period-cells.ts";
import { address, fixedAddress } from "../spelling/address.ts";
import { excelFormula } from "../spelling/excel-formula.ts";
import { formatOf } from "../spelling/number-format.ts";
import { textCell } from "../text-cell.ts";
import type { Highlight, Worksheet, WorksheetCell } from "../workbook.ts";
import { firstFigure, type Laid, sumsOf } from "./statement-layout.ts";

const says = "1 where a check holds and 0 where it does not. A check that fails is counted in the first row.";

/** The row of the master check. */
const masterRow = headRow + 1;
const firstRow = masterRow + 3;

/** The cell that counts the checks which do not hold, as a range of the workbook. */
export const masterCheck = `Checks!${fixedAddress(masterRow, lead.value)}`;

/** A total that the statement prints, as the worksheet of checks looks at it. */
interface PrintedTotal {
  readonly laid: Laid;
  readonly at: number;
  readonly label: string;
}

/** The totals that are checked: those printed with an amount for all periods together. */
function printedTotals(laid: readonly Laid[]): PrintedTotal[] {
  return laid.flatMap((one) =>
    sumsOf(one).flatMap(({ total }) => {
      const row = one.sheet.rows[total];
      const last = row?.cells.at(-1);
      return row === undefined || last === undefined ? [] : [{ laid: one, at: total, label: row.label }];
    }),
  );
}

/** The row that the conditions start in: after the checks of sums, a gap and a heading. */
export function conditionsFrom(laid: readonly Laid[]): number {
  return firstRow + 1 + printedTotals(laid).length + 2;
}

/** Whether everything holds that counts as an error. */
export function allHold(contents: Contents): boolean {
  return check(contents.table).holds;
}

/** The worksheet with every check, and the master check that counts those which fail. */
export function checksSheet(contents: Contents, laid: readonly Laid[]): Worksheet {
  const { programme, layout } = contents;
  const { frame, conditions } = layout;
  const rules = check(contents.table).findings.filter(({ kind }) => kind === "rule");
  const rulesFrom = Math.max(conditionsFrom(laid), ...conditions.map(({ at }) => at + 1)) + 1;
  const last = rulesFrom + rules.length;
  const judged = judgedIn(contents);
  return {
    name: "Checks",
    cells: [
      ...header(programme, "Checks", says, allHold(contents)),
      ...heads(),
      ...periodHeads(frame, programme, false),
      ...masterCells(contents, last),
      textCell(firstRow - 1, lead.label, "section", "Sums"),
      ...identityCells(contents),
      ...printedTotals(laid).flatMap((total, i) => totalCells(contents, total, firstRow + 1 + i)),
      ...(judged.length === 0
        ? []
        : [textCell(conditionsFrom(laid) - 1, lead.label, "section", "Conditions")]),
      ...judged.flatMap((own) => conditionCells(contents, own)),
      ...ruleCells(rules, rulesFrom),
    ],
    widths: widthsOf(frame),
    frozen: { rows: headRow, columns: 1 },
    highlights: highlightsOf(contents, last, judged),
  };
}

function heads(): WorksheetCell[] {
  return [
    textCell(headRow, lead.label, "head", "Check"),
    textCell(headRow, lead.unit, "head", "If it fails"),
    textCell(headRow, lead.value, "head of figures", "Fails"),
    textCell(headRow, lead.low, "head beside", "Holds"),
    { row: headRow, column: lead.high, look: "head" },
    textCell(headRow, lead.words, "head beside", "What must hold"),
    textCell(headRow, lead.name, "head beside", "Name in commands"),
  ];
}

function masterCells(contents: Contents, last: number): WorksheetCell[] {
  const failing = check(contents.table).findings.filter(
    ({ holds, severity }) => !holds && severity === "error",
  );
  const column = (of: number) => `${address(firstRow, of)}:${address(last, of)}`;
  const formula = `COUNTIFS(${column(lead.unit)},"error",${column(lead.value)},">0")`;
  return [
    textCell(masterRow, lead.label, "block", "Checks that fail, warnings left out"),
    { ...countCell(masterRow, formula, failing.length), look: "figure of a line" },
    holdsCell(masterRow, failing.length === 0),
  ];
}

function countCell(row: number, formula: string, gives: number): WorksheetCell {
  const content = { formula, gives };
  return { row, column: lead.value, look: "figure", format: '0_);(0);"–"_)', content };
}

function holdsCell(row: number, holds: boolean): WorksheetCell {
  const formula = `IF(${address(row, lead.value)}=0,"holds","FAILS")`;
  return { row, column: lead.low, look: "answer", content: { formula, gives: holds ? "holds" : "FAILS" } };
}

/** Costs and repayments less funding and savings is the balance, in every period. */
function identityCells({ programme, layout }: Contents): WorksheetCell[] {
  const { cost, repayment, saving, funding, balance } = totalIds;
  const need = add(rowRef(cost), rowRef(repayment));
  const left = subtract(need, add(rowRef(funding), rowRef(saving)));
  const formula = excelFormula(
    compare(left, "equal to", rowRef(balance)),
    cellsFrom(programme, layout, "Checks"),
  );
  const { frame } = layout;
  const cells = eachPeriod(frame, (period): WorksheetCell => {
    const content = { formula: formula(period), gives: 1 };
    const column = periodColumn(frame, period);
    return { row: firstRow, column, look: "figure", format: formatOf("flag", []), content };
  });
  return [
    textCell(firstRow, lead.label, "label", "Costs and repayments less funding and savings"),
    textCell(firstRow, lead.unit, "remark", "error"),
    countCell(firstRow, zeros(frame, firstRow, 0, frame.periods - 1), 0),
    holdsCell(firstRow, true),
    textCell(firstRow, lead.words, "note", "is the balance, in every period"),
    ...cells,
  ];
}

/** How many of some periods of a row hold nil. */
function zeros(frame: Frame, row: number, first: number, last: number): string {
  return `COUNTIF(${address(row, periodColumn(frame, first))}:${address(row, periodColumn(frame, last))},0)`;
}

/** A printed total is the same across and down, and what the workings have. */
function totalCells(
  { programme, layout }: Contents,
  { laid, at, label }: PrintedTotal,
  row: number,
): WorksheetCell[] {
  const { sheet, items } = laid;
  const item = items[at];
  if (item?.item !== "row") return [];
  const { totals } = present(programme.rows.get(item.row), item.row);
  const own = laid.firstRow + at;
  const periods = sheet.columns.filter(({ role }) => role === "period").length;
  const figure = (column: number) => address(own, firstFigure + column);
  const amounts = sheet.columns.filter(({ role }) => role !== "share").length;
  const printed = `Statement!${figure(amounts - 1)}`;
  const place = rowPlace(layout, item.row, "Checks");
  const worked = `${place.sheet}!${fixedAddress(place.row, lead.value)}`;
  const down = `ROUND(${printed}${item.sign === -1 ? "+" : "-"}${worked},2)=0`;
  const across = `ROUND(SUM(Statement!${figure(0)}:${figure(periods - 1)})-${printed},2)=0`;
  const both = totals === "sum" && periods > 0 && periods < amounts;
  return [
    textCell(row, lead.label, "label", `${label}${laid.label === undefined ? "" : ` (${laid.label})`}`),
    textCell(row, lead.unit, "remark", "error"),
    countCell(row, `IF(${both ? `AND(${across},${down})` : down},0,1)`, 0),
    holdsCell(row, true),
    textCell(
      row,
      lead.words,
      "note",
      `is the same ${both ? "across, down and in the workings" : "as in the workings"}`,
    ),
  ];
}

/** A condition, where it stands, and the row that judges it. */
interface JudgedRow {
  readonly entry: Extract<Placed, { is: "row" }>;
  readonly condition: Condition;
}

function judgedIn({ programme, layout }: Contents): JudgedRow[] {
  return layout.conditions.flatMap((entry) =>
    entry.is === "row"
      ? programme.conditions.flatMap((condition) =>
          condition.row === entry.id ? [{ entry, condition }] : [],
        )
      : [],
  );
}

function conditionCells(contents: Contents, { entry, condition }: JudgedRow): WorksheetCell[] {
  const { programme, layout, table } = contents;
  const own = present(table.rows.get(entry.id), entry.id);
  const { first, last, severity, says } = condition;
  const failing = valuesOf(own).filter(
    (value, period) => period >= first && period <= last && value === 0,
  ).length;
  const said = words(own.row.formula, {
    assumption: (id) =>
      id.startsWith(`${entry.id}.`)
        ? "the amount in the assumptions"
        : present(programme.assumptions.get(id), id).label,
    row: (id) => present(programme.rows.get(id), id).label,
  });
  return [
    textCell(entry.at, lead.label, "text", entry.label),
    textCell(entry.at, lead.unit, "remark", severity),
    countCell(entry.at, zeros(layout.frame, entry.at, first, last), failing),
    holdsCell(entry.at, failing === 0),
    textCell(entry.at, lead.words, "note", says === undefined ? said : `${said}. ${says}`),
    textCell(entry.at, lead.name, "note", entry.id),
    ...periodCells(contents, "Checks", entry.at, own, (period) =>
      period >= first && period <= last ? "figure" : "faint figure",
    ),
  ];
}

/** What is a rule and no formula was judged when the workbook was made, and is not judged again in it. */
function ruleCells(rules: readonly Finding[], from: number): WorksheetCell[] {
  if (rules.length === 0) return [];
  const rows = rules.flatMap(({ label, severity, failures }, i): WorksheetCell[] => [
    textCell(from + 1 + i, lead.label, "text", label),
    textCell(from + 1 + i, lead.unit, "remark", severity),
    { ...countCell(from + 1 + i, "", 0), content: { number: failures.length } },
    holdsCell(from + 1 + i, failures.length === 0),
    textCell(from + 1 + i, lead.words, "note", failures.length === 0 ? "as stated" : failures.join("; ")),
  ]);
  return [textCell(from, lead.label, "section", "Judged when the workbook was made"), ...rows];
}

function highlightsOf(contents: Contents, last: number, judged: readonly JudgedRow[]): Highlight[] {
  const result = `${address(masterRow, lead.low)}:${address(last, lead.low)}`;
  const cell = address(masterRow, lead.low);
  const { frame } = contents.layout;
  const rows = [
    { at: firstRow, first: 0, last: frame.periods - 1 },
    ...judged.map(({ entry, condition: { first, last } }) => ({ at: entry.at, first, last })),
  ];
  return [
    { range: result, formula: `${cell}="holds"`, look: "good" },
    { range: result, formula: `${cell}="FAILS"`, look: "bad" },
    ...rows.map((row): Highlight => {
      const start = address(row.at, periodColumn(frame, row.first));
      const end = address(row.at, periodColumn(frame, row.last));
      return { range: `${start}:${end}`, formula: `${start}=0`, look: "bad" };
    }),
  ];
}
