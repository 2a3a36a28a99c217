import type { Issue } from "../../issue/issue.ts";
import type { Shape } from "../../programme/range-options.ts";
import type { Stamp } from "../../programme/stamp/stamp.ts";
import type { Unit } from "../../quantity/unit.ts";
import type { Points } from "../draw/source.ts";
import type { Influence } from "./rank.ts";

/** An assumption that was drawn, with its value and the ends of its range where it has any. */
export interface DrawnAssumption {
  readonly id: string;
  readonly label: string;
  /** The unit of the three numbers; `share` where they are shares of amounts by period. */
  readonly unit: Unit;
  readonly shape: Shape;
  readonly central: number;
  readonly low?: number;
  readonly high?: number;
  /** Where the range comes from, in words. */
  readonly basis: string;
}

/** Two assumptions that were drawn together. */
export interface DrawnTogether {
  readonly between: readonly [string, string];
  readonly correlation: number;
  readonly basis: string;
}

/** How the draws of a figure are spread: nine in ten lie above P10, half below P50, nine in ten below P90. */
export interface Spread {
  /** The figure of the programme as it stands, which is what is printed elsewhere. */
  readonly central: number;
  readonly mean: number;
  readonly P10: number;
  readonly P50: number;
  readonly P90: number;
}

/** So many draws lie from one value up to the next. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly draws: number;
}

/** How much an assumption has to do with a figure. */
export interface Matters extends Influence {
  readonly id: string;
  readonly label: string;
}

/** What came of a measure, or of a row over some periods. In its unit; amounts of every kind positive. */
export interface SimulatedMeasure extends Spread {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** How far the mean may be out for want of draws: about two times in three it is nearer than that. */
  readonly "standard error": number;
  readonly "standard deviation": number;
  readonly least: number;
  readonly most: number;
  readonly histogram: readonly HistogramBar[];
  /** What it depends on, most first. */
  readonly matters: readonly Matters[];
  /** The draws that were left out, such as of a ratio with nothing to divide by. */
  readonly "draws without a value": number;
}

/** How likely something is: the share of the draws in which it holds. */
export interface SimulatedChance {
  readonly id: string;
  readonly label: string;
  readonly chance: number;
  readonly "standard error": number;
  /** Whether it holds in the programme as it stands. */
  readonly central: boolean;
}

/** How a row is spread, year by year. */
export interface Fan {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly years: readonly (Spread & { readonly year: string })[];
}

/** What came of a simulation: plain data. */
export interface Simulation {
  readonly title: string;
  readonly draws: number;
  readonly seed: number;
  readonly method: Points;
  readonly assumptions: readonly DrawnAssumption[];
  readonly together: readonly DrawnTogether[];
  readonly measures: readonly SimulatedMeasure[];
  readonly chances: readonly SimulatedChance[];
  readonly fans: readonly Fan[];
  /**
   * The draws in which something divides by nil or has no value for another reason, or whose inputs break what must hold
   * between them: left out of everything.
   */
  readonly "draws without a value": number;
  /** Warnings: why draws were left out. */
  readonly issues: readonly Issue[];
  /** What made it from which inputs. */
  readonly stamp: Stamp;
}
