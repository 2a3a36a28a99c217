import { describe, expect, test } from "vitest";
import { fillRandom, stateOf } from "../../../src/vary/draw/bits.ts";
import { directionsOf, fillSobol, sobolDimension, sobolDimensions } from "../../../src/vary/draw/sobol.ts";
import { directionNumbers } from "../../../src/vary/draw/sobol-numbers.ts";

const dimensions = Array.from({ length: sobolDimensions }, (_, at) => at);

/** Points of a dimension, from the first of a block. */
function pointsOf(dimension: number, seed: number, count: number, block = 0): Float64Array {
  const points = new Float64Array(count);
  fillSobol(points, block, sobolDimension(dimension, seed, `input ${dimension}`));
  return points;
}

describe("the direction numbers", () => {
  test("are there for a hundred dimensions", () => {
    expect(sobolDimensions).toBe(100);
  });

  test("are odd, and each below its power of two", () => {
    for (const [, ...first] of directionNumbers)
      for (const [at, direction] of first.entries()) {
        expect(direction % 2).toBe(1);
        expect(direction).toBeLessThan(2 ** (at + 1));
      }
  });

  test("belong to all primitive polynomials of each degree in turn, from the smallest", () => {
    const listed = directionNumbers.map(([coefficients = 0, ...first]) => {
      return (1 << first.length) | (coefficients << 1) | 1;
    });
    const all: number[] = [];
    for (let degree = 1; all.length < listed.length; degree++)
      for (let middle = 0; middle < 1 << (degree - 1); middle++) {
        const polynomial = (1 << degree) | (middle << 1) | 1;
        if (isPrimitive(polynomial, degree)) all.push(polynomial);
      }
    expect(listed).toEqual(all.slice(0, listed.length));
  });

  test("have Sobol's Property A in the first 32 dimensions together: their first points lie in all combinations of halves", () => {
    const rows = dimensions.map((dimension) => [...directionsOf(dimension)].map((word) => word >>> 31));
    for (const size of [5, 20, 32])
      expect(rank(rows.slice(0, size).map((row) => row.slice(0, size)))).toBe(size);
  });

  test("give the points that other programs give, before they are scrambled", () => {
    const plain = dimensions.slice(0, 4).map((dimension) => {
      const points = new Float64Array(8);
      fillSobol(points, 0, { directions: Int32Array.from(directionsOf(dimension)), shift: 0 });
      return [...points].map((point) => Math.floor(point * 8) / 8);
    });
    expect(plain).toEqual([
      [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
      [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625],
      [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375],
      [0, 0.5, 0.25, 0.75, 0.875, 0.375, 0.625, 0.125],
    ]);
  });
});

describe("scrambled Sobol' points", () => {
  test("have one point in each part of every dimension, in every block of a power of two", () => {
    for (const dimension of dimensions)
      for (const size of [16, 256, 4096]) {
        const points = pointsOf(dimension, 3, 4096, dimension);
        for (let from = 0; from < 4096; from += Math.max(size, 1024)) {
          const parts = new Set(
            [...points.subarray(from, from + size)].map((point) => Math.floor(point * size)),
          );
          expect(parts.size).toBe(size);
        }
      }
  });

  test("of the first two dimensions have one point in each of 4,096 boxes, whatever their form", () => {
    const [x, y] = [pointsOf(0, 5, 4096, 3), pointsOf(1, 5, 4096, 3)];
    for (let wide = 0; wide <= 12; wide++) {
      const boxes = new Set(
        [...x].map((a, i) => {
          return Math.floor(a * 2 ** wide) * 4096 + Math.floor((y[i] ?? 0) * 2 ** (12 - wide));
        }),
      );
      expect(boxes.size).toBe(4096);
    }
  });

  test("are made for any block without those before it", () => {
    const all = pointsOf(6, 11, 3 * 4096);
    for (const block of [0, 1, 2])
      expect(pointsOf(6, 11, 4096, block)).toEqual(all.subarray(block * 4096, (block + 1) * 4096));
    expect(pointsOf(6, 11, 4096, 2 ** 19).every((point) => point > 0 && point < 1)).toBe(true);
  });

  test("are others for another seed, and the same bits for the same", () => {
    expect(pointsOf(2, 1, 4)).not.toEqual(pointsOf(2, 2, 4));
    expect([...pointsOf(2, 1, 4)].map((point) => Math.floor(point * 2 ** 32))).toEqual([
      2651238931, 985282446, 3678867779, 2147194078,
    ]);
  });

  test("come nearer to a known mean than pseudo-random ones, by ten times and more", () => {
    // The mean of a product of (1 + (x − ½) ÷ n) over n = 1 to 8 is 1.
    const errors = ["sobol", "random"].map((points) => {
      const squares = Array.from({ length: 20 }, (_, seed) => {
        const columns = dimensions.slice(0, 8).map((dimension) => {
          if (points === "sobol") return pointsOf(dimension, seed, 4096);
          const column = new Float64Array(4096);
          fillRandom(column, stateOf(seed, `input ${dimension}`, 0));
          return column;
        });
        let sum = 0;
        for (let i = 0; i < 4096; i++)
          sum += columns.reduce(
            (product, column, at) => product * (1 + ((column[i] ?? 0) - 0.5) / (at + 1)),
            1,
          );
        return (sum / 4096 - 1) ** 2;
      });
      return Math.sqrt(squares.reduce((a, b) => a + b) / squares.length);
    });
    const [sobol = 1, random = 0] = errors;
    expect(random / sobol).toBeGreaterThan(10);
  });
});

/** Whether x has the longest period there is modulo a polynomial over two elements. */
function isPrimitive(polynomial: number, degree: number): boolean {
  const top = 1 << degree;
  let value = degree === 1 ? 1 : 2;
  if (degree === 1) return polynomial === 3;
  for (let period = 1; period < top; period++) {
    if (value === 1) return period === top - 1;
    value <<= 1;
    if (value & top) value ^= polynomial;
  }
  return false;
}

/** The rank of a matrix over two elements. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, at) => at >= rank && row[column] === 1);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] as number[], rows[rank] as number[]];
    for (const [at, row] of rows.entries())
      if (at !== rank && row[column] === 1) rows[at] = row.map((bit, i) => bit ^ (rows[rank]?.[i] ?? 0));
    rank++;
  }
  return rank;
}
