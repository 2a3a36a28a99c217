import { present } from "../../assert.ts";
import { nearness } from "../exact.ts";
import { type Bounds, boundOf, boundStep, type Step } from "./bound.ts";
import * as decide from "./decisions.ts";
import * as loop from "./kernels.ts";
import type { Form, Node, Size, Term, Value } from "./node.ts";
import { roundings, verdicts } from "./scalar.ts";

/** What a step works on. */
export interface Desk {
  readonly heap: Float64Array;
  /** Where the slot of a node starts. */
  slot(node: Node): number;
  /** Whether sizes are worked out draw by draw; else there is one bound for all draws of a block. */
  readonly careful: boolean;
  readonly bounds: Bounds;
  /** Said when only the sizes of single draws can decide. */
  unsure(): void;
}

/** The step that works out a node: as a number a draw, or, for a size where that is enough, as one bound. */
export function stepOf(node: Node, desk: Desk): Step {
  const { form } = node;
  if (node.isSize && !desk.careful) return boundStep(node, desk.heap, desk.slot, desk.bounds);
  const out = desk.slot(node);
  switch (form.is) {
    case "sum":
      return sumStep(form.constant, form.terms, out, desk);
    case "product":
      return productStep(form.left, form.right, out, desk);
    case "extreme":
      return extremeStep(form, out, desk);
    case "largest":
      return largestStep(form, out, desk);
    case "choice": {
      const [when, then, otherwise] = [form.when, form.then, form.otherwise].map(desk.slot) as [
        number,
        number,
        number,
      ];
      const mayFault = form.then.mayFault || form.otherwise.mayFault;
      const take = mayFault ? loop.choice : loop.blend;
      return (count) => take(desk.heap, out, when, then, otherwise, count);
    }
    case "magnitude": {
      const of = desk.slot(form.of);
      return (count) => loop.magnitude(desk.heap, out, of, count);
    }
    case "root": {
      const of = desk.slot(form.of);
      return (count) => loop.root(desk.heap, out, of, count);
    }
    case "constant":
      return (count) => loop.fill(desk.heap, out, form.value, count);
    case "fault":
      return (count) => loop.fill(desk.heap, out, Number.NaN, count);
    case "input":
      return () => {};
    default:
      return decidingStep(form, out, desk);
  }
}

type Deciding = Extract<Form, { is: "test" | "quotient" | "rounded" | "over" | "size of days" }>;

function decidingStep(form: Deciding, out: number, desk: Desk): Step {
  const { heap } = desk;
  switch (form.is) {
    case "test":
      return testStep(form, out, desk);
    case "quotient":
      return quotientStep(form, out, desk);
    case "rounded":
      return roundedStep(form, out, desk);
    case "over": {
      const by = desk.slot(form.by);
      const { p, k, a } = sizeOperand(form.size, by, desk);
      return (count) => loop.over(heap, out, p, k, a, by, count);
    }
    case "size of days": {
      const [size, of] = [desk.slot(form.size), desk.slot(form.of)];
      return (count) => loop.sizeOfDays(heap, out, size, of, count);
    }
  }
}

/** A sum of many terms is taken in several passes, each with what came before as its first term. */
function sumStep(constant: number, terms: readonly Term[], out: number, { heap, slot }: Desk): Step {
  const [one, two, three, four, ...more] = terms.map(({ node, times }) => ({ k: times, a: slot(node) }));
  if (one === undefined) return (count) => loop.fill(heap, out, constant, count);
  if (two === undefined) return (count) => loop.sum1(heap, out, constant, one.k, one.a, count);
  if (three === undefined)
    return (count) => loop.sum2(heap, out, constant, one.k, one.a, two.k, two.a, count);
  if (four === undefined)
    return (count) => loop.sum3(heap, out, constant, one.k, one.a, two.k, two.a, three.k, three.a, count);
  const first: Step = (count) =>
    loop.sum4(heap, out, constant, one.k, one.a, two.k, two.a, three.k, three.a, four.k, four.a, count);
  if (more.length === 0) return first;
  const rest: Step[] = [];
  for (let at = 0; at < more.length; at += 3) {
    const [b, c, d] = more.slice(at, at + 3);
    if (c === undefined && b) rest.push((count) => loop.sum2(heap, out, 0, 1, out, b.k, b.a, count));
    else if (d === undefined && b && c)
      rest.push((count) => loop.sum3(heap, out, 0, 1, out, b.k, b.a, c.k, c.a, count));
    else if (b && c && d)
      rest.push((count) => loop.sum4(heap, out, 0, 1, out, b.k, b.a, c.k, c.a, d.k, d.a, count));
  }
  return inTurn([first, ...rest]);
}

function inTurn(steps: readonly Step[]): Step {
  return (count) => {
    for (const step of steps) step(count);
  };
}

function productStep(left: Value, right: Value, out: number, { heap, slot }: Desk): Step {
  const [a, b] = [slot(present(left.node, "a factor")), slot(present(right.node, "a factor"))];
  const plain = [left, right].every(({ times, plus }) => times === 1 && plus === 0);
  if (plain) return (count) => loop.product(heap, out, a, b, count);
  return (count) =>
    loop.productOfSums(heap, out, left.plus, left.times, a, right.plus, right.times, b, count);
}

function extremeStep(form: Extract<Form, { is: "extreme" }>, out: number, { heap, slot }: Desk): Step {
  const { bound } = form;
  const [between, within] = form.least ? [loop.least, loop.atMost] : [loop.greatest, loop.atLeast];
  const [first = 0, ...more] = form.of.map(slot);
  const steps: Step[] = [];
  if (bound !== undefined) steps.push((count) => within(heap, out, first, bound, count));
  for (const [at, part] of more.entries()) {
    const before = at === 0 && bound === undefined ? first : out;
    steps.push((count) => between(heap, out, before, part, count));
  }
  return steps.length === 1 ? (steps[0] as Step) : inTurn(steps);
}

function largestStep(form: Extract<Form, { is: "largest" }>, out: number, { heap, slot }: Desk): Step {
  const [first, ...more] = form.terms.map(({ node, times }) => ({ k: times, a: slot(node) }));
  const { k, a } = present(first, "a size");
  return inTurn([
    (count) => loop.largest1(heap, out, form.constant, k, a, count),
    ...more.map(
      (term): Step =>
        (count) =>
          loop.largest2(heap, out, out, term.k, term.a, count),
    ),
  ]);
}

/** A size as p + k a; one that is known stands with nil times any slot. */
function sizeOperand(size: Size, any: number, desk: Desk): { p: number; k: number; a: number } {
  return typeof size === "number" ? { p: size, k: 0, a: any } : { p: 0, k: 1, a: desk.slot(size) };
}

function testStep(form: Extract<Form, { is: "test" }>, out: number, desk: Desk): Step {
  const { heap } = desk;
  const { below, on, above } = verdicts[form.comparison];
  const [of, { size }] = [desk.slot(form.of), form];
  if (desk.careful && typeof size !== "number") {
    const sizes = desk.slot(size);
    return (count) => decide.testBy(heap, out, of, sizes, below, on, above, count);
  }
  return (count) => {
    const near = nearness * boundOf(size, desk.bounds);
    if (decide.test(heap, out, of, near, below, on, above, count)) desk.unsure();
  };
}

function quotientStep(form: Extract<Form, { is: "quotient" }>, out: number, desk: Desk): Step {
  const { heap } = desk;
  const [by, { size, value }] = [desk.slot(form.by), form];
  const { plus, times } = value;
  const a = value.node === undefined ? by : desk.slot(value.node);
  if (desk.careful && typeof size !== "number") {
    const sizes = desk.slot(size);
    return (count) => decide.quotientBy(heap, out, plus, times, a, by, sizes, count);
  }
  return (count) => {
    const near = nearness * boundOf(size, desk.bounds);
    if (decide.quotient(heap, out, plus, times, a, by, near, count)) desk.unsure();
  };
}

function roundedStep(form: Extract<Form, { is: "rounded" }>, out: number, desk: Desk): Step {
  const { heap } = desk;
  const [value, to, how, { size }] = [desk.slot(form.value), desk.slot(form.to), roundings[form.how], form];
  if (desk.careful && typeof size !== "number") {
    const sizes = desk.slot(size);
    return (count) => decide.roundedBy(heap, out, value, to, how, sizes, count);
  }
  return (count) => {
    if (decide.rounded(heap, out, value, to, how, boundOf(size, desk.bounds), count)) desk.unsure();
  };
}
