import { nearness } from "../../formula/exact.ts";
import { received } from "../../issue/received.ts";
import type { Amount } from "../../quantity/amount.ts";
import { type Decimal, decimal, greatest, least, one, zero } from "../../quantity/decimal.ts";
import { readTiming, type Timing } from "./discount-factors.ts";
import { readDiscountedFlows } from "./npv.ts";
import { type OptionReader, readOptions } from "./options.ts";
import { type DiscountBy, discountKeys, readYearlyRates } from "./yearly-rates.ts";

/** Net flows by year, and what to call the years. */
export interface PaybackOptions extends DiscountBy {
  /** Pounds in years 0, 1, 2 and so on; what comes in is positive and what is paid is negative. */
  readonly flows: readonly Amount[];
  /** When in its year each flow falls; at the start unless told, so that the first outlay is made at time nil. */
  readonly timing?: Timing;
  /** A label for each year, such as `2025/26`. */
  readonly labels?: readonly string[];
}

/** A year in which everything paid so far has come back. */
export interface PaidBack {
  /** The place of the year in the list, 0 for the first. */
  readonly at: number;
  readonly label?: string;
  /** Years from the start of year 0, with the part of the last year that was needed: as if its flow came evenly. */
  readonly years: Decimal;
  /** Years from the start of year 0 to the end of the year that pays back, all of its flow needed. */
  readonly wholeYears: number;
}

/** Whether and when flows pay back. Years are as of {@link PaidBack}; `short` is what has not come back at the end, in pounds. */
export type Payback =
  | ({ readonly answer: "pays back" } & PaidBack)
  | { readonly answer: "never within the horizon"; readonly short: Decimal }
  | {
      readonly answer: "pays back, then un-pays";
      readonly first: PaidBack;
      /** The first year in which more has again been paid than came back. */
      readonly unpays: { readonly at: number; readonly label?: string };
      /** The last time that it pays back, where it then stays so. */
      readonly again?: PaidBack;
      readonly short?: Decimal;
    }
  | { readonly answer: "nothing to pay back" };

/**
 * When what was paid has come back: at the last crossing of the running total of the flows from below nil, in years with a part
 * of the last and in whole years. A running total that falls below nil again is an answer of its own, as is one that stays
 * there. Years count from the start of year 0: with flows at the start of their years an outlay in year 0 and half of it back in
 * years 1 and 2 is two years; with flows at the end, or over the year, it is three, which is how an appraisal counts them. With a rate or schedule the flows are
 * discounted first. A total within 1e-9 of the largest flow is taken as nil.
 *
 * Issue codes (thrown): as of {@link npv}; `wrong-shape` for labels of another number than the flows.
 *
 * @example
 * ```ts
 * import { payback } from "invest-to-save/appraisal";
 * const flows = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
 * const simple = payback({ flows });
 * simple.answer === "pays back" && simple.years.toFixed(2); // => "4.15"
 * payback({ flows: flows.slice(0, 4) }); // => { answer: "never within the horizon", short: 25000 }
 * payback({ flows: [-100, 120, -50, 10] }).answer; // => "pays back, then un-pays"
 * ```
 */
export function payback(options: PaybackOptions): Payback {
  const keys = ["flows", ...discountKeys, "timing", "labels"];
  const { flows, timing, labels } = readOptions("payback", options, keys, (reader) => {
    const flows = readFlows(reader);
    return { flows, timing: readTiming(reader), labels: readLabels(reader, flows.length) };
  });
  return paybackOf(flows, timing, labels);
}

function readFlows(reader: OptionReader): Decimal[] {
  if (!discountKeys.some(reader.has)) return reader.amounts("flows");
  const { flows, factors } = readDiscountedFlows(reader, "flows", readYearlyRates(reader));
  return flows.map((flow, year) => flow.times(factors[year] ?? one));
}

function readLabels(reader: OptionReader, count: number): readonly string[] | undefined {
  if (!reader.has("labels")) return undefined;
  const labels = reader.given("labels");
  const fits =
    Array.isArray(labels) && labels.length === count && labels.every((each) => typeof each === "string");
  if (fits || count === 0) return labels as readonly string[];
  reader.refuse("wrong-shape", ["labels"], {
    says: `cannot be ${received(labels)}`,
    expected: `a list of ${count} texts, one for each flow`,
    received: received(labels),
    hint: "give each flow its label, such as 2025/26, or leave the labels out",
  });
  return undefined;
}

/** A change of the running total: back to nil or more, or below nil. */
type Turn = PaidBack | { readonly at: number; readonly label?: string };

/** When flows pay back; all of {@link payback} but the reading of its options. */
export function paybackOf(
  flows: readonly Decimal[],
  timing: Timing,
  labels: readonly string[] = [],
): Payback {
  const { turns, total } = turnsOf(flows, timing, labels);
  const crossings = turns.filter((turn): turn is PaidBack => "years" in turn);
  const [, first, unpays] = turns as [Turn?, PaidBack?, Turn?];
  const last = crossings.at(-1);
  if (turns.length === 0) return Object.freeze({ answer: "nothing to pay back" });
  if (first === undefined || last === undefined)
    return Object.freeze({ answer: "never within the horizon", short: total.negated() });
  if (unpays === undefined) return Object.freeze({ answer: "pays back", ...last });
  const stays = turns.at(-1) === last;
  return Object.freeze({
    answer: "pays back, then un-pays",
    first,
    unpays,
    ...(stays ? { again: last } : { short: total.negated() }),
  });
}

/** Every change of the running total, the first of them to below nil, and the running total at the end. */
function turnsOf(
  flows: readonly Decimal[],
  timing: Timing,
  labels: readonly string[],
): { turns: Turn[]; total: Decimal } {
  const turns: Turn[] = [];
  let [total, largest, isShort] = [zero, zero, false];
  for (const [at, flow] of flows.entries()) {
    const before = total;
    total = total.plus(flow);
    largest = greatest([largest, flow.abs()]);
    const isNowShort = total.lt(largest.times(nearness).negated());
    if (isNowShort === isShort) continue;
    isShort = isNowShort;
    const label = labels[at];
    const place = { at, ...(label === undefined ? {} : { label }) };
    turns.push(
      Object.freeze(
        isShort ? place : { ...place, ...timeOf(at, least([one, before.div(flow).abs()]), timing) },
      ),
    );
  }
  return { turns, total };
}

/** How long after the start of year 0 a share of a year's flow has come, where flows come evenly from one to the next. */
function timeOf(at: number, share: Decimal, timing: Timing): { years: Decimal; wholeYears: number } {
  const within = decimal({ start: "0", middle: "0.5", end: "1" }[timing]);
  return {
    years: share.plus(at - 1).plus(within),
    wholeYears: at + (timing === "start" ? 0 : 1),
  };
}
