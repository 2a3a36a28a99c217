import { Option } from "commander";
import { read } from "../file/read.ts";
import { type Issue, issueText } from "../issue/issue.ts";
import { InvestToSaveError, refusal } from "../issue/refusal.ts";
import { basisWords, placeholdersIn } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import { withScenario } from "../programme/scenarios.ts";
import { withValues } from "../programme/with-values.ts";
import { separated } from "../quantity/decimal.ts";
import { unmetNotes } from "../sheet/notes.ts";
import type { Scale } from "../sheet/sheet.ts";
import { evaluate } from "../table/evaluate.ts";
import { wrongOption } from "./command-line.ts";
import { besideModel, findModel } from "./files.ts";
import { type Exit, exits, type Terminal, unobeyed } from "./terminal.ts";

/** Options that every command on a model has. */
export interface ModelOptions {
  readonly set?: Readonly<Record<string, string>>;
  readonly scenario?: string;
  readonly final?: boolean;
}

/** Reads a model and applies `--set`; warnings go to the terminal's error stream, errors are thrown together. */
export function loadModel(given: string, options: ModelOptions, terminal: Terminal): Programme {
  const { path, text } = findModel(given);
  const { programme, issues } = read(text, { file: path, beside: besideModel(path) });
  if (programme === undefined) throw new InvestToSaveError(issues);
  const { scenario, set = {} } = options;
  const chosen = scenario === undefined ? withValues(programme, set) : withScenario(programme, scenario, set);
  const warnings = warningsOf(issues, programme, chosen);
  if (warnings.length > 0) terminal.error(warningsText(warnings));
  return chosen;
}

/** What was found when the model was read and is still so with the values chosen, and what only they bring about. */
function warningsOf(found: readonly Issue[], before: Programme, after: Programme): Issue[] {
  const said = (issues: readonly Issue[]) => new Set(issues.map(({ message }) => message));
  const [old, now] = [said(before.issues), said(after.issues)];
  return [
    ...found.filter(({ message }) => now.has(message) || !old.has(message)),
    ...after.issues.filter(({ message }) => !old.has(message)),
  ];
}

/** The numbers that only hold the place of real ones, as a list under one heading; nothing where there is none. */
export function placeholderList(programme: Programme): string[] {
  const missing = placeholdersIn(programme.assumptions);
  const list = missing.map(({ label, basis }) => `  ${label} (${basisWords(basis)})`);
  return list.length === 0 ? [] : ["These hold the place of real figures:", ...list];
}

/** What keeps a model from being final: numbers that only hold the place of real ones, rules and conditions that are not met. */
export function openIn(programme: Programme): string[] {
  return [...placeholderList(programme), ...unmetList(programme)];
}

/** The rules and conditions that are not met, as a list under one heading; a warning leaves a table final. */
function unmetList(programme: Programme): string[] {
  const list = unmetNotes(evaluate(programme), "error").map((note) => `  ${note}`);
  return list.length === 0 ? [] : ["These do not hold:", ...list];
}

/** Whether something final was asked of a model that is not: then what is open is listed, and nothing else is to be written. */
export function isRefused(open: readonly string[], terminal: Terminal, exit: Exit): boolean {
  if (open.length === 0) return false;
  terminal.error(unobeyed(`This model is not final. ${open.join("\n")}\n`));
  exit(exits.findings);
  return true;
}

/** What a model may be named by. */
export const modelWords = "a file, a folder with model.yaml, or the name of a folder under models/";

/** How to write what a command has to say: one of some writers, text unless told. */
export function asOption(writers: object): Option {
  return new Option("--as <form>", "how to write it").choices(Object.keys(writers)).default("text");
}

/** The named scenario of the model whose values are taken. */
export function scenarioOption(): Option {
  return new Option("--scenario <name>", "with the values of a named scenario of the model");
}

/** New values for assumptions of the model. */
export function setOption(): Option {
  return new Option("--set <id=value>", "replace an assumption; may be given again").argParser(collectSet);
}

/** That nothing is to be had of a model that is not final; `also` says what else would keep it from being so. */
export function finalOption(also = ""): Option {
  return new Option("--final", `refuse while a number only holds the place of the real one${also}`);
}

/** Beside numbers, what the check of a model would say. */
export const orUnmet = ", or a condition is not met";

/** Collects `--set ID=VALUE`, as often as it is given. */
function collectSet(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) {
    throw wrongOption(
      "--set",
      "ID=VALUE",
      text,
      "write it like unit-cost=51080 or set-up-costs@2014/15=60000",
    );
  }
  const id = text.slice(0, at).trim();
  if (Object.hasOwn(before, id)) throw setTwice(id, before[id], text);
  return { ...before, [id]: text.slice(at + 1).trim() };
}

function setTwice(id: string, before: string | undefined, text: string): InvestToSaveError {
  return refusal({
    code: "wrong-option",
    path: ["--set"],
    message: `${id} is set twice`,
    expected: "one value for each assumption",
    received: `${id}=${before} and ${text}`,
    hint: "leave one of them out",
  });
}

/** The unit of print by name. */
export function scaleOf(text: string): Scale {
  if (text === "pounds" || text === "thousands" || text === "millions") return text;
  throw wrongOption("--unit", "pounds, thousands or millions", text);
}

/** A small whole number, such as of decimal places. */
export function decimalsOf(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw wrongOption("--decimals", "a whole number from 0 to 9", text);
}

/** More than these are seldom read; mending them often mends the rest. */
const mostShown = 100;

/** Issues as a person reads them, with a line that counts them. */
export function issuesText(issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const shown = issues.length > mostShown ? `; the first ${mostShown} are shown` : "";
  const count = `${errors} ${errors === 1 ? "fault" : "faults"} to mend${shown}`;
  return `${issues.slice(0, mostShown).map(issueText).join("\n\n")}\n\n${count}\n`;
}

/** Beside what was asked for a few warnings are read. */
const mostWarnings = 20;

/** Warnings as a person reads them: the first, and how many more there are. */
function warningsText(issues: readonly Issue[]): string {
  const more = issues.length - mostWarnings;
  const rest = more > 0 ? [`and ${separated(String(more))} more ${more === 1 ? "warning" : "warnings"}`] : [];
  return [...issues.slice(0, mostWarnings).map(issueText), ...rest].map((text) => `${text}\n`).join("");
}

/** How figures are rounded for print. */
export function roundOption(): Option {
  return new Option("--round <rule>", "each figure on its own, or so that printed sums hold")
    .choices(["independent", "footed"])
    .default("independent");
}
