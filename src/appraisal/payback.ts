import { present } from "../assert.ts";
import { type Decimal, decimal, zero } from "../quantity/decimal.ts";

/** A moment at which the sum of the flows so far comes up to nil. */
export interface Crossing {
  /** The period in which it does, from 0. */
  readonly period: number;
  /** Periods from the start of the first to that moment, taking the flow of a period to come evenly over it. */
  readonly after: Decimal;
}

/**
 * When what was spent is covered: at the **last** time that the sum so far comes up from below nil, so that an answer
 * stays true to the end. `un-pays` is a sum that came up and is below nil again at the end.
 */
export type Payback =
  | { readonly answer: "pays back"; readonly at: Crossing; readonly earlier: readonly Crossing[] }
  | { readonly answer: "pays back, then un-pays"; readonly at: Crossing; readonly unpays: number }
  | { readonly answer: "never within the horizon"; readonly short: Decimal }
  | { readonly answer: "nothing to pay back" };

/** When flows by period, costs negative, are paid back. The scale of the flows makes no difference. */
export function paybackOf(flows: readonly Decimal[]): Payback {
  const ups: Crossing[] = [];
  const downs: number[] = [];
  let sum = zero;
  for (const [period, flow] of flows.entries()) {
    const next = sum.plus(flow);
    if (sum.isNegative() && !sum.isZero() && next.gte(0)) {
      ups.push({ period, after: decimal(period).plus(sum.neg().div(flow)) });
    }
    if (sum.gte(0) && next.lt(0)) downs.push(period);
    sum = next;
  }
  const at = ups.at(-1);
  if (sum.lt(0) && at !== undefined) {
    return { answer: "pays back, then un-pays", at, unpays: present(downs.at(-1), "what came up went down") };
  }
  if (sum.lt(0)) return { answer: "never within the horizon", short: sum.neg() };
  return at === undefined
    ? { answer: "nothing to pay back" }
    : { answer: "pays back", at, earlier: ups.slice(0, -1) };
}
