/**
 * Figures that must be rounded together, as a network: a node is a sum, a figure is an arc between the two sums that it
 * takes part in, and carries the whole number below it, or one more. At every node what comes in must go out.
 */
export interface Network {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What a figure's move to the number above is longer than that to the number below; negative where it is shorter. */
  readonly cost: Float64Array;
  /** 1 where a figure on its own would be rounded up. */
  readonly nearest: Uint8Array;
  /** What comes into each node beyond what goes out, with every figure at the number below. */
  readonly excess: Float64Array;
}

/** A network being rounded: which figures are taken up, and what is left over at each node. */
export interface Rounded extends Network {
  readonly up: Uint8Array;
  readonly left: Float64Array;
  /** What a unit at each node is worth. Where it is settled, no figure can be changed alone for less. */
  readonly worth: Float64Array;
  /** The arcs of node v are `arcs[firstArc[v]]` to `arcs[firstArc[v + 1] - 1]`. */
  readonly firstArc: Int32Array;
  readonly arcs: Int32Array;
}

/** The network with every figure at its nearest, whatever that leaves over. */
export function atNearest(network: Network): Rounded {
  const { nodes, from, to, nearest } = network;
  const left = network.excess.slice();
  const firstArc = new Int32Array(nodes + 1);
  for (let arc = 0; arc < from.length; arc++) {
    const [a, b, up] = [from[arc] as number, to[arc] as number, nearest[arc] as number];
    left[a] = (left[a] as number) - up;
    left[b] = (left[b] as number) + up;
    firstArc[a + 1] = (firstArc[a + 1] as number) + 1;
    firstArc[b + 1] = (firstArc[b + 1] as number) + 1;
  }
  for (let node = 0; node < nodes; node++)
    firstArc[node + 1] = (firstArc[node + 1] as number) + (firstArc[node] as number);
  const arcs = new Int32Array(2 * from.length);
  const next = firstArc.slice();
  const put = (node: number, arc: number) => {
    const at = next[node] as number;
    arcs[at] = arc;
    next[node] = at + 1;
  };
  for (let arc = 0; arc < from.length; arc++) {
    put(from[arc] as number, arc);
    put(to[arc] as number, arc);
  }
  return { ...network, up: nearest.slice(), left, worth: new Float64Array(nodes), firstArc, arcs };
}

/** The other end of an arc. */
export function across({ from, to }: Network, arc: number, node: number): number {
  return from[arc] === node ? (to[arc] as number) : (from[arc] as number);
}

/** Whether changing a figure, up or down, would carry a unit from this node to the other end. */
export function carries({ from, up }: Rounded, arc: number, node: number): boolean {
  return from[arc] === node ? up[arc] === 0 : up[arc] === 1;
}

/** What it costs to carry a unit along an arc from one of its nodes, given what units are worth; never below nil. */
export function costFrom({ from, cost, worth }: Rounded, arc: number, node: number, other: number): number {
  const own = cost[arc] as number;
  return (from[arc] === node ? own : -own) + (worth[node] as number) - (worth[other] as number);
}

/** Changes a figure: from the number below to the number above, or back. */
export function flip({ up }: Rounded, arc: number): void {
  up[arc] = 1 - (up[arc] as number);
}
