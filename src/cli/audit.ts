import { type Command, InvalidArgumentError, Option } from "commander";
import { auditTable } from "../audit/audit.ts";
import { type TableForm, tableForms } from "../audit/read/form.ts";
import type { PublishedUnit } from "../audit/read/options.ts";
import { readTable } from "../audit/read/read.ts";
import { auditWriters, writeAudit } from "../audit/report/write.ts";
import { readStructure, type StructureFile } from "../audit/structure-file.ts";
import { InvestToSaveError } from "../issue.ts";
import { findFile, readTextFile } from "./files.ts";
import { type Exit, exits, type Terminal } from "./terminal.ts";

interface AuditCommand {
  readonly unit?: PublishedUnit;
  readonly structure?: string;
  readonly form?: TableForm;
  readonly as: keyof typeof auditWriters;
}

const units: readonly PublishedUnit[] = ["pounds", "thousands", "millions", "billions"];

/** `audit`: whether a published table adds up, and what is wrong with it where it does not. */
export function addAudit(program: Command, terminal: Terminal, exit: Exit): void {
  program
    .command("audit")
    .summary("judge a published table: does it add up, and if not, what is wrong")
    .description(
      "Judges a table that somebody published: finds what adds up to what, and says what cannot come from rounding, which figures may be wrong and what would be right.\nExits with 1 when there are findings, with 2 when there is no table to read.",
    )
    .argument("<table>", "a file: CSV, TSV, Markdown, or text in columns")
    .option("--unit <unit>", "pounds, thousands, millions or billions (default: as the table says)", unitOf)
    .option("--structure <file>", "a file that says how to read the table and what adds up to what")
    .addOption(
      new Option("--form <form>", "what the file is, where its name does not say it").choices(tableForms),
    )
    .addOption(
      new Option("--as <form>", "how to write it").choices(Object.keys(auditWriters)).default("text"),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  invest-to-save audit leeds-family-valued/expected.csv\n  invest-to-save audit leeds-family-valued/expected.csv --unit thousands --as json",
    )
    .action((path: string, options: AuditCommand) => {
      const structure = options.structure === undefined ? {} : loadStructure(options.structure);
      const unit = options.unit === undefined ? {} : { unit: options.unit };
      const form = options.form === undefined ? {} : { form: options.form };
      const read = readTable(readTextFile(findFile(path)), { ...structure, ...unit, ...form, file: path });
      if (read.table === undefined) throw new InvestToSaveError(read.issues);
      const { audit, issues } = auditTable(read.table, structure);
      if (audit === undefined) throw new InvestToSaveError(issues);
      terminal.out(writeAudit(audit, options.as));
      if (!audit.holds) exit(exits.findings);
    });
}

/** Reads a structure file; its faults are thrown together. */
function loadStructure(path: string): StructureFile {
  const { structure, issues } = readStructure(readTextFile(findFile(path)), { file: path });
  if (structure === undefined) throw new InvestToSaveError(issues);
  return structure;
}

function unitOf(text: string): PublishedUnit {
  const found = units.find((unit) => unit === text);
  if (found === undefined) throw new InvalidArgumentError("Choose pounds, thousands, millions or billions.");
  return found;
}
