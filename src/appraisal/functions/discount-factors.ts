import { present } from "../../assert.ts";
import { type Decimal, one, sum } from "../../quantity/decimal.ts";
import { mostSteps, type OptionReader, readOptions } from "./options.ts";
import {
  checkReach,
  type DiscountBy,
  discountKeys,
  rateIn,
  readYearlyRates,
  type YearlyRates,
} from "./yearly-rates.ts";

/**
 * When in its year a flow falls. At the `start` year 0 is not discounted, as in the Green Book; at the `end` it is discounted
 * by a whole year, as in a spreadsheet's `NPV()`; in the `middle` by half a year.
 */
export type Timing = "start" | "middle" | "end";

/** When payments of an annuity fall: at the `end` of each period, or at its `beginning`. */
export type PaymentsAt = "end" | "beginning";

const timings: readonly Timing[] = ["start", "middle", "end"];
const paymentTimes: readonly PaymentsAt[] = ["end", "beginning"];

/** A year, and by what to discount it. */
export interface DiscountFactorOptions extends DiscountBy {
  /** A whole number; the first year is 0. */
  readonly year: number;
  /** When in the year; at its start unless told, so that the factor of year 0 is 1. */
  readonly timing?: Timing;
}

/**
 * What a pound in a later year is worth at the start of year 0: 1 over the growth of every year between, each at the rate of
 * its own band, so that the factor of year 31 is that of year 30 over 1.030 where 3% starts in year 31. Growth is multiplied
 * year by year, to forty digits.
 *
 * Issue codes (thrown): `out-of-range` for a rate of −100% or less, a year that is not whole or negative, or one beyond the
 * end of a schedule; `unknown-name` for a schedule; `wrong-shape` for another timing, or a rate and a schedule; `missing-key`
 * without either, and those of reading a number.
 *
 * @example
 * ```ts
 * import { discountFactor } from "invest-to-save/appraisal";
 * discountFactor({ year: 10, rate: "3.5%" }).toFixed(4); // => "0.7089"
 * discountFactor({ year: 75, schedule: "green book 2022" }).toFixed(4); // => "0.0942"
 * discountFactor({ year: 40, rate: [{ from: 1, rate: "3.5%" }, { from: 31, rate: "3%" }] }).toFixed(4); // => "0.2651"
 * ```
 */
export function discountFactor(options: DiscountFactorOptions): Decimal {
  const keys = ["year", ...discountKeys, "timing"];
  const { rates, year, timing } = readOptions("discountFactor", options, keys, (reader) => {
    const read = {
      rates: readYearlyRates(reader),
      year: reader.whole("year", { least: 0, most: mostSteps }),
    };
    const timing = readTiming(reader);
    checkReach(reader, read.rates, lastRateYear(read.year, timing), "year");
    return { ...read, timing };
  });
  return present(discountFactors(rates, year + 1, timing).at(-1), "the factor of the last year");
}

/** How many payments of a pound, and by what to discount them. */
export interface AnnuityFactorOptions extends DiscountBy {
  /** A whole number of years, each with one payment. */
  readonly years: number;
  /** At the end of each year unless told; at the beginning the first payment is not discounted. */
  readonly "payments at"?: PaymentsAt;
}

/**
 * What a pound in each of so many years is worth now: the sum of their discount factors, in the number of years' payments.
 *
 * Issue codes (thrown): as of {@link discountFactor}; `out-of-range` for less than one year.
 *
 * @example
 * ```ts
 * import { annuityFactor } from "invest-to-save/appraisal";
 * annuityFactor({ years: 20, rate: "3.5%" }).toFixed(4); // => "14.2124"
 * ```
 */
export function annuityFactor(options: AnnuityFactorOptions): Decimal {
  const keys = ["years", ...discountKeys, "payments at"];
  return readOptions("annuityFactor", options, keys, (reader) =>
    readAnnuity(reader, readYearlyRates(reader)),
  );
}

/** Reads how many years an annuity has and when it is paid, and gives its factor. */
export function readAnnuity(reader: OptionReader, rates: YearlyRates): Decimal {
  const years = reader.whole("years", { least: 1, most: mostSteps });
  const timing = readPaymentsAt(reader) === "end" ? "end" : "start";
  checkReach(reader, rates, lastRateYear(years - 1, timing), "years");
  return sum(discountFactors(rates, years, timing));
}

export function readTiming(reader: OptionReader): Timing {
  return reader.choice("timing", timings, "start");
}

export function readPaymentsAt(reader: OptionReader): PaymentsAt {
  return reader.choice("payments at", paymentTimes, "end");
}

/** The last year of which the rate is needed for a flow in a year: year 0 has none. */
export function lastRateYear(year: number, timing: Timing): number {
  return timing === "start" ? year : year + 1;
}

/** The discount factors of years 0, 1, 2 and so on, as many as are asked for. */
export function discountFactors(rates: YearlyRates, count: number, timing: Timing): Decimal[] {
  const factors: Decimal[] = [];
  let growth = one;
  for (let year = 0; year < count; year++) {
    if (year > 0) growth = growth.times(rateIn(rates, year).plus(one));
    const within = timing === "start" ? one : rateIn(rates, year + 1).plus(one);
    factors.push(one.div(growth.times(timing === "middle" ? within.sqrt() : within)));
  }
  return factors;
}

/** What flows are worth with a factor for each of them. */
export function discounted(flows: readonly Decimal[], factors: readonly Decimal[]): Decimal {
  return sum(flows.map((flow, place) => flow.times(present(factors[place], "a factor for each flow"))));
}
