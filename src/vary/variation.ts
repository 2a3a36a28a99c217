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
  /** Whether any of the levers has a part in the outcome. */
  readonly reaches: boolean;
  /** The outcome with these settings; a lever that is not among them stays as it is. */
  read(settings: readonly Setting[]): OutcomeReading;
}

/** Readies an outcome for other values of some levers, no two of one assumption. */
export function variationOf(
  programme: Programme,
  outcome: OutcomeReader,
  levers: readonly Lever[],
): Variation {
  const changing = levers.map(({ assumption }) => assumption.id);
  const { reaches, work } = rework(programme, { wanted: outcome.rows, changing });
  return {
    reaches,
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

/** A reading as a number to rank by, with what never comes beyond all others; `undefined` where there is none. */
export function rankOf(
  { value, holds }: OutcomeReading,
  { endless }: Pick<Outcome, "endless">,
): Decimal | undefined {
  if (value !== undefined) return value;
  if (holds !== undefined) return holds ? one : zero;
  return endless ? decimal(Number.POSITIVE_INFINITY) : undefined;
}
