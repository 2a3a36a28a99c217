import { present } from "../assert.ts";
import type { Condition } from "../programme/condition.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { roundPlaces } from "../quantity/rounding.ts";
import type { Unit } from "../quantity/unit.ts";
import { valueWords } from "../quantity/value-words.ts";
import { periodLabel, periodYear } from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";
import { formatFinancialYear } from "../time/year.ts";
import { evaluate } from "./evaluate.ts";
import { type Explanation, unitOf } from "./explanation.ts";
import type { Table } from "./table.ts";
import { tracer } from "./trace.ts";

/** A condition and the periods, of the programme's own timeline, in which it does not hold; none where it is met. */
export interface Judged {
  readonly condition: Condition;
  readonly failing: readonly number[];
}

/** Where a condition does not hold, and what was compared: `£500 is not at most £0`. */
export interface Failure {
  /** The period, or the first to the last of those in a row that fail alike; `undefined` for one that is over all periods. */
  readonly period: string | undefined;
  /** How many periods that is. */
  readonly periods: number;
  readonly words: string;
}

/**
 * Every condition of a programme judged on exact values, in the periods that it is for. A table that was rolled up is
 * judged by the periods of its model, since a condition says nothing of longer ones.
 */
export function judged(table: Table): Judged[] {
  const { programme } = table;
  const { conditions } = programme;
  const isRolledUp = conditions.some(({ row }) => table.rows.get(row)?.values.includes(undefined));
  const { rows } = isRolledUp ? evaluate(programme) : table;
  return conditions.map((condition) => {
    const { values } = present(rows.get(condition.row), `the table has a row ${condition.row}`);
    const periods = Array.from(
      { length: condition.last - condition.first + 1 },
      (_, i) => condition.first + i,
    );
    return { condition, failing: periods.filter((period) => values[period]?.isZero()) };
  });
}

/** Where a condition does not hold and by how much, no more than `most` of them. */
export function failuresOf({ programme }: Table, { condition, failing }: Judged, most?: number): Failure[] {
  if (failing.length === 0) return [];
  const trace = tracer(programme);
  const { timeline } = programme;
  const found: (Compared & { first: number; last: number; periods: number })[] = [];
  for (const at of failing) {
    const compared = comparedIn(trace(condition.row, at));
    const before = found.at(-1);
    if (before && isAlike(before, compared) && follows(timeline, before.last, at, condition.by)) {
      before.last = at;
      before.periods += 1;
    } else if (found.length === most) break;
    else found.push({ first: at, last: at, periods: 1, ...compared });
  }
  return found.map(({ first, last, periods, words }) => {
    const [from, to] = [first, last].map((at) => periodWords(timeline, at, condition.by));
    return { period: condition.once ? undefined : periods === 1 ? from : `${from} to ${to}`, periods, words };
  });
}

/** Whether one period (or the financial year that it is judged over) comes straight after another. */
function follows(timeline: Timeline, before: number, period: number, by: Condition["by"]): boolean {
  if (by === "year") return periodYear(timeline, period) === periodYear(timeline, before) + 1;
  return period === before + 1;
}

/** What a condition compared: the two values, and what was found, in words. */
interface Compared {
  readonly values: readonly Decimal[];
  readonly words: string;
}

/** Less than this, in pounds or any other unit, is no difference but what division leaves. */
const sameTo = 9;

/** Whether two failures are alike: what was compared is the same, and not only said the same where it is shortened. */
function isAlike(one: Compared, other: Compared): boolean {
  const same = (value: Decimal, at: number) => {
    const beside = other.values[at];
    return beside !== undefined && roundPlaces(value, sameTo).eq(roundPlaces(beside, sameTo));
  };
  return one.words === other.words && one.values.every(same);
}

/** What a condition compared and found: `£500 is not at most £0`. */
function comparedIn({ parts }: Explanation): Compared {
  const [first] = parts;
  // A condition that is only judged in some periods is a choice around its comparison.
  const comparison = first?.binds === undefined ? first : first.parts[first.binds];
  const [left, right] = comparison?.parts ?? [];
  if (comparison?.step.is !== "comparison" || left === undefined || right === undefined)
    return { values: [], words: "it does not hold" };
  const say = saying(unitOf(left) ?? unitOf(right), [left.value, right.value]);
  const words = `${say(left.value)} is not ${comparison.step.label} ${say(right.value)}`;
  return { values: [left.value, right.value], words };
}

/** How values that are compared are said: years that are not whole as months, so that 11 and 12 months differ. */
function saying(unit: Unit | undefined, values: readonly Decimal[]): (value: Decimal) => string {
  if (unit !== "years" || values.every((value) => value.isInteger()))
    return (value) => valueWords(value, unit);
  return (value) => valueWords(roundPlaces(value.times(12), 2), "months");
}

/** The period in which a condition is judged, or the financial year that it is judged over. */
function periodWords(timeline: Timeline, period: number, by: Condition["by"]): string {
  return by === "year"
    ? formatFinancialYear(periodYear(timeline, period), timeline.yearStart)
    : periodLabel(timeline, period);
}
