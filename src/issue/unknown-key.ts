import type { Issue } from "./issue.ts";
import { didYouMean } from "./nearest-name.ts";
import { received, seen } from "./received.ts";

/** The fault of a key that has no meaning where it stands, in one form wherever keys are looked at; the nearest that has one. */
export function unknownKey(path: readonly string[], key: string, known: readonly string[]): Issue {
  return {
    code: "unknown-key",
    severity: "error",
    path: [...path, key],
    message: `${path.join(" > ") || "the model"} has no use for ${received(key)}`,
    expected: known.join(", "),
    received: seen(key),
    hint: didYouMean(key, known) ?? "take it out, or use one of the keys above",
  };
}
