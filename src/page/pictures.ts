import type { AppraisedTable } from "../appraisal/appraised.ts";
import type { ChartOptions, ChartSpec } from "../charts/chart.ts";
import { costsAndFunding } from "../charts/costs-and-funding.ts";
import { cumulativeNet } from "../charts/cumulative-net.ts";
import { fanOf } from "../charts/fan-of.ts";
import { fundingSources } from "../charts/funding-sources.ts";
import { grossToCashable } from "../charts/gross-to-cashable.ts";
import { renderSvg } from "../charts/render.ts";
import { tornadoOf } from "../charts/tornado-of.ts";
import { type Uncertainty, uncertaintyOf } from "./uncertainty.ts";

/** The pictures of a page, and what the first of them find. */
export interface Pictures {
  readonly findings: readonly string[];
  readonly lines: readonly string[];
}

/** The charts of a table, each drawn for a screen and again for a phone, where the words of the first would be too small. */
export async function picturesOf(table: AppraisedTable): Promise<Pictures> {
  const uncertain = uncertaintyOf(table.programme);
  const charts = chartsOf(table, uncertain).flatMap((draw) => {
    const [wide, narrow] = [draw({ width: 640 }), draw({ width: 320 })];
    return wide && narrow ? [{ wide, narrow }] : [];
  });
  const figures = await Promise.all(
    charts.map(async ({ wide, narrow }) => {
      const drawn = await Promise.all([renderSvg(wide), renderSvg(narrow)]);
      const [screen, phone] = drawn.map((svg) => svg.trimEnd());
      return [
        `<figure>`,
        `<div class="wide">`,
        screen,
        "</div>",
        `<div class="narrow">`,
        phone,
        "</div>",
        "</figure>",
      ];
    }),
  );
  const findings = charts
    .slice(0, 2)
    .map(({ wide: { title } }) => title.text.join(" ").replace(/^DRAFT: /, ""));
  const lines = figures.length === 0 ? [] : [`<div class="charts">`, ...figures.flat().map(String), "</div>"];
  return { findings, lines };
}

/** Draws a chart in a width, where it has something to say. */
type Draw = (options: ChartOptions) => ChartSpec | undefined;

/** The charts of a table in their order: the running net only where something comes back. */
function chartsOf(table: AppraisedTable, { sensitivity, fan }: Uncertainty): Draw[] {
  const { programme } = table;
  const saves = programme.lines.some(({ kind }) => kind === "saving");
  return [
    (options) => costsAndFunding(table, options),
    (options) => (saves ? cumulativeNet(table, options) : undefined),
    (options) => fundingSources(table, options),
    (options) => grossToCashable(table, options),
    (options) => sensitivity && tornadoOf(programme, sensitivity, options),
    (options) => fan && fanOf(programme, fan, options),
  ];
}
