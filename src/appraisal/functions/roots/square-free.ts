import { present } from "../../../assert.ts";
import { commonDivisor } from "./polynomial.ts";

/** A polynomial written out: its coefficients by exponent, nil ones included, the last of them not nil. */
export type Written = readonly bigint[];

/** A part of a polynomial whose roots all occur so many times in it, and once in the part. */
export interface Part {
  readonly times: number;
  readonly coefficients: Written;
}

/**
 * A polynomial taken apart by how often its roots occur, exactly: the product of the parts, each taken its number of times,
 * is the polynomial but for a factor. By way of the divisors that it shares with its slope, again and again.
 */
export function squareFree(polynomial: Written): Part[] {
  const chain = [polynomial];
  for (let last = polynomial; last.length > 1; ) {
    last = sharedDivisor(last, slopeOf(last));
    chain.push(last);
  }
  // The quotient of two neighbours has each root that occurs as often as the first of them counts, once.
  const occurring = chain
    .slice(1)
    .map((divisor, place) => quotient(present(chain[place], "a divisor"), divisor));
  return occurring
    .map((each, place) => ({ times: place + 1, coefficients: quotient(each, occurring[place + 1] ?? [1n]) }))
    .filter(({ coefficients }) => coefficients.length > 1);
}

function leadOf(polynomial: Written): bigint {
  return present(polynomial.at(-1), "a polynomial written out ends with a coefficient");
}

function slopeOf(polynomial: Written): Written {
  return polynomial.map((coefficient, exponent) => coefficient * BigInt(exponent)).slice(1);
}

/** Exponents of powers of two that are one above a prime. The first only serves to see quickly that nothing is shared. */
const primes = [61n, 521n, 1279n, 2203n, 4423n, 9689n].map((exponent) => (1n << exponent) - 1n);

/**
 * The greatest polynomial that divides two others, without a common factor. It is worked out modulo a prime, where it is of at
 * least the degree of the true one; what divides both exactly is therefore the true one, and else a larger prime is taken.
 */
function sharedDivisor(a: Written, b: Written): Written {
  const lead = commonDivisor(leadOf(a), leadOf(b));
  for (const prime of primes) {
    if (lead % prime === 0n) continue;
    const image = divisorModulo(a, b, prime);
    if (image.length === 1) return [1n];
    const lifted = primitive(image.map((each) => balanced(each * lead, prime)));
    if (divided(a, lifted) && divided(b, lifted)) return lifted;
  }
  return present<Written>(undefined, "a shared divisor has smaller coefficients than the largest prime");
}

/** Euclid's algorithm modulo a prime; the divisor has 1 as its last coefficient. */
function divisorModulo(a: Written, b: Written, prime: bigint): Written {
  let [large, small] = [reduced(a, prime), reduced(b, prime)];
  while (small.length > 0) {
    const divisor = monic(small, prime);
    const rest = [...large];
    for (let top = rest.length - 1; top >= divisor.length - 1; top--) {
      const factor = rest[top] as bigint;
      if (factor === 0n) continue;
      const offset = top - divisor.length + 1;
      for (let place = 0; place < divisor.length; place++) {
        const at = offset + place;
        rest[at] = ((rest[at] as bigint) - factor * (divisor[place] as bigint)) % prime;
      }
    }
    [large, small] = [divisor, reduced(rest, prime)];
  }
  return monic(large, prime);
}

function reduced(polynomial: Written, prime: bigint): Written {
  const rests = polynomial.map((coefficient) => ((coefficient % prime) + prime) % prime);
  while (rests.at(-1) === 0n) rests.pop();
  return rests;
}

function monic(polynomial: Written, prime: bigint): Written {
  const factor = inverse(leadOf(polynomial), prime);
  return polynomial.map((coefficient) => (coefficient * factor) % prime);
}

/** What a number must be multiplied by to give 1 modulo a prime. */
function inverse(value: bigint, prime: bigint): bigint {
  let [large, small, of, next] = [prime, value, 0n, 1n];
  while (small !== 0n) {
    const times = large / small;
    [large, small, of, next] = [small, large - times * small, next, of - times * next];
  }
  return ((of % prime) + prime) % prime;
}

/** The rest of a number modulo a prime that is nearest to nil. */
function balanced(value: bigint, prime: bigint): bigint {
  const rest = value % prime;
  return rest > prime / 2n ? rest - prime : rest;
}

function primitive(polynomial: Written): Written {
  const common = polynomial.reduce(commonDivisor, 0n);
  return polynomial.map((coefficient) => coefficient / common);
}

/** A polynomial divided by another, where that leaves nothing. */
function divided(polynomial: Written, divisor: Written): Written | undefined {
  const rest = [...polynomial];
  const result: bigint[] = [];
  const lead = leadOf(divisor);
  for (let offset = rest.length - divisor.length; offset >= 0; offset--) {
    const top = rest[offset + divisor.length - 1] as bigint;
    if (top % lead !== 0n) return undefined;
    const factor = top / lead;
    for (let place = 0; place < divisor.length; place++)
      rest[offset + place] = (rest[offset + place] as bigint) - factor * (divisor[place] as bigint);
    result[offset] = factor;
  }
  return rest.every((each) => each === 0n) ? result : undefined;
}

function quotient(polynomial: Written, divisor: Written): Written {
  return present(divided(polynomial, divisor), "a divisor divides");
}
