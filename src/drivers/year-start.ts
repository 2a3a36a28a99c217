import type { Formula } from "../formula/formula.ts";
import type { LineContext } from "../programme/line.ts";
import { periodYear } from "../time/period.ts";

/** A flag: 1 in each period with which a financial year starts in the timeline, the first period among them. */
export function yearsStart(line: LineContext): Formula {
  const { timeline } = line;
  const starts = Array.from({ length: timeline.count }, (_, i) =>
    Number(i === 0 || periodYear(timeline, i) !== periodYear(timeline, i - 1)),
  );
  return line.structure("start of a year", starts, "flag");
}
