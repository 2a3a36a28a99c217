import { present } from "../../assert.ts";
import type { DrawFault } from "../../formula/fast/machine.ts";
import type { Issue } from "../../issue/issue.ts";
import type { Programme } from "../../programme/programme.ts";
import { periodLabel } from "../../time/period.ts";

/** How many draws have no value for the sake of one cell. */
interface FaultCount {
  readonly row: string;
  readonly period: number;
  readonly because: DrawFault["because"];
  readonly draws: number;
}

/** Draws at fault by the cell that is the cause, those with most draws first. */
function countFaults(faults: readonly DrawFault[]): FaultCount[] {
  const counts = new Map<string, FaultCount>();
  for (const { place, because } of faults) {
    const key = `${because} ${place.period} ${place.row}`;
    const draws = (counts.get(key)?.draws ?? 0) + 1;
    counts.set(key, { ...place, because, draws });
  }
  return [...counts.values()].sort((a, b) => b.draws - a.draws);
}

type Worded = Pick<Issue, "code" | "expected" | "received" | "hint"> & { readonly does: string };

const worded: Record<DrawFault["because"], Worded> = {
  "divided by nil": {
    code: "division-by-nil",
    does: "divides by nil",
    expected: "a divisor other than nil in every draw",
    received: "0, or as good as 0",
    hint: "keep the inputs of the divisor away from nil, or guard the quotient with a choice",
  },
  "root of less than nil": {
    code: "out-of-range",
    does: "takes the root of less than nil",
    expected: "nil or more under a root in every draw",
    received: "less than 0",
    hint: "keep a rate that is drawn above −100%",
  },
  "too large": {
    code: "out-of-range",
    does: "is beyond all numbers",
    expected: "a number",
    received: "a number too large to hold",
    hint: "check the ends of the distributions that the row depends on",
  },
};

/**
 * Draws at fault as warnings, one a cell: `division-by-nil`, or `out-of-range` for the root of less than nil and for what
 * grew beyond all numbers.
 */
export function faultIssues(programme: Programme, faults: readonly DrawFault[], draws: number): Issue[] {
  return countFaults(faults).map(({ row, period, because, draws: own }) => {
    const { label } = present(programme.rows.get(row), `the programme has a row ${row}`);
    const when = periodLabel(programme.timeline, period);
    const { does, ...said } = worded[because];
    return {
      ...said,
      severity: "warning",
      path: [label, when],
      message: `${label} ${does} in ${when} in ${own} of ${draws} draws, which are left out`,
    };
  });
}
