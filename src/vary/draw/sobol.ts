import { assert, present } from "../../assert.ts";
import { drawsInBlock, stateOf, uniformOf, wordsOf } from "./bits.ts";
import { directionNumbers } from "./sobol-numbers.ts";

const bits = 32;

/** How many dimensions there are direction numbers for, and so how many inputs can be drawn by Sobol' points. */
export const sobolDimensions = directionNumbers.length + 1;

/** One dimension of scrambled Sobol' points. */
export interface SobolDimension {
  /** What each bit of the number of a point, in Gray code, turns over in its coordinate. */
  readonly directions: Int32Array;
  readonly shift: number;
}

/**
 * A dimension, from 0, scrambled by a seed and the name of its input: a random lower triangular matrix over the bits of
 * each coordinate, then a random shift of them (J. Matoušek, On the L2-discrepancy for anchored boxes, Journal of
 * Complexity 14, 1998). Scrambled points are as evenly spread as they were, and each alone is uniform.
 */
export function sobolDimension(dimension: number, seed: number, name: string): SobolDimension {
  const own = directionsOf(dimension);
  const words = wordsOf(stateOf(seed, name, -1), bits + 1);
  const word = (at: number) => present(words[at], "there is a word for each bit, and one for the shift");
  const directions = Int32Array.from(own, (direction) => {
    let scrambled = 0;
    for (let bit = 0; bit < bits; bit++) {
      // The bit itself, and a random choice of those above it.
      const one = 1 << (bits - 1 - bit);
      const above = word(bit) & ~(one | (one - 1));
      if (isOdd(direction & (above | one))) scrambled |= one;
    }
    return scrambled;
  });
  return { directions, shift: word(bits) | 0 };
}

/** The direction numbers of a dimension, as fractions of 32 bits. */
export function directionsOf(dimension: number): Uint32Array {
  assert(dimension >= 0 && dimension < sobolDimensions, `${dimension} is a dimension of Sobol' points`);
  const [coefficients = 0, ...first] = directionNumbers[dimension - 1] ?? [0];
  if (dimension === 0) return Uint32Array.from({ length: bits }, (_, bit) => 2 ** (bits - 1 - bit));
  const degree = first.length;
  const directions = new Uint32Array(bits);
  const at = (bit: number) => directions[bit] as number;
  for (let bit = 0; bit < bits; bit++) {
    if (bit < degree) {
      directions[bit] = (first[bit] as number) << (bits - 1 - bit);
      continue;
    }
    let direction = at(bit - degree) ^ (at(bit - degree) >>> degree);
    for (let back = 1; back < degree; back++)
      if ((coefficients >> (degree - 1 - back)) & 1) direction ^= at(bit - back);
    directions[bit] = direction;
  }
  return directions;
}

/** Fills an array with a block of the points of a dimension: any block, without those before it. */
export function fillSobol(out: Float64Array, block: number, { directions, shift }: SobolDimension): void {
  let point = (block * drawsInBlock) | 0;
  let word = shift;
  const code = (point ^ (point >>> 1)) >>> 0;
  for (let bit = 0; bit < bits; bit++) if ((code >>> bit) & 1) word ^= directions[bit] as number;
  for (let i = 0; i < out.length; i++) {
    out[i] = uniformOf(word);
    point = (point + 1) | 0;
    // In Gray code one bit alone turns over from a point to the next: that of the lowest bit set in its number.
    word ^= directions[31 - Math.clz32(point & -point)] as number;
  }
}

function isOdd(word: number): boolean {
  let bits = word;
  bits ^= bits >>> 16;
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  bits ^= bits >>> 2;
  bits ^= bits >>> 1;
  return (bits & 1) === 1;
}
