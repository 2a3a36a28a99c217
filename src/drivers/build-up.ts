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
  subtract,
} from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { givenSchema, periodSchema } from "../programme/schema.ts";
import { decimal, one } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { monthsPerYear } from "./in-force.ts";

/** A level reached by equal steps a month. */
export interface BuildUpOptions {
  /** Pounds per year once it is fully built up. */
  readonly level: Given;
  /** The first month with anything in it. */
  readonly from: string;
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
  return { name: "build up", options, build: (line) => buildLevel(line, options) };
}

function buildLevel(line: LineContext, options: BuildUpOptions): Formula {
  const level = line.value("level", options.level, "£ per year", { least: 0 });
  const months = line.value("months", options.months, "months", { least: 1 });
  const start = line.month("from", options.from, "first");
  const first = fact("first month");
  const end = add(first, fact("months"));
  const built = subtract(fullMonths(end, start, months), fullMonths(first, start, months));
  const years = line.row("part of year", {
    unit: "years",
    totals: "sum",
    formula: divide(built, monthsPerYear),
  });
  return multiply(level, years);
}

/** How many months at the full level the months from the start up to a month amount to: 1/n + 2/n + … up to 1, then 1 each. */
function fullMonths(to: Formula, start: Formula, months: Formula): Formula {
  const passed = maximum(nil, subtract(to, start));
  const rising = minimum(passed, months);
  const triangle = divide(
    multiply(rising, add(rising, constant(one, "months"))),
    multiply(constant(decimal(2), "number"), months),
  );
  return add(triangle, subtract(passed, rising));
}

export const buildUpKind: DriverKind<BuildUpOptions> = {
  name: "build up",
  schema: () => z.strictObject({ level: givenSchema(), from: periodSchema(), months: givenSchema() }),
  from: buildUp,
};
