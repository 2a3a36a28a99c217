import type { Block } from "../read/published.ts";
import { sumWords } from "./down.ts";
import { confidenceOf, weigh } from "./evidence.ts";
import { hasFigures, type Line, rowLines } from "./line.ts";
import { isMade, roleOf } from "./roles.ts";
import type { PartRule, SumRule } from "./rule.ts";

/**
 * Finds rows that tell what is in the row above them: each is a part of it and no more than the whole, and where the rows
 * under “of which” make the whole together, they are judged as its sum.
 */
export function partsOf(block: Block): (PartRule | SumRule)[] {
  const lines = rowLines(block);
  return lines.flatMap((line, at): (PartRule | SumRule)[] => {
    if (roleOf(line.label) !== "of which") return [];
    const whole = lines
      .slice(0, at)
      .reverse()
      .find((other) => !other.heading && other.role !== "of which");
    if (whole === undefined || !hasFigures(whole)) return [];
    if (line.heading) return detailsOf(lines, whole, at);
    return line.kind === whole.kind ? partRule(line, whole) : [];
  });
}

/** The rows under a heading “of which”: as many of them as make the row above it, where some do. */
function detailsOf(lines: readonly Line[], whole: Line, heading: number): SumRule[] {
  const rest = lines.slice(heading + 1);
  const end = rest.findIndex((line) => line.heading || isMade(line.role) || line.kind !== whole.kind);
  const under = end < 0 ? rest : rest.slice(0, end);
  const guesses = under.slice(1).map((_, i) => ({
    total: whole.at,
    parts: under.slice(0, i + 2).map((line) => ({ line: line.at, sign: 1 as const })),
    prior: -4,
    because: "they stand under “of which”",
  }));
  const weighed = guesses.map((guess) => ({ ...guess, evidence: weigh(lines, guess) }));
  const best = weighed.sort((a, b) => b.evidence.score - a.evidence.score)[0];
  if (best === undefined || best.evidence.score <= 0 || best.evidence.holds === 0) return [];
  const { holds, fails, score } = best.evidence;
  const cells = whole.samples.flatMap((sample, column) => {
    if (sample === undefined || sample.blank) return [];
    return [
      {
        total: { row: whole.at, column },
        parts: best.parts.map(({ line, sign }) => ({ row: line, column, sign })),
      },
    ];
  });
  return [
    {
      is: "sum",
      along: "down",
      total: whole.at,
      parts: best.parts,
      says: sumWords(lines, best),
      confidence: confidenceOf(score),
      evidence: `${best.because}; it holds in ${holds} of ${holds + fails} columns`,
      declared: false,
      cells,
    },
  ];
}

/** What a row is a part of, in the columns that have figures of one sign for both. */
function partRule(line: Line, whole: Line): PartRule[] {
  const cells = line.samples.flatMap((sample, column) => {
    const all = whole.samples[column];
    const judged = sample !== undefined && all !== undefined && !sample.blank && sample.value * all.value > 0;
    if (!judged) return [];
    const isWithin = Math.abs(sample.value) <= Math.abs(all.value);
    return [{ part: { row: line.at, column }, whole: { row: whole.at, column }, isWithin }];
  });
  const within = cells.filter(({ isWithin }) => isWithin);
  if (cells.length === 0 || within.length * 2 < cells.length) return [];
  return [
    {
      is: "part",
      says: `${line.label} is a part of ${whole.label}`,
      confidence: 0.95,
      evidence: `its label says so, and it is no more than the whole in ${within.length} of ${cells.length} columns`,
      declared: false,
      cells: cells.map(({ part, whole: all }) => ({ part, whole: all })),
    },
  ];
}
