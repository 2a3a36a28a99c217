import type { Chance } from "./chance.ts";
import { commandLine } from "./command.ts";
import { amountsBeside, modelInJson, modelInYaml } from "./models.ts";
import { functionCall, programmeInCode } from "./programmes.ts";
import type { Input } from "./promises.ts";
import { pastedTable, structureFile, tableIn, workbookReader } from "./tables.ts";

/** Everything that takes what it did not make itself, with how an input for it is made. */
export async function readers(): Promise<ReadonlyMap<string, (chance: Chance) => Input>> {
  return new Map([
    ["model in YAML", modelInYaml],
    ["model in JSON", modelInJson],
    ["amounts beside a model", amountsBeside],
    ["table in CSV", tableIn(".csv")],
    ["table in TSV", tableIn(".tsv")],
    ["table in Markdown", tableIn(".md")],
    ["table in HTML", tableIn(".html")],
    ["table in text", tableIn(".txt")],
    ["pasted table", pastedTable],
    ["workbook", await workbookReader()],
    ["structure file", structureFile],
    ["command line", commandLine],
    ["programme in code", programmeInCode],
    ["function call", functionCall],
  ]);
}
