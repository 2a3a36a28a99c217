import { received } from "../issue/received.ts";
import { refusal } from "../issue/refusal.ts";
import { isDecimal } from "../quantity/decimal.ts";

/** Throws for what was given to a function in place of a programme. */
export function checkProgramme(given: unknown, name: string): void {
  if (isProgramme(given)) return;
  throw refusal({
    code: "wrong-shape",
    path: [name],
    message: `${name} cannot be worked out from ${received(given)}`,
    expected: "a programme, as programme() or a model's file gives it",
    received: received(given),
    hint: "give it what programme() gives",
  });
}

/** Whether something given is a programme, by what every programme has. */
export function isProgramme(given: unknown): boolean {
  if (!isKeyed(given) || !(given["rows"] instanceof Map)) return false;
  return "timeline" in given && Array.isArray(given["lines"]);
}

/** Whether something given has keys of its own kind: no list, no number. */
export function isKeyed(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given) && !isDecimal(given);
}
