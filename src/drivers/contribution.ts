import * as z from "zod";
import {
  add,
  choose,
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
import { givenSchema } from "../programme/schema.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type ByPeriod, byPeriodSchema, isFunding, levelByPeriod } from "./over-time/by-period.ts";
import { yearsStart } from "./over-time/year-start.ts";
import { baseOf, baseSchema } from "./percentage-base.ts";
import { moneyRow, ownRow } from "./rows.ts";

/** The part of a cost that a partner pays, up to what it has agreed to. */
export interface ContributionOptions {
  /** The cost that it is a share of: a line, a subtotal or a total, or a list of them. */
  readonly of: string | readonly string[];
  /** The share of it that is paid: `25%` or 0.25; one for all years, or by year. */
  readonly share: ByPeriod;
  /** Pounds over all periods; no cap unless told. */
  readonly cap?: Given;
  /** Pounds in each financial year; no cap unless told. A year left out of a list has nil. */
  readonly "cap by year"?: ByPeriod;
}

/**
 * What a partner contributes to a cost, in pounds: its share of the lines named, in the same period, until a cap is
 * reached, over all periods or in each financial year, and never below nil. The rows beside it have its share, what was
 * contributed so far, and what its share is above the caps, which others must find. A condition fails where what is paid for
 * the same costs, by grants and contributions together, is more than these. Nothing is rounded.
 *
 * Issue codes: `out-of-range` for a share above 1 or a negative amount; `cycle` for a base with the line in it;
 * `unknown-name`; `wrong-shape` for no base, a base named twice, an assumption in place of a line, or a line that is no
 * funding; and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { contribution } from "invest-to-save/drivers";
 * const health = funding("Health", contribution({ of: "Team", share: "25%", cap: 120_000 }), { agency: "Health" });
 * const p = programme("Hub", years("2025/26", "2027/28"), { source: "agreement" }, cost("Team", 200_000), health);
 * evaluate(p).rows.get("health")?.values.join(" "); // => "50000 50000 20000"
 * ```
 */
export function contribution(options: ContributionOptions): Driver {
  return { name: "contribution", options, shape, build: (line) => buildContribution(line, options) };
}

function buildContribution(line: LineContext, options: ContributionOptions): Formula {
  if (!isFunding(line, "a contribution")) return nil;
  const base = baseOf(line, options.of, "contribution: { of: Team, share: 25%, cap: 100000 }");
  const rate = levelByPeriod(line, "share", options.share, "share", 1);
  if (base === undefined) return nil;
  line.claims(base.lines);
  const share = moneyRow(line, "share of the cost", "sum", multiply(maximum(nil, base.sum), rate));
  const limits = [share, ...caps(line, options)];
  moneyRow(line, "share above the cap", "sum", subtract(share, rowRef(line.id)));
  return limits.length === 1 ? share : minimum(...limits);
}

/** What is left of each cap that is stated, before the contribution of a period. */
function caps(line: LineContext, options: ContributionOptions): Formula[] {
  const own = rowRef(line.id);
  const starts = yearsStart(line);
  const soFar = (name: string, before: (last: Formula) => Formula) => {
    const earlier = before(ownRow(line, name, 1));
    moneyRow(line, name, "closing", add(earlier, own));
    return earlier;
  };
  const paid = soFar("contributed so far", (last) => last);
  const paidInYear = soFar("contributed in the year so far", (last) => choose(starts, nil, last));
  const left = (name: string, cap: Formula, before: Formula) =>
    moneyRow(line, name, "none", maximum(nil, subtract(cap, before)));
  const { cap, "cap by year": yearly } = options;
  return [
    ...(cap === undefined ? [] : [left("left of the cap", line.value("cap", cap, "£", { least: 0 }), paid)]),
    ...(yearly === undefined
      ? []
      : [left("left of the cap by year", levelByPeriod(line, "cap by year", yearly, "£"), paidInYear)]),
  ];
}

/** What its options look like, for those given in code. */
const shape: OptionShape = { of: "any", share: "any", "cap?": "any", "cap by year?": "any" };

export const contributionKind: DriverKind<ContributionOptions> = {
  name: "contribution",
  schema: () =>
    z.strictObject({
      of: baseSchema(),
      share: byPeriodSchema(),
      cap: givenSchema().optional(),
      "cap by year": byPeriodSchema().optional(),
    }),
  from: contribution,
};
