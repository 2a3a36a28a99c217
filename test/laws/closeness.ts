import type { Decimal, Table } from "invest-to-save";
import { decimal } from "invest-to-save";
import { expect } from "vitest";

/**
 * Only a quotient, and what is worked out from one, is rounded: at its fortieth digit, by at most 5e-40 of its size.
 * The tables here have fewer than a thousand rows of fewer than a hundred periods, each cell of fewer than a hundred
 * steps, so that all roundings together stay below 1e7 × 5e-40 of the largest amount, far below this.
 */
const ROUNDED_QUOTIENTS = "1e-30";

/** Expects two amounts to differ by no more than the rounding of quotients explains. */
export function expectSame(a: Decimal | undefined, b: Decimal | undefined, largest: Decimal): void {
  if (a === undefined || b === undefined) {
    expect(a).toBe(b);
    return;
  }
  const allowed = largest.plus(1).times(ROUNDED_QUOTIENTS);
  if (a.minus(b).abs().gt(allowed)) expect(a.toFixed()).toBe(b.toFixed());
}

/** The largest amount in a table, by size. */
export function largestIn(...tables: readonly Table[]): Decimal {
  let largest = decimal(0);
  for (const { rows, programme } of tables) {
    const inputs = [...programme.assumptions.values()].flatMap(({ value }) => value);
    const cells = [...rows.values()].flatMap(({ values, total }) => [...values, total]);
    for (const value of [...inputs, ...cells]) if (value?.abs().gt(largest)) largest = value.abs();
  }
  return largest;
}
