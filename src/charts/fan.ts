import type { Amount } from "../quantity/amount.ts";
import { type Decimal, greatest, least, zero } from "../quantity/decimal.ts";
import { colours, ink } from "../write/colours.ts";
import { oneLine } from "../write/text.ts";
import { amountsOf } from "./amounts.ts";
import { yearAxis } from "./by-year.ts";
import { type ChartSpec, chartOf, labelSize, usualWidth } from "./chart.ts";
import { checkMeasured, checkNamed } from "./given.ts";
import { type MeasuredAxis, type MeasuredOptions, measuredAxis, showsOf } from "./measured.ts";
import { textWidth } from "./text-width.ts";

/** How a measure is spread in a period: one run in ten is below `p10`, half are below `p50`, nine in ten below `p90`. */
export interface FanBand {
  readonly period: string;
  readonly p10: Amount;
  readonly p50: Amount;
  readonly p90: Amount;
  /** What it comes to as the model stands, where that is to be drawn too. */
  readonly central?: Amount | undefined;
}

/** A band with its amounts read. */
export interface BandToDraw {
  readonly period: string;
  readonly p10: Decimal;
  readonly p50: Decimal;
  readonly p90: Decimal;
  readonly central?: Decimal;
}

/**
 * How wide the results of many runs lie, by period: a band that holds eight runs in ten, and the middle one as a line, each
 * named at its end, and a broken line for the model as it stands where that is given. The title says between which amounts eight in
 * ten lie in the last period. Bands are plain data, pounds unless `in` says otherwise; {@link fanOf} fills them from a simulation. Issue codes (thrown): `not-a-number`, `too-many-digits`, `out-of-range`, `wrong-unit`;
 * `wrong-shape` without a band and for options with a value that they cannot have, `unknown-unit` for what is no unit.
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
  checkNamed(bands, "band", "period");
  checkMeasured(options);
  const amounts = amountsOf(bands, ["p10", "p50", "p90"], "band", options.in ?? "£", ["central"]);
  const read = bands.map(({ period }, i): BandToDraw => {
    return { period: oneLine(period), ...(amounts[i] as Omit<BandToDraw, "period">) };
  });
  return drawFan(read, options);
}

/** Draws bands whose amounts have been read. */
export function drawFan(read: readonly BandToDraw[], options: MeasuredOptions): ChartSpec {
  const { width = usualWidth, measure } = options;
  const axis = measuredAxis(
    read.flatMap(({ p10, p90, central }) => [p10, p90, central ?? []].flat()),
    options,
  );
  const last = read.at(-1) as BandToDraw;
  const figures = read.map(({ period, p10, p50, p90, central }) => {
    const stands = central === undefined ? "" : `, as the model stands ${axis.short(central)}`;
    return `${period}: ${axis.short(p10)} to ${axis.short(p90)}, the middle ${axis.short(p50)}${stands}`;
  });
  const model = last.central === undefined ? "" : "; the broken line is the model as it stands";
  return chartOf({
    finding: `${measure} in ${last.period}: eight runs in ten lie between ${axis.short(last.p10)} and ${axis.short(last.p90)}`,
    draft: options.draft ?? false,
    stamp: options.stamp,
    shows: showsOf(
      options,
      `in the middle run, and the band that eight runs in ten lie in${model}`,
      axis.unit,
    ),
    figures: `${figures.join("; ")}.`,
    width,
    height: fanHeight,
    layers: layersOf(read, axis, width),
  });
}

const fanHeight = 260;

function layersOf(bands: readonly BandToDraw[], axis: MeasuredAxis, width: number): unknown[] {
  const values = bands.map(({ period, p10, p50, p90, central }) => ({
    period,
    ...(central === undefined ? {} : { central: axis.drawn(central) }),
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
  const scale = { padding: room, nice: false };
  const axisOfY = { format: ",~f", tickCount: 5 };
  const y = (field: string) => ({ field, type: "quantitative", scale, axis: axisOfY });
  const layer = (mark: object, encoding: object, data: readonly unknown[] = values) => ({
    data: { values: data },
    mark,
    encoding,
  });
  const band = { x, y: y("p10"), y2: { field: "p90" } };
  const { costs: dark, "avoided costs": pale } = colours;
  const standing = values.filter(({ central }) => central !== undefined);
  return [
    layer({ type: "area", color: pale, opacity: 0.3 }, band),
    // Where there is one period only a band has no width, and this shows it.
    layer({ type: "rule", color: pale, strokeWidth: 1.5 }, band),
    layer({ type: "line", color: dark, strokeWidth: 2.5, point: { color: dark } }, { x, y: y("p50") }),
    layer(
      { type: "line", color: ink, strokeWidth: 1.5, strokeDash: [5, 4] },
      { x, y: y("central") },
      standing,
    ),
    layer({ type: "rule", color: ink }, { y: y("nil") }, [{ nil: 0 }]),
    ...ends.map(({ amount, label, dy }) =>
      layer(
        { type: "text", align: "left", baseline: "middle", dx: 8, dy },
        { x, y: y("amount"), text: { field: "label" } },
        [{ period: periods.at(-1), amount, label }],
      ),
    ),
  ];
}

/** Room above and below what is drawn, for the labels at its ends. */
const room = 14;

/** The names of the lines at their ends, moved apart where they would lie on one another. */
function endsOf(bands: readonly BandToDraw[], axis: MeasuredAxis, width: number) {
  // On a phone the words would take more room than the chart; the line under the title says what the band is.
  const named = width >= 480;
  const { p10, p50, p90, central } = bands.at(-1) as BandToDraw;
  const all = bands.flatMap((band) => [band.p10, band.p90, band.central ?? zero, zero]);
  const [top, span] = [greatest(all), greatest(all).minus(least(all))];
  const height = fanHeight - 2 * room;
  const at = (value: Decimal) =>
    span.isZero() ? height / 2 : top.minus(value).div(span).times(height).toNumber();
  const ends = [
    { value: p90, words: "9 in 10 below" },
    { value: p50, words: "middle" },
    { value: p10, words: "1 in 10 below" },
    ...(central === undefined ? [] : [{ value: central, words: "model" }]),
  ].sort((a, b) => b.value.cmp(a.value));
  const placed = apart(
    ends.map((end) => ({ ...end, place: at(end.value) })),
    height,
  );
  return placed.map(({ value, words, place }) => ({
    amount: axis.drawn(value),
    label: `${named ? `${words}: ` : ""}${axis.label(value)}`,
    dy: place - at(value),
  }));
}

/** Labels from top to bottom, moved so far apart that they do not touch, and none below the last place there is. */
function apart<Label extends { readonly place: number }>(labels: readonly Label[], last: number): Label[] {
  const step = labelSize + 3;
  let above = Number.NEGATIVE_INFINITY;
  const down = labels.map((label) => {
    above = Math.max(label.place, above + step);
    return { ...label, place: above };
  });
  let below = last + step;
  const up = down.reverse().map((label) => {
    below = Math.min(label.place, below - step);
    return { ...label, place: below };
  });
  return up.reverse();
}
