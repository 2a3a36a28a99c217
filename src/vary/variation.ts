import { present } from "../assert.ts";
import { references } from "../formula/order.ts";
import type { Issue } from "../issue/issue.ts";
import { InvestToSaveError, issuesOf } from "../issue/refusal.ts";
import type { Assumption } from "../programme/assumption.ts";
import { replaced } from "../programme/new-value.ts";
import type { Programme } from "../programme/programme.ts";
import { readAt } from "../programme/read-at.ts";
import { allBroken } from "../programme/relation.ts";
import { beyond, type Decimal, decimal, isDecimal, one, zero } from "../quantity/decimal.ts";
import { rework } from "../table/rework.ts";
import type { Lever } from "./lever.ts";
import type { Outcome, OutcomeReader, OutcomeReading } from "./outcome.ts";

/** A lever and the value that it is moved to. */
export type Setting = readonly [lever: Lever, value: Decimal];

/** An outcome under other values of some levers. */
export interface Variation {
  /** Whether a lever has a part in the outcome. */
  reaches(lever: Lever): boolean;
  /** The outcome with these settings, no two of one assumption; a lever that is not among them stays as it is. */
  read(settings: readonly Setting[]): OutcomeReading;
}

/** Readies an outcome for other values of some levers. */
export function variationOf(programme: Programme, outcome: OutcomeReader): Variation {
  const { reaches, work } = rework(programme, outcome.rows);
  return {
    reaches: ({ assumption }) => reaches(assumption.id),
    read: (settings) => {
      try {
        const set = new Map(
          settings.map(([lever, to]) => [lever.assumption.id, moved(programme, lever, to)]),
        );
        refuseBroken(programme, set);
        return outcome.read(work(new Map([...set].map(([id, { value }]) => [id, value]))));
      } catch (error) {
        // A value that the model cannot be worked out with, such as a divisor of nil, is an answer too.
        const { message } = present(issuesOf(error)[0], "an error has an issue");
        return { refused: true, words: `cannot be worked out: ${message}` };
      }
    },
  };
}

/** An assumption at a value of its lever, refused where a file with that value would be. */
function moved({ timeline }: Programme, lever: Lever, to: Decimal): Assumption {
  const { assumption } = lever;
  const value = lever.at(to);
  const issues: Issue[] = [];
  if (isDecimal(value)) {
    const own = replaced(timeline, assumption, undefined, value, issues);
    if (own !== undefined) return own;
  } else
    for (const one of new Set(value))
      readAt(one, [assumption.id], issues, assumption.limits, assumption.unit);
  if (issues.length > 0) throw new InvestToSaveError(issues);
  return { ...assumption, value };
}

/** What must hold between inputs, such as an end on or after its start, must hold of the new values too. */
function refuseBroken({ relations, assumptions }: Programme, set: ReadonlyMap<string, Assumption>): void {
  const own = relations.filter(
    ({ formula, severity }) =>
      severity !== "warning" && references(formula).assumptions.some((id) => set.has(id)),
  );
  if (own.length === 0) return;
  const issues = allBroken(own, new Map([...assumptions, ...set]));
  if (issues.length > 0) throw new InvestToSaveError(issues);
}

/**
 * What an outcome may differ by without being different, as a part of the largest amount seen: far above the rounding of
 * quotients at the fortieth digit, far below any amount that means something.
 */
export const rounding: Decimal = decimal("1e-24");

/** A reading as a number to rank by, with what never comes beyond all others; `undefined` where there is none. */
export function rankOf(
  { value, holds }: OutcomeReading,
  { endless }: Pick<Outcome, "endless">,
): Decimal | undefined {
  if (value !== undefined) return value;
  if (holds !== undefined) return holds ? one : zero;
  return endless ? beyond : undefined;
}
