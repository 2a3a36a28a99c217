import type { RawRow } from "./grid.ts";

/** A label without what was put before or after it. */
export interface Label {
  readonly text: string;
  readonly depth: number;
  readonly strong: boolean;
}

const bullet = /^(?:[-–—•·▪o*]|[.…]{2,})\s+(?=\S)/;

/** The label of a row: its label columns from left to right, without a bullet or footnote marks at its end. */
export function labelOf(row: RawRow, labels: readonly number[], depth: number): Label {
  const cells = row.cells.filter(({ text }, at) => text !== "" && labels.includes(at));
  const whole = cells.map((cell) => cell.text).join(", ");
  const listed = bullet.test(whole);
  const text = whole
    .replace(bullet, "")
    .replace(/(?<=\S)\s*[¹²³⁰⁴-⁹*†‡§]+$/u, "")
    .replace(/\s*\[\^?\w{1,2}\]$/, "");
  const strong = cells.some((cell) => cell.strong) || (/[A-Z]{4}/.test(text) && text === text.toUpperCase());
  return { text, depth: listed ? depth + 1 : depth, strong };
}

/** How deep each row is indented: 0 for the least, and one more for each wider indentation. */
export function depthsOf(rows: readonly RawRow[], labels: readonly number[]): number[] {
  const [first = 0] = labels;
  const indents = rows.map(({ cells }) => cells[first]?.indent ?? 0);
  const steps = [...new Set(indents)].sort((a, b) => a - b);
  return indents.map((indent) => steps.indexOf(indent));
}
