import { add, constant, type Formula, minimum, multiply, subtract } from "../../formula/formula.ts";
import { received } from "../../issue/received.ts";
import type { LineContext } from "../../programme/line.ts";
import { decimal, one } from "../../quantity/decimal.ts";
import { periodMonths } from "../../time/period.ts";
import { earlier } from "../over-time/earlier.ts";
import { periodsOf, yearsOf } from "../over-time/length.ts";
import type { OutcomesOptions } from "./options.ts";

const all: Formula = constant(one, "share");

/** A year of benefit, counted from 1: how many periods after the outcome, and how many years of full effect it is. */
export interface EffectYear {
  readonly year: number;
  readonly after: number;
  readonly effect: Formula;
}

/**
 * The years in which an outcome has a benefit, with a row for the effect in each: the share of the full effect (`ramp`) ×
 * what is kept after `drop-off`. Years that lie after the end of the timeline whenever the outcome comes are left out.
 */
export function effectYears(line: LineContext, options: OutcomesOptions): EffectYear[] {
  const { timeline } = line;
  const perYear = 12 / periodMonths(timeline);
  const lag = periodsOf(line, "lag", options.lag);
  const duration = yearsOf(line, "duration", options.duration);
  const limits = { least: 0, most: 1 };
  const given = options.ramp ?? [];
  if (!Array.isArray(given) || options.ramp?.length === 0) rampWithoutYears(line, given);
  const ramp = (Array.isArray(given) ? given : []).map((given, at) =>
    line.value({ at: ["ramp", String(at)], called: `ramp in year ${at + 1}` }, given, "share", limits),
  );
  if (ramp.length > duration) rampTooLong(line, ramp.length, duration);
  const lost = options["drop-off"];
  const kept = lost === undefined ? undefined : subtract(all, line.value("drop-off", lost, "share", limits));
  const years: EffectYear[] = [];
  let rest: Formula[] = [];
  for (let year = 1; year <= duration && lag + (year - 1) * perYear < timeline.count; year++) {
    if (kept !== undefined && year > 1) rest = [keptIn(line, year, multiply(...rest, kept))];
    const share = ramp[Math.min(year, ramp.length) - 1];
    const formula = multiply(constant(one, "years"), ...(share === undefined ? [] : [share]), ...rest);
    const effect = line.row(`effect in year ${year}`, { unit: "years", totals: "none", formula });
    years.push({ year, after: lag + (year - 1) * perYear, effect });
  }
  return years;
}

function keptIn(line: LineContext, year: number, formula: Formula): Formula {
  return line.row(`kept in year ${year}`, { unit: "share", totals: "none", formula });
}

/** The years of full effect that fall in a period, over all outcomes before it and in it. */
export function outcomeYears(outcomes: Formula, years: readonly EffectYear[]): Formula {
  return add(...years.map(({ after, effect }) => multiply(earlier(outcomes, after), effect)));
}

/** The same, less what would have happened by then: the share of the first year for each year, up to all of it. */
export function outcomeYearsRising(
  line: LineContext,
  outcomes: Formula,
  years: readonly EffectYear[],
  share: Formula,
): Formula {
  const less = years.map(({ year, after, effect }) => {
    const formula = minimum(all, multiply(constant(decimal(year), "number"), share));
    const gone = line.row(`deadweight in year ${year}`, { unit: "share", totals: "none", formula });
    return multiply(earlier(outcomes, after), effect, subtract(all, gone));
  });
  return add(...less);
}

function rampWithoutYears(line: LineContext, given: unknown): void {
  line.fault("ramp", {
    code: "wrong-shape",
    message: `${line.label} has a ramp that is no list of shares`,
    expected: "a list of shares, one for each year of benefit",
    received: received(given),
    hint: "write it like [50%, 100%]",
  });
}

function rampTooLong(line: LineContext, given: number, duration: number): void {
  line.fault("ramp", {
    code: "out-of-range",
    message: `${line.label} has a ramp of ${given} years, and its benefit lasts ${duration}`,
    expected: `at most ${duration} shares, one for each year of benefit`,
    received: String(given),
    hint: "take the last shares away, or lengthen the duration",
  });
}
