import { type Decimal, decimal } from "../../quantity/decimal.ts";
import type { Certificate, Ends } from "../judge/certificate.ts";
import { type Check, failingOf, type JudgedCheck, judgedFigure } from "../judge/check.ts";
import { rangesOf } from "../judge/ranges.ts";
import type { System } from "../judge/system.ts";
import { type CellAt, cellsAt } from "../structure/rule.ts";
import type { Cause } from "./cause.ts";
import { causesOf, rightOf } from "./causes.ts";
import type { Incident, Repair } from "./repairs.ts";

/** A figure that may be the wrong one: where its true value must lie if it is, and what may have gone wrong. */
export interface Candidate {
  readonly cell: CellAt;
  /** Where the true figure lies, in full units, if this is the wrong one; an end that is left out is open. */
  readonly range: Ends;
  /** The figure that was most likely meant, in full units; left out where nothing tells. */
  readonly likely?: Decimal;
  /** Whether only one printed figure would be right. */
  readonly certain: boolean;
  readonly causes: readonly Cause[];
}

/** One way to mend what is wrong: figures that would all have to change. */
export interface Explanation {
  readonly changes: readonly Candidate[];
  /** What tells this way from others: the pattern that all its figures fit. */
  readonly says?: string;
  /** How telling its pattern is, in doublings; 0 without one. */
  readonly bits: number;
}

/** Something in a table that cannot come from rounding: the checks that fail, the proof, and every smallest way to mend it. */
export interface Finding {
  /** The checks that fail on their own; none where only all sums together contradict each other. */
  readonly failing: readonly JudgedCheck[];
  /** Proofs that the figures contradict each other, checked exactly. */
  readonly proofs: readonly Certificate[];
  /** The likeliest first. None where more figures are wrong than was looked for. */
  readonly explanations: readonly Explanation[];
  /** Whether the first explanation is the only one, or far likelier than the others. */
  readonly located: "only" | "likeliest" | "cannot tell";
}

/** So many doublings set the likeliest explanation apart from the next. */
const apart = 4;

/** Makes findings of incidents. */
export function findingsOf(
  system: System,
  incidents: readonly Incident[],
  checks: readonly Check[],
): Finding[] {
  return incidents.map((incident, i) => {
    const others = incidents.flatMap(({ conflicts }, j) =>
      j === i ? [] : conflicts.flatMap(({ cells }) => cells),
    );
    const failing = failingOf(checks).filter((check) => touches(system, incident, check));
    const explanations = incident.repairs.map((repair) => explanationOf(system, repair, others, failing));
    return findingOf(
      failing,
      incident.conflicts.map(({ certificate }) => certificate),
      explanations,
    );
  });
}

/** A finding with its explanations in the order of how telling they are. */
export function findingOf(
  failing: readonly JudgedCheck[],
  proofs: readonly Certificate[],
  explanations: readonly Explanation[],
): Finding {
  const sorted = [...explanations].sort((a, b) => b.bits - a.bits);
  const [first, second] = sorted;
  const located =
    first !== undefined && second === undefined
      ? "only"
      : first !== undefined && second !== undefined && first.bits - second.bits >= apart
        ? "likeliest"
        : "cannot tell";
  return { failing, proofs, explanations: sorted, located };
}

/** Whether a check is about what an incident is about: its proof, or a figure that would be changed. */
function touches(system: System, { conflicts, repairs }: Incident, check: Check): boolean {
  const proved = conflicts.some(({ certificate }) =>
    certificate.rows.some(({ source }) => source.rule === check.rule && source.at === check.at),
  );
  if (proved) return true;
  const own = [check.cell, ...check.by];
  const isOwn = (place: number) => {
    const cell = system.cells[place];
    return own.some(({ row, column }) => row === cell?.row && column === cell.column);
  };
  return repairs.length > 0 && repairs.every((repair) => repair.some(isOwn));
}

function explanationOf(
  system: System,
  repair: Repair,
  others: readonly number[],
  failing: readonly JudgedCheck[],
): Explanation {
  const ranges = rangesOf(system, repair, [...repair, ...others]);
  const changes = ranges.map(({ cell, range }) => candidateOf(system, cell, range, failing));
  const bits = Math.min(...changes.map(({ causes }) => causes[0]?.bits ?? 0));
  return { changes, bits: Number.isFinite(bits) ? bits : 0 };
}

function candidateOf(system: System, place: number, range: Ends, failing: readonly JudgedCheck[]): Candidate {
  const cell = system.cells[place] as CellAt;
  const figure = judgedFigure(system.block, cell);
  const causes = causesOf(system.block, cell, range, failing);
  const right = rightOf(figure, range);
  const steps = causes[0]?.meant;
  const likely =
    steps === undefined
      ? calculated(system, cell, range, failing)
      : decimal(steps.toString()).times(figure.step);
  return {
    cell,
    range,
    ...(likely === undefined ? {} : { likely }),
    certain: right !== undefined && right.low === right.high,
    causes,
  };
}

/** What the other printed figures of a failing check make of a cell, where it can be that; else the middle of its range. */
function calculated(
  system: System,
  cell: CellAt,
  range: Ends,
  failing: readonly JudgedCheck[],
): Decimal | undefined {
  const { low, high } = range;
  const { value: printed } = judgedFigure(system.block, cell);
  const made = failing.flatMap((check): Decimal[] => {
    if (check.rule.is === "part") return [];
    const { row, column } = cell;
    const isTotal = check.cell.row === row && check.cell.column === column;
    if (isTotal) return [printed.minus(check.difference)];
    if (check.rule.is === "ratio") return [];
    const { parts } = cellsAt(check.rule, check.at);
    const part = parts.find((one) => one.row === row && one.column === column);
    return part === undefined ? [] : [printed.plus(check.difference.times(part.sign))];
  });
  const within = made.find(
    (value) => (low === undefined || value.gte(low)) && (high === undefined || value.lte(high)),
  );
  if (within !== undefined) return within;
  return low === undefined || high === undefined ? undefined : low.plus(high).div(2);
}
