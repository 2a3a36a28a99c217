import type { Cell, CellStyle, ConditionalRule, DataValidation, SheetChart, WriteSheet } from "hucre/xlsx";
import { assert } from "../assert.ts";
import { checkProgramme } from "../programme/given.ts";
import { type OptionShape, refuseShape } from "../programme/option-shape.ts";
import type { Programme } from "../programme/programme.ts";
import { madeWith } from "../programme/stamp/made-with.ts";
import { scales } from "../sheet/scale.ts";
import { oneLine } from "../write/text.ts";
import { heightsOf } from "./heights.ts";
import { fontName, fontSize, highlights, lookOf } from "./look.ts";
import { type WorkbookOptions, workbookOf } from "./make.ts";
import type { Chart, Validation, Workbook, Worksheet, WorksheetCell } from "./workbook.ts";

/** A file that is made twice from one model is the same to the byte, so it bears no time of its own. */
const noTime = new Date(Date.UTC(2000, 0, 1));

/**
 * A programme as an Excel workbook with live formulas, as the bytes of an `.xlsx` file: worksheets About, Assumptions,
 * Workings, Statement, Appraisal (where rows of one are named), Checks and Charts. Change an assumption in it and all
 * else follows. Each formula has its value beside it, in full pounds; the statement shows thousands or millions by number
 * format alone. The same programme gives the same bytes. Throws (rejects with) `InvestToSaveError` with `wrong-shape` for
 * what is no programme, `wrong-shape` and `unknown-key` for options, what `evaluate` throws, such as `division-by-nil`, and
 * `file-too-large` for a formula that is longer than a spreadsheet can hold.
 *
 * @example
 * ```ts
 * import { cost, programme, years } from "invest-to-save";
 * import { writeWorkbook } from "invest-to-save/excel";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * const bytes = await writeWorkbook(p);
 * String.fromCharCode(...bytes.slice(0, 2)); // => "PK"
 * ```
 */
export async function writeWorkbook(
  programme: Programme,
  options: WorkbookOptions = {},
): Promise<Uint8Array> {
  checkProgramme(programme, "writeWorkbook");
  const shape: OptionShape = { "unit?": Object.keys(scales), "appraisal?": "names" };
  refuseShape("the workbook", shape, options);
  return bytesOf(workbookOf(programme, options));
}

/** The bytes of a workbook. The package that writes them is only loaded when it is asked for. */
export async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const { title, body, worksheets, names } = workbook;
  return writeXlsx({
    sheets: worksheets.map((worksheet) => sheetOf(title, worksheet)),
    namedRanges: [...names],
    defaultFont: { name: fontName, size: fontSize },
    properties: {
      title: oneLine(title),
      ...(body === undefined ? {} : { company: oneLine(body) }),
      creator: madeWith,
      lastModifiedBy: madeWith,
      created: noTime,
      modified: noTime,
    },
  });
}

function sheetOf(title: string, worksheet: Worksheet): WriteSheet {
  const { name, cells, widths, frozen, validations = [], highlights: rules = [], charts = [] } = worksheet;
  const heights = heightsOf(worksheet);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells: new Map(cells.map((cell) => [`${cell.row - 1},${cell.column - 1}`, cellOf(cell)])),
    rowDefs: new Map([...heights].map(([row, height]) => [row - 1, { height }])),
    ...(frozen === undefined ? {} : { freezePane: { ...frozen } }),
    merges: cells.flatMap(({ row, column, across }) =>
      across === undefined
        ? []
        : [{ startRow: row - 1, endRow: row - 1, startCol: column - 1, endCol: column + across - 2 }],
    ),
    dataValidations: validations.map(validationOf),
    conditionalRules: rules.map((rule, i): ConditionalRule => {
      const { colour, fill } = highlights[rule.look];
      const style: CellStyle = {
        font: { color: { rgb: colour } },
        fill: { type: "pattern", pattern: "solid", bgColor: { rgb: fill } },
      };
      return { type: "expression", range: rule.range, formula: rule.formula, priority: i + 1, style };
    }),
    charts: charts.map(chartOf),
    // The sheet is protected without a password: inputs are open, all else is kept from slips.
    protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true, objects: false },
    view: { showGridLines: false },
    ...printing(title, worksheet),
  };
}

/** The characters that go on the width of a page before its print becomes too small to read. */
const charactersAPage = 240;

/** Spreadsheets take a footer of 255 letters in all. */
const longestFooter = 100;

/** Landscape, as many pages wide as it takes, with the heads and the labels on every page. */
function printing(
  title: string,
  { name, widths, frozen, onePage }: Worksheet,
): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const wide = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / charactersAPage);
  const said = oneLine(title).slice(0, longestFooter).replaceAll("&", "&&");
  return {
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: wide,
      fitToHeight: onePage ? 1 : 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(frozen === undefined ? {} : { printTitlesRow: `$1:$${frozen.rows}`, printTitlesColumn: "$A:$A" }),
    },
    headerFooter: { oddFooter: `&L${said}&C${name}&RPage &P of &N` },
  };
}

function cellOf({ look, format, indent, content }: WorksheetCell): Partial<Cell> {
  const style = styleOf(look, format, indent);
  if (content === undefined) return { value: null, style };
  if ("text" in content) return { value: content.text, type: "string", style };
  if ("number" in content) return { value: finite(content.number), type: "number", style };
  const { formula, gives } = content;
  const formulaResult = typeof gives === "number" ? finite(gives) : gives;
  return { value: null, type: "formula", formula, formulaResult, style };
}

/** A cell would be left blank without a word for what is no number. */
function finite(value: number): number {
  assert(Number.isFinite(value), "a cell of a workbook holds a number");
  return Object.is(value, -0) ? 0 : value;
}

const ruleColour = { rgb: "7F7F7F" };

function styleOf(look: WorksheetCell["look"], format?: string, indent?: number): CellStyle {
  const { bold, italic, size, colour, fill, above, below, framed, align, wrap, inset, open } = lookOf(look);
  const side = (style: "thin" | "double" | undefined) =>
    style === undefined ? undefined : { style, color: ruleColour };
  const frame = framed ? { style: "thin" as const, color: { rgb: "BFBFBF" } } : undefined;
  const [top, bottom] = [frame ?? side(above), frame ?? side(below)];
  return {
    font: {
      name: fontName,
      size: size ?? fontSize,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(colour === undefined ? {} : { color: { rgb: colour } }),
    },
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
    ...(top || bottom
      ? {
          border: {
            ...(top ? { top } : {}),
            ...(bottom ? { bottom } : {}),
            ...(frame ? { left: frame, right: frame } : {}),
          },
        }
      : {}),
    alignment: {
      vertical: "top",
      ...(align ? { horizontal: align } : {}),
      ...(wrap ? { wrapText: true } : {}),
      ...(indent || inset ? { horizontal: "left", indent: (indent ?? 0) + (inset ? 1 : 0) } : {}),
    },
    ...(format === undefined ? {} : { numFmt: format }),
    protection: { locked: !open },
  };
}

function validationOf({ range, least, most, formula, message }: Validation): DataValidation {
  const both = least !== undefined && most !== undefined;
  const bounds = {
    type: "decimal",
    operator: both ? "between" : least === undefined ? "lessThanOrEqual" : "greaterThanOrEqual",
    formula1: String(least ?? most),
    ...(both ? { formula2: String(most) } : {}),
  } as const;
  return {
    ...(formula === undefined ? bounds : ({ type: "custom", formula1: formula } as const)),
    range,
    showErrorMessage: true,
    errorTitle: "Not possible here",
    errorMessage: message,
    errorStyle: "stop",
  };
}

function chartOf({ kind, title, says, categories, series, format, fromNil, from, to }: Chart): SheetChart {
  const anchor = (at: { row: number; column: number }) => ({ row: at.row - 1, col: at.column - 1 });
  const axis = { labelFontSize: 9, labelFontFamily: fontName };
  return {
    type: kind === "line" ? "line" : "column",
    title,
    titleFontSize: 12,
    titleFontFamily: fontName,
    altText: says,
    series: series.map(({ name, values, colour }) => ({
      name,
      values,
      categories,
      color: colour,
      ...(kind === "line" ? { stroke: { width: 2.25 }, marker: { symbol: "circle" as const, size: 6 } } : {}),
    })),
    anchor: { from: anchor(from), to: anchor(to) },
    ...(kind === "line" ? {} : { barGrouping: "stacked", overlap: 100, gapWidth: 60 }),
    legend: kind === "line" ? false : "bottom",
    axes: {
      // Labels stand at the foot of the chart, also where columns go below nil.
      x: { ...axis, tickLblPos: "low", minorTickMark: "none" },
      y: {
        ...axis,
        minorTickMark: "none",
        numberFormat: { formatCode: format },
        gridlines: { major: true },
        ...(fromNil ? { scale: { min: 0 } } : {}),
      },
    },
  };
}
