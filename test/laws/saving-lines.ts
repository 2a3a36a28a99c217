import fc from "fast-check";
import {
  type Decimal,
  type Driver,
  decimal,
  evaluate,
  type Grain,
  type Part,
  programme,
  rollUp,
  saving,
  type Table,
  timelineOf,
} from "invest-to-save";
import type { Length } from "invest-to-save/drivers";
import { expect } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";

/** The years that all these lines run over. */
export const years = ["2025/26", "2026/27", "2027/28", "2028/29", "2029/30"] as const;
const span = `${years[0]} to ${years[4]}`;

/** A share, in whole percent. */
export const share = fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`);

/** A small number of children or families, in tenths. */
export const heads = fc.integer({ min: 0, max: 2000 }).map((tenths) => tenths / 10);

/** Pounds and pence of a unit cost. */
export const price = fc.integer({ min: 1, max: 20_000_000 }).map((pence) => pence / 100);

/** One number for each of the years but the last, so that they can be moved a year on. */
export const byYear = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: 4, maxLength: 4 });

/** Numbers by year, the first of them so many years after the first year. */
export function from<N extends number | Decimal>(numbers: readonly N[], later = 0): Record<string, N> {
  return Object.fromEntries(numbers.map((number, at) => [years[at + later] as string, number]));
}

/** A programme of one line, a saving by year unless told, worked out. */
export function worked(driver: Driver, grain: Grain = "year", ...others: readonly Part[]): Table {
  const parts = others.length === 0 ? [saving("Line", driver)] : others;
  return evaluate(programme("Law", timelineOf(span, grain), { source: "drawn" }, ...parts));
}

/** A length of so many years, in one of the ways of writing it that mean the same on every timeline. */
export const lengthOf = (years: number): fc.Arbitrary<Length> =>
  fc.constantFrom<Length>(years, `${years} years`, `${4 * years} quarters`, `${12 * years} months`);

/** A length of no to two years, in any of those ways. */
export const wholeYears = fc.integer({ min: 0, max: 2 }).chain(lengthOf);

/** The values of a row of the line; of the line itself without a name. */
export function row(table: Table, name = ""): readonly Decimal[] {
  const values = table.rows.get(name === "" ? "line" : `line.${name}`)?.values;
  if (values === undefined) throw new Error(`there is no row ${name}`);
  return values as readonly Decimal[];
}

/** Expects a list of values to be the same as another, but for the rounding of quotients. */
export function expectValues(
  a: readonly Decimal[],
  b: readonly Decimal[],
  ...tables: readonly Table[]
): void {
  expect(a.length).toBe(b.length);
  const largest = largestIn(...tables);
  for (const [at, value] of a.entries()) expectSame(value, b[at], largest);
}

/** The values one year on, from nil. */
export function aYearOn(values: readonly Decimal[]): Decimal[] {
  return [decimal(0), ...values.slice(0, -1)];
}

/** The sum of rows, period by period. */
export function added(...rows: readonly (readonly Decimal[])[]): Decimal[] {
  return (rows[0] ?? []).map((_, at) => rows.reduce((sum, values) => sum.plus(values[at] ?? 0), decimal(0)));
}

/** Expects every row that rolls up to have the same years by quarter and by month as it has by year. */
export function expectSameYears(driver: Driver, ...parts: readonly Part[]): void {
  const yearly = worked(driver, "year", ...parts);
  for (const grain of ["quarter", "month"] as const) {
    const rolled = rollUp(worked(driver, grain, ...parts));
    for (const [id, { row: own, values }] of yearly.rows) {
      if (own.totals === "none") continue;
      expectValues(rolled.rows.get(id)?.values as Decimal[], values as Decimal[], yearly, rolled);
    }
  }
}
