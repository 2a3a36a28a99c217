import fc from "fast-check";
import type { Programme } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { machineFor } from "../../src/vary/simulation/machine.ts";
import { drawable, expectAgreement } from "./fast.ts";
import { oddOnes, oddProgramme, tiedOnes } from "./formulas.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

/** What inputs are multiplied by in a draw: often nothing changes, so that ties stay ties; nil at times. */
const factors = fc.array(fc.constantFrom(1, 1, 1, 0, 0.5, 1.5, 2, 1 / 3, 1.1), {
  minLength: 8,
  maxLength: 8,
});

/** Some draws, and which inputs are drawn: all, or those that a number leaves. */
const draws = fc.record({
  draws: fc.array(factors, { minLength: 1, maxLength: 5 }),
  leaves: fc.nat({ max: 3 }),
});

type Draws = typeof draws extends fc.Arbitrary<infer T> ? T : never;

function drawnFrom(programme: Programme, { draws, leaves }: Draws) {
  const { inputs, centre } = drawable(programme);
  const kept = inputs.map((_, at) => at).filter((at) => at % 4 >= leaves);
  return {
    inputs: kept.map((at) => inputs[at] ?? { id: "" }),
    draws: draws.map((factors) => kept.map((at) => (centre[at] ?? 0) * (factors[at % 8] ?? 1))),
  };
}

function compared(programmes: fc.Arbitrary<Programme>, numRuns: number): number {
  let cells = 0;
  fc.assert(
    fc.property(programmes, draws, (programme, drawn) => {
      const { inputs, draws } = drawnFrom(programme, drawn);
      cells += expectAgreement(programme, inputs, draws).cells;
    }),
    { numRuns },
  );
  return cells;
}

describe("the fast reading agrees with the exact one, to 1e-9 of the largest amount that entered a cell,", () => {
  test("in every cell of any programme, whatever is drawn", () => {
    expect(compared(plans().map(built), 40)).toBeGreaterThan(1000);
  });

  test("in lines of any formulas, recurrences, comparisons and roundings among them", () => {
    expect(compared(oddOnes.map(oddProgramme), 100)).toBeGreaterThan(1000);
  });

  test("where comparisons, choices and roundings lie on their thresholds", () => {
    expect(compared(tiedOnes.map(oddProgramme), 150)).toBeGreaterThan(1000);
  });
});

test("the fast reading gives the same to the last bit however many draws it works out at a time", () => {
  const programmes = fc.oneof(plans().map(built), tiedOnes.map(oddProgramme));
  fc.assert(
    fc.property(programmes, draws, fc.integer({ min: 1, max: 4 }), (programme, drawn, block) => {
      const { inputs, draws } = drawnFrom(programme, drawn);
      const all = Array.from({ length: 3 }, () => draws).flat();
      const results = [block, 1024].map((size) => {
        const wanted = [...programme.rows.keys()].map((row) => ({ row, period: 0 }));
        const last = wanted.map(({ row }) => ({ row, period: programme.timeline.count - 1 }));
        const columns = inputs.map((_, at) => Float64Array.from(all, (draw) => draw[at] ?? 0));
        const outputs = [...wanted, ...last].map(() => new Float64Array(all.length));
        const faults = machineFor(programme, inputs, [...wanted, ...last], size).run(
          columns,
          0,
          all.length,
          outputs,
        );
        return { faults, bits: outputs.map((output) => [...new BigUint64Array(output.buffer)]) };
      });
      expect(results[0]).toEqual(results[1]);
    }),
    { numRuns: 60 },
  );
});
