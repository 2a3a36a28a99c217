import { isDecimal, numeral } from "../../quantity/decimal.ts";
import { isOfAppraisal } from "../appraisal-ids.ts";
import type { Assumption } from "../assumption.ts";
import { kindOf } from "../building/statement.ts";
import type { Part, Programme } from "../programme.ts";
import { sha256 } from "./sha256.ts";

/** Where a thing stood in its file, which says nothing about the model itself. */
const placeKeys = new Set(["path", "optionsPath"]);

/** Which options a driver would take is the library's matter; the model is those that it was given. */
function isOwn(of: object, key: string): boolean {
  return !placeKeys.has(key) && !(key === "shape" && "build" in of);
}

/**
 * The SHA-256, in hexadecimal digits, of everything that enters a programme: its title, timeline, options and parts, and
 * the values of its assumptions as they stand. Two outputs with the same one come from the same inputs; setting an
 * assumption or choosing a scenario changes it, and where a thing stands in its file does not. Appraised on the terms of its
 * model a programme keeps its fingerprint, since these are among its options; other terms that were asked for change it.
 */
export function fingerprint(programme: Programme): string {
  const { title, timeline, options, parts, assumptions, appraisedOn } = programme;
  const values = [...assumptions.values()]
    .filter((one) => !followsFromTerms(one))
    .map(({ id, unit, value }) => ({ id, unit, value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const asked = Object.values(appraisedOn?.asked ?? {}).some((term) => term !== undefined);
  const terms = asked ? { terms: appraisedOn?.asked } : {};
  return sha256(canonical({ title, timeline, options, parts: byKind(parts), values, ...terms }));
}

/** Costs, funding and savings, assumptions and conditions may be mixed in code; only the order within a kind is seen. */
function byKind(parts: readonly Part[]): readonly Part[] {
  const kind = (part: Part) => (part.part === "line" || part.part === "group" ? kindOf(part) : part.part);
  const kinds = parts.map(kind).sort();
  return [...new Set(kinds)].flatMap((one) => parts.filter((part) => kind(part) === one));
}

/** What an appraisal adds for itself is no input, unless somebody set it. */
function followsFromTerms({ id, set }: Assumption): boolean {
  return isOfAppraisal(id) && set === undefined;
}

/**
 * Data as JSON with its keys in order; a number and its numeral are the same, functions are left out, and so is what holds
 * nothing: a programme built in code and the same one read from its file differ only in empty lists of names.
 */
function canonical(value: unknown): string {
  if (isDecimal(value)) return JSON.stringify(numeral(value));
  if (typeof value === "number" || typeof value === "bigint") return JSON.stringify(String(value));
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([key, of]) => of !== undefined && typeof of !== "function" && isOwn(value, key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => ({ key, text: canonical(of) }))
    .filter(({ text }) => text !== "{}" && text !== "[]")
    .map(({ key, text }) => `${JSON.stringify(key)}:${text}`);
  return `{${entries.join()}}`;
}
