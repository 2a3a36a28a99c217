import { present } from "../../assert.ts";
import type { Issue } from "../../issue/issue.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import type { Block, PublishedTable } from "../read/published.ts";
import { headingOf } from "../repair/place.ts";
import { columnCalled, rowCalled } from "../structure/declared.ts";
import { roleOf } from "../structure/roles.ts";
import type { CellSum, SumRule } from "../structure/rule.ts";
import type { Assumed } from "./assumed.ts";

/** What is assumed of a block, as sums that have to hold exactly. Rows that the block does not have are passed over. */
export function assumedRules(block: Block, assumed: readonly Assumed[]): SumRule[] {
  return assumed.flatMap((one) => {
    const columns = columnsIn(block, one);
    if (columns.length === 0) return [];
    return [
      ...rowsOf(block, one.constant).map((row) => constant(block, row, columns)),
      ...rowsOf(block, one["straight line"]).map((row) => straight(block, row, columns)),
      ...rowsOf(block, one.zero).map((row) => zero(block, row, columns)),
      ...equal(block, rowsOf(block, one.equal), columns),
    ];
  });
}

function listed(names: string | readonly string[] | undefined): readonly string[] {
  return names === undefined ? [] : typeof names === "string" ? [names] : names;
}

function rowsOf(block: Block, names: string | readonly string[] | undefined): number[] {
  return listed(names).flatMap((name) => rowCalled(block, name) ?? []);
}

/** The columns from one to another; totals and other columns that are made of others are left out. */
function columnsIn(block: Block, { from, to }: Assumed): number[] {
  const items = block.columns.flatMap(({ label, own, at }) => (roleOf(own || label) === "item" ? [at] : []));
  const first = from === undefined ? items[0] : columnCalled(block, from);
  const last = to === undefined ? items.at(-1) : columnCalled(block, to);
  if (first === undefined || last === undefined) return [];
  return block.columns.flatMap(({ at }) =>
    at >= first && at <= last && (items.includes(at) || at === first || at === last) ? [at] : [],
  );
}

function rule(
  block: Block,
  row: number,
  words: string,
  columns: readonly number[],
  cells: readonly CellSum[],
): SumRule {
  const names = columns.map((column) => headingOf(block, column));
  const where = names.length === 1 ? `in ${names[0]}` : `from ${names[0]} to ${names.at(-1)}`;
  return {
    is: "sum",
    along: "carried",
    total: row,
    parts: [],
    says: `${block.rows[row]?.label} ${words} ${where}`,
    confidence: 1,
    evidence: "the structure file says so",
    declared: true,
    cells,
  };
}

/** A column of a run by its place in it. */
function nth(columns: readonly number[], at: number): number {
  return present(columns[at], "there are columns before the last");
}

function constant(block: Block, row: number, columns: readonly number[]): SumRule {
  const cells = columns.slice(1).map(
    (column, i): CellSum => ({
      total: { row, column },
      parts: [{ row, column: nth(columns, i), sign: 1 }],
    }),
  );
  return rule(block, row, "stays the same", columns, cells);
}

/** Each figure is twice the one before it less the one before that. */
function straight(block: Block, row: number, columns: readonly number[]): SumRule {
  const cells = columns.slice(2).map((column, i): CellSum => {
    const [first, second] = [nth(columns, i), nth(columns, i + 1)];
    const twice = { row, column: second, sign: 1 as const };
    return { total: { row, column }, parts: [twice, twice, { row, column: first, sign: -1 }] };
  });
  return rule(block, row, "goes in a straight line", columns, cells);
}

function zero(block: Block, row: number, columns: readonly number[]): SumRule {
  const cells = columns.map((column): CellSum => ({ total: { row, column }, parts: [] }));
  return rule(block, row, "is exactly nil", columns, cells);
}

function equal(block: Block, rows: readonly number[], columns: readonly number[]): SumRule[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  return others.map((row) => {
    const cells = columns.map(
      (column): CellSum => ({ total: { row, column }, parts: [{ row: first, column, sign: 1 }] }),
    );
    return rule(block, row, `equals ${block.rows[first]?.label}`, columns, cells);
  });
}

/** Rows and columns that are named in assumptions and that the table does not have. */
export function unknownInAssumptions(table: PublishedTable, assumed: readonly Assumed[]): Issue[] {
  const labels = table.blocks
    .flatMap((block) => block.rows.map(({ label }) => label))
    .filter((label) => label !== "");
  const headings = table.blocks.flatMap((block) => block.columns.map(({ label }) => label));
  return assumed.flatMap((one, at) => {
    const rows = [one.constant, one["straight line"], one.zero, one.equal].flatMap(listed);
    const columns = [one.from, one.to].filter((name) => name !== undefined);
    const noRow = rows.filter((name) => table.blocks.every((block) => rowCalled(block, name) === undefined));
    const noColumn = columns.filter((name) =>
      table.blocks.every((block) => columnCalled(block, name) === undefined),
    );
    return [
      ...noRow.map((name) => unknown(at, name, "row", labels)),
      ...noColumn.map((name) => unknown(at, name, "column", headings)),
    ];
  });
}

function unknown(at: number, name: string, what: "row" | "column", known: readonly string[]): Issue {
  return unknownName({
    what,
    where: "in the table",
    name,
    known,
    ...(what === "row" ? { or: "its line, as in “line 12”" } : {}),
    path: ["assume", String(at), name],
    otherwise: "write the label as it is printed",
  });
}
