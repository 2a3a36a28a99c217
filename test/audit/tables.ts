import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A table that is kept with the tests: the name of its file and its text. */
export interface KeptTable {
  readonly name: string;
  readonly text: string;
}

/** The tables in a folder beside this file, in order of their names. */
export function tablesIn(folder: string): KeptTable[] {
  return readdirSync(`${here}${folder}`)
    .sort()
    .map((name) => ({ name, text: readFileSync(`${here}${folder}/${name}`, "utf8") }));
}
