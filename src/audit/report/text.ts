import { spoken } from "../../quantity/spoken.ts";
import { oneLine } from "../../write/text.ts";
import type { Audit, AuditedBlock } from "../audit.ts";
import type { JudgedClaim } from "../claims/claim.ts";
import { type Check, figureAt } from "../judge/check.ts";
import { isUnread } from "../read/figure.ts";
import type { Block, PrintedFigure } from "../read/published.ts";
import { placeOf, textIn } from "../repair/place.ts";
import type { CellAt, TableRule } from "../structure/rule.ts";
import { madeWords } from "./made.ts";
import { type CellTexts, cellKey, markedCells, marksOf } from "./marks.ts";
import { endsWords, findingLines } from "./sentences.ts";
import { wrapped } from "./wrap.ts";

/**
 * An audit as text: the table as printed with the figures that findings are about marked, one finding a paragraph, what is taken
 * to add up to what, and how the table was read.
 */
export function writeAuditText({ table, blocks, claims }: Audit): string {
  const parts: string[] = [];
  let first = 1;
  for (const audited of blocks) {
    const marks = marksOf(audited.findings, first);
    const title = audited.block.title || table.title;
    if (title !== "") parts.push(titleWords(title));
    parts.push(gridText(audited.block, markedCells(audited.block, marks), table.unit).join("\n"));
    parts.push(...audited.findings.map((finding, i) => paragraph(audited, finding, first + i)));
    first += audited.findings.length;
  }
  parts.push(verdictText(blocks));
  if (claims.length > 0) parts.push(section("What is said of it", claims.map(claimWords)));
  const rules = rulesWords(blocks);
  if (rules.length > 0) parts.push(section("What is taken to belong together", rules));
  const open = [...blocks.flatMap(({ structure }) => structure.open), ...unjudged(blocks)];
  if (open.length > 0) parts.push(section("What cannot be told", open));
  parts.push(
    section(
      "How the table was read",
      table.interpretations.map(
        ({ where, says, because, otherwise }) =>
          `${where}: ${says}, because ${because}${otherwise === undefined ? "" : ` [${otherwise}]`}`,
      ),
    ),
  );
  parts.push(madeWords(table));
  return `${parts.join("\n\n")}\n`;
}

/** What is audited, in quotes: its own words are no words of the audit. */
export function titleWords(title: string): string {
  return `Audit of “${oneLine(title)}”`;
}

function paragraph(audited: AuditedBlock, finding: AuditedBlock["findings"][number], number: number): string {
  const lines = findingLines(audited.block, finding, audited.cells);
  const mark = `[${number}] `;
  return lines
    .flatMap((line, i) =>
      wrapped(i === 0 ? `${mark}${line}` : `    ${line}`, i === 0 ? 4 : 4 + indentOf(line) + 2),
    )
    .join("\n");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.flatMap((line) => wrapped(`- ${oneLine(line)}`, 2))].join("\n");
}

/** The rules of some blocks in words, each with how sure it is and why. */
export function rulesWords(blocks: readonly AuditedBlock[]): string[] {
  const rules = blocks.flatMap(({ structure }) => structure.rules);
  return rules.map((rule) => `${rule.says} (${sureness(rule)}: ${rule.evidence})`);
}

const claimVerdicts: Readonly<Record<JudgedClaim["verdict"], string>> = {
  holds: "holds",
  rounding: "holds within what rounding allows",
  fails: "does not hold",
  open: "cannot be told",
};

/** A claim in words, with its verdict and the numbers behind it. */
export function claimWords({ claim, verdict, because }: JudgedClaim): string {
  return `“${claim}” ${claimVerdicts[verdict]}: ${because}`;
}

/** How sure a rule is, in a word. */
function sureness({ declared, confidence }: TableRule): string {
  if (declared) return "declared";
  if (confidence > 0.999) return "certain";
  return confidence > 0.95 ? "likely" : confidence > 0.75 ? "probable" : "a guess";
}

/** What all checks together come to. */
export function verdictText(blocks: readonly AuditedBlock[]): string {
  const checks = blocks.flatMap(({ checks: own }) => own);
  const of = (verdict: Check["verdict"]) => checks.filter((check) => check.verdict === verdict).length;
  const findings = blocks.reduce((count, { findings: own }) => count + own.length, 0);
  const judged = checks.length - of("open");
  const left = unreadWords(blocks);
  if (judged === 0) return `Nothing in this table could be judged: no sums were found in it.${left}`;
  const parts = [
    ...counted(of("exact"), "holds exactly", "hold exactly"),
    ...counted(of("rounding"), "holds within what rounding allows", "hold within what rounding allows"),
    ...counted(of("fails"), "cannot come from rounding", "cannot come from rounding"),
  ];
  const all = `Of ${judged} ${judged === 1 ? "check" : "checks"} ${spoken(parts)}`;
  if (findings === 0)
    return `No findings. ${all}${judged === 1 ? "" : "; all of them can hold together"}.${left}`;
  const alone = of("fails") === 0 ? "; not all of them can hold together" : "";
  return `${findings} ${findings === 1 ? "finding" : "findings"}. ${all}${alone}.${left}`;
}

/** How many cells are meant for figures that nobody could read: no verdict is about them. */
function unreadWords(blocks: readonly AuditedBlock[]): string {
  const cells = blocks.flatMap(({ block }) => block.rows.flatMap((row) => row.cells));
  const count = cells.filter(({ standing, text }) => standing === "text" && isUnread(text)).length;
  if (count === 0) return "";
  return count === 1
    ? " One cell cannot be read as a figure and was not judged."
    : ` ${count} cells cannot be read as figures and were not judged.`;
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

/** What the sums leave for figures that are not given, and how many sums wait for them. */
function unjudged(blocks: readonly AuditedBlock[]): string[] {
  const open = blocks.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict === "open")).length;
  const waiting =
    open === 0
      ? []
      : [
          `${open === 1 ? "One sum has" : `${open} sums have`} a figure that is not given and cannot be judged alone`,
        ];
  const left = blocks.flatMap(({ block, unknown }) =>
    unknown.map(({ cell, range }) => {
      const form = formNear(block, cell);
      const text = textIn(block, cell);
      const what = endsWords(range, form, "any figure");
      return `${placeOf(block, cell)} is printed as ${text === "" ? "nothing" : text}; the sums leave it ${what}`;
    }),
  );
  return [...waiting, ...left];
}

/** The form of a figure in the same row or column, for an amount in a cell that has none. */
function formNear(block: Block, { row, column }: CellAt): PrintedFigure | undefined {
  const beside = block.columns.map((_, at) => figureAt(block, { row, column: at }));
  const around = block.rows.map((_, at) => figureAt(block, { row: at, column }));
  return [...beside, ...around].find((figure) => figure !== undefined);
}

/** A table with the labels and headings of a block and other texts in its cells. */
export function gridText(block: Block, texts: CellTexts, unit: string): string[] {
  const labels = [unit, ...block.rows.map(({ label, depth }) => `${"  ".repeat(depth)}${oneLine(label)}`)];
  const lead = widest(labels);
  const columns = block.columns.map(({ label }, column) => {
    const own = block.rows.map((_, row) => texts.get(cellKey(row, column)) ?? "");
    const cells = [oneLine(label), ...own];
    const width = widest(cells);
    return { width, cells: cells.map((text) => text.padStart(width)) };
  });
  const lines = labels.map((label, at) =>
    [label.padEnd(lead), ...columns.map(({ cells }) => cells[at])].join("  ").trimEnd(),
  );
  const rule = "-".repeat(columns.reduce((sum, { width }) => sum + width + 2, lead));
  return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => [...text].length));
}
