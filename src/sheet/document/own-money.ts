import type { AppraisedProgramme } from "../../appraisal/appraise.ts";
import { isAppraised } from "../../appraisal/appraised.ts";
import { sameBody } from "../../programme/bodies.ts";
import type { Line } from "../../programme/line.ts";
import type { Programme } from "../../programme/programme.ts";

/** The funding that a financial case takes for the body's own money, and so for no income. */
function ownFunding({ appraisal, lines }: AppraisedProgramme): Line[] {
  const { terms, rows } = appraisal;
  const counted = new Set(rows.flows.income.map(({ line }) => line.id));
  return lines.filter(
    ({ id, kind, agency }) => kind === "funding" && !counted.has(id) && sameBody(agency, terms.body),
  );
}

/**
 * Which funding is no income in a financial case, and how a line of another body's money would say so: without it a grant
 * that only wants its “agency” would look like a plan that never pays back. None where there is no such funding.
 */
export function ownMoneyNotes(programme: Programme, where = ""): string[] {
  if (!isAppraised(programme) || programme.appraisal.terms.case !== "financial") return [];
  const own = ownFunding(programme);
  if (own.length === 0) return [];
  const labels = own.map(({ label }) => label).join("; ");
  return [
    `No income${where}, since it is ${programme.appraisal.terms.body}'s own money: ${labels}. A line with an “agency” is another body's.`,
  ];
}
