import { assert, present } from "../../assert.ts";
import { largestIn, smallestIn } from "./kernels.ts";
import type { Node, Size, Value } from "./node.ts";

/** A step of a tape: one node worked out for so many draws. */
export type Step = (count: number) => void;

/** The most that each size can be over a block of draws. */
export type Bounds = Map<Node, number>;

/** The most that a size can be: known beforehand, or by its bound. */
export function boundOf(size: Size, bounds: Bounds): number {
  return typeof size === "number" ? size : present(bounds.get(size), "parts of a size are bounded before it");
}

/**
 * The step that bounds a size over a block, from the bounds of its parts and the numbers of the block. Where everything
 * lies further from its threshold than the bound allows, no single size is ever asked for.
 */
export function boundStep(
  node: Node,
  heap: Float64Array,
  slot: (node: Node) => number,
  bounds: Bounds,
): Step {
  const bound = boundWithin(node, heap, slot, (size) => boundOf(size, bounds));
  return (count) => void bounds.set(node, bound(count));
}

function boundWithin(
  { form }: Node,
  heap: Float64Array,
  slot: (node: Node) => number,
  of: (size: Size) => number,
): (count: number) => number {
  switch (form.is) {
    case "constant":
      return () => form.value;
    case "magnitude": {
      const at = slot(form.of);
      return (count) => largestIn(heap, at, count);
    }
    case "largest":
      return () =>
        form.terms.reduce((most, { node, times }) => Math.max(most, times * of(node)), form.constant);
    case "product": {
      const [left, right] = [sizeIn(form.left), sizeIn(form.right)];
      return () => of(left) * of(right);
    }
    case "root":
      return () => Math.sqrt(of(form.of));
    case "over": {
      const by = slot(form.by);
      return (count) => of(form.size) / smallestIn(heap, by, count);
    }
    case "choice":
      return () => Math.max(of(form.then), of(form.otherwise));
    case "size of days": {
      const at = slot(form.of);
      return (count) => Math.max(of(form.size), largestIn(heap, at, count));
    }
    default:
      assert(false, `a size is not ${form.is}`);
  }
}

/** The size that a product of sizes takes. */
function sizeIn({ node }: Value): Node {
  return present(node, "a size that differs from draw to draw is a node");
}
