import type { Kind } from "./published.ts";

/** What one printed unit of money is worth. */
export type PublishedUnit = "pounds" | "thousands" | "millions" | "billions";

/** How one cell is to be read: as an amount in the printed unit, as nil, or as a figure that is not given. */
export interface CellReading {
  /** The label of its row; the line it stands on, such as `line 12`, where labels repeat. */
  readonly row: string;
  /** The heading of its column. */
  readonly column: string;
  readonly reads: number | string;
}

/** How a table is read where that is not left to its own words. The keys are those of a structure file. */
export interface TableOptions {
  /** The unit of money, where the table does not say it or says it wrongly. */
  readonly unit?: PublishedUnit;
  /** Which table of a page, or which worksheet of a workbook: its number from 1, or its name. The one with the most figures unless told. */
  readonly table?: number | string;
  /** What figures were rounded to, in full units, where that is coarser than their last digit: 5, or 100. */
  readonly "rounded to"?: number;
  /** The column of labels, counted from 1; the first with words unless told. */
  readonly "label column"?: number;
  /** How many rows with figures or words at the top are headings of columns; by their words unless told. */
  readonly "heading rows"?: number;
  /** What a cell without anything in it stands for where it is added up: nil unless told. */
  readonly blank?: "nil" | "unknown";
  /** Cells that are to be read otherwise than printed. */
  readonly cells?: readonly CellReading[];
  /** What rows count in, by label. */
  readonly kinds?: Readonly<Record<string, Kind>>;
}
