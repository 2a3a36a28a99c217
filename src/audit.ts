/**
 * Audits of published tables: does a table of figures that somebody printed add up, and if not, what is wrong with it.
 * Reading from text, finding out what adds up to what, judging it by the values that printed figures stand for, and saying
 * what would mend it. Nothing here touches a disk; texts come in and go out.
 *
 * @packageDocumentation
 */
export {
  type Audit,
  type AuditedBlock,
  type AuditOptions,
  type AuditResult,
  audit,
  auditTable,
  type DeclaredOfTable,
  type UnknownFigure,
} from "./audit/audit.ts";
export { checkClaim, type JudgedClaim } from "./audit/claims/claim.ts";
export type { Certificate, Ends } from "./audit/judge/certificate.ts";
export type { Check, JudgedCheck, OpenCheck, Verdict } from "./audit/judge/check.ts";
export { auditSheet } from "./audit/own-sheet.ts";
export type { TableForm } from "./audit/read/forms/form.ts";
export { readWorkbookTable } from "./audit/read/forms/workbook.ts";
export type { CellReading, PublishedUnit, TableOptions } from "./audit/read/options.ts";
export type {
  Block,
  Interpretation,
  Kind,
  PrintedFigure,
  PublishedCell,
  PublishedColumn,
  PublishedRow,
  PublishedTable,
  Standing,
} from "./audit/read/published.ts";
export { type ReadTable, type ReadTableOptions, readTable } from "./audit/read/read.ts";
export type { Assumed } from "./audit/reconstruct/assumed.ts";
export {
  type ReconstructedBlock,
  type Reconstruction,
  type ReconstructOptions,
  reconstruct,
  type UnroundedFigure,
} from "./audit/reconstruct/reconstruct.ts";
export type { Cause, CauseKind } from "./audit/repair/cause.ts";
export type { Candidate, Explanation, Finding } from "./audit/repair/finding.ts";
export { auditFormatVersion } from "./audit/report/json.ts";
export { writeReconstruction } from "./audit/report/reconstruction.ts";
export { writeAudit } from "./audit/report/write.ts";
export type { DeclaredParts, DeclaredRatio, DeclaredStructure } from "./audit/structure/declared.ts";
export type {
  CellAt,
  CellRatio,
  CellSum,
  PartRule,
  RatioRule,
  SignedCell,
  Structure,
  SumAlong,
  SumRule,
  TableRule,
} from "./audit/structure/rule.ts";
export { type ReadStructure, readStructure, type StructureFile } from "./audit/structure-file.ts";
