import { present } from "../../assert.ts";
import { judgeSum, type Printed } from "../../check/printed.ts";
import { type Decimal, greatest, least, one } from "../../quantity/decimal.ts";
import { type Interval, overlap } from "../../quantity/interval.ts";
import type { Block, PrintedFigure } from "../read/published.ts";
import type { CellAt, CellRatio, CellSum, TableRule } from "../structure/rule.ts";

/** How a check came out; `open` where a figure that it needs is not given. */
export type Verdict = "exact" | "rounding" | "fails" | "open";

interface Checked {
  readonly rule: TableRule;
  /** Its place among the cells of its rule. */
  readonly at: number;
  /** The cell that is judged: the total, the quotient or the part. */
  readonly cell: CellAt;
  /** The other cells that it is judged by. */
  readonly by: readonly CellAt[];
}

/** A check whose figures are all given. */
export interface JudgedCheck extends Checked {
  readonly verdict: Exclude<Verdict, "open">;
  readonly printed: Decimal;
  readonly calculated: Decimal;
  /** What is printed less what is calculated. */
  readonly difference: Decimal;
  /** How much rounding can explain. */
  readonly tolerance: Decimal;
}

/** A check that waits for a figure that is not given. */
export interface OpenCheck extends Checked {
  readonly verdict: "open";
  readonly printed?: undefined;
  readonly calculated?: undefined;
  readonly difference?: undefined;
  readonly tolerance?: undefined;
}

/** One sum, quotient or part that was checked, in one column or row; amounts are in full units. */
export type Check = JudgedCheck | OpenCheck;

/** Whether a check came out, whichever way. */
export function isJudged(check: Check): check is JudgedCheck {
  return check.verdict !== "open";
}

/** The checks that cannot come from rounding. */
export function failingOf(checks: readonly Check[]): JudgedCheck[] {
  return checks.filter(isJudged).filter(({ verdict }) => verdict === "fails");
}

/** Judges everything that the rules of a block say, each on its own. */
export function checksOf(block: Block, rules: readonly TableRule[]): Check[] {
  return rules.flatMap((rule) => {
    if (rule.is === "sum") return rule.cells.map((one, at) => sumCheck(block, rule, one, at));
    if (rule.is === "ratio") return rule.cells.map((one, at) => ratioCheck(block, rule, one, at));
    return rule.cells.map(({ part, whole }, at) => partCheck(block, rule, part, whole, at));
  });
}

/** The figure of a cell; `undefined` where none is given. */
export function figureAt(block: Block, { row, column }: CellAt): PrintedFigure | undefined {
  return block.rows[row]?.cells[column]?.figure;
}

/** The figure of a cell that something was judged by. */
export function judgedFigure(block: Block, cell: CellAt): PrintedFigure {
  return present(figureAt(block, cell), "nothing is judged by a cell without a figure");
}

function sumCheck(block: Block, rule: TableRule, { total, parts, over = 1 }: CellSum, at: number): Check {
  const base = { rule, at, cell: total, by: parts.map(({ row, column }) => ({ row, column })) };
  const whole = figureAt(block, total);
  const terms = parts.flatMap((part) => {
    const figure: Printed | undefined = figureAt(block, part);
    return figure === undefined ? [] : [{ figure, sign: part.sign }];
  });
  if (whole === undefined || terms.length < parts.length) return { ...base, verdict: "open" };
  return { ...base, ...judgeSum(whole, terms, over), printed: whole.value };
}

/** What a quotient can be, by the values that its figures may stand for; `undefined` where its divisor may be nil. */
function quotientInterval(
  of: Interval,
  to: Interval,
  { factor, less, per = 1 }: CellRatio,
): Interval | undefined {
  if (to.low.lte(0) && to.high.gte(0)) return undefined;
  const corners = [of.low, of.high].flatMap((a) =>
    [to.low, to.high].map((b) => a.div(b).minus(less).times(factor).div(per)),
  );
  return { low: least(corners), high: greatest(corners) };
}

function ratioCheck(block: Block, rule: TableRule, one: CellRatio, at: number): Check {
  const base = { rule, at, cell: one.ratio, by: [one.of, one.to] };
  const [ratio, of, to] = [one.ratio, one.of, one.to].map((cell) => figureAt(block, cell));
  if (ratio === undefined || of === undefined || to === undefined) return { ...base, verdict: "open" };
  const made = quotientInterval(of, to, one);
  if (made === undefined) return { ...base, verdict: "open" };
  const calculated = of.value
    .div(to.value)
    .minus(one.less)
    .times(one.factor)
    .div(one.per ?? 1);
  const difference = ratio.value.minus(calculated);
  const tolerance = ratio.high.minus(ratio.low).plus(made.high.minus(made.low)).div(2);
  const exact = difference.abs().lte(ratio.step.div(2));
  const verdict = overlap(ratio, made) ? (exact ? "exact" : "rounding") : "fails";
  return { ...base, verdict, printed: ratio.value, calculated, difference, tolerance };
}

function partCheck(block: Block, rule: TableRule, part: CellAt, whole: CellAt, at: number): Check {
  const base = { rule, at, cell: part, by: [whole] };
  const [own, all] = [judgedFigure(block, part), judgedFigure(block, whole)];
  const sign = all.value.isNegative() ? one.neg() : one;
  const over = own.value.minus(all.value).times(sign);
  const tolerance = own.high.minus(own.low).plus(all.high.minus(all.low)).div(2);
  const verdict = over.lte(0) ? "exact" : over.lte(tolerance) ? "rounding" : "fails";
  return {
    ...base,
    verdict,
    printed: own.value,
    calculated: all.value,
    difference: own.value.minus(all.value),
    tolerance,
  };
}
