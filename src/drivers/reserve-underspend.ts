import {
  add,
  choose,
  type Formula,
  maximum,
  nil,
  previous,
  type RowId,
  subtract,
} from "../formula/formula.ts";
import type { LineContext } from "../programme/line.ts";
import { yearsStart } from "./over-time/year-start.ts";
import { moneyRow, ownRow } from "./rows.ts";

/** What a reserve takes in of the underspend of a year. */
export interface Underspend {
  /** Pounds in the period; below nil where the underspend of the year so far has become less. */
  readonly now: Formula;
  /** Pounds of the same year before the period, which are not there to be drawn in that year. */
  readonly before: Formula;
}

/**
 * What funding exceeds need in each financial year, as it stands at the end of each period, and so in its last period for
 * the year. `as` is the line of cost that it is put in by. Funding that meets what is left counts from the period after,
 * since what it meets depends on what is put in.
 */
export function underspend(line: LineContext, as: RowId, planned: Formula): Underspend {
  const starts = yearsStart(line);
  const inYear = (before: Formula) => choose(starts, nil, before);
  const { given, met, needed } = line.unspent(as, planned);
  const last = ownRow(line, "funding beyond need in the year so far", 1);
  const beyond = add(inYear(add(last, previous(met))), subtract(given, needed));
  const soFar = moneyRow(line, "funding beyond need in the year so far", "closing", beyond);
  const unspent = moneyRow(line, "underspend of the year so far", "closing", maximum(nil, soFar));
  const before = moneyRow(
    line,
    "underspend of the year before the period",
    "none",
    inYear(previous(unspent)),
  );
  return { now: moneyRow(line, "underspend", "sum", subtract(unspent, before)), before };
}
