import { type Formula, row as ref, series } from "../formula/formula.ts";
import { appraisalId } from "../programme/appraisal-ids.ts";
import { one, zero } from "../quantity/decimal.ts";
import { isNewYear } from "../time/period.ts";
import { type Adding, addInput } from "./addition.ts";

/** Whether periods are shorter than years, so that years have to be told apart. */
export function isFiner({ programme }: Adding): boolean {
  return programme.timeline.grain !== "year";
}

/** A flag by period: 1 in the first period of each financial year after the first of the model. */
export function newYear(adding: Adding): Formula {
  const { timeline } = adding.programme;
  const id = appraisalId("new-year");
  if (!adding.assumptions.has(id)) {
    const value = Array.from({ length: timeline.count }, (_, i) => (isNewYear(timeline, i) ? one : zero));
    addInput(adding, { id, label: "New financial year", unit: "flag", value, basis: { kind: "structure" } });
  }
  return series(id);
}

/** What a row was one period before. */
export function before(id: string): Formula {
  return ref(appraisalId(id), 1);
}

/** A formula at the start of each new financial year after the first, and what the row was before in between. */
export function yearly(adding: Adding, id: string, atNewYear: Formula): Formula {
  if (!isFiner(adding)) return atNewYear;
  return { node: "choose", when: newYear(adding), then: atNewYear, otherwise: before(id) };
}
