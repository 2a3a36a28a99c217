import { assert } from "../../assert.ts";

/** How many bins the values are counted into before any are sorted. */
const bins = 4096;

/** So few values that they are sorted as they are. */
const few = 4096;

/**
 * The values that some shares of all values stay below, in the order asked for. Between two values it goes in a straight
 * line, as a spreadsheet's PERCENTILE does: of 1, 2, 3 and 4 the share 0.5 gives 2.5. The values may come in several lists, in
 * any order. They are counted into bins; only those of the bins that are asked for are sorted.
 */
export function quantilesOf(lists: readonly Float64Array[], shares: readonly number[]): number[] {
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  assert(count > 0, "there are values to take quantiles of");
  const places = shares.map((share) => share * (count - 1));
  const ranks = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))];
  const found = valuesAt(
    lists,
    ranks.sort((a, b) => a - b),
  );
  return places.map((place) => {
    const [below, above] = [Math.floor(place), Math.ceil(place)];
    const [low = 0, high = 0] = [found.get(below), found.get(above)];
    return low + (high - low) * (place - below);
  });
}

/** The values of some ranks, counted from 0. */
function valuesAt(lists: readonly Float64Array[], ranks: readonly number[]): Map<number, number> {
  const { least, most } = endsOf(lists);
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  const perBin = bins / (most - least);
  if (least === most) return new Map(ranks.map((rank) => [rank, least]));
  if (count <= few || !Number.isFinite(perBin)) return sortedAt(lists, ranks);
  // The largest value has a bin of its own, the last.
  const counts = new Uint32Array(bins + 1);
  const binsOf = lists.map((list) => countInto(counts, list, least, perBin));
  const asked = askedBins(counts, ranks);
  gather(asked, lists, binsOf);
  const found = new Map<number, number>();
  for (const { values, before, ranks: inside } of asked) {
    const at = values.length === count ? sortedAt([values], inside) : valuesAt([values], inside);
    for (const [rank, value] of at) found.set(rank + before, value);
  }
  return found;
}

/** A bin that holds values that are asked for. */
interface AskedBin {
  readonly bin: number;
  /** How many values lie in the bins below. */
  readonly before: number;
  /** The ranks asked for, counted within the bin. */
  readonly ranks: readonly number[];
  readonly values: Float64Array;
}

function askedBins(counts: Uint32Array, ranks: readonly number[]): AskedBin[] {
  const asked: AskedBin[] = [];
  let before = 0;
  let next = 0;
  for (let bin = 0; bin <= bins && next < ranks.length; bin++) {
    const own = counts[bin] as number;
    const inside: number[] = [];
    for (; next < ranks.length && (ranks[next] as number) < before + own; next++)
      inside.push((ranks[next] as number) - before);
    if (inside.length > 0) asked.push({ bin, before, ranks: inside, values: new Float64Array(own) });
    before += own;
  }
  return asked;
}

/** Puts the values of the bins that are asked for into their places, in one go through all values. */
function gather(
  asked: readonly AskedBin[],
  lists: readonly Float64Array[],
  binsOf: readonly Uint16Array[],
): void {
  const places = new Int16Array(bins + 1).fill(-1);
  for (const [at, { bin }] of asked.entries()) places[bin] = at;
  const filled = asked.map(() => 0);
  for (const [number, list] of lists.entries()) {
    const own = binsOf[number] as Uint16Array;
    for (let i = 0; i < own.length; i++) {
      const place = places[own[i] as number] as number;
      if (place < 0) continue;
      const at = filled[place] as number;
      (asked[place] as AskedBin).values[at] = list[i] as number;
      filled[place] = at + 1;
    }
  }
}

function sortedAt(lists: readonly Float64Array[], ranks: readonly number[]): Map<number, number> {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.sort();
  return new Map(ranks.map((rank) => [rank, all[rank] as number]));
}

function endsOf(lists: readonly Float64Array[]): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const value = list[i] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return { least, most };
}

/** Counts values into bins; gives the bin of each. */
function countInto(counts: Uint32Array, list: Float64Array, least: number, perBin: number): Uint16Array {
  const own = new Uint16Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const bin = (((list[i] as number) - least) * perBin) | 0;
    own[i] = bin;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return own;
}
