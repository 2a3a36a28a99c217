import type { Command } from "commander";
import { auditTable } from "../../audit/audit.ts";
import { auditWriters, writeAudit } from "../../audit/report/write.ts";
import { InvestToSaveError } from "../../issue/refusal.ts";
import { asOption } from "../options.ts";
import { type TableCommand, tableOptions, withTable } from "../tables.ts";
import { type Exit, exits, type Later, type Terminal } from "../terminal.ts";

interface AuditCommand extends TableCommand {
  readonly claim?: readonly string[];
  readonly as: keyof typeof auditWriters;
}

/** `audit`: whether a published table adds up, and what is wrong with it where it does not. */
export function addAudit(program: Command, terminal: Terminal, exit: Exit, later: Later): void {
  const command = program
    .command("audit")
    .summary("judge a published table: does it add up, and if not, what is wrong")
    .description(
      "Judges a table that somebody published: finds what adds up to what, and says what cannot come from rounding, which figures may be wrong and what would be right.\nExits with 1 when there are findings, with 2 when there is no table to read.",
    )
    .argument("<table>", "a file: CSV, TSV, Markdown, HTML, a workbook (.xlsx), or text in columns")
    .addOption(asOption(auditWriters))
    .option(
      "--claim <sentence>",
      "check what is said of the table, cells in braces: “{Grants, £} is 62% of {Total, £}”; may be given again",
      (sentence: string, before: readonly string[] = []) => [...before, sentence],
    )
    .addHelpText(
      "after",
      "\nExamples:\n  invest-to-save audit leeds-family-valued/expected.csv\n  invest-to-save audit leeds-family-valued/expected.csv --unit thousands --as json",
    )
    .action((path: string, options: AuditCommand) =>
      withTable(path, options, later, (table, structure) => {
        const { audit, issues } = auditTable(table, {
          ...structure,
          claims: [...(structure.claims ?? []), ...(options.claim ?? [])],
        });
        if (audit === undefined) throw new InvestToSaveError(issues);
        terminal.out(writeAudit(audit, options.as));
        if (!audit.holds) exit(exits.findings);
      }),
    );
  for (const option of tableOptions) command.addOption(option);
}
