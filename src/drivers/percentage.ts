import * as z from "zod";
import { type Formula, multiply, nil } from "../formula/formula.ts";
import { type Given, isDetailed, isOne } from "../programme/assumption.ts";
import type { AnyPeriodAmounts, Driver, LineContext, PeriodAmounts } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { levelsSchema } from "../programme/schema.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { one } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { baseOf, baseSchema } from "./percentage-base.ts";

/** A percentage of other lines. */
export interface PercentageOptions {
  /** The line or total that it is a percentage of, or a list of them, which are added up. */
  readonly of: string | readonly string[];
  /** The share of it: `12%` or 0.12; one for all years, or by year. At most 1, unless the model says otherwise. */
  readonly rate: Given | PeriodAmounts;
  /** That the rate may be above 1, so that the percentage is more than what it is of. */
  readonly "above 100%"?: boolean;
}

/**
 * A share of one or more other lines or totals, in the same period and unit as they are, with their sign (amounts of
 * every kind are positive). Nothing is rounded. The base never contains the line itself: a percentage of a total that it
 * is part of is refused. So is a rate above 1, which is most often 12 written for 12%, unless `above 100%` says that it
 * is meant.
 *
 * Issue codes: `cycle` for a base with the line in it; `unknown-name`; `wrong-shape` for no base, a base named twice, or an
 * assumption in place of a line; `wrong-unit`; `out-of-range` below nil or above 1; and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, percentage, programme, years } from "invest-to-save";
 * const p = programme("Team", years("2024/25", "2025/26"), { source: "budget" },
 *   cost("Staff", { "2024/25": 200_000, then: 240_000 }),
 *   cost("Overheads", percentage({ of: "Staff", rate: "12%" })));
 * evaluate(p).rows.get("overheads")?.values.join(" "); // => "24000 28800"
 * ```
 */
export function percentage(options: PercentageOptions): Driver {
  return { name: "percentage", options, shape, build: (line) => buildPercentage(line, options) };
}

function buildPercentage(line: LineContext, options: PercentageOptions): Formula {
  const base = baseOf(line, options.of, "percentage: { of: Total Cost, rate: 12% }");
  const rate = rateOf(line, options);
  return base === undefined ? nil : multiply(base.sum, rate);
}

function rateOf(line: LineContext, options: PercentageOptions): Formula {
  const rate = options.rate as Given | AnyPeriodAmounts;
  if (options["above 100%"] === true) return line.levels("rate", rate, "share", { least: 0 });
  const written = isOne(rate) ? { "": isDetailed(rate) ? rate.value : rate } : rate;
  const high = Object.entries(written).find(([, share]) => isAboveOne(share));
  if (high === undefined) return line.levels("rate", rate, "share", { least: 0, most: 1 });
  aboveOne(line, high[0], high[1]);
  return nil;
}

function isAboveOne(share: Amount): boolean {
  const read = readAmount(share);
  return read.ok && read.value.gt(one);
}

function aboveOne(line: LineContext, period: string, share: Amount): void {
  const written = String(share);
  const percent = written.endsWith("%") ? "" : `write ${written}% if that is meant; `;
  line.fault(period === "" ? "rate" : ["rate", period], {
    code: "out-of-range",
    message: `${line.label} would be more than what it is a percentage of`,
    expected: "a share from 0 to 1, such as 12%",
    received: written,
    hint: `${percent}if it really is more than the whole, add above 100%: true`,
  });
}

/** What its options look like, for those given in code. */
const shape: OptionShape = { of: "any", rate: "any", "above 100%?": "any" };

export const percentageKind: DriverKind<PercentageOptions> = {
  name: "percentage",
  schema: () =>
    z.strictObject({
      of: baseSchema(),
      rate: levelsSchema(),
      "above 100%": z.boolean().optional().meta({ description: "that the rate may be more than 1" }),
    }),
  from: percentage,
};
