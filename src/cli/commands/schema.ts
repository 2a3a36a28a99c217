import type { Command } from "commander";
import { modelSchema } from "../../file/schema.ts";
import type { Terminal } from "../terminal.ts";

/** `schema`: the JSON Schema of model files, for editors. */
export function addSchema(program: Command, terminal: Terminal): void {
  program
    .command("schema")
    .summary("print the JSON Schema of model files, for editors")
    .description(
      "Prints the JSON Schema of model files, so that an editor completes and checks while you type.",
    )
    .addHelpText(
      "after",
      "\nExample:\n  invest-to-save schema > model.schema.json\n  then put “# yaml-language-server: $schema=model.schema.json” on the first line of a model",
    )
    .action(() => terminal.out(`${JSON.stringify(modelSchema(), null, 2)}\n`));
}
