import { hasErrors, InvestToSaveError, type Issue } from "../issue.ts";
import type { Programme } from "../programme/programme.ts";
import { type PrintOptions, print } from "../write/print.ts";
import { besides, type FindBeside } from "./beside.ts";
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
 * nothing is thrown for what the text says.
 *
 * @example
 * ```ts
 * import { read } from "invest-to-save/file";
 * const { issues } = read("title: Rent\nyears: 2024/25 to 2025/26\nsource: lease\ncosts:\n  Rent: { 2023/24: 1000 }\n");
 * issues.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`).join(); // => "5:11 year-outside-timeline"
 * ```
 */
export function read(text: string, options: ReadOptions = {}): ReadModel {
  const located = readYaml(text, options.file ?? "model.yaml");
  const { value, refused } = located;
  if (value === undefined) return { programme: undefined, issues: located.issues };
  const rows = besides(options.beside);
  const { programme, issues } = modelOf(value, rows);
  // What was refused already is not reported once more for being nothing, or for not being there.
  const follows = ({ code, path }: Issue) =>
    refused.some((one) => one.every((key, i) => key === path[i])) ||
    (located.issues.length > 0 &&
      ["missing-key", "no-lines", "unknown-name", "unused-assumption"].includes(code));
  const placed = issues
    .filter((issue) => !follows(issue))
    .map((issue) => ({ ...issue, place: rows.place(issue.path) ?? located.place(issue.path) }));
  const all = [...located.issues, ...placed].sort(byPlace);
  return { programme: hasErrors(all) ? undefined : programme, issues: all };
}

function byPlace(a: Issue, b: Issue): number {
  const [one, other] = [a.place ?? start, b.place ?? start];
  return one.line - other.line || one.column - other.column;
}

const start = { line: 1, column: 1 };

/**
 * The programme of a model text. Throws {@link InvestToSaveError} with every fault where the model cannot be used.
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
 * From the text of a model to its printed table in one call.
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
