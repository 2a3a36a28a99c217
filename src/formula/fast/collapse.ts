import { type Form, type Node, partsOf, type Term } from "./node.ts";

/** The nodes that some others need, those included, in the order of their making; each once. */
export function needed(from: Iterable<Node>, parts: (node: Node) => readonly Node[]): Node[] {
  const found = new Set(from);
  for (const node of found) for (const part of parts(node)) found.add(part);
  return [...found].sort((a, b) => a.id - b.id);
}

type Sum = Extract<Form, { is: "sum" | "largest" }>;

/** How many terms a sum that several others read may have to be taken into them. */
const mostShared = 4;

/**
 * Draws sums together: a sum that only one other sum reads, or that has a single term, becomes part of those that read it,
 * and so with the largest of some sizes. There are never more terms than before.
 */
export function collapse(outputs: Iterable<Node>): void {
  const kept = new Set(outputs);
  share(needed(kept, ({ form }) => partsOf(form)));
  const nodes = needed(kept, ({ form }) => partsOf(form));
  const uses = new Map<Node, number>();
  for (const { form } of nodes) for (const part of partsOf(form)) uses.set(part, (uses.get(part) ?? 0) + 1);
  const single = (node: Node) => uses.get(node) === 1 && !kept.has(node);
  for (const node of nodes) {
    const { form } = node;
    if (form.is !== "sum" && form.is !== "largest") continue;
    let constant = form.constant;
    const terms = new Map<Node, number>();
    const both =
      form.is === "sum" ? (a: number, b: number) => a + b : (a: number, b: number) => Math.max(a, b);
    const put = ({ node: of, times }: Term) => {
      const before = terms.get(of);
      terms.set(of, before === undefined ? times : both(before, times));
    };
    const takeIn = (inner: Sum, times: number) => {
      constant = both(constant, inner.constant * times);
      for (const term of inner.terms) put({ node: term.node, times: term.times * times });
    };
    const shared: Term[] = [];
    for (const term of form.terms) {
      const inner = term.node.form;
      if (inner.is !== form.is) put(term);
      else if (inner.terms.length < 2 || single(term.node)) takeIn(inner, term.times);
      else shared.push(term);
    }
    // One that others read too is taken in where that makes no more terms than leaving it be.
    for (const term of shared) {
      const inner = term.node.form as Sum;
      const more = inner.terms.filter(({ node: of }) => !terms.has(of)).length;
      if (more <= 1 && inner.terms.length <= mostShared) takeIn(inner, term.times);
      else put(term);
    }
    // What cancels is left out, unless it may have no value.
    const left = [...terms].filter(([of, times]) => times !== 0 || of.mayFault);
    node.form = { is: form.is, constant, terms: left.map(([of, times]) => ({ node: of, times })) };
  }
}

/**
 * Multiplies out products of sums of the same two nodes, where there are several, so that they share the one product:
 * (p + k a) × (q + l b) is pq + pl b + kq a + kl ab.
 */
function share(nodes: readonly Node[]): void {
  const times = new Map<Node, number>();
  for (const { form } of nodes)
    if (form.is === "product" && form.shared) times.set(form.shared, (times.get(form.shared) ?? 0) + 1);
  for (const node of nodes) {
    const { form } = node;
    if (form.is !== "product" || !form.shared || (times.get(form.shared) ?? 0) < 2) continue;
    const { left, right, shared } = form;
    const terms: Term[] = [{ node: shared, times: left.times * right.times }];
    const put = (of: Node | undefined, times: number) => {
      if (of !== undefined && times !== 0) terms.push({ node: of, times });
    };
    put(left.node, left.times * right.plus);
    put(right.node, right.times * left.plus);
    node.form = { is: "sum", constant: left.plus * right.plus, terms };
  }
}
