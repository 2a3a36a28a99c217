import { type Issue, issueCodes, issueText } from "../../src/issue/issue.ts";
import { InvestToSaveError } from "../../src/issue/refusal.ts";

/** What came of one input: what was refused, where a place may lie, and every text that was written. */
export interface Answer {
  readonly issues: readonly Issue[];
  /** The texts that places may lie in, by the name of their file; left out where there is no file. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the input was refused, so that an error must say why. */
  readonly refused: boolean;
  readonly written?: readonly string[];
  /** What the reader itself found to be broken. */
  readonly broken?: readonly string[];
}

/** One input made ready: how a person would see it, and what is done with it. */
export interface Input {
  readonly shown: string;
  readonly act: () => Answer | Promise<Answer>;
}

/** Words that stand for a slip of the programmer. They may be said where the input says them. */
const slips = ["undefined", "NaN", "Infinity", "[object", "=>"];
const stack = /\n\s+at .+:\d+:\d+/;

const globals = [Object, Array, String, Number, Function, Map, Promise].map(({ prototype }) => prototype);
const shapeOfGlobals = () => JSON.stringify(globals.map((own) => Reflect.ownKeys(own).map(String)));
const cleanShape = shapeOfGlobals();

/** Does what is to be done with an input, and says which promises it broke. */
export async function brokenBy({ shown, act }: Input): Promise<string[]> {
  const broken: string[] = [];
  try {
    const answer = await act();
    broken.push(
      ...(answer.broken ?? []),
      ...answer.issues.flatMap((issue) => brokenIn(issue, answer, shown)),
    );
    if (answer.refused && !answer.issues.some(({ severity }) => severity === "error"))
      broken.push("it was refused without an error");
    for (const text of answer.written ?? []) broken.push(...slipsIn(text, shown));
  } catch (error) {
    broken.push(`it threw ${error instanceof Error ? error.stack : String(error)}`);
  }
  if (shapeOfGlobals() !== cleanShape) broken.push("a prototype of the language was changed");
  return broken;
}

function brokenIn(issue: Issue, { files }: Answer, shown: string): string[] {
  const broken = slipsIn(issueText(issue), shown);
  if (!(issue.code in issueCodes)) broken.push(`no such code: ${issue.code}`);
  for (const part of [issue.message, issue.expected, issue.received, issue.hint])
    if (part !== undefined && typeof part !== "string")
      broken.push(`a part that is no text: ${issueText(issue)}`);
  if (/^ {2}(?:expected|received|hint): *$/m.test(issueText(issue)))
    broken.push(`an empty part: ${JSON.stringify(issue)}`);
  if (files === undefined) return broken;
  const { place } = issue;
  const text = place && Object.hasOwn(files, place.file) ? files[place.file] : undefined;
  if (place === undefined) return [...broken, `no place: ${issueText(issue)}`];
  if (text === undefined) return [...broken, `a place in no file that was read: ${issueText(issue)}`];
  const lines = linesIn(text);
  const isInside = place.line >= 1 && place.line <= lines && place.column >= 1;
  return isInside && place.column <= text.length + 1
    ? broken
    : [...broken, `a place outside: ${issueText(issue)}`];
}

let counted = { text: "", lines: 1 };

/** How many lines a text has, by any of the ways in which a reader takes a line to end. */
function linesIn(text: string): number {
  if (counted.text !== text) counted = { text, lines: text.split(/\r\n|[\n\r\u2028\u2029]/).length };
  return counted.lines;
}

function slipsIn(text: string, shown: string): string[] {
  const found = slips.filter((slip) => text.includes(slip) && !shown.includes(slip.trim()));
  return [...found, ...(stack.test(text) ? ["a stack"] : [])].map((slip) => {
    const at = Math.max(0, text.indexOf(slip));
    return `it says ${slip}: ${JSON.stringify(text.slice(Math.max(0, at - 200), at + 200))}`;
  });
}

/** What something gives, or the issues that refuse it; anything else that is thrown goes on. */
export function orIssues<T>(
  act: () => T,
): { value: T; issues: [] } | { value: undefined; issues: readonly Issue[] } {
  try {
    return { value: act(), issues: [] };
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    return { value: undefined, issues: error.issues };
  }
}

/** The same for what ends later. */
export async function orIssuesLater<T>(
  act: () => Promise<T>,
): Promise<{ value: T; issues: [] } | { value: undefined; issues: readonly Issue[] }> {
  try {
    return { value: await act(), issues: [] };
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    return { value: undefined, issues: error.issues };
  }
}
