import type { Issue } from "../../issue/issue.ts";
import { received } from "../../issue/received.ts";
import { wrongValue } from "../../issue/wrong-value.ts";
import { isDecimal } from "../../quantity/decimal.ts";

/** Nothing that can be written in a file is nested as deep. */
export const deepest = 12;

/**
 * The faults of data that no file could hold, which code without types may hand over: a date, a function, a number without
 * digits for it, a list in itself. Everything that looks through options may then rely on their being plain and ending.
 */
export function unlikeData(data: unknown, path: readonly string[], depth = 0): Issue[] {
  if (data === null || data === undefined || isDecimal(data) || typeof data === "boolean") return [];
  if (typeof data === "string") return lostLetters(data, path);
  if (typeof data === "number") return [];
  if (!isPlain(data)) return [unlike(path, data)];
  if (depth > deepest) return [tooDeep(path)];
  const hole = Array.isArray(data) ? holeIn(data) : undefined;
  if (hole !== undefined)
    return [wrongValue([...path, String(hole)], "no gaps in a list", undefined, "fill the gap, or close it")];
  return Object.entries(data).flatMap(([key, value]) => [
    ...lostLetters(key, path),
    ...unlikeData(value, [...path, key], depth + 1),
  ]);
}

/** The first place of a list at which nothing stands, not even `undefined`. */
function holeIn(list: readonly unknown[]): number | undefined {
  let at = 0;
  while (at < list.length && Object.hasOwn(list, at)) at += 1;
  return at < list.length ? at : undefined;
}

/** Whether something is a list, or keys with values and nothing of a class. */
export function isPlain(data: unknown): data is object {
  if (typeof data !== "object" || data === null) return false;
  const own: unknown = Object.getPrototypeOf(data);
  // Plain data of another window or worker has prototypes of its own, which stand at the top as ours do.
  return Array.isArray(data) || own === null || Object.getPrototypeOf(own) === null;
}

/** The fault of a text with a letter that some program lost, and that no file can hold; a file is refused for it too. */
export function lostLetters(text: string, path: readonly string[]): Issue[] {
  if (!/[\ufffd\p{Surrogate}]/u.test(text)) return [];
  return [
    wrongValue(path, "text with all of its letters", text, "write the letter that stood at “\ufffd” again"),
  ];
}

function unlike(path: readonly string[], data: unknown): Issue {
  const of = typeof data === "object" && data !== null ? data.constructor?.name : typeof data;
  return {
    code: "wrong-shape",
    severity: "error",
    path,
    message: `${path.join(" > ")} cannot be ${received(data)}`,
    expected: "text, numbers, lists and keys with values",
    received: of === undefined || of === "" ? received(data) : `a ${of}`,
    hint: "give it as text or as a number: a day as 2025-04-01, a big number as text",
  };
}

function tooDeep(path: readonly string[]): Issue {
  const at = `${path.slice(0, 4).join(" > ")} > …`;
  return {
    code: "too-deep",
    severity: "error",
    path: path.slice(0, 4),
    message: `${at} is nested deeper than any option is`,
    expected: `at most ${deepest} lists and keys in each other`,
    received: "more, or a list that has itself in it",
    hint: "give the option as its page shows it",
  };
}
