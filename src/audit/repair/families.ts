import { type Check, failingOf, figureAt, isJudged, type JudgedCheck, judgedFigure } from "../judge/check.ts";
import type { Block } from "../read/published.ts";
import type { CellAt, SumRule } from "../structure/rule.ts";
import type { Cause } from "./cause.ts";
import { type Candidate, type Explanation, type Finding, findingOf } from "./finding.ts";
import { headingOf, rowName } from "./place.ts";

/** Puts findings together that one slip explains: a row left out of a total in several columns, figures in the wrong column. */
export function families(
  block: Block,
  findings: readonly Finding[],
  checks: readonly Check[],
): readonly Finding[] {
  return shifted(block, ofTotals(findings, checks, block));
}

/** Totals that leave a row (or column) out, or count one that is none of theirs, wherever they can be judged. */
function ofTotals(findings: readonly Finding[], checks: readonly Check[], block: Block): readonly Finding[] {
  const rules = new Set(findings.flatMap(({ failing }) => failing.map(({ rule }) => rule)));
  let left = findings;
  for (const rule of rules) {
    if (rule.is !== "sum" || (rule.along !== "down" && rule.along !== "across")) continue;
    const own = checks.filter((check) => check.rule === rule);
    const failing = failingOf(own);
    const cause = failing.length > 1 ? wholeCause(block, rule, own.filter(isJudged)) : undefined;
    const about = left.filter((finding) => finding.failing.some((check) => failing.includes(check)));
    if (cause === undefined || about.length === 0) continue;
    left = [...left.filter((finding) => !about.includes(finding)), merged(about, failing, cause)];
  }
  return left;
}

/** The one slip that explains a rule in every place where it is judged; `undefined` where there is none. */
function wholeCause(block: Block, rule: SumRule, judged: readonly JudgedCheck[]): Cause | undefined {
  const down = rule.along === "down";
  const name = (line: number) => (down ? rowName(block, line) : headingOf(block, line));
  const figureOf = (line: number, check: JudgedCheck) =>
    figureAt(block, down ? { row: line, column: check.cell.column } : { row: check.cell.row, column: line });
  const explains = (line: number, times: number) =>
    judged.every((check) => {
      const figure = figureOf(line, check);
      const { difference, tolerance } = check;
      const wanted = figure === undefined ? difference.times(0) : figure.value.times(times);
      const half = figure === undefined ? tolerance : tolerance.plus(figure.high.minus(figure.low).div(2));
      return difference.minus(wanted).abs().lte(half);
    });
  for (const { line, sign } of rule.parts) {
    if (explains(line, -sign))
      return { kind: "left out", says: `“${name(line)}” is left out of it`, bits: 30 };
    if (explains(line, sign))
      return { kind: "counted twice", says: `“${name(line)}” is counted twice in it`, bits: 30 };
    if (explains(line, -2 * sign)) {
      return {
        kind: "taken away",
        says: `“${name(line)}” is taken away where it is to be added, or the other way round`,
        bits: 30,
      };
    }
  }
  const lines = down
    ? block.rows.flatMap(({ heading }, at) => (heading ? [] : [at]))
    : [...block.columns.keys()];
  const others = lines.filter(
    (line) => line !== rule.total && !rule.parts.some((part) => part.line === line),
  );
  const extra = others.find((line) => explains(line, 1));
  if (extra === undefined) return undefined;
  return { kind: "counted twice", says: `“${name(extra)}” is counted in it as well`, bits: 30 };
}

/** One finding out of several: the totals of a rule are what is wrong, all by the same slip. */
function merged(about: readonly Finding[], failing: readonly JudgedCheck[], cause: Cause): Finding {
  const changes = failing.map(({ cell, printed, difference }): Candidate => {
    const known = about.flatMap(({ explanations }) =>
      explanations.flatMap(({ changes: own }) => own.filter((one) => same(one.cell, cell))),
    )[0];
    return {
      cell,
      range: known?.range ?? {},
      likely: printed.minus(difference),
      certain: known?.certain ?? false,
      causes: [cause],
    };
  });
  const one: Explanation = { changes, says: cause.says, bits: cause.bits };
  return findingOf(
    failing,
    about.flatMap(({ proofs }) => proofs),
    [one],
  );
}

function same(a: CellAt, b: CellAt): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Figures of one row that would all be right one column further, or two that would be right in each other's place. */
function shifted(block: Block, findings: readonly Finding[]): readonly Finding[] {
  for (const row of block.rows.keys()) {
    const hits = findings.flatMap((finding) => {
      const change = finding.explanations
        .flatMap(({ changes }) => (changes.length === 1 ? changes : []))
        .find(({ cell }) => cell.row === row);
      return change === undefined ? [] : [{ finding, change }];
    });
    if (hits.length < 2) continue;
    const moves = movesOf(
      rowName(block, row),
      hits.map(({ change }) => change.cell.column),
    );
    const move = moves.find(({ from }) => hits.every(({ change }) => fits(block, change, from)));
    if (move === undefined) continue;
    const { says, kind, from } = move;
    const cause: Cause = { kind, says, bits: 20 };
    const changes = hits.map(({ change }): Candidate => {
      const { row: own, column } = change.cell;
      const { value } = judgedFigure(block, { row: own, column: from(column) });
      return { ...change, likely: value, causes: [cause] };
    });
    const about = hits.map(({ finding }) => finding);
    const whole = findingOf(
      about.flatMap(({ failing }) => failing),
      about.flatMap(({ proofs }) => proofs),
      [{ changes, says, bits: cause.bits }],
    );
    return shifted(block, [...findings.filter((finding) => !about.includes(finding)), whole]);
  }
  return findings;
}

/** How figures of a row may have come into each other's columns: where the figure of a column now stands. */
interface Move {
  readonly kind: "swapped cells" | "shifted";
  readonly says: string;
  readonly from: (column: number) => number;
}

function movesOf(name: string, columns: readonly number[]): Move[] {
  const shift = (by: number, way: string): Move => ({
    kind: "shifted",
    says: `the figures of “${name}” stand one column too far to the ${way}`,
    from: (column) => column + by,
  });
  const both = columns.reduce((sum, column) => sum + column, 0);
  const swap: Move = {
    kind: "swapped cells",
    says: `the two figures of “${name}” stand in each other's column`,
    from: (column) => both - column,
  };
  return [...(columns.length === 2 ? [swap] : []), shift(-1, "left"), shift(1, "right")];
}

/** Whether the figure that stands in another column of the same row would be right in a cell. */
function fits(block: Block, { cell, range }: Candidate, from: Move["from"]): boolean {
  const figure = figureAt(block, { row: cell.row, column: from(cell.column) });
  const { low, high } = range;
  if (figure === undefined || low === undefined || high === undefined || figure.value.isZero()) return false;
  const half = figure.step.div(2);
  return figure.value.gte(low.minus(half)) && figure.value.lte(high.plus(half));
}
