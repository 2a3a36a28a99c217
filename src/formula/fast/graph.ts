import type { Form, Node, Place, Size, Value } from "./node.ts";
import { partsOf } from "./node.ts";

/** What is said of a node beside its form, where it is not the usual. */
interface Traits {
  readonly isSize?: boolean;
  readonly dated?: boolean;
  readonly flag?: boolean;
  readonly place?: Place | undefined;
}

/** What may have no value though its parts have. */
const mayLack: ReadonlySet<Form["is"]> = new Set(["quotient", "rounded", "root", "fault"]);

/** Nodes as they are made, each after those that it reads. */
export class Graph {
  private made = 0;
  private readonly inputs = new Map<number, Node>();
  private readonly pairs = new Map<Node, Map<Node, Node>>();
  /** The cell that is being read. */
  place: Place | undefined;

  /** A new node; `size` is asked for only where a comparison, a rounding or a quotient needs it. */
  node(form: Form, size: () => Size, traits: Traits = {}): Node {
    const causes = !traits.isSize && mayLack.has(form.is);
    let known: Size | undefined;
    const node: Node = {
      id: this.made++,
      form,
      isSize: traits.isSize ?? false,
      dated: traits.dated ?? false,
      flag: traits.flag ?? false,
      mayFault: causes || partsOf(form).some((part) => part.mayFault),
      place: causes ? (traits.place ?? this.place) : undefined,
      size: () => {
        known ??= size();
        return known;
      },
    };
    return node;
  }

  /** A drawn input. A date has no size: it is no amount of anything. */
  input(at: number, isDate: boolean): Value {
    const node = this.inputs.get(at) ?? this.newInput(at, isDate);
    this.inputs.set(at, node);
    return plainValue(node);
  }

  private newInput(at: number, isDate: boolean): Node {
    const size = () => (isDate ? 0 : this.magnitude(node));
    const node: Node = this.node({ is: "input", at }, size, { dated: isDate });
    return node;
  }

  /** The product of two nodes as they are, which several products of sums of them can share. */
  sharedProduct(a: Node, b: Node): Node {
    const [first, second] = a.id <= b.id ? [a, b] : [b, a];
    const own = this.pairs.get(first) ?? new Map<Node, Node>();
    this.pairs.set(first, own);
    const known = own.get(second);
    if (known) return known;
    const [left, right] = [plainValue(first), plainValue(second)];
    const made = this.node({ is: "product", left, right }, () => 0);
    own.set(second, made);
    return made;
  }

  private magnitude(of: Node): Node {
    return this.sizeNode({ is: "magnitude", of });
  }

  /** A node that is a size. Its own size is never asked for. */
  sizeNode(form: Form): Node {
    return this.node(form, () => 0, { isSize: true });
  }

  /** A value as a node of its own. */
  nodeOf(value: Value): Node {
    const { node, times, plus } = value;
    if (node === undefined) return this.node({ is: "constant", value: plus }, () => value.size);
    if (times === 1 && plus === 0) return node;
    const form: Form = { is: "sum", constant: plus, terms: [{ node, times }] };
    return this.node(form, () => this.sizeOf(value), { dated: isDated(value) });
  }

  /** The largest amount that entered a value. */
  sizeOf({ node, weight, size }: Value): Size {
    return node === undefined ? size : this.largest(size, [{ size: node.size(), weight }]);
  }

  /** The largest of some sizes, each so many times, and of a constant. */
  largest(constant: number, parts: readonly { size: Size; weight: number }[]): Size {
    let most = constant;
    const terms = new Map<Node, number>();
    for (const { size, weight } of parts) {
      if (typeof size === "number") most = Math.max(most, size * weight);
      else if (weight > 0) terms.set(size, Math.max(weight, terms.get(size) ?? 0));
    }
    const [first, ...more] = [...terms].map(([node, times]) => ({ node, times }));
    if (first === undefined) return most;
    if (more.length === 0 && most === 0 && first.times === 1) return first.node;
    return this.sizeNode({ is: "largest", constant: most, terms: [first, ...more] });
  }

  /** The root of a size. */
  sizeRoot(of: Size): Size {
    return typeof of === "number" ? Math.sqrt(of) : this.sizeNode({ is: "root", of });
  }

  /** The product of two sizes. */
  sizeTimes(a: Size, b: Size): Size {
    if (typeof a === "number") return this.largest(0, [{ size: b, weight: a }]);
    if (typeof b === "number") return this.largest(0, [{ size: a, weight: b }]);
    return this.sizeNode({ is: "product", left: plainValue(a), right: plainValue(b) });
  }
}

/** A constant and the largest amount that entered it. */
export function constantOf(plus: number, size = Math.abs(plus)): Value {
  return { node: undefined, times: 0, plus, weight: 0, size };
}

/** A node as it is. */
export function plainValue(node: Node): Value {
  return { node, times: 1, plus: 0, weight: 1, size: 0 };
}

/** Whether nothing with a size need have entered a value, as with dates. */
export function isDated({ node, plus, size }: Value): boolean {
  return (node?.dated ?? false) || (plus !== 0 && size === 0);
}

/** Whether a value is 0 or 1. */
export function isFlag({ node, times, plus }: Value): boolean {
  if (node === undefined) return plus === 0 || plus === 1;
  return node.flag && ((times === 1 && plus === 0) || (times === -1 && plus === 1));
}

/** Whether a value is 0 or 1 and no flag turned round, one less another. */
export function isPlainFlag(value: Value): boolean {
  return isFlag(value) && (value.node === undefined || value.times === 1);
}
