import { zero } from "../../quantity/decimal.ts";
import type { Bound } from "./criterion.ts";
import { halfway, type Scan, type Tried } from "./scan.ts";
import { isMet, type Search, type Turn, turnsIn } from "./turns.ts";

/**
 * Where an outcome comes to a target: the values that give it, the intervals over which it stays at it, and where it is passed
 * without being come to. They are found as the turns of “at least” and of “at most”, and at the ends of the range.
 */
export function hitsOf(search: Search, { than }: Bound): Turn[] {
  const on: Search = { ...search, bound: { is: "equal to", than } };
  const turns = (["at least", "at most"] as const).flatMap((is) =>
    turnsIn({ ...search, bound: { is, than } }),
  );
  const { tried } = search.scan;
  const ends = [...tried.slice(0, 1), ...turns.map(asAsked), ...tried.slice(-1)];
  const missed = turns.filter((turn) => !isMet(on, asAsked(turn)));
  const hits = [
    ...hitsBetween(
      on,
      ends.filter((tried) => isMet(on, tried)),
    ),
    ...distinct(missed, search.scan).map(plain),
  ];
  return hits.sort((a, b) => a.value.comparedTo(b.value));
}

/** Of the two neighbours of a turn the one that is as asked: the only one that can be at the target. */
function asAsked({ met, lower, upper }: Turn): Tried {
  return met === "above" ? upper : lower;
}

/** A turn without its side, which a target has not. */
function plain({ met: _, ...turn }: Turn): Turn {
  return turn.kind === "crossing" ? turn : { ...turn, value: turn.lower.at };
}

/** Values at the target, in whatever order, as what they are the ends of: between two neighbours it stays at the target, or never is. */
function hitsBetween(on: Search, ends: readonly Tried[]): Turn[] {
  const rising = [...ends].sort((a, b) => a.at.comparedTo(b.at));
  const hits: { lower: Tried; upper: Tried }[] = [];
  for (const end of rising) {
    const last = hits.at(-1);
    if (last !== undefined && (isSame(last.upper, end, on.scan) || staysOn(on, last.upper, end)))
      last.upper = end;
    else hits.push({ lower: end, upper: end });
  }
  return hits.map(({ lower, upper }): Turn => {
    if (isSame(lower, upper, on.scan))
      return { kind: "crossing", value: lower.at, lower, upper: lower, within: zero };
    return { kind: "flat", value: lower.at, lower, upper, within: upper.at.minus(lower.at) };
  });
}

/** Whether two values are one as far as anybody looks; of whole numbers each is another. */
function isSame(a: Tried, b: Tried, { finest, whole }: Scan): boolean {
  const apart = b.at.minus(a.at).abs();
  return whole ? apart.isZero() : apart.lte(finest);
}

/** Whether an outcome is at its target between two values too. */
function staysOn(on: Search, a: Tried, b: Tried): boolean {
  return isMet(on, on.attempt(halfway(a.at, b.at, on.scan.whole)));
}

/** What is passed at once is turned at by both bounds: it is one. */
function distinct(turns: readonly Turn[], scan: Scan): Turn[] {
  const same = (a: Turn, b: Turn) =>
    a.kind === b.kind && isSame(a.lower, b.lower, scan) && isSame(a.upper, b.upper, scan);
  return turns.filter((turn, i) => turns.findIndex((other) => same(turn, other)) === i);
}
