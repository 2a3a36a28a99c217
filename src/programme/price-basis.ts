import { seen } from "../issue/received.ts";
import type { Prices } from "../quantity/prices.ts";
import { dimensionOf, isMoney, type Unit } from "../quantity/unit.ts";
import { yearWritten } from "../time/period.ts";
import { asPrinted } from "../time/span.ts";
import type { Timeline } from "../time/timeline.ts";
import { parseFinancialYear } from "../time/year.ts";
import { type Draft, report } from "./building/draft.ts";
import type { ProgrammeOptions } from "./programme.ts";

/** What says at which prices the money of a programme is. */
interface AtPrices {
  readonly options: Pick<ProgrammeOptions, "prices">;
  readonly timeline: Pick<Timeline, "yearStart">;
}

/** The price basis of a programme's money: nominal unless it says. */
export function pricesOf({ options, timeline }: AtPrices): Prices {
  return typeof options.prices === "string" ? pricesAsRead(options.prices, timeline) : "nominal";
}

/** A price basis with its year as it is printed, so that one year is one basis however it was spelled. */
export function pricesAsRead(prices: Prices, { yearStart }: AtPrices["timeline"]): Prices {
  return (asPrinted(prices, yearStart) ?? prices) as Prices;
}

/** The price basis of a unit in a programme: what is stated, or the programme's own; none where no money is in it. */
export function pricesIn(programme: AtPrices, unit: Unit, stated?: Prices): { prices?: Prices } {
  const dimension = dimensionOf(unit);
  if (dimension === undefined || !isMoney(dimension)) return {};
  // A basis that is none was refused where it stands, and the money is taken as the programme's own.
  return {
    prices: typeof stated === "string" ? pricesAsRead(stated, programme.timeline) : pricesOf(programme),
  };
}

/** Reports a price basis that is neither nominal nor a financial year; whether it was one. */
export function checkPrices(draft: Draft, prices: Prices | undefined, path: readonly string[]): boolean {
  if (prices === undefined || prices === "nominal" || parseFinancialYear(prices, draft.timeline.yearStart).ok)
    return true;
  report(draft, "wrong-prices", [...path, "prices"], `${[...path, "prices"].join(" > ")} is no price basis`, {
    expected: `nominal, or the financial year of the prices such as ${yearWritten(draft.timeline)}`,
    received: seen(prices),
    hint: `write prices: ${yearWritten(draft.timeline)} for real money, or leave it out for nominal money`,
  });
  return false;
}
