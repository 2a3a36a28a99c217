import { type Decimal, decimal, numeral } from "../../quantity/decimal.ts";
import { lastDigit } from "../../quantity/interval.ts";
import type { Ends } from "../judge/certificate.ts";
import { figureAt, type JudgedCheck, judgedFigure } from "../judge/check.ts";
import type { Block, PrintedFigure } from "../read/published.ts";
import { type CellAt, type CellSum, cellsAt } from "../structure/rule.ts";
import { type Cause, causeOfSlip } from "./cause.ts";
import { type Right, slipsOf } from "./digits.ts";
import { headingOf, placeOf, rowName } from "./place.ts";

/** Everything that may have gone wrong with one figure, the most telling first. */
export function causesOf(block: Block, cell: CellAt, range: Ends, failing: readonly JudgedCheck[]): Cause[] {
  const figure = judgedFigure(block, cell);
  const right = rightOf(figure, range);
  if (right === undefined) return [];
  const printed = inSteps(figure.value, figure);
  const causes = [
    ...missing(block, cell, printed),
    ...(isLastDigit(figure) ? slipsOf(printed, right).map(causeOfSlip) : []),
    ...copied(block, cell, figure),
    ...failing.flatMap((check) => totalCauses(block, cell, check)),
  ];
  const seen = new Set<string>();
  return causes
    .sort((a, b) => b.bits - a.bits)
    .filter(({ says }) => !seen.has(says) && seen.add(says))
    .slice(0, 4);
}

/** A value in whole numbers of a figure's last digit. */
function inSteps(value: Decimal, { step }: PrintedFigure): bigint {
  return BigInt(numeral(value.div(step).toDecimalPlaces(0)));
}

/** What a figure may be printed as where its true value lies within a range; `undefined` where the range is open. */
export function rightOf(figure: PrintedFigure, { low, high }: Ends): Right | undefined {
  if (low === undefined || high === undefined) return undefined;
  const half = decimal("0.5");
  const least = low.div(figure.step).minus(half).ceil();
  const most = high.div(figure.step).plus(half).floor();
  return least.gt(most) ? undefined : { low: BigInt(numeral(least)), high: BigInt(numeral(most)) };
}

/** Whether a figure is printed to the last of its digits, so that each of them says something. */
function isLastDigit({ step, scale, decimals }: PrintedFigure): boolean {
  return step.eq(lastDigit(decimals).times(scale));
}

function missing(block: Block, { row, column }: CellAt, printed: bigint): Cause[] {
  const standing = block.rows[row]?.cells[column]?.standing;
  if (printed !== 0n) return [];
  const says = standing === "figure" ? "it is 0 where a figure belongs" : "the figure is missing";
  return [{ kind: "missing", says, bits: 6 }];
}

/** A figure that is the same as the one above or below it: copied, where figures are long enough not to meet by chance. */
function copied(block: Block, { row, column }: CellAt, figure: PrintedFigure): Cause[] {
  const digits = numeral(figure.value.div(figure.step).abs().toDecimalPlaces(0)).length;
  if (digits < 3) return [];
  return ([-1, 1] as const).flatMap((way) => {
    const near = figureAt(block, { row: row + way, column });
    if (near === undefined || !near.value.eq(figure.value)) return [];
    const says = `it is copied from the cell ${way < 0 ? "above" : "below"}`;
    return [{ kind: "copied" as const, says, bits: 3 * digits }];
  });
}

/** What a total that fails may have done with one of its parts. */
function totalCauses(block: Block, cell: CellAt, check: JudgedCheck): Cause[] {
  const { rule, at, difference, tolerance } = check;
  if (rule.is !== "sum") return [];
  const sum = cellsAt(rule, at);
  if (!same(sum.total, cell)) return [];
  const causes = sum.parts.flatMap((part): Cause[] => {
    const own = judgedFigure(block, part).value.times(part.sign);
    if (own.isZero()) return [];
    const name = nameOf(block, sum, part);
    const bits = doublings(own, tolerance, sum.parts.length);
    const fits = (wanted: Decimal) => difference.minus(wanted).abs().lte(tolerance);
    if (fits(own.neg())) return [{ kind: "left out", says: `it leaves out ${name}`, bits, of: part }];
    if (fits(own)) return [{ kind: "counted twice", says: `it counts ${name} twice`, bits, of: part }];
    if (fits(own.times(-2))) {
      return [
        {
          kind: "taken away",
          says: `it takes ${name} away where it is to be added, or the other way round`,
          bits,
          of: part,
        },
      ];
    }
    return elsewhere(block, sum, part, difference.plus(own), tolerance);
  });
  return causes.filter(({ bits }) => bits >= 3);
}

function same(a: CellAt, b: CellAt): boolean {
  return a.row === b.row && a.column === b.column;
}

/** What is told apart by a sum's parts: the row of each where they stand under each other, else the column. */
function nameOf(block: Block, { total }: CellSum, part: CellAt): string {
  return `“${part.column === total.column ? rowName(block, part.row) : headingOf(block, part.column)}”`;
}

/** How hard it is for an amount to meet another within a tolerance by chance, out of so many tries. */
function doublings(amount: Decimal, tolerance: Decimal, tries: number): number {
  const span = tolerance.times(2).plus(1e-9).toNumber();
  return Math.log2(Math.max(1, Math.abs(amount.toNumber()) / span / tries));
}

/** A total that took a part from a neighbouring row or column: what it has in its place is printed there. */
function elsewhere(block: Block, sum: CellSum, part: CellAt, wanted: Decimal, tolerance: Decimal): Cause[] {
  const near = [-1, 0, 1].flatMap((column) =>
    block.rows.map((_, row): CellAt => ({ row, column: part.column + column })),
  );
  const others = near.filter((one) => !same(one, part) && !same(one, sum.total));
  const fit = others.filter((one) => {
    const figure = figureAt(block, one);
    const inSum = sum.parts.some((other) => same(other, one));
    return (
      figure !== undefined &&
      !inSum &&
      !figure.value.isZero() &&
      figure.value.minus(wanted).abs().lte(tolerance)
    );
  });
  const [found] = fit;
  if (found === undefined || fit.length > 1) return [];
  const bits = doublings(wanted, tolerance, sum.parts.length * others.length);
  const says = `it has ${placeOf(block, found)} in it in place of ${placeOf(block, part)}`;
  return bits < 6 ? [] : [{ kind: "taken from elsewhere", says, bits, of: found }];
}
