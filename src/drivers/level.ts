import * as z from "zod";
import type { Given } from "../programme/assumption.ts";
import type { Driver } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema, periodSchema } from "../programme/schema.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type InForce, overTime } from "./over-time/in-force.ts";

/** A level from one day to another. */
export interface LevelOptions extends InForce {
  /** Pounds per year while it is in force. */
  readonly amount: Given;
}

/**
 * A level in pounds per year from one day to another, both counted, with its part of the first and last year: by days
 * over the 365 or 366 days of the financial year, or by months over 12, each month touched counting in full. A year,
 * quarter or month may stand for its first day (`from`) or last (`to`).
 *
 * Issue codes: `malformed-period`, `end-before-start`, `wrong-unit`, and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, level, programme, years } from "invest-to-save";
 * const lease = level({ amount: 36_500, from: "2025-03-22", to: "2025/26" });
 * const p = programme("Lease", years("2024/25", "2026/27"), { source: "lease" }, cost("Rent", lease));
 * evaluate(p).rows.get("rent")?.values.join(" "); // => "1000 36500 0"
 * ```
 */
export function level(options: LevelOptions): Driver {
  return {
    name: "level",
    options,
    shape,
    usual: { shares: "by days" },
    build: (line) =>
      overTime(line, options, line.value("amount", options.amount, "£ per year", { least: 0 })),
  };
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  amount: "any",
  "from?": "any",
  "to?": "any",
  "shares?": ["by days", "by months"],
};

export const levelKind: DriverKind<LevelOptions> = {
  name: "level",
  schema: () =>
    z.strictObject({
      amount: givenSchema(),
      from: periodSchema().optional(),
      to: periodSchema().optional(),
      shares: z.enum(["by days", "by months"]).optional(),
    }),
  from: level,
};
