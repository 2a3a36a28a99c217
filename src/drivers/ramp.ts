import * as z from "zod";
import type { Given } from "../programme/assumption.ts";
import type { Driver } from "../programme/line.ts";
import { givenSchema } from "../programme/schema.ts";
import type { PeriodText } from "../time/period-text.ts";
import type { DriverKind } from "./driver-kind.ts";
import { straightLine } from "./over-time/straight-line.ts";

/** The two ends of a straight line, by year (or by period of the timeline), and what follows it. */
export type RampOptions = { readonly [Period in PeriodText | "then"]?: Given };

/**
 * A straight line in equal steps from the amount of one year to that of a later one, in pounds. It is nil before its
 * first year and stays at its last amount afterwards, unless `then` gives another. On a monthly or quarterly timeline
 * the amount of each year is spread evenly over the year.
 *
 * Issue codes: `wrong-shape` unless exactly two periods are given, `end-before-start`, and those of reading an amount
 * or a period.
 *
 * @example
 * ```ts
 * import { evaluate, programme, ramp, saving, years } from "invest-to-save";
 * const line = saving("Placements", ramp({ "2025/26": 100, "2027/28": 300 }));
 * const p = programme("Care", years("2024/25", "2028/29"), { source: "estimate" }, line);
 * evaluate(p).rows.get("placements")?.values.join(" "); // => "0 100 200 300 300"
 * ```
 */
export function ramp(options: RampOptions): Driver {
  return {
    name: "ramp",
    options,
    shape: "by period",
    build: (line) => straightLine(line, options, { name: [], unit: "£", is: "amount" }),
  };
}

export const rampKind: DriverKind<RampOptions> = {
  name: "ramp",
  schema: () => z.record(z.string(), givenSchema()),
  from: ramp,
};
