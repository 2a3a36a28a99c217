import type { RowId } from "../formula/formula.ts";
import type { Decimal } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import type { Table } from "../table/table.ts";
import type { Bound } from "./switching/criterion.ts";

/** What a table says of an outcome. */
export interface OutcomeReading {
  /**
   * Exact, in the unit of the outcome; of a condition, what there is to spare in the period where that is least (below nil:
   * what it falls short by). Missing where the answer is not a number, such as a payback that never comes.
   */
  readonly value?: Decimal;
  /** Whether it holds, of a condition. */
  readonly holds?: boolean;
  /** That the model refuses the values that it was asked for, or cannot be worked out with them: then the words say why. */
  readonly refused?: true;
  readonly words: string;
}

/** Something that can be asked of a programme: a measure, a row in a period or over all of them, or a condition. */
export interface Outcome {
  readonly kind: "measure" | "row" | "condition";
  readonly id: string;
  /** As it is called in print: `Net present value`, `Balance in 2016/17`. */
  readonly label: string;
  readonly unit: Unit;
  /** Which way is better for the programme, where that can be told. */
  readonly better?: "higher" | "lower";
  /** What it is asked to meet unless something else is; a payback that has none is asked to come at all. */
  readonly meets?: Bound;
  /** That a missing value lies beyond any number: a payback that never comes is later than any that does. */
  readonly endless?: true;
}

/** An outcome and how to read it in a table that has its rows. */
export interface OutcomeReader extends Outcome {
  readonly rows: readonly RowId[];
  read(table: Table): OutcomeReading;
}

/** An outcome without the means to read it: what results carry. */
export function plainOutcome({ rows: _, read: __, ...outcome }: OutcomeReader): Outcome {
  return outcome;
}
