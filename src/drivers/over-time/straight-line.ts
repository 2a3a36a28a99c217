import {
  add,
  choose,
  constant,
  divide,
  type Formula,
  multiply,
  nil,
  subtract,
} from "../../formula/formula.ts";
import type { Given } from "../../programme/assumption.ts";
import type { LineContext } from "../../programme/line.ts";
import { decimal } from "../../quantity/decimal.ts";
import type { Unit } from "../../quantity/unit.ts";
import { periodMonths, periodYear, yearWritten } from "../../time/period.ts";
import type { PeriodRange } from "../../time/period-range.ts";
import { asPrinted } from "../../time/span.ts";

/** What a straight line is of, and the keys under which its ends stand among the options of its driver. */
export interface StraightLineOf {
  readonly name: readonly string[];
  readonly unit: Unit;
  /** An amount of a year is spread evenly over its periods; a level, such as a number of children, holds in each. */
  readonly is: "amount" | "level";
}

/** An end of the line: its key, the periods that it covers, and its value. */
interface End {
  readonly key: string;
  readonly range: PeriodRange;
  readonly given: Given;
}

/**
 * A straight line in equal steps from the value of one year (or period of the timeline) to that of a later one: nil before
 * the first, and after the last its value, unless `then` gives another. Nil after reporting a fault.
 */
export function straightLine(
  line: LineContext,
  options: Readonly<Record<string, Given | undefined>>,
  of: StraightLineOf,
): Formula {
  const keys = Object.keys(options).filter((key) => key !== "then" && options[key] !== undefined);
  const ends = keys.flatMap((key): End[] => {
    const range = line.periods([...of.name, key], key);
    return range === undefined ? [] : [{ key, range, given: options[key] as Given }];
  });
  if (ends.length < keys.length) return nil;
  const [first, last] = [...ends].sort((a, b) => a.range.first - b.range.first);
  if (
    ends.length !== 2 ||
    first === undefined ||
    last === undefined ||
    first.range.grain !== last.range.grain ||
    first.range.first === last.range.first
  ) {
    notTwo(line, keys, of);
    return nil;
  }
  return between(line, first, last, options["then"], of);
}

function between(
  line: LineContext,
  first: End,
  last: End,
  then: Given | undefined,
  of: StraightLineOf,
): Formula {
  const { timeline } = line;
  const whole = first.range.grain === timeline.grain;
  if (!whole && first.range.grain !== "year") {
    notTwo(line, [first.key, last.key], of);
    return nil;
  }
  const places = Array.from({ length: timeline.count }, (_, i) => (whole ? i : periodYear(timeline, i)));
  const place = (end: End) => places[end.range.first] ?? 0;
  const count = place(last) - place(first);
  const taken = places.map((at) => Math.min(Math.max(0, at - place(first)), count));
  // The input of a year is called by the year, however it was spelled.
  const calledBy = (key: string) => [...of.name, asPrinted(key, timeline.yearStart) ?? key].join(" ");
  const value = (key: string, given: Given) =>
    line.value({ at: [...of.name, key], called: calledBy(key) }, given, of.unit, { least: 0 });
  const flag = (name: string, holds: (at: number) => boolean) => {
    const flags = places.map((at) => Number(holds(at)));
    return line.structure([...of.name, name], flags, "flag");
  };
  const from = value(first.key, first.given);
  const to = value(last.key, last.given);
  const steps = line.structure([...of.name, "steps taken"], taken, "number");
  const rising = add(from, divide(multiply(subtract(to, from), steps), number(count)));
  const started = flag("started", (at) => at >= place(first));
  const held =
    then === undefined
      ? rising
      : choose(
          flag("ended", (at) => at > place(last)),
          value("then", then),
          rising,
        );
  const yearly = choose(started, held, nil);
  return whole || of.is === "level" ? yearly : divide(yearly, number(12 / periodMonths(timeline)));
}

function number(value: number): Formula {
  return constant(decimal(value), "number");
}

function notTwo(line: LineContext, keys: readonly string[], { name, is }: StraightLineOf): void {
  line.fault(name, {
    code: "wrong-shape",
    message: `${line.label} needs two years (or two periods of the timeline) for its straight line`,
    expected: `two years with ${is === "amount" ? "an amount" : "a number"} each`,
    received: keys.length === 0 ? "none" : keys.join(", "),
    hint: `write it like ramp: { ${yearWritten(line.timeline)}: ${is === "amount" ? "100000" : "50"}, ${yearWritten(line.timeline, 2)}: ${is === "amount" ? "300000" : "120"} }`,
  });
}
