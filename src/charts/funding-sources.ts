import { present } from "../assert.ts";
import { totalIds } from "../programme/building/statement.ts";
import { stampOf } from "../programme/stamp/stamp.ts";
import { type Decimal, decimal, numeral, sum, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { isDraft } from "../sheet/money.ts";
import type { Table } from "../table/table.ts";
import { edge, inkOn, palette } from "../write/colours.ts";
import { amountIn, type ByYear, byYear, nameOf, yearAxis } from "./by-year.ts";
import { type ChartOptions, type ChartSpec, chartOf, labelSize, usualWidth } from "./chart.ts";
import { checkCharted } from "./given.ts";
import { type MoneyAxis, moneyAxis, moneyShort } from "./money-axis.ts";
import { shortened, textWidth } from "./text-width.ts";

/** A source of funding with its amount in each year and over all years. */
interface Source {
  readonly label: string;
  readonly amounts: readonly Decimal[];
  readonly total: Decimal;
}

const height = 240;

/**
 * Who pays in which financial year: the sources of funding as one stacked column a year, the largest at the bottom, each amount
 * in its place where there is room. The legend has each source with its total and share; the title names the largest. Where
 * there are more than six, the smaller ones are drawn together. Savings and what has no amount are left out. Gives `undefined`
 * where nothing is funded.
 * Throws `InvestToSaveError` with
 * `wrong-shape` for what is no table and for options with a value that they cannot have.
 *
 * @example
 * ```ts
 * import { balances, cost, evaluate, funding, programme, years } from "invest-to-save";
 * import { fundingSources } from "invest-to-save/charts";
 * const p = programme("Repairs", years("2024/25", "2025/26"), { source: "bid" },
 *   cost("Crew", 1_000), funding("Grant", { "2024/25": 600 }), funding("Base budget", balances("2024/25", "2025/26")));
 * fundingSources(evaluate(p))?.title.text; // => ["70% of the funding comes from Base budget"]
 * ```
 */
export function fundingSources(table: Table, options: ChartOptions = {}): ChartSpec | undefined {
  checkCharted(table, options);
  const { width = usualWidth, unit } = options;
  const own = byYear(table);
  const sources = sourcesOf(table, own);
  const all = sum(sources.map(({ total }) => total));
  const [largest] = sources;
  if (largest === undefined || !all.gt(0)) return undefined;
  const shares = sharesOf(sources, all);
  const totals = own.of([totalIds.funding]);
  const axis = moneyAxis(totals, unit);
  const finding =
    sources.length === 1
      ? `All of the funding, ${moneyShort(all)}, comes from ${largest.label}`
      : `${shares[0]} of the funding comes from ${largest.label}`;
  return chartOf({
    finding,
    draft: isDraft(table.programme),
    stamp: stampOf(table.programme),
    shows: `${nameOf(table)}: funding by source and financial year, ${axis.unit}`,
    figures: `${sources.map((one) => `${one.label}: ${yearWords(own, one)}`).join(". ")}.`,
    width,
    height,
    layers: layersOf(own, sources, shares, axis, width),
  });
}

function sourcesOf({ programme }: Table, { of }: ByYear): Source[] {
  const source = (label: string, rows: readonly string[]): Source => {
    const amounts = of(rows);
    return { label, amounts, total: sum(amounts) };
  };
  const found = programme.lines
    .filter(({ kind }) => kind === "funding")
    .map(({ id, label }) => ({ id, ...source(label, [id]) }))
    .filter(({ amounts }) => amounts.some((amount) => !amount.isZero()))
    .sort((a, b) => b.total.cmp(a.total));
  if (found.length <= palette.length) return found;
  const others = found.slice(palette.length - 1);
  const together = source(
    `${others.length} other sources`,
    others.map(({ id }) => id),
  );
  return [...found.slice(0, palette.length - 1), together];
}

function layersOf(
  { years }: ByYear,
  sources: readonly Source[],
  shares: readonly string[],
  axis: MoneyAxis,
  width: number,
): unknown[] {
  const names = sources.map(({ label, total }, i) => {
    const end = `: ${moneyShort(total)}${sources.length > 1 ? `, ${shares[i]}` : ""}`;
    return `${shortened(label, width - 60 - textWidth(end, labelSize), labelSize)}${end}`;
  });
  const values = valuesOf(years, sources, axis, width);
  const x = {
    field: "year",
    type: "nominal",
    sort: null,
    axis: yearAxis(years, width),
    scale: { domain: years, paddingInner: 0.25 },
  };
  const y = { field: "amount", type: "quantitative", stack: "zero", axis: { format: ",~f", tickCount: 5 } };
  const order = { field: "order", type: "quantitative" };
  // By number and not by name, since names that were shortened may be alike.
  const scale = { domain: sources.map((_, i) => i), range: palette.slice(0, sources.length) };
  const legend = { labelExpr: `${JSON.stringify(names)}[datum.value]` };
  return [
    {
      data: { values },
      mark: { type: "bar", stroke: edge, strokeWidth: 0.5 },
      encoding: { x, y, order, color: { field: "order", type: "nominal", scale, legend } },
    },
    {
      data: { values },
      mark: { type: "text", baseline: "middle" },
      encoding: {
        x,
        y: { ...y, bandPosition: 0.5 },
        order,
        detail: { field: "order" },
        text: { field: "label" },
        fill: { field: "ink", type: "nominal", scale: null },
      },
    },
  ];
}

/** Each amount that is drawn, with the words in it where there is room for them. */
function valuesOf(years: readonly string[], sources: readonly Source[], axis: MoneyAxis, width: number) {
  const most = years.reduce((top, _, i) => {
    const here = sum(sources.map(({ amounts }) => amountIn(amounts, i)));
    return here.gt(top) ? here : top;
  }, zero);
  const room = ((width - 60) / years.length) * 0.75;
  return sources.flatMap(({ amounts }, order) =>
    years.flatMap((year, i) => {
      const amount = amountIn(amounts, i);
      if (amount.isZero()) return [];
      const words = axis.label(amount);
      const tall = amount.times(height).gt(most.times(labelSize + 4));
      const fits = tall && textWidth(words, labelSize) < room;
      const colour = present(palette[order], "there are no more sources than colours");
      return [{ year, order, amount: axis.drawn(amount), label: fits ? words : "", ink: inkOn(colour) }];
    }),
  );
}

/** The shares of the sources in whole percent, or with a decimal where whole ones would not come to 100%. */
function sharesOf(sources: readonly Source[], all: Decimal): string[] {
  const percent = sources.map(({ total }) => total.div(all).times(decimal(100)));
  const whole = percent.map((part) => roundPlaces(part, 0));
  const shown = sum(whole).eq(100) ? whole : percent.map((part) => roundPlaces(part, 1));
  return shown.map((part) => `${numeral(part)}%`);
}

function yearWords({ years }: ByYear, { amounts, total }: Source): string {
  const each = years.flatMap((year, i) => {
    const amount = amountIn(amounts, i);
    return amount.isZero() ? [] : [`${moneyShort(amount)} in ${year}`];
  });
  return each.length === 1 ? each.join() : `${moneyShort(total)}, of it ${each.join(", ")}`;
}
