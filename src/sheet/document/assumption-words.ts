import type { Decimal } from "../../quantity/decimal.ts";
import { amountWords } from "../../vary/amount-words.ts";
import { leverWords, type MovedAssumption } from "../../vary/lever.ts";
import type { Outcome, OutcomeReading } from "../../vary/outcome.ts";

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

/** What an outcome comes to in a cell that has no room for more: `2.8 years`, `never within the horizon`. */
export function outcomeCell({ kind, unit }: Outcome, { value, words }: OutcomeReading): string {
  if (value === undefined || kind === "condition") return words.split(": ")[0] ?? words;
  return amountWords(value, unit);
}
