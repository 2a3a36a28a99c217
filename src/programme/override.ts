import { didYouMean, InvestToSaveError, type Issue, received } from "../issue.ts";
import { type Amount, readAmount } from "../quantity/amount.ts";
import { type Decimal, isDecimal } from "../quantity/decimal.ts";
import { parseDay } from "../time/day.ts";
import { monthOfDay, parseMonth } from "../time/month.ts";
import { parsePeriod } from "../time/timeline.ts";
import type { Assumption } from "./assumption.ts";
import { refusedPeriod } from "./draft.ts";
import { idOf } from "./names.ts";
import type { Programme } from "./programme.ts";

/**
 * New values for assumptions, by id: `unit-cost`, or `set-up-costs@2014/15` for one period of an amount by period.
 */
export type NewValues = Readonly<Record<string, Amount>>;

/**
 * The same programme with some assumptions replaced; the one given is left as it was. Values are in the unit of the
 * assumption; days and months are given as text. Throws {@link InvestToSaveError} (`unknown-name`, `malformed-period`,
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
    const [name = "", period] = key.split("@");
    const found = assumptions.get(idOf(name));
    if (found === undefined || found.basis.kind === "structure") unknown(programme, name, issues);
    else {
      const value = newValue(programme, found, period, given, issues);
      if (value !== undefined) assumptions.set(found.id, { ...found, value, set: true });
    }
  }
  if (issues.length > 0) throw new InvestToSaveError(issues);
  return Object.freeze({ ...programme, assumptions });
}

function newValue(
  programme: Programme,
  found: Assumption,
  period: string | undefined,
  given: Amount,
  issues: Issue[],
): Assumption["value"] | undefined {
  if (isDecimal(found.value)) {
    if (period === undefined) return readValue(found, given, issues);
    issues.push(
      periodMisused(found, `${found.id}@${period}`, "one value for all periods", `write ${found.id}=VALUE`),
    );
    return undefined;
  }
  if (period === undefined) {
    issues.push(
      periodMisused(
        found,
        found.id,
        "one value a period",
        `write ${found.id}@PERIOD=VALUE, such as @2016/17`,
      ),
    );
    return undefined;
  }
  const read = parsePeriod(programme.timeline, period);
  const value = readValue(found, given, issues);
  if (!read.ok) refusedPeriod(issues, period, [found.id], read);
  if (!read.ok || value === undefined) return undefined;
  const { first, last } = read.value;
  return found.value.map((old, i) => (i >= first && i <= last ? value : old));
}

function readValue(found: Assumption, given: Amount, issues: Issue[]): Decimal | undefined {
  const read = readAmount(dayOrMonth(found, given));
  if (read.ok) return read.value;
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

/** A day or month written as text, as the number that stands for it. */
function dayOrMonth(found: Assumption, given: Amount): Amount {
  const day = parseDay(String(given));
  if (found.unit === "date" && day.ok) return day.value;
  if (found.unit !== "month number") return given;
  const month = parseMonth(String(given));
  if (month.ok) return month.value;
  return day.ok ? monthOfDay(day.value) : given;
}

function unknown(programme: Programme, name: string, issues: Issue[]): void {
  const settable = [...programme.assumptions.values()].filter((one) => one.basis.kind !== "structure");
  issues.push({
    code: "unknown-name",
    severity: "error",
    path: [name],
    message: `there is no assumption “${name}” to set`,
    expected: settable.map((one) => one.id).join(", "),
    received: name,
    hint:
      didYouMean(
        name,
        settable.map((one) => one.id),
      ) ?? "choose one of the ids above",
  });
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
