import { InvestToSaveError, type Issue, received } from "../issue.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, isDecimal } from "../quantity/decimal.ts";
import { parseDayOf } from "../time/edge.ts";
import { monthOfDay } from "../time/month.ts";
import { parsePeriod } from "../time/period-range.ts";
import type { Timeline } from "../time/timeline.ts";
import { unknownName } from "../unknown-name.ts";
import { periodAmounts, spreadOf } from "./amounts.ts";
import { type Assumption, readAt } from "./assumption.ts";
import { refusedPeriod } from "./draft.ts";
import { idOf, inputIdOf } from "./names.ts";
import type { Programme } from "./programme.ts";

/**
 * New values for assumptions, by id: `unit-cost`, or `set-up-costs@2014/15` for one period of an amount by period.
 */
export type NewValues = Readonly<Record<string, Amount>>;

/**
 * The same programme with some assumptions replaced; the one given is left as it was. Values are in the unit of the
 * assumption; days and months are given as text. The amount of a year on a finer timeline is split over its periods, as
 * in a file. What was set is marked so, in place of its source. Throws {@link InvestToSaveError} (`unknown-name`, `malformed-period`,
 * `year-outside-timeline`, and the codes of reading an amount).
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, withValues, years } from "invest-to-save";
 * const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 12_000));
 * evaluate(withValues(rent, { "rent@2025/26": "12600" })).rows.get("rent")?.values.join(" ");
 * // => "12000 12600"
 * ```
 */
export function withValues(programme: Programme, values: NewValues): Programme {
  const issues: Issue[] = [];
  const assumptions = new Map(programme.assumptions);
  for (const [key, given] of Object.entries(values)) {
    const [name = "", period] = keyOf(programme, key);
    const found = assumptions.get(inputIdOf(name)) ?? assumptions.get(idOf(name));
    if (found === undefined || found.basis.kind === "structure") unknown(programme, name, issues);
    else {
      const replaced = isDecimal(found.value)
        ? withOneValue(programme, found, period, given, issues)
        : withPeriod(programme, found, found.value, period, given, issues);
      // A placeholder that is tried out is still no real figure.
      const own = found.basis.kind === "placeholder" ? found.basis : basis;
      if (replaced !== undefined) assumptions.set(found.id, { ...replaced, basis: own });
    }
  }
  if (issues.length > 0) throw new InvestToSaveError(issues);
  return Object.freeze({ ...programme, assumptions });
}

/** The id and the period of a key: `rent@2025/26`, or `rent.2025/26` where no input has that id. */
function keyOf({ assumptions }: Programme, key: string): string[] {
  const dot = key.lastIndexOf(".");
  if (key.includes("@") || assumptions.has(inputIdOf(key)) || dot < 0) return key.split("@");
  const before = assumptions.get(inputIdOf(key.slice(0, dot)));
  return before !== undefined && !isDecimal(before.value) ? [key.slice(0, dot), key.slice(dot + 1)] : [key];
}

/** A value that was set is no longer what its source said. */
const basis = { kind: "assumed", words: "set for this run" } as const;

function withOneValue(
  { timeline }: Programme,
  found: Assumption,
  period: string | undefined,
  given: Amount,
  issues: Issue[],
): Assumption | undefined {
  if (period !== undefined) {
    const key = `${found.id}@${period}`;
    issues.push(periodMisused(found, key, "one value for all periods", `write ${found.id}=VALUE`));
    return undefined;
  }
  const day = found.edge && parseDayOf(String(given), found.edge, timeline.yearStart);
  const isMonth = found.unit === "month number";
  const amount = day?.ok ? (isMonth ? monthOfDay(day.value) : day.value) : given;
  const value = readValue(found, amount, issues);
  return value && { ...found, value, set: [] };
}

function withPeriod(
  { timeline }: Programme,
  found: Assumption,
  old: readonly Decimal[],
  period: string | undefined,
  given: Amount,
  issues: Issue[],
): Assumption | undefined {
  if (period === undefined) return withEveryYear(timeline, found, given, issues);
  const read = parsePeriod(timeline, period);
  if (!read.ok) refusedPeriod(issues, period, [found.id], read);
  const value = readValue(found, given, issues);
  if (!read.ok || value === undefined) return undefined;
  const { first, last } = read.value;
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
  const date = found.edge !== undefined;
  issues.push({
    code: found.edge === undefined ? read.code : "malformed-period",
    severity: "error",
    path: [found.id],
    message: `${found.label} cannot be set to ${received(given)}`,
    expected: date ? "a day, a month or a financial year" : `${read.expected} in ${found.unit}`,
    received: received(given),
    hint: date ? "write it like 2015-04-13, Apr 2015 or 2015/16" : read.hint,
  });
  return undefined;
}

function unknown(programme: Programme, name: string, issues: Issue[]): void {
  const settable = [...programme.assumptions.values()].filter((one) => one.basis.kind !== "structure");
  issues.push(unknownName({ what: "assumption", name, known: settable.map(({ id }) => id) }));
}

function periodMisused(found: Assumption, key: string, has: string, hint: string): Issue {
  const message = `${found.label} has ${has}`;
  return {
    code: "wrong-shape",
    severity: "error",
    path: [found.id],
    message,
    expected: has,
    received: key,
    hint,
  };
}

/**
 * The same programme with the values of one of its named scenarios; without a name, as it is. Throws
 * {@link InvestToSaveError} with `unknown-name`, and what {@link withValues} throws.
 *
 * @example
 * ```ts
 * import { cost, evaluate, programme, scenario, withScenario, years } from "invest-to-save";
 * const rent = programme("Rent", years("2024/25", "2025/26"), { source: "lease" },
 *   cost("Rent", 12_000), scenario("Dearer", { "rent@2025/26": 13_000 }));
 * evaluate(withScenario(rent, "dearer")).rows.get("rent")?.values.join(" "); // => "12000 13000"
 * ```
 */
export function withScenario(programme: Programme, name: string): Programme {
  const scenario = programme.scenarios.find(({ label }) => idOf(label) === idOf(name));
  if (scenario) return Object.freeze({ ...withValues(programme, scenario.set), scenario });
  const labels = programme.scenarios.map(({ label }) => label);
  const otherwise = labels.length === 0 ? "leave the scenario out" : undefined;
  throw new InvestToSaveError([unknownName({ what: "scenario", name, known: labels, otherwise })]);
}
