import * as z from "zod";
import { shapeFaults } from "../file/shape-faults.ts";
import { readYaml } from "../file/yaml.ts";
import { hasErrors, type Issue } from "../issue/issue.ts";
import type { TableOptions } from "./read/options.ts";
import type { Assumed } from "./reconstruct/assumed.ts";
import type { DeclaredStructure } from "./structure/declared.ts";

/** What a structure file may say of a table: how it is read, what adds up to what, what to reconstruct, and claims about it. */
export interface StructureFile extends TableOptions, DeclaredStructure {
  /** What is taken to be constant, equal, a straight line or nil where unrounded figures are looked for. */
  readonly assume?: readonly Assumed[];
  /** Sentences about the table, with cells in braces: `a rise of 25% from {Contacts, 2011} to {Contacts, 2012}`. */
  readonly claims?: readonly string[];
}

const labels = () =>
  z.array(z.string().min(1)).meta({ description: "labels in a list: [Staff, Rent, -Income]" });
const kind = () => z.enum(["money", "number", "percent", "ratio"]);

const schema = () =>
  z.strictObject({
    unit: z.enum(["pounds", "thousands", "millions", "billions"]).optional(),
    table: z
      .union([z.number().int().positive(), z.string().min(1)])
      .optional()
      .meta({ description: "a table by its number, or a worksheet by its name" }),
    "rounded to": z
      .number()
      .positive()
      .optional()
      .meta({ description: "what figures were rounded to, such as 5" }),
    "label column": z.number().int().positive().optional(),
    "heading rows": z.number().int().nonnegative().optional(),
    blank: z.enum(["nil", "unknown"]).optional(),
    cells: z
      .array(
        z.strictObject({
          row: z.string(),
          column: z.string(),
          reads: z
            .union([z.number(), z.string()])
            .meta({ description: "an amount as printed, nil or unknown" }),
        }),
      )
      .optional(),
    kinds: z.record(z.string(), kind()).optional(),
    sums: z.record(z.string(), labels()).optional(),
    "columns add up": z.record(z.string(), labels()).optional(),
    ratios: z
      .record(z.string(), z.strictObject({ of: z.string(), to: z.string(), change: z.boolean().optional() }))
      .optional(),
    "not added": labels().optional(),
    "only declared": z.boolean().optional(),
    assume: z.array(assumption()).optional(),
    claims: z.array(z.string().min(1)).optional(),
  });

const assumption = () => {
  const names = z.union([z.string(), labels()]).meta({ description: "a label, or labels in a list" });
  return z.strictObject({
    constant: names.optional(),
    "straight line": names.optional(),
    zero: names.optional(),
    equal: labels().optional(),
    from: z.string().optional().meta({ description: "the heading of the first column" }),
    to: z.string().optional().meta({ description: "the heading of the last column" }),
  });
};

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
 * `missing-key`, and those of a text that is no YAML.
 *
 * @example
 * ```ts
 * import { readStructure } from "invest-to-save/audit";
 * readStructure("unit: thousands\nsums:\n  Total: [Staff, Rent]\n").structure?.unit; // => "thousands"
 * ```
 */
export function readStructure(text: string, options: { readonly file?: string } = {}): ReadStructure {
  const located = readYaml(text, options.file ?? "structure.yaml", kindOfText);
  if (located.value === undefined) return { structure: undefined, issues: located.issues };
  const faults = shapeFaults(schema(), located.value, [root]).map((issue) => {
    const path = issue.path.slice(1);
    return { ...issue, path, place: located.place(path) };
  });
  const issues = [...located.issues, ...faults];
  return { structure: hasErrors(issues) ? undefined : (located.value as StructureFile), issues };
}
