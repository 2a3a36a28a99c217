import * as z from "zod";
import { divide, type Formula, fact, multiply } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { AnyPeriodAmounts, Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema } from "../programme/schema.ts";
import { isDecimal } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type ByPeriod, byPeriodSchema, levelByPeriod } from "./over-time/by-period.ts";
import { earlier } from "./over-time/earlier.ts";
import { monthsPerYear } from "./over-time/in-force.ts";
import { type Length, lengthSchema, periodsOf } from "./over-time/length.ts";
import { straightLine } from "./over-time/straight-line.ts";
import type { RampOptions } from "./ramp.ts";

/** How many fewer children are looked after, and what each costs a year. */
export interface ChildrenFewerOptions {
  /** On average over the year, compared with what would have been: one number, numbers by year, or a straight line. */
  readonly number: ByPeriod | { readonly ramp: RampOptions };
  /** Pounds per child per year. */
  readonly "unit cost": ByPeriod;
  /** How much later the saving comes: `6 months`, `1 year`; a bare number is years. At once unless told. */
  readonly lag?: Length;
}

/**
 * The saving, in pounds and positive, of a net reduction in the children looked after: children fewer × the cost of a
 * child a year. The number is an average over each year and may be a fraction; on a monthly or quarterly timeline every
 * period of a year has that number and its part of the yearly cost by months. Nothing is rounded. Source of the method:
 * a with/without difference in average numbers, priced at an average unit cost, as councils publish it.
 *
 * Issue codes: `out-of-range`, `wrong-unit`, `wrong-shape` for a ramp without two ends, `period-too-fine` for a lag of a
 * part of a period, and those of reading an amount or a period.
 *
 * @example
 * ```ts
 * import { evaluate, programme, saving, years } from "invest-to-save";
 * import { childrenFewer } from "invest-to-save/drivers";
 * const fewer = childrenFewer({ number: { ramp: { "2016/17": 50, "2018/19": 100 } }, "unit cost": 51_080 });
 * const p = programme("Care", years("2015/16", "2018/19"), { source: "forecast" }, saving("Placements", fewer));
 * evaluate(p).rows.get("placements")?.values.join(" "); // => "0 2554000 3831000 5108000"
 * ```
 */
export function childrenFewer(options: ChildrenFewerOptions): Driver {
  return { name: "children fewer", options, shape, build: (line) => savingOfFewer(line, options) };
}

function savingOfFewer(line: LineContext, options: ChildrenFewerOptions): Formula {
  const lag = periodsOf(line, "lag", options.lag);
  const formula = numberOf(line, options.number);
  const fewer = line.row("children fewer", { unit: "children", totals: "average", formula });
  const counted =
    lag === 0
      ? fewer
      : line.row("children counted", { unit: "children", totals: "average", formula: earlier(fewer, lag) });
  const unitCost = levelByPeriod(line, "unit cost", options["unit cost"], "£ per child per year");
  return divide(multiply(counted, unitCost, fact("months")), monthsPerYear);
}

function numberOf(line: LineContext, given: ChildrenFewerOptions["number"]): Formula {
  if (typeof given === "object" && !isDecimal(given) && "ramp" in given) {
    const of = { name: ["number", "ramp"], unit: "children", is: "level" } as const;
    return straightLine(line, (given as { ramp: RampOptions }).ramp, of);
  }
  return line.levels("number", given as Given | AnyPeriodAmounts, "children", { least: 0 });
}

/** What its options look like, for those given in code. */
const shape: OptionShape = { number: "any", "unit cost": "any", "lag?": "any" };

export const childrenFewerKind: DriverKind<ChildrenFewerOptions> = {
  name: "children fewer",
  schema: () =>
    z.strictObject({
      number: z.union([byPeriodSchema(), z.strictObject({ ramp: z.record(z.string(), givenSchema()) })]),
      "unit cost": byPeriodSchema(),
      lag: lengthSchema().optional(),
    }),
  from: childrenFewer,
};
