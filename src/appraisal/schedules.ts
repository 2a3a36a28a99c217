import type { Issue } from "../issue/issue.ts";
import { seen } from "../issue/received.ts";
import { textOf, unknownName } from "../issue/unknown-name.ts";
import type { DiscountSchedule } from "../programme/appraisal-options.ts";
import { refuseShape } from "../programme/option-shape.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { numeral } from "../quantity/decimal.ts";

const edition2022 = { edition: "2022", source: "HM Treasury, The Green Book (2022), Annex A6, Discounting" };
const edition2003 = { edition: "2003", source: "HM Treasury, The Green Book (2003), Annex 6, Discount rate" };

/** Years 1 to 30, 31 to 75 and 76 to 125, at which the tables of 2022 end. */
function inThreeBands(name: string, first: string, second: string, third: string): DiscountSchedule {
  return frozen({
    name,
    ...edition2022,
    prices: "real",
    bands: [
      { from: 1, rate: first },
      { from: 31, rate: second },
      { from: 76, rate: third },
    ],
    until: 125,
  });
}

function frozen(schedule: DiscountSchedule): DiscountSchedule {
  return Object.freeze({
    ...schedule,
    bands: Object.freeze(schedule.bands.map((band) => Object.freeze(band))),
  });
}

/**
 * The discount schedules of the Green Book by name, each with its edition and source: the standard rate, the rate for
 * health, and both reduced by pure time preference, as the 2022 edition has them to year 125; and the standard rate of the
 * 2003 edition, which goes on. All are for real money. They are data with a date: a later edition is a further schedule.
 */
export const schedules: readonly DiscountSchedule[] = Object.freeze([
  inThreeBands("green book 2022", "3.5%", "3%", "2.5%"),
  inThreeBands("green book 2022 health", "1.5%", "1.29%", "1.07%"),
  inThreeBands("green book 2022 reduced", "3%", "2.57%", "2.14%"),
  inThreeBands("green book 2022 health reduced", "1%", "0.86%", "0.71%"),
  frozen({
    name: "green book 2003",
    ...edition2003,
    prices: "real",
    bands: [
      { from: 1, rate: "3.5%" },
      { from: 31, rate: "3%" },
      { from: 76, rate: "2.5%" },
      { from: 126, rate: "2%" },
      { from: 201, rate: "1.5%" },
      { from: 301, rate: "1%" },
    ],
  }),
]);

/** One rate for every year, and what is known of it. */
export interface FlatScheduleOptions {
  readonly rate: Amount;
  /** Whether it is for real money, which is so unless told, or for nominal money. */
  readonly prices?: "real" | "nominal";
  readonly source?: string;
}

/**
 * A schedule with one rate for every year, named `flat 5%`. The rate is a share of a year; it is read, and refused where it is none,
 * where the schedule is used. Throws `InvestToSaveError` with `wrong-shape`, `missing-key` or `unknown-key` for options
 * that it does not have.
 *
 * @example
 * ```ts
 * import { discountFactor, flatSchedule } from "invest-to-save/appraisal";
 * const schedule = flatSchedule({ rate: "5%", source: "treasury management strategy" });
 * schedule.name; // => "flat 5%"
 * discountFactor({ year: 2, schedule }).toFixed(4); // => "0.9070"
 * ```
 */
export function flatSchedule(options: FlatScheduleOptions): DiscountSchedule {
  refuseShape("flatSchedule", { rate: "any", "prices?": ["real", "nominal"], "source?": "text" }, options);
  const { rate, prices = "real", source } = options;
  const read = readAmount(rate);
  const words = read.ok ? `${numeral(read.value.times(100))}%` : seen(rate);
  return frozen({
    name: `flat ${words}`,
    edition: "as stated",
    prices,
    source: source ?? "stated by whoever runs the appraisal",
    bands: [{ from: 1, rate }],
  });
}

/**
 * The schedule of a name: one of {@link schedules}, or a flat rate such as `flat 5%`; `undefined` where there is none. Throws nothing.
 *
 * @example
 * ```ts
 * import { scheduleNamed } from "invest-to-save/appraisal";
 * scheduleNamed("Green Book 2022 health")?.bands[1]; // => { from: 31, rate: "1.29%" }
 * scheduleNamed("flat 4.5%")?.name; // => "flat 4.5%"
 * scheduleNamed("green book 1997"); // => undefined
 * ```
 */
export function scheduleNamed(name: string): DiscountSchedule | undefined {
  const wanted = textOf(name).trim().toLowerCase().replace(/\s+/g, " ");
  const flat = /^flat (\S+)$/.exec(wanted)?.[1];
  if (flat !== undefined) return readAmount(flat).ok ? flatSchedule({ rate: flat }) : undefined;
  return schedules.find((schedule) => schedule.name === wanted);
}

/** The fault of a name that no schedule has; a flat rate may stand in its place. */
export function unknownSchedule(path: readonly string[], name: string): Issue {
  return unknownName({
    what: "schedule",
    where: "of rates",
    name,
    known: schedules.map((schedule) => schedule.name),
    or: "a flat rate such as flat 5%",
    path,
    otherwise: "choose one of those above, or give the bands of a schedule of your own",
  });
}
