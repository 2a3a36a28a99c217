import { present } from "../../assert.ts";
import type { FastInput } from "../../formula/fast/cells.ts";
import { references } from "../../formula/order.ts";
import type { Issue } from "../../issue/issue.ts";
import type { Programme } from "../../programme/programme.ts";
import { broken, type PlacedRelation } from "../../programme/relation.ts";
import { type Decimal, decimal, isDecimal } from "../../quantity/decimal.ts";
import { roundFigures } from "../../quantity/rounding.ts";
import type { Sample } from "./draw-job.ts";
import type { BrokenRelation } from "./drawn-relations.ts";

/** With how many digits the example of a draw is told, where it breaks the relation with so few. */
const digits = 4;

/**
 * What must hold between inputs and does not in some draws, as warnings in its own words: how many draws are left out, and
 * what is wrong in the first of them. The codes are those of the relations, such as `out-of-range`.
 */
export function brokenIssues(
  programme: Programme,
  relations: readonly PlacedRelation[],
  inputs: readonly FastInput[],
  sample: Sample,
): Issue[] {
  return sample.broken.map((found) => {
    const relation = present(relations[found.relation], "a relation of the job");
    const said = exampleOf(programme, relation, inputs, found);
    const labels = references(relation.formula)
      .assumptions.filter((id) => inputs.some((input) => input.id === id))
      .map((id) => present(programme.assumptions.get(id), id).label);
    const example = said === undefined ? "" : `; in the first of them ${said.message}`;
    return {
      code: relation.code,
      severity: "warning",
      path: relation.path,
      message: `“${relation.label}” does not hold in ${found.draws.length} of ${sample.draws} draws, which are left out${example}`,
      expected: "draws in which it holds",
      received: `${found.draws.length} in which it does not`,
      hint: `give ${labels.join(" and ")} ${labels.length > 1 ? "ranges" : "a range"} in which it always holds`,
    };
  });
}

/**
 * What is wrong in the first draw that breaks a relation, with a few digits if that shows it; nothing where it is so near to
 * holding that decimals of the same value say it does.
 */
function exampleOf(
  programme: Programme,
  relation: PlacedRelation,
  inputs: readonly FastInput[],
  { example }: BrokenRelation,
): Issue | undefined {
  const told = (spell: (value: Decimal) => Decimal) => {
    const assumptions = new Map(programme.assumptions);
    for (const [at, { id }] of inputs.entries()) {
      const own = present(assumptions.get(id), id);
      if (isDecimal(own.value))
        assumptions.set(id, { ...own, value: spell(decimal(present(example[at], id))) });
    }
    return broken(relation, assumptions);
  };
  return told((value) => roundFigures(value, digits)) ?? told((value) => value);
}
