import { type Fault, hasErrors, InvestToSaveError, type Issue } from "./issue.ts";

export { InvestToSaveError } from "./issue.ts";

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
