import { type Formula, previous } from "../formula/formula.ts";
import type { InputName, LineContext } from "../programme/line.ts";

/** What a whole number counts, and the least that it may be. */
export interface Whole {
  readonly of: "periods" | "years";
  readonly least: number;
}

/**
 * A whole number that sets the structure of a line, such as a lag in periods: it is no input, since another lag is
 * another formula. Issue code: `out-of-range`.
 */
export function wholeNumber(line: LineContext, name: InputName, given: number, whole: Whole): number {
  if (Number.isInteger(given) && given >= whole.least) return given;
  notWhole(line, name, given, whole);
  return whole.least;
}

function notWhole(line: LineContext, name: InputName, given: number, { of, least }: Whole): void {
  const key = typeof name === "string" ? name : name.join(" > ");
  line.fault(name, {
    code: "out-of-range",
    message: `${line.label} cannot have “${key}” of ${given} ${of}`,
    expected: `a whole number of ${of}, ${least} or more`,
    received: String(given),
    hint: `round it to whole ${of}`,
  });
}

/** A row so many periods before; nil before the first period of the timeline. */
export function earlier(of: Formula, periods: number): Formula {
  return Array.from({ length: periods }).reduce<Formula>(previous, of);
}
