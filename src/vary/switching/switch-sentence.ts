import { isPointInTime } from "../../quantity/unit.ts";
import { amountWords } from "../amount-words.ts";
import type { Lever } from "../lever.ts";
import type { Bound } from "./criterion.ts";
import { exactWords, headroomWords, printedValue } from "./safe-value.ts";
import type { SwitchingValue } from "./switching.ts";
import { isMet, type Search, type Turn } from "./turns.ts";

type Result = Omit<SwitchingValue, "sentence">;

/** What was found, as a sentence for a report. */
export function switchSentence(result: Result, lever: Lever, search: Search | undefined): string {
  const { answer, outcome } = result;
  if (answer === "makes no difference") return `${lever.label} makes no difference to ${named(result)}.`;
  if (search === undefined) {
    const why = "its central value is nil and it has no range to go by";
    return `${lever.label} was not searched: ${why}. Give it a low and a high, or say from where to where.`;
  }
  if (answer === "no value in its range does") return noneSentence(result, lever, search);
  const { bound } = result;
  if (bound?.is === "equal to") return targetSentence(result, lever, search, bound);
  const { below, above } = nearestTurns(result, lever);
  const shown = [below, above].filter((turn) => turn !== undefined);
  if (shown.length === 0) {
    const where = result.turns.map((turn) => turnWords(result, lever, search, turn));
    return `${stays(result)} on one side only of where ${lever.label} is ${where.join(" and of ")}.`;
  }
  const phrases = shown.map((turn) => phrase(result, lever, search, { turn, falls: turn === below }));
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
  // What holds today holds up to the turn; what does not starts to hold beyond it.
  const [downwards, upwards] = met ? ["above", "below"] : ["below", "above"];
  // One at the central value itself lies on the side on which it may be.
  const isBelow = ({ value, met: side }: Turn) =>
    value.lt(lever.central) || (value.eq(lever.central) && side === downwards);
  const below = turns.filter(isBelow).at(-1);
  const above = turns.find((turn) => !isBelow(turn));
  return {
    below: below?.met === downwards ? below : undefined,
    above: above?.met === upwards ? above : undefined,
  };
}

/** `falls below £18,400, 26% under the central value of £25,000`. */
function phrase(
  result: Result,
  lever: Lever,
  search: Search,
  { turn, falls }: { readonly turn: Turn; readonly falls: boolean },
): string {
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
  const apart = far
    ? `against ${central}`
    : lever.central.isZero()
      ? `from ${central}`
      : `${headroomWords(lever, value, result.met)} ${falls ? "under" : "over"} the central value of ${central}`;
  const from = value.eq(lever.central) ? "the central value" : apart;
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

function stands(result: Result): string {
  const { bound, outcome } = result;
  if (bound === undefined) return `${named(result)} holds as the model stands`;
  return `${named(result)} is ${bound.is} ${amountWords(bound.than, outcome.unit)} as the model stands`;
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

/** Of a range without a turn: it is as asked all over it, or nowhere, whatever it is at a central value outside of it. */
function noneSentence(result: Result, lever: Lever, search: Search): string {
  const { met, bound, outcome } = result;
  const { range, tried } = search.scan;
  const searched = `from ${lever.words(range.from)} to ${lever.words(range.to)} (${rangeWords[range.by]})`;
  const every = `${lever.label} ${searched}`;
  if (bound?.is === "equal to") {
    const target = amountWords(bound.than, outcome.unit);
    return `${named(result)} does not come to ${target} at any value of ${every}.`;
  }
  const [first] = tried;
  if (first === undefined) return `${named(result)} cannot be worked out at any value of ${every}.`;
  const isAsked = isMet(search, first);
  if (met)
    return `${isAsked ? `${stays(result)} at every` : `${stands(result)}, and at no`} value of ${every}.`;
  return `${misses(result)}${isAsked ? `; ${would(result)} at every` : ", nor at any"} value of ${every}.`;
}

function targetSentence(result: Result, lever: Lever, search: Search, bound: Bound): string {
  const { outcome, turns } = result;
  const target = amountWords(bound.than, outcome.unit);
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
  const jumps = turns.flatMap(({ kind, lower, upper }) => {
    const [from, to] = [lower.reading.value, upper.reading.value];
    if (kind !== "jump" || from === undefined || to === undefined) return [];
    return [`jumps from ${amountWords(from, unit)} to ${amountWords(to, unit)}`];
  });
  return jumps.length === 0 ? "" : `, where it ${jumps.join(" and ")}`;
}
