import type { Formula, RowId } from "../formula/formula.ts";

/** The row that a balancing line meets. */
export const leftToMeetId = "left-to-meet";

/** Periods that one line balances. */
export interface Balancing {
  readonly line: RowId;
  readonly label: string;
  readonly periods: readonly boolean[];
  readonly path: readonly string[];
}

/** That a line takes something out of what another row has, such as its repayment out of a saving. */
export interface Taking {
  readonly label: string;
  readonly from: Formula;
  readonly takes: Formula;
  /** The lines that it is taken from; the row or assumption itself where that is no line and no total of lines. */
  readonly lines: ReadonlySet<string>;
}
