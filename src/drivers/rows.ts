import { add, type Formula, row as rowRef, total } from "../formula/formula.ts";
import type { LineContext, Totals } from "../programme/line.ts";
import { idOf } from "../programme/names.ts";

/** Adds a row in pounds beside a line; a reference to it. */
export function moneyRow(line: LineContext, name: string, totals: Totals, formula: Formula): Formula {
  return line.row(name, { unit: "£", totals, formula });
}

/** Adds a row in pounds of all that there was up to the end of each period. */
export function soFarRow(line: LineContext, name: string, formula: Formula): Formula {
  return moneyRow(line, name, "closing", add(ownRow(line, name, 1), formula));
}

/** A row beside a line, by the name that it is given there, as it was so many periods before. */
export function ownRow(line: LineContext, name: string, lag = 0): Formula {
  return rowRef(`${line.id}.${idOf(name)}`, lag);
}

/** A row beside a line over all periods. */
export function ownTotal(line: LineContext, name: string): Formula {
  return total(`${line.id}.${idOf(name)}`);
}
