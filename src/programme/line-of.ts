import { eligiblePeriods } from "./between-lines/cost-lines.ts";
import { agencyOf } from "./bodies.ts";
import type { Draft } from "./building/draft.ts";
import { periodsAt } from "./faults/period-faults.ts";
import type { Line, LinePart } from "./line.ts";

/** What is kept of a line once its row is built. */
export function lineOf(draft: Draft, part: LinePart, id: string, madeBy?: string): Line {
  const { spend, term, cashable, note, eligible, borrowing, direction } = part.attributes;
  const countsIn = part.attributes["counts in"];
  return {
    id,
    label: part.label,
    kind: part.kind,
    agency: agencyOf(draft, part),
    spend: spend ?? "revenue",
    term: term ?? "recurrent",
    ...(part.kind === "saving" ? { cashable: cashable ?? "cashable" } : {}),
    ...(note === undefined ? {} : { note }),
    ...(countsIn === undefined ? {} : { countsIn }),
    ...(eligible === undefined ? {} : { eligible: eligiblePeriods(draft, part, periodsAt) }),
    ...(part.kind === "funding" && borrowing ? { borrowing } : {}),
    ...(part.kind === "funding" && direction !== undefined ? { direction } : {}),
    ...(madeBy === undefined ? {} : { madeBy }),
    driver: part.driver.name,
    options: part.driver.options,
  };
}
