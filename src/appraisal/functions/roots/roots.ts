import { type Decimal, decimal, one } from "../../../quantity/decimal.ts";
import { rootIn } from "./crossing.ts";
import { type Interval, isolated } from "./isolation.ts";
import { atOne, type Polynomial, reversed, signChanges } from "./polynomial.ts";
import { squareFree, type Written } from "./square-free.ts";
import { nilPlaces } from "./turning-points.ts";

/** A root above nil. */
export interface Place {
  readonly root: Decimal;
  /** Whether the polynomial is nil there without changing sign. */
  readonly touches: boolean;
}

/** Binary digits in which points are first counted; finer where that is not enough. */
const coarse = 192;

/**
 * Every root above nil of a polynomial, exactly: how often each root occurs is found by division, and where it lies by
 * Descartes' rule, both in whole numbers. In rising order.
 */
export function exactRoots(polynomial: Polynomial): Place[] {
  // One change of sign is one root, which occurs once.
  const once = signChanges(polynomial.coefficients) < 2;
  const written = writtenOut(polynomial);
  const parts = once ? [{ times: 1, coefficients: written }] : squareFree(written);
  return rising(
    parts.flatMap(({ times, coefficients }) => {
      const touches = times % 2 === 0;
      const part = polynomialOfWritten(coefficients);
      const search = (side: Polynomial) =>
        isolated(writtenOut(side)).map((interval) => ({ root: rootOf(side, interval), touches }));
      return eachSide(part, touches, search);
    }),
  );
}

/**
 * Every root above nil of a polynomial with wide gaps between its exponents, in rising order: by its turning points, to some
 * hundred binary digits. Roots that lie closer together than that are given as one.
 */
export function sparseRoots(polynomial: Polynomial): Place[] {
  const search = (side: Polynomial) => {
    const { bits, found } = nilPlaces(side);
    return found.map((each) =>
      "crossed" in each
        ? { root: rootIn(side, bits, each.crossed), touches: false }
        : { root: pointOf(each.touched, bits), touches: true },
    );
  };
  return rising(eachSide(polynomial, atOne(polynomial).order % 2 === 0, search));
}

/** Roots below, at and above 1: the last are found from the other end, where they lie below 1 too. */
function eachSide(
  polynomial: Polynomial,
  touchesAtOne: boolean,
  search: (side: Polynomial) => Place[],
): Place[] {
  const turned = search(reversed(polynomial)).map(({ root, touches }) => ({ root: one.div(root), touches }));
  const middle = atOne(polynomial).order > 0 ? [{ root: one, touches: touchesAtOne }] : [];
  return [...search(polynomial), ...middle, ...turned];
}

function rising(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => a.root.comparedTo(b.root));
}

function rootOf(polynomial: Polynomial, { place, depth, root }: Interval): Decimal {
  if (root === "at its first end") return pointOf(place, depth);
  const bits = coarse + depth;
  const shift = BigInt(bits - depth);
  return rootIn(polynomial, bits, {
    low: place << shift,
    high: (place + 1n) << shift,
    rising: root === "rising",
  });
}

function pointOf(steps: bigint, bits: number): Decimal {
  return decimal(String(steps)).div(String(1n << BigInt(bits)));
}

function writtenOut({ coefficients, exponents }: Polynomial): Written {
  const written = Array<bigint>((exponents.at(-1) ?? -1) + 1).fill(0n);
  for (const [place, exponent] of exponents.entries()) written[exponent] = coefficients[place] as bigint;
  return written;
}

function polynomialOfWritten(written: Written): Polynomial {
  const terms = written.flatMap((coefficient, exponent) =>
    coefficient === 0n ? [] : [{ coefficient, exponent }],
  );
  return {
    coefficients: terms.map(({ coefficient }) => coefficient),
    exponents: terms.map(({ exponent }) => exponent),
  };
}
