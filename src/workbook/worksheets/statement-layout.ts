import type { RowId } from "../../formula/formula.ts";
import type { StatementItem } from "../../programme/programme.ts";
import { layOut } from "../../sheet/lay-out.ts";
import type { Scale, Sheet } from "../../sheet/sheet.ts";
import { inYears } from "../../table/roll-up.ts";
import type { Table } from "../../table/table.ts";
import { isOf } from "../arrangement.ts";
import { headRow } from "../frame.ts";
import { statementNotes } from "./statement-notes.ts";

/** A sheet on the worksheet of the statement: its items with their signs, and the rows of cells that it takes. */
export interface Laid {
  readonly sheet: Sheet;
  readonly label?: string;
  readonly items: readonly StatementItem[];
  readonly headRow: number;
  readonly firstRow: number;
}

/** The first column of figures on the worksheet of the statement. */
export const firstFigure = 2;

/** The statement by years with its notes, and below it the tables beside it that have a row which stands nowhere else. */
export function laidOut(
  table: Table,
  unit: Scale | undefined,
  elsewhere: ReadonlySet<RowId>,
): [Laid, ...Laid[]] {
  const { programme } = table;
  const rolled = table.timeline.grain !== "year";
  const byYear = inYears(table);
  const options = unit === undefined ? {} : { unit };
  const sheet = layOut(byYear, options);
  const firstRow = headRow + (rolled ? 2 : 1);
  const statement: Laid = { sheet, items: programme.statement, headRow, firstRow };
  const laid: [Laid, ...Laid[]] = [statement];
  let next = endOf(statement) + statementNotes(programme).length + 3;
  for (const { label, items } of programme.tables.filter((one) => !isOf(one, elsewhere))) {
    const own = layOut(byYear, { ...options, table: label });
    const one: Laid = { sheet: own, label, items, headRow: next + 1, firstRow: next + 2 };
    laid.push(one);
    next = endOf(one) + 2;
  }
  return laid;
}

/** The last row that the figures of a sheet take. */
export function endOf({ sheet, firstRow }: Laid): number {
  return firstRow + sheet.rows.length - 1;
}

/** The places, among the rows of a sheet, of the totals that it prints with the rows that they add up. */
export function sumsOf({ sheet }: Laid): { readonly total: number; readonly of: readonly number[] }[] {
  return sheet.sums.filter(({ of }) => of.length > 0);
}
