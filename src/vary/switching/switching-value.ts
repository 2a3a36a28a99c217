import { refusal } from "../../issue/refusal.ts";
import { checkProgramme } from "../../programme/given.ts";
import { type OptionShape, refuseShape } from "../../programme/option-shape.ts";
import type { Programme } from "../../programme/programme.ts";
import { type Decimal, numeral } from "../../quantity/decimal.ts";
import { isPointInTime } from "../../quantity/unit.ts";
import { caseOf } from "../case.ts";
import { type Lever, leverNamed, leversOf, movedOf } from "../lever.ts";
import { type Outcome, type OutcomeReader, plainOutcome } from "../outcome.ts";
import { type Variation, variationOf } from "../variation.ts";
import { boundOf } from "./criterion.ts";
import { meets, type Scan, scan, type Tried } from "./scan.ts";
import { type AskedRange, searchRange } from "./search-range.ts";
import { switchSentence } from "./switch-sentence.ts";
import type { SwitchingOptions, SwitchingTurn, SwitchingValue, SwitchingValueOptions } from "./switching.ts";
import { hitsOf } from "./target.ts";
import { type Search, type Turn, turnsIn } from "./turns.ts";

/**
 * The value of an assumption at which an outcome turns: a measure passes what is asked of it (a net present value of at
 * least nil, unless told), a condition stops or starts to hold, a payback stops or starts to come. It is searched in exact
 * decimals, by even steps over its range and the kinks between them, then drawn together until the threshold is hit;
 * substituted back, a crossing gives the threshold to within the rounding of quotients (1e-24 of the largest outcome seen), or
 * the two neighbours are given, at most 1e-12 of the range apart. A count turns between two neighbouring whole numbers.
 * Amounts by period are moved together, by a factor.
 *
 * The range is what is asked for, else the assumption's low to high, else a wide one by its unit: shares 0 to 100%, days within the
 * timeline, all else from nil to ten times the central value. Throws `InvestToSaveError` with `wrong-shape` for what
 * is no programme, `unknown-name`, `missing-key` for an outcome that needs to be told what is asked of it, and with the codes of reading an amount.
 *
 * @example
 * ```ts
 * import { assumption, cost, programme, saving, years } from "invest-to-save";
 * import { calculated } from "invest-to-save/drivers";
 * import { switchingValue } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   assumption("Saving a year", { value: 600, unit: "£", low: 200, high: 700 }),
 *   cost("Crew", { "2024/25": 1_200 }), saving("Contracts", calculated("Saving a year")));
 * const { turns, sentence } = switchingValue(p, { assumption: "Saving a year", outcome: "net saving" });
 * turns[0]?.value.toString(); // => "400"
 * sentence.endsWith("until Saving a year falls below £400, 33% under the central value of £600."); // => true
 * ```
 */
export function switchingValue(programme: Programme, options: SwitchingValueOptions): SwitchingValue {
  const own = varied(programme, options);
  return switching(own, leverNamed(own.programme, options.assumption), options, options);
}

/**
 * The switching values of all assumptions, or of those named: those that turn the outcome first, by how little they have to move,
 * then those that do not. Throws what {@link switchingValue} throws.
 *
 * @example
 * ```ts
 * import { cost, programme, saving, years } from "invest-to-save";
 * import { switchingValues } from "invest-to-save/vary";
 * const p = programme("Repairs", years("2024/25", "2026/27"), { source: "bid" },
 *   cost("Crew", { "2024/25": 1_000 }), saving("Contracts", { "2025/26": 600, "2026/27": 600 }));
 * const found = switchingValues(p, { outcome: "net saving" });
 * found.map(({ assumption, turns }) => `${assumption.label}: ${turns[0]?.headroom?.toFixed(3)}`).join("; ");
 * // => "Contracts: -0.167; Crew: 0.200"
 * ```
 */
export function switchingValues(
  programme: Programme,
  options: SwitchingOptions & { readonly assumptions?: readonly string[] },
): SwitchingValue[] {
  const own = varied(programme, options);
  const levers =
    options.assumptions?.map((name) => leverNamed(own.programme, name)) ??
    leversOf(own.programme, own.outcome);
  const found = levers.map((lever, at) => {
    const told = (part: number) => options.progress?.(at + part, levers.length);
    return switching(own, lever, { ...options, progress: told }, {});
  });
  return found.sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer) || nearest(a, b));
}

/** A programme with one outcome, ready to be varied. */
interface Varied {
  readonly programme: Programme;
  readonly outcome: OutcomeReader;
  readonly variation: Variation;
}

/** What is asked of an outcome, and where it is looked for: {@link SwitchingOptions}. */
const shape: OptionShape = {
  outcome: "text",
  "assumption?": "text",
  "assumptions?": "names",
  "steps?": "whole number",
  "target?": "any",
  "above?": "any",
  "below?": "any",
  "at least?": "any",
  "at most?": "any",
  "from?": "any",
  "to?": "any",
  "appraisal?": "any",
  "progress?": "any",
};

function varied(programme: Programme, options: SwitchingOptions): Varied {
  checkProgramme(programme, "a switching value");
  refuseShape("a switching value", shape, options);
  const own = caseOf(programme, [options.outcome], options);
  const [outcome] = own.outcomes as [OutcomeReader];
  return { programme: own.programme, outcome, variation: variationOf(own.programme, outcome) };
}

const order: readonly SwitchingValue["answer"][] = [
  "turns",
  "no value in its range does",
  "not searched",
  "makes no difference",
];

/** What has to move least comes first; days, which have no share, come last. */
function nearest(a: SwitchingValue, b: SwitchingValue): number {
  const least = ({ turns }: SwitchingValue) =>
    turns.flatMap(({ headroom }) => headroom?.abs() ?? []).sort((x, y) => x.comparedTo(y))[0];
  const [x, y] = [least(a), least(b)];
  if (x !== undefined && y !== undefined) return x.comparedTo(y);
  return Number(x === undefined) - Number(y === undefined);
}

function switching(
  { programme, outcome, variation }: Varied,
  lever: Lever,
  options: SwitchingOptions,
  asked: AskedRange,
): SwitchingValue {
  const bound = boundOf(options) ?? outcome.meets;
  if (bound === undefined && outcome.kind !== "condition" && !outcome.endless) throw notAsked(outcome);
  const { read } = variation;
  const reaches = variation.reaches(lever);
  const { steps = 24 } = options;
  const tried = new Map<string, Tried>();
  const attempt = (at: Decimal): Tried => {
    const key = numeral(at);
    const known = tried.get(key);
    if (known !== undefined) return known;
    const found = { at, reading: read([[lever, at]]) };
    tried.set(key, found);
    options.progress?.(1 - steps / (steps + tried.size), 1);
    return found;
  };
  const central = attempt(lever.central);
  const range = searchRange(lever, programme.timeline, asked);
  const searched = reaches && range !== undefined;
  const found = searched ? scan(attempt, range, { ...lever, steps, bound }) : undefined;
  const search = found && { attempt, outcome, bound, scan: found };
  const turns = search === undefined ? [] : findTurns(search, lever);
  const result = {
    assumption: movedOf(lever),
    outcome: plainOutcome(outcome),
    ...(bound === undefined ? {} : { bound }),
    central: central.reading,
    met: meets(central, bound, outcome, found?.allowed ?? lever.central.minus(lever.central)),
    answer: answerOf(reaches, search, turns),
    turns,
    ...(found === undefined ? {} : { range: found.range, resolution: found.resolution }),
  };
  return { ...result, sentence: switchSentence(result, lever, search) };
}

function findTurns(search: Search, lever: Lever): SwitchingTurn[] {
  const { bound } = search;
  const turns = bound?.is === "equal to" ? hitsOf(search, bound) : turnsIn(search);
  const timed = isPointInTime(lever.unit);
  return turns.map((turn) => {
    if (timed || lever.central.isZero()) return turn;
    return { ...turn, headroom: turn.value.minus(lever.central).div(lever.central.abs()) };
  });
}

function answerOf(
  reaches: boolean,
  search: Search | undefined,
  turns: readonly Turn[],
): SwitchingValue["answer"] {
  if (!reaches) return "makes no difference";
  if (search === undefined) return "not searched";
  if (turns.length > 0) return "turns";
  return isUnmoved(search.scan) ? "makes no difference" : "no value in its range does";
}

/** Whether an outcome reads the same all over its range, as of a line whose parts cancel out. */
function isUnmoved({ tried, spread, allowed }: Scan): boolean {
  return (
    tried.length > 0 &&
    spread.lte(allowed) &&
    tried.every(({ reading }) => reading.words === tried[0]?.reading.words)
  );
}

function notAsked({ label, unit }: Outcome) {
  return refusal({
    code: "missing-key",
    path: [label],
    message: `it is not said what ${label} is to come to`,
    expected: "one of target, above, below, at least, at most",
    received: "none of them",
    hint: `give a value in ${unit}, such as “at most” (--at-most)`,
  });
}
