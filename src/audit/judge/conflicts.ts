import { assert, present } from "../../assert.ts";
import { type Certificate, certify } from "./certificate.ts";
import { type Check, failingOf, type JudgedCheck } from "./check.ts";
import { settle } from "./simplex.ts";
import { hold, release, type System } from "./system.ts";

/** A contradiction with its proof, and the cells of which at least one must be wrong. */
export interface Conflict {
  readonly certificate: Certificate;
  /** Cells by their place in the system, in the order of the table. */
  readonly cells: readonly number[];
}

/**
 * Contradictions that have no cell in common, until nothing is left that contradicts itself. Sums that fail on their own come
 * first, since they are the plainest proof. The system is left as it was.
 */
export function separateConflicts(system: System, checks: readonly Check[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const released: number[] = [];
  const put = (conflict: Conflict) => {
    conflicts.push(conflict);
    release(system, conflict.cells);
    released.push(...conflict.cells);
  };
  for (const check of failingOf(checks).sort((a, b) => a.by.length - b.by.length)) {
    const conflict = ofCheck(system, check);
    if (conflict.cells.every((cell) => !released.includes(cell))) put(conflict);
  }
  for (let conflict = nextConflict(system); conflict !== undefined; conflict = nextConflict(system))
    put(conflict);
  hold(system, released);
  return conflicts;
}

/** A contradiction of the system as it stands, with its proof checked; `undefined` where everything can hold at once. */
export function nextConflict(system: System): Conflict | undefined {
  const multipliers = settle(system.tableau);
  if (multipliers === undefined) return undefined;
  return conflictOf(system, certify(system, multipliers));
}

/** Whether everything can hold at once, as the system stands. */
export function canHold(system: System): boolean {
  return settle(system.tableau) === undefined;
}

/** The contradiction of one check that fails on its own. */
function ofCheck(system: System, check: JudgedCheck): Conflict {
  const rows = system.sources.flatMap(({ rule, at }, row) =>
    rule === check.rule && at === check.at ? [row] : [],
  );
  const proofs = rows.map((row) => certify(system, new Map([[row, 1n]])));
  return conflictOf(
    system,
    proofs.find((proof) => proof !== undefined),
  );
}

function conflictOf(system: System, certificate: Certificate | undefined): Conflict {
  const proof = present(certificate, "what contradicts itself is proved to");
  const cells = new Set(proof.cells.map(({ cell }) => cell));
  for (const { source } of proof.rows) {
    if (source.rule.is !== "ratio") continue;
    const own = source.rule.cells[source.at]?.ratio;
    const at = system.cells.findIndex((cell) => cell.row === own?.row && cell.column === own.column);
    if (at >= 0) cells.add(at);
  }
  assert(cells.size > 0, "a contradiction is between cells");
  const order = (cell: number) => {
    const { row, column } = present(system.cells[cell], "a conflict names cells of the system");
    return row * 1e6 + column;
  };
  return { certificate: proof, cells: [...cells].sort((a, b) => order(a) - order(b)) };
}
