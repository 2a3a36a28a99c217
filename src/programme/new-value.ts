import { assert } from "../assert.ts";
import type { Issue } from "../issue/issue.ts";
import { received } from "../issue/received.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, decimal, isDecimal } from "../quantity/decimal.ts";
import { isKnownYear } from "../time/calendar.ts";
import { calendarOfDay, type Day } from "../time/day.ts";
import { dayWithin, type Edge } from "../time/day-of.ts";
import { calendarOfMonth, firstDayOfMonth, lastDayOfMonth, monthOfDay } from "../time/month.ts";
import type { Refusal } from "../time/parsed.ts";
import type { Timeline } from "../time/timeline.ts";
import type { Assumption } from "./assumption.ts";
import { periodAmounts, periodWithin, spreadOf } from "./building/amounts.ts";
import { readAt } from "./read-at.ts";

/**
 * An assumption with a new value, read as it would be in a file: within its limits, and a percentage only where a share
 * is. `undefined` after reporting a fault.
 */
export function replaced(
  timeline: Timeline,
  found: Assumption,
  period: string | undefined,
  given: Amount,
  issues: Issue[],
): Assumption | undefined {
  if (!isDecimal(found.value)) {
    return period === undefined
      ? withEveryYear(timeline, found, given, issues)
      : withPeriod(timeline, found, found.value, period, given, issues);
  }
  if (period !== undefined) {
    issues.push(periodMisused(found, `${found.id}@${period}`));
    return undefined;
  }
  if (found.edge !== undefined) return withTime(timeline, found, found.edge, given, issues);
  const value = readValue(found, given, issues);
  return value && { ...found, value, set: [] };
}

/** A day or month, given as text; from code a whole number of days or months since its start does as well. */
function withTime(
  timeline: Timeline,
  found: Assumption,
  edge: Edge,
  given: Amount,
  issues: Issue[],
): Assumption | undefined {
  const isMonth = found.unit === "month number";
  const read = isDecimal(given)
    ? undefined
    : dayWithin(timeline, typeof given === "number" ? String(given) : given, edge);
  const day = isDecimal(given) ? dayOfNumber(given, isMonth, edge) : read?.ok ? read.value : undefined;
  if (day === undefined) {
    const { expected, hint } = read === undefined || read.ok ? anyTime(timeline) : read;
    const message = `${found.label} cannot be set to ${received(isDecimal(given) ? String(given) : given)}`;
    issues.push({
      code: "malformed-period",
      severity: "error",
      path: [found.id],
      message,
      expected,
      received: received(isDecimal(given) ? String(given) : given),
      hint,
    });
    return undefined;
  }
  const value = decimal(isMonth ? monthOfDay(day) : day);
  return { ...found, value, ...(isMonth ? { day } : {}), set: [] };
}

/** What is said of a number that is no day: what a text that is none is told. */
function anyTime(timeline: Timeline): Pick<Refusal, "expected" | "hint"> {
  const read = dayWithin(timeline, "", "first");
  assert(!read.ok, "nothing is no day");
  return read;
}

/** The day of a number of days or months; `undefined` where there is none that could be written. */
function dayOfNumber(given: Decimal, isMonth: boolean, edge: Edge): Day | undefined {
  if (!given.isInteger()) return undefined;
  const number = given.toNumber();
  const { year } = isMonth ? calendarOfMonth(number) : calendarOfDay(number);
  if (!isKnownYear(year)) return undefined;
  if (!isMonth) return number;
  return edge === "first" ? firstDayOfMonth(number) : lastDayOfMonth(number);
}

function withPeriod(
  timeline: Timeline,
  found: Assumption,
  old: readonly Decimal[],
  period: string,
  given: Amount,
  issues: Issue[],
): Assumption | undefined {
  const range = periodWithin(timeline, period, found.limits ?? {}, [found.id], issues);
  const value = readValue(found, given, issues);
  if (range === undefined || value === undefined) return undefined;
  const { first, last } = range;
  const values = [...old];
  if (found.level) values.fill(value, first, last + 1);
  else spreadOf(found.unit)(values, { first, last }, value);
  const changed = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    ...found,
    value: values,
    set: [...new Set([...(found.set ?? []), ...changed])].sort((a, b) => a - b),
  };
}

/** One amount for a number by period means what it means in a file: that of every year. */
function withEveryYear(
  timeline: Timeline,
  found: Assumption,
  given: Amount,
  issues: Issue[],
): Assumption | undefined {
  const value = readValue(found, given, issues);
  if (value === undefined) return undefined;
  const every = found.level ? Array<Decimal>(timeline.count).fill(value) : undefined;
  const values = every ?? periodAmounts(timeline, value, found.unit, [found.id], issues);
  return { ...found, value: values, set: values.map((_, i) => i) };
}

function readValue(found: Assumption, given: Amount, issues: Issue[]): Decimal | undefined {
  const read = readAmount(given);
  if (read.ok) return readAt(given, [found.id], issues, found.limits, found.unit);
  issues.push({
    code: read.code,
    severity: "error",
    path: [found.id],
    message: `${found.label} cannot be set to ${received(given)}`,
    expected: `${read.expected} in ${found.unit}`,
    received: received(given),
    hint: read.hint,
  });
  return undefined;
}

function periodMisused(found: Assumption, key: string): Issue {
  const has = "one value for all periods";
  return {
    code: "wrong-shape",
    severity: "error",
    path: [found.id],
    message: `${found.label} has ${has}`,
    expected: has,
    received: key,
    hint: `write ${found.id}=VALUE`,
  };
}
