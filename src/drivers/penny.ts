import { constant, type Formula, round } from "../formula/formula.ts";
import { decimal } from "../quantity/decimal.ts";
import type { Rounding } from "../quantity/rounding.ts";

const penny = constant(decimal("0.01"), "£");

/** Pounds to a whole penny, by a named rounding: what is paid is paid in pennies. */
export function toThePenny(formula: Formula, how: Rounding): Formula {
  return round(formula, penny, how);
}
