import { present } from "../../assert.ts";
import { collapse, needed } from "./collapse.ts";
import type { Form, Node, Place } from "./node.ts";
import { partsOf } from "./node.ts";

/** A cell that is worked out, as a node, with its name. */
export interface Output {
  readonly node: Node;
  readonly place: Place;
}

/** Where another node stands in the list. */
interface Reference {
  readonly packedAt: number;
}

/** A node as plain data: in place of the nodes that its form reads stands where they are in the list. */
interface PackedNode extends Pick<Node, "isSize" | "dated" | "flag" | "mayFault" | "place"> {
  readonly form: unknown;
}

/** Some cells ready to be worked out, as plain data that can be handed to a worker. */
export interface Packed {
  readonly nodes: readonly PackedNode[];
  readonly outputs: readonly { readonly node: number; readonly place: Place }[];
  readonly inputs: number;
}

/** Draws the sums of some outputs together and packs all that they need. */
export function packed(outputs: readonly Output[], inputs: number): Packed {
  const own = outputs.map(({ node }) => node);
  collapse(own);
  const nodes = needed(own, ({ form }) => partsOf(form));
  const places = new Map(nodes.map((node, at) => [node, at]));
  const placeOf = (node: Node) => present(places.get(node), "a node that was packed");
  return {
    nodes: nodes.map(({ form, isSize, dated, flag, mayFault, place }) => {
      return {
        form: replaced(settled(form), isNode, (node) => ({ packedAt: placeOf(node) })),
        isSize,
        dated,
        flag,
        mayFault,
        place,
      };
    }),
    outputs: outputs.map(({ node, place }) => ({ node: placeOf(node), place })),
    inputs,
  };
}

/** The outputs of what was packed. Sizes are nodes of their own by now, and are never asked of a node again. */
export function unpacked({ nodes, outputs }: Packed): Output[] {
  const made: Node[] = [];
  for (const [id, { form, ...rest }] of nodes.entries())
    made.push({
      ...rest,
      id,
      form: replaced(form, isReference, ({ packedAt }) => made[packedAt] as Node) as Form,
      size: () => 0,
    });
  return outputs.map(({ node, place }) => ({ node: made[node] as Node, place }));
}

/** A form whose sums are drawn together: what a product might have shared is settled. */
function settled(form: Form): Form {
  return form.is === "product" ? { is: "product", left: form.left, right: form.right } : form;
}

function isNode(value: object): value is Node {
  return "form" in value;
}

function isReference(value: object): value is Reference {
  return "packedAt" in value;
}

/** Plain data with some of the objects in it replaced. */
function replaced<T extends object>(
  value: unknown,
  isWanted: (value: object) => value is T,
  by: (found: T) => unknown,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isWanted(value)) return by(value);
  if (Array.isArray(value)) return value.map((one) => replaced(one, isWanted, by));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, isWanted, by)]));
}
