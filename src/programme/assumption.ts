import type { AssumptionId } from "../formula/formula.ts";
import type { Amount } from "../quantity/amount.ts";
import { type Decimal, isDecimal } from "../quantity/decimal.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Unit } from "../quantity/unit.ts";
import type { Day } from "../time/day.ts";
import type { Edge } from "../time/day-of.ts";
import type { Limits } from "./limits.ts";
import type { RangeOptions, Shape } from "./range-options.ts";

/** Where a number comes from: a source, a stated assumption with its reason, a placeholder, or the model's own structure. */
export type Basis =
  | { readonly kind: "source" | "assumed" | "placeholder"; readonly words: string }
  | { readonly kind: "structure" };

/** What can be said of a number beside its value; all of it is optional, the basis is inherited where none is given. */
export interface Detail {
  readonly source?: string;
  /** The reason, for a number that no source gives. */
  readonly assumed?: string;
  /** What is missing, for a number that only holds the place of the real one. */
  readonly placeholder?: string;
  readonly low?: Amount;
  readonly high?: Amount;
  /** How it may turn out, where that is more than low and high: its shape by name, or all of it. */
  readonly range?: RangeOptions | Shape;
  readonly owner?: string;
  readonly date?: string;
  readonly "review by"?: string;
  readonly prices?: Prices;
  readonly note?: string;
}

/** A number with its detail. */
export interface DetailedAmount extends Detail {
  readonly value: Amount;
  readonly unit?: Unit;
}

/** How an input is given: a number, the name of an assumption or a line, or a number with its detail. */
export type Given = Amount | DetailedAmount;

/** A number that enters the model: one for all periods, or one a period. Money is positive and in pounds. */
export interface Assumption {
  readonly id: AssumptionId;
  readonly label: string;
  readonly unit: Unit;
  readonly prices?: Prices;
  readonly value: Decimal | readonly Decimal[];
  readonly basis: Basis;
  readonly low?: Decimal;
  readonly high?: Decimal;
  /** How it may turn out in a simulation. What is printed always goes by the value. */
  readonly range?: Range;
  readonly owner?: string;
  readonly date?: string;
  readonly reviewBy?: string;
  readonly note?: string;
  /** What its value must keep to, in every place that uses it. */
  readonly limits?: Limits;
  /** That the values by period are levels, which each period takes whole, and not amounts, which are split. */
  readonly level?: true;
  /** Whether a date stands for the start or the end of what may be written for it. */
  readonly edge?: Edge;
  /** The day that was written, where the value is its month. */
  readonly day?: Day;
  /** Once the value was replaced by whoever runs the model: the periods replaced, none for a single value. */
  readonly set?: readonly number[];
  readonly path: readonly string[];
}

/** How a number may turn out, in its own unit; for amounts by period, as shares of them. */
export interface Range {
  readonly shape: Shape;
  /** For a triangular, PERT or uniform range both ends; for a normal or lognormal one where it is cut off, if it is. */
  readonly low?: Decimal;
  readonly high?: Decimal;
  /** For a normal or lognormal range: its standard deviation; the mean is the value. */
  readonly deviation?: Decimal;
  /** For a discrete range: the values, each with its weight. */
  readonly weights?: readonly { readonly value: Decimal; readonly weight: Decimal }[];
  /** That it is a factor on amounts by period. */
  readonly ofAmounts?: true;
  readonly basis: Basis;
}

/** The basis that a detail states itself; `undefined` when it is to be inherited. */
export function basisOf(detail: Detail): Basis | undefined {
  if (detail.placeholder !== undefined) return { kind: "placeholder", words: detail.placeholder };
  if (detail.assumed !== undefined) return { kind: "assumed", words: detail.assumed };
  if (detail.source !== undefined) return { kind: "source", words: detail.source };
  return undefined;
}

/** A basis in words, as it ends an explanation. */
export function basisWords(basis: Basis): string {
  if (basis.kind === "structure") return "set by the structure of the model";
  return `${basis.kind}: ${basis.words}`;
}

/** The numbers that only hold the place of real ones; while there are any, all that comes of a model is a draft. */
export function placeholdersIn(assumptions: ReadonlyMap<AssumptionId, Assumption>): Assumption[] {
  return [...assumptions.values()].filter(({ basis }) => basis.kind === "placeholder");
}

/** A number that somebody stated, and so said in words where it comes from. */
export interface StatedAssumption extends Assumption {
  readonly basis: Exclude<Basis, { kind: "structure" }>;
}

/** The numbers that somebody stated; what the structure of the model sets is left out. */
export function statedIn(assumptions: ReadonlyMap<AssumptionId, Assumption>): StatedAssumption[] {
  return [...assumptions.values()].filter((own): own is StatedAssumption => own.basis.kind !== "structure");
}

/** Who owns a number, how old it is, when it is looked at again, and what else is said of it. */
export function detailWords({ owner, date, reviewBy, note }: Assumption): string[] {
  const all = [
    owner && `owner: ${owner}`,
    date && `as of ${date}`,
    reviewBy && `review by ${reviewBy}`,
    note,
  ];
  return all.flatMap((words) => (words === undefined || words === "" ? [] : [words]));
}

/** Whether a given input is a number with its detail. */
export function isDetailed(given: Given): given is DetailedAmount {
  return typeof given === "object" && given !== null && !isDecimal(given);
}

/** Whether an input is one number (or a name) for all periods, rather than numbers by period. */
export function isOne(given: unknown): given is Given {
  return typeof given !== "object" || given === null || isDecimal(given) || "value" in given;
}
