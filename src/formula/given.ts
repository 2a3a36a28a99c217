import { checkText, checkWhole, refuseGiven } from "../issue/given.ts";
import { checkUnit } from "../quantity/given.ts";

/** The comparisons, in words. */
export const comparisons = ["at most", "below", "at least", "above", "equal to", "unlike"] as const;

/** What a formula may know of its period. */
export const periodFacts = [
  "index",
  "year index",
  "first day",
  "last day",
  "days",
  "year days",
  "first month",
  "months",
  "years",
] as const;

/** Refuses what is no node of a formula: its parts were looked at when they were made. `of` is the function that was asked. */
export function checkFormulas(of: string, ...given: readonly unknown[]): void {
  for (const one of given) {
    if (isNode(one)) continue;
    const hint = "give what the functions of formula make, such as formula.row or formula.add";
    refuseGiven([of], "a formula", one, hint);
  }
}

function isNode(given: unknown): boolean {
  return (
    typeof given === "object" && given !== null && typeof (given as { node?: unknown }).node === "string"
  );
}

/** Refuses what is no id of a row or an assumption. */
export function checkId(given: unknown): void {
  checkText(given, ["id"], "the id of a row or an assumption, such as “unit-cost”");
}

/** Refuses what is no number of periods before. */
export function checkLag(given: unknown): void {
  const expected = "a whole number of periods before, from 0 on";
  checkWhole(given, ["lag"], { least: 0, most: Number.MAX_SAFE_INTEGER, expected });
}

/** Refuses what is no unit, where any may stand too. */
export function checkConstantUnit(given: unknown): void {
  if (given !== "any") checkUnit(given, "unit");
}

/** Refuses a reading that does not say what a node means. */
export function checkReading(given: unknown, node: string): void {
  const says = (typeof given === "object" && given !== null) || typeof given === "function";
  if (says && typeof (given as Record<string, unknown>)[node] === "function") return;
  refuseGiven(["reading"], `a reading that says what ${node} means`, given);
}
