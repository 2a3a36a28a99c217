// One loop each over a heap of slots: `out` and the parts are where their slots start. Plain indices over one kind of
// array, nothing else, so that an engine can compile each loop once and keep it.
type Heap = Float64Array;

export function fill(heap: Heap, out: number, value: number, count: number): void {
  heap.fill(value, out, out + count);
}

export function sum1(heap: Heap, out: number, plus: number, k: number, a: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = plus + k * (heap[a + i] as number);
}

export function sum2(
  heap: Heap,
  out: number,
  plus: number,
  k: number,
  a: number,
  l: number,
  b: number,
  count: number,
): void {
  for (let i = 0; i < count; i++)
    heap[out + i] = plus + k * (heap[a + i] as number) + l * (heap[b + i] as number);
}

export function sum3(
  heap: Heap,
  out: number,
  plus: number,
  k: number,
  a: number,
  l: number,
  b: number,
  m: number,
  c: number,
  count: number,
): void {
  for (let i = 0; i < count; i++)
    heap[out + i] =
      plus + k * (heap[a + i] as number) + l * (heap[b + i] as number) + m * (heap[c + i] as number);
}

export function sum4(
  heap: Heap,
  out: number,
  plus: number,
  k: number,
  a: number,
  l: number,
  b: number,
  m: number,
  c: number,
  n: number,
  d: number,
  count: number,
): void {
  for (let i = 0; i < count; i++)
    heap[out + i] =
      plus +
      k * (heap[a + i] as number) +
      l * (heap[b + i] as number) +
      m * (heap[c + i] as number) +
      n * (heap[d + i] as number);
}

export function product(heap: Heap, out: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = (heap[a + i] as number) * (heap[b + i] as number);
}

/** (k a + p) × (l b + q) */
export function productOfSums(
  heap: Heap,
  out: number,
  p: number,
  k: number,
  a: number,
  q: number,
  l: number,
  b: number,
  count: number,
): void {
  for (let i = 0; i < count; i++)
    heap[out + i] = (p + k * (heap[a + i] as number)) * (q + l * (heap[b + i] as number));
}

export function least(heap: Heap, out: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.min(heap[a + i] as number, heap[b + i] as number);
}

export function greatest(heap: Heap, out: number, a: number, b: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.max(heap[a + i] as number, heap[b + i] as number);
}

export function atMost(heap: Heap, out: number, a: number, bound: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.min(heap[a + i] as number, bound);
}

export function atLeast(heap: Heap, out: number, a: number, bound: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.max(heap[a + i] as number, bound);
}

/** What is no number stays none: neither branch is taken unless the flag is 0 or 1. */
export function choice(
  heap: Heap,
  out: number,
  when: number,
  then: number,
  otherwise: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const flag = heap[when + i] as number;
    heap[out + i] =
      flag === 1 ? (heap[then + i] as number) : flag === 0 ? (heap[otherwise + i] as number) : Number.NaN;
  }
}

export function root(heap: Heap, out: number, a: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.sqrt(heap[a + i] as number);
}

export function magnitude(heap: Heap, out: number, a: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.abs(heap[a + i] as number);
}

/** A choice between two numbers that are both there: it takes no turn that a processor could guess wrong. */
export function blend(
  heap: Heap,
  out: number,
  when: number,
  then: number,
  otherwise: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const flag = heap[when + i] as number;
    heap[out + i] = flag * (heap[then + i] as number) + (1 - flag) * (heap[otherwise + i] as number);
  }
}

// The loops below go four numbers at a time, so that none waits for the one before.

/** The largest magnitude in a slot. */
export function largestIn(heap: Heap, a: number, count: number): number {
  let w = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  let i = a;
  for (; i + 3 < a + count; i += 4) {
    const b = Math.abs(heap[i] as number);
    const c = Math.abs(heap[i + 1] as number);
    const d = Math.abs(heap[i + 2] as number);
    const e = Math.abs(heap[i + 3] as number);
    if (b > w) w = b;
    if (c > x) x = c;
    if (d > y) y = d;
    if (e > z) z = e;
  }
  for (; i < a + count; i++) w = Math.max(w, Math.abs(heap[i] as number));
  return Math.max(w, x, y, z);
}

/** The smallest magnitude in a slot. */
export function smallestIn(heap: Heap, a: number, count: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = a; i < a + count; i++) {
    const magnitude = Math.abs(heap[i] as number);
    if (magnitude < smallest) smallest = magnitude;
  }
  return smallest;
}

/** Whether any number in a slot is none, or too large. */
export function hasFault(heap: Heap, a: number, count: number): boolean {
  let w = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  let i = a;
  for (; i + 3 < a + count; i += 4) {
    w += 0 * (heap[i] as number);
    x += 0 * (heap[i + 1] as number);
    y += 0 * (heap[i + 2] as number);
    z += 0 * (heap[i + 3] as number);
  }
  for (; i < a + count; i++) w += 0 * (heap[i] as number);
  return w + x + y + z !== 0;
}

/** The size of a quotient: (p + k a) ÷ |b| */
export function over(
  heap: Heap,
  out: number,
  p: number,
  k: number,
  a: number,
  by: number,
  count: number,
): void {
  for (let i = 0; i < count; i++)
    heap[out + i] = (p + k * (heap[a + i] as number)) / Math.abs(heap[by + i] as number);
}

/** The size of a difference between dates: what entered it, or the days themselves where that has no size. */
export function sizeOfDays(heap: Heap, out: number, size: number, of: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const entered = heap[size + i] as number;
    heap[out + i] = entered === 0 ? Math.abs(heap[of + i] as number) : entered;
  }
}

/** The larger of numbers and so many times others. */
export function largest2(heap: Heap, out: number, a: number, k: number, b: number, count: number): void {
  for (let i = 0; i < count; i++)
    heap[out + i] = Math.max(heap[a + i] as number, k * (heap[b + i] as number));
}

/** The larger of a number and so many times others. */
export function largest1(heap: Heap, out: number, bound: number, k: number, a: number, count: number): void {
  for (let i = 0; i < count; i++) heap[out + i] = Math.max(bound, k * (heap[a + i] as number));
}
