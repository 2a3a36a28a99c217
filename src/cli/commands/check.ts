import type { Command } from "commander";
import { auditSheet } from "../../audit/own-sheet.ts";
import { findingLines } from "../../audit/report/sentences.ts";
import { check, type Report } from "../../check/check.ts";
import { layOut } from "../../sheet/lay-out.ts";
import type { Sheet } from "../../sheet/sheet.ts";
import { evaluate } from "../../table/evaluate.ts";
import { writeReport } from "../../write/report.ts";
import {
  finalOption,
  isRefused,
  loadModel,
  type ModelOptions,
  modelWords,
  placeholderList,
  scenarioOption,
  setOption,
} from "../options.ts";
import { type Exit, exits, type Terminal } from "../terminal.ts";

/** `check`: integrity and the model's own conditions, with a master line. */
export function addCheck(program: Command, terminal: Terminal, exit: Exit): void {
  program
    .command("check")
    .summary("check that a model adds up and meets its conditions")
    .description(
      "Checks that the model adds up in every period and meets its own conditions.\nExits with 1 when something does not hold.",
    )
    .argument("<model>", modelWords)
    .addOption(finalOption())
    .addOption(scenarioOption())
    .addOption(setOption())
    .addHelpText("after", "\nExample:\n  invest-to-save check leeds-family-valued")
    .action((model: string, options: ModelOptions) => {
      const programme = loadModel(model, options, terminal);
      if (isRefused(options.final ? placeholderList(programme) : [], terminal, exit)) return;
      const table = evaluate(programme);
      const report = withSheet(check(table), layOut(table));
      terminal.out(writeReport(report));
      if (!report.holds) exit(exits.findings);
    });
}

/** A report with what an auditor of the printed sheet would say, who has nothing but its figures. */
function withSheet(report: Report, sheet: Sheet): Report {
  const { block, findings, cells } = auditSheet(sheet);
  const holds = findings.length === 0;
  const printed = {
    label: "every printed sum holds within what rounding allows, each on its own and all together",
    kind: "integrity",
    holds,
    severity: "error",
    failures: findings.map((finding) => findingLines(block, finding, cells).join(" ")),
  } as const;
  const sums = report.findings.filter(({ kind }) => kind === "integrity");
  const rest = report.findings.filter(({ kind }) => kind !== "integrity");
  return { ...report, holds: report.holds && holds, findings: [...sums, printed, ...rest] };
}
