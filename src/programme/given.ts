import { isKeyed } from "../issue/given.ts";
import { received } from "../issue/received.ts";
import { refusal } from "../issue/refusal.ts";
import { isTimeline } from "../time/given.ts";

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
  if (!isKeyed(given)) return false;
  const { rows, assumptions, lines, parts, timeline } = given;
  const worked = rows instanceof Map && assumptions instanceof Map && isTimeline(timeline);
  return worked && Array.isArray(lines) && Array.isArray(parts);
}
