import type { Formula, RowId } from "../formula/formula.ts";
import type { Issue, Severity } from "../issue/issue.ts";
import type { Amount } from "../quantity/amount.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import type { Edge } from "../time/day-of.ts";
import type { PeriodRange } from "../time/period-range.ts";
import type { PeriodText } from "../time/period-text.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Detail, Given } from "./assumption.ts";
import type { Limits } from "./limits.ts";
import type { OptionShape } from "./option-shape.ts";
import type { Relation } from "./relation.ts";

/** What a line is. Amounts of all kinds are positive; the sheet alone gives them signs. */
export type Kind = "cost" | "repayment" | "saving" | "funding" | "memorandum";

/** Every kind of line. */
export const kinds: readonly Kind[] = ["cost", "repayment", "saving", "funding", "memorandum"];

/** How a row totals over its periods, and how months and quarters of it make a year. */
export type Totals = "sum" | "closing" | "average" | "none";

/** Every way in which a row totals. */
export const totals: readonly Totals[] = ["sum", "closing", "average", "none"];

/** What can be said of a line beside its amounts. */
export interface LineAttributes extends Omit<Detail, "low" | "high"> {
  /** Who pays the cost, gives the money or makes the saving; the programme's own body unless told. */
  readonly agency?: string;
  /** Revenue unless told. */
  readonly spend?: "revenue" | "capital";
  /** Recurrent unless told. */
  readonly term?: "recurrent" | "one-off";
  /** For savings: cashable unless told. The three are never merged. */
  readonly cashable?: "cashable" | "non-cashable" | "avoided cost";
  /** For costs: whether a grant may pay for it, in all periods or in those named. */
  readonly eligible?: boolean | readonly PeriodText[];
  /** For funding: that it is borrowed from outside the body. An advance from its own fund is not. */
  readonly borrowing?: boolean;
  /** For borrowing that meets revenue cost: the capitalisation direction that allows it. */
  readonly direction?: string;
  /**
   * Where it counts in an appraisal, if not in both cases: interest, sunk cost and transfers to others only in the
   * financial case, money that the body moves within itself in no case.
   */
  readonly "counts in"?: "financial case" | "no case";
  /** The index series that brings the line from its own prices to those of the programme. */
  readonly uplift?: string;
  /** For memorandum rows: the unit of the figures; pounds unless told. */
  readonly unit?: Unit;
  /** For memorandum rows: how periods of it come together; a sum unless told. */
  readonly totals?: Totals;
}

/** A line of the programme: a cost, a repayment, a saving, a source of funding or a memorandum row. Its row has the same id. */
export interface Line {
  readonly id: RowId;
  readonly label: string;
  readonly kind: Kind;
  readonly agency: string;
  readonly spend: "revenue" | "capital";
  readonly term: "recurrent" | "one-off";
  /** Only on savings. */
  readonly cashable?: "cashable" | "non-cashable" | "avoided cost";
  readonly note?: string;
  /** Where it counts in an appraisal, if not in both cases. */
  readonly countsIn?: "financial case" | "no case";
  /** Only on costs: the periods in which a grant may pay for it. */
  readonly eligible?: readonly boolean[];
  /** Only on funding: that it is borrowed from outside the body. */
  readonly borrowing?: true;
  /** Only on funding: the capitalisation direction that lets borrowing meet revenue cost. */
  readonly direction?: string;
  /** The line that made it, for a repayment or a source that comes with another line. */
  readonly madeBy?: RowId;
  /** The driver that built it, and what the driver was given, as plain data. */
  readonly driver: string;
  readonly options: unknown;
}

/** Amounts by period: keys are years, quarters or months; `then` carries an amount on after the last of them. */
export type PeriodAmounts = { readonly [Period in PeriodText | "then"]?: Amount };

/** Amounts by period whose keys are only known when the program runs, such as those read from a file. */
export type AnyPeriodAmounts = Readonly<Record<string, Amount>>;

/** What a driver says of a row that it adds beside the line's own. */
export interface WorkingRow {
  readonly label?: string;
  readonly unit: Unit;
  readonly totals: Totals;
  readonly formula: Formula;
  readonly prices?: Prices;
  readonly stage?: Stage;
  /** For money that is not paid when it is earned: what is received in a period, or what is owed at its end. */
  readonly cash?: "received" | "owed";
  /** The agency whose part of the line it is, where a line falls to several. */
  readonly agency?: string;
  /**
   * For a row that says how many days or months of a period something is in force: a flag, whether it is so at the end of the
   * period. Full-year effects go by it: what is in force at the end of the model counts for whole periods, and nothing else does.
   */
  readonly atEnd?: Formula;
}

/**
 * How far a saving has been thinned out: `gross`, all that the programme's people would cost less; `net`, what the
 * programme brought about. What is left after its cashable share is the line itself.
 */
export type Stage = "gross" | "net";

/** The key of a driver's own option, the keys that lead to it, or an entry of a list by its own words. */
export type InputName = string | readonly string[] | CalledInput;

/** An input in a list: where it stands, for faults, and what it is called, for its id and label, in place of its number. */
export interface CalledInput {
  readonly at: readonly string[];
  readonly called: string;
}

/** A condition that a driver sets: a comparison that must hold, in each of some periods or once. */
export interface DriverCondition {
  readonly formula: Formula;
  readonly first?: number;
  readonly last?: number;
  readonly once?: boolean;
  /** That it is judged over each financial year, in the last period of the year. */
  readonly by?: "year";
  readonly severity?: Severity;
  readonly says?: string;
}

/** What is left for a line that takes its turn, such as an advance that is repaid from a saving. */
export interface TakingTurn {
  readonly left: Formula;
  /** The labels of the lines that take before it. */
  readonly before: readonly string[];
}

/** What there is and what is needed in a period, in pounds, for a line that takes in what is not spent. */
export interface Unspent {
  /** Funding that does not wait for what is left. */
  readonly given: Formula;
  /** Funding that meets what is left. */
  readonly met: Formula;
  /** Costs and repayments less savings, never below nil, without what is taken in. */
  readonly needed: Formula;
}

/** A cost line as a grant sees it. */
export interface EligibleLine {
  readonly id: RowId;
  readonly label: string;
  /** Who pays it. */
  readonly agency: string;
  readonly spend: "revenue" | "capital";
  readonly term: "recurrent" | "one-off";
  /** Whether a grant may pay for it in each period; `undefined` where the line does not say. */
  readonly eligible: readonly boolean[] | undefined;
}

/**
 * What a driver works with while it builds its line. Every `name` is the key of one of the driver's own options,
 * so that faults point at the right place and inputs get the id `line.name`. Each throws `wrong-shape` for what it cannot be
 * given, which is a fault of the programme where the driver lets it pass.
 */
export interface LineContext {
  readonly id: RowId;
  readonly label: string;
  readonly kind: Kind;
  /** Who pays the cost, gives the money or makes the saving. */
  readonly agency: string;
  readonly timeline: Timeline;
  /** The unit of the line: pounds, but for memorandum rows. */
  readonly unit: Unit;
  /** An input with one value for all periods: a number, or the name of an assumption or line. */
  value(name: InputName, given: Given, unit: Unit, limits?: Limits): Formula;
  /** An input with one value a period. `name` is empty for the amounts of the line itself. */
  amounts(name: InputName, given: AnyPeriodAmounts | Amount, unit: Unit): Formula;
  /** A level by period: a number for all, or by year, each period taking that of its year; `then` carries on. */
  levels(name: InputName, given: Given | AnyPeriodAmounts, unit: Unit, limits?: Limits): Formula;
  /** One number a period that only the structure of the model sets, such as 1 in the years that a line balances. */
  structure(name: InputName, values: readonly number[], unit: Unit): Formula;
  /** A day, as an input in days since the start of 1970; a year, quarter or month stands for its first or last day. */
  day(name: InputName, text: string, edge: Edge): Formula;
  /** The month that a day, month, quarter or year starts or ends in, as an input. */
  month(name: InputName, text: string, edge: Edge): Formula;
  /** The periods that a written year, quarter or month covers; `undefined` after reporting a fault. */
  periods(name: InputName, text: string): PeriodRange | undefined;
  /** A line, total or working row by its name, where a number will not do. */
  named(name: InputName, text: string): Formula;
  /** The unit of an assumption by its name; `undefined` where there is none of that name. */
  unitOf(text: string): Unit | undefined;
  /** All costs of the programme, for whoever pays for some of them. */
  costs(): readonly EligibleLine[];
  /** Adds a line of another kind that comes with this one, such as the repayment of an advance. */
  companion(kind: Kind, label: string, formula: Formula, attributes?: LineAttributes): Formula;
  /** Adds a condition that comes with this line. */
  condition(label: string, condition: DriverCondition): void;
  /** Says what must hold between inputs of the line; the path of a fault is that of the option `name`. */
  relation(name: InputName, relation: Relation): void;
  /** Adds a row beside the line's own and gives a reference to it. */
  row(name: string, row: WorkingRow): Formula;
  /** Says what costs this line is paid for: a row each, or what of it may be claimed for. Lines that share costs are held to them. */
  claims(costs: readonly Formula[]): void;
  /** Says that a body finds so many pounds, over all periods, beside this line: what it gives is held to that. */
  foundBy(name: InputName, who: string, needed: Formula): void;
  /** What the programme's own body saves in a period that leaves its budget, never below nil. */
  ownSavings(): Formula;
  /** Says that this line takes something out of a row; gives what the lines before it leave, if any takes from it too. */
  takesFrom(row: Formula, takes: Formula): TakingTurn | undefined;
  /** What all other costs, savings and funding leave to be met, for the line that balances these periods. */
  leftToMeet(periods: readonly boolean[]): Formula;
  /** Gives a line of its own, named in the driver's `turns`, its turn at what is left; a reference to what it gives. */
  turn(label: string, left: Formula): Formula;
  /** What funding there is beside this line and what is needed, for the line that takes in the difference as a cost. */
  unspent(as: RowId, planned: Formula): Unspent;
  /** Reports a fault, an error unless told; the path is that of the option `name`. */
  fault(name: InputName, fault: Omit<Issue, "severity" | "path"> & { readonly severity?: Severity }): void;
}

/** What options mean where they say nothing, by key: a word, a number, or the same for the keys of an option. */
export interface Usual {
  readonly [key: string]: string | number | boolean | Usual;
}

/** A way of making a line: a name, plain options, and the function that turns them into a formula. */
export interface Driver {
  readonly name: string;
  /** As written in a file under the driver's name. */
  readonly options: unknown;
  /** What the options look like: those of another shape are refused before the line is built. */
  readonly shape?: OptionShape;
  /** What its options mean where they say nothing: one that says just that is as good as left away. */
  readonly usual?: Usual;
  /** How periods of its rows come together, where the driver knows better than the line. */
  readonly totals?: Totals;
  /** The labels of other lines that meet what is left and have their turn at it in this one. */
  readonly turns?: readonly string[];
  /** The formula of the line, from its options and what the programme knows. */
  build(line: LineContext): Formula;
}

/** A line before it is built. */
export interface LinePart {
  readonly part: "line";
  readonly kind: Kind;
  readonly label: string;
  readonly driver: Driver;
  readonly attributes: LineAttributes;
  /** Where it stands, and where its driver's options stand, for faults. */
  readonly path?: readonly string[];
  readonly optionsPath?: readonly string[];
}

/** A table of its own beside the statement: memorandum rows, with a total where one is named. */
export interface TablePart {
  readonly part: "table";
  readonly label: string;
  readonly options: TableOptions;
  readonly parts: readonly (LinePart | GroupPart)[];
  readonly path?: readonly string[];
}

/** How a table of memorandum rows is printed. */
export interface TableOptions {
  /** The label of the total of its rows; without one there is none. */
  readonly total?: string;
  readonly "print in"?: "pounds" | "thousands" | "millions";
  readonly decimals?: number;
  /** The heading of the one column of a table whose figures are not by period. */
  readonly column?: string;
  /** The heading of a column beside it, with each figure as a share of the total of the table, in whole percent. */
  readonly share?: string;
}

/** Lines of one kind under a heading, with a subtotal when one is named. */
export interface GroupPart {
  readonly part: "group";
  readonly label: string;
  readonly subtotal?: string;
  readonly parts: readonly (LinePart | GroupPart)[];
  readonly path?: readonly string[];
}
