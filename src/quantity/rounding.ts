import { Decimal as DecimalJs } from "decimal.js";
import { checkWord } from "../issue/given.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { type Decimal, decimal } from "./decimal.ts";
import { checkDecimal } from "./given.ts";

/** A way of rounding by name. `half away from zero` takes 0.5 to 1 and −0.5 to −1; `up` and `down` go by the number line. */
export type Rounding = "half away from zero" | "up" | "down";

const modes = {
  "half away from zero": DecimalJs.ROUND_HALF_UP,
  up: DecimalJs.ROUND_CEIL,
  down: DecimalJs.ROUND_FLOOR,
} as const;

/** The rules by name. */
export const roundings = Object.keys(modes);

function noUnit(): InvestToSaveError {
  return refusal({
    code: "out-of-range",
    path: ["unit"],
    message: "nothing is rounded to multiples of nil",
    expected: "a decimal other than nil",
    received: "0",
    hint: "give the unit that counts, such as 1000 for thousands or 0.01 for pennies",
  });
}

/**
 * A value rounded to a whole multiple of a unit, by default half away from zero. Never gives −0. Throws
 * {@link InvestToSaveError} with `wrong-shape` for what is no decimal or no rule, and `out-of-range` for a unit of nil.
 *
 * @example
 * ```ts
 * import { decimal, roundTo } from "invest-to-save";
 * roundTo(decimal("-722500"), decimal(1000)).toString();
 * // => "-723000"
 * ```
 */
export function roundTo(value: Decimal, unit: Decimal, rounding: Rounding = "half away from zero"): Decimal {
  checkDecimal(value, "value");
  checkDecimal(unit, "unit");
  checkWord(rounding, roundings, ["rounding"]);
  if (unit.isZero()) throw noUnit();
  // Up and down go by the number line, whichever sign the unit has.
  const step = unit.abs();
  const rounded = value.div(step).toDecimalPlaces(0, modes[rounding]).times(step);
  return rounded.isZero() ? rounded.abs() : rounded;
}

/**
 * How many decimals beyond the last that is printed are looked at when a figure is rounded. A quotient is cut off at its fortieth digit, so
 * that twelfths of £7,000 add up to £3,499.99…9 and not to £3,500. What is worked out of amounts below £10¹⁵ is true to more than
 * twenty decimals for all that, so that the first fifteen tell a half that was cut off from less than a half.
 */
const trueDecimals = 15;

/** A value rounded half away from zero to so many decimal places, a half that a division cut off counting as one. Never gives −0. */
export function roundPlaces(value: Decimal, places: number): Decimal {
  const half = value.toDecimalPlaces(places + trueDecimals, DecimalJs.ROUND_HALF_UP);
  const rounded = half.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
  return rounded.isZero() ? rounded.abs() : rounded;
}

/** A value with so many figures, half away from zero: 12,345 to three is 12,300. */
export function roundFigures(value: Decimal, figures: number): Decimal {
  return value.isZero() ? value : roundTo(value, decimal(`1e${value.e - figures + 1}`));
}
