import { received } from "../../issue/received.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, isDecimal, one, sum, zero } from "../../quantity/decimal.ts";
import { type Day, parseDay } from "../../time/day.ts";
import { listAt, type OptionReader } from "./options.ts";
import type { TimedFlow } from "./roots/polynomial.ts";

/** An amount on a day. */
export interface DatedFlow {
  /** Such as `2015-04-13` or `13 April 2015`. */
  readonly date: string;
  /** Pounds; what comes in is positive and what is paid is negative, or both the other way. */
  readonly amount: Amount;
}

/** The days of a year, by which the time between dated flows is counted whatever the year. */
export const yearOfDays = 365;

/** More dated flows than this are a slip: one a day for some twenty-seven years. */
const mostDated = 10_000;

/** Reads dated flows: one for each day, in order, with the days since the earliest. */
export function readDatedFlows(options: OptionReader, key: string): TimedFlow[] {
  const hint = "write each flow like { date: “2025-04-01”, amount: -70000 }";
  const read = listAt(options, key, mostDated, hint).map((flow, place) => {
    const at = [key, String(place)];
    if (isDated(flow)) {
      return {
        day: readDay(options, flow.date, [...at, "date"]),
        amount: options.amountAt(flow.amount, [...at, "amount"]),
      };
    }
    options.refuse("wrong-shape", at, {
      says: `cannot be ${received(flow)}`,
      expected: "a flow: its date, and its amount",
      received: received(flow),
      hint,
    });
    return { day: 0, amount: zero };
  });
  return inOrder(read.map(({ day, amount }) => ({ step: day, amount: amount ?? zero })));
}

function isDated(flow: unknown): flow is DatedFlow {
  return typeof flow === "object" && flow !== null && !isDecimal(flow) && "date" in flow && "amount" in flow;
}

function readDay(options: OptionReader, given: unknown, path: readonly string[]): Day {
  const read = typeof given === "string" ? parseDay(given) : undefined;
  if (read?.ok) return read.value;
  options.refuse("malformed-period", path, {
    says: `cannot be ${received(given)}`,
    expected: read?.expected ?? "a date such as 2015-04-13 or 13 April 2015, as text",
    received: received(given),
    hint: read?.hint ?? "write the date in quotes, the year first",
  });
  return 0;
}

/** Flows by day from the earliest. What falls on one day is added, the smallest first, so that no order makes a difference. */
function inOrder(flows: readonly TimedFlow[]): TimedFlow[] {
  const sorted = [...flows].sort((a, b) => a.step - b.step || a.amount.comparedTo(b.amount));
  const byDay = new Map<number, Decimal[]>();
  for (const { step, amount } of sorted) byDay.set(step, [...(byDay.get(step) ?? []), amount]);
  const start = sorted[0]?.step ?? 0;
  return [...byDay].map(([day, amounts]) => ({ step: day - start, amount: sum(amounts) }));
}

/**
 * What flows are worth at the first, in pounds, each over the growth of the steps between. Whole years of growth are
 * multiplied; a part of a year is so many days of the growth of one, which is taken to forty digits.
 */
export function worthOf(flows: readonly TimedFlow[], growth: Decimal, stepsOfYear: number): Decimal {
  const step = stepsOfYear === 1 ? one : growth.pow(one.div(stepsOfYear));
  const factors = new Map<number, Decimal>();
  let [year, grown] = [0, one];
  return sum(
    flows.map((flow) => {
      for (; year < Math.floor(flow.step / stepsOfYear); year++) grown = grown.times(growth);
      const rest = flow.step % stepsOfYear;
      if (rest === 0) return flow.amount.div(grown);
      const within = factors.get(rest) ?? step.pow(rest);
      factors.set(rest, within);
      return flow.amount.div(grown.times(within));
    }),
  );
}
