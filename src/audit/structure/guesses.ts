import { isWithinYear, startsWithPeriod } from "../read/words.ts";
import { hasFigures, type Line } from "./line.ts";
import { isCaption, isMade, roleOf } from "./roles.ts";

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

/** What the name of a subtotal that does not say so speaks for it, such as “Current assets”. */
const captioned = 14;

/** What it speaks for a sum of all lines above that nothing of its kind stands below it. */
const atEnd = 6;

function endsAll(lines: readonly Line[], at: number): boolean {
  const kind = lines[at]?.kind;
  return !lines.slice(at + 1).some((line) => !line.heading && line.kind === kind && hasFigures(line));
}

/** How many lines back a total without any other sign is looked for. */
const furthest = 30;

const plainTotal = /^(?:sub|grand)?[\s-]*totals?\b[:.]?$|\bsub[\s-]?total\b|\bgrand total\b/i;

/** How many headings back the lines of a total may start. */
const mostHeadings = 10;

/** What a label alone is worth: a total is expected to be a sum, an item is not. */
function priorOf(lines: readonly Line[], stack: readonly Entry[], line: Line): number {
  if (line.role === "total") return plainTotal.test(line.label) || namesHeading(lines, stack, line) ? 0 : -5;
  if (line.role === "net") return 0;
  if (line.role === "closing" || line.role === "cumulative") return -2;
  if (line.across) return -14;
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
export function setsAbove(
  lines: readonly Line[],
  stack: readonly Entry[],
  total: number,
  habit = 0,
): LineSet[] {
  const whole = lines[total] as Line;
  const open = openTo(lines, stack, whole);
  const sets: LineSet[] = [];
  const label = priorOf(lines, stack, whole);
  const named = isCaption(whole.label) ? captioned : 0;
  const natural = whole.role === "item" ? Math.max(habit, named) : 0;
  const last = whole.role === "item" && !whole.across && endsAll(lines, total) ? atEnd : 0;
  const add = (entries: readonly Entry[], prior: number, because: string) => {
    if (entries.length >= fewestParts(whole))
      sets.push({ lines: entries.map(({ line }) => line), prior: label + prior, because });
  };
  const isTotal = whole.role === "total";
  addRuns({ lines, stack, whole, open, natural, last, add });
  const mixed = stack.filter(
    (entry) => !entry.heading && isAmount(whole) && isAmount(lines[entry.line] as Line),
  );
  if (mixed.length > open.length)
    add(
      mixed.filter(({ line }) => addsTo({ ...whole, kind: (lines[line] as Line).kind }, lines[line] as Line)),
      isTotal ? 9 : 3,
      "they are all that stands above it",
    );
  const ends = open.flatMap(({ made }, at) => (made ? [at] : [])).reverse();
  for (const [i, end] of (ends.length === 0 ? [-1] : ends.slice(0, 2)).entries())
    add(open.slice(end + 1), (isTotal ? 12 : 6 + natural) - i, "it follows them, after the last total");
  const made = open.filter((entry) => entry.made);
  if (made.length > 1) add(made, isTotal ? 11 : 9 + natural, "they are the totals above it");
  if (made.length > 2) add(made.slice(-2), isTotal ? 6 : 9, "they are the last two totals above it");
  if (made.length > 3) add(made.slice(-3), isTotal ? 6 : 7, "they are the last three totals above it");
  for (let count = 1; count <= Math.min(open.length, furthest); count++) {
    const plausible = count > 1 || isMade(whole.role);
    if (plausible)
      add(open.slice(-count), isTotal ? 5 : count <= 3 ? 6 : 3, `they are the last ${count} lines above it`);
  }
  const since = sinceBefore(lines, stack, whole);
  add(since, whole.across ? 8 : 14, "it is what was there before, and what changes it");
  return whole.role === "net" ? [...sets, ...pairsAbove(lines, total)] : sets;
}

/** What sets of lines above a line are made from. */
interface Above {
  readonly lines: readonly Line[];
  readonly stack: readonly Entry[];
  readonly whole: Line;
  readonly open: readonly Entry[];
  /** What speaks for a subtotal that its label does not call one: its name, or others like it. */
  readonly natural: number;
  /** What speaks for it that nothing stands below it. */
  readonly last: number;
  readonly add: (entries: readonly Entry[], prior: number, because: string) => void;
}

/** All lines from a heading on, or from the first. */
function addRuns({ lines, stack, whole, open, natural, last, add }: Above): void {
  const isTotal = whole.role === "total";
  const isOpen = new Set(open);
  const headings = stack
    .flatMap((entry, at) => (entry.heading ? [at] : []))
    .reverse()
    .slice(0, mostHeadings);
  const starts = [...headings, 0];
  for (const [crossed, start] of starts.entries()) {
    const run = stack.slice(start).filter((entry) => isOpen.has(entry));
    const because =
      start === 0 && crossed === headings.length ? "it stands below all of them" : "it ends their section";
    add(run, (isTotal ? 14 : 8) + Math.max(natural, last) - 2 * Math.min(crossed, 4), because);
    add(shallowest(lines, run), (isTotal ? 13 : 7) + natural - 2 * Math.min(crossed, 4), because);
    for (const without of withoutDetails(lines, stack, run)) {
      add(
        without,
        (isTotal ? 13 : 7) - 2 * Math.min(crossed, 4),
        `${because}, those that are told “of which” left out`,
      );
    }
  }
}

/** The last period above a period, and the lines between them, as in “2024/25 budget, growth, savings, 2025/26 budget”. */
function sinceBefore(lines: readonly Line[], stack: readonly Entry[], whole: Line): Entry[] {
  if (!startsWithPeriod(whole.label)) return [];
  const own = stack.filter(({ line, heading }) => !heading && lines[line]?.kind === whole.kind);
  const last = own.reduce(
    (found, { line }, at) => (startsWithPeriod(lines[line]?.label ?? "") ? at : found),
    -1,
  );
  return last < 0 || own.length - last < 2 ? [] : own.slice(last);
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
      prior: 5 - (total - b.at) / 4 + alike(whole, a, b),
      because: "it is named after a difference of two of them",
    })),
  );
}

/** A difference under one heading is of columns under the same; of others it hardly is. */
function alike(whole: Line, a: Line, b: Line): number {
  if (whole.group === "") return 0;
  return a.group === whole.group && b.group === whole.group ? 3 : a.group === b.group ? -8 : 0;
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
  const [own, other] = [whole, part].map(({ label, group }) =>
    label.startsWith(group) ? label.slice(group.length).trim() : label,
  ) as [string, string];
  if (whole.role !== "item" || !startsWithPeriod(own) || !startsWithPeriod(other)) return false;
  return !isWithinYear(other) || isWithinYear(own);
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
