import { type Decimal, decimal } from "../../quantity/decimal.ts";
import type { Rounding } from "../../quantity/rounding.ts";
import { type Spelled, spelled, within } from "./spelled.ts";

/** A value that is this many decimals away from a threshold of its rule is taken as lying on it. */
const guard = 5;

/**
 * A value rounded to whole multiples of another. It is brought to five decimals first, so that what is on a threshold on
 * paper is on it here too, whatever the last of the digits that a spreadsheet keeps.
 */
export function rounded(value: Spelled, to: Spelled, how: Rounding): Spelled {
  const rest = { money: value.money };
  // What is rounded up starts with a sign.
  const binds = how === "up" ? 1 : 2;
  const decimals = decimalsOf(to.constant);
  if (decimals === undefined) return spelled((period) => inUnits(value, to, how, period), binds, rest);
  if (how === "half away from zero")
    return spelled((period) => `ROUND(ROUND(${value.at(period)},${guard}),${decimals})`, 4, rest);
  if (decimals === 0)
    return spelled((period) => whole(how, value.at(period), guard), how === "up" ? 1 : 4, rest);
  const power = `1${"0".repeat(decimals)}`;
  const digits = Math.max(0, guard - decimals);
  const text = (period: number) => `${whole(how, `${within(2)(value, period)}*${power}`, digits)}/${power}`;
  return spelled(text, binds, rest);
}

function inUnits(value: Spelled, to: Spelled, how: Rounding, period: number): string {
  const unit = within(3)(to, period);
  const units = `${within(2)(value, period)}/${unit}`;
  const digits = guard + powerOfTen(to.constant ?? decimal(1));
  const rounds =
    how === "half away from zero" ? `ROUND(ROUND(${units},${digits}),0)` : whole(how, units, digits);
  return `${rounds}*${within(2)(to, period)}`;
}

/** The next whole number down or up, by the number line. */
function whole(how: Rounding, text: string, digits: number): string {
  const near = `ROUND(${text},${digits})`;
  return how === "up" ? `-INT(-${near})` : `INT(${near})`;
}

/** The decimals of a unit such as 1 or 0.01; `undefined` for one that is no such power of ten, or is not known. */
function decimalsOf(unit: Decimal | undefined): number | undefined {
  if (unit === undefined) return undefined;
  const decimals = unit.decimalPlaces();
  return decimals <= guard && unit.times(decimal(10).pow(decimals)).eq(1) ? decimals : undefined;
}

/** The tens in a unit: 3 for 1000, and none for what is below ten. */
function powerOfTen(unit: Decimal): number {
  return Math.max(0, unit.e);
}
