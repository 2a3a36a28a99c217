import type { Decimal } from "../quantity/decimal.ts";
import type { BarSpan, Grid, GridRow } from "../sheet/document/document.ts";
import { oneLine } from "./text.ts";
import { widthOf } from "./width.ts";

/** A grid in columns of equal width, the words left-aligned, amounts by their ends; bars stand after the last column. */
export function gridText({ title, columns, rows, amounts, centre }: Grid): string {
  const texts = [["", ...columns], ...rows.map(({ label, cells }) => [label, ...cells])].map((row) =>
    row.map(oneLine),
  );
  const widths = texts.reduce<number[]>((widest, row) => {
    return row.map((text, i) => Math.max(widest[i] ?? 0, widthOf(text)));
  }, []);
  const padded = (text: string, i: number) => {
    const space = " ".repeat((widths[i] ?? 0) - widthOf(text));
    return amounts && i > 0 ? space + text : text + space;
  };
  const bars = centre === undefined ? [] : barsOf(rows, centre);
  const line = (row: readonly string[], bar = "") => [...row.map(padded), bar].join("  ").trimEnd();
  const [head = [], ...body] = texts;
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const heading = columns.some((column) => column !== "") ? [line(head)] : [];
  return [oneLine(title), "", ...heading, rule, ...body.map((row, i) => line(row, bars[i]))].join("\n");
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
