import type { Formula, Reading, RowId } from "./formula.ts";

/** The reading that gives a formula again, with other formulas in place of the rows that it reads in the same period. */
export function replacing(inPlaceOf: (id: RowId) => Formula): Reading<Formula> {
  return {
    constant: (value, unit) => ({ node: "constant", value, unit }),
    assumption: (id) => ({ node: "assumption", id }),
    series: (id) => ({ node: "series", id }),
    fact: (fact) => ({ node: "fact", fact }),
    row: (id, lag) => (lag === 0 ? inPlaceOf(id) : { node: "row", id, lag }),
    total: (id) => ({ node: "total", id }),
    opening: (first, then) => ({ node: "opening", first, then }),
    add: (terms) => ({ node: "add", terms }),
    subtract: (from, less) => ({ node: "subtract", from, less }),
    multiply: (factors) => ({ node: "multiply", factors }),
    divide: (value, by) => ({ node: "divide", value, by }),
    root: (of) => ({ node: "root", of }),
    minimum: (of) => ({ node: "minimum", of }),
    maximum: (of) => ({ node: "maximum", of }),
    compare: (left, is, right) => ({ node: "compare", left, is, right }),
    choose: (when, then, otherwise) => ({ node: "choose", when, then, otherwise }),
    round: (value, to, how) => ({ node: "round", value, to, how }),
  };
}
