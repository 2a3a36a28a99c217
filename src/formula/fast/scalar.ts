import type { Rounding } from "../../quantity/rounding.ts";
import type { Comparison } from "../formula.ts";

/** What a comparison says of a difference below nil, as good as nil, and above nil. */
export const verdicts: Record<Comparison, { below: 0 | 1; on: 0 | 1; above: 0 | 1 }> = {
  "at most": { below: 1, on: 1, above: 0 },
  below: { below: 1, on: 0, above: 0 },
  "at least": { below: 0, on: 1, above: 1 },
  above: { below: 0, on: 0, above: 1 },
  "equal to": { below: 0, on: 1, above: 0 },
  unlike: { below: 1, on: 0, above: 1 },
};

/** The ways of rounding as numbers, so that a loop need not compare texts. */
export const roundings: Record<Rounding, 0 | 1 | 2> = { "half away from zero": 0, up: 1, down: 2 };

/** The nearest whole number, a half away from nil. */
function whole(value: number): number {
  return value < 0 ? -Math.floor(0.5 - value) : Math.floor(value + 0.5);
}

/** The step at whose multiples a rounding turns: half the unit where halves decide, else the unit. */
export function turnsAt(unit: number, how: 0 | 1 | 2): number {
  return how === 0 ? unit / 2 : unit;
}

/** How far a value lies from where its rounding turns. */
export function fromTurn(value: number, turn: number): number {
  return Math.abs(value - whole(value / turn) * turn);
}

/** A value rounded to a whole multiple of a unit, where a value as near as that to a turn counts as on it. */
export function roundedTo(value: number, unit: number, how: 0 | 1 | 2, near: number): number {
  const turn = turnsAt(unit, how);
  const turns = whole(value / turn);
  const on = Math.abs(value - turns * turn) <= near;
  const units = on ? (how === 0 ? turns / 2 : turns) : value / unit;
  const rounded = how === 0 ? whole(units) : how === 1 ? Math.ceil(units) : Math.floor(units);
  return rounded * unit + 0;
}
