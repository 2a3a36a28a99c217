import { type Decimal, decimal } from "../../../quantity/decimal.ts";
import { type Evaluator, evaluatorOf } from "./evaluator.ts";
import { binaryDigits, type Polynomial, sizeOf } from "./polynomial.ts";

/** Two points, as whole numbers of steps, between which a polynomial has one root that it crosses. */
export interface Bracket {
  readonly low: bigint;
  readonly high: bigint;
  /** Whether it comes from below nil. */
  readonly rising: boolean;
}

/** Binary digits to which a root is wanted: some 39 decimal ones, beyond the 32 that are given. */
const wanted = 130;

/** Beyond so many steps finer there is nothing to be gained: the root is one that only looks like a single one. */
const most = 2048;

/**
 * The root in a bracket, to forty digits. Where the steps turn out to be too coarse for the digits wanted, since the root is
 * close to nil or the slope is slight, they are made finer.
 */
export function rootIn(polynomial: Polynomial, bits: number, bracket: Bracket): Decimal {
  for (let finer = 0; ; finer = finer === 0 ? bits : finer * 2) {
    const evaluator = evaluatorOf(polynomial, bits + finer);
    const shift = BigInt(finer);
    const point = narrowed(evaluator, {
      low: bracket.low << shift,
      high: bracket.high << shift,
      rising: bracket.rising,
    });
    if (isCertain(evaluator, point) || finer > most) return decimal(String(point)).div(String(evaluator.one));
  }
}

/** Whether a root that was found is known to the digits wanted, which is so where its value would soon leave the slack. */
function isCertain({ slope, slack }: Evaluator, point: bigint): boolean {
  const steepness = sizeOf(slope(point)) / (slack + 1n);
  return binaryDigits(point) > wanted && binaryDigits(steepness) > wanted;
}

/**
 * Narrows a bracket to a single step. A straight line between the ends says in which of so many cells the root should lie;
 * where it does, the next cells are finer by the square, and where it does not they are coarser again, down to halves.
 */
export function narrowed(evaluator: Evaluator, bracket: Bracket): bigint {
  const { slack } = evaluator;
  const valueAt = (point: bigint) => (bracket.rising ? 1n : -1n) * evaluator.value(point);
  let [low, high] = [bracket.low, bracket.high].map((point) => ({ point, value: valueAt(point) })) as [
    End,
    End,
  ];
  let fineness = 1n;
  while (high.point - low.point > 1n) {
    const width = high.point - low.point;
    // An end that is a root itself, of which the bracket holds the next, says nothing about where that lies.
    const known = -low.value > slack && high.value > slack;
    const cells = known ? smaller(1n << fineness, width) : 2n;
    const share = known ? (cells * -low.value) / (high.value - low.value) : 1n;
    const guess = share < 1n ? 1n : smaller(share, cells - 1n);
    const edge = (cell: bigint) => low.point + (width * cell) / cells;
    const first = { point: edge(guess), value: valueAt(edge(guess)) };
    if (sizeOf(first.value) <= slack) return first.point;
    const isBelow = first.value < 0n;
    const next = isBelow ? guess + 1n : guess - 1n;
    const isEnd = next === 0n || next === cells;
    const second = isEnd ? (isBelow ? high : low) : { point: edge(next), value: valueAt(edge(next)) };
    if (!isEnd && sizeOf(second.value) <= slack) return second.point;
    const isRight = isEnd || isBelow !== second.value < 0n;
    if (isBelow) [low, high] = isRight ? [first, second] : [second, high];
    else [low, high] = isRight ? [second, first] : [low, second];
    fineness = isRight ? fineness * 2n : fineness > 1n ? fineness / 2n : 1n;
  }
  return low.point;
}

/** An end of a bracket, with the value there. */
interface End {
  readonly point: bigint;
  readonly value: bigint;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
