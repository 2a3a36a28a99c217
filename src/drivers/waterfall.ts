import * as z from "zod";
import { type Formula, minimum, nil, row as rowRef, subtract } from "../formula/formula.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding } from "./by-period.ts";
import type { DriverKind } from "./driver-kind.ts";

/** One source: how much it gives at most in each period. */
export interface WaterfallSource {
  /** Pounds by period, or whatever is left when its turn comes. */
  readonly "up to": ByPeriod | "what is left";
  /** Who gives it; that of the line unless told. */
  readonly agency?: string;
}

/** Sources in the order in which they are asked. The first has the label of the line itself. */
export type WaterfallOptions = Readonly<Record<string, WaterfallSource>>;

/**
 * Sources of funding that are asked in turn, in pounds: each meets what the costs and repayments, less savings and all
 * other funding, still leave, up to its own amount in that period, and never below nil. The first source is the line
 * itself; each of the others is a line of funding that comes with it. What all of them leave is the balance.
 * Nothing is rounded.
 *
 * Issue codes: `wrong-shape` where the first source is not the line, or one stands after “what is left”,
 * `two-balancing-lines`, `duplicate-id`, and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { waterfall } from "invest-to-save/drivers";
 * const sources = waterfall({ Grant: { "up to": 15_000 }, "Base budget": { "up to": "what is left" } });
 * const p = programme("Club", years("2024/25", "2024/25"), { source: "bid" }, cost("Staff", 20_000), funding("Grant", sources));
 * evaluate(p).rows.get("base-budget")?.values.join(" "); // => "5000"
 * ```
 */
export function waterfall(options: WaterfallOptions): Driver {
  return { name: "waterfall", options, build: (line) => buildWaterfall(line, options) };
}

function buildWaterfall(line: LineContext, options: WaterfallOptions): Formula {
  if (!isFunding(line, "asked in turn for what is left")) return nil;
  const sources = Object.entries(options);
  const [first, ...others] = sources;
  if (first === undefined || idOf(first[0]) !== line.id) {
    notFirst(line, first?.[0]);
    return nil;
  }
  refuseAfterRest(line, sources);
  const every = Array<boolean>(line.timeline.count).fill(true);
  const need = line.leftToMeet(every);
  const own = taken(line, first, need);
  if (others.length === 0) return own;
  let left = leftAfter(line, first[0], need, rowRef(line.id));
  for (const [at, source] of others.entries()) {
    const [label, { agency }] = source;
    const attributes = agency === undefined ? {} : { agency };
    const gives = line.companion("funding", label, taken(line, source, left), attributes);
    if (at < others.length - 1) left = leftAfter(line, label, left, gives);
  }
  return own;
}

/** What a source gives: what is left when its turn comes, at most its own amount. */
function taken(line: LineContext, [label, source]: [string, WaterfallSource], left: Formula): Formula {
  const most = source["up to"];
  return most === "what is left" ? left : minimum(byPeriod(line, [label, "up to"], most, "£"), left);
}

function leftAfter(line: LineContext, label: string, left: Formula, gives: Formula): Formula {
  return line.row(`left after ${label}`, { unit: "£", totals: "sum", formula: subtract(left, gives) });
}

function notFirst(line: LineContext, label: string | undefined): void {
  line.fault("", {
    code: "wrong-shape",
    message: `the first source of ${line.label} must be the line itself`,
    expected: line.label,
    received: label ?? "no source",
    hint: `name “${line.label}” first, or give the line the name of its first source`,
  });
}

function refuseAfterRest(line: LineContext, sources: readonly [string, WaterfallSource][]): void {
  const rest = sources.findIndex(([, source]) => source["up to"] === "what is left");
  const after = rest < 0 ? undefined : sources[rest + 1];
  if (after === undefined) return;
  line.fault(after[0], {
    code: "wrong-shape",
    message: `nothing is left for ${after[0]}: ${sources[rest]?.[0]} meets all that is left before it`,
    expected: "“what is left” for the last source only",
    received: sources.map(([label]) => label).join(", then "),
    hint: `put ${after[0]} before it, or give ${sources[rest]?.[0]} an amount`,
  });
}

export const waterfallKind: DriverKind<WaterfallOptions> = {
  name: "waterfall",
  schema: () =>
    z.record(z.string(), z.strictObject({ "up to": byPeriodSchema(), agency: z.string().optional() })),
  from: waterfall,
};
