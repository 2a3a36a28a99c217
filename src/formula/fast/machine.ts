import { present } from "../../assert.ts";
import { causeOf } from "./cause.ts";
import { hasFault } from "./kernels.ts";
import type { Node, Place } from "./node.ts";
import { type Output, type Packed, unpacked } from "./packed.ts";
import { type Tape, tapeOf } from "./tape.ts";

/** A draw that has no value, and the cell that is the cause. */
export interface DrawFault {
  /** The draw, by its place in the arrays of the inputs. */
  readonly draw: number;
  readonly place: Place;
  readonly because: "divided by nil" | "root of less than nil" | "too large";
}

/** How many draws are worked out at a time: so few that all slots stay in the fast memory of a processor. */
const drawsAtOnce = 1024;

/** How many faulty draws are followed back at a time, with a slot for every node. */
const followedAtOnce = 32;

/** How many blocks in a row may need a second look before the first is left out, and for how many blocks. */
const patience = 4;
const leftOut = 64;

/** Some cells of a programme made ready for many draws. */
export class Machine {
  private readonly outputs: readonly Output[];
  private readonly inputs: number;
  private readonly block: number;
  private readonly tapes = new Map<"lean" | "careful" | "whole", Tape>();
  private unsure = 0;

  constructor(packed: Packed, block = drawsAtOnce) {
    this.outputs = unpacked(packed);
    this.inputs = packed.inputs;
    this.block = block;
  }

  /** How many steps a block of draws takes. */
  get steps(): number {
    return this.tape("lean").steps;
  }

  /**
   * Works out draws `first` to `first + count − 1`: reads an array an input, and writes an array an output, from place
   * `to` on. Results are the same to the last bit however the draws are cut up. A draw without a value in some output is
   * returned as a fault; what is written for it is no result.
   */
  run(
    inputs: readonly Float64Array[],
    first: number,
    count: number,
    outputs: readonly Float64Array[],
    to = first,
  ): DrawFault[] {
    const faults: DrawFault[] = [];
    for (let done = 0; done < count; done += this.block) {
      const draws = Math.min(this.block, count - done);
      const from = first + done;
      const tape = this.runBlock(inputs, from, draws);
      const faulty = new Set<number>();
      for (const [at, { node }] of this.outputs.entries()) {
        const slot = tape.slot(node);
        const own = tape.heap.subarray(slot, slot + draws);
        outputs[at]?.set(own, to + done);
        if (hasFault(tape.heap, slot, draws))
          for (const [draw, value] of own.entries()) if (!Number.isFinite(value)) faulty.add(from + draw);
      }
      if (faulty.size > 0)
        faults.push(
          ...this.follow(
            inputs,
            [...faulty].sort((a, b) => a - b),
          ),
        );
    }
    return faults;
  }

  /** Most blocks are decided by one bound for all their draws; the others are worked out again with every size. */
  private runBlock(inputs: readonly Float64Array[], from: number, draws: number): Tape {
    if (this.unsure < patience) {
      const lean = this.tape("lean");
      load(lean, inputs, this.block, from, draws);
      if (lean.run(draws)) {
        this.unsure = 0;
        return lean;
      }
    }
    this.unsure = (this.unsure + 1) % (patience + leftOut);
    const careful = this.tape("careful");
    load(careful, inputs, this.block, from, draws);
    careful.run(draws);
    return careful;
  }

  /** Finds the cause of each faulty draw, by working those draws out again with a slot for every node. */
  private follow(inputs: readonly Float64Array[], faulty: readonly number[]): DrawFault[] {
    const tape = this.tape("whole");
    const faults: DrawFault[] = [];
    for (let done = 0; done < faulty.length; done += followedAtOnce) {
      const some = faulty.slice(done, done + followedAtOnce);
      const own = inputs.map((of) => Float64Array.from(some, (draw) => of[draw] ?? 0));
      load(tape, own, followedAtOnce, 0, some.length);
      tape.run(some.length);
      for (const [at, draw] of some.entries()) faults.push({ draw, ...this.faultAt(tape, at) });
    }
    return faults;
  }

  private faultAt(tape: Tape, at: number): Omit<DrawFault, "draw"> {
    const numberOf = (node: Node) => tape.heap[tape.slot(node) + at] as number;
    const output = present(
      this.outputs.find(({ node }) => !Number.isFinite(numberOf(node))),
      "a draw at fault again",
    );
    const cause = causeOf(output.node, numberOf);
    if (cause?.place === undefined) return { place: output.place, because: "too large" };
    const because = cause.form.is === "root" ? "root of less than nil" : "divided by nil";
    return { place: cause.place, because };
  }

  private tape(kind: "lean" | "careful" | "whole"): Tape {
    const nodes = this.outputs.map(({ node }) => node);
    const options = {
      block: kind === "whole" ? followedAtOnce : this.block,
      careful: kind !== "lean",
      reuse: kind !== "whole",
    };
    const tape = this.tapes.get(kind) ?? tapeOf(nodes, this.inputs, options);
    this.tapes.set(kind, tape);
    return tape;
  }
}

/** Copies some draws of each input to the first slots. */
function load(
  { heap }: Tape,
  inputs: readonly Float64Array[],
  block: number,
  from: number,
  draws: number,
): void {
  for (const [at, of] of inputs.entries()) heap.set(of.subarray(from, from + draws), at * block);
}
