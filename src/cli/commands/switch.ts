import type { Command } from "commander";
import { type InvestToSaveError, refusal } from "../../issue/refusal.ts";
import type { Programme } from "../../programme/programme.ts";
import { switchingDocument } from "../../sheet/document/switching-document.ts";
import type { SwitchingOptions } from "../../vary/switching/switching.ts";
import { switchingValue, switchingValues } from "../../vary/switching/switching-value.ts";
import { documentWriters } from "../../write/document.ts";
import { asOption, loadModel, type ModelOptions, modelWords, scenarioOption, setOption } from "../options.ts";
import { outcomeAsked } from "../outcome-asked.ts";
import { watched } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { askedFor, onTerms, type TermsOptions, withTerms } from "../terms.ts";
import { collected } from "./scenarios.ts";

interface SwitchOptions extends ModelOptions, TermsOptions {
  readonly as: keyof typeof documentWriters;
  readonly measure?: string;
  readonly assumption?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly target?: string;
  readonly above?: string;
  readonly below?: string;
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** `switch`: the value of each assumption at which an outcome turns. */
export function addSwitch(program: Command, terminal: Terminal): void {
  const command = program
    .command("switch")
    .summary("the value of each assumption at which an outcome turns")
    .description(
      "Looks for the value at which a measure, row or condition turns, one assumption at a time:\na net present value from a gain to a loss, a condition from holding to not holding.",
    )
    .argument("<model>", modelWords)
    .option("--measure <outcome>", "the measure, row or condition that is to turn")
    .option("--assumption <name>", "an assumption to move; may be given again (default: all)", collected)
    .option("--at-least <value>", "what the outcome is asked for (default: net present value at least 0 …)")
    .option("--at-most <value>", "or at most this, such as a payback within 5 years")
    .option("--above <value>", "or more than this")
    .option("--below <value>", "or less than this")
    .option("--target <value>", "or exactly this")
    .option("--from <value>", "search one assumption from here (default: its low)")
    .option("--to <value>", "to here (default: its high)")
    .addOption(asOption(documentWriters))
    .addOption(scenarioOption())
    .addOption(setOption());
  withTerms(command)
    .addHelpText(
      "after",
      '\nExamples:\n  invest-to-save switch leeds-family-valued --measure "balance in 2016/17"\n  invest-to-save switch leicestershire-community-budget --measure payback --at-most 5',
    )
    .action((model: string, options: SwitchOptions) => {
      const programme = loadModel(model, options, terminal);
      const asked = askedOf(programme, options);
      const { assumption = [], from, to } = options;
      const [only] = assumption;
      if (assumption.length !== 1 && (from ?? to) !== undefined) throw rangeOfOne(assumption.length);
      const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const found = watched(terminal, "assumptions", (progress) =>
        only !== undefined && assumption.length === 1
          ? [switchingValue(programme, { ...asked, ...range, progress, assumption: only })]
          : switchingValues(programme, {
              ...asked,
              progress,
              ...(only === undefined ? {} : { assumptions: assumption }),
            }),
      );
      if (found.length === 0) throw nothingToMove();
      const outcomes = found.map(({ outcome }) => outcome);
      terminal.out(
        documentWriters[options.as](switchingDocument(onTerms(programme, options, outcomes), found)),
      );
    });
}

/** Of which outcome what is asked, and on what terms. */
function askedOf(programme: Programme, options: SwitchOptions) {
  const outcome = outcomeAsked(programme, options.measure, options);
  return { outcome, appraisal: askedFor(options), ...bounds(options) };
}

function nothingToMove(): InvestToSaveError {
  return refusal({
    code: "missing-key",
    path: ["--assumption"],
    message: "the model has no amount to move",
    expected: "an assumption by its name, or an amount of the model other than nil",
    received: "none",
    hint: "name an assumption with --assumption, and from where to where it is searched",
  });
}

function rangeOfOne(named: number): InvestToSaveError {
  return refusal({
    code: "wrong-option",
    path: ["--from"],
    message: "a range is searched for one assumption at a time",
    expected: "--from and --to with one --assumption",
    received: named === 0 ? "no assumption" : `${named} assumptions`,
    hint: "name one assumption, or leave --from and --to out",
  });
}

/** What is asked of the outcome, as it was said. */
function bounds({ target, above, below, atLeast, atMost }: SwitchOptions): Partial<SwitchingOptions> {
  return {
    ...(target === undefined ? {} : { target }),
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below }),
    ...(atLeast === undefined ? {} : { "at least": atLeast }),
    ...(atMost === undefined ? {} : { "at most": atMost }),
  };
}
