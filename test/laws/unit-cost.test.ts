import fc from "fast-check";
import { cost, decimal, evaluate, months, programme, rollUp, type Table, years } from "invest-to-save";
import { type UnitCostOptions, unitCost } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";

const source = { source: "drawn at random" };
const yearly = years("2020/21", "2025/26");
const monthly = months("2020/21", "2025/26");
const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((n) => n / 100);
const counts = fc.record({ "2021/22": hundredths(500), "2023/24": hundredths(500), then: hundredths(500) });

const drawn: fc.Arbitrary<UnitCostOptions> = fc.oneof(
  fc.record({ cost: hundredths(60_000), per: fc.constant("conference" as const), volume: counts }),
  fc.record({ cost: hundredths(60_000), per: fc.constant("child per year" as const), number: counts }),
  fc.record({ cost: hundredths(5_000), per: fc.constant("child per month" as const), number: counts }),
  fc.record({
    cost: hundredths(5_000),
    per: fc.constant("child per week" as const),
    number: counts,
    "weeks per year": fc.constantFrom<number | string>(52, "365/7", "actual"),
  }),
);

function table(options: UnitCostOptions, timeline = yearly): Table {
  return evaluate(programme("Work", timeline, source, cost("Line", unitCost(options))));
}

function expectRows(a: Table, b: Table, times = 1): void {
  const values = b.rows.get("line")?.values ?? [];
  const largest = largestIn(a, b);
  for (const [at, value] of (a.rows.get("line")?.values ?? []).entries())
    expectSame(value?.times(times), values[at], largest);
}

function law(words: string, holds: (of: UnitCostOptions) => void): void {
  test(words, () => fc.assert(fc.property(drawn, holds), { numRuns: 80 }));
}

const doubled = (of: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, value * 2]));

describe("a unit cost", () => {
  law("by the month adds up to its years, whatever the day count", (of) => {
    expectRows(table(of), rollUp(table(of, monthly), "year"));
  });

  law("doubles where the cost of one doubles", (of) => {
    expectRows(table(of), table({ ...of, cost: (of.cost as number) * 2 }), 2);
  });

  law("doubles where there are twice as many", (of) => {
    const twice = of.volume === undefined ? { number: of.number } : { volume: of.volume };
    const [[key, value] = []] = Object.entries(twice);
    const more = { ...of, [key as string]: doubled(value as Record<string, number>) };
    expectRows(table(of), table(more), 2);
  });

  law("is nil in the years before there is any", (of) => {
    const of_ = table(of);
    expectSame(of_.rows.get("line")?.values[0], decimal(0), largestIn(of_));
  });

  test("per week of 365/7 weeks is 365/364 of one of 52 weeks", () => {
    fc.assert(
      fc.property(hundredths(5_000), hundredths(500), (price, number) => {
        const week = { cost: price, per: "child per week", number } as const;
        const [short, long] = [
          table({ ...week, "weeks per year": 52 }),
          table({ ...week, "weeks per year": "365/7" }),
        ];
        for (const [at, value] of (short.rows.get("line")?.values ?? []).entries()) {
          const other = long.rows.get("line")?.values[at];
          expectSame(value?.times(365), other?.times(364), largestIn(short, long).times(365));
        }
      }),
      { numRuns: 40 },
    );
  });
});
