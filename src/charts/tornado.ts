import type { Amount } from "../quantity/amount.ts";
import { type Decimal, greatest, least } from "../quantity/decimal.ts";
import { colours, edge, ink } from "../write/colours.ts";
import { oneLine } from "../write/text.ts";
import { amountsOf } from "./amounts.ts";
import { type ChartSpec, chartOf, usualWidth } from "./chart.ts";
import { labelledBands, stepHeight } from "./labelled-bands.ts";
import { type MeasuredAxis, type MeasuredOptions, measuredAxis, showsOf } from "./measured.ts";

/** What a measure comes to at the low and the high value of one assumption, all others as they are, and as it stands. */
export interface TornadoBar {
  /** The assumption, such as `Unit cost of a placement`. */
  readonly label: string;
  readonly low: Amount;
  readonly high: Amount;
  readonly central: Amount;
}

/** How a tornado is drawn. */
export interface TornadoOptions extends MeasuredOptions {
  /** The most bars that are drawn, the longest first; 12 unless told. */
  readonly most?: number | undefined;
}

/** A bar with its amounts read. */
interface Read {
  readonly label: string;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly central: Decimal;
}

/**
 * Which assumptions move a measure most: a bar each, from what it comes to at the low value to what it comes to at the high
 * one, the longest on top, and a line where it stands. The dark side is that of the low value. The title names what moves it
 * most. Bars are plain data, pounds unless `in` says otherwise. Issue codes (thrown): `not-a-number`, `too-many-digits`,
 * `out-of-range`, `wrong-unit`; `wrong-shape` without a bar.
 *
 * @example
 * ```ts
 * import { tornado } from "invest-to-save/charts";
 * const chart = tornado([
 *   { label: "Families", low: 1_200_000, high: 2_100_000, central: 1_500_000 },
 *   { label: "Saving a family", low: -400_000, high: 3_000_000, central: 1_500_000 },
 * ], { measure: "Net present value" });
 * chart.title.text.join(" ");
 * // => "Saving a family moves net present value most: from −£400,000 to £3m"
 * ```
 */
export function tornado(bars: readonly TornadoBar[], options: TornadoOptions): ChartSpec {
  const { width = usualWidth, measure, most = 12 } = options;
  const amounts = amountsOf(bars, ["low", "high", "central"], "bar", options.in ?? "£");
  const read = bars.map(
    ({ label }, i): Read => ({ label: oneLine(label), ...(amounts[i] as Omit<Read, "label">) }),
  );
  const swing = ({ low, high }: Read) => high.minus(low).abs();
  const sorted = [...read].sort((a, b) => swing(b).cmp(swing(a))).slice(0, most);
  const axis = measuredAxis(
    sorted.flatMap(({ low, high, central }) => [low, high, central]),
    options,
  );
  const [first] = sorted as [Read];
  const said = `${measure.slice(0, 1).toLowerCase()}${measure.slice(1)}`;
  const [from, to] = [least([first.low, first.high]), greatest([first.low, first.high])].map(axis.short);
  const left = read.length - sorted.length;
  const how = `at the low and the high value of each assumption${left > 0 ? `, the ${most} that move it most of ${read.length}` : ""}`;
  const figures = sorted.map(
    ({ label, low, high }) =>
      `${label}: ${axis.short(low)} at its low value, ${axis.short(high)} at its high one`,
  );
  return chartOf({
    finding: swing(first).isZero()
      ? `No assumption moves ${said}`
      : `${first.label} moves ${said} most: from ${from} to ${to}`,
    draft: options.draft ?? false,
    shows: showsOf(options, how, axis.unit),
    figures: `It stands at ${axis.short(first.central)}. ${figures.join("; ")}.`,
    width,
    height: sorted.length * stepHeight,
    layers: layersOf(sorted, axis, width),
  });
}

/** An end of a bar as it is drawn; what is written beside it, where anything is. */
interface End {
  readonly row: number;
  readonly side: "low value" | "high value";
  readonly amount: number;
  readonly central: number;
  readonly words: string;
  readonly left: boolean;
}

/** The ends of a bar, the farther one first, so that a nearer one on the same side is drawn over it and stays in sight. */
function endsOf({ low, high, central }: Read, row: number, axis: MeasuredAxis): End[] {
  const far = (value: Decimal) => value.minus(central).abs();
  const onOneSide = low.minus(central).times(high.minus(central)).gt(0);
  const end = (side: End["side"], value: Decimal, words: string): End => {
    const left = value.eq(central) ? side === "low value" : value.lt(central);
    return { row, side, amount: axis.drawn(value), central: axis.drawn(central), words, left };
  };
  const [near, farther] = far(low).lt(far(high)) ? ([low, high] as const) : ([high, low] as const);
  const both = `${axis.label(low)} to ${axis.label(high)}`;
  const side = (value: Decimal) => (value === low ? "low value" : "high value");
  return [
    end(side(farther), farther, onOneSide ? both : axis.label(farther)),
    end(side(near), near, onOneSide ? "" : axis.label(near)),
  ];
}

function layersOf(bars: readonly Read[], axis: MeasuredAxis, width: number): unknown[] {
  const values = bars.flatMap((bar, row) => endsOf(bar, row, axis));
  const { start, labels, rows } = labelledBands(
    bars.map(({ label }, row) => ({ row, label })),
    width,
  );
  const scale = { nice: true, zero: false, padding: 46 };
  const x = { field: "amount", type: "quantitative", scale, axis: { format: ",~f", tickCount: 5 } };
  const colour = {
    field: "side",
    type: "nominal",
    scale: { domain: ["low value", "high value"], range: [colours.costs, colours.funding] },
    legend: { columns: 2, labelExpr: "'at the ' + datum.label" },
  };
  const text = (left: boolean) => ({
    data: { values: values.filter((one) => one.left === left) },
    mark: { type: "text", align: left ? "right" : "left", dx: left ? -5 : 5, baseline: "middle", ...start },
    encoding: { y: rows, x, text: { field: "words" } },
  });
  const central = axis.drawn((bars[0] as Read).central);
  return [
    {
      data: { values },
      mark: { type: "bar", stroke: edge, strokeWidth: 0.5, ...start },
      encoding: { y: rows, x: { ...x, stack: null }, x2: { field: "central" }, color: colour },
    },
    {
      data: { values: [{ central }] },
      mark: { type: "rule", color: ink, strokeDash: [4, 3], strokeWidth: 1.5 },
      encoding: { x: { ...x, field: "central" } },
    },
    text(true),
    text(false),
    ...labels,
  ];
}
