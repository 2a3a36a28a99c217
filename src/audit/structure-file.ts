import { checkReadOptions } from "../file/given.ts";
import { shapeFaults } from "../file/shape-faults.ts";
import { readYaml } from "../file/yaml.ts";
import { hasErrors, type Issue } from "../issue/issue.ts";
import type { TableOptions } from "./read/options.ts";
import type { Assumed } from "./reconstruct/assumed.ts";
import type { DeclaredStructure } from "./structure/declared.ts";
import { structureSchema } from "./structure-schema.ts";

/** What a structure file may say of a table: how it is read, what adds up to what, what to reconstruct, and claims about it. */
export interface StructureFile extends TableOptions, DeclaredStructure {
  /** What is taken to be constant, equal, a straight line or nil where unrounded figures are looked for. */
  readonly assume?: readonly Assumed[];
  /** Sentences about the table, with cells in braces: `a rise of 25% from {Contacts, 2011} to {Contacts, 2012}`. */
  readonly claims?: readonly string[];
}

/** What came of reading a structure file. */
export interface ReadStructure {
  readonly structure: StructureFile | undefined;
  readonly issues: readonly Issue[];
}

const kindOfText = {
  name: "a structure file",
  rest: "what is known of the table",
  expected: "what is known of the table, such as “unit: thousands” or “sums:”",
  hint: "write a line such as “unit: thousands”, or leave the file out",
};

const root = "the structure file";

/**
 * Reads a structure file from YAML or JSON, with the place of every fault. Issue codes: `unknown-key`, `wrong-shape`,
 * `missing-key`, and those of a text that is no YAML. Throws `InvestToSaveError` with `wrong-shape` only for options that are none.
 *
 * @example
 * ```ts
 * import { readStructure } from "invest-to-save/audit";
 * readStructure("unit: thousands\nsums:\n  Total: [Staff, Rent]\n").structure?.unit; // => "thousands"
 * ```
 */
export function readStructure(text: string, options: { readonly file?: string } = {}): ReadStructure {
  checkReadOptions(options);
  const located = readYaml(text, options.file ?? "structure.yaml", kindOfText);
  if (located.value === undefined) return { structure: undefined, issues: located.issues };
  const faults = shapeFaults(structureSchema(), located.value, [root]).map((issue) => {
    const path = issue.path.slice(1);
    return { ...issue, path, place: located.place(path) };
  });
  const issues = [...located.issues, ...faults];
  return { structure: hasErrors(issues) ? undefined : (located.value as StructureFile), issues };
}
