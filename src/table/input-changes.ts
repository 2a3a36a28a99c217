import type { Assumption } from "../programme/assumption.ts";
import type { Bounds } from "../programme/condition.ts";
import type { InputSaid } from "../programme/stamp/inputs-said.ts";
import { type Decimal, isDecimal, zero } from "../quantity/decimal.ts";
import { periodLabel, periodYear } from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";

/**
 * All that may differ of an assumption: its value, its unit, the range that it may lie in, the prices that it is at and where
 * it comes from; of the bound of a condition also which way it bounds.
 */
export type InputDifference = "value" | "unit" | "bound" | "range" | "prices" | "source";

/** All of them, in the order in which they are told. */
export const inputDifferences: readonly InputDifference[] = [
  "value",
  "unit",
  "bound",
  "range",
  "prices",
  "source",
];

/** An assumption that is not the same in both models; the side that has none is left out. */
export interface InputChange {
  /** What it is called in the second model, or in the first where the second has none. */
  readonly label: string;
  /** As it stands in each model, its value exact and in its unit. */
  readonly before?: Assumption;
  readonly after?: Assumption;
  /** What of it differs where both models have it; empty where only one of them has it. */
  readonly differs: readonly InputDifference[];
  /** What stands in its place in the model that has no number there, as it is written: the name of a row or an assumption. */
  readonly instead?: string;
  /** For the bound of a condition: of which, and which way it bounds in each model. */
  readonly bounds?: { readonly of: string; readonly before?: keyof Bounds; readonly after?: keyof Bounds };
  /** What differs as it is written. A value that was set for a run is written nowhere. */
  readonly written: readonly SaidChange[];
}

/** Something that is said in one model alone, or otherwise in the other; the side that does not say it is left out. */
export interface SaidChange {
  readonly path: readonly string[];
  readonly before?: string;
  readonly after?: string;
}

/** Both sides of everything that either has, in the order of the second, then what only the first has. */
export function paired<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { id: string; either: T; old: T | undefined; now: T | undefined }[] {
  const all = new Map([...after, ...before, ...after]);
  return [...all].map(([id, either]) => ({ id, either, old: before.get(id), now: after.get(id) }));
}

/** An input of one or both of two models, and what of it is not written alike. */
export interface PairedInput {
  readonly old?: InputSaid;
  readonly now?: InputSaid;
  readonly differs: readonly InputDifference[];
  readonly written: readonly SaidChange[];
  readonly instead?: string;
}

/** An input that is not the same in both, as a change. */
export function inputChange({ old, now, differs, written, instead }: PairedInput): InputChange {
  const [before, after] = [old?.own, now?.own];
  const of = (now ?? old)?.of?.label ?? "";
  const bounds = {
    ...(old?.bounds === undefined ? {} : { before: old.bounds }),
    ...(now?.bounds === undefined ? {} : { after: now.bounds }),
  };
  return {
    label: (after ?? before)?.label ?? "",
    ...(before && { before }),
    ...(after && { after }),
    differs,
    ...(instead === undefined ? {} : { instead }),
    ...(Object.keys(bounds).length === 0 ? {} : { bounds: { of, ...bounds } }),
    written,
  };
}

/** Whether the numbers of two assumptions are the same, period by period, or by year where their periods are others. */
export function sameNumbers(
  [was, old]: readonly [Assumption, Timeline],
  [is, now]: readonly [Assumption, Timeline],
): boolean {
  const textOf = old.grain === now.grain ? valuesText : yearsText;
  return textOf(was, old) === textOf(is, now);
}

/** The numbers of an assumption as a text that is the same where they are, period by period. */
function valuesText({ value }: Assumption, timeline: Timeline): string {
  if (isDecimal(value)) return String(value);
  const known = value.flatMap((one, i) => (one.isZero() ? [] : [`${periodLabel(timeline, i)} ${one}`]));
  return `by period ${known.join()}`;
}

/** The same by financial year, where two timelines have other periods: amounts added up, and every level that a year has. */
function yearsText({ value, unit, level }: Assumption, timeline: Timeline): string {
  if (isDecimal(value)) return String(value);
  const years = new Map<number, Decimal[]>();
  for (const [i, one] of value.entries()) {
    const year = periodYear(timeline, i);
    years.set(year, [...(years.get(year) ?? []), one]);
  }
  const isLevel = level === true || !unit.startsWith("£") || unit.includes(" per ");
  const text = (all: readonly Decimal[]) =>
    isLevel
      ? [...new Set(all.map(String))].join("; ")
      : String(all.reduce((sum, one) => sum.plus(one), zero));
  return `by year ${[...years].map(([year, all]) => `${year} ${text(all)}`).join()}`;
}
