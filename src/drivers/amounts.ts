import * as z from "zod";
import type { AnyPeriodAmounts, Driver, PeriodAmounts } from "../programme/line.ts";
import { amountSchema } from "../programme/schema.ts";
import { type Amount, looksLikeAmount } from "../quantity/amount.ts";
import { isDecimal } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";

/**
 * Amounts by period, in pounds. A missing period is nil, `then` carries an amount on after the last period given, and a
 * single amount is that of every year. On a monthly or quarterly timeline the amount of a year is split over its
 * periods to the penny, the total kept; a year of which only a part lies in the timeline keeps its whole stated amount,
 * while an amount carried on is taken by months. A line whose `totals` are not the sum of its periods, such as a head
 * count, has the number of a year in each of them.
 *
 * Issue codes: `not-a-number`, `too-many-digits`, `out-of-range`, `malformed-period`, `year-outside-timeline`,
 * `period-too-fine`, `period-given-twice`, `no-source`.
 *
 * @example
 * ```ts
 * import { amounts, cost, evaluate, programme, years } from "invest-to-save";
 * const read = { "2024/25": "1000", then: "1200" }; // keys known only when the program runs
 * const p = programme("Rent", years("2024/25", "2026/27"), { source: "lease" }, cost("Rent", amounts(read)));
 * evaluate(p).rows.get("rent")?.values.join(" "); // => "1000 1200 1200"
 * ```
 */
export function amounts(byPeriod: PeriodAmounts | AnyPeriodAmounts | Amount): Driver {
  return {
    name: "amounts",
    options: byPeriod,
    shape: "by period",
    build: (line) => line.amounts("", byPeriod as AnyPeriodAmounts | Amount, line.unit),
  };
}

/** Whether what a line was given is amounts by period rather than a driver. */
export function areAmounts(given: PeriodAmounts | Amount | Driver): given is PeriodAmounts | Amount {
  return (
    typeof given !== "object" ||
    given === null ||
    isDecimal(given) ||
    typeof (given as Driver).build !== "function"
  );
}

/** Whether a key of a line in a file is a period, well written or badly, rather than an option. */
export function isPeriodKey(key: string): boolean {
  return key === "then" || looksLikeAmount(key) || /^(?:[a-z]{3,9}\.? +|FY *)\d/i.test(key);
}

export const amountsKind: DriverKind<AnyPeriodAmounts | Amount> = {
  name: "amounts",
  schema: () => z.union([amountSchema(), z.record(z.string(), amountSchema())]),
  from: amounts,
};
