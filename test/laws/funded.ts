import fc from "fast-check";
import {
  cost,
  type Decimal,
  type Driver,
  decimal,
  evaluate,
  funding,
  type Grain,
  type LineAttributes,
  type Part,
  periodLabel,
  programme,
  saving,
  type Table,
  type Timeline,
  timelineOf,
} from "invest-to-save";

/** A few years, by year, quarter or month. */
const fewYears: fc.Arbitrary<Timeline> = fc
  .tuple(fc.constantFrom<Grain>("year", "year", "quarter", "month"), fc.integer({ min: 0, max: 5 }))
  .map(([grain, more]) => timelineOf(`2024/25 to ${2024 + more}/${25 + more}`, grain));

/** Whole pence up to ten million pounds, often nil or round. */
export const pence = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.constantFrom(0, 0, 1, 100, 33_33, 100_000_00),
);

/** An amount of pence as it is written in pounds. */
export function pounds(amount: number): string {
  return decimal(amount).div(100).toFixed();
}

/** Amounts by period of a timeline, in some of its periods. */
export function amountsIn(timeline: Timeline, most = 6): fc.Arbitrary<Record<string, string>> {
  const periods = fc.uniqueArray(fc.nat({ max: timeline.count - 1 }), { maxLength: most });
  return fc
    .tuple(periods, fc.array(pence, { minLength: most, maxLength: most }))
    .map(([own, amounts]) =>
      Object.fromEntries(own.map((period, i) => [periodLabel(timeline, period), pounds(amounts[i] ?? 0)])),
    );
}

/** Costs by period, one line of them eligible, and savings by period. */
export interface Need {
  readonly timeline: Timeline;
  readonly eligible: Record<string, string>;
  readonly other: Record<string, string>;
  readonly savings: Record<string, string>;
}

export const needs: fc.Arbitrary<Need> = fewYears.chain((timeline) =>
  fc.record({
    timeline: fc.constant(timeline),
    eligible: amountsIn(timeline, 12),
    other: amountsIn(timeline),
    savings: amountsIn(timeline),
  }),
);

/** The table of a need that one line of funding, called Fund, helps to meet; all its money times a scale. */
export function met(need: Need, driver: Driver, more: readonly Part[] = [], scale = 1): Table {
  const times = (amounts: Record<string, string>) => scaled(amounts, scale);
  const eligible: LineAttributes = { eligible: true };
  const parts: Part[] = [
    cost("Staff", times(need.eligible), eligible),
    cost("Rent", times(need.other)),
    saving("Beds", times(need.savings)),
    ...more,
    funding("Fund", driver),
  ];
  return evaluate(programme("Need", need.timeline, { source: "drawn at random" }, ...parts));
}

/** Amounts times a scale. */
export function scaled(amounts: Record<string, string>, scale: number): Record<string, string> {
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, times(amount, scale)]));
}

/** An amount times a scale. */
export function times(amount: string, scale: number): string {
  return decimal(amount).times(scale).toFixed();
}

/** The values of a row. */
export function valuesOf(table: Table, id: string): Decimal[] {
  const row = table.rows.get(id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row.values.map((value) => value ?? decimal(0));
}

/** The sum of some decimals. */
export function added(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), decimal(0));
}
