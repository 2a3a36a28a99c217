import { textOf } from "../issue/unknown-name.ts";
import type { CalledInput, InputName } from "./line.ts";

/**
 * The id of a label: lower case, accents dropped, words joined by hyphens; `Set up costs` is `set-up-costs`. Throws nothing:
 * what is no text has an empty id.
 *
 * @example
 * ```ts
 * import { idOf } from "invest-to-save";
 * idOf("Sub-Total Ongoing Costs");
 * // => "sub-total-ongoing-costs"
 * ```
 */
export function idOf(label: string): string {
  return textOf(label)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** The keys that lead to an input, and what it is called beside its line. */
export function inputNameOf(name: InputName): CalledInput {
  if (typeof name === "object" && "called" in name) return name;
  const at = typeof name === "string" ? (name === "" ? [] : [name]) : name;
  return { at, called: at.join(" ") };
}

/** The id that a written name stands for, where a dot joins a line and one of its inputs: `Rent.from` is `rent.from`. */
export function inputIdOf(name: string): string {
  return textOf(name).split(".").map(idOf).join(".");
}

/**
 * The id of what a name stands for: by its id, with a dot between a line and one of its inputs, or else by its label, in
 * capitals or not. An id goes before a label that is spelled like it. Every name that is looked up in a programme is looked up here.
 */
export function namedIn<Id extends string>(
  things: ReadonlyMap<Id, { readonly label: string }>,
  name: string,
): Id | undefined {
  const byId = [inputIdOf(name), idOf(name)].find((id): id is Id => things.has(id as Id));
  return byId ?? labelledIn(things, name);
}

/** The id of what has just that label, in capitals or not. */
export function labelledIn<Id extends string>(
  things: ReadonlyMap<Id, { readonly label: string }>,
  name: string,
): Id | undefined {
  const wanted = textOf(name).trim().toLowerCase();
  return [...things.keys()].find((id) => things.get(id)?.label.toLowerCase() === wanted);
}

/**
 * Whether some plain data says a name anywhere, in a text or a key, also within a longer text such as a formula. It may find
 * one that is not meant; it never misses one.
 */
export function mentions(data: unknown, id: string): boolean {
  if (typeof data === "string") return idOf(data).includes(id);
  if (typeof data !== "object" || data === null) return false;
  return Object.entries(data).some(([key, value]) => mentions(key, id) || mentions(value, id));
}

/** Whether a label is one that a file could not give back: a whole number, or a key with a meaning of its own. */
export function isNoLabel(label: string): boolean {
  return /^\d+$/.test(label) || label === "lines" || label === "__proto__";
}
