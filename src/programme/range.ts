import type { Issue, IssueCode } from "../issue/issue.ts";
import { didYouMean } from "../issue/nearest-name.ts";
import { received } from "../issue/received.ts";
import type { Amount } from "../quantity/amount.ts";
import { type Decimal, numeral, one, sum, zero } from "../quantity/decimal.ts";
import type { Unit } from "../quantity/unit.ts";
import { type Basis, basisOf, type Range } from "./assumption.ts";
import type { Limits } from "./limits.ts";
import type { RangeOptions, Shape } from "./range-options.ts";
import { readAt } from "./read-at.ts";

/** What is said of a range: beside a value as low and high, under `range`, or both. */
export interface RangeGiven {
  readonly low?: Amount | undefined;
  readonly high?: Amount | undefined;
  readonly range?: RangeOptions | Shape | undefined;
}

/** What a range is of. */
export interface RangeOf {
  readonly central: Decimal;
  readonly unit: Unit;
  readonly limits: Limits;
  readonly basis: Basis;
  /** The keys that lead to the number. */
  readonly path: readonly string[];
  /** That it is of amounts by period, as shares of them. */
  readonly ofAmounts?: true;
}

/** What each shape is said by beside its name. */
const keysOf: Record<Shape, readonly (keyof RangeOptions)[]> = {
  triangular: ["low", "high"],
  PERT: ["low", "high"],
  uniform: ["low", "high"],
  normal: ["standard deviation", "low", "high"],
  lognormal: ["standard deviation", "low", "high"],
  discrete: ["weights"],
};

/** The names of the shapes. */
export const shapes = Object.keys(keysOf) as Shape[];

const numbers = ["low", "high", "standard deviation", "weights"] as const;

/**
 * Reads a range; `undefined` where there is none, or where something is wrong with it, which goes to `issues`: the codes of
 * reading an amount, `out-of-range`, `missing-key`, `unknown-key` and `wrong-shape`.
 */
export function readRange(given: RangeGiven, of: RangeOf, issues: Issue[]): Range | undefined {
  const { low, high } = given;
  if (given.range === undefined && low === undefined && high === undefined) return undefined;
  const range = typeof given.range === "string" ? { shape: given.range } : (given.range ?? {});
  const reading = new Reading(of, given.range === undefined ? [] : ["range"], issues);
  const before = issues.length;
  reading.notTwice(given, range);
  const beside = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  const read = reading.range({ ...beside, ...range });
  return issues.length > before ? undefined : read;
}

/** The reading of one range, with the place of its faults. */
class Reading {
  private readonly of: RangeOf;
  private readonly under: readonly string[];
  private readonly issues: Issue[];
  constructor(of: RangeOf, under: readonly string[], issues: Issue[]) {
    this.of = of;
    this.under = under;
    this.issues = issues;
  }

  range(options: RangeOptions): Range | undefined {
    const { shape = "triangular" } = options;
    if (!shapes.includes(shape)) {
      this.says("wrong-shape", ["shape"], `has no shape ${received(shape)}`, {
        expected: shapes.join(", "),
        received: received(shape),
        hint: didYouMean(shape, shapes) ?? "choose one of those above",
      });
      return undefined;
    }
    for (const key of numbers) {
      if (options[key] === undefined || keysOf[shape].includes(key)) continue;
      this.says("unknown-key", [key], `is ${shape} and has no use for “${key}”`, {
        expected: keysOf[shape].join(", "),
        received: key,
        hint: "take it out, or choose the shape that it belongs to",
      });
    }
    const basis = basisOf(options) ?? this.of.basis;
    const own = { shape, basis, ...(this.of.ofAmounts ? { ofAmounts: true as const } : {}) };
    if (shape === "discrete") return this.discrete(options, own);
    const ends = this.ends(options, shape);
    return shape === "normal" || shape === "lognormal"
      ? this.bell(options, { ...own, ...ends })
      : { ...own, ...ends };
  }

  /** Low and high are said once. */
  notTwice(beside: RangeGiven, range: RangeOptions): void {
    for (const key of ["low", "high"] as const) {
      if (beside[key] === undefined || range[key] === undefined) continue;
      this.says("wrong-shape", [key], `has “${key}” twice`, {
        expected: `“${key}” beside the value or in its range`,
        received: `${beside[key]} and ${range[key]}`,
        hint: "keep one of them",
      });
    }
  }

  private ends(options: RangeOptions, shape: Shape): { low?: Decimal; high?: Decimal } {
    const { central } = this.of;
    const [low, high] = [this.amount(options, "low"), this.amount(options, "high")];
    const open = shape === "normal" || shape === "lognormal";
    if (!open && options.low === undefined && options.high === undefined)
      this.says("missing-key", [], `is ${shape} and has no ends`, {
        expected: "low, high or both",
        received: "neither",
        hint: "say from what to what the number may turn out, such as low: 10% and high: 30%",
      });
    if (low !== undefined && high !== undefined && low.gt(high))
      this.says("out-of-range", [], "has a low end above its high end", {
        expected: "low ≤ high",
        received: `low ${numeral(low)}, high ${numeral(high)}`,
        hint: "change the two over, or mend the one that is wrong",
      });
    else this.within(low, high);
    if (open) return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
    return { low: low ?? central, high: high ?? central };
  }

  private within(low: Decimal | undefined, high: Decimal | undefined): void {
    const { central } = this.of;
    if (!low?.gt(central) && !high?.lt(central)) return;
    const what = this.of.ofAmounts ? "the amounts themselves, which are 1 or 100%," : "its value";
    this.says("out-of-range", [], `leaves ${what} outside`, {
      expected: "low ≤ value ≤ high",
      received: low?.gt(central)
        ? `low ${numeral(low)} above ${numeral(central)}`
        : `high ${numeral(high ?? zero)} below ${numeral(central)}`,
      hint: "mend the value, or widen low and high",
    });
  }

  private bell(options: RangeOptions, range: Range): Range | undefined {
    const deviation = this.amount(options, "standard deviation", { least: 0 });
    if (options["standard deviation"] === undefined)
      this.says(
        "missing-key",
        ["standard deviation"],
        `is ${range.shape} and does not say how far it spreads`,
        {
          expected: "standard deviation: about two thirds of all values lie so near to the mean",
          received: "nothing",
          hint: "add “standard deviation:”, or give low and high and leave the shape out",
        },
      );
    else if (deviation?.isZero())
      this.says("out-of-range", ["standard deviation"], "has a standard deviation of nil", {
        expected: "more than 0",
        received: "0",
        hint: "leave the range out if the number does not vary",
      });
    if (range.shape === "lognormal" && this.of.central.lte(0))
      this.says("out-of-range", [], "is lognormal, and its value is not above nil", {
        expected: "a value above 0",
        received: numeral(this.of.central),
        hint: "a lognormal number is never nil or below; a normal one may be",
      });
    return deviation && { ...range, deviation };
  }

  private discrete(options: RangeOptions, own: Pick<Range, "shape" | "basis">): Range | undefined {
    const entries = Object.entries(options.weights ?? {}).map(([key, weight]) => ({
      value: this.read(key, ["weights", key]),
      weight: this.read(weight, ["weights", key], { least: 0 }, "share"),
    }));
    const weights = entries.flatMap(({ value, weight }) => (value && weight ? [{ value, weight }] : []));
    // What cannot be read is the fault, and nothing is made of the rest.
    if (weights.length < entries.length) return undefined;
    const possible = weights.filter(({ weight }) => weight.gt(0)).map(({ value }) => value);
    const whole = weights.every(({ weight }) => weight.isInteger());
    const all = sum(weights.map(({ weight }) => weight));
    if (possible.length === 0) {
      this.says("missing-key", ["weights"], "is discrete and has no value to take", {
        expected: "values, each with its weight",
        received: "none",
        hint: "write it like weights: { 10%: 1, 20%: 3 }",
      });
      return undefined;
    }
    if (!whole && !all.eq(one))
      this.says("out-of-range", ["weights"], "has weights that do not make a whole", {
        expected: "shares that come to 1, or whole numbers",
        received: `${weights.map(({ weight }) => numeral(weight)).join(" + ")} = ${numeral(all)}`,
        hint: "mend a share, or count in whole numbers such as 1 and 3",
      });
    const ordered = [...possible].sort((a, b) => a.cmp(b));
    this.within(ordered[0], ordered.at(-1));
    return { ...own, weights };
  }

  private amount(options: RangeOptions, key: "low" | "high" | "standard deviation", limits?: Limits) {
    return options[key] === undefined ? undefined : this.read(options[key], [key], limits);
  }

  private read(given: unknown, at: readonly string[], limits = this.of.limits, unit = this.of.unit) {
    return readAt(given, [...this.of.path, ...this.under, ...at], this.issues, limits, unit);
  }

  private says(
    code: IssueCode,
    at: readonly string[],
    message: string,
    more: Pick<Issue, "expected" | "received" | "hint">,
  ): void {
    const { path, ofAmounts } = this.of;
    const what = ofAmounts ? "the range of its amounts" : "its range";
    const words = `${path.join(" > ")}: ${what} ${message}`;
    this.issues.push({
      code,
      severity: "error",
      path: [...path, ...this.under, ...at],
      message: words,
      ...more,
    });
  }
}
