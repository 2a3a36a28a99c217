import { type Formula, previous } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { InputName, LineContext } from "../programme/line.ts";
import { inputNameOf } from "../programme/names.ts";

/** What a whole number counts, and the least that it may be. */
export interface Whole {
  readonly of: "months" | "children";
  readonly least: number;
}

/** Reports a number, where one is written, that is not whole; what is named or detailed is left to its own limits. */
export function checkWhole(line: LineContext, name: InputName, given: Given, whole: Whole): void {
  if (typeof given === "number" && given >= whole.least && !Number.isInteger(given))
    notWhole(line, name, given, whole);
}

function notWhole(line: LineContext, name: InputName, given: number, { of, least }: Whole): void {
  const key = inputNameOf(name).at.join(" > ");
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
