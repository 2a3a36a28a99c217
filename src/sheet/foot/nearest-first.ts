/** A waiting line of nodes of which the nearest is next. A node may stand in it several times, at several distances. */
export class NearestFirst {
  readonly #distances: number[] = [];
  readonly #nodes: number[] = [];

  get isEmpty(): boolean {
    return this.#nodes.length === 0;
  }

  clear(): void {
    this.#distances.length = 0;
    this.#nodes.length = 0;
  }

  /** Puts a node where no node before it in its branch is farther. */
  add(node: number, distance: number): void {
    const distances = this.#distances;
    const nodes = this.#nodes;
    let at = nodes.length;
    nodes.push(node);
    distances.push(distance);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const next = distances[above] as number;
      if (next <= distance) break;
      distances[at] = next;
      nodes[at] = nodes[above] as number;
      at = above;
    }
    distances[at] = distance;
    nodes[at] = node;
  }

  /** Takes the nearest node out; there must be one. */
  take(): number {
    const distances = this.#distances;
    const nodes = this.#nodes;
    const nearest = nodes[0] as number;
    const node = nodes.pop() as number;
    const distance = distances.pop() as number;
    const count = nodes.length;
    if (count === 0) return nearest;
    let at = 0;
    for (let below = 1; below < count; below = 2 * at + 1) {
      if (below + 1 < count && (distances[below + 1] as number) < (distances[below] as number)) below++;
      if ((distances[below] as number) >= distance) break;
      distances[at] = distances[below] as number;
      nodes[at] = nodes[below] as number;
      at = below;
    }
    distances[at] = distance;
    nodes[at] = node;
    return nearest;
  }
}
