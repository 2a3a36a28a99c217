import type { RowId } from "../formula/formula.ts";
import type { Severity } from "../issue/issue.ts";
import type { PeriodText } from "../time/period-text.ts";
import type { Given } from "./assumption.ts";

/** A bound that a condition sets; exactly one of them. The number is in the unit of the row. */
export interface Bounds {
  readonly "at most"?: Given;
  readonly below?: Given;
  readonly "at least"?: Given;
  readonly above?: Given;
  readonly "equal to"?: Given;
}

/** Every way in which a condition bounds. */
export const bounds: readonly (keyof Bounds)[] = ["at most", "below", "at least", "above", "equal to"];

/** What a condition says: of a row in each period (from, to), or of its total over all periods. */
export interface ConditionOptions extends Bounds {
  readonly row?: string;
  readonly "total of"?: string;
  readonly from?: PeriodText;
  readonly to?: PeriodText;
  /** An error unless told: `check` fails on it. */
  readonly severity?: Severity;
  /** What to tell the reader when it does not hold. */
  readonly says?: string;
}

/** Something that must hold. Its row is 1 where it holds and 0 where it does not. */
export interface Condition {
  readonly id: RowId;
  readonly label: string;
  readonly row: RowId;
  /** The periods that it is judged in, both inclusive; a condition on a total is judged once. */
  readonly first: number;
  readonly last: number;
  readonly once: boolean;
  /** That it is judged over each financial year, in the last period of the year. */
  readonly by?: "year";
  readonly severity: Severity;
  readonly says?: string;
}

/** A condition before it is built. */
export interface ConditionPart {
  readonly part: "condition";
  readonly label: string;
  readonly options: ConditionOptions;
  readonly path?: readonly string[];
}

/** Which way a condition bounds; none while it says none. */
export function boundIn({ options }: ConditionPart): keyof Bounds | undefined {
  return bounds.find((bound) => options[bound] !== undefined);
}
