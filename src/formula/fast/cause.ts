import type { Form, Node } from "./node.ts";

/**
 * The node for whose sake another has no number: followed back through what it reads, along the branches that were taken,
 * to a quotient, a rounding or a root whose own parts are numbers. `undefined` where there is none: then it grew too large.
 */
export function causeOf(node: Node, numberOf: (node: Node) => number): Node | undefined {
  const missing = (part: Node | undefined) => part !== undefined && Number.isNaN(numberOf(part));
  let at = node;
  for (;;) {
    const before = takenIn(at.form, numberOf).find(missing);
    if (before === undefined) return at.place && at;
    at = before;
  }
}

/** The nodes whose numbers a node takes in: of a choice the flag and the branch that it takes. */
function takenIn(form: Form, numberOf: (node: Node) => number): (Node | undefined)[] {
  switch (form.is) {
    case "sum":
      return form.terms.map(({ node }) => node);
    case "product":
      return [form.left.node, form.right.node];
    case "quotient":
      return [form.by, form.value.node];
    case "extreme":
      return [...form.of];
    case "test":
    case "root":
      return [form.of];
    case "choice":
      return [form.when, numberOf(form.when) === 0 ? form.otherwise : form.then];
    case "rounded":
      return [form.to, form.value];
    default:
      return [];
  }
}
