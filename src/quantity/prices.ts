import type { CalendarYearText, FinancialYearText } from "../time/year.ts";

/**
 * The price basis of money: `nominal` is cash as it will be paid; a financial year such as `2013/14` means
 * real money at that year's prices. The two cannot be added without a named deflator. A slip such as `2014/16` does not
 * compile; whether it is a year of the kind that the programme has is found when it is built.
 */
export type Prices = "nominal" | FinancialYearText | CalendarYearText;

/** A price basis in words: `nominal money`, or `money at 2013/14 prices`. */
export function pricesWords(prices: Prices): string {
  return prices === "nominal" ? "nominal money" : `money at ${prices} prices`;
}
