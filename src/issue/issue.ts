import { received, seen } from "./received.ts";

/** How grave a fault is: an error makes the model unusable, a warning does not. */
export type Severity = "error" | "warning";

/**
 * Every kind of fault that the library can report, with what it means.
 * `docs/errors.md` shows each of them, provoked by a file.
 */
export const issueCodes = {
  "no-such-file": "a file, folder or model that is not there",
  "cannot-write": "a file that cannot be written to the place that was named",
  "file-exists": "a file or folder that is there already and would be overwritten",
  "wrong-option": "an option or argument of the command that it does not have, lacks, or cannot have so",
  "forbidden-path": "a path that leads out of the folder of the model",
  "empty-file": "the file has nothing in it",
  "binary-file": "the file is not text",
  "file-too-large": "the file is larger than any model needs to be",
  "too-deep": "the file is nested deeper than any model needs to be",
  "broken-file": "the file is not well-formed YAML, JSON or CSV",
  "forbidden-key": "a key that could damage the program that reads it",
  "unknown-key": "a key that has no meaning in this place",
  "missing-key": "a key that must be there is not",
  "wrong-shape": "a value of the wrong kind: a list for a number, a number for text",
  "not-a-number": "an amount that is not a finite decimal number",
  "too-many-digits": "an amount with more significant digits than are kept exactly",
  "out-of-range": "a number that is impossible here: a share above 1, a negative head count",
  "malformed-period": "a year, quarter, month or date that cannot be read",
  "year-outside-timeline": "a period that lies outside the model's timeline",
  "period-too-fine": "a month or quarter where the timeline has only years",
  "period-given-twice": "two amounts for one period",
  "end-before-start": "a span that ends before it starts",
  "duplicate-id": "two things that have one id",
  "unknown-name": "a name that nothing in the model has",
  "unknown-unit": "a unit that is not on the list of units",
  "wrong-unit": "a number in another unit than the place needs, or units that cannot be combined",
  "wrong-prices": "real and nominal money combined without a deflator",
  cycle: "lines that depend on each other within one period",
  "two-balancing-lines": "two lines that would both meet what is left in one period",
  "no-source": "a number that states no source and inherits none",
  "unused-assumption": "an assumption that no line uses",
  "division-by-nil": "a quotient whose divisor is nil",
  "no-lines": "a programme without a single line",
  "no-table": "a file to audit that has no table of figures in it",
  "table-too-large": "a table to audit with more rows or columns than any report prints",
} as const;

/** The code of a fault, one of {@link issueCodes}. */
export type IssueCode = keyof typeof issueCodes;

/** Where in a text a fault stands; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A fault as data: what is wrong, where, what was expected, what was received and what to do next.
 *
 * @example
 * ```ts
 * import { issueText } from "invest-to-save";
 * issueText({
 *   code: "unknown-key", severity: "error", path: ["costs", "Rent", "levle"],
 *   message: "costs > Rent has no use for “levle”", expected: "level, ramp", received: "levle",
 *   hint: "did you mean “level”?",
 * });
 * // => "error unknown-key: costs > Rent has no use for “levle”\n  expected: level, ramp\n  received: levle\n  hint: did you mean “level”?"
 * ```
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** The keys that lead to the fault, outermost first. */
  readonly path: readonly string[];
  /** Where in the file; only for programmes that were read from a text. */
  readonly place?: Place;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
}

/** An issue before it is said how grave it is. */
export type Fault = Omit<Issue, "severity">;

/**
 * An issue as a person reads it: one line with place, code and message, then what was expected and received and
 * a hint, each on an indented line of its own. Throws {@link InvestToSaveError} with `wrong-shape` for what is no issue.
 *
 * @example
 * ```ts
 * import { issueText } from "invest-to-save";
 * issueText({ code: "no-lines", severity: "error", path: [], message: "there is nothing to add up" });
 * // => "error no-lines: there is nothing to add up"
 * ```
 */
export function issueText(issue: Issue): string {
  if (!isIssue(issue)) throw new InvestToSaveError([notIssue("issue", issue)]);
  const at = issue.place ? `${issue.place.file}:${issue.place.line}:${issue.place.column} ` : "";
  const lines = [`${at}${issue.severity} ${issue.code}: ${issue.message}`];
  if (issue.expected !== undefined) lines.push(`  expected: ${issue.expected}`);
  if (issue.received !== undefined) lines.push(`  received: ${seen(issue.received)}`);
  if (issue.hint !== undefined) lines.push(`  hint: ${issue.hint}`);
  return lines.map(printable).join("\n");
}

const longestLine = 1000;

/** Text of a file on one line that is not endless, without the signs that would move the cursor or colour the screen. */
function printable(text: string): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trimEnd();
  return plain.length > longestLine ? `${plain.slice(0, longestLine)}…` : plain;
}

/**
 * Whether any of the issues makes the model unusable. Throws {@link InvestToSaveError} with `wrong-shape` for what is no list
 * of issues.
 *
 * @example
 * ```ts
 * import { hasErrors } from "invest-to-save";
 * hasErrors([{ code: "unused-assumption", severity: "warning", path: [], message: "nothing uses it" }]); // => false
 * ```
 */
export function hasErrors(issues: readonly Issue[]): boolean {
  const faults = notIssues(issues);
  if (faults.length > 0) throw new InvestToSaveError(faults);
  return issues.some((issue) => issue.severity === "error");
}

/**
 * The one error that the library throws on faulty input. It carries every issue that was found, not the first only.
 * What is no list of issues it does not carry, and says so in their place: `wrong-shape`.
 *
 * @example
 * ```ts
 * import { cost, InvestToSaveError, programme, years } from "invest-to-save";
 * let codes: string[] = [];
 * try {
 *   programme("No source", years("2024/25", "2025/26"), {}, cost("Rent", { "2024/25": 1_000 }));
 * } catch (error) {
 *   if (error instanceof InvestToSaveError) codes = error.issues.map((issue) => issue.code);
 * }
 * codes.join();
 * // => "no-source"
 * ```
 */
export class InvestToSaveError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    const faults = notIssues(issues);
    const carried = faults.length > 0 ? faults : issues;
    super(carried.map(issueText).join("\n"));
    this.name = "InvestToSaveError";
    this.issues = carried;
  }
}

/** The fault of what is no list of issues; none where it is one. */
function notIssues(given: unknown): Issue[] {
  if (!Array.isArray(given)) return [notIssue("issues", given)];
  // A hole in a list is nothing too.
  const wrong = Array.from(given).findIndex((one) => !isIssue(one));
  return wrong < 0 ? [] : [notIssue("issues", given[wrong])];
}

function isIssue(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  const { code, message } = given as Partial<Issue>;
  return typeof code === "string" && typeof message === "string";
}

function notIssue(name: string, given: unknown): Issue {
  return {
    code: "wrong-shape",
    severity: "error",
    path: [name],
    message: `${name} cannot be ${received(given)}`,
    expected: "what is found wrong, as build, read or an error carries it in its issues",
    received: received(given),
    hint: "give the issues, and not what holds them",
  };
}
