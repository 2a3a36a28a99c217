import * as z from "zod";
import {
  add,
  choose,
  compare,
  constant,
  type Formula,
  minimum,
  multiply,
  nil,
  opening,
  row as rowRef,
  subtract,
} from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext, Totals } from "../programme/line.ts";
import { givenSchema } from "../programme/schema.ts";
import { one } from "../quantity/decimal.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding } from "./by-period.ts";
import type { DriverKind } from "./driver-kind.ts";
import { yearsStart } from "./year-start.ts";

/** A reserve of the body's own: what is in it, what is put in and what is taken out. */
export interface ReserveOptions {
  /** Pounds in it before the first period. */
  readonly opening: Given;
  /** Pounds put in by period; it is a cost of the programme, as a line of its own. */
  readonly in?: ByPeriod;
  /** Pounds asked for by period, or whatever is left to meet. */
  readonly out: ByPeriod | "what is left";
  /** The share of what is left at the end of a financial year that may be kept; all of it unless told. */
  readonly "carry forward"?: Given;
  /** The label of the line of cost; `Contribution to` and the label of the reserve unless told. */
  readonly contribution?: string;
}

/**
 * Money drawn from a reserve, in pounds: what is asked for, but never more than the opening balance and what is put in
 * during the period. Opening + in − out = closing; of what is left at the end of a financial year the share to carry
 * forward is opened with, and the rest is given up. What is put in is a cost line that comes with the reserve. A condition
 * fails where an amount asked for was not there. Nothing is rounded.
 *
 * Issue codes: `out-of-range` for a negative amount or a share above 1, `two-balancing-lines`, `wrong-shape` on a line
 * that is no funding, and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { reserve } from "invest-to-save/drivers";
 * const line = funding("Reserve", reserve({ opening: 30_000, out: { "2024/25": 20_000, then: 20_000 } }));
 * const p = programme("Club", years("2024/25", "2025/26"), { source: "bid" }, cost("Staff", 20_000), line);
 * evaluate(p).rows.get("reserve")?.values.join(" "); // => "20000 10000"
 * ```
 */
export function reserve(options: ReserveOptions): Driver {
  return { name: "reserve", options, build: (line) => buildReserve(line, options) };
}

function buildReserve(line: LineContext, options: ReserveOptions): Formula {
  if (!isFunding(line, "drawn from a reserve")) return nil;
  const money = (name: string, totals: Totals, formula: Formula) =>
    line.row(name, { unit: "£", totals, formula });
  const before = rowRef(`${line.id}.closing-balance`, 1);
  const own = line.value("opening", options.opening, "£", { least: 0 });
  const start = money("opening balance", "none", opening(own, carried(line, options, before)));
  const label = options.contribution ?? `Contribution to ${line.label}`;
  const paidIn =
    options.in === undefined ? nil : line.companion("cost", label, byPeriod(line, "in", options.in, "£"));
  const there = money("there to draw", "none", add(start, paidIn));
  money("closing balance", "closing", subtract(there, rowRef(line.id)));
  if (options.out === "what is left") {
    return minimum(line.leftToMeet(Array<boolean>(line.timeline.count).fill(true)), there);
  }
  const asked = money("asked for", "sum", byPeriod(line, "out", options.out, "£"));
  line.condition(`${line.label} has what is asked of it`, { formula: compare(asked, "at most", there) });
  return minimum(asked, there);
}

/** What a period opens with: the closing balance before it, less what is given up when a financial year ends. */
function carried(line: LineContext, options: ReserveOptions, before: Formula): Formula {
  const given = options["carry forward"];
  if (given === undefined) return before;
  const share = line.value("carry forward", given, "share", { least: 0, most: 1 });
  const lost = multiply(before, subtract(constant(one, "share"), share));
  const formula = choose(yearsStart(line), lost, nil);
  return subtract(before, line.row("given up", { unit: "£", totals: "sum", formula }));
}

export const reserveKind: DriverKind<ReserveOptions> = {
  name: "reserve",
  schema: () =>
    z.strictObject({
      opening: givenSchema(),
      in: byPeriodSchema().optional(),
      out: byPeriodSchema(),
      "carry forward": givenSchema().optional(),
      contribution: z.string().optional(),
    }),
  from: reserve,
};
