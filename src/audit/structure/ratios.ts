import type { Block } from "../read/published.ts";
import { confidenceOf } from "./evidence.ts";
import { columnLines, hasFigures, type Line, rowLines } from "./line.ts";
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
  const down = ratiosAmong(rowLines(block), totals("across"), (line, place) => ({
    row: line,
    column: place,
  }));
  const across = ratiosAmong(columnLines(block), totals("down"), (line, place) => ({
    row: place,
    column: line,
  }));
  return [...down, ...across];
}

type Place = (line: number, place: number) => { row: number; column: number };

function ratiosAmong(lines: readonly Line[], wholes: readonly number[], at: Place): RatioRule[] {
  const amounts = lines.filter((line) => !line.heading && isAmount(line) && hasFigures(line));
  return lines.filter(isQuotient).flatMap((line) => {
    const near = amounts.filter((other) => other.at !== line.at && Math.abs(other.at - line.at) <= reach);
    const ways = [...shares(line, near, wholes), ...quotients(line, near)];
    const cost = Math.log2(ways.length + 1);
    const weighed = ways.map((way) => weighWay(lines, line, way, cost));
    const best = weighed.reduce<Weighed | undefined>(
      (a, b) => (a === undefined || b.score > a.score ? b : a),
      undefined,
    );
    return best === undefined || best.score <= 3 || best.holds < 2 ? [] : [ruleOf(line, best, at)];
  });
}

function isAmount({ kind }: Line): boolean {
  return kind === "money" || kind === "number";
}

function isQuotient(line: Line): boolean {
  return !line.heading && (line.kind === "percent" || line.kind === "ratio") && hasFigures(line);
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

/** One line over another, or the change from one to the other. */
function quotients(line: Line, near: readonly Line[]): Way[] {
  const change = changes(line.label);
  return near.flatMap((of) =>
    near.flatMap((to): Way[] => {
      if (of === to) return [];
      const named = mention(line.label, of.label) + mention(line.label, to.label);
      const way = { of: of.at, to: to.at, prior: named };
      if (line.kind === "percent") {
        const quotient: Way = {
          ...way,
          factor: 100,
          less: 0,
          says: `${line.label} = ${of.label} ÷ ${to.label}`,
        };
        const rise = `${line.label} = the change from ${to.label} to ${of.label}`;
        return [
          { ...quotient, prior: named - (change ? 2 : 0) },
          { ...way, factor: 100, less: 1, says: rise, prior: named - (change ? 0 : 3) },
        ];
      }
      const says = `${line.label} = ${of.label} ÷ ${to.label}`;
      const plain = [1, 1000, 0.001].map(
        (factor): Way => ({ ...way, factor, less: 0, says, prior: named - (factor === 1 ? 0 : 2) }),
      );
      const per = partOfYear(line.label);
      if (per === undefined) return plain;
      return [...plain, { ...way, factor: 1, per, less: 0, says: `${says} ÷ ${per}`, prior: named }];
    }),
  );
}

/** How many times a year what a label is about comes: 52 for a weekly cost, 12 for a monthly one. */
function partOfYear(label: string): number | undefined {
  if (/\bweek(?:ly)?\b/i.test(label)) return 52;
  return /\bmonth(?:ly)?\b/i.test(label) ? 12 : undefined;
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

/** Weighs a way by the places where it holds and where it does not. */
function weighWay(lines: readonly Line[], line: Line, way: Way, cost: number): Weighed {
  let score = way.prior - cost;
  let [holds, fails] = [0, 0];
  for (const [place, sample] of line.samples.entries()) {
    const of = lines[way.of]?.samples[place];
    const to = lines[way.to]?.samples[way.toPlace ?? place];
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
      score -= 6;
    }
  }
  return { ...way, score, holds, fails };
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
    const [of, to] = [at(best.of, place), at(best.to, best.toPlace ?? place)];
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
