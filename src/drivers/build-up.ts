import * as z from "zod";
import {
  add,
  constant,
  divide,
  type Formula,
  fact,
  maximum,
  minimum,
  multiply,
  nil,
  opening,
  previous,
  subtract,
} from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema, periodSchema } from "../programme/schema.ts";
import { decimal, one } from "../quantity/decimal.ts";
import type { WhenText } from "../time/period-text.ts";
import type { DriverKind } from "./driver-kind.ts";
import { monthsPerYear } from "./over-time/in-force.ts";
import { holdStart } from "./over-time/span.ts";

/** A level reached by equal steps a month. */
export interface BuildUpOptions {
  /** Pounds per year once it is fully built up. */
  readonly level: Given;
  /** The first month with anything in it. */
  readonly from: WhenText;
  /** How many months it takes: the first month runs at one part of them, the last at the whole level. */
  readonly months: Given;
}

/**
 * From nil to a level in pounds per year in equal steps over a number of months: month k of n runs at k/n of the level,
 * a twelfth of it a month, and it stays at the level afterwards. A year holds the sum of its months, so yearly and
 * monthly timelines agree.
 *
 * Issue codes: `malformed-period`, `out-of-range` for fewer than one month, and those of reading an amount.
 *
 * @example
 * ```ts
 * import { buildUp, evaluate, programme, saving, years } from "invest-to-save";
 * const line = saving("Placements", buildUp({ level: 1_200, from: "Apr 2024", months: 12 }));
 * const p = programme("Care", years("2024/25", "2025/26"), { source: "estimate" }, line);
 * evaluate(p).rows.get("placements")?.values.join(" "); // => "650 1200"
 * ```
 */
export function buildUp(options: BuildUpOptions): Driver {
  return { name: "build up", options, shape, build: (line) => buildLevel(line, options) };
}

function buildLevel(line: LineContext, options: BuildUpOptions): Formula {
  const level = line.value("level", options.level, "£ per year", { least: 0 });
  const months = line.value("months", options.months, "months", { least: 1, whole: "months" });
  const start = line.month("from", options.from, "first");
  holdStart(line, start);
  const full = monthsBuiltUp(line, "", start, months);
  return divide(multiply(level, full), monthsPerYear);
}

/**
 * The months at the full level that a period's months amount to while something builds up in equal steps: month k of n
 * counts k/n, every later month 1. Worked out as a running total, so that a year holds the sum of its months.
 */
export function monthsBuiltUp(line: LineContext, name: string, start: Formula, months: Formula): Formula {
  const row = (label: string, formula: Formula) =>
    line.row(`${name}${label}`, { unit: "months", totals: "none", formula });
  const passed = row("months since the start", monthsSince(start));
  const rising = row("months of building up", minimum(passed, months));
  const soFar = row("full months so far", fullMonths(passed, rising, months));
  const before = maximum(nil, subtract(fact("first month"), start));
  // Before the first period of the timeline there may have been months already.
  const earlier = opening(fullMonths(before, minimum(before, months), months), previous(soFar));
  const formula = subtract(soFar, row("full months before", earlier));
  return line.row(`${name}months at the full level`, { unit: "months", totals: "sum", formula });
}

/** The months from the start of a month to the end of the period, that month included; never below nil. */
export function monthsSince(start: Formula): Formula {
  return maximum(nil, subtract(add(fact("first month"), fact("months")), start));
}

/** 1/n + 2/n + … up to 1 over the months of building up, then 1 for each month after. */
function fullMonths(passed: Formula, rising: Formula, months: Formula): Formula {
  const steps = multiply(rising, add(rising, constant(one, "months")));
  return add(divide(steps, multiply(constant(decimal(2), "number"), months)), subtract(passed, rising));
}

/** What its options look like, for those given in code. */
const shape: OptionShape = { level: "any", from: "any", months: "any" };

export const buildUpKind: DriverKind<BuildUpOptions> = {
  name: "build up",
  schema: () => z.strictObject({ level: givenSchema(), from: periodSchema(), months: givenSchema() }),
  from: buildUp,
};
