import { type Decimal, decimal, numeral, one } from "../../quantity/decimal.ts";
import { roundTo } from "../../quantity/rounding.ts";
import { valueWords } from "../../quantity/value-words.ts";
import type { Lever } from "../lever.ts";
import { isMet, type Search, type Turn } from "./turns.ts";

/** A value as a sentence prints it. */
export interface PrintedValue {
  readonly value: Decimal;
  /** That what is asked for holds at the printed value itself; else it stands for one nearby. */
  readonly safe: boolean;
}

/** The first rounding leaves three figures of the central value; it grows finer while it would eat up a tenth of the room. */
const figures = 3;
const most = decimal("0.1");

/**
 * A turn rounded to few figures, into the side on which the outcome is as asked, and tried there: whoever keeps to the printed
 * value is safe. Where the turn is so close to the central value that few figures would hide it, there are more.
 */
export function printedValue(lever: Lever, search: Search, turn: Turn): PrintedValue {
  if (lever.whole || turn.met === undefined) return { value: nearest(lever, turn.value), safe: lever.whole };
  const room = turn.value.minus(lever.central).abs();
  const way = turn.met === "above" ? 1 : -1;
  for (let unit = coarsest(lever); unit.gte(finest(lever)); unit = unit.div(10)) {
    const rounded = roundTo(turn.value, unit, way > 0 ? "up" : "down");
    for (const value of [rounded, rounded.plus(unit.times(way))]) {
      const isNear = value.minus(turn.value).abs().lte(room.times(most)) || unit.eq(finest(lever));
      if (isNear && isMet(search, search.attempt(value))) return { value, safe: true };
    }
  }
  return { value: nearest(lever, turn.value), safe: false };
}

function nearest(lever: Lever, value: Decimal): Decimal {
  return lever.whole ? value : roundTo(value, finest(lever));
}

function powerOfTen(power: number): Decimal {
  return decimal(`1e${power}`);
}

function coarsest(lever: Lever): Decimal {
  if (lever.factor) return powerOfTen(-3);
  if (lever.unit === "share") return powerOfTen(-2);
  const start = powerOfTen((lever.central.isZero() ? one : lever.central).e - figures + 1);
  return start.lt(finest(lever)) ? finest(lever) : start;
}

/** The last place that is printed of a value. */
function finest({ factor, unit }: Lever): Decimal {
  if (factor) return powerOfTen(-5);
  if (unit === "share") return powerOfTen(-4);
  return unit.startsWith("£") ? powerOfTen(-2) : powerOfTen(-6);
}

/** A value with all the figures that it was rounded to. */
export function exactWords({ unit, factor }: Lever, value: Decimal): string {
  if (factor) return `${numeral(value.minus(one).abs().times(100))}%`;
  return unit === "share" ? `${numeral(value.times(100)).replace("-", "−")}%` : valueWords(value, unit);
}

/** How far a printed value is from the central one, in percent: rounded so that it claims no more room than there is. */
export function headroomWords(lever: Lever, value: Decimal, isRoom: boolean): string {
  const percent = value.minus(lever.central).div(lever.central.abs()).abs().times(100);
  const unit = percent.gte(10) ? one : powerOfTen(-1);
  const rounded = roundTo(percent, unit, isRoom ? "down" : "up");
  return rounded.isZero() ? "less than 0.1%" : `${numeral(rounded)}%`;
}
