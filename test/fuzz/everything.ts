import { appraise } from "../../src/appraisal/appraise.ts";
import { measures } from "../../src/appraisal/measures.ts";
import { check } from "../../src/check/check.ts";
import { read } from "../../src/file/read.ts";
import { writeModel } from "../../src/file/write.ts";
import type { Issue } from "../../src/issue/issue.ts";
import { writeReportPage } from "../../src/page/report-page.ts";
import type { Programme } from "../../src/programme/programme.ts";
import { evaluate } from "../../src/table/evaluate.ts";
import { explain } from "../../src/table/explain.ts";
import { simulate } from "../../src/vary/simulation/simulate.ts";
import { writeWord } from "../../src/word/write.ts";
import { writeWorkbook } from "../../src/workbook/write.ts";
import { writeExplanation } from "../../src/write/explanation.ts";
import { print, writers } from "../../src/write/print.ts";
import { writeReport } from "../../src/write/report.ts";
import type { Chance } from "./chance.ts";
import { orIssues, orIssuesLater } from "./promises.ts";

/** What came of doing with a programme whatever can be done with one. */
export interface Done {
  readonly issues: readonly Issue[];
  readonly written: readonly string[];
  readonly broken: readonly string[];
}

const forms = Object.keys(writers) as (keyof typeof writers)[];

/** Prints, checks, explains and appraises a programme and writes it as a file; now and then it draws, and makes documents. */
export async function everythingWith(programme: Programme, chance: Chance): Promise<Done> {
  const issues: Issue[] = [];
  const written: string[] = [];
  const broken: string[] = [];
  const done = (act: () => string) => {
    const { value, issues: refused } = orIssues(act);
    issues.push(...refused);
    if (value !== undefined) written.push(value);
    return value;
  };
  const options = {
    as: chance.of(forms),
    unit: chance.of(["pounds", "thousands", "millions"] as const),
    round: chance.of(["independent", "footed"] as const),
  };
  const printed = done(() => print(programme, options));
  done(() => writeReport(check(evaluate(programme))));
  done(() => writeExplanation(explain(programme, chance.of([...programme.rows.keys()]))));
  done(() => JSON.stringify(measures(appraise(programme))));
  const file = done(() => writeModel(programme));
  if (file !== undefined) {
    const again = read(file);
    if (again.programme === undefined)
      broken.push(
        `it cannot be read again: ${again.issues.find(({ severity }) => severity === "error")?.message}`,
      );
    else {
      const anew = done(() => print(again.programme as Programme, options));
      if (printed !== anew)
        broken.push(`it prints otherwise when it is written and read again: ${firstUnlike(printed, anew)}`);
    }
  }
  if (chance.happens(0.05)) done(() => JSON.stringify(simulate(programme, { draws: 256 })));
  // Documents of a hundred months take seconds, and are made elsewhere.
  if (chance.happens(0.03) && programme.rows.size * programme.timeline.count < 1_000) {
    const make = chance.of([writeWorkbook, writeWord, writeReportPage]);
    const { value, issues: refused } = await orIssuesLater<Uint8Array | string>(() => make(programme));
    issues.push(...refused);
    // The page's own script is code.
    if (typeof value === "string") written.push(value.replace(/<script>[\s\S]*<\/script>/, ""));
  }
  return { issues, written, broken };
}

/** The first line in which two texts are unlike, of either. */
function firstUnlike(one = "", other = ""): string {
  const [lines, others] = [one.split("\n"), other.split("\n")];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at < 0 ? `more: ${others[lines.length]}` : `${lines[at]} | ${others[at]}`;
}
