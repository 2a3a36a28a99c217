import type { Amount } from "../quantity/amount.ts";
import { type Decimal, decimal, greatest, least, one } from "../quantity/decimal.ts";
import { colours, edge, ink } from "../write/colours.ts";
import { oneLine } from "../write/text.ts";
import { amountsOf } from "./amounts.ts";
import { type ChartSpec, chartOf, usualWidth } from "./chart.ts";
import { checkMeasured, checkNamed } from "./given.ts";
import { labelledBands, stepHeight } from "./labelled-bands.ts";
import { type MeasuredAxis, type MeasuredOptions, measuredAxis, showsOf } from "./measured.ts";

/** What a measure comes to at the low and the high value of one assumption, all others as they are, and as it stands. */
export interface TornadoBar {
  /** The assumption, such as `Unit cost of a placement`. */
  readonly label: string;
  /** From where to where the assumption is moved, in words, such as `£40,000 to £52,000`. */
  readonly range?: string | undefined;
  /** Left out where it lies beyond any number, such as a payback that never comes. */
  readonly low?: Amount | undefined;
  readonly high?: Amount | undefined;
  readonly central: Amount;
}

/** How a tornado is drawn. */
export interface TornadoOptions extends MeasuredOptions {
  /** The most bars that are drawn, the longest first; 12 unless told. */
  readonly most?: number | undefined;
}

/** A bar with its amounts read; an end that is missing lies beyond any number. */
export interface BarToDraw {
  readonly label: string;
  readonly range?: string | undefined;
  readonly low?: Decimal;
  readonly high?: Decimal;
  readonly central: Decimal;
}

/**
 * Which assumptions move a measure most: a bar each, from what it comes to at the low value to what it comes to at the high
 * one, the longest on top, and a line where it stands. The dark side is that of the low value. The title names what moves it
 * most. An end that is left out is drawn beyond all others, as `never`. Bars are plain data, pounds unless `in` says otherwise;
 * {@link tornadoOf} fills them from a sensitivity. Issue codes (thrown): `not-a-number`, `too-many-digits`, `out-of-range`,
 * `wrong-unit`; `wrong-shape` without a bar and for options with a value that they cannot have, `unknown-unit` for what is no unit.
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
  checkNamed(bars, "bar", "label");
  checkMeasured(options);
  const amounts = amountsOf(bars, ["central"], "bar", options.in ?? "£", ["low", "high"]);
  const read = bars.map(({ label, range }, i): BarToDraw => {
    return { label: oneLine(label), range, ...(amounts[i] as Pick<BarToDraw, "low" | "high" | "central">) };
  });
  return drawTornado(read, {
    ...options,
    said: `${options.measure.slice(0, 1).toLowerCase()}${options.measure.slice(1)}`,
  });
}

/** What is said of a tornado beside its options. */
interface Saying extends TornadoOptions {
  /** The measure within a sentence. */
  readonly said: string;
  /** What is not drawn, as a clause of its own. */
  readonly left?: string | undefined;
}

/** How far a bar reaches; one with an end beyond any number reaches farther than all others. */
function swing({ low, high }: BarToDraw): Decimal | undefined {
  return low === undefined || high === undefined ? undefined : high.minus(low).abs();
}

function longestFirst(a: BarToDraw, b: BarToDraw): number {
  const [first, second] = [swing(a), swing(b)];
  if (first === undefined || second === undefined)
    return Number(second === undefined) - Number(first === undefined);
  return second.cmp(first);
}

/** Draws bars whose amounts have been read. */
export function drawTornado(bars: readonly BarToDraw[], options: Saying): ChartSpec {
  const { width = usualWidth, said, most = 12, left } = options;
  const sorted = [...bars].sort(longestFirst).slice(0, most);
  const known = sorted.flatMap(({ low, high, central }) => [low ?? [], high ?? [], central].flat());
  const axis = measuredAxis(known, options);
  const short = (value: Decimal | undefined) => (value === undefined ? never : axis.short(value));
  const [first] = sorted as [BarToDraw];
  const ends = [first.low, first.high].flatMap((value) => value ?? []);
  const [from, to] = ends.length === 2 ? [least(ends), greatest(ends)] : [ends[0], undefined];
  const fewer = bars.length - sorted.length;
  const how = `at the low and the high value of each assumption${fewer > 0 ? `, the ${most} that move it most of ${bars.length}` : ""}${left === undefined ? "" : `; ${left}`}`;
  const figures = sorted.map(
    ({ label, range, low, high }) =>
      `${label}${range === undefined ? "" : `, ${range}`}: ${short(low)} at its low value, ${short(high)} at its high one`,
  );
  return chartOf({
    finding: swing(first)?.isZero()
      ? `No assumption moves ${said}`
      : `${first.label} moves ${said} most: from ${short(from)} to ${short(to)}`,
    draft: options.draft ?? false,
    stamp: options.stamp,
    shows: showsOf(options, how, axis.unit),
    figures: `It stands at ${axis.short(first.central)}. ${figures.join("; ")}.`,
    width,
    height: sorted.length * stepHeight,
    layers: layersOf(sorted, axis, width),
  });
}

/** What is said of an end that lies beyond any number. */
const never = "never";

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
function endsOf({ low, high, central }: BarToDraw, row: number, axis: MeasuredAxis, beyond: Decimal): End[] {
  const [lowest, highest] = [low ?? beyond, high ?? beyond];
  const words = (value: Decimal | undefined) => (value === undefined ? never : axis.label(value));
  const far = (value: Decimal) => value.minus(central).abs();
  const onOneSide = lowest.minus(central).times(highest.minus(central)).gt(0);
  const end = (side: End["side"], value: Decimal, text: string): End => {
    // An end where the measure stands is written on the side that its bar does not run to.
    const other = side === "low value" ? highest : lowest;
    const left = value.eq(central)
      ? other.gt(central) || (other.eq(central) && side === "low value")
      : value.lt(central);
    return { row, side, amount: axis.drawn(value), central: axis.drawn(central), words: text, left };
  };
  const both = low === undefined && high === undefined ? never : `${words(low)} to ${words(high)}`;
  const lowIsNear = far(lowest).lt(far(highest));
  const ofLow = end("low value", lowest, onOneSide ? (lowIsNear ? "" : both) : words(low));
  const ofHigh = end("high value", highest, onOneSide ? (lowIsNear ? both : "") : words(high));
  return lowIsNear ? [ofHigh, ofLow] : [ofLow, ofHigh];
}

/** Where ends are drawn that lie beyond any number: past the farthest of those that do not. */
function beyondAll(bars: readonly BarToDraw[]): Decimal {
  const known = bars.flatMap(({ low, high, central }) => [low ?? [], high ?? [], central].flat());
  const most = greatest(known);
  const span = most.minus(least(known));
  return most.plus(span.isZero() ? one : span.div(decimal(6)));
}

function layersOf(bars: readonly BarToDraw[], axis: MeasuredAxis, width: number): unknown[] {
  const beyond = beyondAll(bars);
  const values = bars.flatMap((bar, row) => endsOf(bar, row, axis, beyond));
  const { start, labels, rows } = labelledBands(
    bars.map(({ label, range }, row) => ({ row, label: range === undefined ? label : `${label}: ${range}` })),
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
  const central = axis.drawn((bars[0] as BarToDraw).central);
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
