import * as z from "zod";
import { type Formula, multiply } from "../formula/formula.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, levelByPeriod } from "./over-time/by-period.ts";
import { earlier } from "./over-time/earlier.ts";
import { type Length, lengthSchema, periodsOf } from "./over-time/length.ts";

/** Children who do not come into care, how long they would have stayed, and what a week costs. */
export interface EntriesAvoidedOptions {
  /** Children: one number for so many a year, or numbers by period; or the name of a row that counts them. */
  readonly entries: ByPeriod;
  /** The average stay that each would have had, in weeks. */
  readonly stay: ByPeriod;
  /** Pounds per child per week, at the mix of placements that they would have entered. */
  readonly cost: ByPeriod;
  /** How much later the saving comes: `6 months`, `1 year`; a bare number is years. At once unless told. */
  readonly lag?: Length;
}

/**
 * The saving, in pounds and positive, of children who do not come into care: entries avoided × average stay in weeks ×
 * the cost of a week. The whole stay counts in the period in which the child would have entered, or a `lag` later.
 * The entries of a year are spread evenly over its months. Nothing is rounded. Source of the method: an avoided entry is
 * priced at the mix that it would have entered, not at the dearest place.
 *
 * Issue codes: `out-of-range`, `wrong-unit`, `period-too-fine` for a lag of a part of a period, and those of reading an
 * amount or a period.
 *
 * @example
 * ```ts
 * import { evaluate, programme, saving, years } from "invest-to-save";
 * import { entriesAvoided } from "invest-to-save/drivers";
 * const avoided = entriesAvoided({ entries: { "2025/26": 10, then: 20 }, stay: 26, cost: 700 });
 * const p = programme("Care", years("2025/26", "2026/27"), { source: "forecast" }, saving("Entries", avoided));
 * evaluate(p).rows.get("entries")?.values.join(" "); // => "182000 364000"
 * ```
 */
export function entriesAvoided(options: EntriesAvoidedOptions): Driver {
  return { name: "entries avoided", options, shape, build: (line) => savingOfEntries(line, options) };
}

function savingOfEntries(line: LineContext, options: EntriesAvoidedOptions): Formula {
  const lag = periodsOf(line, "lag", options.lag);
  const formula = byPeriod(line, "entries", options.entries, "children");
  const entries = line.row("entries avoided", { unit: "children", totals: "sum", formula });
  const stay = levelByPeriod(line, "stay", options.stay, "weeks");
  const weeks = line.row("child weeks avoided", {
    unit: "child weeks",
    totals: "sum",
    formula: multiply(entries, stay),
  });
  return multiply(earlier(weeks, lag), levelByPeriod(line, "cost", options.cost, "£ per child per week"));
}

/** What its options look like, for those given in code. */
const shape: OptionShape = { entries: "any", stay: "any", cost: "any", "lag?": "any" };

export const entriesAvoidedKind: DriverKind<EntriesAvoidedOptions> = {
  name: "entries avoided",
  schema: () =>
    z.strictObject({
      entries: byPeriodSchema(),
      stay: byPeriodSchema(),
      cost: byPeriodSchema(),
      lag: lengthSchema().optional(),
    }),
  from: entriesAvoided,
};
