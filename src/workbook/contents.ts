import { present } from "../assert.ts";
import type { RowId } from "../formula/formula.ts";
import type { Programme } from "../programme/programme.ts";
import type { Table, TableRow } from "../table/table.ts";
import { type Layout, numberOf } from "./cells.ts";

/** What the worksheets are made from: the programme, its values, and where everything stands. */
export interface Contents {
  readonly programme: Programme;
  readonly table: Table;
  readonly layout: Layout;
  /** How many periods back each row is read at most. */
  readonly readBack: ReadonlyMap<RowId, number>;
}

/** The values of a row as a spreadsheet keeps them. */
export function valuesOf({ row, values }: TableRow): number[] {
  return values.map((value) => numberOf(present(value, `a value of ${row.label} in every period`), row.unit));
}
