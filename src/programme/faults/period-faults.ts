import type { Issue, IssueCode } from "../../issue/issue.ts";
import { received, seen } from "../../issue/received.ts";
import type { Reason } from "../../time/parsed.ts";
import { type PeriodRange, parsePeriod } from "../../time/period-range.ts";
import type { Draft } from "../building/draft.ts";

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
