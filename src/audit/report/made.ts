import { madeWith } from "../../programme/stamp/made-with.ts";
import { stampWords } from "../../programme/stamp/stamp.ts";
import type { PublishedTable } from "../read/published.ts";

/** What judged a table, and the digits that stand for what was read, in a sentence. */
export function madeWords({ inputs }: PublishedTable): string {
  return stampWords({ madeWith, inputs, series: [] });
}

/** The same as data, with all the digits. */
export function madeData({ inputs }: PublishedTable) {
  return { madeWith, inputs };
}
