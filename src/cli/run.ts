import { Command, CommanderError } from "commander";
import { assert } from "../assert.ts";
import { InvestToSaveError } from "../issue/refusal.ts";
import { refuseTwice, unreadLine } from "./command-line.ts";
import { addAppraise } from "./commands/appraise.ts";
import { addAudit } from "./commands/audit.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addInit } from "./commands/init.ts";
import { addReconstruct } from "./commands/reconstruct.ts";
import { addScenarios } from "./commands/scenarios.ts";
import { addSchema } from "./commands/schema.ts";
import { addSensitivity } from "./commands/sensitivity.ts";
import { addShow } from "./commands/show.ts";
import { addSimulate } from "./commands/simulate.ts";
import { addSwitch } from "./commands/switch.ts";
import { machineIssue } from "./machine-fault.ts";
import { issuesText } from "./options.ts";
import { exits, type Terminal, unobeyed } from "./terminal.ts";

/** The same on every terminal, so that the help reads the same everywhere. */
const helpWidth = 80;

/**
 * Runs one command line and gives its exit code: 0 fine, 1 findings, 2 unusable input. It writes to the terminal given.
 * A command that makes a file ends later than this does: it is for {@link runToEnd}.
 */
export function run(args: readonly string[], terminal: Terminal, version: string): number {
  const { code, work } = begin(args, terminal, version);
  assert(work.length === 0, "a command that ends later is waited for");
  return code();
}

/** Runs one command line, waits until all of its work is done, and gives its exit code. */
export async function runToEnd(
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  const { code, work } = begin(args, terminal, version);
  try {
    for (const one of work) await one();
  } catch (error) {
    return failed(error, terminal);
  }
  return code();
}

/** What came of reading a command line: its exit code so far, and the work that is still to be done. */
interface Begun {
  readonly code: () => number;
  readonly work: readonly (() => Promise<void>)[];
}

function begin(args: readonly string[], given: Terminal, version: string): Begun {
  const terminal = guarded(given);
  let code: number = exits.fine;
  const work: (() => Promise<void>)[] = [];
  const program = commandLine(terminal, version);
  const exit = (found: number) => {
    code = found;
  };
  addShow(program, terminal, exit);
  addExplain(program, terminal, exit);
  addAppraise(program, terminal, exit);
  addScenarios(program, terminal);
  addSensitivity(program, terminal, (one) => work.push(one));
  addSwitch(program, terminal);
  addSimulate(program, terminal, (one) => work.push(one));
  addCheck(program, terminal, exit);
  addCompare(program, terminal);
  addAudit(program, terminal, exit, (one) => work.push(one));
  addReconstruct(program, terminal, exit, (one) => work.push(one));
  addExport(program, terminal, exit, (one) => work.push(one));
  addSchema(program, terminal);
  addInit(program, terminal);
  program.addHelpText("after", "\nExample:\n  invest-to-save show leeds-family-valued");
  refuseTwice(program);
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    const refused = failed(unread(error, program, args), terminal);
    return { code: () => refused, work: [] };
  }
  return { code: () => code, work };
}

/** A terminal that is sent no sign that it would obey, whatever a file or an argument has in it; progress has its own. */
function guarded(terminal: Terminal): Terminal {
  return { ...terminal, out: (text) => terminal.out(unobeyed(text)) };
}

function commandLine(terminal: Terminal, version: string): Command {
  return new Command("invest-to-save")
    .description(
      "Financial models for invest-to-save programmes: what it costs, who pays in which year, when the savings cover it.",
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.error(unobeyed(text)),
      // What cannot be read is told as all faults are, and not in the words of the parser.
      outputError: () => undefined,
      getOutHelpWidth: () => helpWidth,
      getErrHelpWidth: () => helpWidth,
    })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
}

/** What the parser of the command line could not read, as faults; anything else as it is. */
function unread(error: unknown, program: Command, args: readonly string[]): unknown {
  if (!(error instanceof CommanderError) || !/^error: /.test(error.message)) return error;
  return new InvestToSaveError([unreadLine(error, program, args)]);
}

/** What went wrong, in words; a fault of the command itself is the only thing that may show a stack. */
function failed(error: unknown, terminal: Terminal): number {
  if (error instanceof InvestToSaveError) {
    terminal.error(issuesText(error.issues));
    return exits.unusable;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.fine : exits.unusable;
  const issue = machineIssue(error);
  if (issue !== undefined) {
    terminal.error(issuesText([issue]));
    return exits.unusable;
  }
  throw error;
}
