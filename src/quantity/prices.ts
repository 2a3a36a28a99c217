/**
 * The price basis of money: `nominal` is cash as it will be paid; a financial year such as `2013/14` means
 * real money at that year's prices. The two cannot be added without a named deflator.
 */
export type Prices = "nominal" | (string & {});

/** A price basis in words: `nominal money`, or `money at 2013/14 prices`. */
export function pricesWords(prices: Prices): string {
  return prices === "nominal" ? "nominal money" : `money at ${prices} prices`;
}
