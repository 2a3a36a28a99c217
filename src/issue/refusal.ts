import { type Fault, hasErrors, type Issue, issueText } from "./issue.ts";

/**
 * The one error that the library throws on faulty input. It carries every issue that was found, not the first only.
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
    super(issues.map(issueText).join("\n"));
    this.name = "InvestToSaveError";
    this.issues = issues;
  }
}

/** What a function throws for the faults of what it was asked: each is an error. */
export function refusal(...faults: readonly Fault[]): InvestToSaveError {
  return new InvestToSaveError(faults.map((fault) => ({ ...fault, severity: "error" })));
}

/** Throws the one typed error when any of the issues is an error; otherwise does nothing. */
export function refuseErrors(issues: readonly Issue[]): void {
  if (hasErrors(issues)) throw new InvestToSaveError(issues);
}

/** The issues that an error carries; any other error is no fault of a model, and is thrown on. */
export function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof InvestToSaveError) return error.issues;
  throw error;
}
