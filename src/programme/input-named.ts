import type { AssumptionId } from "../formula/formula.ts";
import { textOf } from "../issue/unknown-name.ts";
import { isDecimal } from "../quantity/decimal.ts";
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
 * it has amounts by period.
 */
export function inputNamed({ assumptions }: Pick<Programme, "assumptions">, given: string): InputNamed {
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
  const id = namedIn(assumptions, name);
  return id === undefined ? { name: name.split("@")[0] ?? "" } : { name, id };
}
