import { assert, present } from "../../assert.ts";
import type { RowId } from "../../formula/formula.ts";
import { totalIds } from "../../programme/building/statement.ts";
import type { Kind } from "../../programme/line.ts";
import type { Scale } from "../../sheet/sheet.ts";
import { inYears } from "../../table/roll-up.ts";
import type { Table, TableRow } from "../../table/table.ts";
import { periodLabel, periodYear } from "../../time/period.ts";
import { type Colour, colours } from "../../write/colours.ts";
import { rowPlace } from "../cells.ts";
import type { Contents } from "../contents.ts";
import { headRow } from "../frame.ts";
import { header } from "../header.ts";
import { inYear, yearRow } from "../in-years.ts";
import { netIds } from "../net.ts";
import { address, columnLetters } from "../spelling/address.ts";
import { moneyFormat } from "../spelling/number-format.ts";
import { textCell } from "../text-cell.ts";
import type { Chart, ChartSeries, Worksheet, WorksheetCell } from "../workbook.ts";
import { firstFigure } from "./statement-layout.ts";

const says =
  "The totals of the statement by year, drawn. Costs stand above the line, what meets them below it.";

/** A row of the charts: a total of the programme with the sign that it is drawn with. */
interface Drawn {
  readonly id: RowId;
  readonly kind: Kind;
  readonly label: string;
  readonly sign: 1 | -1;
  readonly colour: Colour;
}

const drawn: readonly Drawn[] = [
  { id: totalIds.cost, kind: "cost", label: "Costs", sign: 1, colour: colours.costs },
  { id: totalIds.repayment, kind: "repayment", label: "Repayments", sign: 1, colour: colours.repayments },
  { id: totalIds.funding, kind: "funding", label: "Funding", sign: -1, colour: colours.funding },
  { id: totalIds.saving, kind: "saving", label: "Savings", sign: -1, colour: colours.savings },
];

const cumulative: Drawn = {
  id: netIds.cumulative,
  kind: "memorandum",
  label: "Cost less savings so far",
  sign: 1,
  colour: colours.costs,
};

/** The worksheet with the charts and the figures that they are drawn from. */
export function chartsSheet(contents: Contents, scale: Scale, holds: boolean): Worksheet {
  const { programme, table } = contents;
  const byYear = inYears(table);
  const kinds = new Set(programme.lines.map(({ kind }) => kind));
  const rows = [...drawn.filter(({ kind }) => kind === "cost" || kinds.has(kind)), cumulative];
  const firstRow = table.timeline.grain === "year" ? headRow + 1 : yearRow + 1;
  const unit = { pounds: "£", thousands: "£000s", millions: "£m" }[scale];
  return {
    name: "Charts",
    cells: [
      ...header(programme, "Charts", says, holds),
      ...heads(table, byYear, unit),
      ...rows.flatMap((row, i) => rowCells(contents, byYear, row, firstRow + i, scale)),
    ],
    widths: [50, ...Array<number>(byYear.timeline.count).fill(13)],
    frozen: { rows: headRow, columns: 1 },
    onePage: true,
    charts: chartsOf(rows, firstRow, byYear.timeline.count, scale, unit),
  };
}

function heads(table: Table, { timeline }: Table, unit: string): WorksheetCell[] {
  const each = <T>(of: (i: number) => T) => Array.from({ length: timeline.count }, (_, i) => of(i));
  const labels = each((i) => textCell(headRow, firstFigure + i, "head of figures", periodLabel(timeline, i)));
  const head = [textCell(headRow, 1, "head", unit), ...labels];
  if (table.timeline.grain === "year") return head;
  const years = each((i): WorksheetCell => {
    const content = { number: periodYear(timeline, i) };
    return { row: yearRow, column: firstFigure + i, look: "faint figure", format: "0", content };
  });
  return [...head, textCell(yearRow, 1, "subtitle", "The calendar year in which it starts"), ...years];
}

function rowCells(
  { layout }: Contents,
  byYear: Table,
  { id, label, sign }: Drawn,
  at: number,
  scale: Scale,
): WorksheetCell[] {
  const own: TableRow = present(byYear.rows.get(id), id);
  const place = rowPlace(layout, id, "Charts");
  const cells = own.values.map((value, i): WorksheetCell => {
    assert(value !== undefined, "a total has a value in every year");
    const formula = `${sign === -1 ? "-" : ""}${inYear(layout, place, own.row.totals, firstFigure + i, i)}`;
    const content = { formula, gives: value.isZero() ? 0 : value.times(sign).toNumber() };
    return {
      row: at,
      column: firstFigure + i,
      look: "figure",
      format: moneyFormat(scale, scale === "millions" ? 2 : 0),
      content,
    };
  });
  return [textCell(at, 1, "label", label), ...cells];
}

/** Both charts below their figures, side by side where there is room. */
function chartsOf(
  rows: readonly Drawn[],
  firstRow: number,
  years: number,
  scale: Scale,
  unit: string,
): Chart[] {
  const last = columnLetters(firstFigure + years - 1);
  const across = (row: number) => `$${columnLetters(firstFigure)}$${row}:$${last}$${row}`;
  const series = rows.map(({ label, colour }, i): ChartSeries => {
    return { name: label, values: across(firstRow + i), colour: colour.slice(1).toUpperCase() };
  });
  const top = firstRow + rows.length + 1;
  const right = Math.max(7, Math.min(years + 1, 14));
  const common = { categories: across(headRow), format: moneyFormat(scale, 0) };
  return [
    {
      ...common,
      kind: "stacked columns",
      title: `Costs, and what meets them (${unit})`,
      says: `Columns by year from ${address(headRow, 1)}: costs above the line, funding and savings below it.`,
      series: series.slice(0, -1),
      ...(rows.some(({ sign }) => sign < 0) ? {} : { fromNil: true }),
      from: { row: top, column: 1 },
      to: { row: top + 20, column: right },
    },
    {
      ...common,
      kind: "line",
      title: `Cost less savings so far (${unit})`,
      says: "A line by year: where it comes down to nil, the savings have paid for all costs.",
      series: series.slice(-1),
      from: { row: top + 22, column: 1 },
      to: { row: top + 40, column: right },
    },
  ];
}
