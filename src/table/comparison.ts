import { present } from "../assert.ts";
import type { RowId } from "../formula/formula.ts";
import { isOfAppraisal } from "../programme/appraisal-ids.ts";
import { pricesOf } from "../programme/price-basis.ts";
import type { Programme, Role, StatementItem } from "../programme/programme.ts";
import { type Saying, sayingsOf } from "../programme/stamp/sayings.ts";
import { type Decimal, zero } from "../quantity/decimal.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import { periodLabel } from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";
import { type InputChange, inputChanges, paired } from "./input-changes.ts";
import { judged } from "./judged.ts";
import { inYears } from "./roll-up.ts";
import type { Table, TableRow } from "./table.ts";

/** A row that is not the same in both models: what it comes to in each, and in which years that differs. */
export interface RowChange {
  readonly id: RowId;
  readonly label: string;
  readonly unit: Unit;
  /** The unit of the first, where that is another: then there is no difference. */
  readonly unitBefore?: Unit;
  /** The price bases of both, where these are not the same: then there is no difference either. */
  readonly prices?: readonly [Prices, Prices];
  /** Over the whole model, by the row's own rule. */
  readonly before?: Decimal;
  readonly after?: Decimal;
  /** What it is more after than before; only where both models have the row. */
  readonly difference?: Decimal;
  /** The financial years in which the two differ, or that only one of them has with an amount in it. */
  readonly years: readonly string[];
}

/** A condition that only one of the models has, or that is met in one alone; the side that has none is left out. */
export interface ConditionChange {
  readonly label: string;
  readonly before?: boolean;
  readonly after?: boolean;
}

/** Something that is said in one model alone, or otherwise in the other; the side that does not say it is left out. */
export interface SaidChange {
  readonly path: readonly string[];
  readonly before?: string;
  readonly after?: string;
}

/** How one model differs from another. Everything that is not named is the same in both. */
export interface Comparison {
  readonly inputs: readonly InputChange[];
  readonly lines: readonly RowChange[];
  /** Subtotals, totals and the balance. */
  readonly results: readonly RowChange[];
  readonly conditions: readonly ConditionChange[];
  /** The terms that are no numbers of their own: the years, the price basis, and those of the appraisal, such as its base year. */
  readonly terms: readonly SaidChange[];
  /** All else that the models say and that is not the same in both: how a line is worked out, scenarios, notes. */
  readonly said: readonly SaidChange[];
}

/**
 * How one table differs from another, in the order of the second: assumptions (value, unit, range or source), lines, sums
 * and conditions. Things are the same where their names are; amounts are compared exactly, rows by financial year. Amounts are
 * in the unit of their row, those in pounds positive whatever their kind.
 */
export function compareTables(before: Table, after: Table): Comparison {
  const [old, now] = [inYears(before), inYears(after)];
  const inputs = inputChanges(before.programme, after.programme);
  const said = saidChanges(before.programme, after.programme, inputs);
  return {
    inputs,
    lines: rowChanges(old, now, lineIds),
    results: rowChanges(old, now, resultIds),
    conditions: conditionChanges(before, after),
    terms: said.filter(isTerm),
    said: said.filter((one) => !isTerm(one)),
  };
}

function isTerm({ path: [first = "", second] }: SaidChange): boolean {
  return first === "appraisal" ? second !== "options" : ["years", "prices"].includes(first);
}

/**
 * What is told nowhere else: no number of a thing whose inputs are told to differ, and nothing of a line, assumption or condition
 * that one side alone has.
 */
function saidChanges(before: Programme, after: Programme, inputs: readonly InputChange[]): SaidChange[] {
  const changed = inputs.map(({ before: was, after: is }) => (is ?? was)?.id ?? "");
  const isTold = (of: string | undefined) => {
    const id = of?.slice(of.indexOf(" ") + 1) ?? "";
    return changed.some((one) => one === id || one.startsWith(isOfAppraisal(id) ? id : `${id}.`));
  };
  const [old, now] = [sayingsOf(before), sayingsOf(after)];
  const things = (all: ReadonlyMap<string, Saying>) => new Set([...all.values()].map(({ of }) => of));
  const [had, has] = [things(old), things(now)];
  const changes = paired(old, now).flatMap(({ either, old: was, now: is }): SaidChange[] => {
    const { of, path, isInput } = either;
    const inBoth = of === undefined || of.startsWith("appraisal ") || (had.has(of) && has.has(of));
    if (was?.alike === is?.alike || !inBoth || (isInput && isTold(of))) return [];
    // No input is another, so that amounts which stand by other periods come to the same.
    if (isInput && isPeriod(path.at(-1)))
      return [
        { path: path.slice(0, -1), before: "amounts by period", after: "the same amounts, by other periods" },
      ];
    return [{ path, ...(was && { before: was.text }), ...(is && { after: is.text }) }];
  });
  return [...new Map(changes.map((one) => [one.path.join("\u0000"), one])).values()];
}

/** Whether a key of amounts is a period, or carries an amount on after the last. */
function isPeriod(key = ""): boolean {
  return key === "then" || /\d{2}/.test(key);
}

function lineIds({ lines }: Programme): RowId[] {
  return lines.map(({ id }) => id);
}

const sums: readonly Role[] = ["subtotal", "total", "balance"];

function resultIds({ statement, tables, rows }: Programme): RowId[] {
  // What an appraisal adds has measures of its own.
  const beside = tables.flatMap(({ items }) => rowsIn(items)).filter((id) => !isOfAppraisal(id));
  return [...rowsIn(statement), ...beside].filter((id) => sums.includes(present(rows.get(id), id).role));
}

/** The rows of tables with one column of figures, which belong to no period. */
function timeless({ tables }: Programme): ReadonlySet<RowId> {
  const ofOneColumn = tables.filter(({ options }) => options.column !== undefined);
  return new Set(ofOneColumn.flatMap(({ items }) => rowsIn(items)));
}

function rowsIn(items: readonly StatementItem[]): RowId[] {
  return items.flatMap((item) => (item.item === "row" ? [item.row] : []));
}

/** How rows of two tables by year differ, in the order of the second; `idsOf` says which rows of a programme. */
export function rowChanges(
  before: Table,
  after: Table,
  idsOf: (programme: Programme) => RowId[],
): RowChange[] {
  const rowsOf = ({ programme, rows, timeline }: Table) => {
    const whole = timeless(programme);
    return new Map(
      idsOf(programme).map((id): [RowId, Yearly] => {
        const own = present(rows.get(id), id);
        const years = whole.has(id) ? new Map([["", own.total ?? zero]]) : yearsOf(own, timeline);
        return [id, { own, years }];
      }),
    );
  };
  return paired(rowsOf(before), rowsOf(after)).flatMap(({ id, either, old, now }): RowChange[] => {
    const years = changedYears(old, now);
    const { row } = either.own;
    const unitBefore = old && now && old.own.row.unit !== now.own.row.unit ? old.own.row.unit : undefined;
    const prices = old && now && otherPrices([before.programme, old.own], [after.programme, now.own]);
    if (old && now && years.length === 0 && unitBefore === undefined && prices === undefined) return [];
    const [was, is] = [old?.own.total, now?.own.total];
    const alike = unitBefore === undefined && prices === undefined;
    return [
      {
        id,
        label: row.label,
        unit: row.unit,
        ...(was && { before: was }),
        ...(is && { after: is }),
        ...(unitBefore !== undefined && { unitBefore }),
        ...(prices !== undefined && { prices }),
        ...(was && is && alike && { difference: is.minus(was) }),
        years: years.filter((year) => year !== ""),
      },
    ];
  });
}

/** The price bases of the money of a row in two models, where they are not the same. */
function otherPrices(...sides: [Programme, TableRow][]): readonly [Prices, Prices] | undefined {
  const [was, is] = sides.map(([programme, { row }]) => row.prices ?? pricesOf(programme));
  const isMoney = sides.every(([, { row }]) => row.unit.startsWith("£"));
  return was === undefined || is === undefined || was === is || !isMoney ? undefined : [was, is];
}

interface Yearly {
  readonly own: TableRow;
  readonly years: ReadonlyMap<string, Decimal>;
}

function yearsOf({ values }: TableRow, timeline: Timeline): ReadonlyMap<string, Decimal> {
  return new Map(
    values.flatMap((value, i) => (value === undefined ? [] : [[periodLabel(timeline, i), value]])),
  );
}

function changedYears(old: Yearly | undefined, now: Yearly | undefined): string[] {
  const labels = new Set([...(old?.years.keys() ?? []), ...(now?.years.keys() ?? [])]);
  const at = (of: Yearly | undefined, label: string) => of?.years.get(label) ?? zero;
  return [...labels].filter((label) => !at(old, label).eq(at(now, label))).sort();
}

function conditionChanges(before: Table, after: Table): ConditionChange[] {
  const met = (table: Table) =>
    new Map(judged(table).map(({ condition, failing }) => [condition.label, failing.length === 0]));
  return paired(met(before), met(after)).flatMap(({ id, old, now }) =>
    old === now
      ? []
      : [
          {
            label: id,
            ...(old === undefined ? {} : { before: old }),
            ...(now === undefined ? {} : { after: now }),
          },
        ],
  );
}
