import { received } from "../../issue/received.ts";
import { type PeriodRange, parsePeriod } from "../../time/period-range.ts";
import { agencyOf } from "../bodies.ts";
import { type Draft, report } from "../building/draft.ts";
import { periodsAt } from "../faults/period-faults.ts";
import type { EligibleLine, LinePart } from "../line.ts";
import { linesIn, statementParts } from "../lines-in.ts";
import { idOf } from "../names.ts";

/** The cost lines of the whole programme, whatever their group. */
export function costsOf(draft: Draft): EligibleLine[] {
  return linesIn(statementParts(draft.parts)).flatMap((part) => {
    const { kind, label, attributes } = part;
    if (kind !== "cost") return [];
    const eligible = attributes.eligible === undefined ? undefined : eligiblePeriods(draft, part);
    const { spend = "revenue", term = "recurrent" } = attributes;
    return [{ id: idOf(label), label, agency: agencyOf(draft, part), spend, term, eligible }];
  });
}

/**
 * The periods in which a grant may pay for a line: all of them, none, or those named. A name that cannot be read is a
 * fault of the line, reported when the line is built and not again by every grant that looks at it.
 */
export function eligiblePeriods(draft: Draft, part: LinePart, read: typeof periodsAt = readable): boolean[] {
  const { eligible } = part.attributes;
  const periods = Array<boolean>(draft.timeline.count).fill(eligible === true);
  if (typeof eligible === "boolean" || eligible === undefined) return periods;
  if (!Array.isArray(eligible)) {
    if (read === periodsAt) notPeriods(draft, [...(part.path ?? [part.label]), "eligible"], eligible);
    return periods;
  }
  for (const [at, text] of eligible.entries()) {
    const range = read(draft, text, [...(part.path ?? [part.label]), "eligible", String(at)]);
    if (range) periods.fill(true, range.first, range.last + 1);
  }
  return periods;
}

function notPeriods(draft: Draft, path: readonly string[], given: unknown): void {
  report(draft, "wrong-shape", path, `${path.join(" > ")} cannot be ${received(given)}`, {
    expected: "true, false or a list of periods",
    received: received(given),
    hint: "write true, or the years such as [2024/25, 2025/26]",
  });
}

function readable({ timeline }: Draft, text: unknown): PeriodRange | undefined {
  const read = parsePeriod(timeline, text as string);
  return read.ok ? read.value : undefined;
}
