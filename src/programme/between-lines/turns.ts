import type { Formula, RowId } from "../../formula/formula.ts";
import type { LinePart } from "../line.ts";

/** The row that a balancing line meets. */
export const leftToMeetId = "left-to-meet";
export const leftToMeetLabel = "Left to meet";

/** Periods that one line balances. */
export interface Balancing {
  readonly line: RowId;
  readonly label: string;
  readonly periods: readonly boolean[];
  readonly path: readonly string[];
  /** The line that gives it its turn, where it is one of several that meet what is left. */
  readonly inTurnOf?: RowId;
}

/** That a line which meets what is left gives another line its turn at it. */
export interface Turn {
  readonly by: { readonly id: RowId; readonly label: string };
  readonly to: string;
  readonly path: readonly string[];
}

/** That a line takes in what funding exceeds need: as the cost `as`, which is no need, but for what it takes in anyway. */
export interface Carry {
  readonly line: RowId;
  readonly label: string;
  readonly as: RowId;
  readonly planned: Formula;
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

/** That a line of funding is paid for some costs: each a row, or what of it may be claimed for. */
export interface Claim {
  readonly by: LinePart;
  readonly costs: readonly Formula[];
}

/** That a body finds money beside a line of funding. */
export interface MatchFound {
  readonly by: LinePart;
  readonly who: string;
  /** Pounds over all periods. */
  readonly needed: Formula;
  readonly path: readonly string[];
}
