import { checkKeyed } from "../issue/given.ts";
import type { Issue } from "../issue/issue.ts";
import { issuesOf, refusal } from "../issue/refusal.ts";
import { textOf, unknownName } from "../issue/unknown-name.ts";
import { checkProgramme } from "./given.ts";
import { idOf } from "./names.ts";
import type { Programme, ScenarioPart } from "./programme.ts";
import { setBy } from "./set-twice.ts";
import { type NewValues, withValues } from "./with-values.ts";

/**
 * The same programme with the values of one of its named scenarios, and with others that are set beside them and count
 * before them. What must hold between inputs is judged of all of them together. Throws {@link InvestToSaveError} with
 * `unknown-name`, `wrong-shape` for what is no programme, and what {@link withValues} throws.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, scenario, withScenario, years } from "invest-to-save";
 * const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" },
 *   cost("Rent", 12_000), scenario("Dearer", { "rent@2025/26": 13_000 }));
 * evaluate(withScenario(rent, "dearer")).rows.get("rent")?.values.join(" "); // => "12000 13000"
 * ```
 */
export function withScenario(programme: Programme, name: string, beside: NewValues = {}): Programme {
  checkProgramme(programme, "withScenario");
  checkKeyed(beside, ["beside"], "new values under the names of assumptions");
  const wanted = idOf(textOf(name));
  const scenario = programme.scenarios.find(({ label }) => idOf(label) === wanted);
  if (scenario) {
    const values = { ...othersThan(programme, scenario.set, beside), ...beside };
    return Object.freeze({ ...withValues(programme, values), scenario });
  }
  const labels = programme.scenarios.map(({ label }) => label);
  const otherwise = labels.length === 0 ? "leave the scenario out" : undefined;
  throw refusal(unknownName({ what: "scenario", name, known: labels, otherwise }));
}

/** The values of a scenario but for those of numbers that are set beside it, by whatever name. */
function othersThan(programme: Programme, values: NewValues, beside: NewValues): NewValues {
  const set = new Set(Object.keys(beside).flatMap((name) => setBy(programme, name) ?? []));
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !set.has(setBy(programme, name) ?? "")),
  );
}

/**
 * What each scenario of a programme could not be run for, as warnings: the programme itself is as good as it was. The path
 * is that of the value in the scenario.
 */
export function scenarioWarnings(programme: Programme): Issue[] {
  return programme.parts.flatMap((part) => (part.part === "scenario" ? warningsOf(programme, part) : []));
}

function warningsOf(programme: Programme, part: ScenarioPart): Issue[] {
  try {
    withValues(programme, part.set);
    return [];
  } catch (error) {
    return issuesOf(error).map((issue) => {
      const message = `in the scenario “${part.label}”, ${issue.message}`;
      return {
        ...issue,
        severity: "warning",
        path: [...(part.path ?? [part.label]), "set", ...issue.path],
        message,
      };
    });
  }
}
