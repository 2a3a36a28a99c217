import type { Amount } from "../quantity/amount.ts";
import { type Decimal, greatest } from "../quantity/decimal.ts";
import { colours, ink } from "../write/colours.ts";
import { oneLine } from "../write/text.ts";
import { amountsOf } from "./amounts.ts";
import { yearAxis } from "./by-year.ts";
import { type ChartSpec, chartOf, labelSize, usualWidth } from "./chart.ts";
import { type MeasuredAxis, type MeasuredOptions, measuredAxis, showsOf } from "./measured.ts";
import { textWidth } from "./text-width.ts";

/** How a measure is spread in a period: one run in ten is below `p10`, half are below `p50`, nine in ten below `p90`. */
export interface FanBand {
  readonly period: string;
  readonly p10: Amount;
  readonly p50: Amount;
  readonly p90: Amount;
}

/** A band with its amounts read. */
interface Read {
  readonly period: string;
  readonly p10: Decimal;
  readonly p50: Decimal;
  readonly p90: Decimal;
}

/**
 * How wide the results of many runs lie, by period: a band that holds eight runs in ten, and the middle one as a line, each
 * named at its end. The title says between which amounts eight in ten lie in the last period. Bands are plain data, pounds
 * unless `in` says otherwise. Issue codes (thrown): `not-a-number`, `too-many-digits`, `out-of-range`, `wrong-unit`; `wrong-shape`
 * without a band.
 *
 * @example
 * ```ts
 * import { fan } from "invest-to-save/charts";
 * const chart = fan([
 *   { period: "2024/25", p10: -1_200_000, p50: -1_000_000, p90: -900_000 },
 *   { period: "2025/26", p10: -600_000, p50: 100_000, p90: 1_400_000 },
 * ], { measure: "Cumulative net saving" });
 * chart.title.text; // => ["Cumulative net saving in 2025/26: eight runs in ten lie", "between −£600,000 and £1.4m"]
 * ```
 */
export function fan(bands: readonly FanBand[], options: MeasuredOptions): ChartSpec {
  const { width = usualWidth, measure } = options;
  const amounts = amountsOf(bands, ["p10", "p50", "p90"], "band", options.in ?? "£");
  const read = bands.map(({ period }, i): Read => {
    return { period: oneLine(period), ...(amounts[i] as Omit<Read, "period">) };
  });
  const axis = measuredAxis(
    read.flatMap(({ p10, p90 }) => [p10, p90]),
    options,
  );
  const last = read.at(-1) as Read;
  const figures = read.map(
    ({ period, p10, p50, p90 }) =>
      `${period}: ${axis.short(p10)} to ${axis.short(p90)}, the middle ${axis.short(p50)}`,
  );
  return chartOf({
    finding: `${measure} in ${last.period}: eight runs in ten lie between ${axis.short(last.p10)} and ${axis.short(last.p90)}`,
    draft: options.draft ?? false,
    shows: showsOf(options, "in the middle run, and the band that eight runs in ten lie in", axis.unit),
    figures: `${figures.join("; ")}.`,
    width,
    height: fanHeight,
    layers: layersOf(read, axis, width),
  });
}

const fanHeight = 260;

function layersOf(bands: readonly Read[], axis: MeasuredAxis, width: number): unknown[] {
  const values = bands.map(({ period, p10, p50, p90 }) => ({
    period,
    p10: axis.drawn(p10),
    p50: axis.drawn(p50),
    p90: axis.drawn(p90),
  }));
  const ends = endsOf(bands, axis, width);
  const beside = Math.max(...ends.map(({ label }) => textWidth(label, labelSize)));
  const periods = bands.map(({ period }) => period);
  const x = {
    field: "period",
    type: "ordinal",
    sort: null,
    scale: { type: "point", padding: 0.5 },
    axis: yearAxis(periods, width - beside),
  };
  const y = { field: "p50", type: "quantitative", axis: { format: ",~f", tickCount: 5 } };
  return [
    {
      data: { values },
      mark: { type: "area", color: colours["avoided costs"], opacity: 0.3 },
      encoding: { x, y: { ...y, field: "p10" }, y2: { field: "p90" } },
    },
    // Where there is one period only a band has no width, and this shows it.
    {
      data: { values },
      mark: { type: "rule", color: colours["avoided costs"], strokeWidth: 1.5 },
      encoding: { x, y: { ...y, field: "p10" }, y2: { field: "p90" } },
    },
    {
      data: { values },
      mark: { type: "line", color: colours.costs, strokeWidth: 2.5, point: { color: colours.costs } },
      encoding: { x, y },
    },
    {
      data: { values: [{ nil: 0 }] },
      mark: { type: "rule", color: ink },
      encoding: { y: { ...y, field: "nil" } },
    },
    ...ends.map(({ amount, label, dy }) => ({
      data: { values: [{ period: periods.at(-1), amount, label }] },
      mark: { type: "text", align: "left", baseline: "middle", dx: 8, dy },
      encoding: { x, y: { ...y, field: "amount" }, text: { field: "label" } },
    })),
  ];
}

/** The names of the lines at their ends, moved apart where they would lie on one another. */
function endsOf(bands: readonly Read[], axis: MeasuredAxis, width: number) {
  // On a phone the words would take more room than the chart; the line under the title says what the band is.
  const named = width >= 480;
  const { p10, p50, p90 } = bands.at(-1) as Read;
  const all = bands.flatMap((band) => [band.p10, band.p90]);
  const span = greatest(all).minus(all.reduce((a, b) => (b.lt(a) ? b : a)));
  // A label is about a fifteenth of the height of the chart.
  const close = (a: Decimal, b: Decimal) => a.minus(b).abs().times(15).lt(span);
  const end = (value: Decimal, words: string, dy: number) => {
    return { amount: axis.drawn(value), label: `${named ? `${words}: ` : ""}${axis.label(value)}`, dy };
  };
  return [
    end(p90, "9 in 10 below", close(p90, p50) ? -labelSize - 2 : 0),
    end(p50, "middle", 0),
    end(p10, "1 in 10 below", close(p10, p50) ? labelSize + 2 : 0),
  ];
}
