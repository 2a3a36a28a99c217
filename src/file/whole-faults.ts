import { appraise } from "../appraisal/appraise.ts";
import { withOption } from "../appraisal/with-option.ts";
import type { Issue } from "../issue/issue.ts";
import { issuesOf } from "../issue/refusal.ts";
import type { Programme } from "../programme/programme.ts";
import { rangeFaults } from "../vary/simulation/uncertain.ts";

/** What is said of a programme as a whole, once it stands: of its appraisal, and of its ranges. */
export function wholeFaults(programme: Programme): Issue[] {
  const issues: Issue[] = [];
  checkAppraisal(programme, issues);
  return [...issues, ...rangeFaults(programme)];
}

/** What a model says of its appraisal is tried when it is read, so that faults in it have their place. */
function checkAppraisal(programme: Programme, issues: Issue[]): void {
  const { appraisal } = programme.options;
  if (appraisal === undefined) return;
  const found: Issue[] = [];
  collect(found, [], () => appraise(programme));
  // A block that names no case serves either: real money without a deflator has an economic case alone, and that will do.
  if (appraisal.case === undefined && found.every(({ code }) => code === "wrong-prices"))
    found.splice(0, found.length, ...economicFaults(programme, found));
  issues.push(...found);
  for (const [label, terms] of Object.entries(appraisal.options ?? {}))
    collect(issues, ["appraisal", "options", label], () => withOption(programme, terms));
}

/** The faults of a model that names no case, where its economic case has some too; none where that stands. */
function economicFaults(programme: Programme, found: readonly Issue[]): readonly Issue[] {
  const economic: Issue[] = [];
  collect(economic, [], () => appraise(programme, { case: "economic" }));
  return economic.length === 0 ? [] : found;
}

/** Runs something for the issues that it throws; they are placed under a path where they have none in the file. */
function collect(issues: Issue[], under: readonly string[], run: () => unknown): void {
  try {
    run();
  } catch (error) {
    for (const issue of issuesOf(error))
      issues.push(under.length === 0 ? issue : { ...issue, path: [...under, ...issue.path.slice(-1)] });
  }
}
