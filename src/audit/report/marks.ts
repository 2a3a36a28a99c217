import type { Block } from "../read/published.ts";
import type { Finding } from "../repair/finding.ts";
import { textIn } from "../repair/place.ts";

/** Texts of cells by row and column; a cell that is left out has none. */
export type CellTexts = ReadonlyMap<string, string>;

/** The key of a cell among texts. */
export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

/**
 * The mark of every cell that a finding is about: `[1]` for the one, `[1?]` for one of several. Findings are counted from
 * `first`.
 */
export function marksOf(findings: readonly Finding[], first: number): CellTexts {
  const marks = new Map<string, Set<string>>();
  for (const [i, { explanations, failing, located }] of findings.entries()) {
    const ways = located === "cannot tell" ? explanations : explanations.slice(0, 1);
    const cells = ways.flatMap(({ changes }) => changes.map(({ cell }) => cell));
    const shown = cells.length > 0 ? cells : failing.map(({ cell }) => cell);
    const mark = located === "only" ? `[${first + i}]` : `[${first + i}?]`;
    for (const { row, column } of shown) {
      const key = cellKey(row, column);
      marks.set(key, new Set([...(marks.get(key) ?? []), mark]));
    }
  }
  return new Map([...marks].map(([key, own]) => [key, [...own].join("")]));
}

/** The cells of a block as printed, each with its mark after it, padded so that figures stay under each other. */
export function markedCells(block: Block, marks: CellTexts): CellTexts {
  const texts = new Map<string, string>();
  for (const column of block.columns.keys()) {
    const markIn = (row: number) => marks.get(cellKey(row, column)) ?? "";
    const width = Math.max(0, ...[...block.rows.keys()].map((row) => markIn(row).length));
    for (const row of block.rows.keys()) {
      const text = textIn(block, { row, column });
      texts.set(cellKey(row, column), width === 0 ? text : `${text} ${markIn(row).padEnd(width)}`);
    }
  }
  return texts;
}
