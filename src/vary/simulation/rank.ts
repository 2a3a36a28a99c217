/** How much one input has to do with a result. */
export interface Influence {
  /** How far the result rises with the input, by ranks (Spearman): from −1 to 1. */
  readonly "rank correlation": number;
  /**
   * The part of the variance of the result that would go if the input were known: Sobol's first-order index, estimated from
   * the draws at hand. Inputs that go together share theirs.
   */
  readonly "share of spread": number;
}

/** The ranks of some values, from 0; what is alike shares the middle of its ranks. With the order that they stand in. */
export interface Ranked {
  readonly ranks: Float64Array;
  readonly order: Uint32Array;
}

export function ranked(values: Float64Array): Ranked {
  const order = Uint32Array.from(values, (_, at) => at);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    const value = values[order[from] as number];
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === value) to++;
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + to - 1) / 2;
    from = to;
  }
  return { ranks, order };
}

/** How much an input has to do with a result, from the same draws of both. Nil where either never changes. */
export function influence(input: Ranked, result: Ranked, values: Float64Array): Influence {
  return {
    "rank correlation": correlationOf(input.ranks, result.ranks),
    "share of spread": explained(input.order, values),
  };
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const middle = (a.length - 1) / 2;
  let [both, ownA, ownB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) - middle, (b[i] as number) - middle];
    both += x * y;
    ownA += x * x;
    ownB += y * y;
  }
  return ownA === 0 || ownB === 0 ? 0 : both / Math.sqrt(ownA * ownB);
}

/**
 * The variance of the means of slices of the draws, by the order of the input, as a part of the whole variance; less what the
 * means would vary by anyhow, each being of so few draws.
 */
function explained(order: Uint32Array, values: Float64Array): number {
  const count = order.length;
  const slices = Math.max(1, Math.floor(Math.sqrt(count)));
  const mean = values.reduce((sum, value) => sum + value / count, 0);
  let [between, whole] = [0, 0];
  for (let slice = 0; slice < slices; slice++) {
    const [from, to] = [slice, slice + 1].map((one) => Math.floor((one * count) / slices)) as [
      number,
      number,
    ];
    let sum = 0;
    for (let i = from; i < to; i++) {
      const apart = (values[order[i] as number] as number) - mean;
      sum += apart;
      whole += apart * apart;
    }
    between += (sum * sum) / (to - from);
  }
  if (whole === 0 || slices === count) return 0;
  const within = (whole - between) / (count - slices);
  return Math.min(1, Math.max(0, (between - (slices - 1) * within) / whole));
}
