import {
  type Compared,
  type Comparison,
  compare,
  constant,
  type Formula,
  row as ref,
  round,
} from "../../formula/formula.ts";
import { decimal, one } from "../../quantity/decimal.ts";
import type { Unit } from "../../quantity/unit.ts";
import { addConditionRow } from "../building/condition-row.ts";
import type { Draft } from "../building/draft.ts";
import { type BoundName, boundNames, boundWords, type Limits } from "../limits.ts";
import type { Row } from "../programme.ts";

/** A bound as a condition on a row: what it is called, and what is compared. */
interface Bound {
  readonly words: string;
  readonly formula: Compared;
}

const comparisons: Record<BoundName, Comparison> = {
  least: "at least",
  above: "above",
  most: "at most",
  below: "below",
};

/**
 * Adds a condition for each row that stands where an input has limits, and for each of its bounds: what a row comes to is
 * only known when the model is worked out. One for each row and bound, however often it is named.
 */
export function addNamedBounds(draft: Draft): void {
  for (const { row: id, limits, unit, path } of draft.namedRows) {
    const row = draft.rows.get(id);
    // A row that is not there has been reported.
    if (row === undefined) continue;
    for (const { words, formula } of boundsOf(draft, row, limits, unit))
      addBound(draft, row, words, formula, path);
  }
}

function boundsOf(draft: Draft, row: Row, limits: Limits, unit: Unit): Bound[] {
  const own = limitsOf(draft, row);
  const bounds = boundNames.flatMap((name): Bound[] => {
    const bound = limits[name];
    if (bound === undefined || bound === own[name]) return [];
    const formula = compare(
      ref(row.id),
      comparisons[name],
      constant(decimal(bound), bound === 0 ? "any" : unit),
    );
    return [{ words: boundWords(name, bound), formula }];
  });
  if (limits.whole === undefined || own.whole !== undefined) return bounds;
  const whole: Formula = round(ref(row.id), constant(one, unit), "down");
  return [...bounds, { words: "always a whole number", formula: compare(ref(row.id), "equal to", whole) }];
}

/** The limits that a row keeps to since it is nothing but an input that does. */
function limitsOf({ assumptions }: Draft, { formula }: Row): Limits {
  const isInput = formula.node === "assumption" || formula.node === "series";
  return (isInput ? assumptions.get(formula.id)?.limits : undefined) ?? {};
}

function addBound(draft: Draft, row: Row, words: string, formula: Formula, path: readonly string[]): void {
  // No label can have this id: a dot stands between a line and what is its own.
  const id = `${row.id}.is-${words.replaceAll(" ", "-")}`;
  if (draft.rows.has(id)) return;
  const label = `${row.label} is ${words}`;
  const judged = { first: 0, last: draft.timeline.count - 1, once: false } as const;
  addConditionRow(draft, { id, label, ...judged, severity: "error" }, formula, path);
}
