import type { Command, CommanderError } from "commander";
import type { Issue } from "../issue/issue.ts";
import { didYouMean } from "../issue/nearest-name.ts";
import { received } from "../issue/received.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";

/** What a fault says beside its code. */
type Said = Required<Pick<Issue, "message" | "expected" | "received" | "hint">>;

/** An option with a value that it cannot have. */
export function wrongOption(
  option: string,
  expected: string,
  given: string,
  hint = `give ${expected}`,
): InvestToSaveError {
  return refusal(wrong(option, expected, given, hint));
}

function wrong(option: string, expected: string, given: string, hint: string): Issue {
  return fault(option, {
    message: `${option} cannot be ${received(given)}`,
    expected,
    received: given,
    hint,
  });
}

function fault(at: string, said: Said): Issue {
  return { code: "wrong-option", severity: "error", path: [at], ...said };
}

/** What cannot be read in a command line, as a fault in the form of all others; the words of the parser are taken apart. */
export function unreadLine(error: CommanderError, program: Command, args: readonly string[]): Issue {
  const name = args.find((word) => !word.startsWith("-"));
  const command = program.commands.find((one) => one.name() === name) ?? program;
  const text = error.message.replace(/^error: /, "");
  const [first = "", second = ""] = [...text.matchAll(/'(.*?)'(?= |$|,|\.|\n)/gs)].map((found) => found[1]);
  const told = readings[error.code]?.({ first, second, text, program, command });
  return (
    told ??
    fault(first, {
      message: text,
      expected: usageOf(program, command),
      received: first,
      hint: helpOf(command),
    })
  );
}

/** What the parser says, what it puts in quotes, and the command that it says it of. */
interface Unread {
  readonly first: string;
  readonly second: string;
  readonly text: string;
  readonly program: Command;
  /** The command that is asked for; the program itself where it is none of its commands. */
  readonly command: Command;
}

const readings: Readonly<Record<string, (unread: Unread) => Issue>> = {
  "commander.unknownCommand": ({ first, program }) => ({
    ...unknownName({
      what: "command",
      where: "",
      name: first,
      known: program.commands.map((one) => one.name()),
      path: [],
      otherwise: helpOf(program),
    }),
    ...calledHere(first, program),
    code: "wrong-option",
  }),
  "commander.unknownOption": ({ first, command }) => {
    const known = command.options.map(({ long }) => String(long));
    return fault(first, {
      message: `${command.name()} has no option ${received(first)}`,
      expected: known.length === 0 ? "no option" : known.join(", "),
      received: first,
      hint: didYouMean(first, known) ?? helpOf(command),
    });
  },
  "commander.invalidArgument": ({ first, second, text }) => {
    const choices = text.replace(/^.*Allowed choices are (.*)\.$/s, "$1");
    const hint = didYouMean(second, choices.split(", ")) ?? "choose one of those above";
    return wrong(bareOption(first), choices, second, hint);
  },
  "commander.missingArgument": ({ first, program, command }) =>
    missing(first, `${command.name()} needs to know its <${first}>`, usageOf(program, command), command),
  "commander.optionMissingArgument": ({ first, command }) =>
    missing(bareOption(first), `${bareOption(first)} has no value after it`, first, command),
  "commander.missingMandatoryOptionValue": ({ first, command }) =>
    missing(bareOption(first), `${command.name()} needs ${bareOption(first)}`, first, command),
  "commander.excessArguments": ({ text, program, command }) =>
    fault(command.name(), {
      message: `${command.name()} is told more than it can use`,
      expected: usageOf(program, command),
      received: text.replace(/^.*got (\d+).*$/s, "$1 names or values"),
      hint: "put quotes round a name with spaces in it, and leave out what is too many",
    }),
  "commander.conflictingOption": ({ first, second }) =>
    together(bareOption(first), bareOption(first), bareOption(second)),
};

/** What others call what one of our commands does. */
const alsoCalled: readonly (readonly [words: readonly string[], command: string, does: string])[] = [
  [["list", "ls", "models"], "show", "lists the models, where none is named"],
  [["print", "view", "open", "run"], "show", "prints a model"],
  [["validate", "verify", "lint", "test"], "check", "says whether a model holds"],
  [["diff"], "compare", "tells how models differ"],
  [["why", "trace"], "explain", "tells where a figure comes from"],
  [["new", "create"], "init", "makes a model to start from"],
];

/** A hint at the command that does what is asked for by a word of others. */
function calledHere(word: string, program: Command): { readonly hint?: string } {
  const found = alsoCalled.find(([words]) => words.includes(word));
  return found === undefined ? {} : { hint: `“${program.name()} ${found[1]}” ${found[2]}` };
}

function missing(at: string, message: string, expected: string, command: Command): Issue {
  return fault(at, { message, expected, received: "nothing", hint: helpOf(command) });
}

/** The option alone, of `--as <form>`. */
function bareOption(flags: string): string {
  return flags.replace(/ .*/s, "");
}

function usageOf(program: Command, command: Command): string {
  return `${wordsOf(program, command)} ${command.usage()}`;
}

function helpOf(command: Command): string {
  return `“${wordsOf(command.parent ?? command, command)} --help” shows what can be said`;
}

function wordsOf(program: Command, command: Command): string {
  return command === program ? program.name() : `${program.name()} ${command.name()}`;
}

/** Sees to it that an option is given once: where the last counted, the one before would be lost without a word. */
export function refuseTwice(program: Command): void {
  for (const command of program.commands) {
    const seen = new Map<string, string>();
    for (const option of command.options) {
      command.on(`option:${option.name()}`, () => {
        // What collects its values may be given again.
        if (typeof command.getOptionValue(option.attributeName()) === "object") return;
        const [own, before] = [String(option.long), seen.get(option.attributeName())];
        seen.set(option.attributeName(), own);
        if (before !== undefined) throw twice(before, own);
      });
    }
  }
}

function twice(before: string, own: string): InvestToSaveError {
  if (before !== own) return refusal(together(own, before, own));
  return refusal(
    fault(own, {
      message: `${own} is given twice`,
      expected: `${own} once`,
      received: `${own} again`,
      hint: "leave one of them out",
    }),
  );
}

function together(at: string, one: string, other: string): Issue {
  return fault(at, {
    message: `${one} and ${other} cannot be asked for together`,
    expected: "one of the two",
    received: "both",
    hint: `leave ${one} or ${other} out`,
  });
}
