import { type DeclaredLines, nothingDeclared } from "./declared.ts";
import { type Evidence, isSure, type SignedLine, type SumGuess, weigh } from "./evidence.ts";
import { addsTo, type Entry, setsAbove, setsBelow } from "./guesses.ts";
import { hasFigures, type Line } from "./line.ts";
import { isCaption, isMade } from "./roles.ts";
import { guessesOf } from "./signs.ts";

/** A sum that was found among lines, with what speaks for it. */
export interface FoundSum extends SumGuess {
  readonly evidence: Evidence;
}

/** The sums among lines, and the lines that should be sums by their label and of which none was found. */
export interface FoundSums {
  readonly sums: readonly FoundSum[];
  /** Sums that fail somewhere, and are not likely enough for that to accuse a figure. */
  readonly unsure: readonly FoundSum[];
  readonly unexplained: readonly number[];
}

interface Walk {
  readonly lines: readonly Line[];
  readonly declared: DeclaredLines;
  /** The heading above each line; −1 for none. */
  readonly sections: readonly number[];
  /** What speaks for a subtotal without a name, where the table is seen to have such. */
  readonly habit: number;
  stack: Entry[];
  readonly sums: FoundSum[];
  /** What each line that was found to be a sum adds up. */
  readonly partsOf: Map<number, readonly SignedLine[]>;
  /** Lines that a total above them adds up already. */
  readonly taken: Set<number>;
  readonly unexplained: number[];
}

/** Finds the sums among lines, from the first to the last: a total takes its parts out of what later totals may add up. */
export function findSums(given: readonly Line[], declared: DeclaredLines = nothingDeclared): FoundSums {
  const lines = given.map((line) =>
    declared.notAdded.includes(line.at) ? { ...line, role: "memo" as const } : line,
  );
  const first = walked(lines, declared, 0);
  const walk = hasHabit(first) ? walked(lines, declared, habitual) : first;
  const isDeclared = ({ total }: FoundSum) => declared.sums.some((one) => one.total === total);
  const often = (sum: FoundSum) => holdsOften(lines[sum.total] as Line, sum.evidence);
  const plainly = walk.sums.filter((sum) => isDeclared(sum) || (isSure(sum.evidence) && often(sum)));
  const sure = walk.sums.filter((sum) => plainly.includes(sum) || (isNeeded(sum, plainly) && often(sum)));
  return {
    sums: sure,
    unsure: walk.sums.filter((sum) => !sure.includes(sum)),
    unexplained: walk.unexplained,
  };
}

/** What speaks for a subtotal that nothing names, where the table has others like it. */
const habitual = 8;

/** Whether a subtotal that no label calls one holds in every place, and in more than one. */
function hasHabit({ lines, sums }: Walk): boolean {
  return sums.some(
    ({ total, parts, evidence: { holds, fails } }) =>
      lines[total]?.role === "item" &&
      fails === 0 &&
      holds > 1 &&
      parts.every(({ line, sign }) => sign > 0 && line < total),
  );
}

function walked(lines: readonly Line[], declared: DeclaredLines, habit: number): Walk {
  const walk: Walk = {
    lines,
    declared,
    sections: sectionsOf(lines),
    habit,
    stack: [],
    sums: [],
    partsOf: new Map(),
    taken: new Set(),
    unexplained: [],
  };
  for (const line of lines) {
    if (line.heading) walk.stack.push({ line: line.at, heading: true, made: false });
    else if (hasFigures(line)) place(walk, line);
  }
  return walk;
}

/** Whether a sum holds often enough for its failures to be faults: one that its label calls a total may fail anywhere. */
function holdsOften({ role, across }: Line, { holds, fails }: Evidence): boolean {
  if (role === "total" || role === "closing") return true;
  return fails <= Math.max(1, role === "net" || !across ? holds : holds / 3);
}

/** What it speaks for a sum that a sure one, which holds everywhere, adds it up and leaves its parts out. */
const needed = 6;

function isNeeded({ total, parts, evidence }: FoundSum, sure: readonly FoundSum[]): boolean {
  const uses = sure.some(
    (other) =>
      other.evidence.fails === 0 &&
      other.parts.some(({ line }) => line === total) &&
      !other.parts.some(({ line }) => parts.some((part) => part.line === line)),
  );
  return uses && isSure({ ...evidence, score: evidence.score + needed });
}

function sectionsOf(lines: readonly Line[]): number[] {
  let last = -1;
  return lines.map((line, at) => {
    if (line.heading) last = at;
    return last;
  });
}

/** Puts a line on the stack, as the sum of what it adds up where that can be told. */
function place(walk: Walk, line: Line): void {
  const told = walk.declared.sums.find(({ total }) => total === line.at);
  if (told === undefined && (line.role === "of which" || line.role === "memo" || line.kind === "ratio"))
    return;
  const best = told === undefined ? inferred(walk, line) : { ...told, evidence: weigh(walk.lines, told) };
  const made = best !== undefined;
  if (best !== undefined) {
    walk.sums.push(best);
    walk.partsOf.set(best.total, best.parts);
    takeParts(walk, best);
  } else if (line.role === "total" && !walk.declared.only) walk.unexplained.push(line.at);
  if (!walk.taken.has(line.at)) {
    walk.stack.push({ line: line.at, heading: false, made: made || isMade(line.role) });
  }
}

function inferred(walk: Walk, line: Line): FoundSum | undefined {
  return walk.declared.only ? undefined : bestGuess(walk, line);
}

/** The likeliest guess for a line; of two that are nearly as likely the one that holds everywhere. */
function bestGuess(walk: Walk, line: Line): FoundSum | undefined {
  const { lines, sections, stack } = walk;
  const sets = [...setsAbove(lines, stack, line.at, walk.habit), ...setsBelow(lines, stack, line.at)];
  const seen = new Set<string>();
  let best: FoundSum | undefined;
  for (const set of sets.sort((a, b) => b.prior - a.prior)) {
    for (const guess of guessesOf(lines, sections, line.at, set)) {
      const key = guess.parts.map(({ line: at, sign }) => at * sign + (at === 0 ? sign / 4 : 0)).join();
      if (seen.has(key) || cancels(walk, guess)) continue;
      seen.add(key);
      const evidence = weigh(lines, guess);
      if (best === undefined || evidence.score > best.evidence.score) best = { ...guess, evidence };
    }
  }
  return best !== undefined && isBelieved(line, best) ? best : undefined;
}

/** A total less the only line that is in it is nil whatever is printed, and no sum to judge another line by. */
function cancels({ partsOf }: Walk, { parts }: SumGuess): boolean {
  const signs = new Map(parts.map(({ line, sign }) => [line, sign]));
  return parts.some(({ line, sign }) =>
    partsOf.get(line)?.some((one) => signs.has(one.line) && one.sign * sign !== signs.get(one.line)),
  );
}

/** A guess is taken up where the odds are for it. One that holds nowhere needs the label of a total, or to be very near. */
function isBelieved({ role, label }: Line, { evidence }: FoundSum): boolean {
  const { score, holds, fails } = evidence;
  if (holds > 0) return score > 0;
  const least = role === "total" ? 0 : isMade(role) ? 8 : isCaption(label) ? 3 : Number.POSITIVE_INFINITY;
  return fails > 0 && score > least;
}

/** Takes the parts of a sum off the stack, with the headings that stood over them. */
function takeParts(walk: Walk, { total, parts }: FoundSum): void {
  const members = new Set(parts.map(({ line }) => line));
  const above = parts.filter(({ line }) => line < total);
  for (const { line } of parts) if (line > total) walk.taken.add(line);
  if (above.length === 0) return;
  const first = walk.stack.findIndex(({ line }) => members.has(line));
  const kept = walk.stack.filter((entry, at) => {
    if (members.has(entry.line)) return false;
    const inside = at > first;
    if (entry.heading) return !inside && at !== first - 1;
    // What stands between the parts and is none itself tells what is in them; other kinds go on.
    return !(inside && addsTo(walk.lines[total] as Line, walk.lines[entry.line] as Line));
  });
  walk.stack = kept;
}
