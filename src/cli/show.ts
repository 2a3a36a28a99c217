import { type Command, Option } from "commander";
import { InvestToSaveError } from "../issue.ts";
import type { Scale } from "../sheet/sheet.ts";
import type { Grain } from "../time/timeline.ts";
import { print, writers } from "../write/print.ts";
import { listModels } from "./files.ts";
import { collectSet, decimalsOf, loadModel, type ModelOptions, scaleOf } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface ShowOptions extends ModelOptions {
  readonly as: keyof typeof writers;
  readonly unit?: Scale;
  readonly decimals?: number;
  readonly total?: boolean;
  readonly by?: Grain;
}

/** `show`: prints a model's table, or lists the models. */
export function addShow(program: Command, terminal: Terminal): void {
  program
    .command("show")
    .summary("print a model's table, or list the models")
    .description(
      "Prints the table of a model: costs, funding and savings by year, and the balance.\nWithout a model it lists those that can be shown by name.",
    )
    .argument("[model]", "a file, a folder with model.yaml, or the name of a folder under models/")
    .addOption(new Option("--as <form>", "how to write it").choices(Object.keys(writers)).default("text"))
    .option("--unit <unit>", "pounds, thousands or millions (default: as the model says)", scaleOf)
    .option("--decimals <n>", "decimal places of money", decimalsOf)
    .option("--total", "with a Total column (the default where there are several periods)")
    .option("--no-total", "without a Total column")
    .addOption(
      new Option("--by <period>", "roll months and quarters up to").choices(["year", "quarter", "month"]),
    )
    .option("--set <id=value>", "replace an assumption; may be given again", collectSet)
    .addHelpText(
      "after",
      "\nExamples:\n  invest-to-save show\n  invest-to-save show leeds-family-valued\n  invest-to-save show leeds-family-valued --as csv --unit thousands\n  invest-to-save show leeds-family-valued --set cla-placement-budgets.2018/19=5000000",
    )
    .action((model: string | undefined, options: ShowOptions) => {
      terminal.out(model === undefined ? modelList() : modelTable(model, options, terminal));
    });
}

const grains: readonly Grain[] = ["month", "quarter", "year"];

function modelTable(model: string, options: ShowOptions, terminal: Terminal): string {
  const programme = loadModel(model, options, terminal);
  const { grain } = programme.timeline;
  const { by } = options;
  if (by !== undefined && grains.indexOf(by) < grains.indexOf(grain)) throw tooFine(grain, by);
  return print(programme, options);
}

function tooFine(grain: Grain, by: Grain): InvestToSaveError {
  return new InvestToSaveError([
    {
      code: "wrong-option",
      severity: "error",
      path: ["--by"],
      message: `the periods of this model are ${grain}s, which cannot be shown by ${by}`,
      expected: grains.slice(grains.indexOf(grain)).join(" or "),
      received: by,
      hint: `leave --by out, or put “by: ${by}” into the model`,
    },
  ]);
}

function modelList(): string {
  const models = listModels();
  if (models.length === 0) return "There are no models here. “invest-to-save init NAME” makes one.\n";
  const width = Math.max(...models.map(({ name }) => name.length));
  const lines = models.map(({ name, path }) => `  ${name.padEnd(width)}  ${path}`);
  return `Models (show one with “invest-to-save show NAME”):\n${lines.join("\n")}\n`;
}
