import { isKeyed } from "../issue/given.ts";
import type { Issue } from "../issue/issue.ts";
import { didYouMean } from "../issue/nearest-name.ts";
import { refuseErrors } from "../issue/refusal.ts";
import { unknownKey } from "../issue/unknown-key.ts";
import { notAmong, wrongValue } from "../issue/wrong-value.ts";
import { isDecimal } from "../quantity/decimal.ts";

/**
 * What the options of a driver look like, as plain data: the words that one may be; keys, each with what stands under it (a
 * `?` ends one that may be left out, `*` stands for every name), or any keys at all; a list; text, or text with words in it; an amount; a list of names, or of
 * anything; a whole number; true or false; something by period; or `any`, where whoever reads the option says what is wrong with it.
 */
export type OptionShape =
  | "any"
  | "text"
  | "words"
  | "amount"
  | "names"
  | "list"
  | "keys"
  | "whole number"
  | "true or false"
  | "by period"
  | readonly string[]
  | readonly [{ readonly [key: string]: OptionShape }]
  | { readonly [key: string]: OptionShape };

type Path = readonly string[];

/** The faults of options by their shape: a key that has no meaning, one that is missing, a value that it cannot have. */
export function optionFaults(shape: OptionShape | undefined, value: unknown, path: Path): Issue[] {
  if (shape === undefined) return [];
  if (value === null || value === undefined) return [wrong(path, shape, value)];
  if (shape === "any") return [];
  if (shape === "text") return typeof value === "string" ? [] : [wrong(path, shape, value)];
  if (shape === "words") return isWorded(value) ? [] : [wrong(path, shape, value)];
  if (shape === "amount") return isAmountLike(value) ? [] : [wrong(path, shape, value)];
  if (shape === "list") return Array.isArray(value) ? [] : [wrong(path, shape, value)];
  if (shape === "whole number")
    return Number.isSafeInteger(value) && (value as number) >= 0 ? [] : [wrong(path, shape, value)];
  if (shape === "true or false") return typeof value === "boolean" ? [] : [wrong(path, shape, value)];
  if (shape === "keys") return isKeyed(value) ? [] : [wrong(path, shape, value)];
  if (shape === "names") return isNames(value) ? [] : [wrong(path, shape, value)];
  if (shape === "by period")
    return Array.isArray(value) || typeof value === "function" ? [wrong(path, shape, value)] : [];
  if (isWords(shape)) return shape.includes(value as string) ? [] : [notAmong(path, shape, value)];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [wrong(path, shape, value)];
    // A hole in a list is nothing too.
    return Array.from(value, (one: unknown, at) => optionFaults(shape[0], one, [...path, String(at)])).flat();
  }
  return isKeyed(value) ? keyFaults(shape, value, path) : [wrong(path, shape, value)];
}

/** Refuses the options of a function that are of another shape than it takes. */
export function refuseShape(name: string, shape: OptionShape, options: unknown): void {
  refuseErrors(optionFaults(shape, options, [name]));
}

/** An entry that has keys must be there, where a single value may be left open. */
function entryFaults(shape: OptionShape, value: unknown, path: Path): Issue[] {
  return value === undefined && !hasKeys(shape) ? [] : optionFaults(shape, value, path);
}

/** Whether there is something to read in a text. */
function isWorded(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

/** Whether something may be read as an amount: whether it is one is found where it is read. */
function isAmountLike(value: unknown): boolean {
  return typeof value === "number" || typeof value === "string" || isDecimal(value);
}

/** Whether something is a list of texts, without a hole. */
export function isNames(value: unknown): boolean {
  return Array.isArray(value) && Array.from(value).every((name) => typeof name === "string");
}

function keyFaults(
  shape: Readonly<Record<string, OptionShape>>,
  options: Readonly<Record<string, unknown>>,
  path: Path,
): Issue[] {
  const each = shape["*"];
  const given = Object.keys(options).filter((key) => options[key] !== undefined);
  if (each !== undefined)
    return Object.keys(options).flatMap((key) => entryFaults(each, options[key], [...path, key]));
  const known = new Map(Object.entries(shape).map(([key, own]) => [key.replace(/\?$/, ""), own]));
  const names = [...known.keys()];
  const unknown = given.filter((key) => !known.has(key));
  // A key with a slip in it is there, and its slip is told.
  const meant = new Set(unknown.map((key) => didYouMean(key, names)));
  return [
    ...unknown.map((key) => unknownKey(path, key, names)),
    ...names.flatMap((key) => {
      const own = known.get(key);
      if (options[key] !== undefined) return optionFaults(own, options[key], [...path, key]);
      return Object.hasOwn(shape, key) && !meant.has(didYouMean(key, [key])) ? [missing(path, key, own)] : [];
    }),
  ];
}

function isWords(shape: OptionShape): shape is readonly string[] {
  return Array.isArray(shape) && typeof shape[0] === "string";
}

function isList(shape: OptionShape): shape is readonly [{ readonly [key: string]: OptionShape }] {
  return Array.isArray(shape) && typeof shape[0] === "object";
}

function hasKeys(shape: OptionShape): shape is Readonly<Record<string, OptionShape>> {
  return typeof shape === "object" && !isWords(shape) && !isList(shape);
}

function wordsOf(shape: OptionShape | undefined): string {
  if (shape === undefined || shape === "any") return "a value";
  if (shape === "text") return "text";
  if (shape === "words") return "words";
  if (shape === "amount") return "an amount";
  if (shape === "names") return "a list of names";
  if (shape === "list") return "a list";
  if (shape === "keys") return "keys with values";
  if (shape === "whole number") return "a whole number from 0 on";
  if (shape === "true or false") return shape;
  if (shape === "by period") return "an amount, or amounts by period";
  if (isWords(shape)) return shape.join(", ");
  if (isList(shape)) return "a list";
  const keys = Object.keys(shape).flatMap((key) => (key === "*" ? [] : [key.replace(/\?$/, "")]));
  return keys.length === 0 ? "keys with values" : `keys with values: ${keys.join(", ")}`;
}

/** The fault of a value of another shape; where it ought to be keys, one that must be there is shown. */
function wrong(path: Path, shape: OptionShape, value: unknown): Issue {
  const keyed = hasKeys(shape) && shape["*"] === undefined;
  return wrongValue(path, wordsOf(shape), value, keyed ? example(Object.keys(shape)) : undefined);
}

function example(keys: readonly string[]): string | undefined {
  const key = (keys.find((one) => !one.endsWith("?")) ?? keys[0])?.replace(/\?$/, "");
  return key === undefined ? undefined : `write it like { ${/^\w+$/.test(key) ? key : `"${key}"`}: … }`;
}

function missing(path: Path, key: string, shape: OptionShape | undefined): Issue {
  return {
    code: "missing-key",
    severity: "error",
    path: [...path, key],
    message: `${[...path, key].join(" > ")} is missing`,
    expected: wordsOf(shape),
    received: "nothing",
    hint: `add “${key}” and its value`,
  };
}
