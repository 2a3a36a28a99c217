import { InvestToSaveError, type Programme } from "invest-to-save";
import { expect } from "vitest";
import { present } from "../../src/assert.ts";
import type { FastInput } from "../../src/formula/fast/cells.ts";
import type { DrawFault } from "../../src/formula/fast/machine.ts";
import { words } from "../../src/formula/words.ts";
import { type Decimal, decimal, isDecimal, magnitude } from "../../src/quantity/decimal.ts";
import { workOut } from "../../src/table/evaluate.ts";
import { machineFor } from "../../src/vary/simulation/machine.ts";

/** The same programme with one draw of its inputs, in decimals. */
export function withDraw(
  programme: Programme,
  inputs: readonly FastInput[],
  draw: readonly number[],
): Programme {
  const assumptions = new Map(programme.assumptions);
  for (const [at, { id, period, times }] of inputs.entries()) {
    const found = assumptions.get(id);
    if (found === undefined) throw new Error(`no assumption ${id}`);
    const value = decimal(draw[at] ?? 0);
    const all = isDecimal(found.value)
      ? value
      : found.value.map((old: Decimal, at) => {
          if (period !== undefined && period !== at) return old;
          return times === undefined ? value : value.times(times[at] ?? 0);
        });
    assumptions.set(id, { ...found, value: all });
  }
  return { ...programme, assumptions };
}

/** What came of comparing: how many cells were the same in both readings, and the draws that one of them refused. */
export interface Compared {
  readonly cells: number;
  readonly faults: readonly DrawFault[];
  readonly refused: number;
}

/**
 * Works out every cell of a programme for some draws, fast and exactly, and expects each to agree to 1e-9 of the largest
 * amount that entered it. A draw that the one refuses, the other must refuse too.
 */
export function expectAgreement(
  programme: Programme,
  inputs: readonly FastInput[],
  draws: readonly (readonly number[])[],
  block?: number,
): Compared {
  const wanted = [...programme.rows.keys()].flatMap((row) =>
    Array.from({ length: programme.timeline.count }, (_, period) => ({ row, period })),
  );
  const machine = machineFor(programme, inputs, wanted, block);
  const columns = inputs.map((_, at) => Float64Array.from(draws, (draw) => draw[at] ?? 0));
  const results = wanted.map(() => new Float64Array(draws.length));
  const faults = machine.run(columns, 0, draws.length, results);
  let cells = 0;
  let refused = 0;
  for (const [at, draw] of draws.entries()) {
    const exact = exactly(withDraw(programme, inputs, draw));
    const fault = faults.find((one) => one.draw === at);
    if (exact === undefined || fault !== undefined) {
      expect(fault !== undefined, `draw ${at} divides by nil in both readings`).toBe(exact === undefined);
      refused += 1;
      continue;
    }
    for (const [index, { row, period }] of wanted.entries()) {
      const value = present(exact.values.get(row)?.[period], row);
      expectNear(results[index]?.[at] ?? Number.NaN, value, exact.reading.row(row, 0).size(period), () => {
        const formula = present(programme.rows.get(row), row).formula;
        return `${row} ${period}, draw ${at} (${draw.join(" ")}): ${words(formula, plainNames)}`;
      });
      cells += 1;
    }
  }
  return { cells, faults, refused };
}

const plainNames = { assumption: (id: string) => id, row: (id: string) => id };

/** Expects a fast value to lie within 1e-9 of the largest amount that entered the exact one. */
function expectNear(fast: number, exact: Decimal, size: number, where: () => string): void {
  const allowed = 1e-9 * Math.max(size, magnitude(exact));
  if (!(Math.abs(fast - exact.toNumber()) <= allowed))
    expect.fail(`${where()}: exactly ${exact}, fast ${fast}, size ${size}`);
}

function exactly(programme: Programme): ReturnType<typeof workOut> | undefined {
  try {
    return workOut(programme);
  } catch (error) {
    if (error instanceof InvestToSaveError) return undefined;
    throw error;
  }
}

/** Every assumption that can be drawn: single values as they are, amounts by period as factors on them. */
export function drawable(programme: Programme): { inputs: FastInput[]; centre: number[] } {
  const inputs: FastInput[] = [];
  const centre: number[] = [];
  for (const { id, value, basis } of programme.assumptions.values()) {
    if (basis.kind === "structure") continue;
    if (isDecimal(value)) {
      inputs.push({ id });
      centre.push(value.toNumber());
    } else {
      inputs.push({ id, times: value.map(Number) });
      centre.push(1);
    }
  }
  return { inputs, centre };
}
