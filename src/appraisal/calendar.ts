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
  return flag(adding, "new-year", "New financial year", (period) => isNewYear(timeline, period));
}

/** A flag by period: 1 in the last so many periods of the model. */
export function lastPeriods(adding: Adding, name: string, label: string, periods: number): Formula {
  const first = adding.programme.timeline.count - periods;
  return flag(adding, name, label, (period) => period >= first);
}

/** A flag by period that the structure of the model sets, added once. */
function flag(adding: Adding, name: string, label: string, isSet: (period: number) => boolean): Formula {
  const { count } = adding.programme.timeline;
  const id = appraisalId(name);
  if (!adding.assumptions.has(id)) {
    const value = Array.from({ length: count }, (_, period) => (isSet(period) ? one : zero));
    addInput(adding, { id, label, unit: "flag", value, basis: { kind: "structure" } });
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
