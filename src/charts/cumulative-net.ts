import { appraise } from "../appraisal/appraise.ts";
import type { AppraisedTable } from "../appraisal/appraised.ts";
import { measures } from "../appraisal/measures.ts";
import { present } from "../assert.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { type Decimal, decimal, least, zero } from "../quantity/decimal.ts";
import { isDraft } from "../sheet/money.ts";
import { evaluate } from "../table/evaluate.ts";
import { inYears } from "../table/roll-up.ts";
import type { Table } from "../table/table.ts";
import { periodMonths } from "../time/period.ts";
import { periodsWithin } from "../time/roll-up.ts";
import { MONTHS_IN } from "../time/span.ts";
import { colours, ink } from "../write/colours.ts";
import { amountIn, byYear, nameOf } from "./by-year.ts";
import { type ChartOptions, type ChartSpec, chartOf, labelSize, usualWidth } from "./chart.ts";
import { checkCharted } from "./given.ts";
import { type MoneyAxis, moneyAxis, moneyShort } from "./money-axis.ts";
import { textWidth } from "./text-width.ts";

/** The running total of the net, and what is found in it. */
interface Found {
  readonly finding: string;
  /** At the end of each period, in pounds. */
  readonly sums: readonly Decimal[];
  /** Years from the start of the model at which all is paid back. */
  readonly paidBack: Decimal | undefined;
}

const height = 260;

/**
 * The net summed from the start of the model as a line: where it falls, costs run ahead; where it comes back to nil all is paid
 * back, which is marked; the lowest point is the most that has to be found. It is the net of the case that the programme was
 * appraised in, by each of its own periods; a programme that was not appraised is, on the terms of its model. The title says
 * when it pays back, or by how much it falls short. Gives `undefined` where the net is nil throughout.
 * Throws `InvestToSaveError` with
 * `wrong-shape` for what is no table and for options with a value that they cannot have, and what `appraise` and
 * `evaluate` throw.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, saving, years } from "invest-to-save";
 * import { cumulativeNet } from "invest-to-save/charts";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * cumulativeNet(evaluate(p))?.title.text; // => ["Pays back in 2026/27, after 2.7 years"]
 * ```
 */
export function cumulativeNet(table: Table, options: ChartOptions = {}): ChartSpec | undefined {
  checkCharted(table, options);
  const { width = usualWidth, unit } = options;
  const own = appraisedTable(table);
  const found = findingOf(own);
  if (found.sums.every((value) => value.isZero())) return undefined;
  const axis = moneyAxis(found.sums, unit);
  const { terms } = own.programme.appraisal;
  const whose = terms.case === "financial" ? `the cash of ${terms.body}` : "all bodies together";
  const { years, of } = byYear(own);
  const sums = of([appraisalId("cumulative-net")]);
  const figures = years.map((year, i) => `${year}: ${moneyShort(amountIn(sums, i))}`).join("; ");
  return chartOf({
    finding: found.finding,
    draft: isDraft(own.programme),
    stamp: stampOf(own.programme),
    shows: `${nameOf(own)}: net saving or cost summed from the start, ${whose}, ${axis.unit}`,
    figures: `At the end of ${figures}.`,
    width,
    height,
    layers: layersOf(own, found, axis, width),
  });
}

function appraisedTable(table: Table): AppraisedTable {
  const { programme } = table;
  if ("appraisal" in programme) return table as AppraisedTable;
  const appraised = appraise(programme);
  return { ...evaluate(appraised), programme: appraised };
}

function findingOf(table: AppraisedTable): Found {
  const { values } = present(table.rows.get(appraisalId("cumulative-net")), "the running net");
  const sums = values.map((value) => present(value, "there is a running net at the end of every period"));
  const payback = present(
    measures(table.programme, table).find(({ id }) => id === "payback"),
    "payback is always a measure",
  );
  const { years } = byYear(table);
  const last = lastOf(sums);
  const found = { sums, paidBack: payback.value };
  if (payback.value !== undefined) return { ...found, finding: `Pays back ${payback.words}` };
  if (last.isNegative() && !last.isZero())
    return { ...found, finding: `Does not pay back by ${years.at(-1)}: ${moneyShort(last.neg())} short` };
  return { ...found, finding: "Costs never run ahead of what comes in" };
}

/** What the net comes to in the end. */
function lastOf(sums: readonly Decimal[]): Decimal {
  return present(sums.at(-1), "a model has at least one period");
}

/** What marks the point at which all is paid back. */
const diamond = { type: "point", shape: "diamond", filled: true, size: 150, opacity: 1 } as const;

function layersOf(table: AppraisedTable, found: Found, axis: MoneyAxis, width: number): unknown[] {
  const step = decimal(periodMonths(table.timeline)).div(MONTHS_IN.year);
  const at = (periods: number) => step.times(periods).toNumber();
  const { sums } = found;
  const values = [zero, ...sums].map((value, i) => ({ at: at(i), amount: axis.drawn(value) }));
  const x = { field: "at", type: "quantitative", scale: { domain: [0, at(sums.length)], nice: false } };
  // The words above and below the line need room.
  const y = {
    field: "amount",
    type: "quantitative",
    scale: { padding: 28, nice: false },
    axis: { format: ",~f", tickCount: 5 },
  };
  const line = {
    type: "line",
    color: colours.costs,
    strokeWidth: 2.5,
    point: sums.length > 24 ? false : { color: colours.costs },
  };
  const words = labelsOf(found, axis, at, width);
  const text = (dy: number, align: string) => ({ type: "text", align, dy, fontWeight: 600, lineBreak: "\n" });
  const placed = (only: (one: Label) => boolean, dy: number, align: string) => ({
    data: { values: words.filter(only) },
    mark: text(dy, align),
    encoding: { x, y, text: { field: "label" } },
  });
  return [
    { data: { values }, mark: line, encoding: { x: { ...x, axis: yearsAxis(table, at, width) }, y } },
    {
      data: { values: [{ amount: 0 }] },
      mark: { type: "rule", color: ink, strokeWidth: 1 },
      encoding: { y },
    },
    {
      data: { values: words.filter(({ mark }) => mark) },
      mark: { ...diamond, color: colours.funding, stroke: ink },
      encoding: { x, y },
    },
    ...(["left", "right", "center"] as const).flatMap((align) => [
      placed((one) => one.align === align && one.below, 16, align),
      placed((one) => one.align === align && !one.below, -16, align),
    ]),
  ];
}

/** Words beside a point of the line. */
interface Label {
  readonly at: number;
  readonly amount: number;
  readonly label: string;
  readonly align: "left" | "right" | "center";
  readonly below: boolean;
  readonly mark: boolean;
}

function labelsOf(
  { sums, paidBack }: Found,
  axis: MoneyAxis,
  at: (periods: number) => number,
  width: number,
): Label[] {
  const lowest = least([zero, ...sums]);
  const last = lastOf(sums);
  const end = at(sums.length);
  const align = (x: number, label: string) => {
    const half = textWidth(label, labelSize) / 2 / (width - 60) + 0.02;
    return x / end < half ? "left" : x / end > 1 - half ? "right" : "center";
  };
  const label = (x: number, value: Decimal, words: string, below: boolean, mark = false): Label => {
    return { at: x, amount: axis.drawn(value), label: words, align: align(x, words), below, mark };
  };
  const low = sums.findIndex((value) => value.eq(lowest));
  const peak = lowest.isZero()
    ? []
    : [label(at(low + 1), lowest, `Most to find: ${moneyShort(lowest.neg())}`, true)];
  // The line comes up from the left below, so that there is room to the left above.
  const back = backOf(paidBack).map((x): Label => {
    const room = (x / end) * (width - 60) > textWidth("Paid back", labelSize) + 16;
    const own = label(x, zero, "Paid back", !room, true);
    return { ...own, align: room ? "right" : "left" };
  });
  const near = low === sums.length - 1 && !lowest.isZero();
  return [...peak, ...back, ...(near ? [] : [label(end, last, moneyShort(last), false)])];
}

/** When all is paid back, where it is. */
function backOf(paidBack: Decimal | undefined): number[] {
  return paidBack === undefined ? [] : [paidBack.toNumber()];
}

/** The axis of time: a line where each financial year ends, its name in the middle of it where there is room. */
function yearsAxis(
  table: AppraisedTable,
  at: (periods: number) => number,
  width: number,
): Record<string, unknown> {
  const { years } = byYear(table);
  const yearly = inYears(table);
  const spans = years.map((year, i) => {
    const within = periodsWithin(table.timeline, yearly.timeline, i);
    return { year, from: at(Math.min(...within)), to: at(Math.max(...within) + 1) };
  });
  const room = (width - 60) / at(table.timeline.count);
  const widest = Math.max(...years.map((year) => textWidth(year, labelSize)));
  const level = widest + 6 <= room;
  const each = Math.ceil(18 / room);
  // A first or last year of which the model covers a few months has no room for its name.
  const named = spans.filter(({ from, to }, i) => to - from >= 0.5 && i % each === 0);
  const names = Object.fromEntries(named.map(({ year, from, to }) => [String((from + to) / 2), year]));
  return {
    values: Object.keys(names).map(Number),
    labelExpr: `(${JSON.stringify(names)})[toString(datum.value)]`,
    labelAngle: level ? 0 : -45,
    ...(level ? {} : { labelAlign: "right", labelBaseline: "middle" }),
    labelOverlap: false,
    grid: false,
    ticks: false,
    labelPadding: 6,
    domain: false,
  };
}
