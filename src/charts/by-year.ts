import { present } from "../assert.ts";
import { type Decimal, sum } from "../quantity/decimal.ts";
import { inYears } from "../table/roll-up.ts";
import type { Table } from "../table/table.ts";
import { periodLabel } from "../time/period.ts";
import { titleOf } from "../write/text.ts";
import { labelSize } from "./chart.ts";
import { textWidth } from "./text-width.ts";

/** A table by financial year, as charts read it. */
export interface ByYear {
  readonly years: readonly string[];
  /** The sum of some rows in each year, in pounds; amounts of every kind are positive. */
  readonly of: (ids: readonly string[]) => readonly Decimal[];
}

/** A table rolled up to years. */
export function byYear(table: Table): ByYear {
  const { timeline, rows } = inYears(table);
  const years = Array.from({ length: timeline.count }, (_, i) => periodLabel(timeline, i));
  const amountOf = (id: string, year: number) =>
    present(rows.get(id)?.values[year], "a row that is drawn has an amount in every year");
  const of = (ids: readonly string[]) => years.map((_, i) => sum(ids.map((id) => amountOf(id, i))));
  return { years, of };
}

/** The amount in a year, out of those of all years. */
export function amountIn(amounts: readonly Decimal[], year: number): Decimal {
  return present(amounts[year], "there is an amount for every year");
}

/** What a chart is of, as the line under its title starts: the title of the programme and its body. */
export function nameOf({ programme }: Pick<Table, "programme">): string {
  const { title, options } = programme;
  const body = options.body === undefined ? {} : { body: options.body };
  return titleOf({ title, draft: false, ...body });
}

/** The axis of the years: labels lie level where there is room, else they are tilted, and only so many are shown as fit. */
export function yearAxis(years: readonly string[], width: number): Record<string, unknown> {
  const room = (width - 60) / years.length;
  const widest = years.reduce((most, year) => Math.max(most, textWidth(year, labelSize)), 0);
  const level = widest + 6 <= room;
  const each = Math.ceil(18 / room);
  return {
    grid: false,
    ticks: false,
    labelPadding: 6,
    labelAngle: level ? 0 : -45,
    ...(level ? {} : { labelAlign: "right", labelBaseline: "middle" }),
    labelOverlap: false,
    ...(each > 1 ? { values: years.filter((_, i) => i % each === 0) } : {}),
  };
}
