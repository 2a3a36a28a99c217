import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { didYouMean } from "../issue/nearest-name.ts";
import { refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";

/** A model file that was found: its path, as a person would type it, and its text. */
export interface ModelFile {
  readonly path: string;
  readonly text: string;
}

const names = ["model.yaml", "model.yml", "model.json"];
/** The reader refuses a model that is far smaller than this; there is no need to load more to say so. */
const mostBytes = 2_000_000;

/** Where models are looked for by name: the folder of whoever runs the command, then those that come with it. */
function modelFolders(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = basename(here) === "dist" ? join(here, "..") : join(here, "..", "..");
  const folders = [join(process.cwd(), "models"), join(root, "models")];
  return folders.filter((folder, i, all) => all.indexOf(folder) === i && isFolder(folder));
}

/** The models that can be shown by name, with the file of each that is not part of the package. */
export function listModels(): { name: string; path: string }[] {
  const found = new Map<string, string>();
  for (const folder of modelFolders()) {
    for (const name of readdirSync(folder).sort()) {
      const path = modelIn(join(folder, name));
      if (path !== undefined && !found.has(name)) found.set(name, path);
    }
  }
  const near = join(process.cwd(), "models");
  return [...found].map(([name, path]) => ({
    name,
    path: path.startsWith(near) ? shown(path) : "comes with invest-to-save",
  }));
}

/** Finds a model by its file, its folder, or its name under models/. Throws an issue when there is none. */
export function findModel(given: string): ModelFile {
  const candidates = [given, ...modelFolders().map((folder) => join(folder, given))];
  for (const candidate of candidates) {
    const path = isFile(candidate) ? candidate : modelIn(candidate);
    if (path !== undefined) return readModelFile(path);
  }
  const known = listModels().map(({ name }) => name);
  const otherwise = didYouMean(basename(given), known) ?? "“invest-to-save show” lists the models";
  const or = "a file, or a folder with model.yaml";
  throw refusal(
    unknownName({ what: "model", where: "", name: given, known, or, otherwise, code: "no-such-file" }),
  );
}

/** The model that a name stands for where a table is asked for: no table is YAML or JSON, or a folder. */
export function modelFor(given: string): string | undefined {
  const candidates = [given, ...modelFolders().map((folder) => join(folder, given))];
  const found = candidates.map((path) => (isFile(path) ? path : modelIn(path))).find((path) => path);
  return found !== undefined && /\.(?:ya?ml|json)$/i.test(found) ? shown(found) : undefined;
}

/** A file that is no model: as named, or in a folder under models/. Throws an issue when there is none. */
export function findFile(given: string): string {
  const found = [given, ...modelFolders().map((folder) => join(folder, given))].find(isFile);
  if (found !== undefined) return found;
  throw refusal({
    code: "no-such-file",
    path: [given],
    message: `there is no file “${given}”`,
    expected: "a file that can be read",
    received: given,
    hint: "check the name, and the folder that you are in",
  });
}

/** The text of a file, or the start of one that is far too large. */
export function readTextFile(path: string): string {
  return readModelFile(path).text;
}

/** The bytes of a file; no more than so many, and one, of one that is larger. */
export function readBytes(path: string, most: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(Math.min(statSync(path).size, most + 1));
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function readModelFile(path: string): ModelFile {
  return { path: shown(path), text: new TextDecoder().decode(readBytes(path, mostBytes - 1)) };
}

function modelIn(folder: string): string | undefined {
  if (!isFolder(folder)) return undefined;
  return names.map((name) => join(folder, name)).find(isFile);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A path as a person would type it from here. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}

/** Reads files beside a model, and only there: a link that leads out of its folder is no file of the model. */
export function besideModel(model: string): (name: string) => string {
  return (name) => {
    const folder = realpathSync(dirname(resolve(model)));
    const path = realpathSync(join(folder, name));
    if (!path.startsWith(`${folder}${sep}`)) throw new Error("outside the folder of the model");
    // What waits for others to write into it is no file that can be read.
    if (!isFile(path)) throw new Error("no file");
    const bytes = readBytes(path, mostBytes);
    if (bytes.length > mostBytes) throw new Error("too large");
    return new TextDecoder().decode(bytes);
  };
}
