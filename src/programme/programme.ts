import type { AssumptionId, Formula, RowId } from "../formula/formula.ts";
import type { Order } from "../formula/order.ts";
import type { Issue } from "../issue.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Assumption, Given } from "./assumption.ts";
import type { Condition, ConditionPart } from "./condition.ts";
import type { GroupPart, Line, LinePart, Totals } from "./line.ts";

/** What a row is for. */
export type Role = "line" | "working" | "subtotal" | "total" | "balance" | "condition";

/** One formula for all the periods of the timeline. Money rows are in pounds; amounts of every kind are positive. */
export interface Row {
  readonly id: RowId;
  readonly label: string;
  readonly role: Role;
  readonly unit: Unit;
  readonly prices?: Prices;
  readonly totals: Totals;
  readonly formula: Formula;
}

/** That a row is the sum of others, some taken away. */
export interface Sum {
  readonly total: RowId;
  readonly plus: readonly RowId[];
  readonly minus: readonly RowId[];
}

/** One printed line of the statement: a heading, or a row, so deep under its headings. */
export type StatementItem =
  | { readonly item: "heading"; readonly label: string; readonly depth: number }
  | { readonly item: "row"; readonly row: RowId; readonly depth: number; readonly sign: 1 | -1 };

/** The names of headings and totals, where they differ from the usual ones. */
export interface Labels {
  readonly costs?: string;
  readonly "total cost"?: string;
  readonly repayments?: string;
  readonly "total repayment"?: string;
  readonly funding?: string;
  readonly savings?: string;
  readonly "total funding"?: string;
  readonly balance?: string;
}

/** What holds for the whole programme unless a line says otherwise. */
export interface ProgrammeOptions {
  /** The body whose budget it is, such as `Leeds City Council`. */
  readonly body?: string;
  /** The source of every number that names no other. */
  readonly source?: string;
  /** Or the reason why the numbers are assumed. */
  readonly assumed?: string;
  /** Or what they hold the place of. */
  readonly placeholder?: string;
  /** The price basis of all money; nominal unless told. */
  readonly prices?: Prices;
  readonly labels?: Labels;
  /** The unit that it is printed in unless told otherwise; pounds unless stated. */
  readonly "print in"?: "pounds" | "thousands" | "millions";
  /** What a reader should know, printed under the table. */
  readonly notes?: readonly string[];
}

/** An assumption before it is built. */
export interface AssumptionPart {
  readonly part: "assumption";
  readonly label: string;
  readonly given: Given;
  readonly unit: Unit;
  readonly path?: readonly string[];
}

/** What a programme is made of. */
export type Part = LinePart | GroupPart | AssumptionPart | ConditionPart;

/** A whole invest-to-save programme: plain frozen data, consistent, every number with its source. */
export interface Programme {
  readonly title: string;
  readonly timeline: Timeline;
  readonly options: ProgrammeOptions;
  /** What it was built from, in the order given. */
  readonly parts: readonly Part[];
  readonly assumptions: ReadonlyMap<AssumptionId, Assumption>;
  readonly rows: ReadonlyMap<RowId, Row>;
  readonly lines: readonly Line[];
  readonly conditions: readonly Condition[];
  /** The published layout, top to bottom. */
  readonly statement: readonly StatementItem[];
  readonly sums: readonly Sum[];
  readonly order: Order;
  /** Warnings; a programme with errors cannot be built. */
  readonly issues: readonly Issue[];
}
