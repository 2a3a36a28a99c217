import type { AssumptionId } from "../formula/formula.ts";
import { references } from "../formula/order.ts";
import type { Issue } from "../issue/issue.ts";
import { InvestToSaveError } from "../issue/refusal.ts";
import { unknownName } from "../issue/unknown-name.ts";
import type { Amount } from "../quantity/amount.ts";
import { checkProgramme } from "./given.ts";
import { inputNamed } from "./input-named.ts";
import { replaced } from "./new-value.ts";
import { refuseShape } from "./option-shape.ts";
import type { Programme } from "./programme.ts";
import { allBroken, broken, type PlacedRelation } from "./relation.ts";
import { setTwice } from "./set-twice.ts";

/**
 * New values for assumptions, by id or label: `unit-cost`, or `set-up-costs@2014/15` for one period of an amount by period.
 */
export type NewValues = Readonly<Record<string, Amount>>;

/**
 * The same programme with some assumptions replaced; the one given is left as it was. Values are in the unit of the
 * assumption; days and months are given as text, or as a decimal that counts them. The amount of a year on a finer timeline
 * is split over its periods, as in a file. What was set is marked so, in place of its source, and the warnings of the result
 * are those of its own values. A value is refused where the file would have been, and all of them are judged together; the path
 * of a fault is the key that the value was given by. Throws {@link InvestToSaveError} (`unknown-name`, `duplicate-id` for two names of one number, `malformed-period`, `year-outside-timeline`, `out-of-range`,
 * `end-before-start`, and the codes of reading an amount).
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
  checkProgramme(programme, "withValues");
  refuseShape("values", { "*": "any" }, values);
  const issues: Issue[] = setTwice(programme, Object.keys(values));
  const assumptions = new Map(programme.assumptions);
  const refused = new Set<AssumptionId>();
  const set = new Map<AssumptionId, string>();
  for (const [key, given] of Object.entries(values)) {
    const { name, period, id = "" } = inputNamed(programme, key);
    const found = assumptions.get(id);
    if (found === undefined || found.basis.kind === "structure") {
      issues.push(unknown(programme, name, key));
      continue;
    }
    const faults: Issue[] = [];
    const own = replaced(programme.timeline, found, period, given, faults);
    issues.push(...faults.map((fault) => ({ ...fault, path: [key] })));
    if (own === undefined) refused.add(found.id);
    // A placeholder that is tried out is still no real figure.
    else
      assumptions.set(found.id, { ...own, basis: found.basis.kind === "placeholder" ? found.basis : basis });
    set.set(found.id, key);
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
  set: ReadonlyMap<AssumptionId, string>,
  refused: ReadonlySet<AssumptionId>,
): Issue[] {
  return relations.flatMap((relation) => {
    const inputs = references(relation.formula).assumptions;
    const [key] = inputs.flatMap((id) => set.get(id) ?? []);
    if (key === undefined || inputs.some((id) => refused.has(id))) return [];
    const issue = broken({ ...relation, path: [key] }, assumptions);
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

/** A value that was set is no longer what its source said. */
const basis = { kind: "assumed", words: "set for this run" } as const;

function unknown(programme: Programme, name: string, key: string): Issue {
  const settable = [...programme.assumptions.values()].filter((one) => one.basis.kind !== "structure");
  const known = settable.map(({ id }) => id);
  const alike = settable.map(({ label }) => label);
  return { ...unknownName({ what: "assumption", name, known, alike }), path: [key] };
}
