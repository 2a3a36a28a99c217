import * as z from "zod";
import {
  compare,
  constant,
  divide,
  type Formula,
  fact,
  multiply,
  nil,
  round,
} from "../../formula/formula.ts";
import { received, seen } from "../../issue/received.ts";
import { type Given, isDetailed } from "../../programme/assumption.ts";
import type { Limits } from "../../programme/limits.ts";
import type { InputName, LineContext } from "../../programme/line.ts";
import { inputNameOf } from "../../programme/names.ts";
import { one } from "../../quantity/decimal.ts";
import { type DurationText, looksLikeDuration, parseDuration } from "../../time/duration.ts";
import { periodMonths } from "../../time/period.ts";
import { monthsPerYear } from "./in-force.ts";

/** A length of time: so many months, quarters or years. A bare number is years, on every timeline. */
export type Length = number | DurationText;

export const lengthSchema = () =>
  z
    .union([z.number(), z.string()])
    .meta({ description: "a length of time: 6 months, 1 quarter, 2 years; a bare number is years" });

/**
 * A length of time as whole periods of the timeline, for what it sets is the structure of a line: another lag is another
 * formula. None where there is none, and never more than the timeline has. Issue codes: `period-too-fine` for a part of a
 * period, `out-of-range` below nil, `wrong-shape`.
 */
export function periodsOf(line: LineContext, name: InputName, given: Length = 0): number {
  return Math.min(wholePeriods(line, name, given) ?? 0, line.timeline.count);
}

/** A length of time as whole years, at least one. Issue codes: `out-of-range` for a part of a year, `wrong-shape`. */
export function yearsOf(line: LineContext, name: InputName, given: Length): number {
  const months = monthsOf(line, name, given);
  if (months === undefined) return 1;
  if (months > 0 && months % 12 === 0) return months / 12;
  refuse(line, name, given, "out-of-range", "a whole number of years, 1 or more", "round it to whole years");
  return 1;
}

/** The whole periods that a length of time is; `undefined` after reporting a fault. */
function wholePeriods(line: LineContext, name: InputName, given: Length): number | undefined {
  const { timeline } = line;
  const months = monthsOf(line, name, given);
  if (months === undefined || months % periodMonths(timeline) === 0)
    return months && months / periodMonths(timeline);
  const finer = months % 3 === 0 ? "quarter" : "month";
  const expected = `whole ${timeline.grain}s, since the model is by ${timeline.grain}`;
  const hint = `round it to whole ${timeline.grain}s, or give the model “by: ${finer}”`;
  refuse(line, name, given, "period-too-fine", expected, hint);
  return undefined;
}

/** The months that a length of time is; `undefined` after reporting a fault. */
function monthsOf(line: LineContext, name: InputName, given: Length): number | undefined {
  if (typeof given === "number" && given < 0) {
    refuse(line, name, given, "out-of-range", "a length of time of 0 or more", "check the sign");
    return undefined;
  }
  const read = parseDuration(typeof given === "number" ? `${given} years` : given);
  if (read.ok) return read.value.months;
  const code = read.reason === "finer" ? "period-too-fine" : "wrong-shape";
  refuse(line, name, given, code, read.expected, read.hint);
  return undefined;
}

function refuse(
  line: LineContext,
  name: InputName,
  given: Length,
  code: "out-of-range" | "period-too-fine" | "wrong-shape",
  expected: string,
  hint: string,
): void {
  const key = inputNameOf(name).at.join(" > ");
  const words = typeof given === "number" ? `${given} years` : seen(given);
  const message = `${line.label} cannot have “${key}” of ${words}`;
  line.fault(name, { code, message, expected, received: received(given), hint });
}

type LengthUnit = "months" | "years";

/**
 * A length of time as an input, and from it a formula in the unit that is asked for. The input has the unit that it is
 * written in, so that a run sets months where the file has months; a bare number is in `bare`. What is written must be
 * whole periods where periods are asked for; what is named or set for a run is left to the formula, or held
 * to whole months where `whole` says so.
 */
export function lengthInput(
  line: LineContext,
  name: InputName,
  given: Given,
  as: LengthUnit | "periods",
  { bare, whole, ...limits }: Limits & { readonly bare: LengthUnit },
): Formula {
  const isText = typeof given === "string" && looksLikeDuration(given);
  const stated = isText || (typeof given === "number" && bare === "years") ? (given as Length) : undefined;
  if (stated !== undefined && as === "periods" && wholePeriods(line, name, stated) === undefined) return nil;
  if (isText && monthsOf(line, name, given as Length) === undefined) return nil;
  const { value, unit } = inUnit(line, given, bare);
  const input = line.value(name, value, unit, whole === unit ? { ...limits, whole } : limits);
  if (whole === "months" && unit === "years") holdWholeMonths(line, name, input);
  if (unit === as) return input;
  if (as === "years") return divide(input, monthsPerYear);
  const months = unit === "years" ? multiply(input, monthsPerYear) : input;
  return as === "months" ? months : divide(months, fact("months"));
}

/** Says of a number of years that it is whole months, whatever it is set to. */
function holdWholeMonths(line: LineContext, name: InputName, years: Formula): void {
  const whole = round(multiply(years, monthsPerYear), constant(one, "months"), "down");
  const { called } = inputNameOf(name);
  line.relation(name, {
    label: `${line.label}: ${called} is a whole number of months`,
    formula: compare(years, "equal to", divide(whole, monthsPerYear)),
    code: "out-of-range",
    message: `${line.label} cannot have “${called}” of {left}, which is no whole number of months`,
    expected: "a whole number of months",
    received: "{left}",
    hint: "round it to whole months",
  });
}

/** A length of time in the unit that it says: as text, as a number with its detail, or by the name of an assumption. */
function inUnit(line: LineContext, given: Given, bare: LengthUnit): { value: Given; unit: LengthUnit } {
  if (typeof given === "string") {
    const read = looksLikeDuration(given) ? parseDuration(given) : undefined;
    if (read?.ok) return { value: read.value.count, unit: read.value.unit };
  }
  const unit = typeof given === "string" ? line.unitOf(given) : isDetailed(given) ? given.unit : undefined;
  return { value: given, unit: unit === "months" || unit === "years" ? unit : bare };
}
