import type { Command } from "commander";
import { appraise } from "../../appraisal/appraise.ts";
import { compareOptions } from "../../appraisal/compare-options.ts";
import { appraisalDocument } from "../../sheet/document/appraisal-document.ts";
import type { Scale } from "../../sheet/sheet.ts";
import { documentWriters } from "../../write/document.ts";
import {
  asOption,
  decimalsOf,
  finalOption,
  isRefused,
  loadModel,
  type ModelOptions,
  modelWords,
  openIn,
  orUnmet,
  scaleOf,
  scenarioOption,
  setOption,
} from "../options.ts";
import type { Exit, Terminal } from "../terminal.ts";
import { askedFor, type TermsOptions, withTerms } from "../terms.ts";

interface AppraiseOptions extends ModelOptions, TermsOptions {
  readonly as: keyof typeof documentWriters;
  readonly unit?: Scale;
  readonly decimals?: number;
}

/** `appraise`: present values, payback and the other measures of a model, what each body gives and gets, and its options. */
export function addAppraise(program: Command, terminal: Terminal, exit: Exit): void {
  const command = program
    .command("appraise")
    .summary("present values, payback and what each body gives and gets")
    .description(
      "Appraises a model: the financial case (the cash of one body) or the economic case\n(real money, all bodies together), with its measures in words and the terms it is on.",
    )
    .argument("<model>", modelWords);
  withTerms(command)
    .option("--unit <unit>", "pounds, thousands or millions (default: as the model says)", scaleOf)
    .option("--decimals <n>", "decimal places of money", decimalsOf)
    .addOption(asOption(documentWriters))
    .addOption(finalOption(orUnmet))
    .addOption(scenarioOption())
    .addOption(setOption())
    .addHelpText(
      "after",
      '\nExamples:\n  invest-to-save appraise leeds-family-valued\n  invest-to-save appraise leeds-family-valued --case economic --schedule "green book 2022" --timing middle\n  invest-to-save appraise leeds-family-valued --rate 5% --as markdown',
    )
    .action((model: string, options: AppraiseOptions) => {
      const programme = loadModel(model, options, terminal);
      if (isRefused(options.final ? openIn(programme) : [], terminal, exit)) return;
      const asked = askedFor(options);
      const compared = compareOptions(programme, undefined, asked);
      const document = appraisalDocument(appraise(programme, asked), {
        ...layOutOf(options),
        options: compared,
      });
      terminal.out(documentWriters[options.as](document));
    });
}

function layOutOf({ unit, decimals }: AppraiseOptions) {
  return { ...(unit === undefined ? {} : { unit }), ...(decimals === undefined ? {} : { decimals }) };
}
