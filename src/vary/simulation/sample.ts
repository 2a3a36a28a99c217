import type { FastInput } from "../../formula/fast/cells.ts";
import type { RowId } from "../../formula/formula.ts";
import type { Issue } from "../../issue/issue.ts";
import { seen } from "../../issue/received.ts";
import { refuseErrors } from "../../issue/refusal.ts";
import { isWithin, type Limits, limitsWords } from "../../programme/limits.ts";
import type { Programme } from "../../programme/programme.ts";
import { decimal, numeral } from "../../quantity/decimal.ts";
import { drawsInBlock } from "../draw/bits.ts";
import { type Correlation, mixtureOf } from "../draw/correlation.ts";
import { sobolDimensions } from "../draw/sobol.ts";
import type { Points } from "../draw/source.ts";
import { type Distribution, rangeOf } from "./distribution.ts";
import { distributionFaults } from "./distribution-faults.ts";
import { type DrawJob, drawPart, joined, type Sample } from "./draw-job.ts";
import { packedFor, type WantedCell } from "./machine.ts";

/** An assumption that is drawn: by its name for correlations and seeds, and how it may turn out. */
export interface UncertainInput extends FastInput {
  /** What its draws go by; the id of the assumption and its period unless told. */
  readonly name?: string;
  readonly distribution: Distribution;
}

/** What to draw, and what to work out of it. */
export interface Sampling {
  readonly inputs: readonly UncertainInput[];
  readonly correlations?: readonly Correlation[];
  readonly wanted: readonly WantedCell[];
  /** Rows that are 1 where what must hold between inputs holds; draws in which one does not are left out. */
  readonly relations?: readonly RowId[];
  readonly draws: number;
  /** The draw to start with, a multiple of 4,096: several workers can each make a part of the same sample. */
  readonly first?: number;
  /** A whole number from 0 to 2⁵³ − 1. The same seed gives the same draws on every machine. */
  readonly seed: number;
  readonly points: Points;
  /** Whether the draws of the inputs are kept beside the results, or how many of them. */
  readonly keepInputs?: boolean | number;
}

/**
 * Draws the uncertain assumptions of a programme and works out the wanted cells for each draw, each in the unit of its row,
 * amounts of every kind positive. The same seed gives the same sample to the last bit. Throws as {@link jobOf} does.
 */
export function sample(programme: Programme, sampling: Sampling): Sample {
  return joined([drawPart(jobOf(programme, sampling), sampling.first ?? 0, sampling.draws)]);
}

/**
 * A sampling made ready.
 *
 * Throws an error with issues: those of {@link packedFor}, of distributions and of correlations; `out-of-range` for a
 * distribution beyond what the assumption may be, for draws or a seed that are no whole numbers, and for more
 * inputs than there are Sobol' points for; `duplicate-id` for two inputs of one name.
 */
export function jobOf(programme: Programme, sampling: Sampling): DrawJob {
  const { inputs, seed, points, correlations = [], relations = [], first = 0, draws } = sampling;
  const named = inputs.map((input) => ({ ...input, name: nameOf(input) }));
  const names = named.map(({ name }) => name);
  const mixture = mixtureOf(names, correlations);
  refuseErrors([
    ...wholeFaults(sampling),
    ...named.flatMap(({ name }, at) => (names.indexOf(name) === at ? [] : [twice(name)])),
    ...named.flatMap((input) => drawFaults(programme, input)),
    ...("issues" in mixture ? mixture.issues : []),
  ]);
  return {
    cells: packedFor(programme, inputs, sampling.wanted),
    ...(relations.length > 0 && { relations: packedFor(programme, inputs, relations.map(atFirst)) }),
    inputs: named.map(({ name, distribution }) => ({ name, distribution })),
    mixture: "mixture" in mixture ? mixture.mixture : [],
    seed,
    points,
    kept: sampling.keepInputs === true ? first + draws : Number(sampling.keepInputs ?? 0),
  };
}

/** What is wrong with how an input is drawn: its distribution, or that it goes beyond what the assumption may be. */
export function drawFaults({ assumptions }: Programme, input: UncertainInput): Issue[] {
  const { id, distribution, times } = input;
  const name = nameOf(input);
  const faults = distributionFaults(distribution, [name]);
  const limits = assumptions.get(id)?.limits ?? {};
  if (faults.length > 0) return faults;
  return limitFaults(name, reachOf(distribution, times), distribution.shape === "discrete", limits);
}

/** What holds between inputs does in every period or in none. */
function atFirst(row: RowId): WantedCell {
  return { row, period: 0 };
}

function nameOf({ name, id, period }: UncertainInput): string {
  return name ?? (period === undefined ? id : `${id}@${period}`);
}

function wholeFaults({ draws, first = 0, seed, points, inputs }: Sampling): Issue[] {
  const whole = (name: string, value: number, least: number) =>
    Number.isSafeInteger(value) && value >= least
      ? []
      : [
          outOfRange(
            [name],
            `${name} must be a whole number`,
            `${least} or more`,
            seen(value),
            "write it without decimals",
          ),
        ];
  const many =
    points === "sobol" && inputs.length > sobolDimensions
      ? [
          outOfRange(
            ["points"],
            `there are Sobol' points for ${sobolDimensions} inputs and no more`,
            `at most ${sobolDimensions} inputs`,
            String(inputs.length),
            "draw fewer inputs, or draw them at random",
          ),
        ]
      : [];
  const start =
    first % drawsInBlock === 0
      ? whole("first", first, 0)
      : [
          outOfRange(
            ["first"],
            "a part of a sample starts with a whole block",
            `a multiple of ${drawsInBlock}`,
            seen(first),
            "start with 0, 4096, 8192 and so on",
          ),
        ];
  return [...whole("draws", draws, 1), ...start, ...whole("seed", seed, 0), ...many];
}

/** What an assumption can become at most by its draws, or by them as factors on its amounts: the ends, or every value. */
function reachOf(distribution: Distribution, times: readonly number[] = [1]): number[] {
  const { low, high } = rangeOf(distribution);
  const own = distribution.shape === "discrete" ? distribution.values.map(({ value }) => value) : [low, high];
  return times.filter((amount) => amount !== 0).flatMap((amount) => own.map((value) => value * amount));
}

function limitFaults(name: string, reach: readonly number[], isDiscrete: boolean, limits: Limits): Issue[] {
  const { whole, rise: _, ...bounds } = limits;
  const beyond = reach.find((value) => {
    if (value === Number.POSITIVE_INFINITY) return (bounds.most ?? bounds.below) !== undefined;
    if (value === Number.NEGATIVE_INFINITY) return (bounds.least ?? bounds.above) !== undefined;
    return !isWithin(decimal(value), isDiscrete ? limits : bounds);
  });
  const message = `${name} can be drawn as what it cannot be`;
  if (whole !== undefined && !isDiscrete)
    return [
      outOfRange(
        [name],
        message,
        limitsWords(limits),
        "values between whole ones too",
        "give it a discrete range of whole values, each with its weight",
      ),
    ];
  if (beyond === undefined) return [];
  const isEnd = Number.isFinite(beyond);
  const hint = isEnd
    ? "bring the ends of the distribution within what the assumption can be"
    : "cut the distribution off: give it low and high";
  return [
    outOfRange([name], message, limitsWords(limits), isEnd ? numeral(decimal(beyond)) : "no end", hint),
  ];
}

function twice(name: string): Issue {
  return {
    code: "duplicate-id",
    severity: "error",
    path: [name],
    message: `two inputs are drawn by the name “${name}”`,
    expected: "a name for each",
    received: name,
    hint: "draw each assumption once; give inputs for single periods names of their own",
  };
}

function outOfRange(
  path: readonly string[],
  message: string,
  expected: string,
  received: string,
  hint: string,
): Issue {
  return { code: "out-of-range", severity: "error", path, message, expected, received, hint };
}
