import { signChanges, signOf } from "./polynomial.ts";
import type { Written } from "./square-free.ts";

/** A part of the line from 0 to 1: from so many steps of one half to the power `depth`, to one step more. */
export interface Interval {
  readonly place: bigint;
  readonly depth: number;
  /** That its first end is itself the root; or, of the one root inside, whether it is crossed from below nil. */
  readonly root: "at its first end" | "rising" | "falling";
}

/** A polynomial over an interval, stretched so that the interval goes from 0 to 1. */
interface Stretch {
  readonly polynomial: Written;
  readonly place: bigint;
  readonly depth: number;
}

/**
 * Every root between 0 and 1 of a polynomial that has no root twice, each in an interval of its own, in rising order. The
 * line is halved until Descartes' rule says of each part that it holds one root or none; in whole numbers, so that nothing is
 * rounded, and no root is missed or made up.
 */
export function isolated(polynomial: Written): Interval[] {
  const found: Interval[] = [];
  const left: Stretch[] = [{ polynomial: withoutNil(polynomial), place: 0n, depth: 0 }];
  for (let stretch = left.pop(); stretch; stretch = left.pop()) {
    const { place, depth } = stretch;
    if (stretch.polynomial[0] === 0n) found.push({ place, depth, root: "at its first end" });
    const inside = withoutNil(stretch.polynomial);
    const roots = mostInside(inside);
    if (roots === 1) found.push({ place, depth, root: (inside[0] as bigint) < 0n ? "rising" : "falling" });
    if (roots > 1) left.push(...halves(inside, place, depth).reverse());
  }
  return found;
}

/** A polynomial without its root at nil. */
function withoutNil(polynomial: Written): Written {
  const start = polynomial.findIndex((coefficient) => coefficient !== 0n);
  return start <= 0 ? polynomial : polynomial.slice(start);
}

function halves(polynomial: Written, place: bigint, depth: number): [Stretch, Stretch] {
  const degree = polynomial.length - 1;
  const first = polynomial.map((coefficient, exponent) => coefficient << BigInt(degree - exponent));
  const second = [...first];
  for (let from = 0; from < degree; from++) moved(second, from);
  return [
    { polynomial: first, place: place * 2n, depth: depth + 1 },
    { polynomial: second, place: place * 2n + 1n, depth: depth + 1 },
  ];
}

/** One round of moving a polynomial by 1: after so many rounds its first coefficients are those of the moved one. */
function moved(coefficients: bigint[], from: number): void {
  for (let place = coefficients.length - 2; place >= from; place--)
    coefficients[place] = (coefficients[place] as bigint) + (coefficients[place + 1] as bigint);
}

/** Nil, one, or at most two or more roots between 0 and 1: the changes of sign of the polynomial as it stretches to infinity. */
function mostInside(polynomial: Written): 0 | 1 | 2 {
  if (signChanges(polynomial) === 0) return 0;
  const turned = [...polynomial].reverse();
  let changes: 0 | 1 = 0;
  let last = 0;
  for (let from = 0; from < turned.length; from++) {
    moved(turned, from);
    const sign = signOf(turned[from] as bigint);
    if (sign !== 0 && last !== 0 && sign !== last) {
      if (changes === 1) return 2;
      changes = 1;
    }
    if (sign !== 0) last = sign;
  }
  return changes;
}
