import type { RowId } from "../formula/formula.ts";
import type { Totals } from "../programme/line.ts";
import type { Decimal } from "../quantity/decimal.ts";

/** What one printed unit of money is. */
export type Scale = "pounds" | "thousands" | "millions";

/** How printed figures are rounded: `independent`, each on its own, half away from zero. */
export type SheetRounding = "independent";

/** A column: a period, the total over the periods, a share of a row's total, or a measure that is no money. */
export interface Column {
  readonly label: string;
  readonly role: "period" | "total" | "share" | "measure";
  /** Decimal places of the money in it, or of its shares or measures. */
  readonly decimals: number;
}

/** A figure: its exact value with the sign it is printed with (pounds where it is money), and the figure as printed. */
export interface SheetCell {
  readonly value: Decimal;
  /** In the printed unit, rounded; brackets and separators are the writer's. */
  readonly printed: Decimal;
  /** Decimal places of the figure as printed. */
  readonly decimals: number;
}

/** What a printed row is. */
export type SheetRole =
  | "heading"
  | "line"
  | "subtotal"
  | "total"
  | "balance"
  | "working"
  | "memorandum"
  | "index"
  | "condition";

/** A printed row. A heading has no cells; a cell is `undefined` where its column has nothing to say. */
export interface SheetRow {
  readonly role: SheetRole;
  readonly label: string;
  readonly depth: number;
  readonly id?: RowId;
  /** How the figure of its Total column comes about; only a sum is the sum of the periods. */
  readonly totals?: Totals;
  readonly cells: readonly (SheetCell | undefined)[];
}

/** That a row of the sheet is the sum of others, as printed, signs and all; rows by their place. */
export interface SheetSum {
  readonly total: number;
  readonly of: readonly number[];
}

/** A table laid out for print: chosen rows and columns, in a unit, rounded. All spelling is left to the writers. */
export interface Sheet {
  readonly title: string;
  readonly body?: string;
  /** True when a number in it only holds the place of the real one. */
  readonly draft: boolean;
  readonly scale: Scale;
  /** The unit as the corner of the table says it: £, £000s or £m; the unit of a table without money; or nothing. */
  readonly unit: string;
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
  readonly sums: readonly SheetSum[];
  readonly rounding: SheetRounding;
  readonly notes: readonly string[];
}
