import { checkWord } from "../issue/given.ts";
import { type Decimal, zero } from "../quantity/decimal.ts";
import { checkDecimal } from "../quantity/given.ts";
import { type Rounding, roundings } from "../quantity/rounding.ts";
import type { Unit } from "../quantity/unit.ts";
import {
  checkConstantUnit,
  checkFormulas,
  checkId,
  checkLag,
  checkReading,
  comparisons,
  periodFacts,
} from "./given.ts";

/** The id of an assumption: the slug of its label, such as `unit-cost`. */
export type AssumptionId = string;

/** The id of a row: the slug of its label, such as `set-up-costs`. */
export type RowId = string;

/**
 * What a formula may know of its period, and in which unit: its place from 0 (`index`, number), its place in
 * financial years from 0 (`year index`, number), its first and last day (dates), its days (days), the days of the
 * financial year it belongs to (`year days`, days per year), its first month (month number), its months (months)
 * and its part of a year by months (`years`, years).
 */
export type PeriodFact =
  | "index"
  | "year index"
  | "first day"
  | "last day"
  | "days"
  | "year days"
  | "first month"
  | "months"
  | "years";

/** How two values are compared. */
export type Comparison = "at most" | "below" | "at least" | "above" | "equal to" | "unlike";

/**
 * The closed set of nodes that every row is built from. One formula serves all the periods of its row.
 * A formula is plain frozen data; what it means is said by its readings (exact, order, unit, words…).
 */
export type Formula =
  | { readonly node: "constant"; readonly value: Decimal; readonly unit: Unit | "any" }
  | { readonly node: "assumption"; readonly id: AssumptionId }
  | { readonly node: "series"; readonly id: AssumptionId }
  | { readonly node: "fact"; readonly fact: PeriodFact }
  | { readonly node: "row"; readonly id: RowId; readonly lag: number }
  | { readonly node: "total"; readonly id: RowId }
  | { readonly node: "opening"; readonly first: Formula; readonly then: Formula }
  | { readonly node: "add"; readonly terms: readonly Formula[] }
  | { readonly node: "subtract"; readonly from: Formula; readonly less: Formula }
  | { readonly node: "multiply"; readonly factors: readonly Formula[] }
  | { readonly node: "divide"; readonly value: Formula; readonly by: Formula }
  | { readonly node: "root"; readonly of: Formula }
  | { readonly node: "minimum"; readonly of: readonly Formula[] }
  | { readonly node: "maximum"; readonly of: readonly Formula[] }
  | { readonly node: "compare"; readonly left: Formula; readonly is: Comparison; readonly right: Formula }
  | { readonly node: "choose"; readonly when: Formula; readonly then: Formula; readonly otherwise: Formula }
  | { readonly node: "round"; readonly value: Formula; readonly to: Formula; readonly how: Rounding };

/** A formula that is a row as it stands. */
export type RowReference = Extract<Formula, { readonly node: "row" }>;

/** A formula that compares two others. */
export type Compared = Extract<Formula, { readonly node: "compare" }>;

/**
 * A reading: what each node means, given what its parts mean. Every use of formulas (exact values, order of
 * evaluation, units, words, a spreadsheet) is one of these and goes through {@link fold}.
 */
export interface Reading<R> {
  /** A fixed value, in a unit that may be any. */
  constant(value: Decimal, unit: Unit | "any"): R;
  /** The value of an assumption, the same in all periods. */
  assumption(id: AssumptionId): R;
  /** The value of an assumption in the period. */
  series(id: AssumptionId): R;
  /** What the timeline says of the period. */
  fact(fact: PeriodFact): R;
  /** Another row, so many periods before; before the first period it is nil. */
  row(id: RowId, lag: number): R;
  /** The sum of another row over all periods. */
  total(id: RowId): R;
  /** The first in the first period, and the other in all later ones. */
  opening(first: R, then: R): R;
  /** A sum. */
  add(terms: readonly R[]): R;
  /** A difference. */
  subtract(from: R, less: R): R;
  /** A product. */
  multiply(factors: readonly R[]): R;
  /** A quotient. */
  divide(value: R, by: R): R;
  /** A square root. */
  root(of: R): R;
  /** The least of some values. */
  minimum(of: readonly R[]): R;
  /** The greatest of some values. */
  maximum(of: readonly R[]): R;
  /** 1 where the comparison holds, else 0. */
  compare(left: R, is: Comparison, right: R): R;
  /** One value where the first is not nil, else the other. */
  choose(when: R, then: R, otherwise: R): R;
  /** A value rounded to whole steps by a named rule. */
  round(value: R, to: R, how: Rounding): R;
}

/**
 * The one fold: reads a formula from its leaves up. Throws {@link InvestToSaveError} with `wrong-shape` for what is no formula, or
 * no reading of it.
 */
export function fold<R>(formula: Formula, reading: Reading<R>): R {
  checkFormulas("fold", formula);
  checkReading(reading, formula.node);
  const parts = (formulas: readonly Formula[]) => formulas.map((part) => fold(part, reading));
  switch (formula.node) {
    case "constant":
      return reading.constant(formula.value, formula.unit);
    case "assumption":
      return reading.assumption(formula.id);
    case "series":
      return reading.series(formula.id);
    case "fact":
      return reading.fact(formula.fact);
    case "row":
      return reading.row(formula.id, formula.lag);
    case "total":
      return reading.total(formula.id);
    case "opening":
      return reading.opening(fold(formula.first, reading), fold(formula.then, reading));
    case "add":
      return reading.add(parts(formula.terms));
    case "subtract":
      return reading.subtract(fold(formula.from, reading), fold(formula.less, reading));
    case "multiply":
      return reading.multiply(parts(formula.factors));
    case "divide":
      return reading.divide(fold(formula.value, reading), fold(formula.by, reading));
    case "root":
      return reading.root(fold(formula.of, reading));
    case "minimum":
      return reading.minimum(parts(formula.of));
    case "maximum":
      return reading.maximum(parts(formula.of));
    case "compare":
      return reading.compare(fold(formula.left, reading), formula.is, fold(formula.right, reading));
    case "choose":
      return reading.choose(
        fold(formula.when, reading),
        fold(formula.then, reading),
        fold(formula.otherwise, reading),
      );
    case "round":
      return reading.round(fold(formula.value, reading), fold(formula.to, reading), formula.how);
  }
}

/**
 * A number that is part of the method, not an assumption: 12 months per year, the 1 in `1 − share`.
 * Throws `wrong-shape` for what is no decimal and no unit.
 */
export function constant(value: Decimal, unit: Unit | "any"): Formula {
  checkDecimal(value, "value");
  checkConstantUnit(unit);
  return { node: "constant", value, unit };
}

/** Nil in whatever unit it meets. */
export const nil: Formula = constant(zero, "any");

/** An assumption with one value for all periods. Throws `wrong-shape` for what is no name. */
export function assumption(id: AssumptionId): Formula {
  checkId(id);
  return { node: "assumption", id };
}

/** An assumption with one value a period. Throws `wrong-shape` for what is no name. */
export function series(id: AssumptionId): Formula {
  checkId(id);
  return { node: "series", id };
}

/** Something the timeline says of the period. Throws `wrong-shape` for what is no such thing. */
export function fact(of: PeriodFact): Formula {
  checkWord(of, periodFacts, ["fact"]);
  return { node: "fact", fact: of };
}

/**
 * A row in the same period, or `lag` periods before; before the first period every row is nil.
 * Throws `wrong-shape` for what is no name, and `out-of-range` for a lag below nil.
 */
export function row(id: RowId, lag = 0): RowReference {
  checkId(id);
  checkLag(lag);
  return { node: "row", id, lag };
}

/** The value that a reference to a row had one period before. Throws `wrong-shape` for what is no formula. */
export function previous(of: Formula): Formula {
  checkFormulas("previous", of);
  return of.node === "row" ? row(of.id, of.lag + 1) : nil;
}

/** The sum of a row over all periods. Throws `wrong-shape` for what is no name. */
export function total(id: RowId): Formula {
  checkId(id);
  return { node: "total", id };
}

/** One formula in the first period, another in all later ones. Throws `wrong-shape` for what is no formula. */
export function opening(first: Formula, then: Formula): Formula {
  checkFormulas("opening", first, then);
  return { node: "opening", first, then };
}

/**
 * The sum of some formulas; nil when there are none, the formula itself when there is one.
 * Throws `wrong-shape` for what is no formula.
 */
export function add(...terms: readonly Formula[]): Formula {
  checkFormulas("add", ...terms);
  if (terms.length === 0) return nil;
  return terms.length === 1 ? (terms[0] as Formula) : { node: "add", terms };
}

/** One formula less another. Throws `wrong-shape` for what is no formula. */
export function subtract(from: Formula, less: Formula): Formula {
  checkFormulas("subtract", from, less);
  return { node: "subtract", from, less };
}

/** The product of some formulas. Throws `wrong-shape` for what is no formula. */
export function multiply(...factors: readonly Formula[]): Formula {
  checkFormulas("multiply", ...factors);
  return factors.length === 1 ? (factors[0] as Formula) : { node: "multiply", factors };
}

/**
 * A quotient, rounded at the fortieth digit; dividing by nil is a fault of the model (`division-by-nil`).
 * Throws `wrong-shape` for what is no formula.
 */
export function divide(value: Formula, by: Formula): Formula {
  checkFormulas("divide", value, by);
  return { node: "divide", value, by };
}

/**
 * The square root of a plain number that is not negative, rounded at the fortieth digit. It is there for half a year of
 * growth or of discounting: `√(1 + rate)`. Throws `wrong-shape` for what is no formula.
 */
export function root(of: Formula): Formula {
  checkFormulas("root", of);
  return { node: "root", of };
}

/** The least of some formulas. Throws `wrong-shape` for what is no formula. */
export function minimum(...of: readonly Formula[]): Formula {
  checkFormulas("minimum", ...of);
  return { node: "minimum", of };
}

/** The greatest of some formulas. Throws `wrong-shape` for what is no formula. */
export function maximum(...of: readonly Formula[]): Formula {
  checkFormulas("maximum", ...of);
  return { node: "maximum", of };
}

/** A comparison: 1 where it holds, 0 where it does not. Throws `wrong-shape` for what is no formula and no comparison. */
export function compare(left: Formula, is: Comparison, right: Formula): Compared {
  checkFormulas("compare", left, right);
  checkWord(is, comparisons, ["compare", "is"]);
  return { node: "compare", left, is, right };
}

/** One formula where a flag is set, another where it is not. Throws `wrong-shape` for what is no formula. */
export function choose(when: Formula, then: Formula, otherwise: Formula): Formula {
  checkFormulas("choose", when, then, otherwise);
  return { node: "choose", when, then, otherwise };
}

/** A value rounded to whole multiples of a unit, by a named rule. Throws `wrong-shape` for what is no formula and no rule. */
export function round(value: Formula, to: Formula, how: Rounding): Formula {
  checkFormulas("round", value, to);
  checkWord(how, roundings, ["round", "how"]);
  return { node: "round", value, to, how };
}
