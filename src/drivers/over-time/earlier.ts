import { type Formula, previous } from "../../formula/formula.ts";

/** A row so many periods before; nil before the first period of the timeline. */
export function earlier(of: Formula, periods: number): Formula {
  return Array.from({ length: periods }).reduce<Formula>(previous, of);
}
