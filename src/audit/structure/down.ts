import type { Block, PublishedCell } from "../read/published.ts";
import { type DeclaredLines, nothingDeclared } from "./declared.ts";
import { confidenceOf } from "./evidence.ts";
import { type Line, onlyAt, rowLines } from "./line.ts";
import type { CellSum, SumRule } from "./rule.ts";
import { type FoundSum, findSums } from "./sums.ts";

/** The sums down the rows of a block, and the totals of which none was found. */
export interface Found {
  readonly rules: readonly SumRule[];
  readonly open: readonly string[];
}

/** Finds which rows add up others, and in which columns they do. */
export function sumsDown(block: Block, declared: DeclaredLines = nothingDeclared): Found {
  const lines = rowLines(block);
  const added = block.columns.flatMap(({ kind }, at) => (kind === "money" || kind === "number" ? [at] : []));
  const places = added.length > 0 ? added : block.columns.map((_, at) => at);
  const { sums, unsure, unexplained } = findSums(
    lines.map((line) => onlyAt(line, places)),
    declared,
  );
  return {
    rules: sums.map((sum) =>
      ruleOf(
        block,
        lines,
        sum,
        declared.sums.some(({ total }) => total === sum.total),
      ),
    ),
    open: [
      ...unsure.map((sum) => unsureWords(lines, sum)),
      ...unexplained.map((at) => `no rows were found that add up to “${lines[at]?.label}”`),
    ],
  };
}

/** A sum of rows as a rule, with a sum of cells for each column in which it is to be judged. */
function ruleOf(block: Block, lines: readonly Line[], sum: FoundSum, declared: boolean): SumRule {
  const cells = block.columns.flatMap((_, column) => {
    const one: CellSum = {
      total: { row: sum.total, column },
      parts: sum.parts.map(({ line, sign }) => ({ row: line, column, sign })),
    };
    return isJudged(block, one) && (declared || isAdded(block, one, column)) ? [one] : [];
  });
  const { holds, fails } = sum.evidence;
  const where = holds + fails === 0 ? "" : `; it holds in ${holds} of ${holds + fails} columns`;
  return {
    is: "sum",
    along: "down",
    total: sum.total,
    parts: sum.parts,
    says: sumWords(lines, sum),
    confidence: declared ? 1 : confidenceOf(sum.evidence.score),
    evidence: `${sum.because}${where}`,
    declared,
    cells,
  };
}

/** A sum that is not sure enough to judge by, in words. */
export function unsureWords(lines: readonly Line[], sum: FoundSum): string {
  const { holds, fails } = sum.evidence;
  return `it may be that ${sumWords(lines, sum)}, but that holds in ${holds} of ${holds + fails} places, too few to judge by`;
}

/** A sum in words: “Total = Staff + Premises − Income”. */
export function sumWords(
  lines: readonly Line[],
  { total, parts }: Pick<FoundSum, "total" | "parts">,
): string {
  const name = (at: number) => lines[at]?.label ?? "";
  // What is taken away comes after what it is taken from.
  const inOrder = parts[0]?.sign === -1 ? [...parts].sort((a, b) => b.sign - a.sign) : parts;
  const terms = inOrder.map(({ line, sign }, i) => {
    const mark = sign < 0 ? "− " : i === 0 ? "" : "+ ";
    return `${mark}${name(line)}`;
  });
  return `${name(total)} = ${terms.join(" ")}`;
}

/** A cell of a block; `undefined` where its row is shorter. */
export function cellAt(block: Block, row: number, column: number): PublishedCell | undefined {
  return block.rows[row]?.cells[column];
}

/** Whether there is something to judge: a total that is printed, and at least one part that is. */
export function isJudged(block: Block, { total, parts }: CellSum): boolean {
  const whole = cellAt(block, total.row, total.column);
  if (whole === undefined || whole.standing === "blank" || whole.standing === "text") return false;
  return parts.some(({ row, column }) => {
    const standing = cellAt(block, row, column)?.standing;
    return standing === "figure" || standing === "nil";
  });
}

/** Whether figures of a column are added: amounts and numbers are, shares where they make a hundred, rates never. */
function isAdded(block: Block, { total, parts }: CellSum, column: number): boolean {
  const kinds = [total, ...parts].map(({ row }) => cellAt(block, row, column)?.kind);
  if (kinds.includes("ratio")) return false;
  const own = block.columns[column]?.kind;
  if (!kinds.includes("percent")) return true;
  if (own !== "percent") return kinds.every((kind) => kind === "percent") && own === "money";
  const value = (row: number) => cellAt(block, row, column)?.figure?.value.toNumber() ?? 0;
  const sum = parts.reduce((whole, { row, sign }) => whole + sign * value(row), 0);
  return Math.abs(value(total.row) - 100) < 1 && sum > 70 && sum < 130;
}
