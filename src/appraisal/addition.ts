import { add, type Formula, type RowId, type RowReference, row as ref } from "../formula/formula.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import type { Assumption } from "../programme/assumption.ts";
import type { Totals } from "../programme/line.ts";
import { pricesOf } from "../programme/price-basis.ts";
import type { MemorandumTable, Programme, Row, StatementItem, Sum } from "../programme/programme.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";

/** The rows of an appraisal while they are being added to a programme. */
export interface Adding {
  readonly programme: Programme;
  readonly rows: Map<RowId, Row>;
  readonly assumptions: Map<string, Assumption>;
  readonly tables: MemorandumTable[];
  readonly sums: Sum[];
}

/** What is said of an added row beside its formula: pounds that add up over the periods, unless told. */
export interface AddedRow {
  readonly unit?: Unit;
  readonly prices?: Prices;
  readonly repriced?: { readonly from: Prices; readonly by: string };
  readonly totals?: Totals;
  readonly role?: "memorandum" | "total" | "index" | "working";
}

/** Adds a row and gives a reference to it. */
export function addRow(
  adding: Adding,
  name: string,
  label: string,
  formula: Formula,
  says: AddedRow = {},
): RowReference {
  const { unit = "£", totals = "sum", role = "memorandum", prices, repriced } = says;
  const own = unit.startsWith("£") ? { prices: prices ?? pricesOf(adding.programme) } : {};
  const more = repriced === undefined ? {} : { repriced };
  const id = appraisalId(name);
  adding.rows.set(id, { id, label, role, unit, totals, formula, ...own, ...more });
  return ref(id);
}

/** Adds an assumption of the appraisal itself, such as a discount rate. */
export function addInput(adding: Adding, input: Omit<Assumption, "path">): Formula {
  adding.assumptions.set(input.id, { ...input, path: [input.label] });
  return { node: "assumption", id: input.id };
}

/** Adds a row that is the sum of others, and says so to whoever checks or rounds. */
export function addTotal(
  adding: Adding,
  name: string,
  label: string,
  plus: readonly Formula[],
  minus: readonly Formula[],
  says: AddedRow = {},
): RowReference {
  const rows = (parts: readonly Formula[]) =>
    parts.flatMap((part) => (part.node === "row" && part.lag === 0 ? [part.id] : []));
  const formula: Formula =
    minus.length === 0 ? add(...plus) : { node: "subtract", from: add(...plus), less: add(...minus) };
  adding.sums.push({ total: appraisalId(name), plus: rows(plus), minus: rows(minus) });
  return addRow(adding, name, label, formula, { role: "total", ...says });
}

/** Adds a table of rows that were added, printed with the signs given. */
export function addTable(
  adding: Adding,
  label: string,
  rows: readonly (readonly [row: RowReference, sign: 1 | -1] | string)[],
): void {
  const items = rows.map((one): StatementItem => {
    if (typeof one === "string") return { item: "heading", label: one, depth: 0 };
    const [row, sign] = one;
    return { item: "row", row: row.id, depth: 0, sign };
  });
  adding.tables.push({ label, options: {}, items });
}
