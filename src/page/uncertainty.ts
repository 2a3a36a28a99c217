import type { AppraisedProgramme } from "../appraisal/appraise.ts";
import { InvestToSaveError } from "../issue/refusal.ts";
import { type Sensitivity, sensitivity } from "../vary/sensitivity.ts";
import { simulate } from "../vary/simulation/simulate.ts";
import type { Fan } from "../vary/simulation/simulation.ts";

/** What the ranges of a model's numbers mean for it. */
export interface Uncertainty {
  /** How far the net present value, or without discounting the net saving, moves with each number that has a low and a high. */
  readonly sensitivity?: Sensitivity;
  /** How widely the running net is spread in each year, over as many draws as a simulation has unless told. */
  readonly fan?: Fan;
}

/** What the ranges that a model states mean for its net; nothing where it states none. */
export function uncertaintyOf(programme: AppraisedProgramme): Uncertainty {
  const known = programme.appraisal.measures.map(({ id }) => id);
  const measure = known.includes("net-present-value") ? "net-present-value" : "net-saving";
  const moved = whereRanged(() => sensitivity(programme, { outcome: `measure: ${measure}` }));
  const drawn = whereRanged(() =>
    simulate(programme, { measures: [], chances: [], fans: ["row: appraisal.cumulative-net"] }),
  );
  const [fan] = drawn?.fans ?? [];
  return { ...(moved && { sensitivity: moved }), ...(fan && { fan }) };
}

/** What comes of ranges; nothing where no number has one. */
function whereRanged<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    const none =
      error instanceof InvestToSaveError && error.issues.every(({ code }) => code === "missing-key");
    if (none) return undefined;
    throw error;
  }
}
