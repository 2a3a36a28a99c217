import { present } from "../assert.ts";
import { references } from "../formula/order.ts";
import { type InvestToSaveError, refusal } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import type { Assumption } from "../programme/assumption.ts";
import { inputNamed } from "../programme/input-named.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, decimal, isDecimal, numeral, one, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import type { Unit } from "../quantity/unit.ts";
import { findPeriods } from "../table/explain.ts";
import { amountWords, percentWords } from "./amount-words.ts";
import type { OutcomeReader } from "./outcome.ts";

/**
 * What is moved: an assumption with one value, one period of an amount by period (`set-up-costs@2014/15`), or all amounts
 * of an assumption by period together, as so many times what they are.
 */
export interface Lever {
  readonly assumption: Assumption;
  readonly id: string;
  readonly label: string;
  /** Of its value; plain for a factor. */
  readonly unit: Unit;
  /** Its value in the printed case; 1 for a factor. */
  readonly central: Decimal;
  /** That its value is a factor on amounts by period. */
  readonly factor: boolean;
  /** That only whole values make sense: counts, days and spans of time that are whole in the printed case. */
  readonly whole: boolean;
  /** The assumption with another value of the lever. */
  at(value: Decimal): Assumption["value"];
  /** A value of the lever in words; a factor is said as a change. */
  words(value: Decimal): string;
}

/** An assumption as results name it. A factor on amounts by period is 1 in the central case. */
export interface MovedAssumption {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly central: Decimal;
  /** That its value is a factor on all its amounts by period. */
  readonly factor: boolean;
}

/** What results say of a lever. */
export function movedOf({ id, label, unit, central, factor }: Lever): MovedAssumption {
  return { id, label, unit, central, factor };
}

/**
 * Everything of a programme that can be moved, in the order of the model: not amounts by period that are nil, nor the bounds of
 * conditions other than the outcome's own.
 */
export function leversOf(programme: Programme, outcome?: Pick<OutcomeReader, "rows">): Lever[] {
  const rows = [...programme.rows.values()].filter(
    ({ id, role }) => role !== "condition" || outcome?.rows.includes(id) === true,
  );
  const read = new Set(rows.flatMap(({ formula }) => references(formula).assumptions));
  return [...programme.assumptions.values()]
    .filter(({ id, basis, value }) => {
      const moves = isDecimal(value) || value.some((amount) => !amount.isZero());
      return basis.kind !== "structure" && moves && read.has(id);
    })
    .map(leverOf);
}

/** The lever of a name: an assumption's label or id, with `@` and a period for one amount of several. Throws `unknown-name`. */
export function leverNamed(programme: Programme, given: string): Lever {
  const { name, id, period } = inputNamed(programme, given);
  const found = id === undefined ? undefined : programme.assumptions.get(id);
  if (found === undefined || found.basis.kind === "structure") throw noLever(programme, name);
  return period === undefined ? leverOf(found) : leverOfPeriod(programme, found, period);
}

function leverOf(assumption: Assumption): Lever {
  const { id, label, unit, value } = assumption;
  if (isDecimal(value)) {
    return {
      assumption,
      id,
      label,
      unit,
      central: value,
      factor: false,
      whole: isWhole(assumption, value),
      at: (other) => other,
      words: (other) => amountWords(other, unit),
    };
  }
  return {
    assumption,
    id,
    label,
    unit: "number",
    central: one,
    factor: true,
    whole: false,
    at: (factor) => value.map((amount) => amount.times(factor)),
    words: factorWords,
  };
}

/** One amount of several; the amount of a longer period stands for its parts, as they are to each other today. */
function leverOfPeriod(programme: Programme, assumption: Assumption, period: string): Lever {
  const { id, label, unit, value } = assumption;
  if (isDecimal(value)) {
    throw refusal({
      code: "wrong-shape",
      path: [id],
      message: `${label} has one value for all periods`,
      expected: "its name without a period",
      received: `${id}@${period}`,
      hint: `write ${id}`,
    });
  }
  const { first, last } = findPeriods(programme.timeline, period);
  const own = value.slice(first, last + 1);
  const whole = own.reduce((sum, amount) => sum.plus(amount), zero);
  const central = assumption.level ? present(own[0], "a period has an amount") : whole;
  const share = (amount: Decimal) => (whole.isZero() ? one.div(own.length) : amount.div(whole));
  const within = (i: number) => i >= first && i <= last;
  const moved = (amount: Decimal, other: Decimal) => {
    if (assumption.level || own.length === 1) return other;
    return other.eq(central) ? amount : other.times(share(amount));
  };
  return {
    assumption,
    id: `${id}@${period}`,
    label: `${label} in ${period}`,
    unit,
    central,
    factor: false,
    whole: isWhole(assumption, central),
    at: (other) => value.map((amount, i) => (within(i) ? moved(amount, other) : amount)),
    words: (other) => amountWords(other, unit),
  };
}

/** A value of a lever in words: an amount in its unit, a factor as a change. */
export function leverWords({ unit, factor }: Pick<Lever, "unit" | "factor">, value: Decimal): string {
  return factor ? factorWords(value) : amountWords(value, unit);
}

/** A factor as a change: `12.5% more`, `as it is`; as a multiple where it is far away. */
function factorWords(factor: Decimal): string {
  const change = factor.minus(one);
  if (change.isZero()) return "as it is";
  if (factor.isZero()) return "nil";
  if (factor.gt(2)) return `${numeral(roundPlaces(factor, 2))} times as much`;
  return `${percentWords(change.abs())} ${change.isNegative() ? "less" : "more"}`;
}

const plain = ["£", "share", "number", "index", "flag", "FTE", "miles", "hours"];

/** Whether a value is one of those that are only ever whole: head counts, days, months; not averages of them. */
function isWhole({ unit, low, high, limits }: Assumption, value: Decimal): boolean {
  if (unit === "flag" || limits?.whole !== undefined) return true;
  if (plain.includes(unit) || unit.includes(" per ") || isProduct(unit)) return false;
  return [value, low ?? zero, high ?? zero].every((one) => one.isInteger());
}

/** `child weeks` is a measure of how much, not of how many; a `month number` is a month. */
function isProduct(unit: Unit): boolean {
  return unit.includes(" ") && unit !== "month number";
}

function noLever(programme: Programme, name: string): InvestToSaveError {
  const known = leversOf(programme);
  return refusal(
    unknownName({
      what: "assumption",
      name,
      known: known.map(({ label }) => label),
      alike: known.map(({ id }) => id),
    }),
  );
}

/** A lever's value kept to the bounds of its assumption; a value that it must be beyond is tried and refused. */
export function limited({ assumption, factor }: Lever, to: Decimal): Decimal {
  const { least, most, above, below } = assumption.limits ?? {};
  if (factor) return to.isNegative() ? zero : to;
  const bottom = least ?? above;
  const top = most ?? below;
  if (bottom !== undefined && to.lt(bottom)) return decimal(bottom);
  return top !== undefined && to.gt(top) ? decimal(top) : to;
}
