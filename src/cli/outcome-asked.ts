import { appraise } from "../appraisal/appraise.ts";
import { issuesOf, refusal } from "../issue/refusal.ts";
import type { Programme } from "../programme/programme.ts";
import { measureOutcomes } from "../vary/measure-outcome.ts";
import { askedFor, type TermsOptions } from "./terms.ts";

/** The outcome that was asked for; refuses that none was, and names those that the model has. */
export function outcomeAsked(programme: Programme, asked: string | undefined, terms: TermsOptions): string {
  if (asked !== undefined) return asked;
  const known = [
    ...measuresOf(programme, terms),
    "balance",
    ...programme.conditions.map(({ label }) => label),
  ];
  throw refusal({
    code: "missing-key",
    path: ["--measure"],
    message: "nothing says what is watched: it needs --measure",
    expected: `a measure, row or condition: ${known.join(", ")}`,
    received: "nothing",
    hint: `write it like --measure "${known[0]}"`,
  });
}

/** The measures of a model by name; none where its terms do not allow an appraisal. */
function measuresOf(programme: Programme, terms: TermsOptions): string[] {
  try {
    return measureOutcomes(appraise(programme, askedFor(terms))).map(({ label }) => label);
  } catch (error) {
    issuesOf(error);
    return [];
  }
}
