import { received } from "../issue/received.ts";
import type { InvestToSaveError } from "../issue/refusal.ts";
import { refusal } from "../issue/refusal.ts";
import { checkProgramme } from "../programme/given.ts";
import { type OptionShape, refuseShape } from "../programme/option-shape.ts";
import type { Programme } from "../programme/programme.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, greatest, least, one, zero } from "../quantity/decimal.ts";
import { roundTo } from "../quantity/rounding.ts";
import { isPointInTime } from "../quantity/unit.ts";
import { type CaseOptions, caseOf } from "./case.ts";
import { type Lever, leverNamed, leversOf, limited, type MovedAssumption, movedOf } from "./lever.ts";
import { usualEnds } from "./lever-ends.ts";
import { type Outcome, type OutcomeReader, type OutcomeReading, plainOutcome } from "./outcome.ts";
import { rankOf, rounding, type Setting, type Variation, variationOf } from "./variation.ts";

/** What to move, and by what. */
export interface SensitivityOptions extends CaseOptions {
  /** The measure, row or condition that is watched, by its name: `net present value`, `balance in 2016/17`. */
  readonly outcome: string;
  /** How far each assumption is moved down and up, as a share: `10%`. Unless told, to its own low and high. */
  readonly by?: Amount;
  /** The assumptions to move, by label or id; all that can be moved unless told. */
  readonly assumptions?: readonly string[];
}

/** One end of a bar: the value of the assumption, and the outcome there. */
export interface BarEnd {
  readonly at: Decimal;
  readonly words: string;
  readonly reading: OutcomeReading;
}

/** What an outcome comes to as one assumption moves and all others stay. */
export interface Bar {
  readonly assumption: MovedAssumption;
  readonly low: BarEnd;
  readonly high: BarEnd;
  /** The most less the least of the outcome at the low end, in the central case and at the high end; missing where one is no number. */
  readonly swing?: Decimal;
}

/** The bars of a tornado, the widest first, and what the outcome comes to when all are moved together. */
export interface Sensitivity {
  readonly outcome: Outcome;
  /** How far each was moved, as a share; missing where each was moved to its own low and high. */
  readonly by?: Decimal;
  readonly central: OutcomeReading;
  readonly bars: readonly Bar[];
  /** All that were moved at their low ends, at their high ends, and each at the end that makes the outcome least or most. */
  readonly together: {
    readonly low: OutcomeReading;
    readonly high: OutcomeReading;
    readonly least: OutcomeReading;
    readonly most: OutcomeReading;
  };
  /** The labels of those that were moved, or could have been, and change nothing. */
  readonly unmoved: readonly string[];
  /** The labels of those that have no range, or that a share of them says nothing of. */
  readonly without: readonly string[];
}

/**
 * How far an outcome moves when one assumption at a time is moved to its low and its high end, all others at the central
 * value, ranked by swing; and what it comes to when all are moved together. A normal or lognormal range that does not say an
 * end is moved to its P10 or P90 there, to four figures. Amounts by period are moved all together, by a
 * factor; days are not moved by a share. What must be whole is moved to a whole number, by at least one. Throws
 * {@link InvestToSaveError} with `wrong-shape` for what is no programme, `unknown-name`, `out-of-range` for a share that is not above nil, and `missing-key` where
 * nothing can be moved.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { sensitivity } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const { bars } = sensitivity(p, { outcome: "net saving", by: "10%" });
 * bars.map(({ assumption, low, high }) => `${assumption.label}: ${low.reading.words} to ${high.reading.words}`).join("; ");
 * // => "Contracts: £80 to £320; Crew: £300 to £100"
 * ```
 */
export function sensitivity(programme: Programme, options: SensitivityOptions): Sensitivity {
  checkProgramme(programme, "sensitivity");
  refuseShape("sensitivity", shape, options);
  const { programme: own, outcomes } = caseOf(programme, [options.outcome], options);
  const [outcome] = outcomes as [OutcomeReader];
  const by = shareOf(options.by);
  const levers = options.assumptions?.map((name) => leverNamed(own, name)) ?? leversOf(own, outcome);
  const ranged = levers.flatMap((lever) => endsOf(lever, by) ?? []);
  const without = levers.filter((lever) => !ranged.some((one) => one.lever === lever));
  if (ranged.length === 0) throw nothingToMove(by, levers);
  const variation = variationOf(own, outcome);
  const central = variation.read([]);
  const moved = ranged.map((ends, at) => {
    const bar = barOf(variation, central, ends);
    options.progress?.(at + 1, ranged.length);
    return { ...ends, bar };
  });
  const bars = moved.flatMap(({ bar }) => bar ?? []);
  return {
    outcome: plainOutcome(outcome),
    ...(by === undefined ? {} : { by }),
    central,
    bars: [...bars].sort((a, b) => widest(a, b, central)),
    together: together(outcome, variation, central, moved),
    unmoved: moved.flatMap(({ lever, bar }) => (bar === undefined ? [lever.label] : [])),
    without: without.map(({ label }) => label),
  };
}

const shape: OptionShape = {
  outcome: "text",
  "by?": "any",
  "assumptions?": "names",
  "appraisal?": "any",
  "progress?": "any",
};

/** A lever and the values that it is moved to. */
interface Ends {
  readonly lever: Lever;
  readonly low: Decimal;
  readonly high: Decimal;
}

function endsOf(lever: Lever, by: Decimal | undefined): Ends | undefined {
  const { central, unit, whole } = lever;
  if (by === undefined) {
    const ends = usualEnds(lever);
    return ends === undefined || ends.low.eq(ends.high) ? undefined : { lever, ...ends };
  }
  if (isPointInTime(unit) || unit === "flag" || central.isZero()) return undefined;
  const step = central.abs().times(by);
  const rounded = (value: Decimal, way: "down" | "up") =>
    limited(lever, whole ? roundTo(value, one, way) : value);
  return { lever, low: rounded(central.minus(step), "down"), high: rounded(central.plus(step), "up") };
}

function barOf(
  { reaches, read }: Variation,
  central: OutcomeReading,
  { lever, low, high }: Ends,
): Bar | undefined {
  if (!reaches(lever)) return undefined;
  const end = (at: Decimal): BarEnd => ({ at, words: lever.words(at), reading: read([[lever, at]]) });
  const ends = { low: end(low), high: end(high) };
  const readings = [ends.low.reading, central, ends.high.reading];
  const values = readings.flatMap(({ value }) => value ?? []);
  const swing = values.length === readings.length ? greatest(values).minus(least(values)) : undefined;
  const still = readings.every(({ words }) => words === central.words);
  const slight = greatest([...values.map((value) => value.abs()), zero]).times(rounding);
  if (swing?.lte(slight) || (swing === undefined && still)) return undefined;
  return { assumption: movedOf(lever), ...ends, ...(swing === undefined ? {} : { swing }) };
}

/** What moves an outcome to where it is no number, or from there, comes first; then the widest. */
function widest(a: Bar, b: Bar, central: OutcomeReading): number {
  if (a.swing !== undefined && b.swing !== undefined) return b.swing.comparedTo(a.swing);
  const turned = ({ low, high }: Bar) =>
    [low, high].filter(({ reading }) => (reading.value === undefined) !== (central.value === undefined))
      .length;
  return Number(b.swing === undefined) - Number(a.swing === undefined) || turned(b) - turned(a);
}

function together(
  outcome: OutcomeReader,
  { read }: Variation,
  central: OutcomeReading,
  moved: readonly (Ends & { readonly bar: Bar | undefined })[],
): Sensitivity["together"] {
  const at = (value: (of: Ends & { readonly bar: Bar | undefined }) => Decimal) =>
    read(moved.map((one): Setting => [one.lever, value(one)]));
  const furthest = (way: 1 | -1) =>
    at(({ lever, low, high, bar }) => {
      if (bar === undefined) return lever.central;
      const ends = [
        { at: lever.central, rank: rankOf(central, outcome) },
        { at: low, rank: rankOf(bar.low.reading, outcome) },
        { at: high, rank: rankOf(bar.high.reading, outcome) },
      ];
      const ranked = ends.filter(({ rank }) => rank !== undefined);
      return ranked.reduce(
        (best, end) => ((end.rank?.comparedTo(best.rank ?? end.rank) ?? 0) * way > 0 ? end : best),
        ranked[0] ?? { at: lever.central, rank: undefined },
      ).at;
    });
  return { low: at(({ low }) => low), high: at(({ high }) => high), least: furthest(-1), most: furthest(1) };
}

function shareOf(given: Amount | undefined): Decimal | undefined {
  if (given === undefined) return undefined;
  const read = readAmount(given);
  if (read.ok && read.value.gt(0) && read.value.lte(1)) return read.value;
  throw refusal({
    code: read.ok ? "out-of-range" : read.code,
    path: ["by"],
    message: `assumptions cannot be moved by ${received(given)}`,
    expected: "a share above nil, at most 100%",
    received: received(given),
    hint: "write it as 10% or 0.1",
  });
}

function nothingToMove(by: Decimal | undefined, levers: readonly Lever[]): InvestToSaveError {
  const what = by === undefined ? "a low or a high value" : "a value that a share of it could move";
  return refusal({
    code: "missing-key",
    path: ["low"],
    message: `none of the ${levers.length} assumptions asked for has ${what}`,
    expected: by === undefined ? "“low” and “high” beside a value" : "an amount other than nil",
    received: "none",
    hint:
      by === undefined ? "give an assumption a low and a high, or move all by a share: 10%" : "name others",
  });
}
