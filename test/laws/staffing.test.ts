import fc from "fast-check";
import {
  cost,
  type Decimal,
  decimal,
  evaluate,
  type FinancialYearText,
  months,
  type PeriodAmounts,
  programme,
  rollUp,
  type Table,
  years,
} from "invest-to-save";
import { type StaffingOptions, staffing } from "invest-to-save/drivers";
import { describe, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";

const source = { source: "drawn at random" };
const first = 2020;
const count = 6;
const year = (at: number) => `${first + at}/${String(first + at + 1).slice(2)}` as FinancialYearText;
const yearly = years(year(0), year(count - 1));
const monthly = months(year(0), year(count - 1));
const monthNames = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((n) => n / 100);
const share = hundredths(1);
const money = hundredths(60_000);

type Drawn = Omit<StaffingOptions, "posts" | "from" | "to"> & {
  readonly posts: number;
  readonly start?: { readonly at: number; readonly month: number };
  readonly length?: number;
};

const drawn: fc.Arbitrary<Drawn> = fc.record(
  {
    posts: hundredths(40),
    salary: money,
    "on-cost": share,
    "pay award": share,
    increment: fc.record({ amount: money, years: fc.integer({ min: 0, max: 4 }) }),
    "vacancy share": share,
    recruitment: money,
    start: fc.record({ at: fc.nat({ max: 3 }), month: fc.nat({ max: 8 }) }),
    length: fc.nat({ max: 2 }),
  },
  { requiredKeys: ["posts", "salary"] },
);

/** The options of what was drawn, all of it so many years later. */
function optionsOf({ start, length, ...rest }: Drawn, later = 0): StaffingOptions {
  const from = start && (`${monthNames[start.month]} ${first + start.at + later}` as "Apr 2020");
  const to = start && length !== undefined ? year(start.at + length + later) : undefined;
  const dates = { ...(from && { from }), ...(to && { to }), shares: "by months" as const };
  return {
    ...(JSON.parse(JSON.stringify(rest)) as Omit<StaffingOptions, "posts" | "from" | "to">),
    posts: rest.posts,
    ...dates,
  };
}

function table(options: StaffingOptions, timeline = yearly): Table {
  return evaluate(programme("Team", timeline, source, cost("Workers", staffing(options))));
}

const values = (of: Table): readonly (Decimal | undefined)[] => of.rows.get("workers")?.values ?? [];

function expectRows(a: Table, b: Table, times: number | Decimal = 1): void {
  const largest = largestIn(a, b);
  for (const [at, value] of values(a).entries()) expectSame(value?.times(times), values(b)[at], largest);
}

function law(words: string, holds: (of: Drawn) => void): void {
  test(words, () => fc.assert(fc.property(drawn, holds), { numRuns: 60 }));
}

describe("the cost of posts", () => {
  law("by the month adds up to its years, whenever the posts begin and end", (of) => {
    expectRows(table(optionsOf(of)), rollUp(table(optionsOf(of), monthly), "year"));
  });

  law("is the same by the month as by the year where posts change from year to year", (of) => {
    const posts = { [year(0)]: of.posts, [year(2)]: of.posts + 3, [year(4)]: 1 } as PeriodAmounts;
    const options = { ...optionsOf(of), posts };
    expectRows(table(options), rollUp(table(options, monthly), "year"));
  });

  law("doubles where the posts double", (of) => {
    expectRows(table(optionsOf(of)), table(optionsOf({ ...of, posts: of.posts * 2 })), 2);
  });

  law("doubles where all pay and recruitment doubles", (of) => {
    const { increment, recruitment } = of;
    const dearer: Drawn = {
      ...of,
      salary: (of.salary as number) * 2,
      ...(increment && { increment: { ...increment, amount: (increment.amount as number) * 2 } }),
      ...(recruitment !== undefined && { recruitment: (recruitment as number) * 2 }),
    };
    expectRows(table(optionsOf(of)), table(optionsOf(dearer)), 2);
  });

  law("moves by a year where the posts begin a year later, at flat pay", ({ "pay award": _, ...of }) => {
    fc.pre(of.start !== undefined);
    const [early, late] = [table(optionsOf(of)), table(optionsOf(of, 1))];
    const largest = largestIn(early, late);
    expectSame(values(late)[0], decimal(0), largest);
    for (let at = 1; at < count; at++) expectSame(values(late)[at], values(early)[at - 1], largest);
  });

  law("is that of its posts one by one", (of) => {
    const [one, other] = [table(optionsOf({ ...of, posts: 1.5 })), table(optionsOf({ ...of, posts: 2.25 }))];
    const both = table(optionsOf({ ...of, posts: 3.75 }));
    const largest = largestIn(one, other, both);
    for (const [at, value] of values(both).entries())
      expectSame(values(one)[at]?.plus(values(other)[at] ?? 0), value, largest);
  });

  law("is recruitment alone where every post stands empty", (of) => {
    const { recruitment = 0 } = of;
    const empty = table(optionsOf({ ...of, "vacancy share": 1 }));
    const total = values(empty).reduce<Decimal>((sum, value) => sum.plus(value ?? 0), decimal(0));
    expectSame(total, decimal(of.posts).times(recruitment as number), largestIn(empty));
  });

  law("is no less for an award, an increment or an on-cost", (of) => {
    const { "on-cost": onCost, "pay award": award, increment, ...bare } = of;
    fc.pre((onCost ?? award ?? increment) !== undefined);
    const [less, more] = [values(table(optionsOf(bare))), values(table(optionsOf(of)))];
    for (const [at, value] of less.entries())
      if (value?.minus(more[at] ?? 0).gt("1e-20")) throw new Error(`${value} is above ${more[at]}`);
  });
});
