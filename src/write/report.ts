import type { Finding, Report } from "../check/check.ts";
import { checkHandedOn } from "../issue/handed-on.ts";
import { stampWords } from "../programme/stamp/stamp.ts";
import { draftHeading } from "./draft.ts";
import { oneLine } from "./text.ts";

/**
 * A report as text: a line for each check (`ok`, `warning` or `FAILS`), below it where it does not hold and by how much,
 * a master line, and what made it from which inputs. While the model has placeholders, the report is headed DRAFT.
 * Throws `InvestToSaveError` with `wrong-shape` for what is no report.
 *
 * @example
 * ```ts
 * import { check, cost, evaluate, programme, writeReport, years } from "invest-to-save";
 * const p = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_500));
 * writeReport(check(evaluate(p))).trimEnd().split("\n").at(-2); // => "All 4 checks hold."
 * ```
 */
export function writeReport(report: Report): string {
  checkHandedOn(report, { name: "report", by: "check", lists: ["findings"], keyed: ["stamp"] });
  const failing = report.findings.filter(({ holds }) => !holds);
  const all = `All ${report.findings.length} checks hold.`;
  const some = `${failing.length} of ${report.findings.length} checks ${failing.length === 1 ? "does" : "do"} not hold.`;
  const warned = report.holds ? " None of them is an error." : "";
  const master = failing.length === 0 ? all : `${some}${warned}`;
  const head = report.draft ? [draftHeading, ""] : [];
  return `${[...head, ...report.findings.flatMap(findingLines), "", master, stampWords(report.stamp)].join("\n")}\n`;
}

function findingLines({ label, holds, severity, failures, says }: Finding): string[] {
  const word = holds ? "ok" : severity === "warning" ? "warning" : "FAILS";
  const details = [...failures, ...(says === undefined || holds ? [] : [says])];
  return [
    `${word.padEnd(9)}${oneLine(label)}`,
    ...details.map((detail) => `${" ".repeat(11)}${oneLine(detail)}`),
  ];
}
