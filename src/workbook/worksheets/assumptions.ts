import { present } from "../../assert.ts";
import { type Assumption, basisOf } from "../../programme/assumption.ts";
import { type BoundName, boundNames, limitsWords } from "../../programme/limits.ts";
import { type Decimal, isDecimal, sum } from "../../quantity/decimal.ts";
import { sourceWords } from "../../sheet/document/assumptions-grid.ts";
import { firstDayOfMonth } from "../../time/month.ts";
import { numberOf, type Placed } from "../cells.ts";
import type { Contents } from "../contents.ts";
import { eachPeriod, headRow, lead, periodColumn, periodHeads, widthsOf } from "../frame.ts";
import { header } from "../header.ts";
import type { Look } from "../look.ts";
import { address } from "../spelling/address.ts";
import { firstDayOfSpreadsheets, formatOf } from "../spelling/number-format.ts";
import { textCell } from "../text-cell.ts";
import type { Highlight, Validation, Worksheet, WorksheetCell } from "../workbook.ts";

const says =
  "The only cells to change are the blue ones on yellow. What still holds the place of a real figure is on orange.";

/** The worksheet with everything that enters the model, and where it comes from. */
export function assumptionsSheet(contents: Contents, holds: boolean): Worksheet {
  const { programme, layout } = contents;
  const { frame, assumptions } = layout;
  const inputs = assumptions.flatMap((entry) => {
    if (entry.is !== "input") return [];
    return [{ at: entry.at, input: present(programme.assumptions.get(entry.id), entry.id) }];
  });
  return {
    name: "Assumptions",
    cells: [
      ...header(programme, "Assumptions", says, holds),
      ...heads(),
      ...periodHeads(frame, programme, false),
      ...assumptions.flatMap(headingCells),
      ...inputs.flatMap(({ at, input }) => inputCells(contents, at, input)),
    ],
    widths: widthsOf(frame),
    frozen: { rows: headRow, columns: 1 },
    validations: inputs.flatMap(({ at, input }) => validation(contents, at, input)),
    highlights: inputs.flatMap(({ at, input }) => outsideItsRange(at, input)),
  };
}

function heads(): WorksheetCell[] {
  return [
    textCell(headRow, lead.label, "head", "Assumption"),
    textCell(headRow, lead.unit, "head", "Unit"),
    textCell(headRow, lead.value, "head of figures", "Value"),
    textCell(headRow, lead.low, "head of figures", "Low"),
    textCell(headRow, lead.high, "head of figures", "High"),
    textCell(headRow, lead.words, "head beside", "Where it comes from"),
    textCell(headRow, lead.name, "head beside", "Name in formulas"),
  ];
}

function headingCells(entry: Placed): WorksheetCell[] {
  if (entry.is === "section") return [textCell(entry.at, lead.label, "section", entry.label)];
  if (entry.is !== "remark") return [];
  return [{ ...textCell(entry.at, lead.label, "remark", entry.label), across: lead.words }];
}

function inputCells(contents: Contents, at: number, input: Assumption): WorksheetCell[] {
  const { unit, value, low, high } = input;
  const format = formatOf(unit, isDecimal(value) ? [value, low, high] : value, 6);
  const bound = (column: number, of: Decimal | undefined): WorksheetCell[] =>
    of === undefined
      ? []
      : [{ row: at, column, look: "figure", format, content: { number: numberOf(of, unit) } }];
  return [
    textCell(at, lead.label, "text", input.label),
    textCell(at, lead.unit, "remark", unit),
    ...bound(lead.low, low),
    ...bound(lead.high, high),
    textCell(at, lead.words, "note", sourceWords(input, basisOf(contents.programme.options))),
    ...(isDecimal(value) ? singleCells(contents, at, input, value) : seriesCells(contents, at, input, value)),
  ];
}

/** Inputs are open; what the structure of the model sets is not, and looks like no input. */
function lookOfInput({ basis }: Assumption): Look {
  if (basis.kind === "structure") return "structure";
  return basis.kind === "placeholder" ? "placeholder input" : "input";
}

function singleCells({ layout }: Contents, at: number, input: Assumption, value: Decimal): WorksheetCell[] {
  const { unit, low, high, id } = input;
  const format = formatOf(unit, [value, low, high], 6);
  const cell = { row: at, column: lead.value, look: lookOfInput(input), format } as const;
  return [
    { ...cell, content: { number: numberOf(value, unit) } },
    textCell(at, lead.name, "note", present(layout.names.get(id), id)),
    ...(unit === "month number" ? [monthReading(at, value)] : []),
  ];
}

/** A month number is twelve times the year and the months before the month: the cell beside it says which month that is. */
function monthReading(at: number, value: Decimal): WorksheetCell {
  const cell = address(at, lead.value);
  const formula = `DATE(INT(${cell}/12),MOD(${cell},12)+1,1)`;
  const gives = firstDayOfMonth(value.toNumber()) + firstDayOfSpreadsheets;
  const format = '"is "mmm yyyy';
  return { row: at, column: lead.low, look: "faint figure", format, content: { formula, gives } };
}

function seriesCells(
  { layout }: Contents,
  at: number,
  input: Assumption,
  values: readonly Decimal[],
): WorksheetCell[] {
  const { unit, level } = input;
  const { frame } = layout;
  const look = lookOfInput(input);
  const format = formatOf(unit, values, 6);
  const cells = eachPeriod(frame, (period): WorksheetCell => {
    const number = numberOf(present(values[period], input.id), unit);
    return { row: at, column: periodColumn(frame, period), look, format, content: { number } };
  });
  if (unit !== "£" || level) return cells;
  const all = `${address(at, periodColumn(frame, 0))}:${address(at, periodColumn(frame, frame.periods - 1))}`;
  const content = { formula: `SUM(${all})`, gives: sum(values).toNumber() };
  return [{ row: at, column: lead.value, look: "figure", format, content }, ...cells];
}

/** What may be typed into an input, where the model sets limits to it. */
function validation(
  { layout }: Contents,
  at: number,
  { limits = {}, value, basis }: Assumption,
): Validation[] {
  const words = limitsWords(limits);
  if (words === "" || basis.kind === "structure") return [];
  const { frame } = layout;
  const [first, last] = isDecimal(value)
    ? [lead.value, lead.value]
    : [periodColumn(frame, 0), periodColumn(frame, frame.periods - 1)];
  const cell = address(at, first);
  const range = first === last ? cell : `${cell}:${address(at, last)}`;
  const message = `This must be ${limits.whole === undefined ? "a number, " : ""}${words}.`;
  const { least, most, above, below, whole } = limits;
  if ([above, below, whole].every((one) => one === undefined))
    return [
      { range, message, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) },
    ];
  const tests = [
    `ISNUMBER(${cell})`,
    ...boundNames.flatMap((name) =>
      limits[name] === undefined ? [] : [`${cell}${signs[name]}${limits[name]}`],
    ),
    ...(whole === undefined ? [] : [`${cell}=INT(${cell})`]),
  ];
  return [{ range, message, formula: `AND(${tests.join(",")})` }];
}

const signs: Record<BoundName, string> = { least: ">=", above: ">", most: "<=", below: "<" };

/** A value outside the range that the model gives for it stands out. */
function outsideItsRange(at: number, { value, low, high }: Assumption): Highlight[] {
  if (!isDecimal(value) || (low === undefined && high === undefined)) return [];
  const cell = address(at, lead.value);
  const tests = [
    ...(low === undefined ? [] : [`${cell}<${address(at, lead.low)}`]),
    ...(high === undefined ? [] : [`${cell}>${address(at, lead.high)}`]),
  ];
  const formula = tests.length === 1 ? tests.join() : `OR(${tests.join(",")})`;
  return [{ range: cell, formula, look: "outside" }];
}
