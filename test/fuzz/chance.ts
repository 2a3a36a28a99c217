/** Choices that look like chance and are decided beforehand: the same seed makes the same choices. */
export interface Chance {
  /** A whole number from nil to one below this. */
  below(count: number): number;
  /** One of a list, which is not empty. */
  of<T>(list: readonly T[]): T;
  /** True about so often, from 0 for never to 1 for always. */
  happens(share: number): boolean;
}

/** The choices for one input: by the seed of the run, the reader that it is for and its number, and by nothing else. */
export function chanceOf(seed: number, reader: string, input: number): Chance {
  let state = hashOf(`${seed} ${reader} ${input}`);
  const next = () => {
    // Mulberry32: every state is passed through once, and its bits are mixed well enough for choices.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    of: (list) => list[below(list.length)] as (typeof list)[number],
    happens: (share) => next() < share,
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
