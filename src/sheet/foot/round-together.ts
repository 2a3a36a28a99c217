import { assert, present } from "../../assert.ts";
import type { Sheet } from "../sheet.ts";
import type { Steps } from "./derive-figures.ts";
import { type Figure, type Figures, finest, whole } from "./figures.ts";
import { leastMoves } from "./least-moves.ts";
import type { Network } from "./network.ts";
import type { SumTree } from "./sum-trees.ts";

/** A figure between the two sums that it is in. */
interface Arc {
  readonly row: number;
  readonly column: number;
  readonly figure: Figure;
  readonly from: number;
  readonly to: number;
}

/**
 * The figures of trees of sums, rounded so that every sum holds down and across, each to the number just above or just
 * below it, with the sum of all moves least. Of equal ways, the totals stay at their nearest before the rest, and
 * earlier figures before later ones.
 */
export function roundTogether(sheet: Sheet, figures: Figures, trees: readonly SumTree[]): Steps {
  const steps: Steps = sheet.rows.map(() => []);
  const { arcs, nodes } = arcsOf(figures, trees);
  const free = arcs.filter(({ figure }) => figure.off > 0).sort(byTurn(sheet, figures));
  const up = leastMoves({ nodes, ...inColumns(free), excess: excessOf(arcs, nodes) });
  const settle = ({ row, column, figure }: Arc, more: number) => {
    (steps[row] as bigint[])[column] = figure.below + BigInt(more);
  };
  for (const arc of arcs) settle(arc, 0);
  for (const [i, arc] of free.entries()) settle(arc, up[i] as number);
  for (const tree of trees) assertFooted(sheet, figures, tree, steps);
  return steps;
}

/** What the search reads of each arc, in columns. */
function inColumns(arcs: readonly Arc[]): Pick<Network, "from" | "to" | "cost" | "nearest"> {
  const count = arcs.length;
  const [from, to] = [new Int32Array(count), new Int32Array(count)];
  const [cost, nearest] = [new Float64Array(count), new Uint8Array(count)];
  for (const [i, arc] of arcs.entries()) {
    const { nearest: own, below, off } = arc.figure;
    const isUp = own !== below;
    const longer = Number(finest) - 2 * off;
    from[i] = arc.from;
    to[i] = arc.to;
    cost[i] = isUp ? -longer : longer;
    nearest[i] = isUp ? 1 : 0;
  }
  return { from, to, cost, nearest };
}

/** The columns in which a tree of sums holds: all, or those in which every one of its rows has a figure. */
function columnsOf({ joints }: SumTree, { columns, rows }: Figures): number[] {
  return columns.all.filter((column) => joints.every(({ row }) => rows[row]?.cells[column] !== undefined));
}

/**
 * Every figure as an arc. A sum is a node in each column, a row at the end of a tree that adds up across is one too, and
 * node 0 stands for everything outside. Arcs lead towards the row where the tree begins, in the total column away from
 * it, so that what the periods bring into a row goes out of it as its total.
 */
function arcsOf(figures: Figures, trees: readonly SumTree[]): { arcs: Arc[]; nodes: number } {
  const arcs: Arc[] = [];
  let nodes = 1;
  for (const tree of trees) {
    const columns = columnsOf(tree, figures);
    const first = new Map(tree.sums.map((one, i) => [one, nodes + i * columns.length]));
    nodes += tree.sums.length * columns.length;
    for (const { row, sign, near, far } of tree.joints) {
      const end = far === undefined && tree.across ? nodes++ : 0;
      for (const [i, column] of columns.entries()) {
        const node = (one: number | undefined, none: number) =>
          one === undefined ? none : present(first.get(one), "a sum of the tree") + i;
        const ends = [node(far, end), node(near, 0)] as const;
        const [from, to] = (sign === 1) === (column === figures.columns.total) ? [ends[1], ends[0]] : ends;
        const figure = present(figures.rows[row]?.cells[column], "a figure of the tree");
        if (from !== to) arcs.push({ row, column, figure, from, to });
      }
    }
  }
  return { arcs, nodes };
}

function excessOf(arcs: readonly Arc[], nodes: number): Float64Array {
  const excess: bigint[] = Array.from({ length: nodes }, () => 0n);
  for (const { from, to, figure } of arcs) {
    excess[from] = (excess[from] as bigint) - figure.below;
    excess[to] = (excess[to] as bigint) + figure.below;
  }
  return Float64Array.from(excess, Number);
}

/** Whose turn it is: the total column before the periods, totals before their parts, then from top left to bottom right. */
function byTurn(sheet: Sheet, { columns }: Figures): (a: Arc, b: Arc) => number {
  const isTotal = sheet.rows.map(({ role }) => role === "balance" || role === "total" || role === "subtotal");
  const turn = ({ row, column }: Arc) => (isTotal[row] ? 0 : 2) + (column === columns.total ? 0 : 1);
  return (a, b) => turn(a) - turn(b) || a.row - b.row || a.column - b.column;
}

/** What is printed is checked once more, exactly, by plain addition. */
function assertFooted(sheet: Sheet, figures: Figures, tree: SumTree, steps: Steps): void {
  const at = (row: number, column: number) => present(steps[row]?.[column], "a figure of the tree");
  const { periods, total } = figures.columns;
  for (const column of columnsOf(tree, figures)) {
    for (const one of tree.sums) {
      const { total, of } = present(sheet.sums[one], "a sum of the sheet");
      assert(whole(of.map((row) => at(row, column))) === at(total, column), "a footed sheet adds up down");
    }
  }
  if (!tree.across || total === undefined) return;
  for (const { row } of tree.joints) {
    const across = whole(periods.map((period) => at(row, period)));
    assert(across === at(row, total), "a footed sheet adds up across");
  }
}
