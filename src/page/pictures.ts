import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import type { ChartOptions, ChartSpec } from "../charts/chart.ts";
import { costsAndFunding } from "../charts/costs-and-funding.ts";
import { cumulativeNet } from "../charts/cumulative-net.ts";
import { fanOf } from "../charts/fan-of.ts";
import { fundingSources } from "../charts/funding-sources.ts";
import { grossToCashable } from "../charts/gross-to-cashable.ts";
import { renderSvg } from "../charts/render.ts";
import { tornadoOf } from "../charts/tornado-of.ts";
import type { Table } from "../table/table.ts";
import { type Uncertainty, uncertaintyOf } from "./uncertainty.ts";

/** A table of an appraised programme. */
interface AppraisedTable extends Table {
  readonly programme: AppraisedProgramme;
}

/** The pictures of a page, and what the first of them find. */
export interface Pictures {
  readonly findings: readonly string[];
  readonly lines: readonly string[];
}

/** The charts of a table, each drawn for a screen and again for a phone, where the words of the first would be too small. */
export async function picturesOf(table: AppraisedTable): Promise<Pictures> {
  const uncertain = uncertaintyOf(table.programme);
  const charts = (options: ChartOptions) => chartsOf(table, uncertain, options);
  const wide = charts({ width: 640 });
  const narrow = charts({ width: 320 });
  const figures = await Promise.all(
    wide.map(async (chart, i) => {
      const other = narrow[i] ?? chart;
      const drawn = await Promise.all([renderSvg(chart), renderSvg(other)]);
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
  const findings = wide.slice(0, 2).map(({ title }) => title.text.join(" ").replace(/^DRAFT: /, ""));
  const lines = figures.length === 0 ? [] : [`<div class="charts">`, ...figures.flat().map(String), "</div>"];
  return { findings, lines };
}

/** The charts that have something to say of a table: the running net only where something comes back. */
function chartsOf(
  table: AppraisedTable,
  { sensitivity, fan }: Uncertainty,
  options: ChartOptions,
): ChartSpec[] {
  const { programme } = table;
  const saves = programme.lines.some(({ kind }) => kind === "saving");
  const all = [
    costsAndFunding(table, options),
    ...(saves ? [cumulativeNet(table, options)] : []),
    fundingSources(table, options),
    grossToCashable(table, options),
    sensitivity && tornadoOf(programme, sensitivity, options),
    fan && fanOf(programme, fan, options),
  ];
  return all.flatMap((chart) => chart ?? []);
}
