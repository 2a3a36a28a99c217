import fc from "fast-check";
import { type Decimal, decimal, evaluate, idOf, rollUp, type Table, withValues } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { expectSame, largestIn } from "./closeness.ts";
import { built, type Does, linesOf, type Money, type Plan, type PlanLine } from "./plan.ts";
import { relabelled, reordered, withLines, withMoney } from "./plan-changes.ts";
import { labelsOf, plans, regrained, yearlyTimelines } from "./programmes.ts";

function numbers(table: Table): [string, (string | undefined)[]][] {
  return [...table.rows].map(([id, { values, total }]) => [
    id,
    [...values, total].map((value) => value?.toFixed()),
  ]);
}

/** Expects two tables to have the same rows with the same numbers, up to the rounding of quotients. */
function expectSameTable(a: Table, b: Table, ids: Iterable<string> = a.rows.keys()): void {
  const largest = largestIn(a, b);
  for (const id of ids) {
    const [left, right] = [a.rows.get(id), b.rows.get(id)];
    if (left === undefined || right === undefined) throw new Error(`${id} is missing`);
    expect(right.values.length).toBe(left.values.length);
    for (const [period, value] of left.values.entries()) expectSame(value, right.values[period], largest);
    expectSame(left.total, right.total, largest);
  }
}

describe("all money a thousand times as large", () => {
  // By years nothing is split to the penny; on finer timelines the amounts of a year are, and pennies do not scale.
  test("makes all money results a thousand times as large and changes nothing else, by years", () => {
    fc.assert(
      fc.property(plans({ timelines: yearlyTimelines }), (plan) => {
        const before = evaluate(built(plan));
        const after = evaluate(built(withMoney(plan, (pence) => pence * 1000)));
        for (const [id, { row, values, total }] of before.rows) {
          const factor = row.unit === "£" ? 1000 : 1;
          const scaled = [...values, total].map((value) => value?.times(factor).toFixed());
          const now = after.rows.get(id);
          expect([...(now?.values ?? []), now?.total].map((value) => value?.toFixed())).toEqual(scaled);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("relabelling and reordering", () => {
  test("every label changed leaves every number as it is", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const rename = (label: string) => `Renamed ${label} ✓`;
        const before = numbers(evaluate(built(plan)));
        const after = new Map(numbers(evaluate(built(relabelled(plan, rename)))));
        expect(after.size).toBe(before.length);
        const own = new Map([...labelsUsed(plan)].map((label) => [idOf(label), idOf(rename(label))]));
        for (const [id, values] of before) {
          const [head = "", ...rest] = id.split(".");
          const whole = own.get(id);
          const now = whole ?? [own.get(head) ?? head, ...rest].join(".");
          expect(after.get(now), id).toEqual(values);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("lines, groups, assumptions and conditions in another order have the same numbers", () => {
    fc.assert(
      fc.property(plans(), fc.nat({ max: 5 }), (plan, by) => {
        const before = evaluate(built(plan));
        const after = evaluate(built(reordered(plan, by)));
        expect([...after.rows.keys()].sort()).toEqual([...before.rows.keys()].sort());
        expectSameTable(before, after);
      }),
      { numRuns: 40 },
    );
  });
});

function labelsUsed(plan: Plan): Set<string> {
  const used = new Set<string>();
  relabelled(plan, (label) => {
    used.add(label);
    return label;
  });
  return used;
}

/** The rows that have a rule for several periods together; a level in force at the end of a period has none. */
function addedUp(table: Table): string[] {
  return [...table.rows].flatMap(([id, { row }]) => (row.totals === "none" ? [] : [id]));
}

/** One line as two: so many hundredths of its money in the first, the rest in the second. */
function inTwo(line: PlanLine, hundredths: number): readonly PlanLine[] {
  const part = (pence: number) => Math.floor((pence / 100) * hundredths);
  const halves = [part, (pence: number) => pence - part(pence)].map((change): Does | undefined => {
    const money = (of: Money) => ("named" in of ? undefined : { pence: change(of.pence) });
    const { does } = line;
    if (does.driver === "every year") return { ...does, pence: change(does.pence) };
    if (does.driver === "amounts") {
      const pence = Object.fromEntries(Object.entries(does.pence).map(([at, own]) => [at, change(own)]));
      return {
        ...does,
        pence,
        ...(does.afterwards === undefined ? {} : { afterwards: change(does.afterwards) }),
      };
    }
    if (does.driver === "level") {
      const amount = money(does.amount);
      return amount && { ...does, amount };
    }
    if (does.driver === "build up") {
      const level = money(does.level);
      return level && { ...does, level };
    }
    return undefined;
  });
  const [first, second] = halves;
  if (first === undefined || second === undefined) return [line];
  return [
    { ...line, label: `${line.label} one`, does: first },
    { ...line, label: `${line.label} two`, does: second },
  ];
}

describe("a line split in two", () => {
  // By years nothing is split to the penny, so that every total agrees in every period.
  test("changes no total and no balance, by years", () => {
    fc.assert(
      fc.property(plans({ timelines: yearlyTimelines }), fc.nat({ max: 100 }), (plan, hundredths) => {
        const whole = { ...plan, conditions: [] };
        const lines = new Set(linesOf(plan.parts).map(({ label }) => idOf(label)));
        const before = evaluate(built(whole));
        const after = evaluate(built(withLines(whole, (line) => inTwo(line, hundredths))));
        const others = [...before.rows.keys()].filter((id) => !lines.has(id.split(".")[0] ?? ""));
        expect(others).toContain("balance");
        expectSameTable(before, after, others);
      }),
      { numRuns: 40 },
    );
  });
});

describe("an assumption set to the value it has", () => {
  test("changes no number", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const programme = built(plan);
        const periods = labelsOf(plan.timeline);
        const same: Record<string, Decimal> = {};
        for (const { id, value, basis } of programme.assumptions.values()) {
          if (basis.kind === "structure") continue;
          if ("toFixed" in value) same[id] = value;
          else for (const [at, own] of value.entries()) same[`${id}@${periods[at]}`] = own;
        }
        const again = withValues(programme, same);
        expect(numbers(evaluate(again))).toEqual(numbers(evaluate(programme)));
        for (const id of Object.keys(same)) {
          expect(again.assumptions.get(id.split("@")[0] ?? "")?.set).toBeDefined();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("months and quarters rolled up to years", () => {
  const steady = plans({
    timelines: yearlyTimelines.map((timeline) => ({ ...timeline, count: Math.min(4, timeline.count) })),
    drivers: ["amounts", "every year", "level", "ramp", "build up"],
  });

  test.each(["month", "quarter"] as const)("by %s equal the yearly model, whatever the drivers", (grain) => {
    fc.assert(
      fc.property(steady, (plan) => {
        const yearly = evaluate(built({ ...plan, conditions: [] }));
        const fine = built({ ...plan, conditions: [], timeline: regrained(plan.timeline, grain) });
        expectSameTable(yearly, rollUp(evaluate(fine)), addedUp(yearly));
      }),
      { numRuns: 40 },
    );
  });

  test("to the last digit for amounts", () => {
    fc.assert(
      fc.property(
        plans({
          timelines: yearlyTimelines.map((timeline) => ({ ...timeline, count: Math.min(4, timeline.count) })),
          drivers: ["amounts", "every year"],
        }),
        (plan) => {
          const yearly = numbers(evaluate(built({ ...plan, conditions: [] })));
          const fine = built({ ...plan, conditions: [], timeline: regrained(plan.timeline, "month") });
          expect(numbers(rollUp(evaluate(fine)))).toEqual(yearly);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("keep a level by days: the days of the months are the days of the year", () => {
    fc.assert(
      fc.property(
        plans({
          timelines: yearlyTimelines.map((timeline) => ({ ...timeline, count: Math.min(4, timeline.count) })),
          drivers: ["level"],
        }),
        (plan) => {
          const byDays = withLines({ ...plan, conditions: [] }, (line) =>
            line.does.driver === "level" ? [{ ...line, does: { ...line.does, shares: "by days" } }] : [line],
          );
          const monthly = built({ ...byDays, timeline: regrained(plan.timeline, "month") });
          const yearly = evaluate(built(byDays));
          expectSameTable(yearly, rollUp(evaluate(monthly)), addedUp(yearly));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("leave every total as it was, on any timeline", () => {
    fc.assert(
      fc.property(plans(), (plan) => {
        const table = evaluate(built(plan));
        const years = rollUp(table);
        const largest = largestIn(table);
        for (const [id, { total, values }] of years.rows) {
          expect(total?.toFixed()).toBe(table.rows.get(id)?.total?.toFixed());
          if (total === undefined) continue;
          const sum = values.reduce<Decimal>((all, value) => all.plus(value ?? 0), decimal(0));
          expectSame(total, sum, largest);
        }
      }),
      { numRuns: 40 },
    );
  });
});
