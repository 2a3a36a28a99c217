import * as z from "zod";
import { add, choose, constant, divide, type Formula, multiply, nil, subtract } from "../formula/formula.ts";
import type { Given } from "../programme/assumption.ts";
import type { Driver, LineContext } from "../programme/line.ts";
import { givenSchema } from "../programme/schema.ts";
import { decimal } from "../quantity/decimal.ts";
import { periodMonths, periodYear } from "../time/period.ts";
import type { PeriodRange } from "../time/period-range.ts";
import type { PeriodText } from "../time/period-text.ts";
import type { DriverKind } from "./driver-kind.ts";

/** The two ends of a straight line, by year (or by period of the timeline), and what follows it. */
export type RampOptions = { readonly [Period in PeriodText | "then"]?: Given };

interface End {
  readonly name: string;
  readonly range: PeriodRange;
  readonly given: Given;
}

/**
 * A straight line in equal steps from the amount of one year to that of a later one, in pounds. It is nil before its
 * first year and stays at its last amount afterwards, unless `then` gives another. On a monthly or quarterly timeline
 * the amount of each year is spread evenly over the year.
 *
 * Issue codes: `wrong-shape` unless exactly two periods are given, `end-before-start`, and those of reading an amount
 * or a period.
 *
 * @example
 * ```ts
 * import { evaluate, programme, ramp, saving, years } from "invest-to-save";
 * const line = saving("Placements", ramp({ "2025/26": 100, "2027/28": 300 }));
 * const p = programme("Care", years("2024/25", "2028/29"), { source: "estimate" }, line);
 * evaluate(p).rows.get("placements")?.values.join(" "); // => "0 100 200 300 300"
 * ```
 */
export function ramp(options: RampOptions): Driver {
  return {
    name: "ramp",
    options,
    build: (line) => buildRamp(line, options as Readonly<Record<string, Given>>),
  };
}

function buildRamp(line: LineContext, options: Readonly<Record<string, Given>>): Formula {
  const keys = Object.keys(options).filter((key) => key !== "then" && options[key] !== undefined);
  const ends = keys.flatMap((name): End[] => {
    const range = line.periods(name, name);
    return range === undefined ? [] : [{ name, range, given: options[name] as Given }];
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
    notTwo(line, keys);
    return nil;
  }
  return straightLine(line, first, last, options["then"]);
}

function straightLine(line: LineContext, first: End, last: End, then: Given | undefined): Formula {
  const { timeline } = line;
  const whole = first.range.grain === timeline.grain;
  if (!whole && first.range.grain !== "year") {
    notTwo(line, [first.name, last.name]);
    return nil;
  }
  const places = Array.from({ length: timeline.count }, (_, i) => (whole ? i : periodYear(timeline, i)));
  const place = (end: End) => places[end.range.first] ?? 0;
  const count = place(last) - place(first);
  const taken = places.map((at) => Math.min(Math.max(0, at - place(first)), count));
  const from = line.value(first.name, first.given, "£", { least: 0 });
  const to = line.value(last.name, last.given, "£", { least: 0 });
  const steps = line.structure("steps taken", taken, "number");
  const started = line.structure(
    "started",
    places.map((at) => Number(at >= place(first))),
    "flag",
  );
  const ended = places.map((at) => Number(at > place(last)));
  const rising = add(from, divide(multiply(subtract(to, from), steps), number(count)));
  const held =
    then === undefined
      ? rising
      : choose(line.structure("ended", ended, "flag"), line.value("then", then, "£", { least: 0 }), rising);
  const yearly = choose(started, held, nil);
  return whole ? yearly : divide(yearly, number(12 / periodMonths(timeline)));
}

function number(value: number): Formula {
  return constant(decimal(value), "number");
}

function notTwo(line: LineContext, keys: readonly string[]): void {
  line.fault("", {
    code: "wrong-shape",
    message: `${line.label} needs two years (or two periods of the timeline) for its straight line`,
    expected: "two years with an amount each",
    received: keys.length === 0 ? "none" : keys.join(", "),
    hint: "write it like ramp: { 2016/17: 100000, 2018/19: 300000 }",
  });
}

export const rampKind: DriverKind<RampOptions> = {
  name: "ramp",
  schema: () => z.record(z.string(), givenSchema()),
  from: ramp,
};
