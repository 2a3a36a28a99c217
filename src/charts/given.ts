import { checkKeyed, isKeyed } from "../issue/given.ts";
import type { Issue } from "../issue/issue.ts";
import { refuseErrors } from "../issue/refusal.ts";
import { notAmong, wrongValue } from "../issue/wrong-value.ts";
import { isUnit } from "../quantity/unit.ts";
import { scales } from "../sheet/scale.ts";
import { checkTable } from "../table/given.ts";

/** Refuses what no chart can be drawn of: what is no table, and options with values that they cannot have. */
export function checkCharted(table: unknown, options: unknown): void {
  checkTable(table);
  checkChartOptions(options);
}

/** Refuses options of a chart with values that they cannot have. */
export function checkChartOptions(options: unknown): void {
  refuseErrors(chartFaults(options));
}

/** Refuses the same, and plain data that does not say what was measured, or in what. */
export function checkMeasured(options: unknown): void {
  const faults = chartFaults(options);
  const { measure, in: unit, of } = options as Readonly<Record<string, unknown>>;
  if (typeof measure !== "string") faults.push(wrongValue(["options", "measure"], "text", measure));
  if (of !== undefined && typeof of !== "string") faults.push(wrongValue(["options", "of"], "text", of));
  if (unit !== undefined && !isUnit(unit)) faults.push(notAUnit(unit));
  refuseErrors(faults);
}

/** Refuses what is no list of things that are called something under a key, such as the bars of a tornado. */
export function checkNamed(given: unknown, what: string, key: string): void {
  const expected = `a list of ${what}s`;
  if (!Array.isArray(given)) refuseErrors([wrongValue([`${what}s`], expected, given)]);
  const each = Array.from(given as readonly unknown[], (one, at): Issue[] => {
    const path = [`${what} ${at + 1}`];
    if (!isKeyed(one)) return [wrongValue(path, "keys with values", one)];
    return typeof one[key] === "string" ? [] : [wrongValue([...path, key], "text", one[key])];
  });
  refuseErrors(each.flat());
}

function chartFaults(options: unknown): Issue[] {
  checkKeyed(options, ["options"]);
  const { unit, width, most } = options as Readonly<Record<string, unknown>>;
  const faults: Issue[] = [];
  const words = Object.keys(scales);
  if (unit !== undefined && !words.includes(unit as string))
    faults.push(notAmong(["options", "unit"], words, unit));
  if (width !== undefined && !isAboveNil(width))
    faults.push(wrongValue(["options", "width"], "a width in pixels, such as 640", width));
  if (most !== undefined && !(isAboveNil(most) && Number.isInteger(most)))
    faults.push(wrongValue(["options", "most"], "how many bars, a whole number from 1 on", most));
  return faults;
}

function isAboveNil(given: unknown): boolean {
  return typeof given === "number" && Number.isFinite(given) && given > 0;
}

function notAUnit(given: unknown): Issue {
  const fault = wrongValue(["options", "in"], "a unit, such as £, share or years", given);
  return { ...fault, code: typeof given === "string" ? "unknown-unit" : "wrong-shape" };
}
