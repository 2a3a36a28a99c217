import type { Command } from "commander";
import { scenariosDocument } from "../../sheet/document/scenarios-document.ts";
import { compareScenarios } from "../../vary/scenarios.ts";
import { documentWriters } from "../../write/document.ts";
import { asOption, loadModel, type ModelOptions, modelWords, setOption } from "../options.ts";
import { watched } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { askedFor, onTerms, type TermsOptions, withTerms } from "../terms.ts";

interface ScenariosOptions extends ModelOptions, TermsOptions {
  readonly as: keyof typeof documentWriters;
  readonly measure?: readonly string[];
}

/** `scenarios`: the named scenarios of a model side by side with the model as it stands. */
export function addScenarios(program: Command, terminal: Terminal): void {
  const command = program
    .command("scenarios")
    .summary("the scenarios of a model side by side")
    .description(
      "Compares the named scenarios of a model with the model as it stands: measures, rows or\nconditions, the differences, and the conditions that do not hold.",
    )
    .argument("<model>", modelWords)
    .option("--measure <outcome>", "a measure, row or condition; may be given again", collected)
    .addOption(asOption(documentWriters))
    .addOption(setOption());
  withTerms(command)
    .addHelpText(
      "after",
      '\nExamples:\n  invest-to-save scenarios leicestershire-community-budget\n  invest-to-save scenarios leicestershire-community-budget --measure payback --measure "balance in 2013/14"',
    )
    .action((model: string, options: ScenariosOptions) => {
      const programme = loadModel(model, options, terminal);
      const appraisal = askedFor(options);
      const asked = {
        ...(options.measure === undefined ? {} : { outcomes: options.measure }),
        ...(Object.keys(appraisal).length === 0 ? {} : { appraisal }),
      };
      const compared = watched(terminal, "scenarios", (progress) =>
        compareScenarios(programme, { ...asked, progress }),
      );
      terminal.out(
        documentWriters[options.as](
          scenariosDocument(onTerms(programme, options, compared.outcomes), compared),
        ),
      );
    });
}

/** Collects an option that may be given again. */
export function collected(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
