import { isWithinYear, startsWithPeriod } from "../read/words.ts";
import type { SignedLine, SumGuess } from "./evidence.ts";
import { hasFigures, type Line } from "./line.ts";
import { isMade, roleOf, takesAway } from "./roles.ts";

/** A line that is not yet part of a total, or a heading between such lines. */
export interface Entry {
  readonly line: number;
  readonly heading: boolean;
  /** Whether it was found to be a sum of others. */
  readonly made: boolean;
}

/** Lines that may make a total together, and how likely that is before their figures are looked at. */
export interface LineSet {
  readonly lines: readonly number[];
  readonly prior: number;
  readonly because: string;
}

/** How many lines back a total without any other sign is looked for. */
const furthest = 30;

const plainTotal = /^(?:sub|grand)?[\s-]*totals?\b[:.]?$|\bsub[\s-]?total\b|\bgrand total\b/i;

/** What a label alone is worth: a total is expected to be a sum, an item is not. */
function priorOf(lines: readonly Line[], stack: readonly Entry[], line: Line): number {
  if (line.role === "total") return plainTotal.test(line.label) || namesHeading(lines, stack, line) ? 0 : -5;
  if (line.role === "net") return 0;
  if (line.role === "closing" || line.role === "cumulative") return -2;
  return line.strong || line.apart ? -16 : -20;
}

/** Whether a total is called after a heading above it, as “Total Funding” is under “Funding”. */
function namesHeading(lines: readonly Line[], stack: readonly Entry[], { label }: Line): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/\btotals?\b|[^a-z ]/g, "")
      .trim();
  const own = words(label);
  return stack.some(({ line, heading }) => {
    const name = heading ? words((lines[line] as Line).label) : "";
    return (
      name !== "" && (own.includes(name) || name.includes(own) || own.startsWith(name.replace(/s$/, "")))
    );
  });
}

/** A line that no label calls a sum, or that is a difference, is made of more than one other. */
function fewestParts({ role }: Line): number {
  return isMade(role) && role !== "net" ? 1 : 2;
}

/** Sets of lines above a line, out of those that are still open, that it may add up. */
export function setsAbove(lines: readonly Line[], stack: readonly Entry[], total: number): LineSet[] {
  const whole = lines[total] as Line;
  const open = openTo(lines, stack, whole);
  const sets: LineSet[] = [];
  const label = priorOf(lines, stack, whole);
  const add = (entries: readonly Entry[], prior: number, because: string) => {
    if (entries.length >= fewestParts(whole))
      sets.push({ lines: entries.map(({ line }) => line), prior: label + prior, because });
  };
  const isTotal = whole.role === "total";
  const headings = stack.flatMap((entry, at) => (entry.heading ? [at] : [])).reverse();
  const starts = [...headings, 0];
  for (const [crossed, start] of starts.entries()) {
    const run = stack.slice(start).filter((entry) => open.includes(entry));
    const because =
      start === 0 && crossed === headings.length ? "it stands below all of them" : "it ends their section";
    add(run, (isTotal ? 14 : 8) - 2 * Math.min(crossed, 4), because);
    add(shallowest(lines, run), (isTotal ? 13 : 7) - 2 * Math.min(crossed, 4), because);
    for (const without of withoutDetails(lines, stack, run)) {
      add(
        without,
        (isTotal ? 13 : 7) - 2 * Math.min(crossed, 4),
        `${because}, those that are told “of which” left out`,
      );
    }
  }
  const mixed = stack.filter(
    (entry) => !entry.heading && isAmount(whole) && isAmount(lines[entry.line] as Line),
  );
  if (mixed.length > open.length)
    add(
      mixed.filter(({ line }) => addsTo({ ...whole, kind: (lines[line] as Line).kind }, lines[line] as Line)),
      isTotal ? 9 : 3,
      "they are all that stands above it",
    );
  const lastMade = open.reduce((last, { made }, at) => (made ? at : last), -1);
  const afterMade = open.slice(lastMade + 1);
  add(afterMade, isTotal ? 12 : 5, "it follows them, after the last total");
  const made = open.filter((entry) => entry.made);
  add(made, isTotal ? (made.length > 1 ? 11 : 4) : 9, "they are the totals above it");
  add(made.slice(-2), isTotal ? 6 : 9, "they are the last two totals above it");
  add(made.slice(-3), isTotal ? 6 : 7, "they are the last three totals above it");
  for (let count = 1; count <= Math.min(open.length, furthest); count++) {
    const plausible = count > 1 || isMade(whole.role);
    if (plausible)
      add(open.slice(-count), isTotal ? 5 : count <= 3 ? 6 : 3, `they are the last ${count} lines above it`);
  }
  return whole.role === "net" ? [...sets, ...pairsAbove(lines, total)] : sets;
}

/** Two lines above a difference, near it, whether or not a total has taken them already. */
function pairsAbove(lines: readonly Line[], total: number): LineSet[] {
  const whole = lines[total] as Line;
  const near = lines
    .slice(Math.max(0, total - 10), total)
    .filter((line) => !line.heading && addsTo(whole, line));
  return near.flatMap((a, i) =>
    near.slice(i + 1).map((b) => ({
      lines: [a.at, b.at],
      prior:
        5 -
        (total - b.at) / 4 +
        (a.group === whole.group && b.group === whole.group && whole.group !== "" ? 3 : 0),
      because: "it is named after a difference of two of them",
    })),
  );
}

function isAmount({ kind }: Line): boolean {
  return kind === "money" || kind === "number";
}

/** The open lines that a line may add up: those of its kind, or where there are none those of another that can be added. */
function openTo(lines: readonly Line[], stack: readonly Entry[], whole: Line): Entry[] {
  const open = stack.filter((entry) => !entry.heading && addsTo(whole, lines[entry.line] as Line));
  if (open.length > 0 || whole.kind === "percent") return open;
  return stack.filter((entry) => {
    const line = lines[entry.line] as Line;
    return !entry.heading && line.kind !== "percent" && addsTo({ ...whole, kind: line.kind }, line);
  });
}

/** A run without the first one, two or more lines under a heading “of which”: how far it reaches is told by the figures. */
function withoutDetails(lines: readonly Line[], stack: readonly Entry[], run: readonly Entry[]): Entry[][] {
  const heads = stack.flatMap((entry, at) =>
    entry.heading && roleOf((lines[entry.line] as Line).label) === "of which" ? [at] : [],
  );
  return heads.flatMap((head) => {
    const under = stack.slice(head + 1).filter((entry) => run.includes(entry));
    return under.map((_, i) => run.filter((entry) => !under.slice(0, i + 1).includes(entry)));
  });
}

/** Lines that are indented deeper than the others of a set tell what is in one of them, and are not added again. */
function shallowest(lines: readonly Line[], entries: readonly Entry[]): Entry[] {
  const depths = entries.map(({ line }) => (lines[line] as Line).depth);
  const least = Math.min(...depths);
  return entries.filter((_, at) => depths[at] === least);
}

/** Whether a line can be a part of another: of the same kind, or of a kind that may be mixed with it. */
export function addsTo(whole: Line, part: Line): boolean {
  if (part.role === "of which" || part.role === "memo" || part.role === "cumulative") return false;
  if (!hasFigures(part) || part.kind === "ratio" || whole.kind === "ratio") return false;
  return whole.kind === part.kind && !isNextPeriod(whole, part);
}

/** A period is no sum of other periods, unless they are the quarters or months of it. */
function isNextPeriod(whole: Line, part: Line): boolean {
  if (whole.role !== "item" || !startsWithPeriod(whole.label) || !startsWithPeriod(part.label)) return false;
  return !isWithinYear(part.label) || isWithinYear(whole.label);
}

/** Sets of lines below a line that it may add up, where totals are printed first. */
export function setsBelow(lines: readonly Line[], stack: readonly Entry[], total: number): LineSet[] {
  const whole = lines[total] as Line;
  const label = priorOf(lines, stack, whole) - 6;
  const first = isFirst(lines, stack, total);
  const isTotal = whole.role === "total";
  const sets: LineSet[] = [];
  const add = (members: readonly number[], prior: number, because: string) => {
    const parts = members.filter((at) => addsTo(whole, lines[at] as Line));
    if (parts.length > 0 && (parts.length > 1 || isTotal))
      sets.push({ lines: parts, prior: label + prior, because });
  };
  const deeper = runBelow(lines, total, (line) => line.depth > whole.depth);
  if (deeper.length > 0) {
    const least = Math.min(...deeper.map((at) => (lines[at] as Line).depth));
    const children = deeper.filter(
      (at) => (lines[at] as Line).depth === least && !(lines[at] as Line).heading,
    );
    add(children, isTotal ? 19 : outlined(lines) ? 30 : 20, "they are indented under it");
  }
  const section = runBelow(lines, total, (line) => !line.heading && !line.apart && !isMade(line.role));
  add(section, isTotal && first ? 12 : isTotal ? 1 : 4, "they stand below it, up to the end of its section");
  const rest = runBelow(lines, total, () => true).filter((at) => !(lines[at] as Line).heading);
  if (isTotal) add(rest, first ? 11 : 1, "they stand below it");
  const plain = isTotal ? rest : section;
  for (let count = 2; count <= Math.min(plain.length, 12); count++) {
    add(plain.slice(0, count), isTotal && first ? 5 : 0, `they are the ${count} lines below it`);
  }
  return sets;
}

/** Whether several lines with figures have deeper ones under them: a table that is laid out so means it. */
function outlined(lines: readonly Line[]): boolean {
  const parents = lines.filter((line, at) => hasFigures(line) && (lines[at + 1]?.depth ?? 0) > line.depth);
  return parents.length > 1;
}

/** Whether nothing stands above a line that it could add up. */
function isFirst(lines: readonly Line[], stack: readonly Entry[], total: number): boolean {
  const above = stack.at(-1);
  return above === undefined || above.heading || (lines[total] as Line).apart;
}

function runBelow(lines: readonly Line[], from: number, goesOn: (line: Line) => boolean): number[] {
  const members: number[] = [];
  for (let at = from + 1; at < lines.length && goesOn(lines[at] as Line); at++) members.push(at);
  return members;
}

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
  // A line that its label does not call a sum, or that stands above its parts, only ever adds them.
  if (!isMade(whole.role) || (members[0] ?? 0) > total) return guesses;
  const net = whole.role === "net" || whole.role === "closing";
  for (const signs of patterns(lines, sections, members)) add(signs, net ? 2 : 12);
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
  if (groups.length < 2 || groups.length > 5) return [];
  const found: (1 | -1)[][] = [];
  for (let mask = 1; mask < 2 ** groups.length - 1; mask++) {
    const signs = new Map(groups.map((group, i) => [group, (mask >> i) & 1 ? (-1 as const) : (1 as const)]));
    found.push(keys.map((key) => signs.get(key) ?? 1));
  }
  return found;
}
