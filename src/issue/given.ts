import { refusal } from "./refusal.ts";
import { notAmong, wrongValue } from "./wrong-value.ts";

// What is given to a function from outside may be anything: not everybody who calls it has types. Each check is at the door of
// what is exported, says in its path which argument it is of, and is cheap enough to stand there where it is called often.

/** Refuses an argument that cannot be what it is: what was expected in its place, and what to give. */
export function refuseGiven(path: readonly string[], expected: string, given: unknown, hint?: string): never {
  throw refusal(wrongValue(path, expected, given, hint));
}

/** Refuses what is no text. */
export function checkText(given: unknown, path: readonly string[], expected = "text"): void {
  if (typeof given !== "string") refuseGiven(path, expected, given);
}

/** Refuses what is none of some words, with the nearest of them. */
export function checkWord(given: unknown, words: readonly string[], path: readonly string[]): void {
  if (!words.includes(given as string)) throw refusal(notAmong(path, words, given));
}

/** Refuses what has no keys of its own, such as options that are a list. */
export function checkKeyed(given: unknown, path: readonly string[], expected = "keys with values"): void {
  if (!isKeyed(given)) refuseGiven(path, expected, given);
}

/** Refuses what is no whole number from one to another, both included; `out-of-range` where it is another number. */
export function checkWhole(
  given: unknown,
  path: readonly string[],
  { least, most, expected }: { readonly least: number; readonly most: number; readonly expected: string },
): void {
  if (isWhole(given, least, most)) return;
  const fault = wrongValue(path, expected, given);
  throw refusal(typeof given === "number" ? { ...fault, code: "out-of-range" } : fault);
}

/** Whether something given is a whole number from one to another, both included. */
export function isWhole(given: unknown, least: number, most: number): given is number {
  return Number.isInteger(given) && (given as number) >= least && (given as number) <= most;
}

/** Whether something given has keys of its own: no list, map, date or bytes, and no number. */
export function isKeyed(given: unknown): given is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(given) === "[object Object]";
}
