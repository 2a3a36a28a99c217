import type { Block } from "../read/published.ts";
import { type DeclaredLines, nothingDeclared } from "./declared.ts";
import { cellAt, type Found, isJudged, sumWords, unsureWords } from "./down.ts";
import { confidenceOf } from "./evidence.ts";
import { columnLines, type Line, onlyAt } from "./line.ts";
import { roleOf } from "./roles.ts";
import type { CellSum, SumRule } from "./rule.ts";
import { type FoundSum, findSums } from "./sums.ts";

/** Finds which columns add up others, and in which rows they do. */
export function sumsAcross(block: Block, declared: DeclaredLines = nothingDeclared): Found {
  const lines = columnLines(block);
  const places = block.rows.flatMap(({ kind, heading }, at) =>
    !heading && kind !== "percent" && kind !== "ratio" ? [at] : [],
  );
  const { sums, unsure, unexplained } = findSums(
    lines.map((line) => onlyAt(line, places)),
    declared,
  );
  const open = [
    ...unsure.map((sum) => unsureWords(lines, sum)),
    ...unexplained.map((at) => `no columns were found that add up to “${lines[at]?.label}”`),
  ];
  const rules: SumRule[] = [];
  for (const sum of sums) {
    const { rule, passed } = ruleOf(
      block,
      lines,
      sum,
      declared.sums.some(({ total }) => total === sum.total),
    );
    rules.push(rule);
    open.push(...passed);
  }
  return { rules, open };
}

function ruleOf(
  block: Block,
  lines: readonly Line[],
  sum: FoundSum,
  declared: boolean,
): { rule: SumRule; passed: string[] } {
  const passed: string[] = [];
  const numbersAdd = block.rows.some((row, at) => row.kind === "number" && isProof(block, cellsOf(sum, at)));
  const cells = block.rows.flatMap((row, at) => {
    const one = cellsOf(sum, at);
    if (row.heading || row.kind === "percent" || row.kind === "ratio" || !isJudged(block, one)) return [];
    if (holds(block, one)) return [one];
    if (declared) return [one];
    const instead = standsFor(block, one);
    if (instead !== undefined)
      passed.push(`“${row.label}” is not added across: its ${lines[sum.total]?.label} is ${instead}`);
    const role = roleOf(row.label);
    const stock = role === "opening" || role === "closing" || role === "cumulative";
    const counts = row.kind === "number" && !numbersAdd && !isNear(block, one);
    return instead !== undefined || stock || counts ? [] : [one];
  });
  const { holds: held, fails } = sum.evidence;
  const rule: SumRule = {
    is: "sum",
    along: "across",
    total: sum.total,
    parts: sum.parts,
    says: sumWords(lines, sum),
    confidence: declared ? 1 : confidenceOf(sum.evidence.score),
    evidence: `${sum.because.replaceAll("above", "before").replaceAll("below", "after")}; it holds in ${held} of ${held + fails} rows`,
    declared,
    cells,
  };
  return { rule, passed };
}

function cellsOf({ total, parts }: FoundSum, row: number): CellSum {
  return {
    total: { row, column: total },
    parts: parts.map(({ line, sign }) => ({ row, column: line, sign })),
  };
}

/** Numbers that no other row shows to be added across still are where they miss by no more than this share. */
const nearMiss = 0.02;

function isNear(block: Block, { total, parts }: CellSum): boolean {
  const whole = cellAt(block, total.row, total.column)?.figure?.value.toNumber() ?? 0;
  const sum = parts.reduce(
    (all, { row, column, sign }) => all + sign * (cellAt(block, row, column)?.figure?.value.toNumber() ?? 0),
    0,
  );
  return Math.abs(whole - sum) <= nearMiss * Math.max(Math.abs(whole), Math.abs(sum));
}

/** Whether a sum of cells holds within what rounding allows, or cannot be judged. */
function holds(block: Block, { total, parts }: CellSum): boolean {
  const whole = cellAt(block, total.row, total.column)?.figure;
  let [low, high] = [0, 0];
  for (const { row, column, sign } of parts) {
    const figure = cellAt(block, row, column)?.figure;
    if (figure === undefined) return true;
    low += (sign > 0 ? figure.low : figure.high.neg()).toNumber();
    high += (sign > 0 ? figure.high : figure.low.neg()).toNumber();
  }
  if (whole === undefined) return true;
  const grain = 1e-9 * (Math.abs(low) + Math.abs(high) + 1);
  return low <= whole.high.toNumber() + grain && high >= whole.low.toNumber() - grain;
}

/** Whether a row shows that figures like its own are added across: it does, and with more than one that is not nil. */
function isProof(block: Block, sum: CellSum): boolean {
  const filled = sum.parts.filter(
    ({ row, column }) => !(cellAt(block, row, column)?.figure?.value.isZero() ?? true),
  );
  return filled.length > 1 && isJudged(block, sum) && holds(block, sum);
}

/** By what share of a total the sum of its row is off at least where the total is no sum. */
const farOff = 0.25;

/** What the total of a row is instead of a sum: its last figure, its first, the largest, or the average. */
function standsFor(block: Block, { total, parts }: CellSum): string | undefined {
  const whole = cellAt(block, total.row, total.column)?.figure;
  const figures = parts.flatMap(({ row, column }) => cellAt(block, row, column)?.figure ?? []);
  if (whole === undefined || figures.length < 2) return undefined;
  const near = (value: number) => Math.abs(value - whole.value.toNumber()) <= whole.step.toNumber();
  const values = figures.map(({ value }) => value.toNumber());
  if (values.every((value) => value === 0)) return undefined;
  // A figure for each period that is no amount of it, such as a head count, adds up to far more than any of them.
  const sum = values.reduce((all, value) => all + value, 0);
  const own = Math.abs(whole.value.toNumber());
  if (Math.abs(sum - whole.value.toNumber()) < farOff * own) return undefined;
  if (near(values.at(-1) ?? 0)) return "its last figure";
  if (near(values[0] ?? 0)) return "its first figure";
  if (near(Math.max(...values))) return "its largest figure";
  return near(sum / values.length) ? "the average" : undefined;
}
