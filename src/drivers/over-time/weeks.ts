import { constant, divide, type Formula, fact, multiply } from "../../formula/formula.ts";
import type { Given } from "../../programme/assumption.ts";
import type { LineContext } from "../../programme/line.ts";
import { decimal } from "../../quantity/decimal.ts";
import { monthsPerYear } from "./in-force.ts";

const daysPerWeek: Formula = constant(decimal(7), "days per week");

/**
 * The weeks of a period by the day count that is named under “weeks per year”: a number such as 52, by months; `365/7`, by
 * months; or `actual`, the days of the period over 7.
 */
export function weeksOf(line: LineContext, given: Given): Formula {
  const text = typeof given === "string" ? given.replace(/\s/g, "") : undefined;
  if (text === "actual") return divide(fact("days"), daysPerWeek);
  if (text === "365/7") {
    const days = multiply(fact("months"), constant(decimal(365), "days per year"));
    return divide(days, multiply(monthsPerYear, daysPerWeek));
  }
  const weeks = line.value("weeks per year", given, "weeks per year", { least: 0, most: 53 });
  return divide(multiply(weeks, fact("months")), monthsPerYear);
}
