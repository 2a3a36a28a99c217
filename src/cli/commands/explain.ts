import type { Command } from "commander";
import { appraise } from "../../appraisal/appraise.ts";
import { InvestToSaveError } from "../../issue/refusal.ts";
import { isOfAppraisal } from "../../programme/appraisal-ids.ts";
import type { Programme } from "../../programme/programme.ts";
import { explain, rowNamed } from "../../table/explain.ts";
import { writeExplanation } from "../../write/explanation.ts";
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
import type { Exit, Terminal } from "../terminal.ts";
import { askedFor, type TermsOptions, withTerms } from "../terms.ts";

interface ExplainOptions extends ModelOptions, TermsOptions {}

/**
 * The programme that has the line: appraised where terms are asked for or the line is an appraisal's, on the terms of the model
 * but for those asked for.
 */
function havingLine(programme: Programme, line: string, options: TermsOptions): Programme {
  const asked = askedFor(options);
  if (Object.keys(asked).length > 0 || isOfAppraisal(line.trim().toLowerCase()))
    return appraise(programme, asked);
  if (rowNamed(programme, line)) return programme;
  const appraised = appraisedIfItCan(programme);
  return appraised && rowNamed(appraised, line) ? appraised : programme;
}

/** A name that is a slip is refused as a line of the model, also where the model lacks what an appraisal needs. */
function appraisedIfItCan(programme: Programme): Programme | undefined {
  try {
    return appraise(programme);
  } catch (error) {
    if (error instanceof InvestToSaveError) return undefined;
    throw error;
  }
}

/** `explain`: how a figure came about, down to the assumptions and their sources. */
export function addExplain(program: Command, terminal: Terminal, exit: Exit): void {
  const command = program
    .command("explain")
    .summary("say how a figure came about")
    .description(
      "Says how a figure came about, as an indented trace from the figure to the assumptions and their sources.\nWithout a period it explains the total. A figure of the appraisal is explained on the terms of the model,\nor on those given.",
    )
    .argument("<model>", modelWords)
    .argument("<line>", "the label or id of a line, total or appraised figure, such as balance")
    .argument("[period]", "a year, quarter or month, such as 2016/17")
    .addOption(finalOption())
    .addOption(scenarioOption())
    .addOption(setOption());
  withTerms(command)
    .addHelpText(
      "after",
      '\nExamples:\n  invest-to-save explain leeds-family-valued balance 2016/17\n  invest-to-save explain leeds-family-valued "Discounted costs" 2016/17 --case economic',
    )
    .action((model: string, line: string, period: string | undefined, options: ExplainOptions) => {
      const programme = loadModel(model, options, terminal);
      if (isRefused(options.final ? placeholderList(programme) : [], terminal, exit)) return;
      const explanation = explain(havingLine(programme, line, options), line, period);
      terminal.out(writeExplanation(explanation));
    });
}
