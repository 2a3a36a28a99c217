import type { Distribution } from "../simulation/distribution.ts";
import { drawsInBlock, fillRandom, statesOf } from "./bits.ts";
import { type Mixture, mix } from "./correlation.ts";
import { type Inverse, inverseOf } from "./inverse.ts";
import { fillSobol, sobolDimension } from "./sobol.ts";

/** An input to be drawn, by the name that its draws go by. */
export interface NamedDraw {
  readonly name: string;
  readonly distribution: Distribution;
}

/** `random`: pseudo-random draws. `sobol`: scrambled Sobol' points, evenly spread, which need far fewer draws. */
export type Points = "random" | "sobol";

/** Gives blocks of draws, in any order. */
export interface DrawSource {
  /** Fills an array an input with the draws of a block; each array has room for a block. */
  fill(block: number, draws: readonly Float64Array[]): void;
}

/**
 * Draws of some inputs. The draws of an input in a block depend on the seed, its name and the number of the block, and on
 * what it is correlated with; with Sobol' points also on its place in the list. So an input that is added at the end
 * leaves the draws of the others as they are, and blocks can be made in any order and by several workers.
 */
export function drawSource(
  inputs: readonly NamedDraw[],
  seed: number,
  points: Points,
  mixture: Mixture = [],
): DrawSource {
  const fillers = inputs.map(({ name }, at) => fillerOf(name, at, seed, points));
  const inverses = inputs.map(({ distribution }): Inverse => inverseOf(distribution));
  // What is made of itself alone, and is part of nothing else, is left out of the mixing.
  const mixed = inputs
    .map((_, at) => at)
    .filter((at) =>
      mixture.some((weights, row) =>
        weights.some((weight, column) => weight !== 0 && row !== column && (row === at || column === at)),
      ),
    );
  const small = mixed.map((at) =>
    mixed.filter((other) => other <= at).map((other) => mixture[at]?.[other] ?? 0),
  );
  return {
    fill: (block, draws) => {
      for (const [at, fill] of fillers.entries()) fill(block, draws[at] as Float64Array);
      if (mixed.length > 0)
        mix(
          mixed.map((at) => draws[at] as Float64Array),
          small,
        );
      for (const [at, invert] of inverses.entries()) invert(draws[at] as Float64Array);
    },
  };
}

function fillerOf(
  name: string,
  at: number,
  seed: number,
  points: Points,
): (block: number, out: Float64Array) => void {
  if (points === "random") {
    const stateAt = statesOf(seed, name);
    return (block, out) => fillRandom(out, stateAt(block));
  }
  const dimension = sobolDimension(at, seed, name);
  return (block, out) => fillSobol(out, block, dimension);
}

/** Room for a block of draws of some inputs. */
export function roomFor(inputs: number): Float64Array[] {
  return Array.from({ length: inputs }, () => new Float64Array(drawsInBlock));
}
