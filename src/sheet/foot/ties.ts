import { across, carries, costFrom, flip, type Rounded } from "./network.ts";

/**
 * Of all ways that are equally near, takes the one in which the first figure stays at its nearest, then the second, and
 * so on. It is the only such way, whatever way was found before, so that it does not depend on the search.
 *
 * A figure that moved can be put back where a round of other changes that cost nothing makes up for it. Only figures
 * further on may change for it, and what has been looked at is held.
 */
export function settleTies(rounded: Rounded): void {
  const { from, to, up, nearest } = rounded;
  const held = Uint8Array.from(up, (_, arc) => (isFree(rounded, arc) ? 0 : 1));
  const ways = waysIn(rounded, held);
  for (let arc = 0; arc < up.length; arc++) {
    if (held[arc] === 1) continue;
    held[arc] = 1;
    if (up[arc] === nearest[arc]) continue;
    const [a, b] = [from[arc] as number, to[arc] as number];
    if (bringAbout(rounded, ways, up[arc] === 1 ? [a, b] : [b, a])) flip(rounded, arc);
  }
}

/** Whether changing a figure costs nothing, given what units are worth. */
function isFree(rounded: Rounded, arc: number): boolean {
  const a = rounded.from[arc] as number;
  return costFrom(rounded, arc, a, rounded.to[arc] as number) === 0;
}

/** Two searches towards each other; whichever has nowhere to go ends both. */
interface Ways {
  round: number;
  readonly held: Uint8Array;
  /** By node: the round in which it was reached, from the start or (negative) from the end, and by which arc. */
  readonly seen: Int32Array;
  readonly by: Int32Array;
  readonly ahead: Side;
  readonly back: Side;
}

/** One of the two searches: the nodes it has reached, in the order in which it goes on from them. */
interface Side {
  readonly mark: 1 | -1;
  readonly reached: Int32Array;
  next: number;
  count: number;
}

function waysIn({ nodes }: Rounded, held: Uint8Array): Ways {
  const side = (mark: 1 | -1): Side => ({ mark, reached: new Int32Array(nodes), next: 0, count: 0 });
  const [seen, by] = [new Int32Array(nodes), new Int32Array(nodes)];
  return { round: 0, held, seen, by, ahead: side(1), back: side(-1) };
}

/** Carries a unit from one node to another by figures that are free to change, where there is such a way. */
function bringAbout(rounded: Rounded, ways: Ways, [start, end]: readonly [number, number]): boolean {
  const { ahead, back } = ways;
  ways.round += 1;
  begin(ways, ahead, start);
  begin(ways, back, end);
  while (ahead.next < ahead.count && back.next < back.count) {
    const meeting = goOn(rounded, ways, ahead) ?? goOn(rounded, ways, back);
    if (meeting === undefined) continue;
    const [a, b] = [rounded.from[meeting] as number, rounded.to[meeting] as number];
    const aIsAhead = ways.seen[a] === ways.round;
    flip(rounded, meeting);
    flipBack(rounded, ways, aIsAhead ? a : b, start);
    flipBack(rounded, ways, aIsAhead ? b : a, end);
    return true;
  }
  return false;
}

function begin({ round, seen }: Ways, side: Side, node: number): void {
  seen[node] = round * side.mark;
  side.reached[0] = node;
  side.next = 0;
  side.count = 1;
}

/** Goes on from the next node of one search; gives the arc on which it meets the other. */
function goOn(rounded: Rounded, { round, held, seen, by }: Ways, side: Side): number | undefined {
  const { firstArc, arcs } = rounded;
  const node = side.reached[side.next] as number;
  side.next += 1;
  const last = firstArc[node + 1] as number;
  for (let at = firstArc[node] as number; at < last; at++) {
    const arc = arcs[at] as number;
    if (held[arc] === 1) continue;
    const other = across(rounded, arc, node);
    if (seen[other] === round * side.mark) continue;
    if (!carries(rounded, arc, side.mark === 1 ? node : other)) continue;
    if (seen[other] === -round * side.mark) return arc;
    seen[other] = round * side.mark;
    by[other] = arc;
    side.reached[side.count] = other;
    side.count += 1;
  }
  return undefined;
}

/** Changes the figures on the way back from a node to where its search began. */
function flipBack(rounded: Rounded, { by }: Ways, from: number, start: number): void {
  for (let node = from; node !== start; ) {
    const arc = by[node] as number;
    flip(rounded, arc);
    node = across(rounded, arc, node);
  }
}
