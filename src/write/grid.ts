import type { Decimal } from "../quantity/decimal.ts";
import type { BarSpan, Grid, GridRow } from "../sheet/document/document.ts";
import { oneLine } from "./text.ts";
import { widthOf } from "./width.ts";

/** A grid in columns of equal width, the words left-aligned, amounts by their ends; bars stand after the last column. */
export function gridText({ title, columns, rows, amounts, centre, folds }: Grid): string {
  const texts = [["", ...columns], ...rows.map(({ label, cells }) => [label, ...cells])].map((row) =>
    row.map(oneLine),
  );
  const natural = texts.reduce<number[]>((widest, row) => {
    return row.map((text, i) => Math.max(widest[i] ?? 0, widthOf(text)));
  }, []);
  const widths = folds ? narrowed(natural) : natural;
  const padded = (text: string, i: number) => {
    const space = " ".repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)));
    return amounts && i > 0 ? space + text : text + space;
  };
  const bars = centre === undefined ? [] : barsOf(rows, centre);
  const line = (row: readonly string[], bar = "") => {
    const lines = folds ? folded(row, widths) : [row];
    return lines.map((one, i) => [...one.map(padded), i === 0 ? bar : ""].join("  ").trimEnd()).join("\n");
  };
  const [head = [], ...body] = texts;
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const heading = columns.some((column) => column !== "") ? [line(head)] : [];
  return [oneLine(title), "", ...heading, rule, ...body.map((row, i) => line(row, bars[i]))].join("\n");
}

/** How wide a page of plain text is, and how narrow a column may be made to fit on it. */
const page = { wide: 110, least: 18 };

/** Widths that fit on a page: the widest column is made narrower until they do, or until none can be. */
function narrowed(natural: readonly number[]): number[] {
  const widths = [...natural];
  const all = () => widths.reduce((sum, width) => sum + width + 2, -2);
  while (all() > page.wide) {
    const widest = Math.max(...widths);
    if (widest <= page.least) return widths;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** The cells of a row as lines, each cell broken between words where it is wider than its column. */
function folded(row: readonly string[], widths: readonly number[]): string[][] {
  const cells = row.map((text, i) => foldedText(text, widths[i] ?? 0));
  const count = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: count }, (_, at) => cells.map((lines) => lines[at] ?? ""));
}

function foldedText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How many columns the longest bars may take up together. */
const breadth = 30;

/** Bars on one scale: ░ towards the low end of the assumption, █ towards its high end, │ where both start. */
function barsOf(rows: readonly GridRow[], centre: Decimal): string[] {
  const ends = rows.flatMap(({ bar }) => [bar?.low, bar?.high]).filter((end) => typeof end === "object");
  const least = ends.reduce((a, b) => (b.lt(a) ? b : a), centre);
  const most = ends.reduce((a, b) => (b.gt(a) ? b : a), centre);
  const width = most.minus(least);
  const steps = (value: Decimal) => (width.isZero() ? 0 : value.div(width).times(breadth).round().toNumber());
  const left = steps(centre.minus(least));
  const right = breadth - left;
  return rows.map(({ bar }) => (bar === undefined ? "" : drawn(bar, { centre, left, right, steps })));
}

interface Canvas {
  readonly centre: Decimal;
  readonly left: number;
  readonly right: number;
  readonly steps: (value: Decimal) => number;
}

function drawn({ low, high }: BarSpan, { centre, left, right, steps }: Canvas): string {
  const reach = (end: Decimal | "beyond" | undefined) => {
    if (end === undefined) return 0;
    return end === "beyond" ? right + 1 : steps(end.minus(centre));
  };
  const side = (way: 1 | -1) => {
    // Where both ends lie on one side the shorter is drawn over the longer.
    const parts = [
      { sign: "░", length: Math.max(0, reach(low) * way) },
      { sign: "█", length: Math.max(0, reach(high) * way) },
    ].sort((a, b) => a.length - b.length);
    const [short, long] = parts as [(typeof parts)[number], (typeof parts)[number]];
    return short.sign.repeat(short.length) + long.sign.repeat(long.length - short.length);
  };
  const below = [...side(-1)].reverse().join("").padStart(left);
  const above = side(1);
  const arrow = above.length > right ? `${above.slice(0, right)}▶` : above;
  return `${below}│${arrow}`;
}
