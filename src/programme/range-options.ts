import type { Amount } from "../quantity/amount.ts";

/** How the values of a range lie between its ends. */
export type Shape = "triangular" | "PERT" | "uniform" | "normal" | "lognormal" | "discrete";

/**
 * How a number may turn out, in its own unit; for amounts by period, as shares of them, such as `90%` and `130%`.
 * `triangular` (the usual one) and `PERT` go from low to high and are most often near the value; PERT leans more towards it. An
 * end that is not given is the value itself. `uniform` is anywhere from low to high alike. `normal` and `lognormal` have the
 * value as their mean and a `standard deviation`, and are cut off at low and high where those are given. `discrete` is one
 * of some values, each with its weight: shares that come to 1, or whole numbers such as 3 and 1.
 */
export interface RangeOptions {
  /** `triangular` unless told. */
  readonly shape?: Shape;
  readonly low?: Amount;
  readonly high?: Amount;
  readonly "standard deviation"?: Amount;
  /** For `discrete`: the values, each with its weight. */
  readonly weights?: Readonly<Record<string, Amount>>;
  /** Where the range comes from, if not from where the number does. */
  readonly source?: string;
  /** Or why it was taken. */
  readonly assumed?: string;
  /** Or what it holds the place of. */
  readonly placeholder?: string;
}
