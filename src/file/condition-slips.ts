import type { Issue } from "../issue/issue.ts";
import { wrongValue } from "../issue/wrong-value.ts";
import { type Bounds, bounds } from "../programme/condition.ts";
import { readAmount } from "../quantity/amount.ts";
import { isMapping } from "./line.ts";

/** The bound that a sign of comparison stands for. */
const boundOfSign: Readonly<Record<string, keyof Bounds>> = {
  ">": "above",
  "<": "below",
  ">=": "at least",
  "≥": "at least",
  "<=": "at most",
  "≤": "at most",
  "=": "equal to",
  "==": "equal to",
};
const comparison = /^(.*?)\s*(>=|≥|<=|≤|==?|>|<)\s*(\S.*)$/;

/** Conditions that are written with a sign of comparison, as “balance > 1”, each with the keys that say the same. */
export function conditionSlips(conditions: unknown): Issue[] {
  if (!isMapping(conditions)) return [];
  return Object.entries(conditions).flatMap(([label, given]) => {
    const path = ["conditions", label];
    const found = isMapping(given) ? slipIn(given) : compared("", given);
    if (found === undefined) return [];
    const { key, is, of, bound } = found;
    const at = key === "" ? path : [...path, key];
    const whole = `{ ${of === "total of" ? of : "row"}: ${rowName(found.row)}, ${is}: ${bound} }`;
    const hint = of === "bound" ? `write the number alone: ${key}: ${bound}` : `write it like ${whole}`;
    return [wrongValue(at, "a row, and a bound under a key such as “above”", found.written, hint)];
  });
}

/** A comparison in signs: the key it stands under, what it is of, and the bound that its sign means. */
interface Compared {
  readonly key: string;
  readonly of: "row" | "total of" | "bound";
  readonly row: string;
  readonly is: keyof Bounds;
  readonly bound: string;
  readonly written: string;
}

function slipIn(given: Readonly<Record<string, unknown>>): Compared | undefined {
  const keys = Object.keys(given);
  const hasBound = keys.some((key) => isBound(key));
  for (const key of keys) {
    const found = compared(key, given[key]);
    if (found === undefined) continue;
    if (isBound(key)) {
      // A name may start with a sign; a sign before a number is none.
      if (found.row === "" && readAmount(found.bound).ok) return { ...found, of: "bound" };
    } else if ((key === "row" || key === "total of") && found.row !== "" && !hasBound)
      return { ...found, of: key };
    else if (found.row === "" && !keys.includes("row") && !["says", "severity", "from", "to"].includes(key))
      return { ...found, row: key };
  }
  return undefined;
}

function compared(key: string, text: unknown): Compared | undefined {
  const [written, row = "", sign = "", bound = ""] =
    comparison.exec(typeof text === "string" ? text.trim() : "") ?? [];
  const is = boundOfSign[sign];
  return written === undefined || is === undefined ? undefined : { key, of: "row", row, is, bound, written };
}

/** The balance goes by the name of its driver in many a first draft. */
function rowName(row: string): string {
  return row === "" || row === "balances" ? "balance" : row;
}

function isBound(key: string): key is keyof Bounds {
  return (bounds as readonly string[]).includes(key);
}
