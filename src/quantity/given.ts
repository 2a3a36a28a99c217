import { checkWord, refuseGiven } from "../issue/given.ts";
import { isDecimal } from "./decimal.ts";
import { exampleUnits, isUnit } from "./unit.ts";

/** Refuses what is no decimal that can be added up; `name` is that of the argument. */
export function checkDecimal(given: unknown, name: string): void {
  if (isDecimal(given) && given.isFinite()) return;
  refuseGiven([name], "a decimal, as decimal(5) gives it", given, "make it one by decimal()");
}

/** Refuses what is no unit of the list, with the nearest that is. */
export function checkUnit(given: unknown, name: string): void {
  if (!isUnit(given)) checkWord(given, exampleUnits, [name]);
}
