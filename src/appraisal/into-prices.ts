import { divide, type Formula, multiply } from "../formula/formula.ts";
import { pricesOf } from "../programme/price-basis.ts";
import type { Prices } from "../quantity/prices.ts";
import type { AddedRow, Adding } from "./addition.ts";
import { addDeflator, addInflation, type PriceLevel } from "./price-level.ts";
import type { Terms } from "./terms.ts";

/** What brings amounts of the programme to the prices of the case. */
export interface IntoPrices {
  /** The prices of the case. */
  readonly prices: Prices;
  /** The level of prices; none where neither the programme nor the case needs one. */
  readonly level: PriceLevel | undefined;
  /** A sum of rows of the programme in the prices of the case, and what is to be said of a row of it. */
  readonly into: (formula: Formula) => { readonly formula: Formula; readonly says: AddedRow };
}

/** Adds the level of prices where one is needed, and gives what brings amounts to the prices of the case. */
export function intoPrices(adding: Adding, terms: Terms): IntoPrices {
  const level = levelOf(adding, terms);
  const { prices } = terms;
  const from = pricesOf(adding.programme);
  if (from === prices || level === undefined)
    return { prices, level, into: (formula) => ({ formula, says: { prices } }) };
  const says = { prices, repriced: { from, by: level.by } };
  const by = prices === "nominal" ? multiply : divide;
  return { prices, level, into: (formula) => ({ formula: by(formula, level.level), says }) };
}

function levelOf(adding: Adding, terms: Terms): PriceLevel | undefined {
  const { inflating, priceYear, aheadOfPrices } = terms;
  const cash = pricesOf(adding.programme) === "nominal";
  const needed = terms.case === "economic" ? cash : !cash || terms.schedule?.prices === "real";
  if (inflating === undefined || !needed) return undefined;
  if (inflating.by === "series") return addDeflator(adding, inflating.name, priceYear);
  return addInflation(adding, inflating.rate, aheadOfPrices);
}
