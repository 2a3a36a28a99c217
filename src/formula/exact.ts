import { assert } from "../assert.ts";
import { InvestToSaveError } from "../issue.ts";
import { type Decimal, greatest, least, magnitude, one, sum, zero } from "../quantity/decimal.ts";
import { type Rounding, roundTo } from "../quantity/rounding.ts";
import type { AssumptionId, Comparison, PeriodFact, Reading, RowId } from "./formula.ts";

/** A formula ready to be worked out: its value in a period, and the largest amount that entered that value. */
export interface Cell {
  value(period: number): Decimal;
  /** A plain number: it only ever serves to judge nearness. */
  size(period: number): number;
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
  readonly periods: number;
}

/**
 * Compare and round take a value within this part of the largest amount that entered it as lying on the threshold,
 * so that the exact and the fast reading decide alike.
 */
export const nearness = 1e-9;

/** Exact decimal values, period by period. Only division and roots round, at the fortieth digit. */
export function exactReading(source: ExactSource): Reading<Cell> {
  return { ...leaves(source), ...sums, ...choices };
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
    total: (id) => {
      const cell = source.row(id);
      const periods = Array.from({ length: source.periods }, (_, period) => period);
      return {
        value: () => sum(periods.map((period) => cell.value(period))),
        size: () => periods.reduce((size, period) => Math.max(size, cell.size(period)), 0),
      };
    },
    opening: (first, then) => ({
      value: (period) => (period === 0 ? first : then).value(period),
      size: (period) => (period === 0 ? first : then).size(period),
    }),
  };
}

const sums: Pick<Reading<Cell>, "add" | "subtract" | "multiply" | "divide" | "root"> = {
  add: (terms) => ({
    value: (period) => {
      let total = zero;
      for (const term of terms) {
        const value = term.value(period);
        if (!value.isZero()) total = total === zero ? value : total.plus(value);
      }
      return total;
    },
    size: (period) => largest(terms, period),
  }),
  subtract: (from, less) => ({
    value: (period) => from.value(period).minus(less.value(period)),
    // Between two dates, which have no size, the days are what enters.
    size: (period) =>
      largest([from, less], period) || magnitude(from.value(period).minus(less.value(period))),
  }),
  multiply: (factors) => ({
    value: (period) => factors.reduce((product, factor) => product.times(factor.value(period)), one),
    size: (period) => factors.reduce((product, factor) => product * factor.size(period), 1),
  }),
  divide: (value, by) => ({
    value: (period) => {
      const divisor = by.value(period);
      if (divisor.isZero()) throw new DividedByNil(period);
      return value.value(period).div(divisor);
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
    const branch = (period: number) => (when.value(period).isZero() ? otherwise : then);
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
  return new InvestToSaveError([
    {
      code: "division-by-nil",
      severity: "error",
      path: [label, period],
      message: `${label} divides by nil in ${period}`,
      expected: "a divisor other than nil",
      received: "0",
      hint: "give the divisor a value in that period, or let the line start later",
    },
  ]);
}

function fixed(value: Decimal): Cell {
  const size = magnitude(value);
  return { value: () => value, size: () => size };
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
