import { present } from "../assert.ts";
import type { AssumptionId, RowId } from "../formula/formula.ts";
import type { Assumption } from "../programme/assumption.ts";
import type { Kind, Line } from "../programme/line.ts";
import type { MemorandumTable, Programme, Role, Row } from "../programme/programme.ts";
import { isDecimal } from "../quantity/decimal.ts";
import { commonWords } from "../sheet/document/assumptions-grid.ts";

/** What stands on a worksheet below another: a heading, a formula row under the name it goes by there, or an input. */
export type Entry =
  | { readonly is: "section" | "block" | "remark"; readonly label: string }
  | {
      readonly is: "row";
      readonly id: RowId;
      readonly label: string;
      readonly indent: number;
      /** Whether it is what the rows above it lead to. */
      readonly outcome: boolean;
    }
  | { readonly is: "input"; readonly id: AssumptionId }
  | { readonly is: "gap" };

const sections: readonly { readonly kind: Kind; readonly label: string }[] = [
  { kind: "cost", label: "Costs" },
  { kind: "saving", label: "Savings" },
  { kind: "repayment", label: "Repayments" },
  { kind: "funding", label: "Funding" },
  { kind: "memorandum", label: "Memorandum" },
];

/**
 * The rows of the workings in the order in which a reader follows them: index series, then each line below the rows that
 * it is worked out from, then totals, then the rows that were added for the charts.
 */
export function workingsOf(
  programme: Programme,
  elsewhere: ReadonlySet<RowId>,
  added: ReadonlySet<RowId>,
): Entry[] {
  const rows = [...programme.rows.values()].filter(
    ({ id, role }) => role !== "condition" && !elsewhere.has(id),
  );
  const lines = new Set(programme.lines.map(({ id }) => id));
  const indices = rows.filter(({ role }) => role === "index");
  const rest = rows.filter(
    ({ id, role, line }) => role !== "index" && !lines.has(id) && !lines.has(line ?? "") && !added.has(id),
  );
  return [
    ...section("Index series", indices.map(plain)),
    ...sections.flatMap(({ kind, label }) =>
      section(
        label,
        programme.lines.filter((line) => line.kind === kind).flatMap((line) => block(rows, line)),
      ),
    ),
    ...section("Totals", rest.map(plain)),
    ...section("For the charts", rows.filter(({ id }) => added.has(id)).map(plain)),
  ];
}

const sums: readonly Role[] = ["subtotal", "total", "balance"];

function plain({ id, label, role }: Row): Extract<Entry, { is: "row" }> {
  return { is: "row", id, label, indent: 0, outcome: sums.includes(role) };
}

function section(label: string, entries: readonly Entry[]): Entry[] {
  return entries.length === 0 ? [] : [{ is: "section", label }, ...entries, { is: "gap" }];
}

/** A line, with the rows that it is worked out from above it under its name. */
function block(rows: readonly Row[], line: Line): Entry[] {
  const own = rows.filter((row) => row.line === line.id);
  const itself = rows.filter(({ id }) => id === line.id);
  if (own.length === 0) return itself.map(plain);
  const head = `${line.label}: `;
  const short = (label: string) => (label.startsWith(head) ? label.slice(head.length) : label);
  return [
    { is: "block", label: `${line.label}, step by step` },
    ...own.map(({ id, label }): Entry => ({ is: "row", id, label: short(label), indent: 1, outcome: false })),
    ...itself.map((row): Entry => ({ ...plain(row), outcome: true })),
  ];
}

/**
 * The rows of an appraisal: each of its tables under the name of the table, then the rows that are in none, such as discount
 * factors and measures.
 */
export function appraisalOf({ rows, tables }: Programme, ids: readonly RowId[]): Entry[] {
  const own = new Set(ids);
  const shown = new Set<RowId>();
  const listed = tables
    .filter((table) => isOf(table, own))
    .flatMap(({ label, items }) => {
      const inTable = items.flatMap((item) =>
        item.item === "row" ? [present(rows.get(item.row), item.row)] : [],
      );
      const first = inTable.filter(({ id }) => !shown.has(id));
      for (const { id } of first) shown.add(id);
      return section(label, first.map(plain));
    });
  const rest = ids.filter((id) => !shown.has(id)).flatMap((id) => rows.get(id) ?? []);
  return [...listed, ...section(listed.length === 0 ? "Rows" : "Measures and steps", rest.map(plain))];
}

/** Whether a table has some rows, and none but those of an appraisal. */
export function isOf({ items }: MemorandumTable, own: ReadonlySet<RowId>): boolean {
  const rows = items.flatMap((item) => (item.item === "row" ? [item.row] : []));
  return rows.length > 0 && rows.every((id) => own.has(id));
}

/** What a reader must know of the numbers that the structure of the model sets. */
const structureRemark =
  "These follow from which periods and options the model names. To change them, change the model; a change here would be lost or wrong.";

/** The inputs: those with one value, those by period, and those that only the structure of the model sets. */
export function assumptionsOf(programme: Programme): Entry[] {
  const { assumptions } = programme;
  const all = [...assumptions.values()];
  const isStructure = ({ basis }: Assumption) => basis.kind === "structure";
  const given = all.filter((one) => !isStructure(one));
  const input = ({ id }: Assumption): Entry => ({ is: "input", id });
  const structure = all.filter(isStructure).map(input);
  return [
    ...commonWords(programme).flatMap((label): Entry[] => [{ is: "remark", label }, { is: "gap" }]),
    ...section("One value for all periods", given.filter((one) => isDecimal(one.value)).map(input)),
    ...section("A value for each period", given.filter((one) => !isDecimal(one.value)).map(input)),
    ...section(
      "Set by the structure of the model",
      structure.length === 0 ? [] : [{ is: "remark", label: structureRemark }, ...structure],
    ),
  ];
}
