import type { Formula } from "../../formula/formula.ts";
import type { LineContext } from "../../programme/line.ts";
import { endsYear, isNewYear } from "../../time/period.ts";

/** A flag: 1 in each period with which a financial year starts in the timeline, the first period among them. */
export function yearsStart(line: LineContext): Formula {
  return flagged(line, "start of a year", (period) => period === 0 || isNewYear(line.timeline, period));
}

/** A flag: 1 in the first period of each financial year but the first of the timeline. */
export function laterYearsStart(line: LineContext): Formula {
  return flagged(line, "new year", (period) => isNewYear(line.timeline, period));
}

/** A flag: 1 in the last period of each financial year, and in the last of the timeline. */
export function yearsEnd(line: LineContext): Formula {
  return flagged(line, "year ends", (period) => endsYear(line.timeline, period));
}

function flagged(line: LineContext, name: string, holds: (period: number) => boolean): Formula {
  const values = Array.from({ length: line.timeline.count }, (_, period) => Number(holds(period)));
  return line.structure(name, values, "flag");
}
