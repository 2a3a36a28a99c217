import { present } from "../assert.ts";
import type { RowId } from "../formula/formula.ts";
import { isOfAppraisal } from "../programme/appraisal-ids.ts";
import { pricesOf } from "../programme/price-basis.ts";
import type { Programme, Role, StatementItem } from "../programme/programme.ts";
import { type Decimal, zero } from "../quantity/decimal.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import { periodLabel } from "../time/period.ts";
import { paired } from "./input-changes.ts";
import { sameValue } from "./same-value.ts";
import type { Table, TableRow } from "./table.ts";

/** What a row comes to in a financial year that is not the same in both models; the side that has no such year is left out. */
export interface YearChange {
  /** The financial year, such as `2025/26`. */
  readonly year: string;
  /** In the unit of the row, exact. */
  readonly before?: Decimal;
  readonly after?: Decimal;
}

/** A row that is not the same in both models: what it comes to in each, and in which years that differs. */
export interface RowChange {
  readonly id: RowId;
  readonly label: string;
  readonly unit: Unit;
  /** The unit of the first, where that is another: then there is no difference. */
  readonly unitBefore?: Unit;
  /** The price bases of both, where these are not the same: then there is no difference either. */
  readonly prices?: readonly [Prices, Prices];
  /** Over the whole model, by the row's own rule; none for a row that has no total. */
  readonly before?: Decimal;
  readonly after?: Decimal;
  /** What it is more after than before; only where both models have the row. */
  readonly difference?: Decimal;
  /** The financial years in which the two differ, or that only one of them has with an amount in it; none for what belongs to no year. */
  readonly years: readonly YearChange[];
}

/** The lines of a programme. */
export function lineIds({ lines }: Programme): RowId[] {
  return lines.map(({ id }) => id);
}

const sums: readonly Role[] = ["subtotal", "total", "balance"];

/** The sums that a programme prints. */
export function resultIds({ statement, tables, rows }: Programme): RowId[] {
  // What an appraisal adds has measures of its own.
  const beside = tables.flatMap(({ items }) => rowsIn(items)).filter((id) => !isOfAppraisal(id));
  return [...rowsIn(statement), ...beside].filter((id) => sums.includes(present(rows.get(id), id).role));
}

function rowsIn(items: readonly StatementItem[]): RowId[] {
  return items.flatMap((item) => (item.item === "row" ? [item.row] : []));
}

/** A row on one side, with what it comes to by year; or as a whole, where it stands in a table that has no years. */
interface Side {
  readonly own: TableRow;
  readonly by: { readonly years: ReadonlyMap<string, Decimal> } | { readonly whole: Decimal };
}

/**
 * How rows of two tables by year differ, in the order of the second; `idsOf` says which rows of a programme, and `names` which
 * of the first have another id in the second. A row that only one of them prints is compared with what it comes to in the other.
 */
export function rowChanges(
  before: Table,
  after: Table,
  idsOf: (programme: Programme) => RowId[],
  names: ReadonlyMap<RowId, RowId> = new Map(),
): RowChange[] {
  const given = new Map([...names].map(([was, is]) => [is, was]));
  const ids = [...idsOf(after.programme), ...idsOf(before.programme).map((id) => names.get(id) ?? id)];
  return [...new Set(ids)].flatMap((id): RowChange[] => {
    const [was, is] = [sideOf(before, given.get(id) ?? id), sideOf(after, id)];
    // A row of another sort that has the same name is another row.
    const isAlike = was === undefined || is === undefined || isSum(was) === isSum(is);
    const change = rowChange(
      id,
      [before.programme, isAlike || is === undefined ? was : undefined],
      [after.programme, is],
    );
    return change === undefined ? [] : [change];
  });
}

type SideOf = readonly [programme: Programme, side: Side | undefined];

function rowChange(id: RowId, [before, old]: SideOf, [after, now]: SideOf): RowChange | undefined {
  const years = changedYears(old, now);
  const row = (now ?? old)?.own.row;
  if (row === undefined) return undefined;
  const unitBefore = old && now && old.own.row.unit !== now.own.row.unit ? old.own.row.unit : undefined;
  const prices = old && now && otherPrices([before, old.own], [after, now.own]);
  const alike = unitBefore === undefined && prices === undefined;
  if (old && now && alike && years.length === 0 && !wholesDiffer(old, now)) return undefined;
  const [was, is] = [old?.own.total, now?.own.total];
  return {
    id,
    label: row.label,
    unit: row.unit,
    ...(was && { before: was }),
    ...(is && { after: is }),
    ...(unitBefore !== undefined && { unitBefore }),
    ...(prices !== undefined && { prices }),
    ...(was && is && alike && { difference: is.minus(was) }),
    years,
  };
}

function isSum({ own }: Side): boolean {
  return sums.includes(own.row.role);
}

function sideOf({ programme, rows, timeline }: Table, id: RowId): Side | undefined {
  const own = rows.get(id);
  if (own === undefined) return undefined;
  if (isTimeless(programme, id)) return { own, by: { whole: own.total ?? zero } };
  const years = own.values.flatMap((value, i) =>
    value === undefined ? [] : [[periodLabel(timeline, i), value] as const],
  );
  return { own, by: { years: new Map(years) } };
}

/** Whether a row stands in a table with one column of figures, and so belongs to no period. */
function isTimeless({ tables }: Programme, id: RowId): boolean {
  return tables.some(({ options, items }) => options.column !== undefined && rowsIn(items).includes(id));
}

/** The price bases of the money of a row in two models, where they are not the same. */
function otherPrices(...sides: [Programme, TableRow][]): readonly [Prices, Prices] | undefined {
  const [was, is] = sides.map(([programme, { row }]) => row.prices ?? pricesOf(programme));
  const isMoney = sides.every(([, { row }]) => row.unit.startsWith("£"));
  return was === undefined || is === undefined || was === is || !isMoney ? undefined : [was, is];
}

function changedYears(old: Side | undefined, now: Side | undefined): YearChange[] {
  return paired(yearsOf(old), yearsOf(now))
    .flatMap(({ id: year, old: before, now: after }) =>
      sameValue(before ?? zero, after ?? zero)
        ? []
        : [{ year, ...(before && { before }), ...(after && { after }) }],
    )
    .sort((a, b) => (a.year < b.year ? -1 : 1));
}

function yearsOf(side: Side | undefined): ReadonlyMap<string, Decimal> {
  return side !== undefined && "years" in side.by ? side.by.years : new Map();
}

function wholesDiffer(old: Side | undefined, now: Side | undefined): boolean {
  const [was, is] = [old, now].map((side) => (side && "whole" in side.by ? side.by.whole : undefined));
  return was !== undefined && is !== undefined && !sameValue(was, is);
}
