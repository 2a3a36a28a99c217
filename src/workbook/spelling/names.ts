import type { AssumptionId } from "../../formula/formula.ts";

/** Shorter than the 255 letters that a spreadsheet allows, so that formulas stay within their own limit. */
const longest = 100;

/** What a spreadsheet would read as something else: a cell such as `q1`, a row or column such as `r` or `c2`, or a truth. */
const notNames = /^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*|true|false|\d.*)$/i;

/**
 * A defined name for each of some ids: `unit-cost` is `unit_cost`. A name starts with a letter or an underscore, has
 * letters, figures, underscores and dots in it, looks like no cell, and is taken once whatever its capitals.
 */
export function definedNames(
  ids: readonly AssumptionId[],
  taken: readonly string[],
): Map<AssumptionId, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const names = new Map<AssumptionId, string>();
  for (const id of ids) {
    const name = freeName(nameOf(id), used);
    used.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}

function nameOf(id: AssumptionId): string {
  const letters = id.replace(/[^\p{L}\p{N}.]+/gu, "_").slice(0, longest);
  return notNames.test(letters) || !/^\p{L}/u.test(letters) ? `_${letters}` : letters;
}

function freeName(name: string, used: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number++) free = `${name}_${number}`;
  return free;
}
