import { Decimal as DecimalJs } from "decimal.js";
import { type Decimal, decimal } from "./decimal.ts";

/** A way of rounding by name. `half away from zero` takes 0.5 to 1 and −0.5 to −1; `up` and `down` go by the number line. */
export type Rounding = "half away from zero" | "up" | "down";

const modes = {
  "half away from zero": DecimalJs.ROUND_HALF_UP,
  up: DecimalJs.ROUND_CEIL,
  down: DecimalJs.ROUND_FLOOR,
} as const;

/**
 * A value rounded to a whole multiple of a unit, by default half away from zero. Never gives −0.
 *
 * @example
 * ```ts
 * import { decimal, roundTo } from "invest-to-save";
 * roundTo(decimal("-722500"), decimal(1000)).toString();
 * // => "-723000"
 * ```
 */
export function roundTo(value: Decimal, unit: Decimal, rounding: Rounding = "half away from zero"): Decimal {
  const rounded = value.div(unit).toDecimalPlaces(0, modes[rounding]).times(unit);
  return rounded.isZero() ? rounded.abs() : rounded;
}

/** A value rounded half away from zero to so many decimal places. Never gives −0. */
export function roundPlaces(value: Decimal, places: number): Decimal {
  const rounded = value.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
  return rounded.isZero() ? rounded.abs() : rounded;
}

/** A value with so many figures, half away from zero: 12,345 to three is 12,300. */
export function roundFigures(value: Decimal, figures: number): Decimal {
  return value.isZero() ? value : roundTo(value, decimal(`1e${value.e - figures + 1}`));
}
