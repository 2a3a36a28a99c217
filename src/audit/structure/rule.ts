import { present } from "../../assert.ts";

/** A cell of a block, by its row and column. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** A cell that is added, or taken away. */
export interface SignedCell extends CellAt {
  readonly sign: 1 | -1;
}

/** One sum between cells: a total and what it adds up. */
export interface CellSum {
  readonly total: CellAt;
  readonly parts: readonly SignedCell[];
  /** By how many the sum is divided, where the total is an average. */
  readonly over?: number;
}

/** One quotient between cells: `ratio = factor × (of ÷ to − less) ÷ per`. */
export interface CellRatio {
  readonly ratio: CellAt;
  readonly of: CellAt;
  readonly to: CellAt;
  /** 100 for a percentage. */
  readonly factor: number;
  /** 52 for a weekly rate of a year's amount, 12 for a monthly one; 1 unless told. */
  readonly per?: number;
  /** 1 for a change, which is the quotient less one. */
  readonly less: 0 | 1;
}

interface Rule {
  /** The rule in words, with the labels of its rows or columns. */
  readonly says: string;
  /** How likely it is that the table is meant so, from 0 to 1; 1 for what was declared. */
  readonly confidence: number;
  /** Why it is taken to be so. */
  readonly evidence: string;
  readonly declared: boolean;
}

/** What a sum is for: rows added down, columns added across, a balance carried on, a running total, or an average. */
export type SumAlong = "down" | "across" | "carried" | "running" | "average";

/** That some rows (or columns) add up to another, in each column (or row). */
export interface SumRule extends Rule {
  readonly is: "sum";
  readonly along: SumAlong;
  /** The row or column that is the total, and those that are added, by their place. */
  readonly total: number;
  readonly parts: readonly { readonly line: number; readonly sign: 1 | -1 }[];
  readonly cells: readonly CellSum[];
}

/** That the figures of a row or column are quotients of others. */
export interface RatioRule extends Rule {
  readonly is: "ratio";
  readonly cells: readonly CellRatio[];
}

/** That a figure is a part of another, and so no larger. */
export interface PartRule extends Rule {
  readonly is: "part";
  readonly cells: readonly { readonly part: CellAt; readonly whole: CellAt }[];
}

/** Something that should hold between the cells of a block. */
export type TableRule = SumRule | RatioRule | PartRule;

/** What a rule says at one of its places. */
export function cellsAt<T>({ cells }: { readonly cells: readonly T[] }, at: number): T {
  return present(cells[at], "a rule has the cells that are counted");
}

/** The cell that is judged at a place of a rule: the total, the quotient or the part. */
export function judgedCell(rule: TableRule, at: number): CellAt {
  if (rule.is === "sum") return cellsAt(rule, at).total;
  return rule.is === "ratio" ? cellsAt(rule, at).ratio : cellsAt(rule, at).part;
}

/** How the rows and columns of a block belong together. */
export interface Structure {
  readonly rules: readonly TableRule[];
  /** What could not be told, in words. */
  readonly open: readonly string[];
}
