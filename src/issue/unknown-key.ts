import type { Issue } from "./issue.ts";
import { didYouMean, mostAlike } from "./nearest-name.ts";
import { received, seen } from "./received.ts";

/** The most keys that are listed; of more, only some that are like the one that is there. */
const mostListed = 20;
const listedOfMany = 6;
/** What has so many keys is a model, or a line of one. */
const page = "docs/model-file.md";

/** The fault of a key that has no meaning where it stands, in one form wherever keys are looked at; the nearest that has one. */
export function unknownKey(path: readonly string[], key: string, known: readonly string[]): Issue {
  const many = known.length > mostListed;
  return {
    code: "unknown-key",
    severity: "error",
    path: [...path, key],
    message: `${path.join(" > ") || "the model"} has no use for ${received(key)}`,
    expected: many ? someOf(key, known) : known.join(", "),
    received: seen(key),
    hint: didYouMean(key, known) ?? `take it out, or use one of the keys ${many ? "on that page" : "above"}`,
  };
}

function someOf(key: string, known: readonly string[]): string {
  const some = mostAlike(key, known, listedOfMany);
  return `${some.join(", ")} or another of the ${known.length} keys that ${page} tells of`;
}
