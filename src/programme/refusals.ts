import type { Issue, IssueCode } from "../issue/issue.ts";
import { received, seen } from "../issue/received.ts";
import type { Prices } from "../quantity/prices.ts";
import type { Reason } from "../time/parsed.ts";
import { type PeriodRange, parsePeriod } from "../time/period-range.ts";
import { parseFinancialYear } from "../time/year.ts";
import { type Draft, report } from "./draft.ts";

/** Reports a price basis that is neither nominal nor a financial year. */
export function checkPrices(draft: Draft, prices: Prices | undefined, path: readonly string[]): void {
  if (prices === undefined || prices === "nominal" || parseFinancialYear(prices, draft.timeline.yearStart).ok)
    return;
  report(draft, "wrong-prices", [...path, "prices"], `${[...path, "prices"].join(" > ")} is no price basis`, {
    expected: "nominal, or the financial year of the prices such as 2013/14",
    received: seen(prices),
    hint: "write prices: 2013/14 for real money, or leave it out for nominal money",
  });
}

const periodCodes: Record<Reason, IssueCode> = {
  malformed: "malformed-period",
  impossible: "malformed-period",
  outside: "year-outside-timeline",
  finer: "period-too-fine",
};

/** The periods that a text covers; `undefined` after reporting a fault. */
export function periodsAt(draft: Draft, text: unknown, path: readonly string[]): PeriodRange | undefined {
  const read = parsePeriod(draft.timeline, typeof text === "number" ? String(text) : (text as string));
  if (read.ok) return read.value;
  refusedPeriod(draft.issues, text, path, read);
  return undefined;
}

/** Reports a period, day or month that was refused. */
export function refusedPeriod(
  issues: Issue[],
  text: unknown,
  path: readonly string[],
  refusal: { reason: Reason; expected: string; hint: string },
): void {
  issues.push({
    code: periodCodes[refusal.reason],
    severity: "error",
    path,
    message: `${path.join(" > ")} cannot be ${received(text)}`,
    expected: refusal.expected,
    received: seen(text),
    hint: refusal.hint,
  });
}
