import { present } from "../assert.ts";
import {
  add,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  fact,
  multiply,
  opening,
  type RowReference,
  root,
} from "../formula/formula.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import type { DiscountSchedule, Timing } from "../programme/appraisal-options.ts";
import { type Decimal, decimal, one } from "../quantity/decimal.ts";
import { periodYear } from "../time/period.ts";
import { type Adding, addInput, addRow } from "./addition.ts";
import { before, yearly } from "./calendar.ts";
import { readDiscountRate } from "./rate.ts";

const unity = constant(one, "number");

/** What flows are discounted by: a schedule, from year 0 on, which may be some years before the model starts. */
export interface Discounting {
  readonly schedule: DiscountSchedule;
  readonly timing: Timing;
  /** Years from year 0 to the first of the model. */
  readonly ahead: number;
}

/**
 * Adds the rate by which each year is discounted against the year before, and the factor of each period. Year 0 has the
 * factor 1 where flows fall at the start of years; in the middle it is divided by the root of the next year's step, at the
 * end by all of it. Rates change year by year: the factor of year 31 is that of year 30 over 1.030. All periods of a
 * financial year have one factor.
 */
export function addDiscounting(adding: Adding, discounting: Discounting): RowReference {
  const { timing, ahead } = discounting;
  const own = addRate(adding, discounting, timing === "end" ? ahead + 1 : ahead, "");
  const id = timing === "middle" ? "factor-of-the-start" : "discount-factor";
  const label = timing === "middle" ? "Discount factor at the start of the year" : "Discount factor";
  const first = firstFactor(adding, discounting);
  const next = divide(before(id), add(unity, own));
  const factor = addRow(adding, id, label, opening(first, yearly(adding, id, next)), factorRow);
  if (timing !== "middle") return factor;
  const half = root(add(unity, addRate(adding, discounting, ahead + 1, "next")));
  return addRow(adding, "discount-factor", "Discount factor", divide(factor, half), factorRow);
}

const factorRow = { unit: "index", totals: "closing", role: "index" } as const;

/** The factor of the model's first year: the steps from year 0 to it, one after another. */
function firstFactor(adding: Adding, { schedule, timing, ahead }: Discounting): Formula {
  const steps = timing === "end" ? ahead + 1 : ahead;
  if (steps === 0) return unity;
  const growth = Array.from({ length: steps }, (_, i) => add(unity, bandRate(adding, schedule, i + 1)));
  return divide(unity, multiply(...growth));
}

/** The rate of the step that leads into each year of the model, `shift` years on. */
function addRate(adding: Adding, { schedule }: Discounting, shift: number, which: "" | "next"): Formula {
  const { timeline } = adding.programme;
  const last = periodYear(timeline, timeline.count - 1) - periodYear(timeline, 0) + shift;
  if (schedule.until !== undefined && last > schedule.until) throw tooLong(schedule, last);
  const [start, ...later] = schedule.bands.filter((band, i) => i === 0 || band.from <= last);
  const year = add(fact("year index"), constant(decimal(shift), "number"));
  const rate = later.reduce<Formula>(
    (earlier, band) =>
      choose(
        compare(year, "at least", constant(decimal(band.from), "number")),
        bandRate(adding, schedule, band.from),
        earlier,
      ),
    bandRate(adding, schedule, present(start, "a schedule has a band").from),
  );
  if (which === "" && later.length === 0) return rate;
  const label = which === "" ? "Discount rate of the year" : "Discount rate of the next year";
  return addRow(adding, which === "" ? "discount-rate" : "next-rate", label, rate, {
    unit: "share",
    totals: "none",
    role: "working",
  });
}

/** The rate of the band that a step lies in, as an assumption with the schedule as its source. */
function bandRate(adding: Adding, schedule: DiscountSchedule, step: number): Formula {
  const later = schedule.bands.findIndex((band, i) => i > 0 && band.from > step);
  const at = later < 0 ? schedule.bands.length - 1 : later - 1;
  const band = present(schedule.bands[at], "a schedule has a band");
  const next = schedule.bands[at + 1];
  const only = schedule.bands.length === 1;
  const years = next === undefined ? `from year ${band.from} on` : `years ${band.from} to ${next.from - 1}`;
  const id = appraisalId(only ? "rate" : `rate-${years.replaceAll(" ", "-")}`);
  const label = only ? "Discount rate" : `Discount rate, ${years}`;
  const basis = { kind: "source", words: schedule.source } as const;
  return addInput(adding, {
    id,
    label,
    unit: "share",
    value: rateOf(schedule, band.rate),
    basis,
    limits: { least: -0.99, most: 1 },
  });
}

function rateOf(schedule: DiscountSchedule, given: DiscountSchedule["bands"][number]["rate"]): Decimal {
  const read = readDiscountRate(given);
  if (read.ok) return read.value;
  const message = `${schedule.name} has a rate that money cannot be discounted by`;
  throw refusal({ code: "out-of-range", path: [schedule.name], message, ...read.fault });
}

function tooLong({ name, until }: DiscountSchedule, last: number): InvestToSaveError {
  return refusal({
    code: "out-of-range",
    path: [name],
    message: `${name} has no rate for year ${last}`,
    expected: `at most ${until} years after year 0`,
    received: `${last} years`,
    hint: "choose a schedule that goes on for longer, such as green book 2003",
  });
}
