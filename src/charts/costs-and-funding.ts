import { totalIds } from "../programme/building/statement.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { type Decimal, greatest, sum, zero } from "../quantity/decimal.ts";
import { isDraft } from "../sheet/money.ts";
import type { Table } from "../table/table.ts";
import { type Colour, colours, edge } from "../write/colours.ts";
import { amountIn, type ByYear, byYear, nameOf, yearAxis } from "./by-year.ts";
import { type ChartOptions, type ChartSpec, chartOf, usualWidth } from "./chart.ts";
import { checkCharted } from "./given.ts";
import { moneyAxis, moneyShort } from "./money-axis.ts";
import { savingsByKind } from "./savings-kinds.ts";

/** One layer of a column: what it is, which of the two columns of a year it stands in, and its amount in each year. */
interface Part {
  readonly label: string;
  readonly side: "needed" | "met";
  readonly colour: Colour;
  readonly amounts: readonly Decimal[];
}

/**
 * Costs and repayments by financial year as one stacked column, and beside it what meets them: savings from the bottom, so
 * that they can be measured against the costs, and funding on top. The title says when savings overtake costs, or that they
 * do not; where savings are of several kinds, it goes by the cashable ones. Amounts are in the unit of the axis. Gives
 * `undefined` where there is no cost, saving or funding at all.
 * Throws `InvestToSaveError` with
 * `wrong-shape` for what is no table and for options with a value that they cannot have.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, saving, years } from "invest-to-save";
 * import { costsAndFunding } from "invest-to-save/charts";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", 1_000), saving("Contracts", { "2025/26": 600, "2026/27": 1_500 }));
 * costsAndFunding(evaluate(p))?.title.text; // => ["Savings overtake costs in 2026/27"]
 * ```
 */
export function costsAndFunding(table: Table, options: ChartOptions = {}): ChartSpec | undefined {
  checkCharted(table, options);
  const { width = usualWidth, unit } = options;
  const own = byYear(table);
  const parts = partsOf(table, own);
  if (parts.length === 0) return undefined;
  const tops = (["needed", "met"] as const).flatMap((side) =>
    own.years.map((_, i) =>
      sum(parts.filter((part) => part.side === side).map((part) => amountIn(part.amounts, i))),
    ),
  );
  const axis = moneyAxis(tops, unit);
  const values = parts.flatMap(({ label, side, amounts }, order) =>
    own.years.flatMap((year, i) => {
      const amount = amountIn(amounts, i);
      return amount.isZero() ? [] : [{ year, side, part: label, order, amount: axis.drawn(amount) }];
    }),
  );
  const sides = new Set(parts.map(({ side }) => side)).size;
  const encoding = {
    x: {
      field: "year",
      type: "nominal",
      sort: null,
      axis: yearAxis(own.years, width),
      scale: { domain: own.years, paddingInner: 0.25 },
    },
    ...(sides > 1 ? { xOffset: { field: "side", sort: ["needed", "met"] } } : {}),
    y: { field: "amount", type: "quantitative", stack: "zero", axis: { format: ",~f", tickCount: 5 } },
    color: {
      field: "part",
      type: "nominal",
      scale: { domain: parts.map(({ label }) => label), range: parts.map(({ colour }) => colour) },
      legend: { columns: width < 480 ? 2 : 4 },
    },
    order: { field: "order", type: "quantitative" },
  };
  const mark = { type: "bar", stroke: edge, strokeWidth: 0.5 };
  return chartOf({
    finding: findingOf(table, own),
    draft: isDraft(table.programme),
    stamp: stampOf(table.programme),
    shows: `${nameOf(table)}: ${sides > 1 ? "costs, and beside them what meets them," : "amounts"} by financial year, ${axis.unit}`,
    figures: figuresOf(own, parts),
    width,
    height: 260,
    layers: [{ data: { values }, mark, encoding }],
  });
}

function partsOf({ programme }: Table, { of }: ByYear): Part[] {
  const parts: Part[] = [
    { label: "Costs", side: "needed", colour: colours.costs, amounts: of([totalIds.cost]) },
    { label: "Repayments", side: "needed", colour: colours.repayments, amounts: of([totalIds.repayment]) },
    ...savingsByKind(programme.lines).map(
      ({ label, colour, rows }): Part => ({ label, side: "met", colour, amounts: of(rows) }),
    ),
    { label: "Funding", side: "met", colour: colours.funding, amounts: of([totalIds.funding]) },
  ];
  return parts.filter(({ amounts }) => amounts.some((amount) => !amount.isZero()));
}

/** When savings overtake what must be paid, in words. */
function findingOf({ programme }: Table, own: ByYear): string {
  const { years, of } = own;
  const needed = of([totalIds.cost, totalIds.repayment]);
  const repays = of([totalIds.repayment]).some((amount) => !amount.isZero());
  const costs = repays ? "costs and repayments" : "costs";
  const [savings] = savingsByKind(programme.lines);
  const amounts = savings === undefined ? [] : of(savings.rows);
  if (savings === undefined || amounts.every((amount) => amount.isZero()))
    return peakWords(own, needed, costs);
  const ahead = amounts.map((amount, i) => amount.gt(amountIn(needed, i)));
  const first = ahead.indexOf(true);
  const { label } = savings;
  if (first < 0) return `${label} do not overtake ${costs} by ${years.at(-1)}`;
  const falls = ahead.findIndex((is, i) => i > first && !is && amountIn(needed, i).gt(amountIn(amounts, i)));
  const how = first === 0 ? `are above ${costs} from the start` : `overtake ${costs} in ${years[first]}`;
  return `${label} ${how}${falls < 0 ? "" : `, and fall below them in ${years[falls]}`}`;
}

function peakWords({ years }: ByYear, needed: readonly Decimal[], costs: string): string {
  const most = greatest([zero, ...needed]);
  if (most.isZero()) return "There is nothing to pay";
  const at = needed.findIndex((amount) => amount.eq(most));
  const named = `${costs.slice(0, 1).toUpperCase()}${costs.slice(1)}`;
  return needed.every((amount) => amount.eq(most))
    ? `${named} are ${moneyShort(most)} in every year`
    : `${named} are highest in ${years[at]}, at ${moneyShort(most)}`;
}

function figuresOf({ years }: ByYear, parts: readonly Part[]): string {
  const words = years.map((year, i) => {
    const each = parts.map(
      ({ label, amounts }) => `${label.toLowerCase()} ${moneyShort(amountIn(amounts, i))}`,
    );
    return `${year}: ${each.join(", ")}`;
  });
  return `${words.join("; ")}.`;
}
