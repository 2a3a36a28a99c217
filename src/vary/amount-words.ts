import { type Decimal, numeral, one } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { differenceUnit, isPointInTime, type Unit } from "../quantity/unit.ts";
import { valueWords } from "../quantity/value-words.ts";

/** An amount in a cell: money to the pound and below £100 to the penny, shares in percent to two places, years to one, the rest to two. */
export function amountWords(value: Decimal, unit?: Unit): string {
  if (unit === "share") return percentWords(value);
  if (isPointInTime(unit) || unit === "flag") return valueWords(value, unit);
  const places = unit?.startsWith("£") ? (value.abs().lt(100) ? 2 : 0) : unit === "years" ? 1 : 2;
  return valueWords(roundPlaces(value, places), unit);
}

/** How far two amounts are apart; two shares are percentage points apart, since a percentage would be of something. */
export function gapWords(value: Decimal, unit?: Unit): string {
  if (unit !== "share") return amountWords(value, unit && differenceUnit(unit));
  const points = roundPlaces(value.times(100), 2);
  return `${numeral(points).replace("-", "−")} ${points.abs().eq(one) ? "point" : "points"}`;
}

/** How an amount differs from another, with its sign. */
export function differenceWords(value: Decimal, unit?: Unit): string {
  const text = gapWords(value, unit);
  return value.gt(0) ? `+${text}` : text;
}

/** A share as a percentage to two places: `12.5%`, `−3%`. */
export function percentWords(share: Decimal): string {
  return `${numeral(roundPlaces(share.times(100), 2)).replace("-", "−")}%`;
}
