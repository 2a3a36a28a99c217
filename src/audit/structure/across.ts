import type { Block, PrintedFigure } from "../read/published.ts";
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
    const given = givenIn(block, one);
    if (declared || given === undefined || holds(given)) return [one];
    const instead = standsFor(given);
    if (instead !== undefined)
      passed.push(`“${row.label}” is not added across: its ${lines[sum.total]?.label} is ${instead}`);
    const role = roleOf(row.label);
    const stock = role === "opening" || role === "closing" || role === "cumulative";
    const counts = row.kind === "number" && !numbersAdd && !isNear(given);
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

function isNear({ whole, parts }: GivenSum): boolean {
  const own = whole.value.toNumber();
  const sum = parts.reduce((all, { figure, sign }) => all + sign * figure.value.toNumber(), 0);
  return Math.abs(own - sum) <= nearMiss * Math.max(Math.abs(own), Math.abs(sum));
}

/** A sum of cells of which every figure is given. */
interface GivenSum {
  readonly whole: PrintedFigure;
  readonly parts: readonly { readonly figure: PrintedFigure; readonly sign: 1 | -1 }[];
}

function givenIn(block: Block, { total, parts }: CellSum): GivenSum | undefined {
  const whole = cellAt(block, total.row, total.column)?.figure;
  const known = parts.flatMap(({ row, column, sign }) => {
    const figure = cellAt(block, row, column)?.figure;
    return figure === undefined ? [] : [{ figure, sign }];
  });
  return whole === undefined || known.length < parts.length ? undefined : { whole, parts: known };
}

/** Whether a sum holds within what rounding allows. */
function holds({ whole, parts }: GivenSum): boolean {
  let [low, high] = [0, 0];
  for (const { figure, sign } of parts) {
    low += (sign > 0 ? figure.low : figure.high.neg()).toNumber();
    high += (sign > 0 ? figure.high : figure.low.neg()).toNumber();
  }
  const grain = 1e-9 * (Math.abs(low) + Math.abs(high) + 1);
  return low <= whole.high.toNumber() + grain && high >= whole.low.toNumber() - grain;
}

/** Whether a row shows that figures like its own are added across: it does, and with more than one that is not nil. */
function isProof(block: Block, sum: CellSum): boolean {
  const filled = sum.parts.filter(
    ({ row, column }) => cellAt(block, row, column)?.figure?.value.isZero() === false,
  );
  const given = givenIn(block, sum);
  return filled.length > 1 && isJudged(block, sum) && (given === undefined || holds(given));
}

/** By what share of a total the sum of its row is off at least where the total is no sum. */
const farOff = 0.25;

/** What the total of a row is instead of a sum: its last figure, its first, the largest, or the average. */
function standsFor({ whole, parts }: GivenSum): string | undefined {
  const near = (value: number) => Math.abs(value - whole.value.toNumber()) <= whole.step.toNumber();
  const values = parts.map(({ figure }) => figure.value.toNumber());
  if (values.length < 2 || values.every((value) => value === 0)) return undefined;
  // A figure for each period that is no amount of it, such as a head count, adds up to far more than any of them.
  const sum = values.reduce((all, value) => all + value, 0);
  const own = Math.abs(whole.value.toNumber());
  if (Math.abs(sum - whole.value.toNumber()) < farOff * own) return undefined;
  const kinds = [
    { says: "its last figure", own: values.slice(-1) },
    { says: "its first figure", own: values.slice(0, 1) },
    { says: "its largest figure", own: [Math.max(...values)] },
    { says: "the average", own: [sum / values.length] },
  ];
  return kinds.find(({ own: is }) => is.some(near))?.says;
}
