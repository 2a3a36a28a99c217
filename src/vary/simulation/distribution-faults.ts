import type { Issue } from "../../issue/issue.ts";
import { seen } from "../../issue/received.ts";
import { decimal, numeral } from "../../quantity/decimal.ts";
import { boundsOf } from "../draw/inverse.ts";
import type { Distribution } from "./distribution.ts";

type Says = (
  code: Issue["code"],
  message: string,
  more: Pick<Issue, "expected" | "received" | "hint">,
) => Issue[];

/** The least part of a normal distribution that may be left once its ends are cut off. */
const leastKept = 0.01;

/** What is wrong with the distribution of an input, by its path: `not-a-number` and `out-of-range`. */
export function distributionFaults(distribution: Distribution, path: readonly string[]): Issue[] {
  const says: Says = (code, message, more) => [
    { code, severity: "error", path, message: `${path.join(" > ")} ${message}`, ...more },
  ];
  const odd = numbersOf(distribution).filter(([, value]) => !Number.isFinite(value));
  const faults = odd.flatMap(([name, value]) =>
    says("not-a-number", `is drawn with a ${name} that is no number`, {
      expected: "a number",
      received: seen(value),
      hint: "give every number of the distribution as a plain number",
    }),
  );
  if (faults.length > 0) return faults;
  switch (distribution.shape) {
    case "uniform":
    case "triangular":
    case "PERT":
      return orderFaults(distribution, says);
    case "normal":
    case "lognormal":
      return bellFaults(distribution, says);
    case "discrete":
      return weightFaults(distribution, says);
  }
}

function numbersOf(distribution: Distribution): [name: string, value: number][] {
  if (distribution.shape === "discrete")
    return distribution.values.flatMap(({ value, weight }) => [
      ["value", value],
      ["weight", weight],
    ]);
  const { shape: _, ...numbers } = distribution;
  return Object.entries(numbers).filter((one): one is [string, number] => one[1] !== undefined);
}

function orderFaults(
  distribution: Extract<Distribution, { shape: "uniform" | "triangular" | "PERT" }>,
  says: Says,
): Issue[] {
  const { low, high } = distribution;
  const central = distribution.shape === "uniform" ? low : distribution.central;
  if (low <= central && central <= high) return [];
  return says("out-of-range", `is drawn from a ${distribution.shape} distribution that is out of order`, {
    expected: distribution.shape === "uniform" ? "low ≤ high" : "low ≤ central ≤ high",
    received: numbersOf(distribution)
      .map(([name, value]) => `${name} ${numeral(decimal(value))}`)
      .join(", "),
    hint: "change the numbers over, or mend the one that is wrong",
  });
}

function bellFaults(
  distribution: Extract<Distribution, { shape: "normal" | "lognormal" }>,
  says: Says,
): Issue[] {
  const { shape, mean, low, high } = distribution;
  const deviation = distribution["standard deviation"];
  if (deviation <= 0)
    return says("out-of-range", "is drawn with a standard deviation that is not above nil", {
      expected: "more than 0",
      received: numeral(decimal(deviation)),
      hint: "leave the input out if it does not vary",
    });
  if (shape === "lognormal" && mean <= 0)
    return says("out-of-range", "is drawn from a lognormal distribution whose mean is not above nil", {
      expected: "more than 0",
      received: numeral(decimal(mean)),
      hint: "a lognormal value is never nil or below; a normal one may be",
    });
  const { from, to } = boundsOf(distribution);
  if (to - from >= leastKept) return [];
  return says("out-of-range", `is drawn from a ${shape} distribution of which next to nothing is left`, {
    expected: "low and high with at least a hundredth of all values between them",
    received: `low ${low ?? "none"}, high ${high ?? "none"}`,
    hint: "bring low and high nearer to the mean, or draw from a triangular distribution",
  });
}

function weightFaults(distribution: Extract<Distribution, { shape: "discrete" }>, says: Says): Issue[] {
  const weights = distribution.values.map(({ weight }) => weight);
  if (weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0)) return [];
  return says("out-of-range", "is drawn from values whose weights cannot be used", {
    expected: "weights of 0 or more, at least one of them above 0",
    received: weights.length === 0 ? "no values" : weights.map((one) => numeral(decimal(one))).join(", "),
    hint: "give each value a weight by how often it comes, such as 3 and 1",
  });
}
