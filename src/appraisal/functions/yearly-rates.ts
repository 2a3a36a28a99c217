import { received } from "../../issue/received.ts";
import type { DiscountSchedule, RateBand } from "../../programme/appraisal-options.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, isDecimal, zero } from "../../quantity/decimal.ts";
import { scheduleNamed, unknownSchedule } from "../schedules.ts";
import { listAt, mostSteps, type OptionReader } from "./options.ts";

/** By what to discount: one rate or rates by year in bands, or a schedule. Exactly one of the two. */
export interface DiscountBy {
  /** A rate for a year, above −100% (`"3.5%"` or 0.035), or bands of years with a rate each. One of more than 100% is written `"350%"`. */
  readonly rate?: Amount | readonly RateBand[];
  /** A schedule, or the name of one: `green book 2022`, `flat 5%`. */
  readonly schedule?: DiscountSchedule | string;
}

/** Rates by year as decimals, in rising order of years; the first from year 1. */
export interface YearlyRates {
  readonly name: string;
  readonly bands: readonly { readonly from: number; readonly rate: Decimal }[];
  readonly until?: number;
}

/** The options that say by what to discount. */
export const discountKeys = ["rate", "schedule"] as const;

/** The rate of a year, from year 1. */
export function rateIn({ bands }: YearlyRates, year: number): Decimal {
  return bands.reduce((found, band) => (band.from <= year ? band.rate : found), zero);
}

/** Reads by what to discount, and whether that reaches so far as it is needed. */
export function readYearlyRates(options: OptionReader): YearlyRates {
  options.oneOf(discountKeys);
  if (options.has("schedule")) return readSchedule(options);
  const rate = options.given("rate");
  if (Array.isArray(rate))
    return { name: "these rates", bands: readBands(options, listAt(options, "rate"), ["rate"]) };
  return { name: "this rate", bands: [{ from: 1, rate: options.has("rate") ? options.rate("rate") : zero }] };
}

/** Refuses years that a schedule has no rate for. `key` is the option that asks for them. */
export function checkReach(options: OptionReader, rates: YearlyRates, lastYear: number, key: string): void {
  const { until, name } = rates;
  if (until === undefined || lastYear <= until) return;
  options.refuse("out-of-range", [key], {
    says: `asks for year ${lastYear}, and ${name} ends at year ${until}`,
    expected: `years up to ${until}`,
    received: `year ${lastYear}`,
    hint: "end sooner, or give a schedule or bands of your own with a source that goes on",
  });
}

function readSchedule(options: OptionReader): YearlyRates {
  const given = options.given("schedule");
  const schedule = typeof given === "string" ? scheduleNamed(given) : (given as DiscountSchedule);
  const harmless = { name: "no schedule", bands: [{ from: 1, rate: zero }] };
  if (typeof given === "string" && schedule === undefined) {
    options.report(["schedule"], (path) => unknownSchedule(path, given));
    return harmless;
  }
  if (!isSchedule(schedule)) {
    options.refuse("wrong-shape", ["schedule"], {
      says: `cannot be ${received(given)}`,
      expected: "a schedule with a name, an edition, a source and bands; or its name",
      received: received(given),
      hint: "write it like schedule: “green book 2022”",
    });
    return harmless;
  }
  const { name, until } = schedule;
  const bands = readBands(options, schedule.bands, ["schedule", "bands"]);
  return { name, bands, ...(until === undefined ? {} : { until }) };
}

function isSchedule(given: unknown): given is DiscountSchedule {
  return typeof given === "object" && given !== null && Array.isArray((given as DiscountSchedule).bands);
}

function readBands(
  options: OptionReader,
  given: readonly unknown[],
  path: readonly string[],
): YearlyRates["bands"] {
  let before = -1;
  return Array.from(given, (band, place) => {
    const at = [...path, String(place)];
    if (!isBand(band)) {
      options.refuse("wrong-shape", at, {
        says: `cannot be ${received(band)}`,
        expected: "a band: the year from which it holds, and a rate",
        received: received(band),
        hint: "write it like { from: 31, rate: “3%” }",
      });
      return { from: 0, rate: zero };
    }
    // Year 0 is not discounted, so that a first band from year 0 is one from year 1.
    const most = place === 0 ? 1 : mostSteps;
    const from = options.wholeAt(band.from, [...at, "from"], { least: before + 1, most }) ?? before + 1;
    before = from;
    return { from, rate: options.rateAt(band.rate, [...at, "rate"]) ?? zero };
  });
}

function isBand(band: unknown): band is RateBand {
  return typeof band === "object" && band !== null && !isDecimal(band) && "from" in band && "rate" in band;
}
