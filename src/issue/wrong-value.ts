import type { Issue } from "./issue.ts";
import { didYouMean } from "./nearest-name.ts";
import { received } from "./received.ts";

/** The fault of a value that cannot stand where it does, in one form wherever values are looked at. */
export function wrongValue(path: readonly string[], expected: string, value: unknown, hint?: string): Issue {
  const at = path.join(" > ") || "the model";
  const nothing = value === null || value === undefined;
  return {
    code: "wrong-shape",
    severity: "error",
    path,
    message: nothing ? `${at} has no value` : `${at} cannot be ${received(value)}`,
    expected,
    received: received(value),
    hint: hint ?? (nothing ? "give it its value, or take it out" : `give ${expected}`),
  };
}

/** The same for a value that is none of some words, with the nearest of them. */
export function notAmong(path: readonly string[], words: readonly string[], value: unknown): Issue {
  const hint = didYouMean(value, words) ?? "choose one of those above";
  return wrongValue(path, `one of ${words.join(", ")}`, value, hint);
}
