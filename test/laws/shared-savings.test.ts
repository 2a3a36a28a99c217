import fc from "fast-check";
import {
  check,
  cost,
  type Decimal,
  decimal,
  evaluate,
  funding,
  group,
  periodLabel,
  programme,
  saving,
  type Table,
  type Timeline,
  timelineOf,
} from "invest-to-save";
import { type AdvanceOptions, advance } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { added, amountsIn, valuesOf } from "./funded.ts";

/** The name that stands for none: what an advance is judged against then is what the body itself saves. */
const unnamed = "no saving named";

/** What an advance may name, and the lines of saving in it. */
const within = {
  [unnamed]: ["beds", "homes"],
  Beds: ["beds"],
  Homes: ["homes"],
  "Care savings": ["beds", "homes"],
  Power: ["power"],
  "total saving": ["beds", "homes", "power"],
} as const;
type Name = keyof typeof within;
const names = Object.keys(within) as Name[];
const labels = ["One", "Two", "Three"] as const;

const timelines = fc.constantFrom<Timeline>(
  timelineOf("2024/25 to 2027/28", "year"),
  timelineOf("2024/25 to 2025/26", "quarter"),
);

type Amounts = fc.Arbitrary<Record<string, string>>;

/** A hundred or a few in every period: advances that are each covered alone, and not together, come up often. */
const hundreds = (timeline: Timeline): Amounts =>
  fc
    .array(fc.constantFrom("100", "200", "300"), { minLength: timeline.count, maxLength: timeline.count })
    .map((all) => Object.fromEntries(all.map((amount, at) => [periodLabel(timeline, at), amount])));

const firstOnly = (timeline: Timeline): Amounts =>
  fc.constantFrom("100", "200", "800").map((amount) => ({ [periodLabel(timeline, 0)]: amount }));

/** Up to three advances, in the order of the model, each repaid from savings that others may name too. */
const drawnOf = (savings: (timeline: Timeline) => Amounts, draws: (timeline: Timeline) => Amounts) =>
  timelines.chain((timeline) =>
    fc.record({
      timeline: fc.constant(timeline),
      savings: fc.tuple(savings(timeline), savings(timeline), savings(timeline)),
      advances: fc.array(
        fc.record({
          of: fc.constantFrom(...names),
          percent: fc.constantFrom<number>(100, 100, 60, 33),
          draws: draws(timeline),
          over: fc.constantFrom(1, 2),
          judged: fc.constantFrom("each period" as const, "each year" as const),
        }),
        { minLength: 2, maxLength: 3 },
      ),
    }),
  );
const drawn = drawnOf(amountsIn, (timeline) => amountsIn(timeline, 2));
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function worked(
  { timeline, savings: [beds, homes, power], advances }: Drawn,
  repay: AdvanceOptions["repay"],
): Table {
  const lines = advances.map(({ of, percent, draws, over, judged }, at) => {
    const savings = { ...(of === unnamed ? {} : { of }), share: `${percent}%`, judged };
    const term = repay === "share of savings" ? {} : { over };
    return funding(
      labels[at] as string,
      advance({ draws: draws as AdvanceOptions["draws"], repay, savings, ...term }),
    );
  });
  const saved = group("Care", { subtotal: "Care savings" }, saving("Beds", beds), saving("Homes", homes));
  const parts = [cost("Staff", 1), saved, saving("Power", power, { agency: "Health" }), ...lines];
  return evaluate(programme("Shared", timeline, { source: "drawn", body: "Council" }, ...parts));
}

const repayment = (table: Table, at: number) =>
  valuesOf(table, `repayment-of-${(labels[at] as string).toLowerCase()}`);

/** For each name, what is in it in each period, and what the advances take that name it or something within it. */
function taken(table: Table, { advances }: Drawn): { has: Decimal[]; takes: Decimal[] }[] {
  const sums = (rows: readonly Decimal[][]) =>
    Array.from({ length: table.timeline.count }, (_, i) =>
      added(rows.map((values) => values[i] ?? decimal(0))),
    );
  return names.map((name) => {
    const lines: readonly string[] = within[name];
    const theirs = advances.flatMap(({ of }, at) =>
      within[of].every((line) => lines.includes(line)) ? [repayment(table, at)] : [],
    );
    return { has: sums(lines.map((line) => valuesOf(table, line))), takes: sums(theirs) };
  });
}

const fails = (table: Table, at: number) =>
  check(table).findings.some(
    ({ label, holds }) => label === `${labels[at]}: the savings cover its repayment` && !holds,
  );

describe("advances that are repaid from the same savings", () => {
  test("never take the same pound twice, of a saving or of a total with it in", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const table = worked(of, "share of savings");
        for (const { has, takes } of taken(table, of))
          for (const [period, all] of takes.entries()) expect(all.lte(has[period] ?? 0)).toBe(true);
        for (const at of of.advances.keys()) expect(fails(table, at)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("take in the order of the model: the first as if it were alone", () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const alone = worked({ ...of, advances: of.advances.slice(0, 1) }, "share of savings");
        expect(repayment(worked(of, "share of savings"), 0).map(String)).toEqual(
          repayment(alone, 0).map(String),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("in instalments fail a condition where together they take more than there is, and else none", () => {
    fc.assert(
      fc.property(drawnOf(hundreds, firstOnly), fc.boolean(), (of, yearly) => {
        const judged = yearly ? ("each year" as const) : ("each period" as const);
        const whole = { ...of, advances: of.advances.map((one) => ({ ...one, percent: 100, judged })) };
        const table = worked(whole, "equal");
        const byYear = (values: readonly Decimal[]) =>
          yearly && of.timeline.grain === "quarter"
            ? [added(values.slice(0, 4)), added(values.slice(4))]
            : values;
        const rest = taken(table, whole).flatMap(({ has, takes }) => {
          const years = byYear(has);
          return byYear(takes).map((all, i) => (years[i] ?? decimal(0)).minus(all));
        });
        const fail = whole.advances.some((_, at) => fails(table, at));
        const short = rest.some((left) => left.lte("-0.1"));
        const covered = rest.every((left) => left.gte(0));
        if (short) expect(fail).toBe(true);
        if (covered) expect(fail).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("are judged alike whether the savings of the body are named or not", () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom("equal" as const, "share of savings" as const), (of, repay) => {
        const as = (name: Name) => {
          const advances = of.advances.map((one) => ({
            ...one,
            of: one.of === "Care savings" ? name : one.of,
          }));
          const table = worked({ ...of, advances }, repay);
          return advances.map((_, at) => [fails(table, at), ...repayment(table, at).map(String)]);
        };
        expect(as(unnamed)).toEqual(as("Care savings"));
      }),
      { numRuns: 40 },
    );
  });

  test("a line is limited by what another line of the same total takes, where the total is taken from too", () => {
    const savings = { "2024/25": "100", "2025/26": "100", "2026/27": "100", "2027/28": "100" };
    const of = (name: Name, drawn: string) =>
      ({ of: name, percent: 100, draws: { "2024/25": drawn }, over: 1, judged: "each period" }) as const;
    const advances = [of("total saving", "200"), of("Power", "100"), of("Beds", "100")];
    const timeline = timelineOf("2024/25 to 2027/28", "year");
    const table = worked({ timeline, savings: [savings, savings, savings], advances }, "equal");
    expect([fails(table, 0), fails(table, 1), fails(table, 2)]).toEqual([false, false, true]);
  });
});
