import { present } from "../../../assert.ts";
import type { Polynomial } from "./polynomial.ts";

/**
 * A polynomial worked out at points from 0 to 1, in whole numbers that count steps of a binary fraction. All powers are cut
 * off downwards, so that what is lost has a bound: a value beyond `slack` has its sign for certain.
 */
export interface Evaluator {
  /** Binary digits of the fraction: the point 1 is 2 to this power. */
  readonly bits: number;
  readonly one: bigint;
  readonly slack: bigint;
  value(point: bigint): bigint;
  /** The point times the slope there: by how much the value grows where the point grows by its own size. */
  slope(point: bigint): bigint;
}

export function evaluatorOf({ coefficients, exponents }: Polynomial, bits: number): Evaluator {
  const scale = BigInt(bits);
  const one = 1n << scale;
  const exponentOf = (place: number) => BigInt(present(exponents[place], "each coefficient has an exponent"));
  const weighted = coefficients.map((coefficient, place) => coefficient * exponentOf(place));
  // A power cut off after each multiplication is short by less steps than its exponent says.
  const slack = coefficients.reduce((most, coefficient, place) => {
    return most + (coefficient < 0n ? -coefficient : coefficient) * (exponentOf(place) + 1n);
  }, 0n);
  const sumAt = (terms: readonly bigint[], point: bigint) => {
    const squares = [point];
    let power = one;
    let total = 0n;
    let reached = 0;
    for (let place = 0; place < terms.length; place++) {
      const exponent = exponents[place] as number;
      power = raised(power, squares, exponent - reached, scale);
      reached = exponent;
      total += (terms[place] as bigint) * power;
    }
    return total;
  };
  return {
    bits,
    one,
    slack,
    value: (point) => sumAt(coefficients, point),
    slope: (point) => sumAt(weighted, point),
  };
}

/** A power times a further power of the point, by the squares of the point that are made as they are needed. */
function raised(power: bigint, squares: bigint[], by: number, scale: bigint): bigint {
  let product = power;
  for (let rest = by, place = 0; rest > 0; rest >>= 1, place++) {
    const square = squares[place] as bigint;
    if (rest & 1) product = (product * square) >> scale;
    if (rest > 1 && squares.length === place + 1) squares.push((square * square) >> scale);
  }
  return product;
}
