import { present } from "../../assert.ts";
import type { Block } from "../read/published.ts";
import { cellAt } from "./down.ts";
import { confidenceOf, failure, isSure } from "./evidence.ts";
import { type Line, rowLines } from "./line.ts";
import type { CellSum, SumRule } from "./rule.ts";

/** What is spent, and what pays for it: their totals are the same where a plan is balanced. */
const spent =
  /\b(?:expenditure|spend(?:ing)?|programme|costs?|requirement|budget|uses?|net (?:assets|liabilities))\b/i;
const paidFrom =
  /\b(?:fund(?:ing|ed)|financ(?:ing|ed|e)|resources|sources|income|(?:total|net worth|taxpayers['’]? )\s?(?:reserves|equity))\b/i;

/** A total that misses the other by more than this share of it is another figure, and not meant to be the same. */
const near = 0.005;

/**
 * Finds totals that are the same as another: a programme and its funding, net assets and total reserves. Only where both are
 * sums that were found, and are the same in every column but one, where it is a near miss.
 */
export function balancesOf(block: Block, sums: readonly SumRule[]): SumRule[] {
  const lines = rowLines(block);
  const lineOf = ({ total }: SumRule) => present(lines[total], "a total has a row of its own");
  const totals = sums.filter(({ along }) => along === "down");
  return totals.flatMap((own) => {
    const whole = lineOf(own);
    if (!paidFrom.test(whole.label)) return [];
    const others = totals
      .map(lineOf)
      .filter(
        ({ at, label, kind }) =>
          at < own.total &&
          spent.test(label) &&
          !paidFrom.test(label) &&
          kind === whole.kind &&
          !own.parts.some(({ line }) => line === at),
      );
    const rules = others.flatMap((other) => sameAs(block, whole, other));
    return rules.sort((a, b) => b.confidence - a.confidence).slice(0, 1);
  });
}

function sameAs(block: Block, own: Line, other: Line): SumRule[] {
  let score = 0;
  let [holds, fails] = [0, 0];
  const cells: CellSum[] = [];
  for (const [column, a] of own.samples.entries()) {
    const b = other.samples[column];
    if (a === undefined || b === undefined || a.blank || b.blank || a.value === 0 || b.value === 0) continue;
    if (cellAt(block, own.at, column)?.kind !== cellAt(block, other.at, column)?.kind) continue;
    // Income is printed as a negative where it is taken from what it pays for.
    if (a.value * b.value < 0) return [];
    const slack = a.half + b.half;
    const scale = Math.max(Math.abs(a.value), Math.abs(b.value));
    const out = Math.abs(a.value - b.value);
    if (out <= slack * (1 + 1e-9)) {
      holds++;
      score += Math.min(12, Math.log2(1 + scale / (2 * slack)));
    } else if (out <= near * scale) {
      fails++;
      score += failure(out / scale);
    } else return [];
    const part = { row: other.at, column, sign: 1 as const };
    cells.push({ total: { row: own.at, column }, parts: [part] });
  }
  if (holds < 1 || fails > 1 || !isSure({ score, holds, fails })) return [];
  const parts = [{ line: other.at, sign: 1 as const }];
  return [
    {
      is: "sum",
      along: "down",
      total: own.at,
      parts,
      says: `${own.label} = ${other.label}`,
      confidence: confidenceOf(score),
      evidence: `the one pays for the other; they are the same in ${holds} of ${holds + fails} columns`,
      declared: false,
      cells,
    },
  ];
}
