import { InvestToSaveError } from "../issue.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, decimal, one, zero } from "../quantity/decimal.ts";
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
        return outcome.read(
          work(new Map(settings.map(([lever, to]) => [lever.assumption.id, lever.at(to)]))),
        );
      } catch (error) {
        if (!(error instanceof InvestToSaveError)) throw error;
        // A value that the model cannot be worked out with, such as a divisor of nil, is an answer too.
        return { words: `cannot be worked out: ${error.issues[0]?.message ?? "a fault"}` };
      }
    },
  };
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
  return endless ? decimal(Number.POSITIVE_INFINITY) : undefined;
}
