import { assert, present } from "../../assert.ts";
import { drawsInBlock } from "../draw/bits.ts";

/** The mean of some values and how far they spread. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** The standard deviation, as estimated from a sample; 0 for a single value. */
  readonly "standard deviation": number;
  readonly least: number;
  readonly most: number;
}

/**
 * The mean and spread of values, in their order, by blocks of a fixed size that are joined one after the other. So the same
 * values give the same result to the last bit however they were made, and a million of them lose no digits.
 */
export function momentsOf(values: Float64Array): Moments {
  assert(values.length > 0, "there are values to take the mean of");
  let [count, mean, squares] = [0, 0, 0];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let from = 0; from < values.length; from += drawsInBlock) {
    const block = values.subarray(from, from + drawsInBlock);
    const own = blockOf(block);
    const both = count + block.length;
    const apart = own.mean - mean;
    mean += (apart * block.length) / both;
    squares += own.squares + (apart * apart * count * block.length) / both;
    count = both;
    least = Math.min(least, own.least);
    most = Math.max(most, own.most);
  }
  const variance = count > 1 ? squares / (count - 1) : 0;
  return { count, mean, "standard deviation": Math.sqrt(variance), least, most };
}

/** The mean of a block, and the sum of squares of how far its values lie from it. */
function blockOf(block: Float64Array): { mean: number; squares: number; least: number; most: number } {
  // Reckoned from the first value, so that a large amount that all have in common costs no digits.
  const first = present(block[0], "a block has values");
  let sum = 0;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < block.length; i++) {
    const value = block[i] as number;
    sum += value - first;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const mean = first + sum / block.length;
  let squares = 0;
  for (let i = 0; i < block.length; i++) {
    const apart = (block[i] as number) - mean;
    squares += apart * apart;
  }
  return { mean, squares, least, most };
}
