import {
  type Assumption,
  type Basis,
  basisOf,
  basisWords,
  detailWords,
  statedIn,
} from "../../programme/assumption.ts";
import type { Programme } from "../../programme/programme.ts";
import { type Decimal, isDecimal, numeral, sum } from "../../quantity/decimal.ts";
import type { Unit } from "../../quantity/unit.ts";
import { valueWords } from "../../quantity/value-words.ts";
import { periodLabel } from "../../time/period.ts";
import type { Grid } from "./document.ts";

/** More amounts by period than this are told by their first, their last and their sum. */
const mostListed = 6;

/**
 * Everything that enters a programme, in the order of the model: its value in words with its unit, the range that it may
 * lie in, and where it comes from. What the model's own structure sets is no assumption, and is left out.
 */
export function assumptionsGrid(programme: Programme): Grid {
  const inputs = statedIn(programme.assumptions);
  const common = basisOf(programme.options);
  const rows = inputs.map((input) => ({
    id: input.id,
    label: input.label,
    cells: [givenWords(programme, input), rangeWords(input), sourceWords(input, common)],
    unit: input.unit,
    ...(isDecimal(input.value) ? { value: input.value } : {}),
  }));
  return { title: "Assumptions", columns: ["Value", "Range", "Where it comes from"], rows };
}

/** What is said of where all the numbers of a programme come from that say nothing else; nothing where it says nothing. */
export function commonWords({ options }: Programme): string[] {
  const common = basisOf(options);
  return common === undefined ? [] : [`Unless something else is said of a number: ${basisWords(common)}.`];
}

/** An assumption as it is told: one value with its unit, or amounts by period; a share as a percentage. */
function givenWords({ timeline }: Pick<Programme, "timeline">, { value, unit, level }: Assumption): string {
  if (isDecimal(value)) return inputWords(value, unit);
  const known = value.flatMap((one, i) => (one.isZero() ? [] : [{ one, label: periodLabel(timeline, i) }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return inputWords(value[0] ?? sum([]), unit);
  const at = ({ one, label }: typeof first) => `${inputWords(one, unit)} in ${label}`;
  const same = known.length === value.length && known.every(({ one }) => one.eq(first.one));
  if (same && known.length > 1) return `${inputWords(first.one, unit)} in each of ${known.length} periods`;
  if (known.length <= mostListed) return known.map(at).join("; ");
  const all = unit === "£" && level === undefined ? `; ${inputWords(sum(value), unit)} in all` : "";
  return `${at(first)} … ${at(last)}${all}`;
}

/** The range of an assumption in words, which may be open at one end; nothing where it has none. */
export function rangeWords({ low, high, unit }: Pick<Assumption, "low" | "high" | "unit">): string {
  if (low !== undefined && high !== undefined) return `${inputWords(low, unit)} to ${inputWords(high, unit)}`;
  if (low !== undefined) return `from ${inputWords(low, unit)}`;
  return high === undefined ? "" : `up to ${inputWords(high, unit)}`;
}

/** A share as a percentage, as it is written and spoken of; all else in its unit. */
export function inputWords(value: Decimal, unit: Unit): string {
  return unit === "share" ? `${numeral(value.times(100)).replace("-", "−")}%` : valueWords(value, unit);
}

/** Where an assumption comes from, in words; `common` is the basis that is said of all of them. */
export function sourceWords(input: Assumption, common?: Basis): string {
  const { basis, prices } = input;
  const asCommon = common !== undefined && basisWords(common) === basisWords(basis);
  return [
    asCommon ? "as said above" : basisWords(basis),
    ...(prices === undefined || prices === "nominal" ? [] : [`${prices} prices`]),
    ...detailWords(input),
  ].join("; ");
}
