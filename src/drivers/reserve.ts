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
import type { Driver, LineContext } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema } from "../programme/schema.ts";
import { one } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding } from "./over-time/by-period.ts";
import { yearsStart } from "./over-time/year-start.ts";
import { underspend } from "./reserve-underspend.ts";
import { moneyRow, ownRow } from "./rows.ts";

/** A reserve of the body's own: what is in it, what is put in and what is taken out. */
export interface ReserveOptions {
  /** Pounds in it before the first period. */
  readonly opening: Given;
  /** Pounds put in by period; it is a cost of the programme, as a line of its own. */
  readonly in?: ByPeriod;
  /** Whether what funding exceeds need in a year goes in, for later years; it is left in the balance unless told. */
  readonly underspend?: "carried forward";
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
 * forward is opened with, and the rest is given up. What is put in is a cost line that comes with the reserve; so is an
 * underspend carried forward, which is what all funding of a year exceeds its costs and repayments less savings by, and
 * can be drawn from the next year on. By month it goes in, and comes out again, as it stands in the year so far.
 * Conditions fail where an amount asked for was not there, or the reserve were overdrawn. Nothing is rounded.
 *
 * Issue codes: `out-of-range` for a negative amount or a share above 1, `two-balancing-lines`, `wrong-shape` on a line
 * that is no funding or for a second reserve that takes in the underspend, and those of reading an amount.
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
  return { name: "reserve", options, shape, build: (line) => buildReserve(line, options) };
}

function buildReserve(line: LineContext, options: ReserveOptions): Formula {
  if (!isFunding(line, "drawn from a reserve")) return nil;
  const before = ownRow(line, "closing balance", 1);
  const own = line.value("opening", options.opening, "£", { least: 0 });
  const start = moneyRow(line, "opening balance", "none", opening(own, carried(line, options, before)));
  const { paid, drawable, held } = putIn(line, options);
  const free = held === undefined ? start : subtract(start, held);
  const there = moneyRow(line, "there to draw", "none", drawable === nil ? free : add(free, drawable));
  const closing = moneyRow(line, "closing balance", "closing", subtract(add(start, paid), rowRef(line.id)));
  line.condition(`${line.label} is never overdrawn`, { formula: compare(closing, "at least", nil) });
  if (options.out === "what is left") {
    return minimum(line.leftToMeet(Array<boolean>(line.timeline.count).fill(true)), there);
  }
  const asked = moneyRow(line, "asked for", "sum", byPeriod(line, "out", options.out, "£"));
  line.condition(`${line.label} has what is asked of it`, { formula: compare(asked, "at most", there) });
  return minimum(asked, there);
}

/** What goes into a reserve in a period, what of it may be drawn in the same period, and what is held for a later year. */
interface Intake {
  readonly paid: Formula;
  readonly drawable: Formula;
  readonly held?: Formula;
}

/** What is put in as planned and what is carried forward, as one line of cost. */
function putIn(line: LineContext, options: ReserveOptions): Intake {
  const label = options.contribution ?? `Contribution to ${line.label}`;
  const planned = options.in === undefined ? nil : byPeriod(line, "in", options.in, "£");
  // It moves the body's own money from one year to another, and is worth nothing in an appraisal.
  const cost = (formula: Formula) => line.companion("cost", label, formula, { "counts in": "no case" });
  if (options.underspend === undefined) {
    const paid = options.in === undefined ? nil : cost(planned);
    return { paid, drawable: paid };
  }
  const { now, before } = underspend(line, idOf(label), planned);
  return {
    paid: cost(planned === nil ? now : add(planned, now)),
    drawable: planned,
    held: before,
  };
}

/** What a period opens with: the closing balance before it, less what is given up when a financial year ends. */
function carried(line: LineContext, options: ReserveOptions, before: Formula): Formula {
  const given = options["carry forward"];
  if (given === undefined) return before;
  const share = line.value("carry forward", given, "share", { least: 0, most: 1 });
  const lost = multiply(before, subtract(constant(one, "share"), share));
  const formula = choose(yearsStart(line), lost, nil);
  return subtract(before, moneyRow(line, "given up", "sum", formula));
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  opening: "any",
  "in?": "any",
  "underspend?": ["carried forward"],
  out: "any",
  "carry forward?": "any",
  "contribution?": "any",
};

export const reserveKind: DriverKind<ReserveOptions> = {
  name: "reserve",
  schema: () =>
    z.strictObject({
      opening: givenSchema(),
      in: byPeriodSchema().optional(),
      underspend: z.literal("carried forward").optional(),
      out: byPeriodSchema(),
      "carry forward": givenSchema().optional(),
      contribution: z.string().optional(),
    }),
  from: reserve,
};
