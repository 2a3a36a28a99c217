import type { Decimal } from "../quantity/decimal.ts";
import { leverWords, type MovedAssumption } from "../vary/lever.ts";

/** The label of an assumption in a table, with its unit where its values are printed without: `Saving (£ per family per year)`. */
export function assumptionLabel({ label, unit }: MovedAssumption): string {
  return unit.includes(" per ") ? `${label} (${unit})` : label;
}

/** A value of an assumption in a cell: what it is per stands beside its label. */
export function assumptionCell(assumption: MovedAssumption, value: Decimal): string {
  const words = leverWords(assumption, value);
  const per = words.indexOf(" per ");
  return per < 0 ? words : words.slice(0, per);
}
