import { type Formula, multiply } from "../../formula/formula.ts";
import type { LineContext, Stage } from "../../programme/line.ts";
import { type ByPeriod, byPeriodSchema, levelByPeriod } from "../over-time/by-period.ts";

/** Which part of a gross figure is owed to the programme, and which part of that leaves a budget. */
export interface SavingShares {
  /** The share that the programme brought about; what would have come without it is left out. */
  readonly attributed?: ByPeriod;
  /** The share of what is attributed that takes money out of a budget. */
  readonly cashable?: ByPeriod;
}

export const savingSharesShape = () => ({
  attributed: byPeriodSchema().optional(),
  cashable: byPeriodSchema().optional(),
});

/** The steps from a gross figure to what is counted: the name of each row, and its share. */
export type SavingSteps = readonly {
  readonly name: string;
  readonly share: Formula;
  readonly stage?: Stage;
}[];

/** Reads the shares that are stated. Those that are not have no step: nothing is assumed for them. */
export function savingSteps(line: LineContext, { attributed, cashable }: SavingShares): SavingSteps {
  const step = (name: "attributed" | "cashable", given: ByPeriod | undefined, stage: { stage?: Stage }) =>
    given === undefined
      ? []
      : [{ name: `${name} saving`, share: levelByPeriod(line, name, given, "share", 1), ...stage }];
  return [...step("attributed", attributed, { stage: "net" }), ...step("cashable", cashable, {})];
}

/** Adds a row for each step after a gross figure in pounds, and gives the last of them. */
export function afterSteps(line: LineContext, prefix: string, gross: Formula, steps: SavingSteps): Formula {
  return steps.reduce(
    (before, { name, share, stage }) =>
      line.row(`${prefix}${name}`, {
        unit: "£",
        totals: "sum",
        formula: multiply(before, share),
        // The rows of the parts of a line, which have a prefix, are no stage of the whole.
        ...(stage === undefined || prefix !== "" ? {} : { stage }),
      }),
    gross,
  );
}
