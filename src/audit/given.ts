import { checkReadOptions } from "../file/given.ts";
import { shapeFaults } from "../file/shape-faults.ts";
import { checkKeyed, checkWord } from "../issue/given.ts";
import { checkHandedOn } from "../issue/handed-on.ts";
import { refuseErrors } from "../issue/refusal.ts";
import { tableForms } from "./read/forms/form.ts";
import { structureSchema } from "./structure-schema.ts";

/** Refuses what is no table that was read. */
export function checkPublished(given: unknown): void {
  const lists = ["blocks", "notes", "interpretations"];
  checkHandedOn(given, { name: "table", by: "readTable(…).table", lists });
}

/** Refuses options of how a table is read that no structure file could have, and a form that no table has. */
export function checkReading(options: unknown): void {
  checkReadOptions(options);
  const { form } = options as Readonly<Record<string, unknown>>;
  if (form !== undefined) checkWord(form, tableForms, ["options", "form"]);
  checkDeclared(options, "options");
}

/** Made once, and not before a table is read. */
let schema: ReturnType<typeof structureSchema> | undefined;

/** Refuses what is declared of a table where no structure file could say so; other keys are for others to read. */
export function checkDeclared(declared: unknown, name: string): void {
  checkKeyed(declared, [name]);
  schema ??= structureSchema();
  const { shape } = schema;
  const own = Object.entries(declared as object).filter(
    ([key, value]) => key in shape && value !== undefined,
  );
  refuseErrors(shapeFaults(schema, Object.fromEntries(own), [name]));
}
