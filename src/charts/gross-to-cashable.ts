import { appraise } from "../appraisal/appraise.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { type Decimal, decimal, greatest, numeral, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { isDraft } from "../sheet/money.ts";
import { evaluate } from "../table/evaluate.ts";
import type { Table } from "../table/table.ts";
import { type Colour, colours, edge } from "../write/colours.ts";
import { nameOf } from "./by-year.ts";
import { type ChartOptions, type ChartSpec, chartOf, usualWidth } from "./chart.ts";
import { checkCharted } from "./given.ts";
import { labelledBands, stepHeight } from "./labelled-bands.ts";
import { type MoneyAxis, moneyAxis, moneyShort } from "./money-axis.ts";

/** A step of the way, in pounds over all years: a bar from one amount to another. */
interface Step {
  readonly label: string;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly colour: Colour;
}

/**
 * The way from gross to cashable as a waterfall, over all years: gross benefits, less what would have happened anyway, net
 * benefits, less what takes money out of no budget, cashable savings of all bodies, and of these the part of the programme's
 * own body where it is not all of them. The title says how much of each £1 is cashable. A programme that was not appraised is,
 * on the terms of its model. Gives `undefined` where no saving of the programme states such a step, and in the economic case.
 * Throws `InvestToSaveError` with
 * `wrong-shape` for what is no table and for options with a value that they cannot have, and what `appraise` and
 * `evaluate` throw.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, saving, years } from "invest-to-save";
 * import { grossToCashable } from "invest-to-save/charts";
 * const p = programme("Repairs", years("2024/25", "2025/26"), { source: "bid" }, cost("Crew", 1_000),
 *   saving("Contracts", 600), saving("Time of wardens", 900, { cashable: "non-cashable" }));
 * grossToCashable(evaluate(p))?.title.text; // => ["40p of every £1 of gross benefit is cashable"]
 * ```
 */
export function grossToCashable(table: Table, options: ChartOptions = {}): ChartSpec | undefined {
  checkCharted(table, options);
  const { width = usualWidth, unit } = options;
  const own = "appraisal" in table.programme ? table : evaluate(appraise(table.programme));
  const steps = stepsOf(own);
  const [gross] = steps;
  const cashable = own.rows.get(appraisalId("cashable-savings"))?.total;
  if (gross === undefined || cashable === undefined || !gross.to.gt(0)) return undefined;
  const axis = moneyAxis(
    steps.flatMap(({ from, to }) => [from, to]),
    unit,
  );
  const pence = numeral(roundPlaces(cashable.div(gross.to).times(decimal(100)), 0));
  return chartOf({
    finding: `${pence}p of every £1 of gross benefit is cashable`,
    draft: isDraft(own.programme),
    stamp: stampOf(own.programme),
    shows: `${nameOf(own)}: from gross benefits to cashable savings, over all years, ${axis.unit}`,
    figures: `${steps.map(({ label, from, to }) => `${label}: ${moneyShort(to.minus(from))}`).join("; ")}.`,
    width,
    height: steps.length * stepHeight,
    layers: layersOf(steps, axis, width),
  });
}

function layersOf(steps: readonly Step[], axis: MoneyAxis, width: number): unknown[] {
  const values = steps.map(({ label, from, to }, i) => {
    const amount = to.minus(from);
    return {
      row: i,
      label,
      from: axis.drawn(from),
      to: axis.drawn(to),
      end: axis.drawn(greatest([from, to])),
      words: axis.label(amount),
    };
  });
  // The words after the longest bar need room.
  const room = values.reduce((most, { end }) => Math.max(most, end), 0) * (1 + 70 / width);
  const { start, labels, rows } = labelledBands(values, width);
  const x = {
    field: "from",
    type: "quantitative",
    scale: { domain: [0, room], nice: true },
    axis: { format: ",~f", tickCount: 5 },
  };
  const colour = {
    field: "row",
    type: "nominal",
    legend: null,
    scale: { domain: steps.map((_, i) => i), range: steps.map((step) => step.colour) },
  };
  const bar = { type: "bar", stroke: edge, strokeWidth: 0.5, ...start };
  return [
    { data: { values }, mark: bar, encoding: { y: rows, x, x2: { field: "to" }, color: colour } },
    {
      data: { values },
      mark: { type: "text", align: "left", dx: 6, baseline: "middle", fontWeight: 600, ...start },
      encoding: { y: rows, x: { ...x, field: "end" }, text: { field: "words" } },
    },
    ...labels,
  ];
}

function stepsOf(table: Table): Step[] {
  const total = (name: string) => table.rows.get(appraisalId(name))?.total;
  const label = (name: string) => table.rows.get(appraisalId(name))?.row.label ?? "";
  const [gross, net, cashable, body] = ["gross", "net-benefits", "cashable-savings", "saving"].map(total);
  if (gross === undefined || net === undefined || cashable === undefined) return [];
  const level = (name: string, to: Decimal, colour: Colour): Step => ({
    label: label(name),
    from: zero,
    to,
    colour,
  });
  const fall = (name: string, from: Decimal, to: Decimal, colour: Colour): Step[] =>
    from.eq(to) ? [] : [{ label: label(name), from, to, colour }];
  return [
    level("gross", gross, colours.costs),
    ...fall("deadweight", gross, net, colours.repayments),
    level("net-benefits", net, colours["avoided costs"]),
    ...fall("not-cashable", net, cashable, colours["non-cashable savings"]),
    level("cashable-savings", cashable, colours.savings),
    ...(body === undefined || body.eq(cashable) ? [] : [level("saving", body, colours.savings)]),
  ];
}
