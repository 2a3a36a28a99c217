import type { RowId } from "../formula/formula.ts";
import type { Totals } from "../programme/line.ts";
import type { Stamp } from "../programme/stamp/stamp.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";

/** What one printed unit of money is. */
export type Scale = "pounds" | "thousands" | "millions";

/**
 * How printed figures are rounded: `independent`, each on its own, half away from zero; or `footed`, together, so that
 * every printed sum holds, each figure being the one just above or just below its exact value.
 */
export type SheetRounding = "independent" | "footed";

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
  /** In a footed sheet: how far the printed figure is from the one rounded on its own, in the printed unit. Left out for nil. */
  readonly moved?: Decimal;
}

/**
 * How a row of a footed sheet came to its figures: rounded together with the sums that it is in, worked out from printed
 * figures, or rounded on its own since no sum reaches it.
 */
export type RowRounding = "together" | "from printed" | "on its own";

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
  /** The unit of its exact values; what is in pounds is printed in the unit of the sheet. */
  readonly unit?: Unit;
  /** How the figure of its Total column comes about; only a sum is the sum of the periods. */
  readonly totals?: Totals;
  /** Only in a footed sheet. */
  readonly rounded?: RowRounding;
  readonly cells: readonly (SheetCell | undefined)[];
}

/** That a row of the sheet is the sum of others, as printed, signs and all; rows by their place. */
export interface SheetSum {
  readonly total: number;
  readonly of: readonly number[];
}

/**
 * That a row follows from others, as printed, signs and all: some added, some taken away, on top of its own figure of the
 * period before where it runs on, as what is cumulative does. Rows by their place.
 */
export interface SheetDerivation {
  readonly row: number;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly runsOn: boolean;
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
  /** Rows outside the sums that follow from printed rows. */
  readonly derived: readonly SheetDerivation[];
  readonly rounding: SheetRounding;
  readonly notes: readonly string[];
  /** What made it from which inputs; writers end with it. Left out where it stands once for several sheets. */
  readonly stamp?: Stamp;
}
