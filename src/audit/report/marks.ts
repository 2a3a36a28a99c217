import type { Block } from "../read/published.ts";
import type { Finding } from "../repair/finding.ts";

/** The marks of the cells that findings are about, by row and column: `[1]` for the one, `[1?]` for one of several. */
export type Marks = ReadonlyMap<string, string>;

/** The key of a cell among the marks. */
export function markKey(row: number, column: number): string {
  return `${row},${column}`;
}

/** The mark of every cell that a finding is about; findings are counted from `first`. */
export function marksOf(findings: readonly Finding[], first: number): Marks {
  const marks = new Map<string, string[]>();
  for (const [i, { explanations, failing, located }] of findings.entries()) {
    const ways = located === "cannot tell" ? explanations : explanations.slice(0, 1);
    const cells = ways.flatMap(({ changes }) => changes.map(({ cell }) => cell));
    const shown = cells.length > 0 ? cells : failing.map(({ cell }) => cell);
    const mark = located === "only" ? `[${first + i}]` : `[${first + i}?]`;
    for (const { row, column } of shown) {
      const key = markKey(row, column);
      const before = marks.get(key) ?? [];
      if (!before.includes(mark)) marks.set(key, [...before, mark]);
    }
  }
  return new Map([...marks].map(([key, own]) => [key, own.join("")]));
}

/** The cells of a block as printed, each with its mark after it, padded so that figures stay under each other. */
export function markedCells(block: Block, marks: Marks): string[][] {
  const widths = block.columns.map((_, column) =>
    Math.max(0, ...block.rows.map((__, row) => (marks.get(markKey(row, column)) ?? "").length)),
  );
  return block.rows.map((own, row) =>
    block.columns.map((_, column) => {
      const text = own.cells[column]?.text ?? "";
      const width = widths[column] ?? 0;
      if (width === 0) return text;
      return `${text} ${(marks.get(markKey(row, column)) ?? "").padEnd(width)}`;
    }),
  );
}
