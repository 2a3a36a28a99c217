import type { Totals } from "../programme/line.ts";
import type { Layout } from "./cells.ts";
import { acrossPeriods } from "./frame.ts";
import type { Place } from "./place.ts";
import { address } from "./spelling/address.ts";

/** The row, on worksheets by year, with the calendar year in which each of their columns starts. */
export const yearRow = 5;

/**
 * A row of periods as years see it, from another worksheet: the cell itself where periods are years; else, by the row's
 * own rule, the sum, the last or the average of its periods in the year of the column.
 */
export function inYear(layout: Layout, place: Place, totals: Totals, column: number, period: number): string {
  const { years, frame } = layout;
  if (years === undefined) return place.at(period);
  const year = `Workings!${acrossPeriods(frame, years.year, true)}`;
  const last = `Workings!${acrossPeriods(frame, years.last, true)}`;
  const key = address(yearRow, column).replace(/(\d+)$/, "$$$1");
  switch (totals) {
    case "sum":
      return `SUMIFS(${place.all},${year},${key})`;
    case "average":
      return `AVERAGEIFS(${place.all},${year},${key})`;
    default:
      return `SUMIFS(${place.all},${year},${key},${last},1)`;
  }
}
