import { present } from "../assert.ts";
import { asGoodAsNil, type Cell, DividedByNil } from "../formula/exact.ts";
import { fold, type PeriodFact, type Reading, type RowId } from "../formula/formula.ts";
import { factUnits } from "../formula/measure.ts";
import { factWords, type Names, words } from "../formula/words.ts";
import type { Programme } from "../programme/programme.ts";
import { zero } from "../quantity/decimal.ts";
import { periodLabel } from "../time/period.ts";
import { workOut } from "./evaluate.ts";
import type { Explanation, Step } from "./explanation.ts";

/** A formula being followed: its exact cell, and the explanation of that cell in a period. */
interface Followed {
  readonly cell: Cell;
  readonly explained: (period: number) => Explanation;
}

/** The explanation of a row in a period. */
export type RowTrace = (id: RowId, period: number) => Explanation;

/**
 * Follows rows through their formulas. Values come from the exact reading itself, so that nothing is worked out twice;
 * each row is followed once a period, and what is shared is the same object.
 */
export function tracer(programme: Programme): RowTrace {
  const { values, reading } = workOut(programme);
  const followed = new Map<string, Explanation>();
  const trace: RowTrace = (id, period) => {
    const row = present(programme.rows.get(id), id);
    const label = periodLabel(programme.timeline, period);
    const step: Step = { is: "row", id, label: row.label, period: label, unit: row.unit };
    const value = present(present(values.get(id), id)[period], `${id}, ${label}`);
    const key = `${id} ${period}`;
    const known = followed.get(key);
    if (known) return known;
    const parts = [fold(row.formula, following(programme, reading, trace)).explained(period)];
    const explanation: Explanation = {
      step,
      value,
      words: words(row.formula, namesFor(programme, id)),
      parts,
    };
    followed.set(key, explanation);
    return explanation;
  };
  // Earlier periods first, so that rows which recur are not followed a thousand deep.
  const recurs = programme.order.steps.some(({ byPeriod }) => byPeriod);
  return (id, period) => {
    for (let at = 0; recurs && at < period; at++) trace(id, at);
    return trace(id, period);
  };
}

/** Names in the words of a row: what belongs to the same line goes by its short name. */
function namesFor(programme: Programme, row: RowId): Names {
  const owner = programme.rows.get(row.replace(/\..*$/s, ""))?.label;
  const short = (name: string) => (name.startsWith(`${owner}: `) ? name.slice(`${owner}: `.length) : name);
  return {
    assumption: (id) => short(present(programme.assumptions.get(id), id).label),
    row: (id) => short(present(programme.rows.get(id), id).label),
  };
}

function following(programme: Programme, exact: Reading<Cell>, trace: RowTrace): Reading<Followed> {
  return { ...followedLeaves(programme, exact, trace), ...followedSums(exact), ...followedChoices(exact) };
}

type Leaves = "constant" | "assumption" | "series" | "fact" | "row" | "total" | "opening";
type Sums = "add" | "subtract" | "multiply" | "divide" | "root";

function followedLeaves(
  programme: Programme,
  exact: Reading<Cell>,
  trace: RowTrace,
): Pick<Reading<Followed>, Leaves> {
  const { timeline } = programme;
  const at = (period: number) => periodLabel(timeline, period);
  return {
    constant: (value, unit) =>
      leaf(exact.constant(value, unit), () => ({ is: "constant", label: "constant" })),
    assumption: (id) => leaf(exact.assumption(id), () => assumed(programme, id)),
    series: (id) => leaf(exact.series(id), (period) => ({ ...assumed(programme, id), period: at(period) })),
    fact: (fact) => leaf(exact.fact(fact), (period) => factStep(fact, at(period))),
    row: (id, lag) => {
      const cell = exact.row(id, lag);
      const label = `${present(programme.rows.get(id), id).label} before the first period`;
      const none: Explanation = { step: { is: "constant", label }, value: zero, parts: [] };
      return { cell, explained: (period) => (period < lag ? none : trace(id, period - lag)) };
    },
    total: (id) => {
      const cell = exact.total(id);
      const explained = (period: number): Explanation => {
        const parts = Array.from({ length: timeline.count }, (_, i) => trace(id, i));
        return { step: { is: "operation", label: "total" }, value: cell.value(period), parts };
      };
      return { cell, explained };
    },
    opening: (first, then) => ({
      cell: exact.opening(first.cell, then.cell),
      explained: (period) => (period === 0 ? first : then).explained(period),
    }),
  };
}

function followedSums(exact: Reading<Cell>): Pick<Reading<Followed>, Sums> {
  return {
    add: (terms) => operation("add", exact.add(cells(terms)), terms),
    subtract: (from, less) => operation("subtract", exact.subtract(from.cell, less.cell), [from, less]),
    multiply: (factors) => operation("multiply", exact.multiply(cells(factors)), factors),
    divide: (value, by) => operation("divide", exact.divide(value.cell, by.cell), [value, by]),
    root: (of) => operation("root", exact.root(of.cell), [of]),
  };
}

function followedChoices(exact: Reading<Cell>): Omit<Reading<Followed>, Leaves | Sums> {
  const binding = (cell: Cell, of: readonly Followed[]) => (period: number) =>
    of.findIndex((part) => part.cell.value(period).eq(cell.value(period)));
  return {
    minimum: (of) => {
      const cell = exact.minimum(cells(of));
      return operation("minimum", cell, of, binding(cell, of));
    },
    maximum: (of) => {
      const cell = exact.maximum(cells(of));
      return operation("maximum", cell, of, binding(cell, of));
    },
    compare: (left, is, right) => {
      const cell = exact.compare(left.cell, is, right.cell);
      return step({ is: "comparison", label: is }, cell, [left, right]);
    },
    choose: (when, then, otherwise) => {
      const cell = exact.choose(when.cell, then.cell, otherwise.cell);
      const taken = (period: number) => (asGoodAsNil(when.cell, period) ? 2 : 1);
      const explained = (period: number): Explanation => {
        const parts = [when, then, otherwise].map((part, i) =>
          i === 0 || i === taken(period) ? part.explained(period) : passedOver(part, period),
        );
        return {
          step: { is: "operation", label: "choose" },
          value: cell.value(period),
          binds: taken(period),
          parts,
        };
      };
      return { cell, explained };
    },
    round: (value, to, how) =>
      step({ is: "rounding", label: how }, exact.round(value.cell, to.cell, how), [value, to]),
  };
}

/** A branch that was not taken; it may not even have a value, since a divisor of nil can be what the choice avoids. */
function passedOver(part: Followed, period: number): Explanation {
  try {
    return part.explained(period);
  } catch (error) {
    if (!(error instanceof DividedByNil)) throw error;
    return {
      step: { is: "constant", label: "not worked out: it would divide by nil" },
      value: zero,
      parts: [],
    };
  }
}

function leaf(cell: Cell, stepOf: (period: number) => Step): Followed {
  return { cell, explained: (period) => ({ step: stepOf(period), value: cell.value(period), parts: [] }) };
}

function operation(
  label: Extract<Step, { is: "operation" }>["label"],
  cell: Cell,
  parts: readonly Followed[],
  binds?: (period: number) => number,
): Followed {
  return step({ is: "operation", label }, cell, parts, binds);
}

function step(
  of: Step,
  cell: Cell,
  parts: readonly Followed[],
  binds?: (period: number) => number,
): Followed {
  const explained = (period: number): Explanation => ({
    step: of,
    value: cell.value(period),
    ...(binds === undefined ? {} : { binds: binds(period) }),
    parts: parts.map((part) => part.explained(period)),
  });
  return { cell, explained };
}

function cells(of: readonly Followed[]): Cell[] {
  return of.map(({ cell }) => cell);
}

function assumed(programme: Programme, id: string): Extract<Step, { is: "assumption" }> {
  const { label, unit, basis } = present(programme.assumptions.get(id), id);
  return { is: "assumption", id, label, unit, basis };
}

function factStep(fact: PeriodFact, period: string): Step {
  return { is: "fact", label: factWords[fact], period, unit: factUnits[fact] };
}
