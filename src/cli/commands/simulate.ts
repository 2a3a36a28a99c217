import { type Command, Option } from "commander";
import { fanOf } from "../../charts/fan-of.ts";
import { simulationDocument } from "../../sheet/document/simulation-document.ts";
import type { Points } from "../../vary/draw/source.ts";
import { drawPart } from "../../vary/simulation/draw-job.ts";
import { readySimulation, type SimulateOptions } from "../../vary/simulation/simulate.ts";
import type { Simulation } from "../../vary/simulation/simulation.ts";
import { documentWriters } from "../../write/document.ts";
import { chartOption, checkChartFile, withDrawing, writeChart } from "../chart-file.ts";
import { wrongOption } from "../command-line.ts";
import { drawWithWorkers } from "../draw-workers.ts";
import { asOption, loadModel, type ModelOptions, modelWords, scenarioOption, setOption } from "../options.ts";
import { watched } from "../progress.ts";
import type { Later, Terminal } from "../terminal.ts";
import { askedFor, type TermsOptions, withTerms } from "../terms.ts";
import { collected } from "./scenarios.ts";

interface Options extends ModelOptions, TermsOptions {
  readonly as: "text" | "markdown" | "csv" | "json";
  readonly draws?: number;
  readonly seed?: number;
  readonly method?: Points;
  readonly workers: number;
  readonly chart?: string;
  readonly measure?: readonly string[];
  readonly chance?: readonly string[];
  readonly fan?: readonly string[];
  readonly assumption?: readonly string[];
}

/** The version of the JSON that a simulation is written as; it rises when a reader would have to change. */
const formatVersion = 1;

/** `simulate`: many draws of the assumptions that have a range: how measures are spread, how likely conditions are. */
export function addSimulate(program: Command, terminal: Terminal, later: Later): void {
  const command = program
    .command("simulate")
    .summary("many draws of the uncertain assumptions: spread, chances, what matters")
    .description(
      "Draws the assumptions that have a range many times and says how measures are spread, how\nlikely conditions are, and which assumptions matter. The same seed gives the same answer.",
    )
    .argument("<model>", modelWords);
  withDraws(command)
    .addOption(chartOption("the first row that is followed year by year"))
    .addOption(asOption(documentWriters))
    .addOption(scenarioOption())
    .addOption(setOption());
  withTerms(command)
    .addHelpText(
      "after",
      '\nExamples:\n  invest-to-save simulate leicestershire-community-budget\n  invest-to-save simulate leeds-family-valued --inflation 2% --chance "payback by 2018/19" --fan balance\n  invest-to-save simulate leeds-family-valued --measure "balance in 2018/19" --draws 1000000 --as json',
    )
    .action((model: string, options: Options) => {
      const { chart } = options;
      if (chart !== undefined) checkChartFile(chart, model);
      withDrawing(chart, later, () => drawMany(model, options, terminal, later));
    });
}

/** What many draws come to, printed, and drawn where that was asked for. */
function drawMany(model: string, options: Options, terminal: Terminal, later: Later): void {
  const { chart } = options;
  const programme = loadModel(model, options, terminal);
  const found = simulated(terminal, options, readySimulation(programme, optionsOf(options)));
  terminal.out(
    options.as === "json" ? jsonOf(found) : documentWriters[options.as](simulationDocument(programme, found)),
  );
  const [fan] = found.fans;
  if (chart === undefined) return;
  later(async () => writeChart(chart, fan && fanOf(programme, fan), noFan, terminal));
}

/** Why a simulation may have no chart. */
const noFan = "there is no fan to draw: no draw differs from another";

function withDraws(command: Command): Command {
  return command
    .option("--draws <n>", "how many draws (default: 32768)", wholeOf("--draws"))
    .option("--seed <n>", "a whole number that the draws start from (default: 1)", wholeOf("--seed"))
    .addOption(
      new Option("--method <points>", "scrambled Sobol' points or pseudo-random (default: sobol)").choices([
        "sobol",
        "random",
      ]),
    )
    .option("--measure <name>", "a measure or row to look at; may be given again", collected)
    .option(
      "--chance <words>",
      "what might hold, such as “balance in 2018/19 below 0”; may be given again",
      collected,
    )
    .option(
      "--fan <row>",
      "a row to follow year by year (default: the balance); may be given again",
      collected,
    )
    .option(
      "--assumption <name>",
      "an assumption to draw (default: all with a range); may be given again",
      collected,
    )
    .addOption(
      new Option("--workers <n>", "how many threads share the draws").argParser(workersOf).default(1),
    );
}

/** Makes the draws, by several threads where that is asked for, and says how far it is where somebody watches. */
function simulated(
  terminal: Terminal,
  { workers }: Options,
  { job, draws, finish }: ReturnType<typeof readySimulation>,
): Simulation {
  const parts = watched(terminal, "draws", (told) =>
    workers === 1
      ? [drawPart(job, 0, draws, (done) => told(done, draws))]
      : drawWithWorkers(job, draws, workers, told),
  );
  return finish(parts);
}

function optionsOf(options: Options): SimulateOptions {
  const { draws, seed, method, measure, chance, fan, assumption } = options;
  const appraisal = askedFor(options);
  return {
    ...(Object.keys(appraisal).length === 0 ? {} : { appraisal }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(method === undefined ? {} : { method }),
    ...(measure === undefined ? {} : { measures: measure }),
    ...(chance === undefined ? {} : { chances: chance }),
    ...(fan === undefined ? {} : { fans: fan }),
    ...(assumption === undefined ? {} : { assumptions: assumption }),
  };
}

function jsonOf(found: Simulation): string {
  return `${JSON.stringify({ format: "invest-to-save/simulation", version: formatVersion, ...found }, null, 2)}\n`;
}

function wholeOf(option: string): (text: string) => number {
  return (text) => {
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw wrongOption(option, "a whole number, such as 32768", text);
  };
}

function workersOf(text: string): number {
  if (/^[1-8]$/.test(text)) return Number(text);
  throw wrongOption("--workers", "a whole number from 1 to 8", text);
}
