import type { Rounding } from "../../quantity/rounding.ts";
import type { Comparison, RowId } from "../formula.ts";

/** A cell of a programme, as faults name it. */
export interface Place {
  readonly row: RowId;
  readonly period: number;
}

/** So many times a node. */
export interface Term {
  readonly node: Node;
  readonly times: number;
}

/**
 * So many times a node plus a constant; a constant alone where there is no node. Its size, the largest amount that
 * entered it, is `weight` times that of the node or the size of the constant, whichever is larger.
 */
export interface Value {
  readonly node: Node | undefined;
  readonly times: number;
  readonly plus: number;
  readonly weight: number;
  readonly size: number;
}

/** The largest amount that entered a value: known beforehand, or a node of its own, which differs from draw to draw. */
export type Size = number | Node;

/** What a node does with the nodes it reads. The last four serve sizes alone, and sizes have products, choices and roots too. */
export type Form =
  | { readonly is: "input"; readonly at: number }
  | { readonly is: "constant"; readonly value: number }
  | { readonly is: "fault" }
  | { readonly is: "sum"; readonly constant: number; readonly terms: readonly Term[] }
  | { readonly is: "product"; readonly left: Value; readonly right: Value; readonly shared?: Node }
  | { readonly is: "quotient"; readonly value: Value; readonly by: Node; readonly size: Size }
  | { readonly is: "root"; readonly of: Node }
  | { readonly is: "extreme"; readonly least: boolean; readonly of: readonly Node[]; readonly bound?: number }
  | { readonly is: "test"; readonly of: Node; readonly comparison: Comparison; readonly size: Size }
  | { readonly is: "choice"; readonly when: Node; readonly then: Node; readonly otherwise: Node }
  | {
      readonly is: "rounded";
      readonly value: Node;
      readonly to: Node;
      readonly how: Rounding;
      readonly size: Size;
    }
  | { readonly is: "magnitude"; readonly of: Node }
  | { readonly is: "largest"; readonly constant: number; readonly terms: readonly Term[] }
  | { readonly is: "over"; readonly size: Size; readonly by: Node }
  | { readonly is: "size of days"; readonly size: Node; readonly of: Node };

/** One number a draw. Nodes read only nodes of a lower id. */
export interface Node {
  readonly id: number;
  /** Replaced when sums are drawn together. */
  form: Form;
  /** That it is the size of a value and no value itself. */
  readonly isSize: boolean;
  /** That it can differ from nil though nothing with a size entered it, as a date does. */
  readonly dated: boolean;
  /** That it is 0 or 1. */
  readonly flag: boolean;
  /** That it may have no value in some draws. */
  readonly mayFault: boolean;
  /** The cell it was first made for; only where it may be the cause of a fault. */
  readonly place: Place | undefined;
  readonly size: () => Size;
}

/** The nodes that a form reads, sizes among them; what a product might share with others is not read yet. */
export function partsOf(form: Form): Node[] {
  const sized = (size: Size, ...nodes: (Node | undefined)[]) =>
    [...nodes, typeof size === "number" ? undefined : size].filter((node) => node !== undefined);
  switch (form.is) {
    case "input":
    case "constant":
    case "fault":
      return [];
    case "sum":
    case "largest":
      return form.terms.map(({ node }) => node);
    case "product":
      return sized(0, form.left.node, form.right.node);
    case "quotient":
      return sized(form.size, form.value.node, form.by);
    case "extreme":
      return [...form.of];
    case "test":
    case "size of days":
      return sized(form.size, form.of);
    case "choice":
      return [form.when, form.then, form.otherwise];
    case "rounded":
      return sized(form.size, form.value, form.to);
    case "magnitude":
    case "root":
      return [form.of];
    case "over":
      return sized(form.size, form.by);
  }
}
