import { type Decimal, numeral } from "../quantity/decimal.ts";
import { spoken } from "../quantity/spoken.ts";
import type { AssumptionId, Formula, PeriodFact, Reading, RowId } from "./formula.ts";
import { fold } from "./formula.ts";

/** How assumptions and rows are called in words. */
export interface Names {
  assumption(id: AssumptionId): string;
  row(id: RowId): string;
}

/** Words, and how tightly they bind: −1 for choices and comparisons, 0 for sums, 1 for products, 2 for a single name. */
interface Phrase {
  readonly text: string;
  readonly binds: -1 | 0 | 1 | 2;
}

export const factWords: Record<PeriodFact, string> = {
  index: "the periods before this one",
  "year index": "the years before this one",
  "first day": "the first day of the period",
  "last day": "the last day of the period",
  days: "the days of the period",
  "year days": "the days of the financial year",
  "first month": "the first month of the period",
  months: "the months of the period",
  years: "the period as a part of a year",
};

/**
 * A formula in words, in the signs of ordinary arithmetic: `families × share × unit cost`,
 * `the least of claim and cap`, `balance of the period before + draws`.
 */
export function words(formula: Formula, names: Names): string {
  return fold(formula, wordsReading(names)).text;
}

function wordsReading(names: Names): Reading<Phrase> {
  const name = (text: string): Phrase => ({ text, binds: 2 });
  const within = (phrase: Phrase, binds: number) => (phrase.binds < binds ? `(${phrase.text})` : phrase.text);
  const list = (parts: readonly Phrase[]) => spoken(parts.map((part) => within(part, 1)));
  return {
    constant: (value: Decimal) => name(numeral(value)),
    assumption: (id) => name(names.assumption(id)),
    series: (id) => name(names.assumption(id)),
    fact: (fact) => name(factWords[fact]),
    row: (id, lag) => name(names.row(id) + before(lag)),
    total: (id) => name(`${names.row(id)} over all periods`),
    opening: (first, then) => name(`${first.text} at first, then ${then.text}`),
    add: (terms) => ({ text: terms.map((term) => within(term, 0)).join(" + "), binds: 0 }),
    subtract: (from, less) => ({ text: `${within(from, 0)} − ${within(less, 1)}`, binds: 0 }),
    multiply: (factors) => ({ text: factors.map((factor) => within(factor, 1)).join(" × "), binds: 1 }),
    divide: (value, by) => ({ text: `${within(value, 1)} ÷ ${within(by, 2)}`, binds: 1 }),
    root: (of) => name(`√(${of.text})`),
    minimum: (of) => ({ text: `the least of ${list(of)}`, binds: -1 }),
    maximum: (of) => ({ text: `the greatest of ${list(of)}`, binds: -1 }),
    compare: (left, is, right) => ({ text: `${left.text} is ${is} ${right.text}`, binds: -1 }),
    choose: (when, then, otherwise) => ({
      text: `${then.text} where ${when.text}, else ${otherwise.text}`,
      binds: -1,
    }),
    round: (value, to, how) => name(`${within(value, 2)} rounded ${how} to whole multiples of ${to.text}`),
  };
}

/** How a lag is said after the name of a row. */
function before(lag: number): string {
  if (lag === 0) return "";
  return lag === 1 ? " of the period before" : ` ${lag} periods before`;
}
