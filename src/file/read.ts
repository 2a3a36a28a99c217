import { hasErrors, type Issue, type Place } from "../issue/issue.ts";
import { isUnder } from "../issue/key-path.ts";
import { InvestToSaveError } from "../issue/refusal.ts";
import type { Programme } from "../programme/programme.ts";
import { type PrintOptions, print } from "../write/print.ts";
import { besides, type FindBeside } from "./csv-beside.ts";
import { checkReadOptions } from "./given.ts";
import { modelOf } from "./model.ts";
import { readYaml } from "./yaml.ts";

/** How a model is read. */
export interface ReadOptions {
  /** The name of the file, for the places of faults; `model.yaml` unless told. */
  readonly file?: string;
  /** Gives the text of a file beside the model, for amounts from CSV files; throws where there is none. */
  readonly beside?: FindBeside;
}

/** What came of reading: the programme where nothing makes it unusable, and every issue with its place. */
export interface ReadModel {
  readonly programme: Programme | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads a model from YAML or JSON text and collects every fault with file, line and column. Nothing is evaluated and
 * nothing is thrown for what the text says: the codes of its issues are those of the page on errors that a file can have, `wrong-shape` for
 * what is no text at all among them. Throws `InvestToSaveError` with `wrong-shape` only for options that are none.
 *
 * @example
 * ```ts
 * import { read } from "invest-to-save/file";
 * const { issues } = read("title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\ncosts:\n  Rent: { 2023/24: 1000 }\n");
 * issues.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`).join(); // => "5:11 year-outside-timeline"
 * ```
 */
export function read(text: string, options: ReadOptions = {}): ReadModel {
  checkReadOptions(options);
  const file = options.file ?? "model.yaml";
  const located = readYaml(text, file);
  const { value, refused } = located;
  if (value === undefined) return { programme: undefined, issues: located.issues };
  const rows = besides(options.beside);
  const { programme, issues } = modelOf(value, rows);
  const tooDeep = located.issues.flatMap((issue) => (issue.code === "too-deep" ? [issue.path] : []));
  // What was refused already is not reported once more for being nothing, or for not being there.
  const follows = ({ code, path }: Issue) =>
    refused.some((one) => isUnder(path, one)) ||
    (code === "wrong-shape" && tooDeep.some((one) => isUnder(one, path))) ||
    (located.issues.some((one) => one.code !== "wrong-shape" || !refused.includes(one.path)) &&
      ["missing-key", "no-lines", "unknown-name", "unused-assumption"].includes(code));
  const placed = [...issues.filter((issue) => !follows(issue)), ...rows.issues].map((issue) => ({
    ...issue,
    place: issue.place ?? rows.place(issue) ?? located.place(issue.path),
  }));
  const all = [...located.issues, ...placed.filter(isFirstBeside(file))].sort(byPlace(file));
  return { programme: hasErrors(all) ? undefined : programme, issues: all };
}

/** In the model from top to bottom, then in each file beside it. */
function byPlace(model: string): (a: Issue, b: Issue) => number {
  const start: Place = { file: model, line: 1, column: 1 };
  const beside = ({ file }: Place) => (file === model ? "" : file);
  return (a, b) => {
    const [one, other] = [a.place ?? start, b.place ?? start];
    if (one.file !== other.file) return beside(one) < beside(other) ? -1 : 1;
    return one.line - other.line || one.column - other.column;
  };
}

/** Whether an issue is the first of its kind at its place beside the model: several lines may read one heading. */
function isFirstBeside(model: string): (issue: Issue) => boolean {
  const seen = new Set<string>();
  return ({ code, place }) => {
    if (place === undefined || place.file === model) return true;
    const key = [code, place.file, place.line, place.column].join("\u0000");
    const first = !seen.has(key);
    seen.add(key);
    return first;
  };
}

/**
 * The programme of a model text. Throws `InvestToSaveError` with every fault where the model cannot be
 * used: the codes of {@link read}, which are all those of the page on errors that a file can have, `wrong-shape` among them.
 *
 * @example
 * ```ts
 * import { readProgramme } from "invest-to-save/file";
 * readProgramme("title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\ncosts:\n  Rent: 1000\n").title; // => "Rent"
 * ```
 */
export function readProgramme(text: string, options: ReadOptions = {}): Programme {
  const { programme, issues } = read(text, options);
  if (programme === undefined) throw new InvestToSaveError(issues);
  return programme;
}

/**
 * From the text of a model to its printed table in one call. Signs, units and rounding are those of `print`. Throws what
 * {@link readProgramme} and `print` throw.
 *
 * @example
 * ```ts
 * import { printModel } from "invest-to-save/file";
 * const text = "title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\ncosts:\n  Rent: 1000\n";
 * printModel(text, { as: "csv" }).split("\n")[2]; // => "Rent,1000,1000,2000"
 * ```
 */
export function printModel(text: string, options: PrintOptions & ReadOptions = {}): string {
  return print(readProgramme(text, options), options);
}
