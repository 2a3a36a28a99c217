import { present } from "../../assert.ts";
import type { Decimal } from "../../quantity/decimal.ts";
import type { Multipliers } from "./simplex.ts";
import { fullUnits, type RowSource, type System } from "./system.ts";
import { divisor } from "./tableau.ts";

/**
 * A proof that figures contradict each other: sums that are each taken so many times, and what they say together. The cells
 * left over must come to a value within `must`, while with the values that their figures may stand for they come to one
 * within `can`; the two have nothing in common.
 */
export interface Certificate {
  readonly rows: readonly { readonly source: RowSource; readonly times: bigint }[];
  /** The cells that are left over, by their place in the system, and how often each is counted. */
  readonly cells: readonly { readonly cell: number; readonly times: bigint }[];
  readonly must: Ends;
  readonly can: Ends;
}

/** From where to where, in full units; an end that is left out is open. */
export interface Ends {
  readonly low?: Decimal;
  readonly high?: Decimal;
}

/**
 * Checks multipliers exactly, in whole numbers, and gives the proof; `undefined` where they prove nothing. Nothing of how they
 * were found is relied on.
 */
export function certify(system: System, multipliers: Multipliers): Certificate | undefined {
  const taken = smallest(multipliers);
  const times = new Map<number, bigint>();
  let must: Whole = { low: 0n, high: 0n };
  for (const [row, count] of taken) {
    const { times: own, low, high } = present(system.rows[row], "a multiplier has its row");
    for (const [cell, each] of own) times.set(cell, (times.get(cell) ?? 0n) + each * count);
    must = plus(must, { low, high }, count);
  }
  let can: Whole = { low: 0n, high: 0n };
  const left = [...times].filter(([, count]) => count !== 0n);
  for (const [cell, count] of left) can = plus(can, system.bounds[cell] ?? {}, count);
  const apart = (a: bigint | undefined, b: bigint | undefined) => a !== undefined && b !== undefined && a > b;
  if (!apart(can.low, must.high) && !apart(must.low, can.high)) return undefined;
  return {
    rows: [...taken].map(([row, count]) => ({
      source: present(system.sources[row], "every row has a source"),
      times: count,
    })),
    cells: left.map(([cell, count]) => ({ cell, times: count })),
    must: ends(system, must),
    can: ends(system, can),
  };
}

interface Whole {
  readonly low?: bigint | undefined;
  readonly high?: bigint | undefined;
}

function plus(a: Whole, b: Whole, times: bigint): Whole {
  const [low, high] = times < 0n ? [b.high, b.low] : [b.low, b.high];
  return {
    low: a.low === undefined || low === undefined ? undefined : a.low + low * times,
    high: a.high === undefined || high === undefined ? undefined : a.high + high * times,
  };
}

/** The same multipliers in the smallest whole numbers, the first of them positive where all bounds allow both ways. */
function smallest(multipliers: Multipliers): [number, bigint][] {
  const given = [...multipliers].filter(([, count]) => count !== 0n).sort(([a], [b]) => a - b);
  const common = given.reduce((all, [, count]) => divisor(all, count), 0n);
  const sign = (given[0]?.[1] ?? 1n) < 0n ? -1n : 1n;
  return given.map(([row, count]) => [row, (count / (common === 0n ? 1n : common)) * sign]);
}

function ends(system: System, { low, high }: Whole): Ends {
  return {
    ...(low === undefined ? {} : { low: fullUnits(system, low) }),
    ...(high === undefined ? {} : { high: fullUnits(system, high) }),
  };
}
