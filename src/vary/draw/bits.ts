import { present } from "../../assert.ts";

/** How many draws are made at a time. A block of them depends on the seed, the input and its own number alone. */
export const drawsInBlock = 4096;

/** What a 32-bit word is multiplied by to lie between 0 and 1. */
const perWord = 2 ** -32;

/** The middle of the cell that a 32-bit word stands for: above 0 and below 1, never either. */
export function uniformOf(word: number): number {
  return ((word >>> 0) + 0.5) * perWord;
}

/** Four words of 32 bits: where a generator starts. */
export type State = readonly [number, number, number, number];

/** Stirs a word so that each bit of it changes half of the result (the last step of MurmurHash3 by Austin Appleby). */
function stirred(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

// The first bits of the golden ratio, of pi, of e and of the root of 2.
const starts = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667] as const;

/** A lane with one more word stirred into it. */
function joined(lane: number, word: number, start: number): number {
  return stirred((Math.imul(lane, 5) + 0x3c6ef372) ^ stirred(word ^ start));
}

/** A start that depends on every bit of a seed, of a name and of a number, so that seeds 1 and 2 have nothing in common. */
export function stateOf(seed: number, name: string, number: number): State {
  return statesOf(seed, name)(number);
}

/** The starts of a seed and a name, by number. */
export function statesOf(seed: number, name: string): (number: number) => State {
  const letters = [...name].map((letter) => present(letter.codePointAt(0), "a letter has a number"));
  const words = [seed, Math.floor(seed / 2 ** 32), letters.length, ...letters];
  const lanes = starts.map((start) => words.reduce((lane, word) => joined(lane, word, start), start));
  const [one, two, three, four] = lanes as [number, number, number, number];
  return (number) => {
    const a = joined(one, number, starts[0]);
    const b = joined(two, number, starts[1]);
    const c = joined(three, number, starts[2]);
    const d = joined(four, number, starts[3]);
    return [a, b, c, d];
  };
}

/**
 * Fills an array with uniform draws: xoshiro128** by David Blackman and Sebastiano Vigna, Scrambled linear pseudorandom
 * number generators, ACM Transactions on Mathematical Software 47 (2021), in whole numbers of 32 bits.
 */
export function fillRandom(out: Float64Array, state: State): void {
  // A generator that starts with nothing but nil would never leave it.
  let [s0, s1, s2, s3]: State = state.every((word) => word === 0) ? starts : state;
  for (let i = 0; i < out.length; i++) {
    const five = Math.imul(s1, 5);
    out[i] = uniformOf(Math.imul((five << 7) | (five >>> 25), 9));
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
}

/** Words of 32 bits from a start, for whoever needs bits and not draws. */
export function wordsOf(state: State, count: number): Uint32Array {
  const uniforms = new Float64Array(count);
  fillRandom(uniforms, state);
  return Uint32Array.from(uniforms, (uniform) => Math.floor(uniform / perWord));
}
