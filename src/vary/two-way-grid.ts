import { refusal } from "../issue/refusal.ts";
import { checkProgramme } from "../programme/given.ts";
import { type OptionShape, refuseShape } from "../programme/option-shape.ts";
import type { Programme } from "../programme/programme.ts";
import type { Amount } from "../quantity/amount.ts";
import { type Decimal, one, zero } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import { type CaseOptions, caseOf } from "./case.ts";
import { type Lever, leverNamed, limited, type MovedAssumption, movedOf } from "./lever.ts";
import { usualEnds } from "./lever-ends.ts";
import { readLeverValue } from "./lever-value.ts";
import { type Outcome, type OutcomeReader, type OutcomeReading, plainOutcome } from "./outcome.ts";
import { variationOf } from "./variation.ts";

const axis: OptionShape = { assumption: "text", "values?": "list" };
const shape: OptionShape = {
  outcome: "text",
  across: axis,
  down: axis,
  "appraisal?": "any",
  "progress?": "any",
};

/** One side of a grid: an assumption, and the values that it takes. */
export interface GridAxis {
  /** Its label or id; with `@` and a period for one amount of several. */
  readonly assumption: string;
  /**
   * Unless told: its low, halfway to the central value, that, halfway to its high, and its high; without a range from 20% less
   * to 20% more by steps of 10%, and of a yes or no both. Those of amounts by period are factors. Days need to be told.
   */
  readonly values?: readonly Amount[];
}

/** Two assumptions to move against each other. */
export interface TwoWayOptions extends CaseOptions {
  readonly outcome: string;
  readonly across: GridAxis;
  readonly down: GridAxis;
}

/** A side of a grid with its values, in words too; `central` is where the printed case stands on it, where it does. */
export interface GridSide {
  readonly assumption: MovedAssumption;
  readonly values: readonly Decimal[];
  readonly words: readonly string[];
  readonly central?: number;
}

/** An outcome under every pair of values of two assumptions. */
export interface TwoWayGrid {
  readonly outcome: Outcome;
  readonly across: GridSide;
  readonly down: GridSide;
  /** A row for each value down, in it a reading for each value across. */
  readonly readings: readonly (readonly OutcomeReading[])[];
}

/**
 * An outcome under every pair of values of two assumptions, all others at the central value. Throws
 * `InvestToSaveError` with `unknown-name`, with `wrong-shape` for what is no programme and where both sides are one assumption, with `missing-key` for a day
 * that has neither values nor a range, and with the codes of reading an amount.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { twoWayGrid } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const { readings } = twoWayGrid(p, { outcome: "net saving",
 *   across: { assumption: "crew", values: [1, 1.5] }, down: { assumption: "contracts", values: [1, 0.5] } });
 * readings.map((row) => row.map(({ words }) => words).join(" ")).join(" / "); // => "£200 −£300 / −£400 −£900"
 * ```
 */
export function twoWayGrid(programme: Programme, options: TwoWayOptions): TwoWayGrid {
  checkProgramme(programme, "twoWayGrid");
  refuseShape("twoWayGrid", shape, options);
  const { programme: own, outcomes } = caseOf(programme, [options.outcome], options);
  const [outcome] = outcomes as [OutcomeReader];
  const axisOf = ({ assumption, values }: GridAxis): Axis => {
    const lever = leverNamed(own, assumption);
    return { lever, values: valuesOf(lever, values, own.timeline.yearStart) };
  };
  const across = axisOf(options.across);
  const down = axisOf(options.down);
  if (across.lever.assumption.id === down.lever.assumption.id) throw oneAssumption(across.lever);
  const { read } = variationOf(own, outcome);
  const [rows, columns] = [down.values.length, across.values.length];
  const readings = down.values.map((y, row) =>
    across.values.map((x, column) => {
      options.progress?.(row * columns + column, rows * columns);
      return read([
        [across.lever, x],
        [down.lever, y],
      ]);
    }),
  );
  return { outcome: plainOutcome(outcome), across: sideOf(across), down: sideOf(down), readings };
}

interface Axis {
  readonly lever: Lever;
  readonly values: readonly Decimal[];
}

function sideOf({ lever, values }: Axis): GridSide {
  const at = values.findIndex((value) => value.eq(lever.central));
  return {
    assumption: movedOf(lever),
    values,
    words: values.map(lever.words),
    ...(at < 0 ? {} : { central: at }),
  };
}

function valuesOf(lever: Lever, given: readonly Amount[] | undefined, yearStart: number): Decimal[] {
  if (given !== undefined) return given.map((value) => readLeverValue(lever, value, yearStart));
  const values = stepsOf(lever).map((value) => limited(lever, lever.whole ? roundPlaces(value, 0) : value));
  return values.filter((value, i) => values.findIndex((other) => other.eq(value)) === i);
}

function stepsOf(lever: Lever): Decimal[] {
  const { central, unit } = lever;
  const { low, high } = usualEnds(lever) ?? { low: central, high: central };
  if (!low.eq(high)) return [low, low.plus(central).div(2), central, central.plus(high).div(2), high];
  if (unit === "flag") return [zero, one];
  // A part of a day since 1970 is no day that anyone means.
  if (unit === "date" || unit === "month number") throw noSteps(lever);
  return ["0.8", "0.9", "1", "1.1", "1.2"].map((times) => central.times(times));
}

function noSteps({ id, label }: Lever) {
  return refusal({
    code: "missing-key",
    path: [id],
    message: `it is not said which days ${label} is to take`,
    expected: "its values, or a low and a high in the model",
    received: "neither",
    hint: `give its values, such as ${id}=2025-04-01:2026-04-01`,
  });
}

function oneAssumption({ id, label }: Lever) {
  return refusal({
    code: "wrong-shape",
    path: [id],
    message: `a grid moves two assumptions, and both sides are ${label}`,
    expected: "two assumptions",
    received: "one",
    hint: "name another for one of the sides",
  });
}
