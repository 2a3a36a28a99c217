import { type Decimal, decimal, zero } from "../../quantity/decimal.ts";
import { roundTo } from "../../quantity/rounding.ts";
import type { Outcome } from "../outcome.ts";
import type { Bound } from "./criterion.ts";
import { gapOf, halfway, meets, type Scan, type Tried, type Try } from "./scan.ts";

/** Where an outcome turns from what is asked of it to what is not, or the other way. */
export interface Turn {
  /**
   * `crossing`: it comes to the threshold and passes it; `jump`: it passes it without coming to it; `between whole values`: the
   * assumption has no value between the two; `flat`: it is at the target over an interval.
   */
  readonly kind: "crossing" | "jump" | "between whole values" | "flat";
  /**
   * The value of the assumption: at a crossing the one that gives the threshold; else, of the two neighbours, the one where the
   * outcome is as asked; of a target that is jumped over, and of an interval, the lower.
   */
  readonly value: Decimal;
  /** The two neighbours, or the ends of the interval; both are the value itself at a crossing that was hit. */
  readonly lower: Tried;
  readonly upper: Tried;
  /** How far apart the two are: nil where the threshold is hit. */
  readonly within: Decimal;
  /** On which side of it the outcome is as asked; missing for a target. */
  readonly met?: "above" | "below";
  /** What the outcome jumps by from the lower to the upper neighbour, where both have a value. */
  readonly jump?: Decimal;
}

/** An outcome, what is asked of it, and how to try it. */
export interface Search {
  readonly attempt: Try;
  readonly outcome: Outcome;
  readonly bound: Bound | undefined;
  readonly scan: Scan;
}

/** Whether a value that was tried is as asked. */
export function isMet({ bound, outcome, scan }: Search, tried: Tried): boolean {
  return meets(tried, bound, outcome, scan.allowed);
}

/** Every turn between two neighbouring values that were tried, in rising order. */
export function turnsIn(search: Search): Turn[] {
  const { tried } = search.scan;
  return tried.slice(1).flatMap((upper, i) => {
    const lower = tried[i] as Tried;
    return isMet(search, lower) === isMet(search, upper) ? [] : [narrowed(search, lower, upper)];
  });
}

/** Between these two the outcome turns; `before` is a value further out on the side where it is not as asked. */
interface Bracket {
  lower: Tried;
  upper: Tried;
  before?: Tried;
}

/** Draws two values together until the threshold is hit, or until nothing is left between them to look at. */
function narrowed(search: Search, lower: Tried, upper: Tried): Turn {
  const { scan, attempt } = search;
  const met = isMet(search, upper) ? "above" : "below";
  const bracket: Bracket = { lower, upper };
  const end = [lower, upper].find((tried) => isOn(search, tried));
  const hit = end && !scan.whole ? edge(search, bracket, end, met) : undefined;
  if (hit) return crossing(search, hit, met);
  for (let step = 0; bracket.upper.at.minus(bracket.lower.at).gt(scan.finest); step++) {
    const middle = halfway(bracket.lower.at, bracket.upper.at, scan.whole);
    const guess = scan.whole || step % 2 === 1 ? undefined : guessed(search, bracket, met);
    const found = attempt(guess ?? middle);
    if (!scan.whole && isOn(search, found)) {
      const edged = edge(search, bracket, found, met);
      if (edged) return crossing(search, edged, met);
    } else take(search, bracket, found, met);
  }
  return neighbours(search, bracket, met);
}

/** The value that was hit, without the rounding of the quotient that it comes from where it is as good without. */
function crossing({ attempt, bound, scan }: Search, hit: Tried, met: "above" | "below"): Turn {
  const neat = attempt(roundTo(hit.at, scan.neat));
  const [missed, own] = [neat, hit].map((tried) => gapOf(tried, bound)?.abs());
  const at = missed !== undefined && own !== undefined && missed.lte(own) ? neat : hit;
  return { kind: "crossing", value: at.at, lower: at, upper: at, within: zero, met };
}

/** Whether an outcome is at its threshold. */
function isOn({ bound, scan }: Search, tried: Tried): boolean {
  return gapOf(tried, bound)?.abs().lte(scan.allowed) ?? false;
}

/** Takes a value into the bracket in place of the end that is like it. */
function take(search: Search, bracket: Bracket, found: Tried, met: "above" | "below"): void {
  const isUpper = isMet(search, found) === (met === "above");
  const failing = met === "above" ? "lower" : "upper";
  const end = isUpper ? "upper" : "lower";
  if (end === failing) bracket.before = bracket[end];
  bracket[end] = found;
}

/**
 * A value at the threshold is where the outcome turns only if it is different right beside it: else the outcome stays at the
 * threshold for a while, and the search goes on beyond it.
 */
function edge(search: Search, bracket: Bracket, found: Tried, met: "above" | "below"): Tried | undefined {
  const { scan, attempt } = search;
  const own = isMet(search, found);
  const outwards = own === (met === "above") ? scan.finest.neg() : scan.finest;
  const beside = found.at.plus(outwards);
  // Right beside the other end there is nothing left to look at.
  if (beside.lte(bracket.lower.at) || beside.gte(bracket.upper.at)) return found;
  const next = attempt(beside);
  if (isMet(search, next) !== own) return found;
  take(search, bracket, next, met);
  return undefined;
}

/** Where the straight line through two values meets the threshold; `undefined` where that is not between the ends. */
function guessed(
  search: Search,
  { lower, upper, before }: Bracket,
  met: "above" | "below",
): Decimal | undefined {
  const failing = met === "above" ? lower : upper;
  const other = met === "above" ? upper : lower;
  // From an end that is at the threshold no line leads anywhere: the line of the other side does.
  const second = isOn(search, other) ? before : other;
  const a = gapOf(failing, search.bound);
  const b = second && gapOf(second, search.bound);
  if (second === undefined || a === undefined || b === undefined || a.eq(b)) return undefined;
  const at = failing.at.minus(a.times(second.at.minus(failing.at)).div(b.minus(a)));
  return at.gt(lower.at) && at.lt(upper.at) ? at : undefined;
}

/** A jump is a difference that stays as the values draw together; a steep slope never comes near this part of the spread. */
const slightest = decimal("1e-6");

function neighbours({ scan }: Search, { lower, upper }: Bracket, met: "above" | "below"): Turn {
  const within = upper.at.minus(lower.at);
  const value = met === "above" ? upper.at : lower.at;
  const [a, b] = [lower.reading.value, upper.reading.value];
  const jump = a === undefined || b === undefined ? undefined : b.minus(a);
  const own = { value, lower, upper, within, met, ...(jump === undefined ? {} : { jump }) } as const;
  if (scan.whole) return { kind: "between whole values", ...own };
  const isSlope = jump?.abs().lte(scan.spread.times(slightest)) ?? false;
  if (!isSlope) return { kind: "jump", ...own };
  const { jump: _, ...slope } = own;
  return { kind: "crossing", ...slope };
}
