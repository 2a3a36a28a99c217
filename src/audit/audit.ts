import { hasErrors, type Issue } from "../issue/issue.ts";
import { checkClaim, type JudgedClaim } from "./claims/claim.ts";
import { checkDeclared, checkPublished, checkReading } from "./given.ts";
import type { Ends } from "./judge/certificate.ts";
import { type Check, checksOf } from "./judge/check.ts";
import { rangesOf } from "./judge/ranges.ts";
import { type System, systemOf } from "./judge/system.ts";
import type { Block, PublishedTable } from "./read/published.ts";
import { type ReadTableOptions, readTable } from "./read/read.ts";
import { families } from "./repair/families.ts";
import { type Finding, findingsOf } from "./repair/finding.ts";
import { incidentsOf } from "./repair/repairs.ts";
import { type DeclaredStructure, unknownNames } from "./structure/declared.ts";
import type { CellAt, Structure } from "./structure/rule.ts";
import { structureOf } from "./structure/structure.ts";

/** A figure that is not given, such as TBC, and where it must lie, in full units, for the sums to hold. */
export interface UnknownFigure {
  readonly cell: CellAt;
  readonly range: Ends;
}

/** A block of a table with what was found out about it. */
export interface AuditedBlock {
  readonly block: Block;
  readonly structure: Structure;
  /** Every sum, quotient and part in it, each with its verdict. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** Figures that are not given, and what the sums leave for them. */
  readonly unknown: readonly UnknownFigure[];
  /** The cells that proofs speak of, by their number. */
  readonly cells: readonly CellAt[];
}

/** A published table with everything that was judged in it. */
export interface Audit {
  readonly table: PublishedTable;
  readonly blocks: readonly AuditedBlock[];
  /** Sentences about the table that were checked. */
  readonly claims: readonly JudgedClaim[];
  /** Whether all sums and claims hold, exactly or within what rounding allows, the sums each on its own and all together. */
  readonly holds: boolean;
}

/** What is declared of the structure of a table, and sentences about it that are to be checked. */
export interface DeclaredOfTable extends DeclaredStructure {
  readonly claims?: readonly string[];
}

/** How a table is read and what is declared of its structure. */
export interface AuditOptions extends ReadTableOptions {
  readonly structure?: DeclaredOfTable;
}

/** What came of an audit: nothing where the table could not be read, and the issues that say why. */
export interface AuditResult {
  readonly audit: Audit | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads a published table, finds what adds up to what, judges every sum by the values that its printed figures stand for, and
 * then all of them together. What cannot come from rounding is a finding, with a proof and every smallest way to mend it.
 * Amounts are in full units, with the sign that is printed. Issue codes: those of `readTable`, and `unknown-name` for a declared label that
 * the table does not have. Throws `InvestToSaveError` with `wrong-shape` only for options that no structure
 * file could hold.
 *
 * @example
 * ```ts
 * import { audit } from "invest-to-save/audit";
 * const { audit: found } = audit("£000s,14/15,15/16\nPay,60,130\nRent,40,45\nTotal,100,157\n");
 * found?.blocks[0]?.findings[0]?.failing[0]?.difference?.toString(); // => "-18000"
 * ```
 */
export function audit(text: string, options: AuditOptions = {}): AuditResult {
  checkReading(options);
  const { structure = {} } = options;
  checkDeclared(structure, "structure");
  const { table, issues } = readTable(text, options);
  return table === undefined ? { audit: undefined, issues } : auditTable(table, structure);
}

/**
 * Audits a table that was read already. Issue code: `unknown-name` for a declared label that the table does not have. Throws
 * `InvestToSaveError` with `wrong-shape` only for what is no table, and for what no structure file could hold.
 *
 * @example
 * ```ts
 * import { auditTable, readTable } from "invest-to-save/audit";
 * const { table } = readTable("£000s,14/15\nPay,60\nRent,40\nTotal,100\n");
 * table && auditTable(table).audit?.holds; // => true
 * ```
 */
export function auditTable(table: PublishedTable, declared: DeclaredOfTable = {}): AuditResult {
  checkPublished(table);
  checkDeclared(declared, "structure");
  const issues = unknownNames(table, declared);
  if (hasErrors(issues)) return { audit: undefined, issues };
  const blocks = table.blocks.map((block) => auditBlock(block, structureOf(block, declared)));
  const claims = (declared.claims ?? []).map((claim) => checkClaim(claim, table));
  const holds =
    blocks.every(({ findings }) => findings.length === 0) &&
    claims.every(({ verdict }) => verdict !== "fails");
  return { audit: { table, blocks, claims, holds }, issues };
}

/** Judges a block by a structure. */
export function auditBlock(block: Block, structure: Structure): AuditedBlock {
  const checks = checksOf(block, structure.rules);
  const system = systemOf(block, structure.rules);
  const incidents = incidentsOf(system, checks);
  const findings = families(block, findingsOf(system, incidents, checks), checks);
  const unknown = unknownFigures(
    system,
    incidents.flatMap(({ conflicts }) => conflicts.flatMap(({ cells }) => cells)),
  );
  return { block, structure, checks, findings: inOrder(findings), unknown, cells: system.cells };
}

/** What the sums leave for figures that are not given; cells in dispute say nothing about them. */
function unknownFigures(system: System, disputed: readonly number[]): UnknownFigure[] {
  const open = system.bounds.flatMap(({ low, high }, cell) =>
    low === undefined && high === undefined ? [cell] : [],
  );
  return rangesOf(system, open, disputed).map(({ cell, range }) => ({
    cell: system.cells[cell] as CellAt,
    range,
  }));
}

/** Findings in the order of the table, by the first figure that each is about. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ explanations, failing }: Finding) => {
    const changed = explanations.flatMap(({ changes }) => changes);
    const [first] = [...changed, ...failing];
    return first === undefined ? 0 : first.cell.row * 1e6 + first.cell.column;
  };
  return [...findings].sort((a, b) => place(a) - place(b));
}
