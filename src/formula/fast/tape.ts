import { present } from "../../assert.ts";
import type { Bounds, Step } from "./bound.ts";
import { needed } from "./collapse.ts";
import { type Node, partsOf } from "./node.ts";
import { stepOf } from "./step.ts";

/** How a tape is made. */
export interface TapeOptions {
  /** How many draws are worked out at a time. */
  readonly block: number;
  /** Sizes draw by draw, so that every decision is final; else by one bound, so that some may be left unsure. */
  readonly careful: boolean;
  /** Whether a slot is used again once nothing reads it any more; else each node keeps its own. */
  readonly reuse: boolean;
}

/** The steps that work out some nodes for a block of draws, over one heap of slots. */
export interface Tape {
  readonly heap: Float64Array;
  readonly steps: number;
  /** Where the slot of a node starts. Drawn inputs have the first slots, in their order, and keep them. */
  slot(node: Node): number;
  /** Works out so many draws; whether all decisions are final. */
  run(count: number): boolean;
}

/** What a node reads: slots of numbers, and, where sizes have bounds, those. */
interface Reads {
  readonly slots: readonly Node[];
  readonly bounds: readonly Node[];
}

/** A tape for some nodes. */
export function tapeOf(outputs: readonly Node[], inputs: number, options: TapeOptions): Tape {
  const { block, careful } = options;
  const reads = (node: Node) => readsOf(node, careful);
  const nodes = needed(outputs, (node) => [...reads(node).slots, ...reads(node).bounds]);
  const { places, count } = allocate(nodes, new Set(outputs), inputs, reads, options);
  const heap = new Float64Array(count * block);
  const slot = (node: Node) => present(places.get(node), "a slot") * block;
  const bounds: Bounds = new Map();
  let sure = true;
  const unsure = () => {
    sure = false;
  };
  const steps = nodes
    .filter(({ form }) => form.is !== "input")
    .map((node): Step => stepOf(node, { heap, slot, careful, bounds, unsure }));
  const run = (count: number) => {
    sure = true;
    for (const step of steps) step(count);
    return sure;
  };
  return { heap, slot, steps: steps.length, run };
}

function readsOf({ form, isSize }: Node, careful: boolean): Reads {
  const parts = partsOf(form);
  if (careful) return { slots: parts, bounds: [] };
  // The bound of a choice between sizes is the larger of the two, whichever is chosen.
  if (isSize && form.is === "choice") return { slots: [], bounds: [form.then, form.otherwise] };
  return { slots: parts.filter((part) => !part.isSize), bounds: parts.filter((part) => part.isSize) };
}

/** Gives each node that needs one a slot. */
function allocate(
  nodes: readonly Node[],
  outputs: ReadonlySet<Node>,
  inputs: number,
  reads: (node: Node) => Reads,
  { careful, reuse }: TapeOptions,
): { places: ReadonlyMap<Node, number>; count: number } {
  const lastReader = new Map<Node, Node>();
  for (const node of nodes) for (const part of reads(node).slots) lastReader.set(part, node);
  const places = new Map<Node, number>();
  const free: number[] = [];
  let count = inputs;
  for (const node of nodes) {
    if (node.form.is === "input") {
      places.set(node, node.form.at);
      continue;
    }
    const done = new Set(
      reads(node).slots.filter(
        (part) => reuse && lastReader.get(part) === node && !outputs.has(part) && part.form.is !== "input",
      ),
    );
    const release = () => {
      for (const part of done) free.push(present(places.get(part), "a slot"));
    };
    // A node of several passes writes its slot before it has read all its parts.
    const late = passesOf(node) > 1;
    if (!late) release();
    if (!node.isSize || careful) places.set(node, free.pop() ?? count++);
    if (late) release();
  }
  return { places, count };
}

function passesOf({ form }: Node): number {
  switch (form.is) {
    case "sum":
      return form.terms.length > 4 ? 2 : 1;
    case "largest":
      return form.terms.length;
    case "extreme":
      return form.of.length;
    default:
      return 1;
  }
}
