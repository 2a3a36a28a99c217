import { Command, CommanderError } from "commander";
import { InvestToSaveError } from "../issue.ts";
import { addAppraise } from "./appraise.ts";
import { addAudit } from "./audit.ts";
import { addCheck } from "./check.ts";
import { addExplain } from "./explain.ts";
import { addInit } from "./init.ts";
import { issuesText } from "./options.ts";
import { addSchema } from "./schema.ts";
import { addShow } from "./show.ts";
import { exits, type Terminal } from "./terminal.ts";

/** The same on every terminal, so that the help reads the same everywhere. */
const helpWidth = 80;

/** Runs one command line and gives its exit code: 0 fine, 1 findings, 2 unusable input. It writes to the terminal given. */
export function run(args: readonly string[], terminal: Terminal, version: string): number {
  let code: number = exits.fine;
  const program = new Command("invest-to-save")
    .description(
      "Financial models for invest-to-save programmes: what it costs, who pays in which year, when the savings cover it.",
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.error(text),
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(--help shows what can be said)")
    .exitOverride();
  const exit = (found: number) => {
    code = found;
  };
  addShow(program, terminal, exit);
  addExplain(program, terminal, exit);
  addAppraise(program, terminal);
  addCheck(program, terminal, exit);
  addAudit(program, terminal, exit);
  addSchema(program, terminal);
  addInit(program, terminal);
  program.addHelpText("after", "\nExample:\n  invest-to-save show leeds-family-valued");
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    return failed(error, terminal);
  }
  return code;
}

/** What went wrong, in words; a fault of the command itself is the only thing that may show a stack. */
function failed(error: unknown, terminal: Terminal): number {
  if (error instanceof InvestToSaveError) {
    terminal.error(issuesText(error.issues));
    return exits.unusable;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.fine : exits.unusable;
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    terminal.error(`${error.message}\n`);
    return exits.unusable;
  }
  throw error;
}
