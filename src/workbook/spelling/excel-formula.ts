import { assert } from "../../assert.ts";
import type { AssumptionId, Comparison, Formula, PeriodFact, Reading, RowId } from "../../formula/formula.ts";
import { fold } from "../../formula/formula.ts";
import { type Decimal, numeral, zero } from "../../quantity/decimal.ts";
import type { Place } from "../place.ts";
import { listOfRows } from "./address.ts";
import { rounded } from "./excel-rounding.ts";
import { bracketed, type Spelled, spelled, within } from "./spelled.ts";

/** What is known of an input or a row where a formula reads it. */
export interface Read {
  /** Whether it is money in any form. */
  readonly money: boolean;
  /** Whether it is a whole number by its unit: a date, a month number, a flag. */
  readonly whole: boolean;
}

/** Where the cells are that formulas read, seen from the worksheet that the formula stands on. */
export interface Cells {
  /** The name of an input with one value, or the place of one with a value a period. */
  input(id: AssumptionId): (Read & { readonly name: string }) | (Read & { readonly place: Place });
  row(id: RowId): Read & { readonly place: Place };
  fact(fact: PeriodFact): Place;
}

/**
 * A formula as a spreadsheet writes it, without its equals sign, in the column of a period: with the fewest brackets, and
 * the same along the row but for the columns that move with it.
 */
export function excelFormula(formula: Formula, cells: Cells): (period: number) => string {
  return fold(formula, excelReading(cells)).at;
}

/** Reads each node as the text of a spreadsheet. */
function excelReading(cells: Cells): Reading<Spelled> {
  return { ...leaves(cells), ...arithmetic, ...choices };
}

type Leaves = "constant" | "assumption" | "series" | "fact" | "row" | "total" | "opening";

const wholeFacts = (fact: PeriodFact) => fact !== "years";

function leaves(cells: Cells): Pick<Reading<Spelled>, Leaves> {
  const input = (id: AssumptionId): Spelled => {
    const found = cells.input(id);
    const { money, whole } = found;
    if ("name" in found) return spelled(() => found.name, 4, { money, whole });
    return spelled(found.place.at, 4, { money, whole, place: found.place, lag: 0 });
  };
  return {
    constant: (value, unit) =>
      spelled(() => numeralOf(value), value.isNegative() && !value.isZero() ? 1 : 4, {
        constant: value,
        whole: value.isInteger(),
        money: unit.startsWith("£"),
      }),
    assumption: input,
    series: input,
    fact: (fact) => spelled(cells.fact(fact).fixed, 4, { whole: wholeFacts(fact) }),
    row: (id, lag) => {
      const { place, money, whole } = cells.row(id);
      return spelled((period) => place.at(period - lag), 4, { money, whole, place, lag });
    },
    total: (id) => {
      const { place, money, whole } = cells.row(id);
      return spelled(() => `SUM(${place.all})`, 4, { money, whole });
    },
    opening: (first, then) => {
      const index = cells.fact("index");
      const text = (period: number) => `IF(${index.fixed(period)}=0,${first.at(period)},${then.at(period)})`;
      return spelled(text, 4, together([first, then]));
    },
  };
}

/** A plain numeral, as precise as a spreadsheet keeps one. */
function numeralOf(value: Decimal): string {
  return numeral(value.toSignificantDigits(15));
}

const arithmetic: Pick<Reading<Spelled>, "add" | "subtract" | "multiply" | "divide" | "root"> = {
  add: (terms) =>
    sumOfRows(terms) ??
    spelled(
      (period) =>
        terms
          .map((term, i) => (i > 0 && term.at(period).startsWith("-") ? bracketed : within(1))(term, period))
          .join("+"),
      1,
      together(terms),
    ),
  subtract: (from, less) =>
    spelled((period) => `${within(1)(from, period)}-${within(2)(less, period)}`, 1, together([from, less])),
  multiply: (factors) =>
    spelled((period) => factors.map((factor) => within(2)(factor, period)).join("*"), 2, {
      money: factors.some(({ money }) => money),
      whole: factors.every(({ whole }) => whole),
    }),
  divide: (value, by) =>
    spelled((period) => `${within(2)(value, period)}/${within(3)(by, period)}`, 2, {
      money: value.money && !by.money,
      whole: false,
    }),
  root: (of) => spelled((period) => `SQRT(${of.at(period)})`, 4, {}),
};

/** What holds of a sum or a choice of some parts. */
function together(parts: readonly Spelled[]): Read {
  return { money: parts.some(({ money }) => money), whole: parts.every(({ whole }) => whole) };
}

/** A spreadsheet takes no more arguments than these. */
const mostArguments = 250;

/** The sum of three rows or more of one worksheet, as a function of their cells. */
function sumOfRows(terms: readonly Spelled[]): Spelled | undefined {
  const [first] = terms;
  if (terms.length < 3 || first?.place === undefined) return undefined;
  const { sheet } = first.place;
  const places = new Map<number, Place>();
  for (const { place, lag } of terms) {
    if (place === undefined || place.sheet !== sheet || lag !== first.lag || places.has(place.row))
      return undefined;
    places.set(place.row, place);
  }
  const rows = [...places.keys()].sort((a, b) => a - b);
  const lists = Array.from({ length: Math.ceil(rows.length / mostArguments) }, (_, i) =>
    rows.slice(i * mostArguments, (i + 1) * mostArguments),
  );
  const at = (period: number) => {
    const named = (row: number) => places.get(row)?.at(period - (first.lag ?? 0)) ?? "";
    return lists.map((list) => `SUM(${listOfRows(list, named)})`).join("+");
  };
  return spelled(at, lists.length === 1 ? 4 : 1, together(terms));
}

const choices: Pick<Reading<Spelled>, "minimum" | "maximum" | "compare" | "choose" | "round"> = {
  minimum: (of) => chosen("MIN", of),
  maximum: (of) => chosen("MAX", of),
  compare: (left, is, right) => {
    const test = comparison(left, is, right);
    return { ...spelled((period) => `IF(${test(period)},1,0)`, 4, { whole: true }), test };
  },
  choose: (when, then, otherwise) => {
    const test = when.test ?? when.at;
    const text = (period: number) => `IF(${test(period)},${then.at(period)},${otherwise.at(period)})`;
    return spelled(text, 4, together([then, otherwise]));
  },
  round: (value, to, how) => rounded(value, to, how),
};

function chosen(name: "MIN" | "MAX", of: readonly Spelled[]): Spelled {
  const [only] = of;
  assert(only !== undefined, "the least or greatest is of something");
  if (of.length === 1) return only;
  return spelled((period) => `${name}(${of.map((part) => part.at(period)).join(",")})`, 4, together(of));
}

const signs: Record<Comparison, string> = {
  "at most": "<=",
  below: "<",
  "at least": ">=",
  above: ">",
  "equal to": "=",
  unlike: "<>",
};

/** Where two amounts of money are taken as equal: nearer than half of a hundredth of a penny. Other values, of 1e-9. */
const places = { money: 4, other: 9 } as const;

/**
 * A comparison as a test. Whole numbers are compared as they stand. All else is compared by its difference, rounded, since
 * amounts that are equal on paper can differ in the last of the digits that a spreadsheet keeps.
 */
function comparison(left: Spelled, is: Comparison, right: Spelled): (period: number) => string {
  const sign = signs[is];
  if (left.whole && right.whole)
    return (period) => `${within(1)(left, period)}${sign}${within(1)(right, period)}`;
  const digits = left.money || right.money ? places.money : places.other;
  const isNil = ({ constant }: Spelled) => constant?.eq(zero) === true;
  if (isNil(right)) return (period) => `ROUND(${left.at(period)},${digits})${sign}0`;
  if (isNil(left)) return (period) => `0${sign}ROUND(${right.at(period)},${digits})`;
  const difference = arithmetic.subtract(left, right);
  return (period) => `ROUND(${difference.at(period)},${digits})${sign}0`;
}
