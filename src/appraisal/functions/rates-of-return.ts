import { type Decimal, decimal, numeral, one, sum, zero } from "../../quantity/decimal.ts";
import { worthOf } from "./dated-flows.ts";
import { type Polynomial, polynomialOf, signChanges, type TimedFlow } from "./roots/polynomial.ts";
import type { Place } from "./roots/roots.ts";

/** A rate at which flows are worth nothing. */
export interface Root {
  /** A share for a year (or period): 10% is 0.1. To 32 digits of one plus the rate. */
  readonly rate: Decimal;
  /**
   * What the flows are worth at the rate as given, in pounds: at the first where it is nil or more, and at the last where it is
   * negative, so that nothing is blown up. It is as good as nil; the digits of the rate end somewhere.
   */
  readonly residual: Decimal;
  /** Whether the worth of the flows is nil there without changing sign: on both sides it is a gain, or on both a loss. */
  readonly touches: boolean;
}

/** Why there is no rate of return. */
export type NoRoot = "all flows are nil" | "no change of sign" | "no root found above -100%";

/** Every rate of return above −100% in rising order, or the reason why there is none. */
export type RatesOfReturn =
  | {
      readonly answer: "one root";
      readonly rate: Decimal;
      readonly roots: readonly Root[];
      readonly gross: Decimal;
    }
  | { readonly answer: "several roots"; readonly roots: readonly Root[]; readonly gross: Decimal }
  | {
      readonly answer: "no root";
      readonly reason: NoRoot;
      readonly roots: readonly Root[];
      readonly gross: Decimal;
    };

/** Digits of one plus the rate that are given: far fewer than are worked out, so that 10% comes out as 0.1. */
const digits = 32;

/** The rate that a growth in a year stands for, exactly, however close to −100%. */
export function rateOf(growth: Decimal): Decimal {
  const given = growth.toSignificantDigits(digits);
  const places = given.decimalPlaces();
  // A difference of decimals would be rounded to forty digits, and −100% is no rate.
  const whole = BigInt(numeral(given, places).replace(".", "")) - 10n ** BigInt(places);
  return decimal(`${whole}e-${places}`);
}

/** Every rate of return of flows in order, so many steps to a year. `find` gives the discount factors of one step. */
export function ratesOfReturn(
  flows: readonly TimedFlow[],
  stepsOfYear: number,
  find: (polynomial: Polynomial) => readonly Place[],
): RatesOfReturn {
  const gross = sum(flows.map(({ amount }) => amount.abs()));
  const polynomial = polynomialOf(flows);
  const none = (reason: NoRoot) => frozen({ answer: "no root", reason, roots: [], gross });
  if (polynomial.coefficients.length === 0) return none("all flows are nil");
  if (signChanges(polynomial.coefficients) === 0) return none("no change of sign");
  const found = find(polynomial).map(({ root, touches }) => {
    const rate = rateOf(one.div(stepsOfYear === 1 ? root : root.pow(stepsOfYear)));
    return Object.freeze({ rate, residual: residual(flows, rate, stepsOfYear), touches });
  });
  const roots = found.sort((a, b) => a.rate.comparedTo(b.rate));
  const [first, second] = roots;
  if (first === undefined) return none("no root found above -100%");
  if (second === undefined) return frozen({ answer: "one root", rate: first.rate, roots, gross });
  return frozen({ answer: "several roots", roots, gross });
}

function frozen(answer: RatesOfReturn): RatesOfReturn {
  return Object.freeze({ ...answer, roots: Object.freeze(answer.roots) });
}

function residual(flows: readonly TimedFlow[], rate: Decimal, stepsOfYear: number): Decimal {
  const growth = rate.plus(one);
  if (rate.gte(zero)) return worthOf(flows, growth, stepsOfYear);
  const last = flows.at(-1)?.step ?? 0;
  const turned = flows.map(({ step, amount }) => ({ step: last - step, amount })).reverse();
  return worthOf(turned, one.div(growth), stepsOfYear);
}
