import { refusal } from "../../issue/refusal.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, decimal, greatest, isDecimal, least, one, zero } from "../../quantity/decimal.ts";
import { roundTo } from "../../quantity/rounding.ts";
import { periodFirstDay, periodFirstMonth, periodLastDay, periodMonths } from "../../time/period.ts";
import type { Timeline } from "../../time/timeline.ts";
import { type Lever, limited } from "../lever.ts";
import { rangeEnds } from "../lever-ends.ts";
import { readLeverValue } from "../lever-value.ts";

/** The values of an assumption that are searched. */
export interface SearchRange {
  readonly from: Decimal;
  readonly to: Decimal;
  /** Where it comes from: what was asked for, the low and high of the assumption, or a wide one by its unit. */
  readonly by: "asked" | "low and high" | "unit";
}

/** The ends of a range that is asked for; one that is left out is as it would be. */
export interface AskedRange {
  readonly from?: Amount;
  readonly to?: Amount;
}

/**
 * The range to search: what is asked for; else from the low to the high of the assumption; else by its unit: shares from 0 to
 * 100%, days and months within the timeline, all else from nil to ten times the central value. `undefined` where that is nil,
 * since there is nothing to go by. Never beyond the limits of the assumption.
 */
export function searchRange(
  lever: Lever,
  timeline: Timeline,
  asked: AskedRange = {},
): SearchRange | undefined {
  const read = (given: Amount | undefined) =>
    given === undefined ? undefined : readLeverValue(lever, given, timeline.yearStart);
  const own = ownRange(lever, timeline);
  const [from, to] = [read(asked.from) ?? own?.from, read(asked.to) ?? own?.to];
  if (from === undefined || to === undefined) return undefined;
  const isAsked = own === undefined || asked.from !== undefined || asked.to !== undefined;
  const whole = (value: Decimal, way: "up" | "down") => (lever.whole ? roundTo(value, one, way) : value);
  const range = {
    from: whole(limited(lever, from), "up"),
    to: whole(limited(lever, to), "down"),
    by: isAsked ? ("asked" as const) : own.by,
  };
  if (range.from.lt(range.to)) return range;
  if (!isAsked) return undefined;
  throw refusal({
    code: "out-of-range",
    path: [lever.id],
    message: `${lever.label} cannot be searched from ${lever.words(range.from)} to ${lever.words(range.to)}`,
    expected: "a range that ends above its start, within the limits of the assumption",
    received: `${lever.words(range.from)} to ${lever.words(range.to)}`,
    hint: "swap the two, or leave them out",
  });
}

function ownRange(lever: Lever, timeline: Timeline): SearchRange | undefined {
  const { central } = lever;
  const { low, high } = rangeEnds(lever) ?? {};
  if (low !== undefined && high !== undefined && low.lt(high))
    return { from: low, to: high, by: "low and high" };
  // On the side that has no end it is searched as far as it would be without a range.
  const wide = wideRange(lever, timeline);
  if (wide === undefined) return undefined;
  const open = low === undefined || high === undefined;
  const from = (open ? low : undefined) ?? least([wide[0], central]);
  return { from, to: (open ? high : undefined) ?? greatest([wide[1], central]), by: "unit" };
}

function wideRange(
  { unit, central, factor, assumption }: Lever,
  timeline: Timeline,
): [Decimal, Decimal] | undefined {
  const last = timeline.count - 1;
  if (unit === "date") return [decimal(periodFirstDay(timeline, 0)), decimal(periodLastDay(timeline, last))];
  if (unit === "month number") {
    const end = periodFirstMonth(timeline, last) + periodMonths(timeline) - 1;
    return [decimal(periodFirstMonth(timeline, 0)), decimal(end)];
  }
  if (unit === "flag") return [zero, one];
  if (factor && assumption.unit === "share" && !isDecimal(assumption.value)) {
    const most = greatest(assumption.value);
    if (most.gt(0) && most.lte(1)) return [zero, one.div(most)];
  }
  if (unit === "share" && !central.isNegative() && central.lte(1)) return [zero, one];
  if (central.isZero()) return undefined;
  return central.isNegative() ? [central.times(10), zero] : [zero, central.times(10)];
}
