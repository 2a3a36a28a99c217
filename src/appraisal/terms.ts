import { received } from "../issue/received.ts";
import { refusal } from "../issue/refusal.ts";
import {
  type AppraisalOptions,
  type Case,
  type Denominator,
  type DiscountSchedule,
  type Timing,
  usualTerms,
} from "../programme/appraisal-options.ts";
import { basisOf, basisWords, type Given, isDetailed } from "../programme/assumption.ts";
import { homeOf, sameBody } from "../programme/bodies.ts";
import { pricesOf } from "../programme/price-basis.ts";
import type { Programme } from "../programme/programme.ts";
import { numeral } from "../quantity/decimal.ts";
import type { Prices } from "../quantity/prices.ts";
import { periodYear } from "../time/period.ts";
import { type FinancialYear, formatFinancialYear, parseFinancialYear } from "../time/year.ts";
import { bodyNamed } from "./asked.ts";
import { bodiesOf } from "./flows.ts";
import { readDiscountRate } from "./rate.ts";
import { scheduleNamed, unknownSchedule } from "./schedules.ts";

/** How cash and real money are turned into each other. */
type Inflating =
  | { readonly by: "series"; readonly name: string }
  | { readonly by: "rate"; readonly rate: Given };

/** The options of an appraisal settled: every choice made, and refused where choices do not go together. */
export interface Terms {
  readonly case: Case;
  readonly body: string;
  readonly timing: Timing;
  readonly denominator: Denominator;
  /** Year 0 of discounting, as written: `2014/15`. */
  readonly baseYear: string;
  /** Years from the base year to the first of the model. */
  readonly ahead: number;
  /** None where cash cannot be discounted, for want of a rate of its own or of a deflator. */
  readonly schedule?: DiscountSchedule;
  readonly inflating?: Inflating;
  /** The year whose money real money is: that of the programme's prices, else the base year. */
  readonly priceYear: Prices;
  /** Years from the year of the prices to the first of the model; below nil where the prices are of a later year. */
  readonly aheadOfPrices: number;
  /** The prices that the flows of the case are in before discounting: cash, or real money of the base year. */
  readonly prices: Prices;
}

/** Settles how a programme is appraised, from what its model says and what is asked for. */
export function termsOf(programme: Programme, options: AppraisalOptions): Terms {
  const found = baseYearOf(programme, options["base year"]);
  const inflating = inflatingOf(options);
  const own: Case = options.case ?? usualTerms.case;
  const { yearStart } = programme.timeline;
  const has = parseFinancialYear(pricesOf(programme), yearStart);
  const priced = has.ok ? has.value : found;
  // Written out, a year is the name of its prices.
  const priceYear = formatFinancialYear(priced, yearStart) as Prices;
  const first = periodYear(programme.timeline, 0);
  const schedule = chosenSchedule(options, own);
  refuseMixed(programme, own, schedule, inflating);
  // Cash and real rates do not go together, so without a deflator cash is left undiscounted unless a rate is given for it.
  const isReal = own === "economic" || inflating !== undefined;
  const discounted = schedule ?? (isReal ? scheduleNamed(usualTerms.schedule) : undefined);
  return {
    case: own,
    body: bodyNamed(options.for ?? homeOf(programme), bodiesOf(programme), sameBody),
    timing: options.timing ?? usualTerms.timing,
    denominator: options.denominator ?? usualTerms.denominator,
    baseYear: formatFinancialYear(found, yearStart),
    ahead: first - found,
    priceYear,
    aheadOfPrices: first - priced,
    prices: own === "financial" ? "nominal" : priceYear,
    ...(discounted === undefined ? {} : { schedule: discounted }),
    ...(inflating === undefined ? {} : { inflating }),
  };
}

function baseYearOf({ timeline }: Programme, text: string | undefined): FinancialYear {
  const first = periodYear(timeline, 0);
  if (text === undefined) return first;
  const read = parseFinancialYear(text, timeline.yearStart);
  if (read.ok && read.value <= first && first - read.value <= 30) return read.value;
  throw refusal({
    code: read.ok ? "out-of-range" : "malformed-period",
    path: ["appraisal", "base year"],
    message: `the base year cannot be ${received(text)}`,
    expected: `a financial year, at the latest ${formatFinancialYear(first, timeline.yearStart)}, in which the model starts`,
    received: text,
    hint: "leave it out to take the first year of the model as year 0",
  });
}

function inflatingOf({ deflator, inflation }: AppraisalOptions): Inflating | undefined {
  if (deflator !== undefined && inflation !== undefined) {
    throw refusal({
      code: "wrong-shape",
      path: ["appraisal"],
      message: "the appraisal names a deflator and a rate of inflation",
      expected: "one of the two",
      received: `deflator ${deflator} and inflation`,
      hint: "take one of them out",
    });
  }
  if (deflator !== undefined) return { by: "series", name: deflator };
  return inflation === undefined ? undefined : { by: "rate", rate: inflation };
}

function chosenSchedule(options: AppraisalOptions, own: Case): DiscountSchedule | undefined {
  const { schedule, rate } = options;
  if (schedule !== undefined && rate !== undefined) {
    throw refusal({
      code: "wrong-shape",
      path: ["appraisal"],
      message: "the appraisal names a schedule and one rate for all years",
      expected: "one of the two",
      received: "schedule and rate",
      hint: "take one of them out",
    });
  }
  if (rate !== undefined) return flatSchedule(rate, own);
  if (typeof schedule !== "string") return schedule;
  const found = scheduleNamed(schedule);
  if (found === undefined) throw refusal(unknownSchedule(["appraisal", "schedule"], schedule));
  return found;
}

/** One rate for all years; in the financial case a rate of cash, in the economic one a real rate. */
function flatSchedule(given: Given, own: Case): DiscountSchedule {
  const value = isDetailed(given) ? given.value : given;
  const read = readDiscountRate(value);
  if (!read.ok) {
    const message = `money cannot be discounted at ${received(value)}`;
    throw refusal({ code: "out-of-range", path: ["appraisal", "rate"], message, ...read.fault });
  }
  const stated = isDetailed(given) ? basisOf(given) : undefined;
  const name = `flat ${numeral(read.value.times(100))}%`;
  return {
    name,
    edition: stated === undefined ? "one rate for all years, chosen for this appraisal" : basisWords(stated),
    prices: own === "financial" ? "nominal" : "real",
    source: stated === undefined ? "chosen for this appraisal" : basisWords(stated),
    bands: [{ from: 1, rate: read.value }],
  };
}

/** Real money and cash are not added, and neither is discounted at the other's rate. */
function refuseMixed(
  programme: Programme,
  own: Case,
  schedule: DiscountSchedule | undefined,
  inflating: Inflating | undefined,
): void {
  const has = pricesOf(programme);
  const real = has !== "nominal";
  const hint = `name an index series with “deflator:”, or one rate with “inflation:” (--inflation 2%)`;
  if (own === "economic" && schedule?.prices === "nominal") {
    throw refusal({
      code: "wrong-prices",
      path: ["appraisal", "schedule"],
      message: `${schedule.name} is for cash, and the economic case is in real money`,
      expected: "a schedule for real money, such as green book 2022",
      received: schedule.name,
      hint: "choose another schedule, or --case financial",
    });
  }
  const needs = own === "economic" ? !real : real || schedule?.prices === "real";
  if (!needs || inflating !== undefined) return;
  const what = {
    economic: "the economic case is in real money, and this programme is in cash",
    financial: real
      ? `the financial case is in cash, and this programme is in money of ${has}`
      : `${schedule?.name} is for real money, and the financial case is in cash`,
  };
  throw refusal({
    code: "wrong-prices",
    path: ["appraisal"],
    message: what[own],
    expected: "a named deflator, or a rate of inflation",
    received: "neither",
    hint:
      own === "economic"
        ? hint
        : real
          ? `${hint}, or appraise the economic case, which is in real money`
          : `${hint}, or give a rate of cash with --rate`,
  });
}
