import * as z from "zod";
import {
  add,
  choose,
  compare,
  constant,
  divide,
  type Formula,
  maximum,
  minimum,
  multiply,
  nil,
  opening,
  previous,
  subtract,
} from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { AnyPeriodAmounts, Driver, LineContext, PeriodAmounts } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { givenSchema, levelsSchema, periodSchema } from "../programme/schema.ts";
import { one } from "../quantity/decimal.ts";
import type { DriverKind } from "./driver-kind.ts";
import { type InForce, type PartInForce, partInForce } from "./over-time/in-force.ts";
import { laterYearsStart } from "./over-time/year-start.ts";
import { payLevel } from "./pay-award.ts";
import { ownRow } from "./rows.ts";

/** Posts, what they are paid, and what it takes to fill them. */
export interface StaffingOptions extends InForce {
  /** How many full-time equivalents: one number, or by year. */
  readonly posts: Given | PeriodAmounts;
  /** Pounds per FTE per year, at the pay of the first year of the timeline. */
  readonly salary: Given;
  /** Employer's national insurance and pension as a share of pay. */
  readonly "on-cost"?: Given;
  /** The rise in pay on the year before: by year, one for every year after the first, or the name of an index. */
  readonly "pay award"?: Given | PeriodAmounts;
  readonly increment?: IncrementOptions;
  /** The share of posts that stands empty. */
  readonly "vacancy share"?: Given;
  /** Pounds per FTE, once, in the period in which a post is added. */
  readonly recruitment?: Given;
}

/** The yearly steps up a pay scale. */
export interface IncrementOptions {
  /** Pounds per FTE per year for each step, at the pay of the first year of the timeline. */
  readonly amount: Given;
  /** How many steps there are. */
  readonly years: Given;
}

/**
 * The cost of posts, in pounds, positive, not rounded: posts filled × (salary + increments) × pay level × (1 + on-cost), over
 * the part of each period that they are in force (by days over the days of the financial year, or by months over 12),
 * and recruitment in the period in which posts are added. Pay rises at the start of each financial year; an increment is
 * taken at the start of each financial year after that in which the posts began.
 *
 * Issue codes: `out-of-range` for negative posts, a share above 1, steps that are no whole number, or an award in the first
 * year; `end-before-start`; `wrong-unit`; `period-too-fine` for an award within a year; `malformed-period`,
 * `unknown-name`, and those of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, years } from "invest-to-save";
 * import { staffing } from "invest-to-save/drivers";
 * const workers = staffing({ posts: 4, salary: 30_000, "on-cost": "30%", "pay award": "2%", from: "Oct 2024", shares: "by months" });
 * const p = programme("Team", years("2024/25", "2026/27"), { source: "pay scales" }, cost("Workers", workers));
 * evaluate(p).rows.get("workers")?.values.join(" "); // => "78000 159120 162302.4"
 * ```
 */
export function staffing(options: StaffingOptions): Driver {
  return {
    name: "staffing",
    options,
    shape,
    usual: { shares: "by days" },
    build: (line) => buildStaffing(line, options),
  };
}

function buildStaffing(line: LineContext, options: StaffingOptions): Formula {
  const part = partInForce(line, options);
  const posts = line.row("posts in force", {
    unit: "FTE",
    totals: "average",
    formula: postsInForce(line, options, part),
  });
  const filled = filledPosts(line, options, posts);
  const paid = multiply(filled, payWithOnCost(line, options, posts));
  const formula = divide(multiply(paid, part.inForce), part.inAYear);
  if (options.recruitment === undefined) return formula;
  const pay = line.row("pay", { unit: "£", totals: "sum", formula });
  return add(pay, recruitment(line, options.recruitment, posts, part));
}

/** The posts of a period in which anything of them is in force. */
function postsInForce(line: LineContext, options: StaffingOptions, part: PartInForce): Formula {
  const posts = line.levels("posts", options.posts as Given | AnyPeriodAmounts, "FTE", { least: 0 });
  if (options.from === undefined && options.to === undefined) return posts;
  return choose(compare(part.inForce, "above", nil), posts, nil);
}

function filledPosts(line: LineContext, options: StaffingOptions, posts: Formula): Formula {
  if (options["vacancy share"] === undefined) return posts;
  const vacant = line.value("vacancy share", options["vacancy share"], "share", { least: 0, most: 1 });
  const formula = multiply(posts, subtract(constant(one, "share"), vacant));
  return line.row("posts filled", { unit: "FTE", totals: "average", formula });
}

function payWithOnCost(line: LineContext, options: StaffingOptions, posts: Formula): Formula {
  const unit = "£ per FTE per year";
  const salary = line.value("salary", options.salary, unit, { least: 0 });
  const scale = options.increment === undefined ? salary : onScale(line, options.increment, salary, posts);
  const award = options["pay award"];
  const atPay = award === undefined ? scale : multiply(scale, payLevel(line, award));
  const pay = line.row("pay per FTE", { unit, totals: "none", formula: atPay });
  if (options["on-cost"] === undefined) return pay;
  const onCost = line.value("on-cost", options["on-cost"], "share", { least: 0, most: 1 });
  const formula = multiply(pay, add(constant(one, "share"), onCost));
  return line.row("pay with on-cost per FTE", { unit, totals: "none", formula });
}

/** The salary with the steps taken: none in the year in which the posts begin, one more in each later year. */
function onScale(line: LineContext, increment: IncrementOptions, salary: Formula, posts: Formula): Formula {
  const amount = line.value(["increment", "amount"], increment.amount, "£ per FTE per year", { least: 0 });
  const years = line.value(["increment", "years"], increment.years, "number", {
    least: 0,
    whole: "yearly steps",
  });
  const name = "increments taken";
  const last = ownRow(line, name, 1);
  const begun = compare(previous(posts), "above", nil);
  const next = minimum(years, add(last, multiply(laterYearsStart(line), begun)));
  const steps = line.row(name, { unit: "number", totals: "none", formula: opening(nil, next) });
  return add(salary, multiply(amount, steps));
}

/** So much for each post added: all of them where they begin, and any rise after that. */
function recruitment(line: LineContext, given: Given, posts: Formula, { before }: PartInForce): Formula {
  const each = line.value("recruitment", given, "£ per FTE", { least: 0 });
  const first = choose(before, nil, posts);
  const rise = maximum(nil, subtract(posts, previous(posts)));
  const added = line.row("posts added", { unit: "FTE", totals: "sum", formula: opening(first, rise) });
  return line.row("recruitment cost", { unit: "£", totals: "sum", formula: multiply(added, each) });
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  posts: "any",
  salary: "any",
  "on-cost?": "any",
  "pay award?": "any",
  "increment?": { amount: "any", years: "any" },
  "vacancy share?": "any",
  "recruitment?": "any",
  "from?": "any",
  "to?": "any",
  "shares?": ["by days", "by months"],
};

export const staffingKind: DriverKind<StaffingOptions> = {
  name: "staffing",
  schema: () =>
    z.strictObject({
      posts: levelsSchema(),
      salary: givenSchema(),
      "on-cost": givenSchema().optional(),
      "pay award": levelsSchema().optional(),
      increment: z.strictObject({ amount: givenSchema(), years: givenSchema() }).optional(),
      "vacancy share": givenSchema().optional(),
      recruitment: givenSchema().optional(),
      from: periodSchema().optional(),
      to: periodSchema().optional(),
      shares: z.enum(["by days", "by months"]).optional(),
    }),
  from: staffing,
};
