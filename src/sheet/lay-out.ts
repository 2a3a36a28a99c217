import { present } from "../assert.ts";
import { seen } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import { isOfCase } from "../programme/appraisal-ids.ts";
import { idOf } from "../programme/names.ts";
import type { MemorandumTable, Programme, StatementItem } from "../programme/programme.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { findRow } from "../table/explain.ts";
import { checkTable } from "../table/given.ts";
import type { Table, TableRow } from "../table/table.ts";
import { periodLabel } from "../time/period.ts";
import { firstRows, foot } from "./foot/foot.ts";
import { checkLayOut } from "./given.ts";
import { isDraft, type MoneyScale, moneyCell, moneyScale } from "./money.ts";
import { notesOf, unmetNotes, withoutTerms } from "./notes.ts";
import { partPeriods } from "./part-periods.ts";
import type { Column, Scale, Sheet, SheetCell, SheetRounding, SheetRow } from "./sheet.ts";
import { sheetDerivations, sheetSums } from "./sums.ts";

/** A column to print: the periods, their total, each row as a share of one row's total, or a measure by row. */
export type ColumnChoice =
  | "periods"
  | "total"
  | { readonly "total as": string }
  | { readonly "share of": string; readonly label?: string; readonly decimals?: number }
  | {
      readonly measure: string;
      readonly values: Readonly<Record<string, Amount>>;
      readonly decimals?: number;
    };

/** How a table is laid out. */
export interface LayOutOptions {
  /** The memorandum table to print in place of the statement. */
  readonly table?: string | undefined;
  /** Pounds, thousands or millions; what the model is printed in unless told, else pounds. */
  readonly unit?: Scale | undefined;
  /** Decimal places of money: none for pounds and thousands, two for millions, unless told. */
  readonly decimals?: number | undefined;
  /** Whether there is a Total column; there is unless the table has one period only. */
  readonly total?: boolean | undefined;
  /** All the columns, in order; overrides `total`. */
  readonly columns?: readonly ColumnChoice[] | undefined;
  /** Each figure on its own, or together so that printed sums hold (`footed`); on its own unless told. */
  readonly round?: SheetRounding | undefined;
}

/**
 * Lays a table out as its statement: costs as positive figures, funding and savings as negative ones (printed in
 * brackets), then the balance. Every figure is rounded on its own, half away from zero, in the chosen unit, or together
 * with all others (`round: "footed"`), so that printed sums hold; what is added up is never the rounded figures.
 * Throws {@link InvestToSaveError} with `wrong-shape` for what is no table and for options with a value that they cannot
 * have, `unknown-name` for a table or a column that names nothing, and `not-a-number` for a measure that is none.
 *
 * @example
 * ```ts
 * import { cost, evaluate, layOut, programme, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * const sheet = layOut(evaluate(p), { unit: "thousands" });
 * sheet.rows.map((row) => [row.label, ...row.cells.map((cell) => cell?.printed)].join(" ")).join("; ");
 * // => "Costs; Rent 2 2 3; Total Cost 2 2 3"
 * ```
 */
export function layOut(table: Table, options: LayOutOptions = {}): Sheet {
  checkTable(table);
  checkLayOut(options);
  const { programme } = table;
  const own = options.table === undefined ? undefined : findTable(programme, options.table);
  const scale = printedIn(programme, options, own);
  const choices = options.columns ?? choicesOf(table, options, own);
  const columns = choices.flatMap((choice) => columnsOf(table, choice, scale));
  const items = own?.items ?? programme.statement;
  // What is derived follows the figures that are printed in other tables of the model too.
  const all = options.round === "footed" ? [...items, ...printedAlike(programme, options, own)] : items;
  const rows = all.map((item) => sheetRow(table, item, columns));
  const sheet: Sheet = {
    title: own === undefined ? programme.title : `${programme.title}: ${own.label}`,
    ...(programme.options.body === undefined ? {} : { body: programme.options.body }),
    draft: isDraft(programme),
    scale: scale.name,
    unit: cornerOf(table, items, scale.unit),
    columns: columns.map(({ column }) => column),
    rows,
    sums: sheetSums(programme, all, rows),
    derived: sheetDerivations(programme, all, rows),
    rounding: "independent",
    notes: [],
  };
  const rounded = options.round === "footed" ? firstRows(foot(sheet), items.length) : sheet;
  const notes = [
    ...unmetNotes(table),
    ...notesOf(own !== undefined && isOfCase(own) ? programme : withoutTerms(programme), rounded),
    ...partPeriods(table.programme.timeline, table.timeline),
  ];
  return Object.freeze({ ...rounded, notes, stamp: stampOf(programme) });
}

/** The unit and decimals that a table's money is printed with: as asked for, else its own, else those of the model. */
function printedIn(
  programme: Programme,
  options: LayOutOptions,
  own: MemorandumTable | undefined,
): MoneyScale {
  return moneyScale(programme, {
    unit: options.unit ?? own?.options["print in"],
    decimals: options.decimals ?? own?.options.decimals,
  });
}

/** The items of the statement and of other tables whose figures are printed as those of this table are. */
function printedAlike(
  programme: Programme,
  options: LayOutOptions,
  own: MemorandumTable | undefined,
): StatementItem[] {
  if (own === undefined || own.options.column !== undefined) return [];
  const scale = printedIn(programme, options, own);
  const isAlike = (other: MemorandumTable | undefined) => {
    const its = printedIn(programme, options, other);
    return its.name === scale.name && its.decimals === scale.decimals && other?.options.column === undefined;
  };
  const tables = programme.tables.filter((other) => other !== own && isAlike(other));
  const items = tables.flatMap((other) => other.items);
  return isAlike(undefined) ? [...programme.statement, ...items] : items;
}

/** The columns of a table: the periods and their total, or the one column that a memorandum table names. */
function choicesOf(table: Table, options: LayOutOptions, own: MemorandumTable | undefined): ColumnChoice[] {
  const column = own?.options.column;
  if (column !== undefined) return [{ "total as": column }, ...sharesOfTotal(own)];
  return (options.total ?? table.timeline.count > 1) ? ["periods", "total"] : ["periods"];
}

/** The column of shares that a table names, where it has a total to take them of. */
function sharesOfTotal(own: MemorandumTable | undefined): ColumnChoice[] {
  const { share, total } = own?.options ?? {};
  const last = own?.items.at(-1);
  if (share === undefined || total === undefined || last?.item !== "row") return [];
  return [{ "share of": last.row, label: share }];
}

function findTable(programme: Programme, name: string): MemorandumTable {
  const found = programme.tables.find(({ label }) => idOf(label) === idOf(name));
  if (found) return found;
  const labels = programme.tables.map(({ label }) => label);
  const otherwise = "leave the table out to print the statement";
  throw refusal(unknownName({ what: "table", name, known: labels, otherwise }));
}

/** A column and how it takes its figure from a row of the table. */
interface ColumnPlan {
  readonly column: Column;
  readonly cell: (row: TableRow, sign: 1 | -1) => SheetCell | undefined;
}

function columnsOf(table: Table, choice: ColumnChoice, scale: MoneyScale): ColumnPlan[] {
  const { decimals } = scale;
  const figure = (own: TableRow, value: Decimal | undefined, sign: 1 | -1): SheetCell | undefined => {
    if (value === undefined) return undefined;
    const signed = value.isZero() ? zero : value.times(sign);
    return own.row.unit === "£" ? moneyCell(signed, scale) : plainCell(signed, decimalsOf(own));
  };
  if (choice === "periods") {
    return Array.from({ length: table.timeline.count }, (_, i) => ({
      column: { label: periodLabel(table.timeline, i), role: "period", decimals },
      cell: (row, sign) => figure(row, row.values[i], sign),
    }));
  }
  if (typeof choice === "object" && "total as" in choice) {
    const label = choice["total as"];
    return [
      { column: { label, role: "total", decimals }, cell: (row, sign) => figure(row, row.total, sign) },
    ];
  }
  if (choice === "total") {
    return [
      {
        column: { label: "Total", role: "total", decimals },
        // The level of an index has no total, even where its last level stands for a longer period.
        cell: (row, sign) => (row.row.role === "index" ? undefined : figure(row, row.total, sign)),
      },
    ];
  }
  return ["measure" in choice ? measureColumn(table, choice) : shareColumn(table, choice)];
}

/** A figure that is no money, in its own unit. */
function plainCell(value: Decimal, decimals: number): SheetCell {
  return { value, printed: roundPlaces(value, decimals), decimals };
}

/** The decimals that figures which are no money need along their row, but no more than two; four for an index. */
function decimalsOf({ row, values, total }: TableRow): number {
  return Math.min(
    row.role === "index" ? 4 : 2,
    Math.max(0, ...[...values, total].map((value) => value?.decimalPlaces() ?? 0)),
  );
}

/** What the corner of a table says: the printed unit of money, or the one unit of a table without any. */
function cornerOf(table: Table, items: readonly StatementItem[], money: string): string {
  const units = new Set(
    items.flatMap((item) => (item.item === "row" ? [table.rows.get(item.row)?.row.unit] : [])),
  );
  const [only] = units;
  return units.size === 0 || units.has("£") ? money : units.size === 1 ? (only ?? "") : "";
}

function shareColumn(table: Table, choice: Extract<ColumnChoice, { "share of": string }>): ColumnPlan {
  const whole = present(
    table.rows.get(findRow(table.programme, choice["share of"]).id),
    choice["share of"],
  ).total;
  const places = choice.decimals ?? 0;
  return {
    column: { label: choice.label ?? "%", role: "share", decimals: places },
    cell: ({ total }) => {
      if (total === undefined || whole === undefined || whole.isZero()) return undefined;
      const value = total.div(whole);
      return { value, printed: roundPlaces(value.times(100), places), decimals: places };
    },
  };
}

function measureColumn(table: Table, choice: Extract<ColumnChoice, { measure: string }>): ColumnPlan {
  const places = choice.decimals ?? 0;
  const values = new Map<string, Decimal>();
  for (const [name, given] of Object.entries(choice.values)) {
    const read = readAmount(given);
    if (!read.ok) throw notAMeasure(choice.measure, name, seen(given), read.hint);
    values.set(findRow(table.programme, name).id, read.value);
  }
  return {
    column: { label: choice.measure, role: "measure", decimals: places },
    cell: ({ row }) => {
      const value = values.get(row.id);
      return value && plainCell(value, places);
    },
  };
}

function notAMeasure(measure: string, name: string, received: string, hint: string): InvestToSaveError {
  const message = `the column ${measure} has no number for ${name}`;
  return refusal({
    code: "not-a-number",
    path: ["columns", measure, name],
    message,
    expected: "a number",
    received,
    hint,
  });
}

function sheetRow(table: Table, item: StatementItem, columns: readonly ColumnPlan[]): SheetRow {
  if (item.item === "heading") return { role: "heading", label: item.label, depth: item.depth, cells: [] };
  const own = present(table.rows.get(item.row), `the statement's row ${item.row}`);
  const { id, label, role, unit, totals } = own.row;
  return {
    role,
    label,
    depth: item.depth,
    id,
    unit,
    totals,
    cells: columns.map(({ cell }) => cell(own, item.sign)),
  };
}
