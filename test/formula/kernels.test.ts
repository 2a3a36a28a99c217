import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { greatest, hasFault, largestIn, least, smallestIn } from "../../src/formula/fast/kernels.ts";

/** Numbers with others before and after them, as slots lie beside one another. */
const slots = fc.record({
  before: fc.array(fc.double({ noNaN: true }), { maxLength: 3 }),
  own: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 9 }),
  after: fc.array(fc.double(), { minLength: 1, maxLength: 5 }),
});

const laidOut = ({ before, own, after }: { before: number[]; own: number[]; after: number[] }) => ({
  heap: Float64Array.from([...before, ...own, ...after]),
  at: before.length,
  count: own.length,
});

describe("what is asked of all numbers of a slot", () => {
  test("is the largest and the smallest magnitude in it, whatever lies beside it", () => {
    fc.assert(
      fc.property(slots, (slot) => {
        const { heap, at, count } = laidOut(slot);
        const sizes = slot.own.map(Math.abs);
        expect(largestIn(heap, at, count)).toBe(Math.max(...sizes));
        expect(smallestIn(heap, at, count)).toBe(Math.min(...sizes));
      }),
    );
  });

  test("is whether one of them is no number or beyond all numbers, wherever it stands, and nothing of those beside it", () => {
    fc.assert(
      fc.property(
        slots,
        fc.nat(8),
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -Infinity),
        (slot, place, fault) => {
          const { heap, at, count } = laidOut(slot);
          expect(hasFault(heap, at, count)).toBe(false);
          heap[at + (place % count)] = fault;
          expect(hasFault(heap, at, count)).toBe(true);
        },
      ),
    );
  });
});

test("the lesser and the greater of two slots leave the slot beside theirs alone", () => {
  const heap = Float64Array.from([1, 5, 4, 2, 0, 0, 7, 0, 0, 7]);
  least(heap, 4, 0, 2, 2);
  greatest(heap, 7, 0, 2, 2);
  expect([...heap]).toEqual([1, 5, 4, 2, 1, 2, 7, 4, 5, 7]);
});
