import type { Command } from "commander";
import type { Scale, SheetRounding } from "../../sheet/sheet.ts";
import { findModel } from "../files.ts";
import {
  finalOption,
  isRefused,
  loadModel,
  type ModelOptions,
  modelWords,
  openIn,
  orUnmet,
  roundOption,
  scaleOf,
  scenarioOption,
  setOption,
} from "../options.ts";
import { checkRounding, kindOfFile, loadOutput, outputKinds } from "../outputs.ts";
import type { Exit, Later, Terminal } from "../terminal.ts";
import { checkWritable, writeWhole } from "../whole-file.ts";

interface ExportOptions extends ModelOptions {
  readonly to: string;
  readonly unit?: Scale;
  readonly round?: SheetRounding;
}

/** `export`: a model as a file of another kind, chosen by the ending of its name. */
export function addExport(program: Command, terminal: Terminal, exit: Exit, later: Later): void {
  const kinds = Object.entries(outputKinds).map(([ending, { is }]) => `  ${ending.padEnd(5)}  ${is}`);
  program
    .command("export")
    .summary("write a model as a workbook, a document, a page or a chart")
    .description(
      `Writes a model to a file. The ending of its name says of which kind:\n${kinds.join("\n")}\nA file that is there already is replaced, and only once all of the new one is written.`,
    )
    .argument("<model>", modelWords)
    .requiredOption("--to <file>", "the file to write")
    .option("--unit <unit>", "pounds, thousands or millions (default: as the model says)", scaleOf)
    .addOption(roundOption())
    .addOption(finalOption(orUnmet))
    .addOption(scenarioOption())
    .addOption(setOption())
    .addHelpText(
      "after",
      "\nExamples:\n  invest-to-save export leeds-family-valued --to leeds.xlsx\n  invest-to-save export leeds-family-valued --to leeds.docx --round footed\n  invest-to-save export leeds-family-valued --to leeds.html",
    )
    .action((model: string, options: ExportOptions) => {
      const kind = kindOfFile(options.to);
      checkRounding(kind, options.to, options.round);
      checkWritable(options.to, findModel(model).path);
      const programme = loadModel(model, options, terminal);
      if (options.final && isRefused(openIn(programme), terminal, exit)) return;
      later(async () => {
        const output = await loadOutput(kind);
        writeWhole(options.to, await output(programme, { unit: options.unit, round: options.round }));
        terminal.out(`Wrote ${options.to}: ${kind.is}\n`);
      });
    });
}
