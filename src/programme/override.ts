import type { AssumptionId } from "../formula/formula.ts";
import { references } from "../formula/order.ts";
import { didYouMean, InvestToSaveError, type Issue } from "../issue.ts";
import type { Amount } from "../quantity/amount.ts";
import { isDecimal } from "../quantity/decimal.ts";
import { idOf, inputIdOf } from "./names.ts";
import type { Programme } from "./programme.ts";
import { allBroken, broken, type PlacedRelation } from "./relation.ts";
import { replaced } from "./replacement.ts";

/**
 * New values for assumptions, by id: `unit-cost`, or `set-up-costs@2014/15` for one period of an amount by period.
 */
export type NewValues = Readonly<Record<string, Amount>>;

/**
 * The same programme with some assumptions replaced; the one given is left as it was. Values are in the unit of the
 * assumption; days and months are given as text. The amount of a year on a finer timeline is split over its periods, as
 * in a file. What was set is marked so, in place of its source. Throws {@link InvestToSaveError} (`unknown-name`, `malformed-period`,
 * `year-outside-timeline`, and the codes of reading an amount).
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, withValues, years } from "invest-to-save";
 * const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 12_000));
 * evaluate(withValues(rent, { "rent@2025/26": "12600" })).rows.get("rent")?.values.join(" ");
 * // => "12000 12600"
 * ```
 */
export function withValues(programme: Programme, values: NewValues): Programme {
  const issues: Issue[] = [];
  const assumptions = new Map(programme.assumptions);
  const refused = new Set<AssumptionId>();
  const set = new Set<AssumptionId>();
  for (const [key, given] of Object.entries(values)) {
    const [name = "", period] = keyOf(programme, key);
    const found = assumptions.get(inputIdOf(name)) ?? assumptions.get(idOf(name));
    if (found === undefined || found.basis.kind === "structure") {
      unknown(programme, name, issues);
      continue;
    }
    const own = replaced(programme.timeline, found, period, given, issues);
    if (own === undefined) refused.add(found.id);
    // A placeholder that is tried out is still no real figure.
    else
      assumptions.set(found.id, { ...own, basis: found.basis.kind === "placeholder" ? found.basis : basis });
    set.add(found.id);
  }
  issues.push(...togetherBroken(programme.relations, assumptions, set, refused));
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InvestToSaveError(issues);
  return Object.freeze({ ...programme, assumptions, issues: warningsAfter(programme, assumptions) });
}

/** What no longer holds between inputs, told of the one that was set. What was refused is not judged once more. */
function togetherBroken(
  relations: readonly PlacedRelation[],
  assumptions: Programme["assumptions"],
  set: ReadonlySet<AssumptionId>,
  refused: ReadonlySet<AssumptionId>,
): Issue[] {
  return relations.flatMap((relation) => {
    const inputs = references(relation.formula).assumptions;
    const [own] = inputs.filter((id) => set.has(id));
    if (own === undefined || inputs.some((id) => refused.has(id))) return [];
    const issue = broken({ ...relation, path: [own] }, assumptions);
    const others = inputs.filter((id) => !set.has(id));
    const hint = `choose another value, or set ${others.join(", ")} with it`;
    return issue === undefined ? [] : [others.length === 0 ? issue : { ...issue, hint }];
  });
}

/** The warnings of a programme with other values: those that follow from its inputs are judged anew. */
function warningsAfter(
  { relations, issues, assumptions: old }: Programme,
  assumptions: Programme["assumptions"],
): Issue[] {
  const before = new Set(allBroken(relations, old).map(({ message }) => message));
  return [...issues.filter(({ message }) => !before.has(message)), ...allBroken(relations, assumptions)];
}

/** The id and the period of a key: `rent@2025/26`, or `rent.2025/26` where no input has that id. */
function keyOf({ assumptions }: Programme, key: string): string[] {
  const dot = key.lastIndexOf(".");
  if (key.includes("@") || assumptions.has(inputIdOf(key)) || dot < 0) return key.split("@");
  const before = assumptions.get(inputIdOf(key.slice(0, dot)));
  return before !== undefined && !isDecimal(before.value) ? [key.slice(0, dot), key.slice(dot + 1)] : [key];
}

/** A value that was set is no longer what its source said. */
const basis = { kind: "assumed", words: "set for this run" } as const;

function unknown(programme: Programme, name: string, issues: Issue[]): void {
  const settable = [...programme.assumptions.values()].filter((one) => one.basis.kind !== "structure");
  issues.push({
    code: "unknown-name",
    severity: "error",
    path: [name],
    message: `there is no assumption “${name}” to set`,
    expected: settable.map((one) => one.id).join(", "),
    received: name,
    hint:
      didYouMean(
        name,
        settable.map((one) => one.id),
      ) ?? "choose one of the ids above",
  });
}

/**
 * The same programme with the values of one of its named scenarios; without a name, as it is. Throws
 * {@link InvestToSaveError} with `unknown-name`, and what {@link withValues} throws.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, scenario, withScenario, years } from "invest-to-save";
 * const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" },
 *   cost("Rent", 12_000), scenario("Dearer", { "rent@2025/26": 13_000 }));
 * evaluate(withScenario(rent, "dearer")).rows.get("rent")?.values.join(" "); // => "12000 13000"
 * ```
 */
export function withScenario(programme: Programme, name: string): Programme {
  const scenario = programme.scenarios.find(({ label }) => idOf(label) === idOf(name));
  if (scenario) return Object.freeze({ ...withValues(programme, scenario.set), scenario });
  const labels = programme.scenarios.map(({ label }) => label);
  throw new InvestToSaveError([
    {
      code: "unknown-name",
      severity: "error",
      path: [name],
      message: `the model has no scenario “${name}”`,
      expected: labels.length === 0 ? "no scenario: this model has none" : labels.join(", "),
      received: name,
      hint: didYouMean(name, labels) ?? "choose one of the scenarios above, or leave it out",
    },
  ]);
}
