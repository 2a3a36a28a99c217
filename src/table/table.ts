import type { RowId } from "../formula/formula.ts";
import type { Programme, Row } from "../programme/programme.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Timeline } from "../time/timeline.ts";

/** The values of one row, a period each, and its total by the row's own rule; `undefined` where the rule gives none. */
export interface TableRow {
  readonly row: Row;
  readonly values: readonly (Decimal | undefined)[];
  readonly total: Decimal | undefined;
}

/** Every row of a programme worked out: exact, in the units of the rows, amounts of all kinds positive. */
export interface Table {
  readonly programme: Programme;
  /** The timeline of the values: the programme's own, or a coarser one after rolling up. */
  readonly timeline: Timeline;
  readonly rows: ReadonlyMap<RowId, TableRow>;
}
