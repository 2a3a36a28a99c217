import type { Command } from "commander";
import { reconstruct } from "../../audit/reconstruct/reconstruct.ts";
import { reconstructionWriters, writeReconstruction } from "../../audit/report/reconstruction.ts";
import { InvestToSaveError } from "../../issue/refusal.ts";
import { asOption } from "../options.ts";
import { type TableCommand, tableOptions, withTable } from "../tables.ts";
import { type Exit, exits, type Later, type Terminal } from "../terminal.ts";

interface ReconstructCommand extends TableCommand {
  readonly as: keyof typeof reconstructionWriters;
}

/** `reconstruct`: figures behind a rounded table, or the proof that there are none. */
export function addReconstruct(program: Command, terminal: Terminal, exit: Exit, later: Later): void {
  const command = program
    .command("reconstruct")
    .summary("find unrounded figures behind a rounded table, or prove that there are none")
    .description(
      "Finds figures that print as the table does when they are rounded, that add up exactly, and that keep what the structure file assumes of them; each with the range in which it may lie.\nExits with 1 when there are none, with the proof, and with 2 when there is no table to read.",
    )
    .argument("<table>", "a file: CSV, TSV, Markdown, HTML, a workbook (.xlsx), or text in columns")
    .addOption(asOption(reconstructionWriters))
    .addHelpText("after", "\nExample:\n  invest-to-save reconstruct leeds-family-valued/expected.csv")
    .action((path: string, options: ReconstructCommand) =>
      withTable(path, options, later, (table, structure) => {
        const { reconstruction, issues } = reconstruct(table, structure);
        if (reconstruction === undefined) throw new InvestToSaveError(issues);
        terminal.out(writeReconstruction(reconstruction, options.as));
        if (!reconstruction.found) exit(exits.findings);
      }),
    );
  for (const option of tableOptions) command.addOption(option);
}
