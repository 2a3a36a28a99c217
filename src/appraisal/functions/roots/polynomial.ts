import { type Decimal, numeral } from "../../../quantity/decimal.ts";

/** An amount so many whole steps (periods, or days) after the first. */
export interface TimedFlow {
  readonly step: number;
  readonly amount: Decimal;
}

/**
 * What flows are worth at their first date, as a polynomial in the discount factor of one step: exact whole numbers without
 * a common factor, the first above nil, so that the unit and the sign of the flows make no difference. Exponents rise from
 * nil and no coefficient is nil; flows that are all nil have no coefficients.
 */
export interface Polynomial {
  readonly coefficients: readonly bigint[];
  readonly exponents: readonly number[];
}

export function polynomialOf(flows: readonly TimedFlow[]): Polynomial {
  const places = flows.reduce((most, { amount }) => Math.max(most, amount.decimalPlaces()), 0);
  const byStep = new Map<number, bigint>();
  for (const { step, amount } of flows) {
    const whole = BigInt(numeral(amount, places).replace(".", ""));
    byStep.set(step, (byStep.get(step) ?? 0n) + whole);
  }
  const terms = [...byStep].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => a - b);
  const [first, start = 0n] = terms[0] ?? [0];
  const common = terms.reduce((divisor, [, amount]) => commonDivisor(divisor, amount), 0n);
  const unit = start < 0n ? -common : common;
  return {
    coefficients: terms.map(([, amount]) => amount / unit),
    exponents: terms.map(([step]) => step - first),
  };
}

/** The polynomial of the same flows seen from their last date: its argument is the growth of one step. */
export function reversed({ coefficients, exponents }: Polynomial): Polynomial {
  const degree = exponents.at(-1) ?? 0;
  return {
    coefficients: [...coefficients].reverse(),
    exponents: exponents.map((exponent) => degree - exponent).reverse(),
  };
}

/** How often the sign changes along the coefficients: by Descartes' rule, at most so many roots lie above nil. */
export function signChanges(coefficients: readonly bigint[]): number {
  let changes = 0;
  let last = 0;
  for (const coefficient of coefficients) {
    const sign = signOf(coefficient);
    if (sign !== 0 && last !== 0 && sign !== last) changes += 1;
    if (sign !== 0) last = sign;
  }
  return changes;
}

/** How often 1 is a root of a polynomial with any terms, and its sign just below 1; both exact. */
export function atOne({ coefficients, exponents }: Polynomial): { order: number; signBelow: number } {
  let order = 0;
  for (let terms = coefficients; ; order++) {
    const value = terms.reduce((sum, term) => sum + term, 0n);
    if (value !== 0n) return { order, signBelow: signOf(value) * (order % 2 === 0 ? 1 : -1) };
    terms = terms.map((term, place) => term * BigInt(exponents[place] ?? 0));
  }
}

export function signOf(value: bigint): -1 | 0 | 1 {
  if (value === 0n) return 0;
  return value > 0n ? 1 : -1;
}

export function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [sizeOf(a), sizeOf(b)];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

/** How many binary digits a whole number has. */
export function binaryDigits(value: bigint): number {
  return value === 0n ? 0 : sizeOf(value).toString(16).length * 4;
}
