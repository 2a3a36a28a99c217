import type { Decimal } from "../../quantity/decimal.ts";
import type { Interval } from "../../quantity/interval.ts";

/** What a row, a column or a cell counts in. Only money and numbers are added up; shares are where they make a whole. */
export type Kind = "money" | "number" | "percent" | "ratio";

/**
 * What stands in a cell: a figure; a word or sign for nil, such as `–`; a word for a figure that is not given, such as
 * `TBC`; nothing; or text. A nil and a nothing are kept apart from a figure of 0.
 */
export type Standing = "figure" | "nil" | "unknown" | "blank" | "text";

/** A printed figure in full units (pounds, not thousands; percentage points), and the values that print so. */
export interface PrintedFigure extends Interval {
  readonly value: Decimal;
  /** What one step of its last printed digit is worth, in full units. */
  readonly step: Decimal;
  /** What one printed unit is worth: 1000 where the table is in thousands. */
  readonly scale: Decimal;
  /** The decimal places that it is printed with. */
  readonly decimals: number;
}

/** A cell of a published table as it was read. */
export interface PublishedCell {
  /** The text exactly as printed. */
  readonly text: string;
  readonly standing: Standing;
  /** There for figures and nils. */
  readonly figure?: PrintedFigure;
  /** What the cell counts in, where the cell itself, its row or its column says so. */
  readonly kind: Kind;
  /** Footnote marks that were taken off the figure. */
  readonly marks: readonly string[];
}

/** A row with figures, or a heading that has none. */
export interface PublishedRow {
  readonly label: string;
  /** How deep it is indented, 0 for not at all. */
  readonly depth: number;
  /** The line of the text that it stands on, or the row of the worksheet, counted from 1. */
  readonly line: number;
  readonly kind: Kind;
  /** Printed in bold, or by another sign of a total. */
  readonly strong: boolean;
  readonly heading: boolean;
  /** Whether a blank row stands above it. */
  readonly apart: boolean;
  readonly cells: readonly PublishedCell[];
}

/** A column of figures. */
export interface PublishedColumn {
  /** Its place among the columns of figures, from 0. */
  readonly at: number;
  readonly label: string;
  /** The last part of its heading, where it stands under a heading that it shares with others. */
  readonly own: string;
  /** The heading that it shares with others. */
  readonly group: string;
  readonly kind: Kind;
}

/** A run of rows under one heading; a table may have several. */
export interface Block {
  readonly title: string;
  readonly columns: readonly PublishedColumn[];
  readonly rows: readonly PublishedRow[];
}

/** One thing that was taken to be so, why, and how to say otherwise. */
export interface Interpretation {
  readonly about:
    | "form"
    | "table"
    | "heading"
    | "unit"
    | "kind"
    | "figure"
    | "nil"
    | "sign"
    | "mark"
    | "label"
    | "structure";
  /** Where in the table, in words. */
  readonly where: string;
  readonly says: string;
  readonly because: string;
  /** The option or the key of a structure file that says otherwise. */
  readonly otherwise?: string;
}

/** A table that somebody published, as it was read: every cell as printed, and how it was understood. */
export interface PublishedTable {
  /** The SHA-256 of what was read, the text in UTF-8 or the bytes of the workbook: 64 hexadecimal digits. */
  readonly inputs: string;
  readonly title: string;
  /** The unit of money as the table is printed in: £, £000s, £m or £bn; empty where none is stated. */
  readonly unit: string;
  readonly blocks: readonly Block[];
  /** Lines of text above and below the table. */
  readonly notes: readonly string[];
  readonly interpretations: readonly Interpretation[];
}
