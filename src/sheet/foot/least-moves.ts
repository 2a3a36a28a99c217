import { assert } from "../../assert.ts";
import { NearestFirst } from "./nearest-first.ts";
import { across, atNearest, carries, costFrom, flip, type Network, type Rounded } from "./network.ts";
import { settleTies } from "./ties.ts";

/**
 * Which figures of a network to take up, so that every node balances and the moves are least in sum: 1 or 0 by arc.
 * Of equal ways it is the one in which the first arc stays at its nearest, then the second, and so on.
 *
 * All start at their nearest. Then each unit that is left over goes to where one lacks, by the way that costs least given
 * those before it: the method of successive shortest paths, by Dijkstra's search with potentials, which stops at the
 * first node that lacks. Costs are whole numbers, so that sums of them are exact.
 */
export function leastMoves(network: Network): Uint8Array {
  const rounded = atNearest(network);
  const search = searchIn(rounded);
  for (let node = 0; node < network.nodes; node++) {
    while ((rounded.left[node] as number) > 0) {
      const end = nearestLack(rounded, search, node);
      assert(end !== undefined, "figures of a tree of sums can always be rounded together");
      carryUnit(rounded, search, node, end);
    }
  }
  settleTies(rounded);
  return rounded.up;
}

/** What a search keeps: how far each node is, by which arc it was reached, and in which round that was so. */
interface Search {
  round: number;
  readonly distance: Float64Array;
  readonly by: Int32Array;
  readonly seen: Int32Array;
  readonly done: Int32Array;
  readonly line: NearestFirst;
}

function searchIn({ nodes }: Network): Search {
  return {
    round: 0,
    distance: new Float64Array(nodes),
    by: new Int32Array(nodes),
    seen: new Int32Array(nodes),
    done: new Int32Array(nodes),
    line: new NearestFirst(),
  };
}

/** Searches from a node for the nearest one that lacks a unit, and settles what units are worth on the way. */
function nearestLack(rounded: Rounded, search: Search, start: number): number | undefined {
  const { left, worth } = rounded;
  const { distance, seen, done, line } = search;
  search.round += 1;
  const { round } = search;
  const reached: number[] = [];
  line.clear();
  distance[start] = 0;
  seen[start] = round;
  line.add(start, 0);
  while (!line.isEmpty) {
    const node = line.take();
    if (done[node] === round) continue;
    done[node] = round;
    reached.push(node);
    if ((left[node] as number) < 0) {
      const end = distance[node] as number;
      for (const one of reached) worth[one] = (worth[one] as number) + (distance[one] as number) - end;
      return node;
    }
    goOn(rounded, search, node);
  }
  return undefined;
}

/** Puts the neighbours of a node in line. */
function goOn(rounded: Rounded, { round, distance, by, seen, done, line }: Search, node: number): void {
  const { firstArc, arcs } = rounded;
  const last = firstArc[node + 1] as number;
  for (let at = firstArc[node] as number; at < last; at++) {
    const arc = arcs[at] as number;
    if (!carries(rounded, arc, node)) continue;
    const other = across(rounded, arc, node);
    if (done[other] === round) continue;
    const far = (distance[node] as number) + costFrom(rounded, arc, node, other);
    if (seen[other] === round && far >= (distance[other] as number)) continue;
    distance[other] = far;
    seen[other] = round;
    by[other] = arc;
    line.add(other, far);
  }
}

/** Carries a unit from a node to another by the way just found. */
function carryUnit(rounded: Rounded, { by }: Search, start: number, end: number): void {
  const { left } = rounded;
  for (let node = end; node !== start; ) {
    const arc = by[node] as number;
    flip(rounded, arc);
    node = across(rounded, arc, node);
  }
  left[start] = (left[start] as number) - 1;
  left[end] = (left[end] as number) + 1;
}
