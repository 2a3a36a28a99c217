import { basisOf } from "../assumption.ts";
import type { Correlation, CorrelationPart } from "../programme.ts";
import { readAt } from "../read-at.ts";
import { type Draft, report } from "./draft.ts";
import { noBasis } from "./inputs.ts";
import { named } from "./line-context.ts";

/** Which numbers of a draft go together, once all of them are there. */
export function correlationsOf(draft: Draft): Correlation[] {
  const given = draft.parts.filter((part) => part.part === "correlation");
  return given.flatMap((part, at) => buildCorrelation(draft, part, at) ?? []);
}

function buildCorrelation(draft: Draft, part: CorrelationPart, at: number): Correlation | undefined {
  const path = part.path ?? ["correlations", String(at)];
  const before = draft.issues.length;
  // How many there are is said here, at the place of the file.
  const given: readonly string[] = part.between;
  const ids = given.map((name, i) => idOfRanged(draft, name, [...path, "between", String(i)]));
  const [first, second] = ids;
  if (ids.length !== 2 || (first !== undefined && first === second))
    report(draft, "wrong-shape", [...path, "between"], `${path.join(" > ")} is not between two numbers`, {
      expected: "the names of two different numbers that have a range",
      received: given.length === 0 ? "nothing" : given.join(", "),
      hint: "write it like between: [Unit cost, Children]",
    });
  const value = readAt(part.correlation, [...path, "correlation"], draft.issues, { least: -1, most: 1 });
  const basis = basisOf(part) ?? basisOf(draft.options);
  if (basis === undefined) noBasis(draft, path);
  if (draft.issues.length > before || value === undefined || !first || !second || !basis) return undefined;
  return { between: [first, second], value, basis, path };
}

function idOfRanged(draft: Draft, name: string, path: readonly string[]): string | undefined {
  const formula = named(draft, name, path);
  if (formula.node !== "assumption" && formula.node !== "row") return undefined;
  const found = draft.assumptions.get(formula.id);
  if (found?.range !== undefined) return found.id;
  // A range that was refused has been reported, and what goes with it can wait for it.
  if (found && draft.issues.some(({ path: at }) => found.path.every((key, i) => at[i] === key)))
    return undefined;
  const ranged = [...draft.assumptions.values()].filter(({ range }) => range !== undefined);
  report(
    draft,
    "missing-key",
    path,
    `${path.join(" > ")}: “${name}” has no range, and so goes with nothing`,
    {
      expected: "a number with a range",
      received: name,
      hint:
        ranged.length === 0
          ? "give both numbers a range first: low and high, or another shape"
          : `these have one: ${ranged.map(({ label }) => label).join(", ")}`,
    },
  );
  return undefined;
}
