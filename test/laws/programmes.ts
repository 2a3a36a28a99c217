import fc from "fast-check";
import {
  formatDay,
  formatFinancialYear,
  formatMonth,
  formatTimeline,
  type Grain,
  type Kind,
  monthOf,
  monthOfDay,
  periodFirstDay,
  periodLabel,
  periodLastDay,
  type Shares,
  type Timeline,
  timelineOf,
  yearLabels,
  yearOfMonth,
} from "invest-to-save";
import {
  type Count,
  type Does,
  linesOf,
  type Money,
  type Plan,
  type PlanAssumption,
  type PlanCondition,
  type PlanPart,
} from "./plan.ts";

/** Which programmes to draw; everything is drawn unless told. */
export interface Family {
  readonly timelines?: fc.Arbitrary<Timeline>;
  readonly drivers?: readonly Does["driver"][];
}

const SIZE: Record<Grain, number> = { year: 12, quarter: 3, month: 1 };
const MOST: Record<Grain, number> = { year: 8, quarter: 14, month: 30 };

/** Any timeline: years, quarters or months, starting in any of them, with financial years from several months. */
export const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    grain: fc.constantFrom<Grain>("year", "year", "quarter", "month"),
    yearStart: fc.constantFrom(4, 4, 4, 1, 7, 10),
    year: fc.integer({ min: 1995, max: 2060 }),
    skip: fc.nat({ max: 11 }),
    count: fc.nat({ max: 29 }),
  })
  .map(({ grain, yearStart, year, skip, count }) => {
    const size = SIZE[grain];
    const first = monthOf(year, yearStart) + (skip - (skip % size));
    const plain = { grain, yearStart, first, count: 1 + (count % MOST[grain]) };
    return timelineOf(formatTimeline(plain), grain, yearStart);
  });

export const yearlyTimelines = timelines.filter(({ grain }) => grain === "year");

/** A timeline of the same whole years, by another grain. */
export function regrained(timeline: Timeline, grain: Grain): Timeline {
  return timelineOf(formatTimeline(timeline), grain, timeline.yearStart);
}

/** From nil to a penny short of a milliard pounds, so that no whole pounds lie just on the edge of what counts as near. */
const pence = fc.oneof(
  fc.integer({ min: 0, max: 100_000_00 }),
  fc.integer({ min: 0, max: 999_999_999_99 }),
  fc.constantFrom(0, 1, 100, 33_33, 999_999_999_99),
);

const words = fc.oneof(
  fc.constantFrom(
    "Set up costs",
    "Löhne & Gehälter",
    "児童の支援",
    "Équipe Ω",
    "عمل",
    "Ко́ммуна",
    "Ｆull width",
  ),
  fc
    .string({ unit: "grapheme", maxLength: 8 })
    .map((text) => `Care ${text.normalize("NFKD").replaceAll(/[\s@.]/gu, "")}`),
);

type Names = Record<PlanAssumption["unit"], readonly string[]>;

function money(names: readonly string[]): fc.Arbitrary<Money> {
  const plain = pence.map((amount): Money => ({ pence: amount }));
  if (names.length === 0) return plain;
  return fc.oneof(
    { weight: 2, arbitrary: plain },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((named): Money => ({ named })) },
  );
}

function counts(names: readonly string[]): fc.Arbitrary<Count> {
  const plain = fc.integer({ min: 1, max: 30 }).map((months): Count => ({ months }));
  if (names.length === 0) return plain;
  return fc.oneof(
    plain,
    fc.constantFrom(...names).map((named): Count => ({ named })),
  );
}

/** A day in or near the timeline, written as a day, a month or a financial year. */
function days({ yearStart, ...rest }: Timeline): fc.Arbitrary<{ day: number; text: string }> {
  const timeline = { yearStart, ...rest };
  const first = periodFirstDay(timeline, 0);
  const last = periodLastDay(timeline, timeline.count - 1);
  return fc
    .tuple(fc.integer({ min: first - 400, max: last + 400 }), fc.constantFrom("day", "month", "year"))
    .map(([day, as]) => {
      const month = monthOfDay(day);
      const year = formatFinancialYear(yearOfMonth(month, yearStart), yearStart);
      return { day, text: as === "day" ? formatDay(day) : as === "month" ? formatMonth(month) : year };
    });
}

export function labelsOf(timeline: Timeline): string[] {
  return Array.from({ length: timeline.count }, (_, i) => periodLabel(timeline, i));
}

/** Amounts by period: of some financial years, or of some single periods. */
function amountsOf(timeline: Timeline): fc.Arbitrary<Does> {
  const years = yearLabels(timeline);
  const keys = fc.boolean().chain((whole) => {
    const all = whole ? years : labelsOf(timeline);
    return fc.uniqueArray(fc.constantFrom(...all), { maxLength: Math.min(6, all.length) });
  });
  return fc
    .tuple(keys, fc.array(pence, { minLength: 6, maxLength: 6 }), fc.option(pence, { nil: undefined }))
    .map(([periods, values, afterwards]) => ({
      driver: "amounts" as const,
      pence: Object.fromEntries(periods.map((period, i) => [period, values[i] ?? 0])),
      ...(afterwards === undefined ? {} : { afterwards }),
    }));
}

function levelsOf(timeline: Timeline, names: Names): fc.Arbitrary<Does> {
  const record = fc.record({
    amount: money(names["£ per year"]),
    ends: fc.tuple(days(timeline), days(timeline)),
    given: fc.constantFrom("both", "from", "to", "neither"),
    shares: fc.constantFrom<Shares | undefined>("by days", "by months", undefined),
  });
  return record.map(({ amount, ends, given, shares }) => {
    const [from, to] = [...ends].sort((a, b) => a.day - b.day);
    return {
      driver: "level" as const,
      amount,
      ...(from && (given === "both" || given === "from") ? { from: from.text } : {}),
      ...(to && (given === "both" || given === "to") ? { to: to.text } : {}),
      ...(shares === undefined ? {} : { shares }),
    };
  });
}

function rampsOf(timeline: Timeline, names: Names): fc.Arbitrary<Does> {
  const whole = labelsOf(timeline);
  const years = yearLabels(timeline);
  const scales = [whole, years].filter((labels) => labels.length > 1);
  if (scales.length === 0) return amountsOf(timeline);
  return fc.constantFrom(...scales).chain((labels) =>
    fc
      .record({
        ends: fc.uniqueArray(fc.constantFrom(...labels), { minLength: 2, maxLength: 2 }),
        values: fc.tuple(money(names["£"]), money(names["£"])),
        afterwards: fc.option(money(names["£"]), { nil: undefined }),
      })
      .map(({ ends, values, afterwards }) => ({
        driver: "ramp" as const,
        ends: { [String(ends[0])]: values[0], [String(ends[1])]: values[1] },
        ...(afterwards === undefined ? {} : { afterwards }),
      })),
  );
}

function buildUpsOf(timeline: Timeline, names: Names): fc.Arbitrary<Does> {
  return fc.record({
    driver: fc.constant("build up" as const),
    level: money(names["£ per year"]),
    from: days(timeline).map(({ text }) => text),
    months: counts(names.months),
  });
}

function doings(timeline: Timeline, names: Names, family: Family): fc.Arbitrary<Does> {
  const all: Record<Exclude<Does["driver"], "balances">, fc.Arbitrary<Does>> = {
    amounts: amountsOf(timeline),
    "every year": pence.map((amount) => ({ driver: "every year" as const, pence: amount })),
    level: levelsOf(timeline, names),
    ramp: rampsOf(timeline, names),
    "build up": buildUpsOf(timeline, names),
  };
  const wanted = Object.entries(all).filter(
    ([name]) => family.drivers?.includes(name as Does["driver"]) ?? true,
  );
  return fc.oneof(...wanted.map(([, arbitrary]) => arbitrary));
}

/** Lines and groups of one kind, nested at most twice. */
function partsOf(kind: Kind, does: fc.Arbitrary<Does>, depth: number): fc.Arbitrary<PlanPart> {
  const line = fc.record({ is: fc.constant("line" as const), kind: fc.constant(kind), label: words, does });
  if (depth === 0) return line;
  const inner = fc
    .record({
      is: fc.constant("group" as const),
      label: words,
      subtotal: fc.option(words, { nil: undefined }),
      parts: fc.array(partsOf(kind, does, depth - 1), { minLength: 1, maxLength: 3 }),
    })
    .map(({ subtotal, ...rest }): PlanPart => (subtotal === undefined ? rest : { ...rest, subtotal }));
  return fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: inner });
}

/** None, one or two lines of funding that balance, never two in one period. */
function balancingOf(timeline: Timeline): fc.Arbitrary<PlanPart[]> {
  const owners = fc.array(fc.constantFrom(0, 1, 2), { minLength: timeline.count, maxLength: timeline.count });
  return fc.tuple(words, fc.constantFrom("none", "all", "some"), owners).map(([label, how, owner]) => {
    const line = (periods: readonly string[]): PlanPart => {
      return { is: "line", kind: "funding", label, does: { driver: "balances", periods } };
    };
    if (how === "none") return [];
    if (how === "all") return [line(["all"])];
    const own = (who: number) => labelsOf(timeline).filter((_, i) => owner[i] === who);
    return [own(1), own(2)].filter((periods) => periods.length > 0).map(line);
  });
}

function assumptionsOf(): fc.Arbitrary<PlanAssumption[]> {
  const unit = fc.constantFrom<PlanAssumption["unit"]>("£", "£ per year", "months");
  const one = fc.tuple(words, unit, pence, fc.integer({ min: 1, max: 30 }));
  return fc.array(one, { maxLength: 4 }).map((list) =>
    list.map(([word, of, money, months], i) => ({
      label: `${word} given ${i}`,
      unit: of,
      amount: of === "months" ? months : money,
    })),
  );
}

const kinds = fc.constantFrom<Kind>("cost", "cost", "saving", "funding", "repayment");
const totals = ["total-cost", "total-saving", "total-funding", "balance"];

function conditionsOf(timeline: Timeline, lines: readonly string[]): fc.Arbitrary<PlanCondition[]> {
  const one = fc
    .record({
      label: words,
      of: fc.constantFrom<PlanCondition["of"]>("row", "total of"),
      row: fc.constantFrom(...totals, ...lines),
      is: fc.constantFrom<PlanCondition["is"]>("at most", "below", "at least", "above", "equal to"),
      bound: pence.map((amount) => ({ pence: amount })),
      from: fc.option(fc.constantFrom(...labelsOf(timeline)), { nil: undefined }),
    })
    .map(({ from, ...rest }) => (from === undefined || rest.of === "total of" ? rest : { ...rest, from }));
  return fc
    .array(one, { maxLength: 3 })
    .map((list) => list.map((each, i) => ({ ...each, label: `${each.label} must hold ${i}` })));
}

/** Gives every line, group and subtotal a label of its own. */
function numbered(parts: readonly PlanPart[]): PlanPart[] {
  let number = 0;
  const next = (label: string) => `${label} ${++number}`;
  const walk = (part: PlanPart): PlanPart => {
    if (part.is === "line") return { ...part, label: next(part.label) };
    const subtotal = part.subtotal === undefined ? {} : { subtotal: next(part.subtotal) };
    return { ...part, ...subtotal, label: next(part.label), parts: part.parts.map(walk) };
  };
  return parts.map(walk);
}

/** Random programmes of a family, as plain data. */
export function plans(family: Family = {}): fc.Arbitrary<Plan> {
  const start = fc.tuple(family.timelines ?? timelines, assumptionsOf());
  return start.chain(([timeline, assumptions]) => {
    const named = (unit: PlanAssumption["unit"]) =>
      assumptions.filter((one) => one.unit === unit).map((one) => one.label);
    const names: Names = { "£": named("£"), "£ per year": named("£ per year"), months: named("months") };
    const does = doings(timeline, names, family);
    const parts = fc.array(
      kinds.chain((kind) => partsOf(kind, does, 2)),
      { minLength: 1, maxLength: 5 },
    );
    const canBalance = family.drivers?.includes("balances") ?? true;
    const balancing = canBalance ? balancingOf(timeline) : fc.constant<PlanPart[]>([]);
    return fc.tuple(parts, balancing).chain(([own, more]) => {
      const all = numbered([...own, ...more]);
      const lines = linesOf(all).map(({ label }) => label);
      return conditionsOf(timeline, lines).map((conditions) => ({
        timeline,
        assumptions,
        parts: all,
        conditions,
      }));
    });
  });
}
