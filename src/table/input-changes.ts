import { type Assumption, basisWords, statedIn } from "../programme/assumption.ts";
import type { Programme } from "../programme/programme.ts";
import { type Decimal, isDecimal, zero } from "../quantity/decimal.ts";
import { periodLabel, periodYear } from "../time/period.ts";
import type { Timeline } from "../time/timeline.ts";

/** An assumption that is not the same in both models; the side that has none is left out. */
export interface InputChange {
  readonly label: string;
  readonly before?: Assumption;
  readonly after?: Assumption;
  /** Whether the numbers themselves differ, and not only what is said of them. */
  readonly value: boolean;
  /** Whether what is said of them differs where both models have them: source, range, price basis. */
  readonly said: boolean;
}

/** Both sides of everything that either has, in the order of the second, then what only the first has. */
export function paired<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { id: string; either: T; old: T | undefined; now: T | undefined }[] {
  const all = new Map([...after, ...before, ...after]);
  return [...all].map(([id, either]) => ({ id, either, old: before.get(id), now: after.get(id) }));
}

/** How the stated numbers of two programmes differ, in the order of the second. */
export function inputChanges(before: Programme, after: Programme): InputChange[] {
  const stated = ({ assumptions }: Programme) => new Map(statedIn(assumptions).map((own) => [own.id, own]));
  const [old, now] = [before.timeline, after.timeline];
  const textOf = old.grain === now.grain ? valuesText : yearsText;
  const changes = paired(stated(before), stated(after)).flatMap(
    ({ either, old: was, now: is }): InputChange[] => {
      const { label } = either;
      if (was === undefined || is === undefined) {
        return [{ label, ...(was && { before: was }), ...(is && { after: is }), value: true, said: false }];
      }
      const value = textOf(was, old) !== textOf(is, now);
      const said = saidText(was) !== saidText(is);
      return value || said ? [{ label, before: was, after: is, value, said }] : [];
    },
  );
  const told = changes.map(({ before: was, after: is }) => (is ?? was)?.id ?? "");
  // The levels of an index are told one by one, where they were given so.
  return changes.filter(({ before: was, after: is }) => {
    const own = is ?? was;
    return own?.unit !== "index" || !told.some((id) => id.startsWith(`${own.id}.`));
  });
}

/** The numbers of an assumption as a text that is the same where they are, period by period. */
function valuesText({ value, unit }: Assumption, timeline: Timeline): string {
  if (isDecimal(value)) return `${unit} ${value}`;
  const known = value.flatMap((one, i) => (one.isZero() ? [] : [`${periodLabel(timeline, i)} ${one}`]));
  return `${unit} by period ${known.join()}`;
}

/** The same by financial year, where two timelines have other periods: amounts added up, and every level that a year has. */
function yearsText({ value, unit, level }: Assumption, timeline: Timeline): string {
  if (isDecimal(value)) return `${unit} ${value}`;
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
  return `${unit} by year ${[...years].map(([year, all]) => `${year} ${text(all)}`).join()}`;
}

function saidText({ basis, low, high, prices }: Assumption): string {
  return `${basisWords(basis)} ${low} ${high} ${prices}`;
}
