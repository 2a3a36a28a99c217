import type { Amount } from "../../quantity/amount.ts";
import { readOptions } from "./options.ts";
import { type RatesOfReturn, ratesOfReturn } from "./rates-of-return.ts";
import { exactRoots } from "./roots/roots.ts";

/** Flows by period. */
export interface IrrOptions {
  /** Pounds in periods 0, 1, 2 and so on, nil ones included; what comes in has one sign and what is paid the other. */
  readonly flows: readonly Amount[];
}

/**
 * The internal rates of return of flows by period: every rate for a period, above −100%, at which they are worth nothing, or
 * the reason why there is none. No start value is needed and none is ever given back. Roots are told apart exactly, in whole
 * numbers (by Descartes' rule on ever smaller intervals), then worked out to 32 digits, so that the unit of the amounts makes
 * no difference. Whether all flows fall at the start or at the end of their periods makes none either.
 *
 * Issue codes (thrown): `wrong-shape` without a flow, or with more than 1,200, and those of reading a number.
 *
 * @example
 * ```ts
 * import { irr } from "invest-to-save/appraisal";
 * const plan = irr({ flows: [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000] });
 * plan.answer === "one root" && plan.rate.toFixed(6); // => "0.086631"
 * irr({ flows: [-100, 230, -132] }).roots.map(({ rate }) => rate.toString()); // => ["0.1", "0.2"]
 * const lost = irr({ flows: [-100, 0, 0] });
 * lost.answer === "no root" && lost.reason; // => "no change of sign"
 * ```
 */
export function irr(options: IrrOptions): RatesOfReturn {
  const flows = readOptions("irr", options, ["flows"], (reader) => reader.amounts("flows"));
  return ratesOfReturn(
    flows.map((amount, step) => ({ step, amount })),
    1,
    exactRoots,
  );
}
