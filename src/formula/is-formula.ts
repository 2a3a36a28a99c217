import { isDecimal } from "../quantity/decimal.ts";
import type { Formula } from "./formula.ts";

/** What each node holds: formulas under some keys, lists of them under others, or what a leaf says. */
const parts: Readonly<
  Record<Formula["node"], { one?: readonly string[]; many?: readonly string[]; says?: string }>
> = {
  constant: { says: "value" },
  assumption: { says: "id" },
  series: { says: "id" },
  fact: { says: "fact" },
  row: { says: "id" },
  total: { says: "id" },
  opening: { one: ["first", "then"] },
  add: { many: ["terms"] },
  subtract: { one: ["from", "less"] },
  multiply: { many: ["factors"] },
  divide: { one: ["value", "by"] },
  root: { one: ["of"] },
  minimum: { many: ["of"] },
  maximum: { many: ["of"] },
  compare: { one: ["left", "right"] },
  choose: { one: ["when", "then", "otherwise"] },
  round: { one: ["value", "to"] },
};

/** Whether something is a formula through and through, as whoever writes drivers without types may not have seen to. */
export function isFormula(value: unknown): value is Formula {
  // Each part once, however often it is shared; and one after the other, however deep they lie.
  const seen = new Set<unknown>([value]);
  for (const own of seen) {
    const inside = partsIn(own);
    if (inside === undefined) return false;
    for (const part of inside) seen.add(part);
  }
  return true;
}

/** The parts of a node; `undefined` where it is none. */
function partsIn(value: unknown): unknown[] | undefined {
  if (typeof value !== "object" || value === null || !("node" in value)) return undefined;
  const own = value as Readonly<Record<string, unknown>>;
  const kind = own["node"];
  if (typeof kind !== "string" || !Object.hasOwn(parts, kind)) return undefined;
  const { one = [], many = [], says } = parts[kind as Formula["node"]];
  if (says !== undefined && !(says === "value" ? isDecimal(own[says]) : typeof own[says] === "string"))
    return undefined;
  const lists = many.map((key) => own[key]);
  if (!lists.every(Array.isArray)) return undefined;
  return [...one.map((key) => own[key]), ...lists.flatMap((list) => Array.from(list as unknown[]))];
}
