import type { DrawFault } from "../formula/fast/machine.ts";
import type { Issue } from "../issue.ts";
import type { Programme } from "../programme/programme.ts";
import { periodLabel } from "../time/period.ts";

/** How many draws have no value for the sake of one cell. */
export interface FaultCount {
  readonly row: string;
  readonly period: number;
  readonly because: DrawFault["because"];
  readonly draws: number;
}

/** Draws at fault by the cell that is the cause, those with most draws first. */
export function countFaults(faults: readonly DrawFault[]): FaultCount[] {
  const counts = new Map<string, FaultCount>();
  for (const { place, because } of faults) {
    const key = `${because} ${place.period} ${place.row}`;
    const draws = (counts.get(key)?.draws ?? 0) + 1;
    counts.set(key, { ...place, because, draws });
  }
  return [...counts.values()].sort((a, b) => b.draws - a.draws);
}

/** Draws at fault as warnings, one a cell: `division-by-nil`, or `out-of-range` for what grew beyond all numbers. */
export function faultIssues(programme: Programme, faults: readonly DrawFault[], draws: number): Issue[] {
  return countFaults(faults).map(({ row, period, because, draws: own }) => {
    const label = programme.rows.get(row)?.label ?? row;
    const when = periodLabel(programme.timeline, period);
    const nil = because === "divided by nil";
    return {
      code: nil ? "division-by-nil" : "out-of-range",
      severity: "warning",
      path: [label, when],
      message: `${label} ${nil ? "divides by nil" : "is beyond all numbers"} in ${when} in ${own} of ${draws} draws, which are left out`,
      expected: nil ? "a divisor other than nil in every draw" : "a number",
      received: nil ? "0, or as good as 0" : "a number too large to hold",
      hint: nil
        ? "keep the inputs of the divisor away from nil, or guard the quotient with a choice"
        : "check the ends of the distributions that the row depends on",
    };
  });
}
