import type { Rounding } from "../../quantity/rounding.ts";
import { nearness } from "../exact.ts";
import type { Comparison } from "../formula.ts";
import { constantOf, type Graph, isDated, isFlag, isPlainFlag, plainValue } from "./graph.ts";
import type { Node, Value } from "./node.ts";
import { roundedTo, roundings, verdicts } from "./scalar.ts";
import { faultOf, sumOf, timesOf } from "./sums.ts";

/** The least or the greatest of some values. */
export function extremeOf(graph: Graph, values: readonly Value[], least: boolean): Value {
  const best = least ? Math.min : Math.max;
  const constants = values.filter(({ node }) => node === undefined);
  const bound = constants.reduce<number | undefined>(
    (bound, { plus }) => (bound === undefined ? plus : best(bound, plus)),
    undefined,
  );
  const boundSize = constants.reduce((size, constant) => Math.max(size, constant.size), 0);
  const varying = values.filter(({ node }) => node !== undefined);
  const [first] = varying;
  if (first === undefined) return constantOf(bound ?? 0, boundSize);
  const of = [...new Set(varying.map((value) => graph.nodeOf(value)))];
  if (of.length === 1 && bound === undefined) return first;
  const form = { is: "extreme", least, of, ...(bound === undefined ? {} : { bound }) } as const;
  const sizes = () => varying.map((value) => ({ size: graph.sizeOf(value), weight: 1 }));
  const node = graph.node(form, () => graph.largest(boundSize, sizes()), {
    flag: values.every(isFlag),
    dated: values.some(isDated),
  });
  return plainValue(node);
}

/** 1 where a comparison holds, 0 where it does not; a difference as good as nil is taken as nil. */
export function testOf(graph: Graph, left: Value, comparison: Comparison, right: Value): Value {
  const difference = sumOf(graph, [left, timesOf(right, -1, 1)]);
  const parts = [left, right].map((value) => ({ size: graph.sizeOf(value), weight: 1 }));
  const size = graph.largest(0, parts);
  if (difference.node === undefined && (typeof size === "number" || difference.plus === 0)) {
    const { below, on, above } = verdicts[comparison];
    const isOn =
      difference.plus === 0 || (typeof size === "number" && Math.abs(difference.plus) <= nearness * size);
    return constantOf(isOn ? on : difference.plus < 0 ? below : above, 1);
  }
  const form = { is: "test", of: graph.nodeOf(difference), comparison, size } as const;
  return plainValue(graph.node(form, () => 1, { flag: true }));
}

/** A value by a flag. What is known beforehand to be passed over is never asked for, and so cannot divide by nil. */
export function choiceOf(graph: Graph, when: Value, then: () => Value, otherwise: () => Value): Value {
  const flag = isFlag(when) ? when : testOf(graph, when, "unlike", constantOf(0));
  if (flag.node === undefined) return (flag.plus === 0 ? otherwise : then)();
  // One less a flag is the flag with its branches changed over.
  const branches = flag.times === 1 ? [then(), otherwise()] : [otherwise(), then()];
  const [first, second] = branches as [Value, Value];
  const size = () => {
    const [a, b] = [graph.sizeOf(first), graph.sizeOf(second)];
    if (typeof a === "number" && a === b) return a;
    const [nodeA, nodeB] = [a, b].map((one) => sizeNode(graph, one)) as [Node, Node];
    return graph.sizeNode({ is: "choice", when: flag.node as Node, then: nodeA, otherwise: nodeB });
  };
  const form = {
    is: "choice",
    when: flag.node,
    then: graph.nodeOf(first),
    otherwise: graph.nodeOf(second),
  } as const;
  return plainValue(
    graph.node(form, size, { flag: branches.every(isPlainFlag), dated: branches.some(isDated) }),
  );
}

function sizeNode(graph: Graph, size: number | Node): Node {
  return typeof size === "number" ? graph.sizeNode({ is: "constant", value: size }) : size;
}

/** A value rounded to whole multiples of another; of nil there are none, which is a fault. */
export function roundedOf(graph: Graph, value: Value, to: Value, how: Rounding): Value {
  const size = graph.sizeOf(value);
  if (to.node === undefined && to.plus === 0) return faultOf(graph);
  if (value.node === undefined && to.node === undefined && typeof size === "number") {
    const near = Math.min(nearness * size, Math.abs(to.plus) / 1000);
    return constantOf(roundedTo(value.plus, to.plus, roundings[how], near), size);
  }
  const form = { is: "rounded", value: graph.nodeOf(value), to: graph.nodeOf(to), how, size } as const;
  return plainValue(graph.node(form, () => size, { dated: isDated(value) }));
}
