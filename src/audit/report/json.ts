import { type Decimal, numeral } from "../../quantity/decimal.ts";
import type { Audit, AuditedBlock } from "../audit.ts";
import type { Certificate, Ends } from "../judge/certificate.ts";
import type { Check } from "../judge/check.ts";
import type { Block } from "../read/published.ts";
import type { Candidate, Finding } from "../repair/finding.ts";
import { placeOf } from "../repair/place.ts";
import type { CellAt } from "../structure/rule.ts";
import { madeData } from "./made.ts";
import { checkName } from "./sentences.ts";

/** The version of the JSON that `writeAudit` writes; it rises when a reader would have to change. */
export const auditFormatVersion = 1;

/**
 * An audit as JSON for programs: every check with its position, verdict, tolerance and, where it does not hold, the cells
 * that may be wrong; amounts are text, in full units. Rows and columns are counted from 0, lines from 1.
 */
export function writeAuditJson({ table, blocks, claims, holds }: Audit): string {
  const document = {
    format: "invest-to-save/audit",
    version: auditFormatVersion,
    stamp: madeData(table),
    title: table.title,
    unit: table.unit,
    holds,
    interpretations: table.interpretations,
    blocks: blocks.map(blockJson),
    claims: claims.map(({ claim, verdict, because, calculated, range, likelyCause }) => ({
      claim,
      verdict,
      because,
      ...amount("calculated", calculated),
      ...(range === undefined ? {} : ends(range)),
      ...(likelyCause === undefined ? {} : { likelyCause }),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function blockJson(audited: AuditedBlock): object {
  const { block, structure, checks, findings, unknown } = audited;
  return {
    title: block.title,
    columns: block.columns.map(({ label, kind }) => ({ label, kind })),
    rows: block.rows.map((row) => ({
      label: row.label,
      line: row.line,
      heading: row.heading,
      cells: row.cells.map(({ text, standing, kind, figure }) => ({
        text,
        standing,
        kind,
        ...(figure === undefined
          ? {}
          : { value: numeral(figure.value), low: numeral(figure.low), high: numeral(figure.high) }),
      })),
    })),
    structure: structure.rules.map((rule) => ({
      is: rule.is,
      ...(rule.is === "sum" ? { along: rule.along } : {}),
      says: rule.says,
      confidence: Number(rule.confidence.toString().slice(0, 6)),
      evidence: rule.evidence,
      declared: rule.declared,
    })),
    open: structure.open,
    unknown: unknown.map(({ cell, range }) => ({ ...position(block, cell), ...ends(range) })),
    checks: checks.map((check) => checkJson(audited, check)),
    findings: findings.map((finding) => findingJson(audited, finding)),
  };
}

function position(block: Block, cell: CellAt): object {
  return {
    row: cell.row,
    column: cell.column,
    line: block.rows[cell.row]?.line,
    place: placeOf(block, cell),
  };
}

function amount(name: string, value: Decimal | undefined): object {
  return value === undefined ? {} : { [name]: numeral(value) };
}

function checkJson({ block, structure, findings }: AuditedBlock, check: Check): object {
  const about = findings.filter(({ failing }) => failing.some((one) => one === check));
  const candidates = about.flatMap(({ explanations }) => explanations.flatMap(({ changes }) => changes));
  return {
    rule: structure.rules.indexOf(check.rule),
    cell: position(block, check.cell),
    by: check.by.map((cell) => position(block, cell)),
    verdict: check.verdict,
    ...amount("printed", check.printed),
    ...amount("calculated", check.calculated),
    ...amount("difference", check.difference),
    ...amount("tolerance", check.tolerance),
    ...(candidates.length === 0 ? {} : { candidates: candidates.map((one) => candidateJson(block, one)) }),
  };
}

function ends(value: Ends): object {
  return { ...amount("low", value.low), ...amount("high", value.high) };
}

function candidateJson(block: Block, { cell, range, likely, certain, causes }: Candidate): object {
  return {
    cell: position(block, cell),
    printed: block.rows[cell.row]?.cells[cell.column]?.text,
    ...ends(range),
    ...amount("likely", likely),
    certain,
    causes: causes.map(({ kind, says }) => ({ kind, says })),
  };
}

function findingJson(audited: AuditedBlock, { failing, proofs, explanations, located }: Finding): object {
  const { block, checks } = audited;
  return {
    located,
    failing: failing.map((check) => checks.indexOf(check)),
    proofs: proofs.map((proof) => proofJson(audited, proof)),
    explanations: explanations.map(({ says, changes }) => ({
      ...(says === undefined ? {} : { says }),
      changes: changes.map((change) => candidateJson(block, change)),
    })),
  };
}

function proofJson({ block, cells }: AuditedBlock, { rows, cells: left, must, can }: Certificate): object {
  return {
    sums: rows.map(({ source, times }) => ({
      says: checkName(block, source.rule, source.at),
      times: times.toString(),
    })),
    cells: left.map(({ cell, times }) => ({
      ...position(block, cells[cell] as CellAt),
      times: times.toString(),
    })),
    must: ends(must),
    can: ends(can),
  };
}
