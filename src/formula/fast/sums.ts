import { present } from "../../assert.ts";
import { nearness } from "../exact.ts";
import { constantOf, type Graph, isDated, isPlainFlag, plainValue } from "./graph.ts";
import type { Node, Value } from "./node.ts";

/** The sum of some values. What is the same node twice is taken together, so that it cancels exactly. */
export function sumOf(graph: Graph, values: readonly Value[]): Value {
  const parts = new Map<Node, { times: number; weight: number }>();
  let plus = 0;
  let size = 0;
  for (const value of values) {
    plus += value.plus;
    size = Math.max(size, value.size);
    if (value.node === undefined) continue;
    const known = parts.get(value.node);
    parts.set(value.node, {
      times: (known?.times ?? 0) + value.times,
      weight: Math.max(known?.weight ?? 0, value.weight),
    });
  }
  const [first, ...more] = parts;
  if (first === undefined) return constantOf(plus, size);
  if (more.length === 0) return { node: first[0], ...first[1], plus, size };
  const terms = [...parts].map(([node, { times }]) => ({ node, times }));
  const sizes = () => [...parts].map(([node, { weight }]) => ({ size: node.size(), weight }));
  const dated = values.some(isDated);
  const node = graph.node({ is: "sum", constant: 0, terms }, () => graph.largest(0, sizes()), { dated });
  return { ...plainValue(node), plus, size };
}

/** One value less another. Between two dates, which have no size, the days are what enters. */
export function differenceOf(graph: Graph, from: Value, less: Value): Value {
  const difference = sumOf(graph, [from, timesOf(less, -1, 1)]);
  if (!isDated(from) && !isDated(less)) return difference;
  const { node, plus, size } = difference;
  if (node === undefined) return constantOf(plus, size || Math.abs(plus));
  const of: Node = graph.node(
    { is: "sum", constant: plus, terms: [{ node, times: difference.times }] },
    () => {
      const largest = graph.largest(0, [
        { size: graph.sizeOf(from), weight: 1 },
        { size: graph.sizeOf(less), weight: 1 },
      ]);
      if (largest === 0) return graph.sizeNode({ is: "magnitude", of });
      return typeof largest === "number"
        ? largest
        : graph.sizeNode({ is: "size of days", size: largest, of });
    },
  );
  return plainValue(of);
}

/** A value so many times. Nil times a value that may be missing stays, so that its fault is not lost. */
export function timesOf(value: Value, times: number, weight: number): Value {
  const plus = value.plus * times;
  const size = value.size * weight;
  if (value.node === undefined || (times === 0 && weight === 0 && !value.node.mayFault))
    return constantOf(plus, size);
  return { node: value.node, times: value.times * times, plus, weight: value.weight * weight, size };
}

/** The product of some values. */
export function productOf(graph: Graph, factors: readonly Value[]): Value {
  const constants = factors.filter(({ node }) => node === undefined);
  const times = constants.reduce((product, { plus }) => product * plus, 1);
  const weight = constants.reduce((product, { size }) => product * size, 1);
  const [first, ...more] = factors.filter(({ node }) => node !== undefined);
  if (first === undefined) return constantOf(times, weight);
  const product = more.reduce((left, right) => productOfTwo(graph, left, right), first);
  return timesOf(product, times, weight);
}

function productOfTwo(graph: Graph, left: Value, right: Value): Value {
  const [a, b] = [left.node, right.node].map((node) => present(node, "a factor that varies")) as [Node, Node];
  const size = () => graph.sizeTimes(graph.sizeOf(left), graph.sizeOf(right));
  const flag = isPlainFlag(left) && isPlainFlag(right);
  const traits = { flag, dated: isDated(left) || isDated(right) };
  // A factor of which only its size varies, such as one less itself, is a constant for the value.
  const fixed = [left, right].find((one) => one.times === 0 && !one.node?.mayFault);
  if (fixed) {
    const { node, times, plus } = fixed === left ? right : left;
    const terms = [{ node: node as Node, times: times * fixed.plus }];
    return plainValue(graph.node({ is: "sum", constant: plus * fixed.plus, terms }, size, traits));
  }
  const form = { is: "product", left, right, shared: graph.sharedProduct(a, b) } as const;
  return plainValue(graph.node(form, size, traits));
}

/** A quotient. A divisor as good as nil leaves nothing: the draw has a fault in this place. */
export function quotientOf(graph: Graph, value: Value, by: Value): Value {
  const node = by.node;
  if (node === undefined) {
    if (Math.abs(by.plus) <= nearness * by.size) return faultOf(graph);
    return timesOf(value, 1 / by.plus, 1 / Math.abs(by.plus));
  }
  const divisor = graph.nodeOf(by);
  const size = graph.sizeOf(by);
  const form = { is: "quotient", value, by: divisor, size } as const;
  const own = () => graph.sizeNode({ is: "over", size: graph.sizeOf(value), by: divisor });
  return plainValue(graph.node(form, own, { dated: isDated(value) }));
}

/** A square root. Of less than nil there is none. */
export function rootOf(graph: Graph, value: Value): Value {
  const size = () => graph.sizeRoot(graph.sizeOf(value));
  if (value.node !== undefined) {
    const form = { is: "root", of: graph.nodeOf(value) } as const;
    return plainValue(graph.node(form, size, { dated: isDated(value) }));
  }
  return value.plus < 0 ? faultOf(graph) : constantOf(Math.sqrt(value.plus), Math.sqrt(value.size));
}

/** What takes the place of a value that there is not. */
export function faultOf(graph: Graph): Value {
  return plainValue(graph.node({ is: "fault" }, () => 0));
}
