import { nearness } from "../exact.ts";
import { fromTurn, roundedTo, turnsAt } from "./scalar.ts";

// Loops that decide something by nearness, over a heap of slots as in kernels.ts. Those that are given one bound for all
// draws say whether any draw was so near that only its own size can decide; those that end in By are given the sizes.
type Heap = Float64Array;

/**
 * 0 or 1 by whether numbers lie below nil, as good as on it, or above it. It is reckoned in whole numbers, without a turn
 * that a processor could guess wrong; what is no number stays none.
 */
export function test(
  heap: Heap,
  out: number,
  a: number,
  near: number,
  below: number,
  on: number,
  above: number,
  count: number,
): boolean {
  let unsure = 0;
  for (let i = 0; i < count; i++) {
    const difference = heap[a + i] as number;
    const isAbove = +(difference > near) | 0;
    const isBelow = +(difference < -near) | 0;
    const isOn = 1 - isAbove - isBelow;
    unsure |= isOn & +(difference !== 0);
    heap[out + i] = ((above & isAbove) | (below & isBelow) | (on & isOn)) + 0 * difference;
  }
  return unsure !== 0;
}

export function testBy(
  heap: Heap,
  out: number,
  a: number,
  size: number,
  below: number,
  on: number,
  above: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const difference = heap[a + i] as number;
    const near = nearness * (heap[size + i] as number);
    const isOn = difference === 0 || Math.abs(difference) <= near;
    heap[out + i] = (isOn ? on : difference < 0 ? below : above) + 0 * difference;
  }
}

/** (p + k a) ÷ b, and no number where the divisor is as good as nil. */
export function quotient(
  heap: Heap,
  out: number,
  p: number,
  k: number,
  a: number,
  by: number,
  near: number,
  count: number,
): boolean {
  let unsure = false;
  for (let i = 0; i < count; i++) {
    const divisor = heap[by + i] as number;
    if (Math.abs(divisor) > near) heap[out + i] = (p + k * (heap[a + i] as number)) / divisor;
    else {
      heap[out + i] = Number.NaN;
      if (divisor !== 0) unsure = true;
    }
  }
  return unsure;
}

export function quotientBy(
  heap: Heap,
  out: number,
  p: number,
  k: number,
  a: number,
  by: number,
  size: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const divisor = heap[by + i] as number;
    const nil = Math.abs(divisor) <= nearness * (heap[size + i] as number);
    heap[out + i] = nil || divisor === 0 ? Number.NaN : (p + k * (heap[a + i] as number)) / divisor;
  }
}

/** Numbers rounded to whole multiples of others; no number where the multiples are of nil. */
export function rounded(
  heap: Heap,
  out: number,
  a: number,
  to: number,
  how: 0 | 1 | 2,
  bound: number,
  count: number,
): boolean {
  let unsure = false;
  for (let i = 0; i < count; i++) {
    const value = heap[a + i] as number;
    const unit = heap[to + i] as number;
    const near = Math.min(nearness * bound, Math.abs(unit) / 1000);
    const far = fromTurn(value, turnsAt(unit, how));
    if (!(far > near) && far !== 0) unsure = true;
    heap[out + i] = unit === 0 ? Number.NaN : roundedTo(value, unit, how, near);
  }
  return unsure;
}

export function roundedBy(
  heap: Heap,
  out: number,
  a: number,
  to: number,
  how: 0 | 1 | 2,
  size: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const unit = heap[to + i] as number;
    const near = Math.min(nearness * (heap[size + i] as number), Math.abs(unit) / 1000);
    heap[out + i] = unit === 0 ? Number.NaN : roundedTo(heap[a + i] as number, unit, how, near);
  }
}
