import type { Decimal } from "../../quantity/decimal.ts";
import type { CaseOptions } from "../case.ts";
import type { MovedAssumption } from "../lever.ts";
import type { Outcome, OutcomeReading } from "../outcome.ts";
import type { Asked, Bound } from "./criterion.ts";
import type { AskedRange, SearchRange } from "./search-range.ts";
import type { Turn } from "./turns.ts";

/** What is to turn, and how closely to look. */
export interface SwitchingOptions extends CaseOptions, Asked {
  /** The measure, row or condition, by its name. What is asked of it is at most one of `target`, `above`, `below`, `at least`, `at most`. */
  readonly outcome: string;
  /** Into how many steps the range is divided to look for turns; 24 unless told. */
  readonly steps?: number;
}

/** One assumption, what is to turn, and where to look. */
export interface SwitchingValueOptions extends SwitchingOptions, AskedRange {
  /** Its label or id; with `@` and a period for one amount of several. */
  readonly assumption: string;
}

/** A turn, and how far from the central value it is. */
export interface SwitchingTurn extends Turn {
  /** The value less the central value, as a share of that; missing where that is nil, and for days. */
  readonly headroom?: Decimal;
}

/** Where an outcome turns as one assumption moves and all others stay at their central value. */
export interface SwitchingValue {
  readonly assumption: MovedAssumption;
  readonly outcome: Outcome;
  /** What is asked of it; missing for a condition, which is to hold, and for a payback that is to come at all. */
  readonly bound?: Bound;
  readonly central: OutcomeReading;
  /** Whether the central case is as asked. */
  readonly met: boolean;
  /**
   * `turns`; `no value in its range does`, with the range searched; `makes no difference`: it has no part in the outcome, or all
   * that was tried gives the same; `not searched`: its central value is nil and it has no range, so that there is nothing to go by.
   */
  readonly answer: "turns" | "no value in its range does" | "makes no difference" | "not searched";
  /** All turns, in rising order of the value. */
  readonly turns: readonly SwitchingTurn[];
  readonly range?: SearchRange;
  /** The widest step between two values that were tried: turns closer together than this may have been missed. */
  readonly resolution?: Decimal;
  /** For a report: what holds until where, with the printed value on the safe side. */
  readonly sentence: string;
}
