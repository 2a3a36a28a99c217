import { compare, constant, type Formula } from "../../formula/formula.ts";
import type { LineContext } from "../../programme/line.ts";
import { decimal } from "../../quantity/decimal.ts";
import type { Day } from "../../time/day.ts";
import { periodFirstDay, periodLastDay } from "../../time/period.ts";

/** From when to when, as inputs in days or months; open where there is none. */
export interface Span {
  readonly start?: Formula | undefined;
  readonly end?: Formula | undefined;
}

/**
 * Says of a span that it does not end before it starts, and warns where it lies wholly outside the timeline, since what it
 * is of is nil then. `under` are the keys that lead to its `from` and `to`.
 */
export function holdSpan(line: LineContext, { start, end }: Span, under: readonly string[] = []): void {
  holdOrder(line, { start, end }, under);
  holdStart(line, start, under);
  if (!isInput(end)) return;
  const of = nameOf(line, under);
  line.relation([...under, "to"], {
    ...outside(`${of} does not end before the timeline starts`),
    formula: compare(dayConstant(periodFirstDay(line.timeline, 0)), "at most", end),
    message: `${of} ends on {right}, before the timeline starts on {left}, so that nothing comes of it`,
    expected: "a day on or after {left}",
    received: "{right}",
  });
}

/** Says of a span that it does not end before it starts. */
export function holdOrder(line: LineContext, { start, end }: Span, under: readonly string[] = []): void {
  if (!isInput(start) || !isInput(end)) return;
  const of = nameOf(line, under);
  line.relation([...under, "to"], {
    label: `${of} does not end before it starts`,
    formula: compare(start, "at most", end),
    code: "end-before-start",
    message: `${of} ends on {right}, before it starts on {left}`,
    expected: "a day on or after {left}",
    received: "{right}",
    hint: "swap “from” and “to”, or mend the year",
  });
}

/** A warning where something starts only after the end of the timeline. */
export function holdStart(
  line: LineContext,
  start: Formula | undefined,
  under: readonly string[] = [],
): void {
  if (!isInput(start)) return;
  const of = nameOf(line, under);
  line.relation([...under, "from"], {
    ...outside(`${of} does not start after the timeline ends`),
    formula: compare(start, "at most", dayConstant(periodLastDay(line.timeline, line.timeline.count - 1))),
    message: `${of} starts on {left}, after the timeline ends on {right}, so that nothing comes of it`,
    expected: "a day on or before {right}",
    received: "{left}",
  });
}

function outside(label: string) {
  const hint = "mend the year, or leave it out of this model";
  return { label, code: "year-outside-timeline", severity: "warning", hint } as const;
}

function nameOf(line: LineContext, under: readonly string[]): string {
  return [line.label, ...under.slice(-1)].join(": ");
}

/** A day that could not be read is no input, and has been reported. */
function isInput(of: Formula | undefined): of is Formula {
  return of?.node === "assumption";
}

function dayConstant(day: Day): Formula {
  return constant(decimal(day), "date");
}
