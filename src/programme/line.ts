import type { Formula, RowId } from "../formula/formula.ts";
import type { Issue } from "../issue.ts";
import type { Amount } from "../quantity/amount.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import type { Edge } from "../time/edge.ts";
import type { PeriodText } from "../time/period-text.ts";
import type { PeriodRange, Timeline } from "../time/timeline.ts";
import type { Detail, Given, Limits } from "./assumption.ts";

/** What a line is. Amounts of all kinds are positive; the sheet alone gives them signs. */
export type Kind = "cost" | "repayment" | "saving" | "funding";

/** How a row totals over its periods, and how months and quarters of it make a year. */
export type Totals = "sum" | "closing" | "average" | "none";

/** What can be said of a line beside its amounts. */
export interface LineAttributes extends Detail {
  /** Who pays the cost, gives the money or makes the saving; the programme's own body unless told. */
  readonly agency?: string;
  /** Revenue unless told. */
  readonly spend?: "revenue" | "capital";
  /** Recurrent unless told. */
  readonly term?: "recurrent" | "one-off";
  /** For savings: cashable unless told. The three are never merged. */
  readonly cashable?: "cashable" | "non-cashable" | "avoided cost";
}

/** A line of the programme: a cost, a repayment, a saving or a source of funding. Its row has the same id. */
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
}

/**
 * What a driver works with while it builds its line. Every `name` is the key of one of the driver's own options,
 * so that faults point at the right place and inputs get the id `line.name`.
 */
export interface LineContext {
  readonly id: RowId;
  readonly label: string;
  readonly kind: Kind;
  readonly timeline: Timeline;
  /** An input with one value for all periods: a number, or the name of an assumption or line. */
  value(name: string, given: Given, unit: Unit, limits?: Limits): Formula;
  /** An input with one value a period. `name` is empty for the amounts of the line itself. */
  amounts(name: string, given: AnyPeriodAmounts | Amount, unit: Unit): Formula;
  /** One number a period that only the structure of the model sets, such as 1 in the years that a line balances. */
  structure(name: string, values: readonly number[], unit: Unit): Formula;
  /** A day, as an input in days since the start of 1970; a year, quarter or month stands for its first or last day. */
  day(name: string, text: string, edge: Edge): Formula;
  /** The month that a day, month, quarter or year starts or ends in, as an input. */
  month(name: string, text: string, edge: Edge): Formula;
  /** The periods that a written year, quarter or month covers; `undefined` after reporting a fault. */
  periods(name: string, text: string): PeriodRange | undefined;
  /** Adds a row beside the line's own and gives a reference to it. */
  row(name: string, row: WorkingRow): Formula;
  /** What all other costs, savings and funding leave to be met, for the line that balances these periods. */
  leftToMeet(periods: readonly boolean[]): Formula;
  /** Reports a fault; the path is that of the option `name`. */
  fault(name: string, fault: Omit<Issue, "severity" | "path">): void;
}

/** A way of making a line: a name, plain options, and the function that turns them into a formula. */
export interface Driver {
  readonly name: string;
  /** As written in a file under the driver's name. */
  readonly options: unknown;
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

/** Lines of one kind under a heading, with a subtotal when one is named. */
export interface GroupPart {
  readonly part: "group";
  readonly label: string;
  readonly subtotal?: string;
  readonly parts: readonly (LinePart | GroupPart)[];
  readonly path?: readonly string[];
}
