import { type Command, Option } from "commander";
import type { Scale, SheetRounding } from "../../sheet/sheet.ts";
import type { Grain } from "../../time/timeline.ts";
import { type PrintOptions, print, writers } from "../../write/print.ts";
import { widthOf } from "../../write/width.ts";
import { listModels } from "../files.ts";
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
  roundOption,
  scaleOf,
  scenarioOption,
  setOption,
} from "../options.ts";
import type { Exit, Terminal } from "../terminal.ts";

interface ShowOptions extends ModelOptions {
  readonly as: keyof typeof writers;
  readonly unit?: Scale;
  readonly decimals?: number;
  readonly total?: boolean;
  readonly by?: Grain;
  readonly round: SheetRounding;
  readonly mark?: boolean;
  readonly table?: string;
}

/** `show`: prints a model's table, or lists the models. */
export function addShow(program: Command, terminal: Terminal, exit: Exit): void {
  program
    .command("show")
    .summary("print a model's table, or list the models")
    .description(
      "Prints the table of a model: costs, funding and savings by year, and the balance.\nWithout a model it lists those that can be shown by name.",
    )
    .argument("[model]", modelWords)
    .addOption(asOption(writers))
    .option("--unit <unit>", "pounds, thousands or millions (default: as the model says)", scaleOf)
    .option("--decimals <n>", "decimal places of money", decimalsOf)
    .option("--total", "with a Total column (the default where there are several periods)")
    .option("--no-total", "without a Total column")
    .addOption(
      new Option("--by <period>", "roll months and quarters up to").choices(["year", "quarter", "month"]),
    )
    .addOption(roundOption())
    .option("--mark", "mark the figures that footing moved (text, markdown, html)")
    .option("--table <name>", "a memorandum table of the model in place of its statement")
    .addOption(finalOption(orUnmet))
    .addOption(scenarioOption())
    .addOption(setOption())
    .addHelpText(
      "after",
      "\nExamples:\n  invest-to-save show\n  invest-to-save show leeds-family-valued\n  invest-to-save show leeds-family-valued --as csv --unit thousands\n  invest-to-save show leeds-family-valued --round footed --mark\n  invest-to-save show leeds-family-valued --set cla-placement-budgets.2018/19=5000000",
    )
    .action((model: string | undefined, options: ShowOptions) => {
      if (model === undefined) terminal.out(modelList());
      else modelTable(model, options, terminal, exit);
    });
}

/** A model's table. A final one is not to be had while a number of the model or a condition is open. */
function modelTable(model: string, options: ShowOptions, terminal: Terminal, exit: Exit): void {
  const programme = loadModel(model, options, terminal);
  const open = options.final ? openIn(programme) : [];
  if (!isRefused(open, terminal, exit)) terminal.out(print(programme, printed(options)));
}

/** What of the options of the command is a matter of printing. */
function printed({ as, unit, decimals, total, by, round, mark, table }: ShowOptions): PrintOptions {
  return { as, unit, decimals, total, by, round, mark, table };
}

function modelList(): string {
  const models = listModels();
  const width = Math.max(...models.map(({ name }) => widthOf(name)));
  const lines = models.map(({ name, path }) => `  ${name}${" ".repeat(width - widthOf(name))}  ${path}`);
  return `Models (show one with “invest-to-save show NAME”):\n${lines.join("\n")}\n`;
}
