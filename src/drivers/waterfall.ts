import * as z from "zod";
import { type Formula, minimum, nil, row as rowRef, subtract } from "../formula/formula.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import type { DriverKind } from "./driver-kind.ts";
import { nameFaults, noFaults } from "./name-faults.ts";
import { type ByPeriod, byPeriod, byPeriodSchema, isFunding } from "./over-time/by-period.ts";

type Source = readonly [label: string, source: WaterfallSource];

/** One source: how much it gives at most in each period. */
export interface WaterfallSource {
  /**
   * Pounds by period; whatever is left when its turn comes; or, of a line of its own that meets what is left, what it has:
   * a reserve to what is in it, a grant to what it may claim.
   */
  readonly "up to": ByPeriod | "what is left" | "what it has";
  /** Who gives it; that of the line unless told. */
  readonly agency?: string;
}

/** Sources in the order in which they are asked. One of them has the label of the line itself. */
export type WaterfallOptions = Readonly<Record<string, WaterfallSource>>;

/**
 * Sources of funding that are asked in turn, in pounds: each meets what the costs and repayments, less savings and all
 * other funding, still leave, up to its own amount in that period, and never below nil. One source is the line itself;
 * one that gives `what it has` is another line of funding that meets what is left, such as a reserve, which has its turn
 * here; each of the others is a line of funding that comes with it. What all of them leave is the balance. Nothing is
 * rounded.
 *
 * Issue codes: `wrong-shape` where no source is the line, one stands after “what is left”, or one gives what it has and
 * does not meet what is left; `unknown-name`, `two-balancing-lines`, `duplicate-id`, and those of reading an amount.
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
  const turns = Object.keys(options ?? {}).filter((label) => options[label]?.["up to"] === "what it has");
  return { name: "waterfall", options, shape, turns, build: (line) => buildWaterfall(line, options) };
}

function buildWaterfall(line: LineContext, options: WaterfallOptions): Formula {
  if (!isFunding(line, "asked in turn for what is left")) return nil;
  const sources = Object.entries(options);
  const labels = sources.map(([label]) => label);
  if (!noFaults(line, nameFaults([], labels)) || !isItself(line, sources)) return nil;
  refuseAfterRest(line, sources);
  let left = line.leftToMeet(Array<boolean>(line.timeline.count).fill(true));
  let own: Formula = nil;
  for (const [at, source] of sources.entries()) {
    const isOwn = idOf(source[0]) === line.id;
    if (isOwn) own = taken(line, source, left);
    const gives = isOwn ? rowRef(line.id) : given(line, source, left);
    if (at < sources.length - 1) left = leftAfter(line, source[0], left, gives);
  }
  return own;
}

/** What another source gives: a line that comes with this one, or a line of its own that has its turn here. */
function given(line: LineContext, source: Source, left: Formula): Formula {
  const [label, { "up to": most, agency }] = source;
  if (most === "what it has") {
    if (agency !== undefined) saysItself(line, label, agency);
    return line.turn(label, left);
  }
  const attributes = agency === undefined ? {} : { agency };
  return line.companion("funding", label, taken(line, source, left), attributes);
}

/** What a source gives: what is left when its turn comes, at most its own amount. */
function taken(line: LineContext, [label, source]: Source, left: Formula): Formula {
  const most = source["up to"];
  return most === "what is left" ? left : minimum(byPeriod(line, [label, "up to"], most, "£"), left);
}

function leftAfter(line: LineContext, label: string, left: Formula, gives: Formula): Formula {
  return line.row(`left after ${label}`, { unit: "£", totals: "sum", formula: subtract(left, gives) });
}

/** Whether one of the sources is the line itself, with an amount or what is left. */
function isItself(line: LineContext, sources: readonly Source[]): boolean {
  const own = sources.find(([label]) => idOf(label) === line.id);
  if (own !== undefined && own[1]["up to"] !== "what it has") return true;
  const labels = sources.map(([label]) => label).join(", then ");
  line.fault(own === undefined ? "" : [own[0], "up to"], {
    code: "wrong-shape",
    message:
      own === undefined
        ? `none of the sources of ${line.label} is the line itself`
        : `${line.label} is the line itself, and nothing else says what it has`,
    expected: own === undefined ? line.label : "pounds by period, or what is left",
    received: own === undefined ? labels || "no source" : "what it has",
    hint:
      own === undefined
        ? `name “${line.label}” among them, or give the line the name of one of its sources`
        : `write “what it has” for a line of its own, such as a reserve`,
  });
  return false;
}

function saysItself(line: LineContext, label: string, agency: string): void {
  line.fault([label, "agency"], {
    code: "wrong-shape",
    message: `${label} is a line of its own, and says itself whose it is`,
    expected: `“agency” on the line ${label}`,
    received: agency,
    hint: `move “agency” to ${label}`,
  });
}

function refuseAfterRest(line: LineContext, sources: readonly Source[]): void {
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

/** What its options look like, for those given in code. */
const shape: OptionShape = { "*": { "up to": "any", "agency?": "text" } };

export const waterfallKind: DriverKind<WaterfallOptions> = {
  name: "waterfall",
  schema: () =>
    z.record(z.string(), z.strictObject({ "up to": byPeriodSchema(), agency: z.string().optional() })),
  from: waterfall,
};
