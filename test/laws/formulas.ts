import fc from "fast-check";
import {
  type Comparison,
  cost,
  type Driver,
  decimal,
  type Formula,
  formula as f,
  type Programme,
  periodLabel,
  programme,
  type Rounding,
  type Timeline,
} from "invest-to-save";
import { timelines } from "./programmes.ts";

/** A programme of lines with any formulas in pounds: every node, lags, recurrences and totals among them. */
export interface Odd {
  readonly timeline: Timeline;
  readonly formulas: readonly Formula[];
  readonly inputs: readonly string[];
}

const idOfLine = (at: number) => `line-${at}`;
const hundredths = (most: number) =>
  fc.integer({ min: -most * 100, max: most * 100 }).map((n) => decimal(n).div(100));
const moneyConstant = hundredths(1_000_000).map((value) => f.constant(value, "£"));

/** Plain numbers of modest size. */
const plain: fc.Arbitrary<Formula> = fc.oneof(
  hundredths(9).map((value) => f.constant(value, "number")),
  fc.constantFrom(f.fact("index"), f.fact("year index")),
  fc.constant(f.divide(f.fact("days"), f.constant(decimal(30), "days"))),
);

/** Plain numbers that are one or more, to divide by. */
const divisor: fc.Arbitrary<Formula> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((n) => f.constant(decimal(n), "number")),
  plain.map((part) => f.maximum(f.constant(decimal(1), "number"), part)),
  plain.map((part) => f.root(f.maximum(f.constant(decimal(1), "number"), part))),
);

const comparisons = fc.constantFrom<Comparison>(
  "at most",
  "below",
  "at least",
  "above",
  "equal to",
  "unlike",
);
const roundings = fc.constantFrom<Rounding>("half away from zero", "up", "down");

/** The same amount by another way, which plain numbers reach with another last digit. */
function sameAgain(part: Formula, by: number): Formula {
  const times = f.constant(decimal(by), "number");
  return f.multiply(f.divide(part, times), times);
}

/** Comparisons, roundings and choices that lie on their thresholds. */
function tiesOf(part: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> {
  const by = fc.constantFrom(3, 7, 11);
  const unit = fc.constantFrom(0.01, 1, 1000).map((n) => f.constant(decimal(n), "£"));
  const pounds = f.constant(decimal(1), "£");
  return fc.oneof(
    fc
      .tuple(comparisons, part, by, part, part)
      .map(([is, a, n, c, d]) => f.choose(f.compare(sameAgain(a, n), is, a), c, d)),
    fc
      .tuple(part, by, unit, roundings, roundings)
      .map(([a, n, to, once, again]) => f.round(sameAgain(f.round(a, to, once), n), to, again)),
    fc
      .tuple(part, by, unit, roundings)
      .map(([a, n, to, how]) =>
        f.round(
          f.add(sameAgain(f.round(a, to, "down"), n), f.divide(to, f.constant(decimal(2), "number"))),
          to,
          how,
        ),
      ),
    fc
      .tuple(part, by, part, part)
      .map(([a, n, c, d]) => f.choose(f.divide(f.subtract(sameAgain(a, n), a), pounds), c, d)),
  );
}

function moneyOf(leaf: fc.Arbitrary<Formula>, depth: number, ties = false): fc.Arbitrary<Formula> {
  if (depth === 0) return leaf;
  const part = moneyOf(leaf, depth - 1, ties);
  const list = fc.array(part, { minLength: 1, maxLength: 3 });
  const unit = fc.constantFrom(100, 1000).map((n) => f.constant(decimal(n), "£"));
  return fc.oneof(
    leaf,
    list.map((parts) => f.add(...parts)),
    fc.tuple(part, part).map(([a, b]) => f.subtract(a, b)),
    fc.tuple(part, plain).map(([a, b]) => f.multiply(a, b)),
    fc.tuple(part, divisor).map(([a, b]) => f.divide(a, b)),
    list.map((parts) => f.minimum(...parts)),
    list.map((parts) => f.maximum(f.nil, ...parts)),
    fc
      .tuple(comparisons, part, part, part, part)
      .map(([is, a, b, c, d]) => f.choose(f.compare(a, is, b), c, d)),
    fc.tuple(part, unit, roundings).map(([a, to, how]) => f.round(a, to, how)),
    fc.tuple(part, part).map(([a, b]) => f.opening(a, b)),
    ...(ties ? [{ weight: 3, arbitrary: tiesOf(part) }] : []),
  );
}

/** What the formula of a line may read: inputs, earlier lines, its own past; the past of all lines, or totals. */
function leavesOf(at: number, count: number, loops: boolean): fc.Arbitrary<Formula> {
  const line = (most: number) => fc.integer({ min: 0, max: most });
  const leaves: fc.Arbitrary<Formula>[] = [
    moneyConstant,
    fc.constant(f.assumption(`${idOfLine(at)}.single`)),
    fc.constant(f.series(`${idOfLine(at)}.by-period`)),
    fc
      .tuple(line(loops ? count - 1 : at), fc.integer({ min: 1, max: 3 }))
      .map(([to, lag]) => f.row(idOfLine(to), lag)),
  ];
  if (at > 0) {
    leaves.push(line(at - 1).map((to) => f.row(idOfLine(to))));
    if (!loops) leaves.push(line(at - 1).map((to) => f.total(idOfLine(to))));
  }
  return fc.oneof(...leaves);
}

/** Programmes whose lines have formulas drawn at random, of up to eight periods. */
export const oddOnes: fc.Arbitrary<Odd> = oddOnesWith(false);

/** The same with many comparisons, roundings and choices that lie on their thresholds. */
export const tiedOnes: fc.Arbitrary<Odd> = oddOnesWith(true);

function oddOnesWith(ties: boolean): fc.Arbitrary<Odd> {
  return fc
    .record({
      timeline: timelines.map((timeline) => ({ ...timeline, count: Math.min(8, timeline.count) })),
      loops: fc.boolean(),
      inputs: fc.array(
        hundredths(10_000).map((value) => value.abs().toFixed()),
        { minLength: 4, maxLength: 4 },
      ),
      count: fc.integer({ min: 1, max: 4 }),
    })
    .chain(({ timeline, loops, inputs, count }) => {
      const lines = Array.from({ length: count }, (_, at) => moneyOf(leavesOf(at, count, loops), 3, ties));
      return fc.tuple(...lines).map((formulas) => ({ timeline, inputs, formulas }));
    });
}

/** A driver that takes a formula as it is, with two inputs beside it. */
function taking(formula: Formula, single: string, byPeriod: string): Driver {
  return {
    name: "odd",
    options: {},
    build: (line) => {
      line.value("single", single, "£");
      line.amounts("by period", { [periodLabel(line.timeline, 0)]: byPeriod }, "£");
      return formula;
    },
  };
}

export function oddProgramme({ timeline, formulas, inputs }: Odd): Programme {
  const [single = "1", other = "1", third = "1"] = inputs;
  const lines = formulas.map((formula, at) => {
    return cost(`Line ${at}`, taking(formula, at % 2 === 0 ? single : other, third));
  });
  return programme("Odd", timeline, { source: "drawn at random" }, ...lines);
}
