import { isPointInTime } from "../quantity/unit.ts";
import { amountWords } from "./amount-words.ts";
import type { Lever } from "./lever.ts";
import { exactWords, headroomWords, printedValue } from "./safe-value.ts";
import type { SwitchingValue } from "./switching.ts";
import type { Search, Turn } from "./turns.ts";

type Result = Omit<SwitchingValue, "sentence">;

/** What was found, as a sentence for a report. */
export function switchSentence(result: Result, lever: Lever, search: Search | undefined): string {
  const { answer, outcome } = result;
  if (answer === "makes no difference") return `${lever.label} makes no difference to ${named(result)}.`;
  if (search === undefined) {
    const why = "its central value is nil and it has no range to go by";
    return `${lever.label} was not searched: ${why}. Give it a low and a high, or say from where to where.`;
  }
  if (answer === "no value in its range does") return noneSentence(result, lever);
  if (result.bound?.is === "equal to") return targetSentence(result, lever, search);
  const { below, above } = nearestTurns(result, lever);
  const shown = [below, above].filter((turn) => turn !== undefined);
  if (shown.length === 0) {
    const where = result.turns.map((turn) => turnWords(result, lever, search, turn));
    return `${stays(result)} on one side only of where ${lever.label} is ${where.join(" and of ")}.`;
  }
  const phrases = shown.map((turn) => phrase(result, lever, search, turn));
  const start = result.met
    ? `${stays(result)} until ${lever.label}`
    : `${misses(result)}; ${would(result)} once ${lever.label}`;
  const others = result.turns.length - shown.length;
  const more = others === 0 ? "" : ` It turns at ${result.turns.length} values in all.`;
  const every = lever.factor ? " in every period" : "";
  return `${start} ${phrases.join(" or ")}${every}${jumpWords(outcome, shown)}.${more}`;
}

function nearestTurns(
  { turns, met }: Result,
  lever: Lever,
): { below: Turn | undefined; above: Turn | undefined } {
  const belows = turns.filter(({ value }) => value.lt(lever.central));
  const aboves = turns.filter(({ value }) => value.gte(lever.central));
  // What holds today holds up to the turn; what does not starts to hold beyond it.
  const below = belows.at(-1);
  const above = aboves[0];
  return {
    below: below?.met === (met ? "above" : "below") ? below : undefined,
    above: above?.met === (met ? "below" : "above") ? above : undefined,
  };
}

/** `falls below £18,400, 26% under the central value of £25,000`. */
function phrase(result: Result, lever: Lever, search: Search, turn: Turn): string {
  const falls = turn.value.lt(lever.central);
  const { value, safe } = printedValue(lever, search, turn);
  const words = `${safe ? "" : "about "}${exactWords(lever, value)}`;
  if (lever.factor) {
    const moves = falls ? "falls by" : "rises by";
    return `${moves} ${result.met ? "more than " : ""}${words}`;
  }
  const far = isPointInTime(lever.unit);
  const moves = far
    ? { true: falls ? "comes before" : "comes after", false: falls ? "is as early as" : "is as late as" }
    : { true: falls ? "falls below" : "rises above", false: falls ? "falls to" : "rises to" };
  const central = exactWords(lever, lever.central);
  const from = far
    ? `against ${central}`
    : lever.central.isZero()
      ? `from ${central}`
      : `${headroomWords(lever, value, result.met)} ${falls ? "under" : "over"} the central value of ${central}`;
  return `${moves[result.met ? "true" : "false"]} ${words}, ${from}`;
}

/** A label within a sentence keeps its capitals: it is a name. */
function named({ outcome }: Result): string {
  return outcome.kind === "condition" ? `“${outcome.label}”` : outcome.label;
}

function stays(result: Result): string {
  const { bound, outcome } = result;
  if (bound === undefined) return `${named(result)} holds`;
  return `${named(result)} stays ${bound.is} ${amountWords(bound.than, outcome.unit)}`;
}

function misses(result: Result): string {
  const { bound, outcome } = result;
  if (bound === undefined) return `${named(result)} does not hold as the model stands`;
  return `${named(result)} is not ${bound.is} ${amountWords(bound.than, outcome.unit)} as the model stands`;
}

function would({ bound }: Result): string {
  return bound === undefined ? "it would" : "it would be";
}

const rangeWords = {
  asked: "as asked",
  "low and high": "its low to its high",
  unit: "a wide range",
} as const;

function noneSentence(result: Result, lever: Lever): string {
  const { range, met, bound } = result;
  const searched =
    range === undefined
      ? ""
      : ` from ${lever.words(range.from)} to ${lever.words(range.to)} (${rangeWords[range.by]})`;
  const every = `${lever.label}${searched}`;
  if (bound?.is === "equal to") return `${neverAt(result)} at any value of ${every}.`;
  return met
    ? `${stays(result)} at every value of ${every}.`
    : `${misses(result)}, nor at any value of ${every}.`;
}

function neverAt(result: Result): string {
  return `${named(result)} does not come to ${amountWords(result.bound?.than ?? result.assumption.central, result.outcome.unit)}`;
}

function targetSentence(result: Result, lever: Lever, search: Search): string {
  const { outcome, bound, turns } = result;
  const target = bound === undefined ? "" : amountWords(bound.than, outcome.unit);
  const places = turns.map((turn) => turnWords(result, lever, search, turn));
  const hits = turns.filter(({ kind }) => kind !== "jump" && kind !== "between whole values");
  const comes = hits.length > 0 ? `is ${target}` : `passes ${target}`;
  return `${named(result)} ${comes} where ${lever.label} is ${places.join(" and where it is ")}.`;
}

/** `£500, 16% under the central value of £600`; of an interval, both ends. */
function turnWords(result: Result, lever: Lever, search: Search, turn: Turn): string {
  const { value } = printedValue(lever, search, turn);
  const about = value.eq(turn.value) ? "" : "about ";
  const told = (at: typeof value) => (lever.factor ? lever.words(at) : exactWords(lever, at));
  if (turn.kind === "flat") return `from ${told(turn.lower.at)} to ${told(turn.upper.at)}`;
  if (turn.kind === "between whole values")
    return `between ${told(turn.lower.at)} and ${told(turn.upper.at)}`;
  const timed = isPointInTime(lever.unit);
  if (lever.factor || timed || lever.central.isZero()) return `${about}${told(value)}`;
  const way = value.lt(lever.central) ? "under" : "over";
  const room = `${headroomWords(lever, value, result.met)} ${way} the central value of ${exactWords(lever, lever.central)}`;
  return `${about}${told(value)}, ${value.eq(lever.central) ? "the central value" : room}`;
}

/** What a measure jumps by where it turns, for it cannot be brought to its threshold. */
function jumpWords({ unit }: Result["outcome"], turns: readonly Turn[]): string {
  const jumps = turns.flatMap(({ kind, lower, upper, jump }) =>
    kind !== "jump" || jump === undefined
      ? []
      : [
          `jumps from ${amountWords(lower.reading.value ?? jump, unit)} to ${amountWords(upper.reading.value ?? jump, unit)}`,
        ],
  );
  return jumps.length === 0 ? "" : `, where it ${jumps.join(" and ")}`;
}
