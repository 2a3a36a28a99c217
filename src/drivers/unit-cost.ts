import * as z from "zod";
import { divide, type Formula, fact, multiply, nil } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { AnyPeriodAmounts, Driver, LineContext, PeriodAmounts } from "../programme/line.ts";
import type { OptionShape } from "../programme/option-shape.ts";
import { amountSchema, givenSchema, levelsSchema } from "../programme/schema.ts";
import { type Amount, isName } from "../quantity/amount.ts";
import { dimensionWords, isUnit, type Unit } from "../quantity/unit.ts";
import type { DriverKind } from "./driver-kind.ts";
import { monthsPerYear } from "./over-time/in-force.ts";
import { weeksOf } from "./over-time/weeks.ts";

type AfterPounds<U> = U extends `£ per ${infer Per}` ? Per : never;

/** What a unit cost is per: `conference`, `child per week`, `family per year`. */
export type Per = AfterPounds<Unit>;

/** So much for each of a number of things: of those done in a period, or of those there are over its time. */
export interface UnitCostOptions {
  /** Pounds per what `per` says. */
  readonly cost: Given;
  /** `conference` for a volume; `child per week`, `child per month` or `child per year` for a number. */
  readonly per: Per;
  /** How many are done in each period, as amounts by period; or the name of a row of them. */
  readonly volume?: Amount | PeriodAmounts;
  /** How many there are at one time: one number, by year, or the name of a row. */
  readonly number?: Given | PeriodAmounts;
  /** For a cost per week: 52, `365/7`, `actual` (the days of each year over 7), or an assumption of weeks per year. */
  readonly "weeks per year"?: Given;
}

/**
 * So much for each of a number of things, in pounds, positive, not rounded. Of a `volume` (so many in a period): volume ×
 * cost. Of a `number` (so many at one time): number × cost × the years, months or weeks of the period, where the day count
 * of weeks is stated.
 *
 * Issue codes: `wrong-unit` for a thing or a time that cannot be counted; `missing-key` and `wrong-shape` unless exactly one of
 * volume and number is given, and weeks per year just where the cost is per week; `out-of-range`; `unknown-name`, and
 * those of reading an amount or a period.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, years } from "invest-to-save";
 * import { unitCost } from "invest-to-save/drivers";
 * const homes = unitCost({ cost: 2_995, per: "child per week", number: 2, "weeks per year": 52 });
 * const p = programme("Homes", years("2024/25", "2025/26"), { source: "unit costs 2014" }, cost("Homes", homes));
 * evaluate(p).rows.get("homes")?.values.join(" "); // => "311480 311480"
 * ```
 */
export function unitCost(options: UnitCostOptions): Driver {
  return { name: "unit cost", options, shape, build: (line) => buildUnitCost(line, options) };
}

function buildUnitCost(line: LineContext, options: UnitCostOptions): Formula {
  const [thing = "", time, ...more] = options.per.split(" per ");
  // A unit such as child weeks is there for what can be counted, and only for that.
  if (!isUnit(`${thing} weeks`) || more.length > 0) return notCounted(line, options.per);
  const things = dimensionWords(new Map([[thing, 1]])) as Unit;
  if (options.volume !== undefined && options.number !== undefined) return notOne(line, options);
  if (options["weeks per year"] !== undefined && time !== "week") noWeeks(line, options.per);
  if (options.number === undefined) {
    if (time !== undefined)
      return missing(line, "number", `${things} at one time`, `a cost per ${options.per}`);
    if (options.volume === undefined)
      return missing(line, "volume", `${things} by period`, `a cost per ${options.per}`);
    const cost = line.value("cost", options.cost, `£ per ${thing}` as Unit, { least: 0 });
    return multiply(volumeOf(line, options.volume, things), cost);
  }
  if (time === undefined) return notOverTime(line, thing);
  const over = timeOf(line, time, options);
  const cost = line.value("cost", options.cost, `£ per ${options.per}` as Unit, { least: 0 });
  const given = options.number as Given | AnyPeriodAmounts;
  const number = line.levels("number", given, things, { least: 0 });
  if (over === undefined) return nil;
  const formula = multiply(number, cost, over.times);
  return over.dividedBy === undefined ? formula : divide(formula, over.dividedBy);
}

/** Amounts by period; or by name a row of so many a period, or an assumption of so many a year. */
function volumeOf(line: LineContext, volume: Amount | PeriodAmounts, things: Unit): Formula {
  if (!isName(volume)) return line.amounts("volume", volume as Amount | AnyPeriodAmounts, things);
  const { node } = line.named("volume", volume);
  if (node !== "row" && node !== "assumption") return nil;
  const perYear = node === "assumption";
  const unit = (perYear ? `${things} per year` : things) as Unit;
  const found = line.value("volume", volume, unit, { least: 0 });
  const formula = perYear ? divide(multiply(found, fact("months")), monthsPerYear) : found;
  return line.row("volume in the period", { unit: things, totals: "sum", formula });
}

/** The time of a period in the unit of the cost; what divides it comes last, so that whole years stay exact. */
interface OverTime {
  readonly times: Formula;
  readonly dividedBy?: Formula;
}

function timeOf(line: LineContext, time: string, options: UnitCostOptions): OverTime | undefined {
  if (time === "year") return { times: fact("months"), dividedBy: monthsPerYear };
  if (time === "month") return { times: fact("months") };
  if (time !== "week") {
    notCounted(line, options.per);
    return undefined;
  }
  const given = options["weeks per year"];
  if (given === undefined) {
    missing(line, "weeks per year", "52, 365/7 or actual", "a cost per week");
    return undefined;
  }
  const formula = weeksOf(line, given);
  return { times: line.row("weeks", { unit: "weeks", totals: "sum", formula }) };
}

function notCounted(line: LineContext, per: string): Formula {
  line.fault("per", {
    code: "wrong-unit",
    message: `${line.label} cannot have a cost per ${per}`,
    expected: "a thing that is counted, such as conference, or child per week, per month or per year",
    received: per,
    hint: "write one of it, such as “child” and not “children”",
  });
  return nil;
}

function missing(line: LineContext, name: string, expected: string, because: string): Formula {
  line.fault(name, {
    code: "missing-key",
    message: `${line.label} has ${because} and no “${name}”`,
    expected,
    received: "nothing",
    hint: `add “${name}:”`,
  });
  return nil;
}

function notOne(line: LineContext, { per }: UnitCostOptions): Formula {
  line.fault("number", {
    code: "wrong-shape",
    message: `${line.label} has both a volume and a number`,
    expected: "a volume for what is done in a period, or a number for what is there at one time",
    received: "both",
    hint: per.includes(" per ") ? "take the volume out" : "take the number out",
  });
  return nil;
}

function notOverTime(line: LineContext, thing: string): Formula {
  line.fault("per", {
    code: "wrong-unit",
    message: `${line.label} has a number of them at one time, and a cost that is not over time`,
    expected: `${thing} per year, ${thing} per month or ${thing} per week`,
    received: thing,
    hint: `write “per: ${thing} per year”, or give a volume in place of the number`,
  });
  return nil;
}

function noWeeks(line: LineContext, per: string): void {
  line.fault("weeks per year", {
    code: "wrong-shape",
    message: `${line.label} has weeks per year and a cost per ${per}`,
    expected: "weeks per year only where the cost is per week",
    received: "weeks per year",
    hint: "take “weeks per year” out, or mend what the cost is per",
  });
}

/** What its options look like, for those given in code. */
const shape: OptionShape = {
  cost: "any",
  per: "text",
  "volume?": "any",
  "number?": "any",
  "weeks per year?": "any",
};

export const unitCostKind: DriverKind<UnitCostOptions> = {
  name: "unit cost",
  schema: () =>
    z.strictObject({
      cost: givenSchema(),
      per: z.string().meta({ description: "what it is per: conference, child per week, family per year" }),
      volume: z.union([amountSchema(), z.record(z.string(), amountSchema())]).optional(),
      number: levelsSchema().optional(),
      "weeks per year": givenSchema().optional(),
    }),
  from: unitCost,
};
