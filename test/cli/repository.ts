import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The root of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** The text of a file, named from the root of the repository. */
export function textOf(file: string): string {
  return readFileSync(`${root}/${file}`, "utf8");
}

/** The files below a folder whose names end so, as paths from the root of the repository. */
export function filesIn(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort();
}
