/**
 * How a number may turn out, in the unit of its assumption. `uniform`: anywhere from low to high alike. `triangular` and
 * `PERT`: from low to high, most often at the central value; PERT leans more towards it (its mean is (low + 4 central +
 * high) ÷ 6). `normal` and `lognormal`: by the mean and the standard deviation that they would have if nothing were cut
 * off, and cut off below low and above high where those are given. `discrete`: one of some values, by weight.
 */
export type Distribution =
  | { readonly shape: "uniform"; readonly low: number; readonly high: number }
  | {
      readonly shape: "triangular" | "PERT";
      readonly low: number;
      readonly central: number;
      readonly high: number;
    }
  | {
      readonly shape: "normal" | "lognormal";
      readonly mean: number;
      readonly "standard deviation": number;
      readonly low?: number;
      readonly high?: number;
    }
  | {
      readonly shape: "discrete";
      readonly values: readonly { readonly value: number; readonly weight: number }[];
    };

/** The least and the most that can be drawn; without an end where there is none. */
export function rangeOf(distribution: Distribution): { low: number; high: number } {
  switch (distribution.shape) {
    case "uniform":
    case "triangular":
    case "PERT":
      return { low: distribution.low, high: distribution.high };
    case "normal":
      return {
        low: distribution.low ?? Number.NEGATIVE_INFINITY,
        high: distribution.high ?? Number.POSITIVE_INFINITY,
      };
    case "lognormal":
      return { low: Math.max(0, distribution.low ?? 0), high: distribution.high ?? Number.POSITIVE_INFINITY };
    case "discrete": {
      const possible = distribution.values.filter(({ weight }) => weight > 0).map(({ value }) => value);
      return { low: Math.min(...possible), high: Math.max(...possible) };
    }
  }
}
