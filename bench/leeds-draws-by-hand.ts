import { drawsInBlock, stateOf } from "../src/vary/draw/bits.ts";

/** Three quantiles of the net present value, and the chance of payback. */
export interface LeedsAnswers {
  readonly quantiles: readonly number[];
  readonly chance: number;
}

/**
 * The draws of Leeds as somebody would write them by hand for this model and no other: one loop in plain numbers, the
 * generators and the arithmetic of the five years in local variables, nothing general. It starts its generators as the
 * library does, so that the answers can be compared.
 */
export function leedsDrawsByHand(draws: number, seed: number): LeedsAnswers {
  const values = new Float64Array(draws);
  let paidBack = 0;
  for (let from = 0; from < draws; from += drawsInBlock) {
    const to = Math.min(draws, from + drawsInBlock);
    paidBack += block(values, from, to, seed, from / drawsInBlock);
  }
  return { quantiles: quantiles(values, [0.05, 0.5, 0.95]), chance: paidBack / draws };
}

const toShare = 2 ** -32;
const rate = 1.035;
const factors = [1, 1 / rate, 1 / rate ** 2, 1 / rate ** 3, 1 / rate ** 4] as const;

function block(values: Float64Array, from: number, to: number, seed: number, number: number): number {
  let [a0, a1, a2, a3] = stateOf(seed, "more-children-a-year", number);
  let [b0, b1, b2, b3] = stateOf(seed, "unit-cost", number);
  let [c0, c1, c2, c3] = stateOf(seed, "overrun", number);
  let paidBack = 0;
  for (let i = from; i < to; i++) {
    let m = Math.imul(a1, 5);
    let u = ((Math.imul((m << 7) | (m >>> 25), 9) >>> 0) + 0.5) * toShare;
    let t = a1 << 9;
    a2 ^= a0;
    a3 ^= a1;
    a1 ^= a2;
    a0 ^= a3;
    a2 ^= t;
    a3 = (a3 << 11) | (a3 >>> 21);
    const more =
      u < 18.410335 / 25
        ? 15 + Math.sqrt(u * 25 * 18.410335)
        : 40 - Math.sqrt((1 - u) * 25 * (40 - 33.410335));
    m = Math.imul(b1, 5);
    u = ((Math.imul((m << 7) | (m >>> 25), 9) >>> 0) + 0.5) * toShare;
    t = b1 << 9;
    b2 ^= b0;
    b3 ^= b1;
    b1 ^= b2;
    b0 ^= b3;
    b2 ^= t;
    b3 = (b3 << 11) | (b3 >>> 21);
    const unit =
      u < 11_080 / 20_000
        ? 40_000 + Math.sqrt(u * 20_000 * 11_080)
        : 60_000 - Math.sqrt((1 - u) * 20_000 * 8_920);
    m = Math.imul(c1, 5);
    u = ((Math.imul((m << 7) | (m >>> 25), 9) >>> 0) + 0.5) * toShare;
    t = c1 << 9;
    c2 ^= c0;
    c3 ^= c1;
    c1 ^= c2;
    c0 ^= c3;
    c2 ^= t;
    c3 = (c3 << 11) | (c3 >>> 21);
    const over = 1 + (u < 0.1 / 0.6 ? Math.sqrt(u * 0.6 * 0.1) : 0.6 - Math.sqrt((1 - u) * 0.6 * 0.5));

    const net0 = 532_000 - (59_600 * over + 132_600 + 23_600 + 204_000 + 303_000);
    const net1 = 3_181_600 - (130_000 * over + 2_182_600 + 152_600 + 2_755_000 + 2_619_000);
    const net2 = 51.64448 * unit + 3_181_600 - (152_600 + 2_755_000 + 2_619_000);
    const net3 = (51.64448 + more) * unit + 3_181_600 - (152_600 + 2_755_000 + 2_619_000);
    const net4 = (51.64448 + 2 * more) * unit + 3_181_600 - (152_600 + 2_755_000 + 2_619_000);
    values[i] = net0 + net1 * factors[1] + net2 * factors[2] + net3 * factors[3] + net4 * factors[4];
    if (net0 + net1 + net2 + net3 + net4 >= 0) paidBack++;
  }
  return paidBack;
}

/** The values that some shares of all values stay below, found by counting into bins and sorting those that matter. */
function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  const bins = 4096;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = bins / (most - least);
  const counts = new Uint32Array(bins + 1);
  for (let i = 0; i < values.length; i++) {
    const bin = (((values[i] as number) - least) * scale) | 0;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return shares.map((share) => {
    const place = share * (values.length - 1);
    const whole = Math.floor(place);
    let bin = 0;
    let before = 0;
    while (before + (counts[bin] as number) <= whole) before += counts[bin++] as number;
    const inside: number[] = [];
    let above = Number.POSITIVE_INFINITY;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      const own = ((value - least) * scale) | 0;
      if (own === bin) inside.push(value);
      else if (own > bin && value < above) above = value;
    }
    inside.sort((a, b) => a - b);
    const low = inside[whole - before] as number;
    return low + ((inside[whole - before + 1] ?? above) - low) * (place - whole);
  });
}
