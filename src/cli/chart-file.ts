import { extname } from "node:path";
import { Option } from "commander";
import type { ChartSpec } from "../charts/chart.ts";
import { loadDrawing, renderSvg } from "../charts/render.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { findModel } from "./files.ts";
import type { Later, Terminal } from "./terminal.ts";
import { checkWritable, writeWhole } from "./whole-file.ts";

/** The file to draw what is printed to. */
export function chartOption(what: string): Option {
  return new Option("--chart <file>", `also draw ${what}, to a file that ends in .svg`);
}

/** Refuses a file that no chart can be drawn to, before any work is done for it. */
export function checkChartFile(path: string, model: string): void {
  if (extname(path).toLowerCase() !== ".svg")
    throw refused(
      path,
      "a chart is drawn as an SVG picture only",
      "a file that ends in .svg",
      "name it like chart.svg",
    );
  checkWritable(path, findModel(model).path);
}

/** Does some work, and where it ends in a chart only once what draws is there: nothing is printed of what is then refused. */
export function withDrawing(chart: string | undefined, later: Later, work: () => void): void {
  if (chart === undefined) work();
  else
    later(async () => {
      await loadDrawing();
      work();
    });
}

/** Draws a chart to a file and says so beside what is printed; `why` says why there may be none. */
export async function writeChart(
  path: string,
  chart: ChartSpec | undefined,
  why: string,
  terminal: Terminal,
): Promise<void> {
  if (chart === undefined)
    throw refused(path, why, "something that can be drawn", "leave --chart out, or ask of something else");
  writeWhole(path, await renderSvg(chart));
  terminal.error(`Wrote ${path}: ${chart.title.text.join(" ")}\n`);
}

function refused(path: string, message: string, expected: string, hint: string): InvestToSaveError {
  return refusal({ code: "wrong-option", path: ["--chart"], message, expected, received: path, hint });
}
