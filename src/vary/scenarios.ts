import { appraise } from "../appraisal/appraise.ts";
import { InvestToSaveError, refusal } from "../issue/refusal.ts";
import { checkProgramme } from "../programme/given.ts";
import { refuseShape } from "../programme/option-shape.ts";
import type { Programme } from "../programme/programme.ts";
import { withScenario } from "../programme/scenarios.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { evaluate } from "../table/evaluate.ts";
import { judged } from "../table/judged.ts";
import { type CaseOptions, caseOf } from "./case.ts";
import { measureOutcomes } from "./measure-outcome.ts";
import { type Outcome, type OutcomeReading, plainOutcome } from "./outcome.ts";

/** What to compare the scenarios of a programme by. */
export interface CompareScenariosOptions extends CaseOptions {
  /**
   * The names of measures, rows or conditions. Unless told: the net saving, the net present value, the benefit-cost ratio,
   * the peak of funding and payback, as far as the appraisal has them.
   */
  readonly outcomes?: readonly string[];
}

/** A programme as its model says, or with the values of one of its scenarios. */
export interface ComparedScenario {
  readonly label: string;
  readonly says?: string;
  /** One for each outcome, in their order. */
  readonly readings: readonly OutcomeReading[];
  /** The value less that of the central case, in the unit of the outcome; only where both have one. */
  readonly differences: readonly (Decimal | undefined)[];
  /** The labels of the conditions of the model that do not hold. */
  readonly unmet: readonly string[];
}

/** Scenarios side by side: the central case first, then each scenario in the order of the model. */
export interface ComparedScenarios {
  readonly outcomes: readonly Outcome[];
  readonly cases: readonly ComparedScenario[];
}

const usual = ["net-saving", "net-present-value", "benefit-cost-ratio", "peak-funding", "payback"];

/**
 * The named scenarios of a programme side by side with the central case, which is the model as it stands: each outcome, how it
 * differs from the central case, and the conditions that do not hold. Everything is exact; words are rounded for print. Throws
 * {@link InvestToSaveError} with `wrong-shape` for what is no programme, `missing-key` where the model has no scenario, `unknown-name` for an outcome that it does
 * not have, and what `withScenario` and `appraise` throw.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, scenario, years } from "invest-to-save";
 * import { compareScenarios } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }),
 *   scenario("A year late", { "contracts@2025/26": 0 }));
 * const { cases } = compareScenarios(p, { outcomes: ["net saving"] });
 * cases.map(({ label, readings }) => `${label}: ${readings[0]?.words}`).join("; ");
 * // => "As the model says: £200; A year late: −£400"
 * ```
 */
export function compareScenarios(
  programme: Programme,
  options: CompareScenariosOptions = {},
): ComparedScenarios {
  checkProgramme(programme, "compareScenarios");
  refuseShape("compareScenarios", { "outcomes?": "names", "appraisal?": "any", "progress?": "any" }, options);
  if (programme.scenarios.length === 0) throw noScenarios();
  const { programme: own, outcomes } = caseOf(
    programme,
    options.outcomes ?? usualOf(programme, options),
    options,
  );
  const read = (label: string, says: string | undefined, varied: Programme): ComparedScenario => {
    const table = evaluate(varied);
    return {
      label,
      ...(says === undefined ? {} : { says }),
      readings: outcomes.map((outcome) => outcome.read(table)),
      differences: [],
      unmet: judged(table).flatMap(({ condition, failing }) => (failing.length > 0 ? [condition.label] : [])),
    };
  };
  const central = read("As the model says", undefined, own);
  const others = own.scenarios.map(({ label, says }, at) => {
    options.progress?.(at, own.scenarios.length);
    const found = read(label, says, withScenario(own, label));
    return { ...found, differences: found.readings.map((reading, i) => less(reading, central.readings[i])) };
  });
  return { outcomes: outcomes.map(plainOutcome), cases: [central, ...others] };
}

function less(reading: OutcomeReading, central: OutcomeReading | undefined): Decimal | undefined {
  return central?.value === undefined ? undefined : reading.value?.minus(central.value);
}

/** The usual measures; of a programme that cannot be appraised as it stands, its totals. */
function usualOf(programme: Programme, { appraisal }: CaseOptions): string[] {
  try {
    const found = measureOutcomes(appraise(programme, appraisal)).map(({ id }) => id);
    return usual.filter((id) => found.includes(id)).map((id) => `measure: ${id}`);
  } catch (error) {
    if (!(error instanceof InvestToSaveError) || appraisal !== undefined) throw error;
    return ["total-cost", "total-saving", "balance"].filter((id) => programme.rows.has(id));
  }
}

function noScenarios() {
  return refusal({
    code: "missing-key",
    path: ["scenarios"],
    message: "the model has no scenarios to compare",
    expected: "at least one under “scenarios:”",
    received: "none",
    hint: "name one, such as scenarios: { Slow start: { set: { families: 10 } } }",
  });
}
