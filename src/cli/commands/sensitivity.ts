import type { Command } from "commander";
import { tornadoOf } from "../../charts/tornado-of.ts";
import { InvestToSaveError, refusal } from "../../issue/refusal.ts";
import type { Programme } from "../../programme/programme.ts";
import { gridDocument, sensitivityDocument } from "../../sheet/document/sensitivity-document.ts";
import { leverNamed } from "../../vary/lever.ts";
import { sensitivity } from "../../vary/sensitivity.ts";
import { type GridAxis, twoWayGrid } from "../../vary/two-way-grid.ts";
import { documentWriters } from "../../write/document.ts";
import { chartOption, checkChartFile, withDrawing, writeChart } from "../chart-file.ts";
import { asOption, loadModel, type ModelOptions, modelWords, scenarioOption, setOption } from "../options.ts";
import { outcomeAsked } from "../outcome-asked.ts";
import { watched } from "../progress.ts";
import type { Later, Terminal } from "../terminal.ts";
import { askedFor, onTerms, type TermsOptions, withTerms } from "../terms.ts";
import { collected } from "./scenarios.ts";

interface SensitivityOptions extends ModelOptions, TermsOptions {
  readonly as: keyof typeof documentWriters;
  readonly measure?: string;
  readonly by?: string;
  readonly grid?: string;
  readonly chart?: string;
  readonly assumption?: readonly string[];
}

/** `sensitivity`: how far an outcome moves with each assumption, or with two of them against each other. */
export function addSensitivity(program: Command, terminal: Terminal, later: Later): void {
  const command = program
    .command("sensitivity")
    .summary("how far an outcome moves with each assumption")
    .description(
      "Moves one assumption at a time to its low and its high, or down and up by a share, and ranks\nthem by how far the outcome moves; or moves two of them against each other.",
    )
    .argument("<model>", modelWords)
    .option("--measure <outcome>", "the measure, row or condition that is watched")
    .option("--by <share>", "move each down and up by a share, such as 10% (default: to its low and high)")
    .option("--assumption <name>", "an assumption to move; may be given again (default: all)", collected)
    .option("--grid <a,b>", "two assumptions against each other; values may follow: a=1:2:3,b=4:5")
    .addOption(chartOption("the bars").conflicts("grid"))
    .addOption(asOption(documentWriters))
    .addOption(scenarioOption())
    .addOption(setOption());
  withTerms(command)
    .addHelpText(
      "after",
      '\nExamples:\n  invest-to-save sensitivity leicestershire-community-budget --measure payback\n  invest-to-save sensitivity leeds-family-valued --measure "balance in 2018/19" --by 10%\n  invest-to-save sensitivity leicestershire-community-budget --measure "net saving" --chart bars.svg',
    )
    .action((model: string, options: SensitivityOptions) => {
      const { chart } = options;
      if (chart !== undefined) checkChartFile(chart, model);
      withDrawing(chart, later, () => watch(model, options, terminal, later));
    });
}

/** What moves the outcome, printed, and drawn where that was asked for. */
function watch(model: string, options: SensitivityOptions, terminal: Terminal, later: Later): void {
  const { chart } = options;
  const programme = loadModel(model, options, terminal);
  const asked = { outcome: outcomeAsked(programme, options.measure, options), appraisal: askedFor(options) };
  if (options.grid !== undefined) {
    const both = { ...asked, ...axesIn(programme, options.grid) };
    const grid = watched(terminal, "cells", (progress) => twoWayGrid(programme, { ...both, progress }));
    terminal.out(
      documentWriters[options.as](gridDocument(onTerms(programme, options, [grid.outcome]), grid)),
    );
    return;
  }
  const moved = {
    ...asked,
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(options.assumption === undefined ? {} : { assumptions: options.assumption }),
  };
  const found = watched(terminal, "assumptions", (progress) =>
    sensitivity(programme, { ...moved, progress }),
  );
  const own = onTerms(programme, options, [found.outcome]);
  terminal.out(documentWriters[options.as](sensitivityDocument(own, found)));
  if (chart === undefined) return;
  later(async () => writeChart(chart, tornadoOf(own, found), noBars, terminal));
}

/** Why a sensitivity may have no chart. */
const noBars =
  "there is no bar to draw: the outcome is no number here, or nothing moves it to another number";

/** The two sides of `a,b`: at the comma that leaves a name of the model on either side, since labels may have commas too. */
function axesIn(programme: Programme, text: string): { across: GridAxis; down: GridAxis } {
  const commas = [...text.matchAll(/,/g)].map(({ index }) => index);
  const pairs = commas.map((at) => [axisOf(text.slice(0, at)), axisOf(text.slice(at + 1))] as const);
  const known = ({ assumption }: GridAxis) => isKnown(programme, assumption);
  const [across, down] = pairs.find(([a, b]) => known(a) && known(b)) ?? pairs[0] ?? [];
  if (across !== undefined && down !== undefined) return { across, down };
  throw refusal({
    code: "wrong-option",
    path: ["--grid"],
    message: "a grid moves two assumptions",
    expected: "two names with a comma between them",
    received: text,
    hint: "write it as --grid families,saving or --grid families=10:20:30,saving=15000:25000",
  });
}

function axisOf(text: string): GridAxis {
  const [assumption = "", values] = text.split("=");
  const own = { assumption: assumption.trim() };
  return values === undefined ? own : { ...own, values: values.split(":").map((value) => value.trim()) };
}

function isKnown(programme: Programme, name: string): boolean {
  try {
    leverNamed(programme, name);
    return true;
  } catch (error) {
    if (error instanceof InvestToSaveError) return false;
    throw error;
  }
}
