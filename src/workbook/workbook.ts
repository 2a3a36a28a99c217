import type { Look } from "./look.ts";

/** The worksheets that a workbook may have, in their order. */
export type WorksheetName =
  | "About"
  | "Assumptions"
  | "Workings"
  | "Statement"
  | "Appraisal"
  | "Checks"
  | "Charts";

/** What a cell holds: text, a number, or a formula (without its equals sign) with the value that it gives. */
export type Content =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly formula: string; readonly gives: number | string };

/** A cell. Rows and columns are counted from 1. */
export interface WorksheetCell {
  readonly row: number;
  readonly column: number;
  readonly look: Look;
  readonly content?: Content;
  /** The number format, in the notation of spreadsheets; general unless told. */
  readonly format?: string;
  /** Steps to the right of a label. */
  readonly indent?: number;
  /** How many columns it takes, where it takes more than its own. */
  readonly across?: number;
}

/** What whoever types into a cell must keep to. */
export interface Validation {
  readonly range: string;
  readonly least?: number;
  readonly most?: number;
  /** What must hold instead, where more is asked than a least and a most; the formula is that of the first cell of the range. */
  readonly formula?: string;
  readonly message: string;
}

/** A look that cells take on while a formula holds; the formula is that of the first cell of the range. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  readonly look: "good" | "bad" | "outside";
}

/** A row of figures in a chart. */
export interface ChartSeries {
  readonly name: string;
  readonly values: string;
  readonly colour: string;
}

/** A native chart over rows of figures; its corners are cells. */
export interface Chart {
  readonly kind: "stacked columns" | "line";
  readonly title: string;
  readonly says: string;
  readonly categories: string;
  readonly series: readonly ChartSeries[];
  readonly format: string;
  /** That its axis starts at nil: a spreadsheet would start it higher where all columns are nearly as high. */
  readonly fromNil?: true;
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** One tab of a workbook. */
export interface Worksheet {
  readonly name: WorksheetName;
  readonly cells: readonly WorksheetCell[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations?: readonly Validation[];
  readonly highlights?: readonly Highlight[];
  readonly charts?: readonly Chart[];
  /** Whether it is printed on one page. */
  readonly onePage?: true;
}

/** A name for a cell. */
export interface DefinedName {
  readonly name: string;
  readonly range: string;
}

/** A workbook as plain data, before it is written as a file. */
export interface Workbook {
  readonly title: string;
  readonly body?: string;
  readonly worksheets: readonly Worksheet[];
  readonly names: readonly DefinedName[];
}
