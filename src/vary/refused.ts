import type { Issue } from "../issue/issue.ts";
import { InvestToSaveError } from "../issue/refusal.ts";

/** One issue with what was asked, thrown. */
export function refusedName(issue: Omit<Issue, "severity">): InvestToSaveError {
  return new InvestToSaveError([{ ...issue, severity: "error" }]);
}
