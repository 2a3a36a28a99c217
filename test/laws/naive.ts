import type { Formula, Programme, RowId, Timeline } from "invest-to-save";

/**
 * A second evaluator, as plain as can be: fractions of whole numbers, no decimals, no order of evaluation, just
 * asking each row for what it reads. It knows formulas and programmes as data and nothing of how they are evaluated.
 */
export interface Fraction {
  readonly above: bigint;
  /** Always positive. */
  readonly below: bigint;
}

/** A value, the largest amount that entered it, and whether each step to it fits into forty decimal digits. */
export interface NaiveCell {
  readonly value: Fraction;
  readonly size: number;
  readonly exact: boolean;
}

const nothing: Fraction = { above: 0n, below: 1n };
const one: Fraction = { above: 1n, below: 1n };

function fraction(above: bigint, below = 1n): Fraction {
  if (below === 0n) throw new Error("divided by nil");
  let a = above < 0n ? -above : above;
  let b = below < 0n ? -below : below;
  while (b !== 0n) [a, b] = [b, a % b];
  const common = below < 0n ? -a : a;
  return { above: above / common, below: below / common };
}

/** The square root of a fraction, down to its sixtieth decimal. */
function rootOf({ above, below }: Fraction): Fraction {
  const scale = 10n ** 60n;
  const square = (above * scale * scale) / below;
  if (square === 0n) return nothing;
  // Newton's method from above comes down to the root and then no further.
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (let next = (root + square / root) >> 1n; next < root; next = (root + square / root) >> 1n) root = next;
  return fraction(root, scale);
}

/** Reads a plain numeral such as `-12.5`. */
export function fractionOf(numeral: string): Fraction {
  const [whole = "", part = ""] = numeral.split(".");
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

const plus = (a: Fraction, b: Fraction) => fraction(a.above * b.below + b.above * a.below, a.below * b.below);
export const minus = (a: Fraction, b: Fraction) =>
  fraction(a.above * b.below - b.above * a.below, a.below * b.below);
const times = (a: Fraction, b: Fraction) => fraction(a.above * b.above, a.below * b.below);
const over = (a: Fraction, b: Fraction) => fraction(a.above * b.below, a.below * b.above);
const isLess = (a: Fraction, b: Fraction) => a.above * b.below < b.above * a.below;

/** As near as a plain number needs to be to judge nearness: twenty decimal places. */
export function toNumber({ above, below }: Fraction): number {
  return Number((above * 10n ** 20n) / below) / 1e20;
}

/** Whether a decimal of forty digits can hold a fraction without loss. */
function fits({ above, below }: Fraction): boolean {
  let rest = below;
  let places = 0n;
  for (; rest % 10n === 0n; places++) rest /= 10n;
  for (; rest % 2n === 0n; places++) rest /= 2n;
  for (; rest % 5n === 0n; places++) rest /= 5n;
  if (rest !== 1n) return false;
  const digits = String((above * 10n ** places) / below)
    .replace("-", "")
    .replace(/0+$/, "");
  return digits.length <= 40;
}

/** A way to ask any row of a programme for its value in a period. */
export function naive(programme: Programme): (id: RowId, period: number) => NaiveCell {
  const known = new Map<string, NaiveCell>();
  const ask = (id: RowId, period: number): NaiveCell => {
    if (period < 0) return { value: nothing, size: 0, exact: true };
    const key = `${period} ${id}`;
    const found = known.get(key) ?? read(formulaOf(programme, id), period);
    known.set(key, found);
    return found;
  };
  const input = (id: string, period: number): NaiveCell => {
    const value = programme.assumptions.get(id)?.value;
    if (value === undefined) throw new Error(`no assumption ${id}`);
    const date = ["date", "month number"].includes(programme.assumptions.get(id)?.unit ?? "");
    const read = leaf(
      fractionOf(("toFixed" in value ? value : (value[period] ?? value[0]))?.toFixed() ?? ""),
    );
    return date ? { ...read, size: 0 } : read;
  };
  const read = (formula: Formula, period: number): NaiveCell => {
    const at = (part: Formula) => read(part, period);
    switch (formula.node) {
      case "constant":
        return leaf(fractionOf(formula.value.toFixed()));
      case "assumption":
        return input(formula.id, 0);
      case "series":
        return input(formula.id, period);
      case "fact":
        return sizeless(formula.fact, leaf(factOf(programme.timeline, formula.fact, period)));
      case "row":
        return ask(formula.id, period - formula.lag);
      case "total": {
        const cells = Array.from({ length: programme.timeline.count }, (_, i) => ask(formula.id, i));
        return together(cells, sumOf(cells), largest(cells));
      }
      case "opening":
        return at(period === 0 ? formula.first : formula.then);
      case "add": {
        const cells = formula.terms.map(at);
        return together(cells, sumOf(cells), largest(cells));
      }
      case "subtract": {
        const [from, less] = [at(formula.from), at(formula.less)];
        const difference = minus(from.value, less.value);
        const size = largest([from, less]) || Math.abs(toNumber(difference));
        return together([from, less], difference, size);
      }
      case "multiply": {
        const cells = formula.factors.map(at);
        const size = cells.reduce((product, cell) => product * cell.size, 1);
        return together(
          cells,
          cells.reduce((product, cell) => times(product, cell.value), one),
          size,
        );
      }
      case "divide": {
        const [value, by] = [at(formula.value), at(formula.by)];
        const size = value.size / Math.abs(toNumber(by.value));
        return together([value, by], over(value.value, by.value), size);
      }
      case "root": {
        const of = at(formula.of);
        const value = rootOf(of.value);
        const cell = together([of], value, Math.sqrt(of.size));
        return { ...cell, exact: cell.exact && minus(times(value, value), of.value).above === 0n };
      }
      case "minimum":
      case "maximum": {
        const cells = formula.of.map(at);
        const best = cells.reduce((a, b) => {
          return (formula.node === "minimum") === isLess(b.value, a.value) && !same(a, b) ? b : a;
        });
        return together(cells, best.value, largest(cells));
      }
      case "compare": {
        const [left, right] = [at(formula.left), at(formula.right)];
        const difference = minus(left.value, right.value);
        const on = difference.above === 0n || Math.abs(toNumber(difference)) <= 1e-9 * largest([left, right]);
        const below = !on && difference.above < 0n;
        const holds = {
          "at most": on || below,
          below,
          "at least": !below,
          above: !on && !below,
          "equal to": on,
          unlike: !on,
        }[formula.is];
        return leaf(holds ? one : nothing);
      }
      case "choose": {
        const when = at(formula.when);
        const nil = Math.abs(toNumber(when.value)) <= 1e-9 * when.size;
        return at(nil || when.value.above === 0n ? formula.otherwise : formula.then);
      }
      case "round": {
        const [value, to] = [at(formula.value), at(formula.to)];
        const step = formula.how === "half away from zero" ? over(to.value, fraction(2n)) : to.value;
        const threshold = rounded(value.value, step, "half away from zero");
        const close = Math.min(1e-9 * value.size, Math.abs(toNumber(to.value)) / 1000);
        const near = Math.abs(toNumber(minus(value.value, threshold))) <= close;
        return {
          value: rounded(near ? threshold : value.value, to.value, formula.how),
          size: value.size,
          exact: to.exact,
        };
      }
    }
  };
  return ask;
}

function formulaOf(programme: Programme, id: RowId): Formula {
  const row = programme.rows.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.formula;
}

function leaf(value: Fraction): NaiveCell {
  return { value, size: Math.abs(toNumber(value)), exact: fits(value) };
}

/** A date is a number only to be subtracted, and no amount of anything. */
function sizeless(fact: string, cell: NaiveCell): NaiveCell {
  return ["first day", "last day", "first month"].includes(fact) ? { ...cell, size: 0 } : cell;
}

function together(cells: readonly NaiveCell[], value: Fraction, size: number): NaiveCell {
  return { value, size, exact: cells.every(({ exact }) => exact) && fits(value) };
}

function same(a: NaiveCell, b: NaiveCell): boolean {
  return minus(a.value, b.value).above === 0n;
}

function sumOf(cells: readonly NaiveCell[]): Fraction {
  return cells.reduce((sum, cell) => plus(sum, cell.value), nothing);
}

function largest(cells: readonly NaiveCell[]): number {
  return cells.reduce((size, cell) => Math.max(size, cell.size), 0);
}

/** The nearest whole multiple of a unit, by rule. */
function rounded(value: Fraction, unit: Fraction, how: "half away from zero" | "up" | "down"): Fraction {
  const { above, below } = over(value, unit);
  const floor = above >= 0n ? above / below : -((-above + below - 1n) / below);
  const left = above - floor * below;
  const twice = 2n * left;
  const halfUp = twice > below || (twice === below && above > 0n);
  const goesUp = how === "up" ? left > 0n : how === "down" ? false : halfUp;
  return times(fraction(floor + (goesUp ? 1n : 0n)), unit);
}

/** The facts of a period, from the calendar of the machine in UTC. */
function factOf(timeline: Timeline, fact: string, period: number): Fraction {
  const size = { year: 12, quarter: 3, month: 1 }[timeline.grain];
  const first = timeline.first + period * size;
  const day = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
  const yearOf = (month: number) => Math.floor((month - (timeline.yearStart - 1)) / 12);
  const yearFirst = yearOf(first) * 12 + timeline.yearStart - 1;
  const facts: Record<string, number> = {
    index: period,
    "year index": yearOf(first) - yearOf(timeline.first),
    "first day": day(first),
    "last day": day(first + size) - 1,
    days: day(first + size) - day(first),
    "year days": day(yearFirst + 12) - day(yearFirst),
    "first month": first,
    months: size,
  };
  if (fact === "years") return fraction(BigInt(size), 12n);
  const value = facts[fact];
  if (value === undefined) throw new Error(`no fact ${fact}`);
  return fraction(BigInt(value));
}
