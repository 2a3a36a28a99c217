import type { AssumptionId, Formula, RowId } from "../formula/formula.ts";
import type { Order } from "../formula/order.ts";
import type { Issue } from "../issue/issue.ts";
import type { Amount } from "../quantity/amount.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import type { Timeline } from "../time/timeline.ts";
import type { AppraisalOptions, DiscountSchedule } from "./appraisal-options.ts";
import type { Assumption, Basis, Detail, Given } from "./assumption.ts";
import type { Condition, ConditionPart } from "./condition.ts";
import type {
  AnyPeriodAmounts,
  GroupPart,
  Line,
  LinePart,
  Stage,
  TableOptions,
  TablePart,
  Totals,
} from "./line.ts";
import type { PlacedRelation } from "./relation.ts";

/** What a row is for. */
export type Role =
  | "line"
  | "memorandum"
  | "index"
  | "working"
  | "subtotal"
  | "total"
  | "balance"
  | "condition";

/** One formula for all the periods of the timeline. Money rows are in pounds; amounts of every kind are positive. */
export interface Row {
  readonly id: RowId;
  readonly label: string;
  readonly role: Role;
  readonly unit: Unit;
  readonly prices?: Prices;
  readonly totals: Totals;
  readonly formula: Formula;
  /** For a working row: the line that it belongs to, and what it is to that line. */
  readonly line?: RowId;
  readonly stage?: Stage;
  readonly cash?: "received" | "owed";
  readonly agency?: string;
  /** For a row that says how much of a period something is in force: whether it is so at the end of the period, a flag. */
  readonly atEnd?: Formula;
  /** That the row brings money from some prices to others by a named index series. */
  readonly repriced?: { readonly from: Prices; readonly by: string };
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
  /** How the programme is appraised, unless whoever appraises it says otherwise. */
  readonly appraisal?: AppraisalOptions;
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

/** An index series: levels by year, or growth by year from a base year whose level is 1. */
export interface IndexPart {
  readonly part: "index";
  readonly label: string;
  readonly options: IndexOptions;
  readonly path?: readonly string[];
}

/** A dated series of prices, pay or fees. */
export interface IndexOptions extends Omit<Detail, "low" | "high" | "range"> {
  /** Which edition of the series it is, such as `ONS, March 2024`. */
  readonly edition: string;
  /** Levels by year; years outside the timeline may be given, to bring from or to their prices. */
  readonly levels?: AnyPeriodAmounts;
  /** Or growth on the year before, with the year in which the level is 1. */
  readonly growth?: Given | AnyPeriodAmounts;
  readonly base?: string;
}

/** Named new values for assumptions, such as a slow and a fast roll-out. */
export interface Scenario {
  readonly label: string;
  readonly set: Readonly<Record<string, Amount>>;
  readonly says?: string;
}

/** A scenario before it is built. */
export interface ScenarioPart {
  readonly part: "scenario";
  readonly label: string;
  readonly set: Readonly<Record<string, Amount>>;
  readonly says?: string;
  readonly path?: readonly string[];
}

/** That two numbers with a range go together, from −1 to 1. */
export interface Correlation {
  readonly between: readonly [AssumptionId, AssumptionId];
  /** The correlation of the normal values that stand behind their draws; that of their ranks is a little smaller. */
  readonly value: Decimal;
  readonly basis: Basis;
  readonly path: readonly string[];
}

/** A correlation before it is built: the labels or ids of two numbers that have a range. */
export interface CorrelationPart extends Pick<Detail, "source" | "assumed" | "placeholder" | "note"> {
  readonly part: "correlation";
  readonly between: readonly [string, string];
  readonly correlation: Amount;
  readonly path?: readonly string[];
}

/** What a programme is made of. */
export type Part =
  | LinePart
  | GroupPart
  | AssumptionPart
  | ConditionPart
  | TablePart
  | IndexPart
  | ScenarioPart
  | CorrelationPart;

/** A table of memorandum rows, laid out. */
export interface MemorandumTable {
  readonly label: string;
  readonly options: TableOptions;
  readonly items: readonly StatementItem[];
}

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
  /** What must hold between inputs, whatever values they are given. */
  readonly relations: readonly PlacedRelation[];
  /** The published layout, top to bottom. */
  readonly statement: readonly StatementItem[];
  readonly sums: readonly Sum[];
  /** Tables beside the statement, in the order given. */
  readonly tables: readonly MemorandumTable[];
  readonly scenarios: readonly Scenario[];
  /** Which uncertain numbers go together in a simulation. */
  readonly correlations: readonly Correlation[];
  /** The scenario whose values it has, where one was chosen. */
  readonly scenario?: Scenario;
  /** Where it was appraised: the terms that were asked for beside its own, and the schedule of rates, where it has one. */
  readonly appraisedOn?: { readonly asked: AppraisalOptions; readonly schedule?: DiscountSchedule };
  readonly order: Order;
  /** Warnings; a programme with errors cannot be built. */
  readonly issues: readonly Issue[];
}
