import fc from "fast-check";
import { expect, test } from "vitest";
import { extreme, settle } from "../../src/audit/judge/simplex.ts";
import {
  type Bounds,
  type Row,
  rebound,
  standingOf,
  type Tableau,
  tableauOf,
} from "../../src/audit/judge/tableau.ts";

interface Made {
  readonly cells: readonly (Bounds & { start: bigint })[];
  readonly rows: readonly Row[];
}

const whole = (most: number) => fc.bigInt({ min: BigInt(-most), max: BigInt(most) });

/** Small systems of sums over cells, of which some can hold and some cannot. */
const systems: fc.Arbitrary<Made> = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.record({
    cells: fc.array(
      fc
        .record({ low: whole(20), width: fc.bigInt({ min: 0n, max: 6n }), start: whole(20) })
        .map(({ low, width, start }) => ({
          low,
          high: low + width,
          start,
        })),
      { minLength: count, maxLength: count },
    ),
    rows: fc.array(
      fc.record({
        times: fc
          .array(fc.tuple(fc.integer({ min: 0, max: count - 1 }), whole(3)), {
            minLength: 1,
            maxLength: count,
          })
          .map((pairs) => new Map(pairs.filter(([, times]) => times !== 0n))),
        low: fc.constant(0n),
        high: fc.constantFrom(0n, undefined),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/** The value of a cell as a fraction of whole numbers. */
const value = (tableau: Tableau, cell: number) => standingOf(tableau, cell);

/** Whether every cell lies within its bounds and every row is what it should be, in whole numbers. */
function allHold(tableau: Tableau, { cells, rows }: Made): boolean {
  const inside = ({ over, under }: { over: bigint; under: bigint }, { low, high }: Bounds) =>
    (low === undefined || over >= low * under) && (high === undefined || over <= high * under);
  const sums = rows.map(({ times }) => {
    let sum = { over: 0n, under: 1n };
    for (const [cell, count] of times) {
      const { over, under } = value(tableau, cell);
      sum = { over: sum.over * under + count * over * sum.under, under: sum.under * under };
    }
    return sum;
  });
  return (
    cells.every((own, cell) => inside(value(tableau, cell), own)) &&
    rows.every((row, i) => inside(sums[i] as never, row))
  );
}

/** Whether multipliers prove that rows cannot hold: what they make of the cells has nothing in common with what they should make. */
function proves(multipliers: ReadonlyMap<number, bigint>, { cells, rows }: Made): boolean {
  let [low, high]: (bigint | undefined)[] = [0n, 0n];
  let [least, most]: (bigint | undefined)[] = [0n, 0n];
  const left = new Map<number, bigint>();
  for (const [at, count] of multipliers) {
    const row = rows[at] as Row;
    const [a, b] = count < 0n ? [row.high, row.low] : [row.low, row.high];
    low = low === undefined || a === undefined ? undefined : low + a * count;
    high = high === undefined || b === undefined ? undefined : high + b * count;
    for (const [cell, each] of row.times) left.set(cell, (left.get(cell) ?? 0n) + each * count);
  }
  for (const [cell, count] of left) {
    const own = cells[cell] as { low: bigint; high: bigint };
    least = (least ?? 0n) + (count < 0n ? own.high : own.low) * count;
    most = (most ?? 0n) + (count < 0n ? own.low : own.high) * count;
  }
  return (high !== undefined && (least ?? 0n) > high) || (low !== undefined && (most ?? 0n) < low);
}

test.each([
  ["as far as can be in each step", undefined],
  ["in order, as after many steps", 0],
])(
  "a system is either solved, so that everything holds exactly, or proved to contradict itself: %s",
  (_, patience) => {
    const seen = { solved: 0, proved: 0 };
    fc.assert(
      fc.property(systems, (made) => {
        const tableau = tableauOf(made.cells, made.rows);
        const multipliers = settle(tableau, patience);
        if (multipliers === undefined) seen.solved++;
        else seen.proved++;
        expect(multipliers === undefined ? allHold(tableau, made) : proves(multipliers, made)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.solved, seen.proved)).toBeGreaterThan(20);
  },
);

/** The greatest whole number that is no more than a quotient. */
const below = (over: bigint, under: bigint) => over / under - (over % under < 0n ? 1n : 0n);

test.each([
  ["as far as can be in each step", undefined],
  ["in order, as where it stands still", 0],
])("the extremes of a cell can be reached, and nothing beyond them can: %s", (_, stuck) => {
  fc.assert(
    fc.property(systems, fc.nat(), (made, pick) => {
      const tableau = tableauOf(made.cells, made.rows);
      fc.pre(settle(tableau) === undefined);
      const cell = pick % made.cells.length;
      for (const up of [true, false]) {
        const end = extreme(tableau, cell, up, stuck);
        expect(end).toBeDefined();
        if (end === undefined) continue;
        expect(allHold(tableau, made)).toBe(true);
        const next = up ? below(end.over, end.under) + 1n : -below(-end.over, end.under) - 1n;
        const { low, high } = made.cells[cell] as Bounds;
        if (up ? next > (high ?? next) : next < (low ?? next)) continue;
        const further = tableauOf(made.cells, made.rows);
        rebound(further, cell, up ? { low: next, high } : { low, high: next });
        expect(settle(further)).toBeDefined();
      }
    }),
    { numRuns: 200 },
  );
});
