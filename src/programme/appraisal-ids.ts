import type { AssumptionId, RowId } from "../formula/formula.ts";
import type { MemorandumTable, Programme } from "./programme.ts";

const under = "appraisal.";

/** The id of a row or an assumption of an appraisal: `appraisal.net` beside the lines of the model. */
export function appraisalId(name: string): RowId {
  return `${under}${name}`;
}

/** Whether a row or an assumption is of an appraisal, and none of the model's own. */
export function isOfAppraisal(id: RowId | AssumptionId): boolean {
  return id.startsWith(under);
}

/** The tables beside the statement that the model has itself. */
export function ownTables({ tables }: Pick<Programme, "tables">): MemorandumTable[] {
  return tables.filter((table) => !isOfCase(table));
}

/** The tables that an appraisal added, the case first. */
export function appraisalTables({ tables }: Pick<Programme, "tables">): MemorandumTable[] {
  return tables.filter(isOfCase);
}

/** Whether a table is one of those that an appraisal added. */
export function isOfCase({ items }: MemorandumTable): boolean {
  return items.some((item) => item.item === "row" && isOfAppraisal(item.row));
}
