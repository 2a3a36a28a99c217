import * as z from "zod";
import {
  add,
  choose,
  compare,
  type Formula,
  maximum,
  minimum,
  multiply,
  nil,
  row as rowRef,
  subtract,
} from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { amountSchema, givenSchema, periodSchema } from "../programme/schema.ts";
import type { DriverKind } from "./driver-kind.ts";
import { addCash, addClawback, type CashTerms, type Clawback } from "./grant/cash.ts";
import {
  addMatch,
  besideMatch,
  type GrantMatch,
  matchSchema,
  matchShape,
  matchShare,
} from "./grant/match.ts";
import { addPressure } from "./grant/pressure.ts";
import { eligibleSpend, type Window, windowOf, windowPeriods } from "./grant/spend.ts";
import { type ByPeriod, byPeriodSchema, isFunding, levelByPeriod } from "./over-time/by-period.ts";
import { yearsStart } from "./over-time/year-start.ts";
import { moneyRow, ownRow, soFarRow } from "./rows.ts";

/** What a grant pays for, how much of it, up to what, and when the money comes. */
export interface GrantOptions extends CashTerms {
  /** The days on which spend may be claimed for, both counted; without an end it is open. */
  readonly window?: Window;
  /** Whether a period that the window covers in part counts by its days; whole unless told. */
  readonly "by days"?: boolean;
  /** Pounds over all periods. */
  readonly cap?: Given;
  /** Pounds in each financial year. */
  readonly "cap by year"?: ByPeriod;
  /** What becomes of a year's cap that is not claimed; returned unless told. */
  readonly unclaimed?: "returned" | "carried over";
  /** The share of eligible spend that the grant pays; all of it unless told. */
  readonly rate?: ByPeriod;
  /** Or what must be found beside it. */
  readonly match?: GrantMatch;
  /** Whether it also claims no more than is left to meet. */
  readonly meets?: "eligible spend" | "what is left";
  readonly clawback?: readonly Clawback[];
}

/**
 * A grant, in pounds: the claim for the eligible spend of each period in its window, at the intervention rate, up to its
 * caps. The line is the claim as it is earned; rows beside it have what was claimed so far, what is unclaimed of the cap,
 * the cash, what may be clawed back, and the pressure on the base budget once the grant ends. A period that overlaps the
 * window counts whole unless shares are by days. Cash in arrears comes a quarter of a year later: on a timeline of years a
 * quarter of the claim falls in the next. In advance by quarter, what a quarter claims comes in its first month. Where grants and contributions share costs, a condition fails when they claim more
 * than these together. Nothing is rounded.
 *
 * Issue codes: `missing-key` where no cost is eligible or a grant in advance has no cap, `wrong-shape` for a rate beside a
 * match, `end-before-start`, `out-of-range`, `two-balancing-lines`, and those of reading an amount or a day.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { grant } from "invest-to-save/drivers";
 * const line = funding("Grant", grant({ window: { from: "2024-04-01", to: "2026-03-31" }, cap: 1_000, rate: "75%" }));
 * const p = programme("Club", years("2024/25", "2026/27"), { source: "offer" }, cost("Staff", 800, { eligible: true }), line);
 * evaluate(p).rows.get("grant")?.values.join(" "); // => "600 400 0"
 * ```
 */
export function grant(options: GrantOptions): Driver {
  return {
    name: "grant",
    options,
    shape,
    usual: { claims: "as spent", unclaimed: "returned", meets: "eligible spend", match: { kind: "cash" } },
    build: (line) => buildGrant(line, options),
  };
}

function buildGrant(line: LineContext, options: GrantOptions): Formula {
  if (!isFunding(line, "a grant") || !isWhole(line, options)) return nil;
  const { window = {} } = options;
  const days = windowOf(line, window);
  const spend = eligibleSpend(line, days, options["by days"] === true);
  const share = options.match && matchShare(line, options.match);
  const limits = [moneyRow(line, "grant on eligible spend", "sum", atRate(line, options, share, spend))];
  const claim = rowRef(line.id);
  const before = ownRow(line, "claimed so far", 1);
  const cap = options.cap === undefined ? undefined : line.value("cap", options.cap, "£", { least: 0 });
  if (cap !== undefined)
    limits.push(moneyRow(line, "left of the cap", "none", maximum(nil, subtract(cap, before))));
  const years = yearlyCap(line, options, before);
  if (years !== undefined) limits.push(years.left);
  if (options.meets === "what is left") limits.push(leftInWindow(line, window));
  const soFar = soFarRow(line, "claimed so far", claim);
  if (cap !== undefined) moneyRow(line, "unclaimed of the cap", "closing", subtract(cap, soFar));
  if (share !== undefined && options.match) addMatch(line, options.match, share, claim);
  const cash = addCash(line, options, { days, claim, soFar, cap, caps: years?.soFar });
  addClawback(line, options.clawback ?? [], cash);
  addPressure(line);
  return minimum(...limits);
}

/** What the grant pays of the eligible spend: all, a share, or what the match leaves. */
function atRate(
  line: LineContext,
  { rate, match }: GrantOptions,
  share: Formula | undefined,
  spend: Formula,
): Formula {
  if (share !== undefined && match !== undefined) return besideMatch(match, share, spend);
  return rate === undefined ? spend : multiply(spend, levelByPeriod(line, "rate", rate, "share", 1));
}

/** What is left of the cap of a year before the claim of a period, and the caps of all years so far. */
function yearlyCap(
  line: LineContext,
  options: GrantOptions,
  before: Formula,
): { left: Formula; soFar: Formula } | undefined {
  const given = options["cap by year"];
  if (given === undefined) return undefined;
  const cap = levelByPeriod(line, "cap by year", given, "£");
  const starts = yearsStart(line);
  /** A row that starts again from nil with each financial year, as it stood before the period. */
  const earlier = (name: string) => choose(starts, nil, ownRow(line, name, 1));
  const inWindow = compare(ownRow(line, "spend in the window"), "above", nil);
  const opened = choose(inWindow, cap, earlier("cap of the year"));
  const added = subtract(moneyRow(line, "cap of the year", "none", opened), earlier("cap of the year"));
  const caps = soFarRow(line, "caps of the years so far", added);
  const claimed = earlier("claimed in the year");
  moneyRow(line, "claimed in the year", "none", add(claimed, rowRef(line.id)));
  const left = options.unclaimed === "carried over" ? subtract(caps, before) : subtract(cap, claimed);
  return { left: moneyRow(line, "left of the cap by year", "none", maximum(nil, left)), soFar: caps };
}

/** What is left to meet, in the periods of the window as it is written. */
function leftInWindow(line: LineContext, window: Window): Formula {
  const periods = windowPeriods(line, window);
  return choose(
    line.structure("periods it may meet", periods.map(Number), "flag"),
    line.leftToMeet(periods),
    nil,
  );
}

/** Whether the options fit together. */
function isWhole(line: LineContext, options: GrantOptions): boolean {
  const { rate, match, cap, claims } = options;
  const capped = cap !== undefined || options["cap by year"] !== undefined;
  if (rate !== undefined && match !== undefined) {
    fault(
      line,
      "match",
      "wrong-shape",
      "has a rate and a match, which say the same twice",
      "rate, or match",
      "both",
    );
  } else if (claims === "in advance" && !capped) {
    fault(
      line,
      "claims",
      "missing-key",
      "comes in advance, and nothing says how much",
      "cap, or cap by year",
      "none",
    );
  } else if (claims?.startsWith("in advance") && options["on account"] !== undefined) {
    fault(line, "on account", "wrong-shape", "comes in advance and on account too", "one of the two", "both");
  } else if (options.unclaimed === "carried over" && options["cap by year"] === undefined) {
    fault(line, "unclaimed", "missing-key", "has no cap of a year to carry over", "cap by year", "none");
  } else return true;
  return false;
}

function fault(
  line: LineContext,
  name: string,
  code: "wrong-shape" | "missing-key",
  words: string,
  expected: string,
  received: string,
): void {
  const hint =
    "write it like grant: { window: { from: 2015-02-01, to: 2016-03-31 }, cap: 4850000, rate: 75% }";
  line.fault(name, { code, message: `${line.label} ${words}`, expected, received, hint });
}

const windowSchema = () => z.strictObject({ from: periodSchema().optional(), to: periodSchema().optional() });

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  "window?": { "from?": "any", "to?": "any" },
  "by days?": "any",
  "cap?": "any",
  "cap by year?": "any",
  "unclaimed?": ["returned", "carried over"],
  "rate?": "any",
  "match?": matchShape,
  "meets?": ["eligible spend", "what is left"],
  "claims?": ["in advance", "in advance by quarter", "as spent", "in arrears"],
  "on account?": "any",
  "clawback?": [{ until: "any", if: "words" }],
};

export const grantKind: DriverKind<GrantOptions> = {
  name: "grant",
  schema: () =>
    z.strictObject({
      window: windowSchema().optional(),
      "by days": z.boolean().optional(),
      cap: givenSchema().optional(),
      "cap by year": byPeriodSchema().optional(),
      unclaimed: z.enum(["returned", "carried over"]).optional(),
      rate: byPeriodSchema().optional(),
      match: matchSchema().optional(),
      meets: z.enum(["eligible spend", "what is left"]).optional(),
      claims: z.enum(["in advance", "in advance by quarter", "as spent", "in arrears"]).optional(),
      "on account": z.record(z.string(), amountSchema()).optional(),
      clawback: z.array(z.strictObject({ until: periodSchema(), if: z.string().min(1) })).optional(),
    }),
  from: grant,
};
