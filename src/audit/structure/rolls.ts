import type { Block } from "../read/published.ts";
import { startsWithPeriod } from "../read/words.ts";
import { confidenceOf, failure, isSure } from "./evidence.ts";
import { columnLines, hasFigures, type Line, rowLines, type Sample } from "./line.ts";
import { isMade, roleOf } from "./roles.ts";
import type { CellAt, CellSum, SignedCell, SumRule } from "./rule.ts";

/** Lines that run through periods, the places of the periods along them, and where their cells are in the block. */
interface Run {
  readonly lines: readonly Line[];
  readonly periods: readonly number[];
  readonly at: (line: number, place: number) => CellAt;
  /** The figure of a cell. */
  readonly sample: (cell: CellAt) => Sample | undefined;
}

/** Finds balances that are carried from one period to the next, running totals, and averages. */
export function rollsOf(block: Block): SumRule[] {
  const [rows, columns] = [rowLines(block), columnLines(block)];
  const { across, down } = periodsOf(block);
  const sample = ({ row, column }: CellAt) => rows[row]?.samples[column];
  const runs: Run[] = [
    { lines: rows, periods: across, at: (row, column) => ({ row, column }), sample },
    { lines: columns, periods: down, at: (column, row) => ({ row, column }), sample },
  ];
  return [...runs.filter(({ periods }) => periods.length > 1).flatMap(rollsIn), ...averages(columns, sample)];
}

/** The columns and the rows of a block that are periods, in their order. */
export function periodsOf(block: Block): { across: number[]; down: number[] } {
  const across = block.columns.flatMap(({ label, own, kind }, at) => {
    const amounts = kind === "money" || kind === "number";
    return amounts && roleOf(own) === "item" && (startsWithPeriod(own) || startsWithPeriod(label))
      ? [at]
      : [];
  });
  const down = block.rows.flatMap(({ label, heading }, at) =>
    !heading && startsWithPeriod(label) ? [at] : [],
  );
  return { across, down };
}

function rollsIn(run: Run): SumRule[] {
  return run.lines.flatMap((line) => {
    if (line.heading || !hasFigures(line)) return [];
    if (line.role === "opening") return carried(run, line);
    const closing =
      line.role === "closing" && !run.lines.some(({ role, at }) => role === "opening" && at < line.at);
    if (line.role === "cumulative" || closing) return running(run, line);
    return line.role === "net" &&
      /\b(?:change|increase|decrease|movement|growth|reduction)\b/i.test(line.label)
      ? steps(run, line)
      : [];
  });
}

/** What a year opens with is what the year before closed with. */
function carried(run: Run, opening: Line): SumRule[] {
  const after = run.lines
    .slice(opening.at + 1)
    .filter(({ kind, heading }) => !heading && kind === opening.kind);
  const closing = after.find(({ role }) => role === "closing");
  if (closing !== undefined) return carriedFrom(run, opening, closing, plainly);
  // A base budget is the requirement of the year before, whatever that is called.
  const others = after.slice(0, furthest).filter(({ role }) => isMade(role));
  const rules = others.flatMap((other) => carriedFrom(run, opening, other, 2));
  return rules.sort((a, b) => b.confidence - a.confidence).slice(0, 1);
}

/** What it speaks for a balance that is carried on, or a change on the year before, that its labels say so. */
const plainly = 6;

/** How far below an opening figure that with which a period closes is looked for. */
const furthest = 30;

function carriedFrom(run: Run, opening: Line, closing: Line, prior: number): SumRule[] {
  const { periods, at } = run;
  const cells = periods.slice(1).map(
    (period, i): CellSum => ({
      total: at(opening.at, period),
      parts: [{ ...at(closing.at, periods[i] ?? 0), sign: 1 }],
    }),
  );
  const says = `${opening.label} = ${closing.label} of the period before`;
  const sums = cells.map(({ total, parts }) => ({
    total,
    parts,
    values: valuesOf(run.sample, total, parts),
  }));
  return believed(sums, prior, {
    along: "carried",
    total: opening.at,
    parts: [{ line: closing.at, sign: 1 }],
    says,
  });
}

/** A running total is what it was in the period before, and what a row (or some rows above it) adds in this one. */
function running(run: Run, line: Line): SumRule[] {
  const { lines, periods, at } = run;
  const near = lines.filter(
    (other) =>
      other !== line && !other.heading && other.kind === line.kind && Math.abs(other.at - line.at) <= 12,
  );
  const above = near.filter((other) => other.at < line.at && !isMade(other.role));
  const sets = [
    ...near.map((other) => [other]),
    ...above.map((_, i) => above.slice(i)).filter((set) => set.length > 1),
  ];
  const rules = sets.flatMap((set) => {
    const sums = periods.map((period, i) => {
      const total = at(line.at, period);
      const before = i === 0 ? [] : [{ ...at(line.at, periods[i - 1] ?? 0), sign: 1 as const }];
      const parts = [...before, ...set.map((other) => ({ ...at(other.at, period), sign: 1 as const }))];
      return { total, parts, values: valuesOf(run.sample, total, parts) };
    });
    const says = `${line.label} = ${line.label} of the period before + ${set.map(({ label }) => label).join(" + ")}`;
    const parts = set.map((other) => ({ line: other.at, sign: 1 as const }));
    const far = Math.abs((set[0]?.at ?? 0) - line.at) / 4;
    return believed(sums, 4 - far, {
      along: "running",
      total: line.at,
      parts,
      says,
    });
  });
  return rules.sort((a, b) => b.confidence - a.confidence || b.cells.length - a.cells.length).slice(0, 1);
}

/** Whether a label speaks of another line, as “Change in gap” does of “Budget gap”. */
function sharesWord(label: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  const own = new Set(words(other));
  return words(label).some((word) => own.has(word) && !/^(?:and|the|for|from)$/.test(word));
}

/** That a change is one on the period before, in its own words. */
const onYear = /\b(?:previous|prior|last|preceding) (?:year|quarter|month)\b|\byear[- ]on[- ]year\b/i;

/** A change that is the figure of a period less that of the one before. */
function steps(run: Run, line: Line): SumRule[] {
  const { lines, periods, at } = run;
  const near = lines.filter(
    (other) =>
      other !== line && !other.heading && other.kind === line.kind && Math.abs(other.at - line.at) <= 12,
  );
  const rules = near.flatMap((other) => {
    const sums = periods.slice(1).map((period, i) => {
      const total = at(line.at, period);
      const parts = [
        { ...at(other.at, period), sign: 1 as const },
        { ...at(other.at, periods[i] ?? 0), sign: -1 as const },
      ];
      return { total, parts, values: valuesOf(run.sample, total, parts) };
    });
    const says = `${line.label} = ${other.label} less that of the period before`;
    const parts = [{ line: other.at, sign: 1 as const }];
    const prior = onYear.test(line.label) ? plainly : sharesWord(line.label, other.label) ? 4 : 1;
    const found = believed(sums, prior, {
      along: "running",
      total: line.at,
      parts,
      says,
    });
    return found.filter(({ cells }) => cells.length > 1);
  });
  return rules.sort((a, b) => b.confidence - a.confidence).slice(0, 1);
}

/** Columns that are the average of those before them. */
function averages(lines: readonly Line[], sample: Run["sample"]): SumRule[] {
  return lines.flatMap((line) => {
    if (!/\b(?:average|mean)\b/i.test(line.label)) return [];
    const before = lines
      .slice(0, line.at)
      .filter((other) => other.role === "item" && other.kind !== "percent" && other.kind !== "ratio");
    if (before.length < 2) return [];
    const parts = before.map((other) => ({ line: other.at, sign: 1 as const }));
    const sums = line.samples.flatMap((own, row) => {
      if (own === undefined || own.blank) return [];
      const total = { row, column: line.at };
      const cells = before.map((other) => ({ row, column: other.at, sign: 1 as const }));
      return [{ total, parts: cells, over: before.length, values: valuesOf(sample, total, cells) }];
    });
    const says = `${line.label} = (${before.map(({ label }) => label).join(" + ")}) ÷ ${before.length}`;
    return believed(sums, 4, { along: "average", total: line.at, parts, says });
  });
}

type Draft = Pick<SumRule, "along" | "total" | "parts" | "says">;

/** A sum of cells with the figures of its total and its parts; `undefined` where one is not given. */
interface Weighable extends CellSum {
  readonly values: { readonly whole: Value; readonly parts: readonly Value[] } | undefined;
}

interface Value {
  readonly value: number;
  readonly half: number;
}

function valuesOf(sample: Run["sample"], total: CellAt, parts: readonly SignedCell[]): Weighable["values"] {
  const whole = sample(total);
  const values = parts.map((part) => {
    const own = sample(part);
    return own === undefined ? undefined : { ...own, value: part.sign * own.value };
  });
  if (whole === undefined || whole.blank || values.some((value) => value === undefined)) return undefined;
  return { whole, parts: values.filter((value) => value !== undefined) };
}

/** A rule where its figures bear it out: in more places than not, and at least in one. */
function believed(sums: readonly Weighable[], prior: number, draft: Draft): SumRule[] {
  let score = prior;
  let [holds, fails] = [0, 0];
  const judged = sums.filter(({ values }) => values !== undefined);
  for (const { values, over = 1 } of judged) {
    if (values === undefined) continue;
    const sum = values.parts.reduce((all, { value }) => all + value, 0) / over;
    const slack = values.parts.reduce((all, { half }) => all + half, 0) / over + values.whole.half;
    const scale = Math.max(Math.abs(values.whole.value), Math.abs(sum));
    if (scale === 0) continue;
    const out = Math.abs(values.whole.value - sum);
    if (out <= slack * (1 + 1e-9)) {
      holds++;
      score += Math.min(12, Math.log2(1 + scale / (2 * slack + Number.EPSILON)));
    } else {
      fails++;
      score += failure(out / scale);
    }
  }
  const carries = prior >= plainly;
  // One wrong balance fails twice: where it closes a period, and where the next one starts from it.
  if (score <= 0 || (holds === 0 && !carries) || fails > holds + 1) return [];
  // Of two places one that fails leaves too little to judge by, where the labels do not say all of it.
  if (fails > 0 && (carries ? !isSure({ score, holds, fails }) : holds + fails < 3)) return [];
  const evidence = `its label says so; it holds in ${holds} of ${holds + fails} places`;
  const cells = judged.map(
    ({ total, parts, over }): CellSum => ({ total, parts, ...(over === undefined ? {} : { over }) }),
  );
  return [{ is: "sum", ...draft, confidence: confidenceOf(score), evidence, declared: false, cells }];
}
