import type { Command } from "commander";
import { appraise } from "../appraisal/appraise.ts";
import type { Programme } from "../programme/programme.ts";
import { explain } from "../table/explain.ts";
import { writeExplanation } from "../write/explanation.ts";
import { collectSet, isRefused, loadModel, type ModelOptions, placeholderList } from "./options.ts";
import type { Exit, Terminal } from "./terminal.ts";

/** A figure of the appraisal is explained with the rows that it adds, on the terms of the model. */
function withAppraisal(programme: Programme, line: string): Programme {
  return /^appraisal\./i.test(line.trim()) ? appraise(programme) : programme;
}

/** `explain`: how a figure came about, down to the assumptions and their sources. */
export function addExplain(program: Command, terminal: Terminal, exit: Exit): void {
  program
    .command("explain")
    .summary("say how a figure came about")
    .description(
      "Says how a figure came about, as an indented trace from the figure to the assumptions and their sources.\nWithout a period it explains the total.",
    )
    .argument("<model>", "a file, a folder with model.yaml, or the name of a folder under models/")
    .argument("<line>", "the label or id of a line or total, such as balance")
    .argument("[period]", "a year, quarter or month, such as 2016/17")
    .option("--final", "refuse while a number only holds the place of the real one")
    .option("--scenario <name>", "with the values of a named scenario of the model")
    .option("--set <id=value>", "replace an assumption; may be given again", collectSet)
    .addHelpText("after", "\nExample:\n  invest-to-save explain leeds-family-valued balance 2016/17")
    .action((model: string, line: string, period: string | undefined, options: ModelOptions) => {
      const programme = loadModel(model, options, terminal);
      if (isRefused(options.final ? placeholderList(programme) : [], terminal, exit)) return;
      terminal.out(writeExplanation(explain(withAppraisal(programme, line), line, period)));
    });
}
