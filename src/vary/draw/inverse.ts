import type { Distribution } from "../simulation/distribution.ts";
import { exponential, logarithm } from "./exponential.ts";
import { normalQuantile, normalShare } from "./normal.ts";
import { pertQuantile, pertTable } from "./pert.ts";

/** Turns uniform draws into draws of a distribution, in place: each becomes the value that its share of values stay below. */
export type Inverse = (draws: Float64Array) => void;

/** The inverse of a distribution: the larger the uniform draw, the larger the value. */
export function inverseOf(distribution: Distribution): Inverse {
  switch (distribution.shape) {
    case "uniform": {
      const { low, high } = distribution;
      return (draws) => uniform(draws, low, high - low);
    }
    case "triangular": {
      const { low, central, high } = distribution;
      return (draws) => triangular(draws, low, central, high);
    }
    case "PERT": {
      const { low, central, high } = distribution;
      if (low === high) return (draws) => void draws.fill(low);
      const table = pertTable((central - low) / (high - low));
      return (draws) => {
        for (let i = 0; i < draws.length; i++)
          draws[i] = low + (high - low) * pertQuantile(table, draws[i] as number);
      };
    }
    case "normal":
    case "lognormal":
      return bell(distribution);
    case "discrete":
      return discrete(distribution.values);
  }
}

function uniform(draws: Float64Array, low: number, width: number): void {
  for (let i = 0; i < draws.length; i++) draws[i] = low + width * (draws[i] as number);
}

/**
 * Below the central value the share of values grows by the square, above it falls off by the square: low + √(share × rising),
 * or high − √((1 − share) × falling). What differs between the two is looked up, as no processor can guess which it will be.
 */
function triangular(draws: Float64Array, low: number, central: number, high: number): void {
  const width = high - low;
  const turn = width === 0 ? 1 : (central - low) / width;
  const end = Float64Array.of(high, low);
  const sign = Float64Array.of(-1, 1);
  const from = Float64Array.of(1, 0);
  const slope = Float64Array.of(width * (high - central), width * (central - low));
  for (let i = 0; i < draws.length; i++) {
    const share = draws[i] as number;
    const side = +(share < turn) | 0;
    const way = sign[side] as number;
    const square = ((from[side] as number) + way * share) * (slope[side] as number);
    draws[i] = (end[side] as number) + way * Math.sqrt(square);
  }
}

type Bell = Extract<Distribution, { shape: "normal" | "lognormal" }>;

/** The mean and standard deviation of a normal value, or of the logarithm of a lognormal one. */
function parametersOf(distribution: Bell): { mean: number; deviation: number } {
  const { mean, shape } = distribution;
  const deviation = distribution["standard deviation"];
  if (shape === "normal") return { mean, deviation };
  const variance = logarithm(1 + (deviation / mean) * (deviation / mean));
  return { mean: logarithm(mean) - variance / 2, deviation: Math.sqrt(variance) };
}

/** The shares of all values below what is cut off at the low end, and below what is cut off at the high end. */
export function boundsOf(distribution: Bell): { from: number; to: number } {
  const { mean, deviation } = parametersOf(distribution);
  const { low, high, shape } = distribution;
  const share = (value: number) => {
    if (shape === "normal") return normalShare((value - mean) / deviation);
    return value <= 0 ? 0 : normalShare((logarithm(value) - mean) / deviation);
  };
  return { from: low === undefined ? 0 : share(low), to: high === undefined ? 1 : share(high) };
}

function bell(distribution: Bell): Inverse {
  const { mean, deviation } = parametersOf(distribution);
  const { from, to } = boundsOf(distribution);
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = distribution;
  const isLog = distribution.shape === "lognormal";
  return (draws) => {
    for (let i = 0; i < draws.length; i++) {
      const value = mean + deviation * normalQuantile(from + (to - from) * (draws[i] as number));
      draws[i] = Math.min(high, Math.max(low, isLog ? exponential(value) : value));
    }
  };
}

/** The values in order, each for a part of the shares as large as its weight. */
function discrete(values: readonly { readonly value: number; readonly weight: number }[]): Inverse {
  const ordered = values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
  const whole = ordered.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  const steps = ordered.map(({ value, weight }) => {
    below += weight;
    return { value, upTo: below / whole };
  });
  return (draws) => {
    for (let i = 0; i < draws.length; i++) {
      const share = draws[i] as number;
      let at = 0;
      while (at < steps.length - 1 && share >= (steps[at]?.upTo ?? 1)) at++;
      draws[i] = steps[at]?.value ?? 0;
    }
  };
}
