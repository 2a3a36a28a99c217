import { divide, type Formula, fact, maximum, multiply, nil } from "../../formula/formula.ts";
import { type Given, isDetailed, isOne } from "../../programme/assumption.ts";
import type { AnyPeriodAmounts, InputName, LineContext, PeriodAmounts } from "../../programme/line.ts";
import { levelsSchema } from "../../programme/schema.ts";
import { isName } from "../../quantity/amount.ts";
import type { Unit } from "../../quantity/unit.ts";
import { monthsPerYear } from "./in-force.ts";

/**
 * Amounts by period as an option takes them: by year, quarter or month; one amount for every year; a number per year with
 * its detail; or the name of a line, or of an assumption per year.
 */
export type ByPeriod = Given | PeriodAmounts;

/** What a file may write for amounts by period. */
export const byPeriodSchema = () => levelsSchema();

/**
 * An option by period as a formula, in a unit such as £. Amounts by period are split to the penny where it is money; a
 * number per year is taken by months; a line that is named counts in the same period, and never below nil.
 */
export function byPeriod(line: LineContext, name: InputName, given: ByPeriod, unit: Unit): Formula {
  if (!isOne(given)) return line.amounts(name, given as AnyPeriodAmounts, unit);
  if (!isName(given) && !isDetailed(given)) return line.amounts(name, given, unit);
  if (isName(given)) {
    const named = line.named(name, given);
    // What is drawn or found may be what a row has above nil; a count below nil is a slip, and check says so.
    if (named.node === "row")
      return maximum(nil, unit === "£" ? named : line.value(name, given, unit, { least: 0 }));
    if (named.node !== "assumption") return nil;
  }
  const perYear = line.value(name, given, `${unit} per year` as Unit, { least: 0 });
  return divide(multiply(perYear, fact("months")), monthsPerYear);
}

/** A level by period, or one for all: a share, a rate or a sum that a period takes whole from its year. */
export function levelByPeriod(
  line: LineContext,
  name: InputName,
  given: ByPeriod,
  unit: Unit,
  most?: number,
): Formula {
  const limits = most === undefined ? { least: 0 } : { least: 0, most };
  return line.levels(name, given as Given | AnyPeriodAmounts, unit, limits);
}

/** Whether the line is one of funding; a fault where it is not. */
export function isFunding(line: LineContext, what: string): boolean {
  if (line.kind === "funding") return true;
  line.fault("", {
    code: "wrong-shape",
    message: `${line.label} cannot be ${what}: it is a ${line.kind}`,
    expected: "a line of funding",
    received: `a ${line.kind}`,
    hint: "move the line to funding, or give it amounts",
  });
  return false;
}
