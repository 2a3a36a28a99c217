import { assert } from "../assert.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { type Decimal, greatest, least, magnitude, one, sum, zero } from "../quantity/decimal.ts";
import { type Rounding, roundTo } from "../quantity/rounding.ts";
import type { AssumptionId, Comparison, PeriodFact, Reading, RowId } from "./formula.ts";

/** A formula ready to be worked out: its value in a period, and the largest amount that entered that value. */
export interface Cell {
  value(period: number): Decimal;
  /** A plain number: it only ever serves to judge nearness. */
  size(period: number): number;
  /** Whether it is the same in every period whatever the inputs are, so that one period will do. */
  readonly steady?: boolean;
}

/** An input as it stands in a run. A date is a number only to be subtracted: its size is no amount of anything. */
interface Input {
  readonly value: Decimal | readonly Decimal[];
  readonly date: boolean;
}

/** Where the exact reading finds its numbers. */
export interface ExactSource {
  /** An input: one value, or one a period. It is looked up anew in each run, since inputs can be replaced. */
  input(id: AssumptionId): Input;
  fact(fact: PeriodFact): readonly Decimal[];
  /** The values of a row, filled as evaluation goes on. */
  row(id: RowId): Cell;
  /** All periods of a row together, whichever is asked for; it is complete by then. */
  total(id: RowId): Cell;
}

/**
 * Compare, choose and round take a value within this part of the largest amount that entered it as lying on the
 * threshold, so that the exact and the fast reading decide alike.
 */
export const nearness = 1e-9;

/** Exact decimal values, period by period. Only division and roots round, at the fortieth digit. */
export function exactReading(source: ExactSource): Reading<Cell> {
  return {
    ...leaves(source),
    ...sums,
    ...choices,
    add: (terms) => steadied(sums.add(terms), terms),
    subtract: (from, less) => steadied(sums.subtract(from, less), [from, less]),
    multiply: (factors) => steadied(sums.multiply(factors), factors),
    divide: (value, by) => steadied(sums.divide(value, by), [value, by]),
    choose: (...parts) => steadied(choices.choose(...parts), parts),
    compare: (left, is, right) => steadied(choices.compare(left, is, right), [left, right]),
  };
}

/** A cell made of others, which is steady where all of them are. */
function steadied(cell: Cell, of: readonly Cell[]): Cell {
  return of.every(({ steady }) => steady) ? { ...cell, steady: true } : cell;
}

function leaves(
  source: ExactSource,
): Pick<Reading<Cell>, "constant" | "assumption" | "series" | "fact" | "row" | "total" | "opening"> {
  return {
    constant: fixed,
    assumption: (id) => input(source.input(id)),
    series: (id) => input(source.input(id)),
    fact: (fact) => input({ value: source.fact(fact), date: dates.includes(fact) }),
    row: (id, lag) => {
      const cell = source.row(id);
      if (lag === 0) return cell;
      return {
        value: (period) => (period < lag ? zero : cell.value(period - lag)),
        size: (period) => (period < lag ? 0 : cell.size(period - lag)),
      };
    },
    total: (id) => source.total(id),
    opening: (first, then) => ({
      value: (period) => (period === 0 ? first : then).value(period),
      size: (period) => (period === 0 ? first : then).size(period),
    }),
  };
}

const sums: Pick<Reading<Cell>, "add" | "subtract" | "multiply" | "divide" | "root"> = {
  add: (terms) => ({
    value: (period) => sum(terms.map((term) => term.value(period))),
    size: (period) => largest(terms, period),
  }),
  subtract: (from, less) => ({
    value: (period) => {
      const taken = less.value(period);
      return taken.isZero() ? from.value(period) : from.value(period).minus(taken);
    },
    // Between two dates, which have no size, the days are what enters.
    size: (period) =>
      largest([from, less], period) || magnitude(from.value(period).minus(less.value(period))),
  }),
  multiply: (factors) => ({
    value: (period) => {
      let product = one;
      for (const factor of factors) {
        const value = factor.value(period);
        if (product.isZero() || value.isZero()) product = zero;
        else product = product === one ? value : product.times(value);
      }
      return product;
    },
    size: (period) => factors.reduce((product, factor) => product * factor.size(period), 1),
  }),
  divide: (value, by) => ({
    value: (period) => {
      const divisor = by.value(period);
      if (divisor.isZero()) throw new DividedByNil(period);
      const shared = value.value(period);
      return shared.isZero() ? zero : shared.div(divisor);
    },
    size: (period) => value.size(period) / (magnitude(by.value(period)) || 1),
  }),
  root: (of) => ({
    value: (period) => {
      const value = of.value(period);
      assert(!value.isNegative(), "a root is only taken of what cannot be negative");
      return value.sqrt();
    },
    size: (period) => Math.sqrt(of.size(period)),
  }),
};

const choices: Pick<Reading<Cell>, "minimum" | "maximum" | "compare" | "choose" | "round"> = {
  minimum: (of) => ({
    value: (period) => least(of.map((part) => part.value(period))),
    size: (period) => largest(of, period),
  }),
  maximum: (of) => ({
    value: (period) => greatest(of.map((part) => part.value(period))),
    size: (period) => largest(of, period),
  }),
  compare: (left, is, right) => ({
    value: (period) => (holds(left, is, right, period) ? one : zero),
    size: () => 1,
  }),
  choose: (when, then, otherwise) => {
    const branch = (period: number) => (asGoodAsNil(when, period) ? otherwise : then);
    return { value: (period) => branch(period).value(period), size: (period) => branch(period).size(period) };
  },
  round: (value, to, how) => ({
    value: (period) => roundNear(value, to.value(period), how, period),
    size: (period) => value.size(period),
  }),
};

/** Thrown while a row is worked out; whoever evaluates adds the name of the row. */
export class DividedByNil extends Error {
  readonly period: number;
  constructor(period: number) {
    super("division by nil");
    this.period = period;
  }
}

/** The issue for a row that divides by nil. */
export function dividedByNil(label: string, period: string): InvestToSaveError {
  return refusal({
    code: "division-by-nil",
    path: [label, period],
    message: `${label} divides by nil in ${period}`,
    expected: "a divisor other than nil",
    received: "0",
    hint: "give the divisor a value in that period, or let the line start later",
  });
}

function fixed(value: Decimal): Cell {
  const size = magnitude(value);
  return { value: () => value, size: () => size, steady: true };
}

const dates: readonly PeriodFact[] = ["first day", "last day", "first month"];

function input(of: Input): Cell {
  const at = (period: number): Decimal => {
    const { value } = of;
    return Array.isArray(value) ? ((value as readonly Decimal[])[period] ?? zero) : (value as Decimal);
  };
  return { value: at, size: (period) => (of.date ? 0 : magnitude(at(period))) };
}

function largest(cells: readonly Cell[], period: number): number {
  return cells.reduce((size, cell) => Math.max(size, cell.size(period)), 0);
}

/** Whether a cell is nil, or so near that only the rounding of a quotient keeps it from being nil. */
export function asGoodAsNil(cell: Cell, period: number): boolean {
  const value = cell.value(period);
  return value.isZero() || magnitude(value) <= nearness * cell.size(period);
}

function holds(left: Cell, is: Comparison, right: Cell, period: number): boolean {
  const difference = left.value(period).minus(right.value(period));
  const on = difference.isZero() || magnitude(difference) <= nearness * largest([left, right], period);
  switch (is) {
    case "at most":
      return on || difference.isNegative();
    case "below":
      return !on && difference.isNegative();
    case "at least":
      return on || !difference.isNegative();
    case "above":
      return !on && !difference.isNegative();
    case "equal to":
      return on;
    case "unlike":
      return !on;
  }
}

/**
 * Rounds, taking a value that is as good as on a threshold of its rule as being on it. As good as is never more than a
 * thousandth of the unit, or a large amount would be rounded as if it had no pennies.
 */
function roundNear(cell: Cell, unit: Decimal, how: Rounding, period: number): Decimal {
  if (unit.isZero()) throw new DividedByNil(period);
  const value = cell.value(period);
  const half = how === "half away from zero" ? unit.div(2) : unit;
  const threshold = roundTo(value, half);
  const near = Math.min(nearness * cell.size(period), magnitude(unit) / 1000);
  return roundTo(magnitude(value.minus(threshold)) <= near ? threshold : value, unit, how);
}
