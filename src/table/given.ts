import { isKeyed, refuseGiven } from "../issue/given.ts";
import { isProgramme } from "../programme/given.ts";

/** Refuses what is no table that was worked out. */
export function checkTable(given: unknown): void {
  const known = isKeyed(given) && isKeyed(given["timeline"]) && given["rows"] instanceof Map;
  if (known && isProgramme(given["programme"])) return;
  refuseGiven(["table"], "a table, as evaluate gives it", given, "give it what evaluate(programme) gives");
}
