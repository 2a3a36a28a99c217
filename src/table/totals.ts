import { present } from "../assert.ts";
import type { Totals } from "../programme/line.ts";
import { type Decimal, sum } from "../quantity/decimal.ts";
import type { PeriodRange } from "../time/period-range.ts";
import type { TableRow } from "./table.ts";

/**
 * What several periods of a row make together, by the row's rule: their sum, the last of them (closing), their
 * average, or nothing (none). An average is divided at 40 digits.
 */
export function together(values: readonly (Decimal | undefined)[], rule: Totals): Decimal | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 || known.length < values.length) return undefined;
  switch (rule) {
    case "sum":
      return sum(known);
    case "closing":
      return known.at(-1);
    case "average":
      return sum(known).div(known.length);
    case "none":
      return undefined;
  }
}

/** What a row comes to from one period to another, which it must have: in one period its value, else what they make together. */
export function valueOver(
  { row, values }: TableRow,
  { first, last }: Pick<PeriodRange, "first" | "last">,
): Decimal {
  const value = first === last ? values[first] : together(values.slice(first, last + 1), row.totals);
  return present(value, `${row.id} has a value over its periods`);
}
