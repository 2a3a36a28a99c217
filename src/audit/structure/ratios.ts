import type { Block } from "../read/published.ts";
import { confidenceOf, failure } from "./evidence.ts";
import { columnLines, hasFigures, type Line, onlyAt, rowLines } from "./line.ts";
import { periodsOf } from "./rolls.ts";
import type { CellRatio, RatioRule, SumRule } from "./rule.ts";

/** One way in which a line of percentages or rates may come about from other lines. */
interface Way {
  readonly says: string;
  readonly prior: number;
  readonly factor: number;
  readonly less: 0 | 1;
  /** By how many it is divided as well: the weeks or months of a year. */
  readonly per?: number;
  /** The cells of the quotient at a place of the line: which line over which, and where along them. */
  readonly of: number;
  readonly to: number;
  /** Where along the line `to` is looked up: at the same place, or always at one, such as that of a total. */
  readonly toPlace?: number;
  /** Where it is looked up for each place, where that is the period before. */
  readonly before?: ReadonlyMap<number, number>;
}

interface Weighed extends Way {
  readonly score: number;
  readonly holds: number;
  readonly fails: number;
}

/** Quotients are looked for among so many lines on either side of a line, at most. */
const reach = 25;

/** Finds what the percentages and rates among the rows and columns of a block are quotients of. */
export function ratiosOf(block: Block, sums: readonly SumRule[]): RatioRule[] {
  const totals = (along: SumRule["along"]) =>
    sums.filter((sum) => sum.along === along).map(({ total }) => total);
  const { across: years, down: rows } = periodsOf(block);
  const down = ratiosAmong(rowLines(block), totals("across"), years, (line, place) => ({
    row: line,
    column: place,
  }));
  const across = ratiosAmong(columnLines(block), totals("down"), rows, (line, place) => ({
    row: place,
    column: line,
  }));
  return [...down, ...across];
}

type Place = (line: number, place: number) => { row: number; column: number };

function ratiosAmong(
  lines: readonly Line[],
  wholes: readonly number[],
  periods: readonly number[],
  at: Place,
): RatioRule[] {
  const before = new Map(periods.slice(1).map((period, i) => [period, periods[i] as number]));
  const amounts = lines.filter((line) => !line.heading && isAmount(line) && hasFigures(line));
  return lines.filter(isQuotient).flatMap((given) => {
    const line = ofPeriods(given, wholes);
    const near = amounts.filter((other) => other.at !== line.at && Math.abs(other.at - line.at) <= reach);
    const ways = [...shares(line, near, wholes), ...rises(line, lines, before), ...quotients(line, near)];
    const cost = Math.log2(ways.length + 1);
    const weighed = ways.map((way) => weighWay(lines, line, way, cost));
    const best = weighed.reduce<Weighed | undefined>(
      (a, b) => (a === undefined || b.score > a.score ? b : a),
      undefined,
    );
    const least = best === undefined || best.prior < 6 ? 2 : best.prior < byDefinition ? 1 : 0;
    return best === undefined || best.score <= 3 || best.holds < least ? [] : [ruleOf(line, best, at)];
  });
}

/** An index or a discount factor is of one period: beside a total stands that of one of them, which is no quotient of totals. */
function ofPeriods(line: Line, wholes: readonly number[]): Line {
  if (!/\b(?:index|deflator|price level|(?:discount|inflation) factor)\b/i.test(line.label)) return line;
  return onlyAt(
    line,
    [...line.samples.keys()].filter((place) => !wholes.includes(place)),
  );
}

function isAmount({ kind }: Line): boolean {
  return kind === "money" || kind === "number";
}

function isQuotient(line: Line): boolean {
  if (line.heading || !hasFigures(line)) return false;
  return line.kind === "percent" || line.kind === "ratio" || isPrice(line);
}

/** A column of prices is money, and what is paid by how many are bought. */
function isPrice({ label, kind, across }: Line): boolean {
  return across && kind === "money" && /\b(?:salary|salaries|price|tariff|fee|wage)\b/i.test(label);
}

/** Each figure of another line as a share of one of that line, such as its total. */
function shares(line: Line, near: readonly Line[], wholes: readonly number[]): Way[] {
  const factor = line.kind === "percent" ? 100 : 1;
  return near.flatMap((other) =>
    wholes.map((toPlace) => ({
      says: `${line.label} = ${other.label} as a share of its total`,
      prior: changes(line.label) ? -4 : 3 + mention(line.label, other.label),
      factor,
      less: 0 as const,
      of: other.at,
      to: other.at,
      toPlace,
    })),
  );
}

/** The change of a line from one period to the next. */
function rises(line: Line, near: readonly Line[], before: ReadonlyMap<number, number>): Way[] {
  if (line.kind !== "percent" || before.size < 2) return [];
  const others = near.filter(
    (of) => of.kind !== "percent" && !of.heading && hasFigures(of) && Math.abs(of.at - line.at) <= reach,
  );
  return others.map((of) => ({
    says: `${line.label} = the change of ${of.label} on the period before`,
    prior: (changes(line.label) ? 3 : -3) + mention(line.label, of.label),
    factor: 100,
    less: 1 as const,
    of: of.at,
    to: of.at,
    before,
  }));
}

/** One line over another, or the change from one to the other. */
function quotients(line: Line, near: readonly Line[]): Way[] {
  const change = changes(line.label);
  return near.flatMap((of) =>
    near.flatMap((to): Way[] => {
      if (of === to) return [];
      const named =
        mention(line.label, of.label) +
        mention(line.label, to.label) +
        defined(line.label, of.label, to.label);
      const way = { of: of.at, to: to.at, prior: named };
      if (line.kind === "percent") {
        const quotient: Way = {
          ...way,
          factor: 100,
          less: 0,
          says: `${line.label} = ${of.label} ÷ ${to.label}`,
        };
        const rise = `${line.label} = the change from ${to.label} to ${of.label}`;
        const base = isBase(to.label) && !isBase(of.label) ? 3 : 0;
        return [
          { ...quotient, prior: named + base - (change ? 2 : 0) },
          { ...way, factor: 100, less: 1, says: rise, prior: named + base - (change ? 0 : 3) },
        ];
      }
      const says = `${line.label} = ${of.label} ÷ ${to.label}`;
      const many = perMany(line.label);
      const factors = [1, 1000, 0.001, ...(many === undefined || many === 1000 ? [] : [many])];
      const plain = factors.map(
        (factor): Way => ({ ...way, factor, less: 0, says, prior: named - (factor === (many ?? 1) ? 0 : 2) }),
      );
      const per = partOfYear(line.label);
      if (per === undefined) return plain;
      return [...plain, { ...way, factor: 1, per, less: 0, says: `${says} ÷ ${per}`, prior: named }];
    }),
  );
}

/** Whether a line is what others are held against: a variance is a share of the budget, and not of the forecast. */
function isBase(label: string): boolean {
  return /\b(?:budget|plan(?:ned)?|target|prior|previous|last|baseline|original|allocation|approved)\b/i.test(
    label,
  );
}

/** How many times a year what a label is about comes: 52 for a weekly cost, 12 for a monthly one. */
function partOfYear(label: string): number | undefined {
  if (/\bweek(?:ly)?\b/i.test(label)) return 52;
  return /\bmonth(?:ly)?\b/i.test(label) ? 12 : undefined;
}

/** For how many a rate is told, as in “per 10,000 children”. */
function perMany(label: string): number | undefined {
  const [, many] = /\bper (\d[\d,]*)/i.exec(label) ?? [];
  return many === undefined ? undefined : Number(many.replaceAll(",", ""));
}

function changes(label: string): boolean {
  return /\b(?:change|increase|decrease|rise|growth|reduction|movement|variance|difference|over|under|up|down)\b/i.test(
    label,
  );
}

/** Whether a label speaks of another line: a word of four letters or more that both have. */
function mention(label: string, other: string): number {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map((word) => word.slice(0, 5)) ?? [];
  const own = new Set(words(label));
  return words(other).some((word) => own.has(word)) ? 3 : 0;
}

/** What it speaks for a quotient that its label defines it: “cost per child” by children, Band D by the tax base. */
function defined(label: string, of: string, to: string): number {
  if (/\bband d\b/i.test(label) && /\btax ?base\b/i.test(to))
    return /\b(?:precept|requirement|council tax|levy)\b/i.test(of) ? byDefinition : 0;
  const [, each = ""] = /\bper ([a-z]{3,})/i.exec(label) ?? [];
  return each !== "" && to.toLowerCase().includes(each.slice(0, 4).toLowerCase()) ? 4 : 0;
}

/** What is a quotient by definition needs no other place to bear it out. */
const byDefinition = 10;

/** Weighs a way by the places where it holds and where it does not. */
function weighWay(lines: readonly Line[], line: Line, way: Way, cost: number): Weighed {
  let score = way.prior - cost;
  let [holds, fails] = [0, 0];
  for (const [place, sample] of line.samples.entries()) {
    const of = lines[way.of]?.samples[place];
    const to = lines[way.to]?.samples[placeOf(way, place)];
    if (sample === undefined || of === undefined || to === undefined || sample.blank || of.blank || to.blank)
      continue;
    if (Math.abs(to.value) <= to.half || place === way.toPlace) continue;
    const [low, high] = quotientEnds(of.value, of.half, to.value, to.half, way);
    const width = high - low + 2 * sample.half;
    if (sample.value + sample.half >= low - 1e-9 && sample.value - sample.half <= high + 1e-9) {
      holds++;
      const spread = Math.max(Math.abs(sample.value), way.factor === 100 ? 20 : 0) * 2;
      if (sample.value !== 0 || of.value !== 0) score += Math.min(8, Math.log2(1 + spread / (width + 1e-12)));
    } else {
      fails++;
      const out = Math.max(low - sample.value, sample.value - high) - sample.half;
      const scale = Math.max(Math.abs(sample.value), way.factor === 100 ? 20 : 0);
      score += Math.min(2, failure(out / (scale + 1e-12)));
    }
  }
  return { ...way, score, holds, fails };
}

/** Where the divisor of a quotient stands; −1 for nowhere, as in the first period. */
function placeOf({ toPlace, before }: Way, place: number): number {
  return before === undefined ? (toPlace ?? place) : (before.get(place) ?? -1);
}

function quotientEnds(
  of: number,
  ofHalf: number,
  to: number,
  toHalf: number,
  { factor, less, per = 1 }: Way,
): [number, number] {
  const corners = [of - ofHalf, of + ofHalf].flatMap((a) =>
    [to - toHalf, to + toHalf].map((b) => (factor * (a / b - less)) / per),
  );
  return [Math.min(...corners), Math.max(...corners)];
}

function ruleOf(line: Line, best: Weighed, at: Place): RatioRule {
  const cells = line.samples.flatMap((sample, place): CellRatio[] => {
    if (sample === undefined || sample.blank) return [];
    const other = placeOf(best, place);
    if (other < 0) return [];
    const [of, to] = [at(best.of, place), at(best.to, other)];
    const { factor, less, per } = best;
    return [{ ratio: at(line.at, place), of, to, factor, less, ...(per === undefined ? {} : { per }) }];
  });
  return {
    is: "ratio",
    says: best.says,
    confidence: confidenceOf(best.score),
    evidence: `of all quotients that could be meant it holds best, in ${best.holds} of ${best.holds + best.fails} places`,
    declared: false,
    cells,
  };
}
