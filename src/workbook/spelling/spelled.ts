import type { Decimal } from "../../quantity/decimal.ts";
import type { Place } from "../place.ts";

/** How tightly a text holds together: a comparison, a sum, a product, a sign, or one thing. */
export type Binds = 0 | 1 | 2 | 3 | 4;

/** A formula spelled for a spreadsheet. */
export interface Spelled {
  readonly at: (period: number) => string;
  readonly binds: Binds;
  /** Whether it is money in any form, and whether it is a whole number by its unit. */
  readonly money: boolean;
  readonly whole: boolean;
  /** The test of a comparison, for where a truth is needed and not 1 or 0. */
  readonly test?: (period: number) => string;
  readonly constant?: Decimal;
  /** Where it is nothing but a reference to a cell a period, so many periods back. */
  readonly place?: Place;
  readonly lag?: number;
}

/** A text with what is known of it. */
export function spelled(at: Spelled["at"], binds: Binds, rest: Partial<Spelled>): Spelled {
  return { money: false, whole: false, ...rest, at, binds };
}

/** Puts a text in brackets where it does not hold together as tightly as its place needs. */
export function within(least: Binds): (part: Spelled, period: number) => string {
  return (part, period) => (part.binds < least ? bracketed(part, period) : part.at(period));
}

export function bracketed(part: Spelled, period: number): string {
  return `(${part.at(period)})`;
}
