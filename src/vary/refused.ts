import { InvestToSaveError, type Issue } from "../issue.ts";

/** One issue with what was asked, thrown. */
export function refusedName(issue: Omit<Issue, "severity">): InvestToSaveError {
  return new InvestToSaveError([{ ...issue, severity: "error" }]);
}
