import type { AssumptionId } from "../formula/formula.ts";
import { textOf } from "../issue/unknown-name.ts";
import { isDecimal } from "../quantity/decimal.ts";
import { asPrinted } from "../time/span.ts";
import { inputIdOf, labelledIn, namedIn } from "./names.ts";
import type { Programme } from "./programme.ts";

/** An input by its name, and the period that is named with it; without an id there is none of that name. */
export interface InputNamed {
  readonly name: string;
  readonly id?: AssumptionId;
  readonly period?: string;
}

/**
 * The input that a name stands for, by id or label: alone, with a period as in `rent@2025/26`, or as in `rent.2025/26` where
 * it has amounts by period. An input that is called by its year, as the ends of a ramp are, has it in any spelling.
 */
export function inputNamed(
  { assumptions, timeline }: Pick<Programme, "assumptions" | "timeline">,
  given: string,
): InputNamed {
  const name = textOf(given);
  const isWhole = !name.includes("@") && assumptions.has(inputIdOf(name));
  if (!isWhole && labelledIn(assumptions, name) === undefined) {
    for (const sign of ["@", "."]) {
      const at = name.lastIndexOf(sign);
      const before = name.slice(0, Math.max(at, 0));
      const id = namedIn(assumptions, before);
      if (id !== undefined && (sign === "@" || !isDecimal(assumptions.get(id)?.value)))
        return { name: before, id, period: name.slice(at + 1).trim() };
    }
  }
  const id = namedIn(assumptions, name) ?? namedIn(assumptions, yearPrinted(name, timeline.yearStart));
  return id === undefined ? { name: name.split("@")[0] ?? "" } : { name, id };
}

/** A name with the year after its dot as it is printed: `fees.25/26` is `fees.2025/26`. */
function yearPrinted(name: string, yearStart: number): string {
  const after = name.lastIndexOf(".") + 1;
  return `${name.slice(0, after)}${asPrinted(name.slice(after), yearStart) ?? name.slice(after)}`;
}
