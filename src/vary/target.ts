import { zero } from "../quantity/decimal.ts";
import type { Bound } from "./criterion.ts";
import { halfway, type Scan } from "./scan.ts";
import { isMet, type Search, type Turn, turnsIn } from "./turns.ts";

/**
 * Where an outcome comes to a target: where it turns from below to above, or the other way; where it jumps over it; and the
 * intervals over which it stays at it. It is found as the turns of “at least” and of “at most”, which fall together
 * wherever the target is passed at once.
 */
export function hitsOf(search: Search, { than }: Bound): Turn[] {
  const { tried } = search.scan;
  const [first, last] = [tried[0], tried.at(-1)];
  const turns = (["at least", "at most"] as const).flatMap((is) =>
    turnsIn({ ...search, bound: { is, than } }),
  );
  const found = distinct(turns, search.scan).sort((a, b) => a.value.comparedTo(b.value));
  const on: Search = { ...search, bound: { is: "equal to", than } };
  const isOn = (turn: Turn | undefined) => turn?.kind === "crossing" && isMet(on, turn.lower);
  const hits: Turn[] = [];
  // Ends of the range at the target open or close an interval.
  const opensOn = first !== undefined && isMet(on, first);
  let from = opensOn ? first : undefined;
  for (const [i, turn] of found.entries()) {
    const { met: _, ...sided } = turn;
    const plain: Turn = turn.kind === "crossing" ? sided : { ...sided, value: turn.lower.at };
    const next = found[i + 1];
    if (!isOn(turn)) hits.push(plain);
    else if (from !== undefined) {
      hits.push(flat(from, turn.lower));
      from = undefined;
    } else if (next !== undefined && isOn(next) && staysOn(on, turn, next)) from = turn.lower;
    else if (next === undefined && last !== undefined && isMet(on, last) && !last.at.eq(turn.value))
      from = turn.lower;
    else hits.push(plain);
  }
  if (from !== undefined && last !== undefined) hits.push(flat(from, last));
  return hits;
}

function flat(lower: Turn["lower"], upper: Turn["upper"]): Turn {
  const within = upper.at.minus(lower.at);
  if (within.isZero()) return { kind: "crossing", value: lower.at, lower, upper, within: zero };
  return { kind: "flat", value: lower.at, lower, upper, within };
}

/** Whether an outcome is at its target between two turns too. */
function staysOn(on: Search, a: Turn, b: Turn): boolean {
  return !b.value.eq(a.value) && isMet(on, on.attempt(halfway(a.value, b.value, on.scan.whole)));
}

/** A target that is passed at once is turned at by both bounds: it is one hit. */
function distinct(turns: readonly Turn[], { finest }: Scan): Turn[] {
  const same = (a: Turn, b: Turn) =>
    a.kind === b.kind &&
    (a.kind === "crossing"
      ? a.value.minus(b.value).abs().lte(finest)
      : a.lower.at.eq(b.lower.at) && a.upper.at.eq(b.upper.at));
  return turns.filter((turn, i) => turns.findIndex((other) => same(turn, other)) === i);
}
