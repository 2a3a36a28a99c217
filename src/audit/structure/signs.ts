import type { SignedLine, SumGuess } from "./evidence.ts";
import type { LineSet } from "./guesses.ts";
import type { Line } from "./line.ts";
import { isGross, isMade, takesAway } from "./roles.ts";

/** So many lines or sections may each be added or taken away, whatever the others are. */
const mostFree = 5;

/** Among so many lines at most it is tried from which of them on all are taken away. */
const mostSplit = 16;

/** The ways in which a set of lines may be added and taken away to make a total. */
export function guessesOf(
  lines: readonly Line[],
  sections: readonly number[],
  total: number,
  { lines: members, prior, because }: LineSet,
): SumGuess[] {
  const guesses: SumGuess[] = [];
  const whole = lines[total] as Line;
  const add = (signs: readonly (1 | -1)[], cost: number, why = because) => {
    if (signs.every((sign) => sign === -1) && members.length > 1) return;
    guesses.push({
      total,
      parts: members.map((line, i) => signed(line, signs[i] ?? 1)),
      prior: prior - cost,
      because: why,
    });
  };
  const plus = members.map((): 1 | -1 => 1);
  const away = members.map((at): 1 | -1 => (isTakenAway(lines, sections, at) ? -1 : 1));
  add(plus, away.includes(-1) ? 2 : 0);
  if (away.includes(-1)) add(away, 0, `${because}, some of them marked “less”`);
  // A line that stands above its parts only ever adds them, and so does a row that no label calls a sum.
  const few = whole.across && members.length <= 3;
  if ((!isMade(whole.role) && !few) || (members[0] ?? 0) > total) return guesses;
  const net = (whole.role === "net" && !isGross(whole.label)) || whole.role === "closing";
  const cost = net ? 2 : isMade(whole.role) ? 12 : 2;
  for (const signs of patterns(lines, sections, members)) add(signs, cost);
  return guesses;
}

function signed(line: number, sign: 1 | -1): SignedLine {
  return { line, sign };
}

function isTakenAway(lines: readonly Line[], sections: readonly number[], at: number): boolean {
  const heading = lines[sections[at] ?? -1];
  return (lines[at] as Line).role === "less" || (heading !== undefined && takesAway(heading.label));
}

/** Patterns of signs, each section or total with one sign; lines on their own where they are few. */
function patterns(
  lines: readonly Line[],
  sections: readonly number[],
  members: readonly number[],
): (1 | -1)[][] {
  const keys = members.map((at) =>
    members.length <= 4 || isMade((lines[at] as Line).role) ? at + 0.5 : (sections[at] ?? -1),
  );
  const groups = [...new Set(keys)];
  if (groups.length > mostFree || groups.length < 2) return splits(members);
  const found: (1 | -1)[][] = [];
  for (let mask = 1; mask < 2 ** groups.length - 1; mask++) {
    const signs = new Map(groups.map((group, i) => [group, (mask >> i) & 1 ? (-1 as const) : (1 as const)]));
    found.push(keys.map((key) => signs.get(key) ?? 1));
  }
  return found;
}

/** Many lines on their own: those up to one of them are added and all after it taken away, as income less every cost is. */
function splits(members: readonly number[]): (1 | -1)[][] {
  if (members.length > mostSplit) return [];
  return members.slice(1).map((_, first) => members.map((_, at): 1 | -1 => (at <= first ? 1 : -1)));
}
