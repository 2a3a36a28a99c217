import {
  check,
  condition,
  cost,
  decimal,
  evaluate,
  funding,
  group,
  memorandum,
  months,
  programme,
  rollUp,
  saving,
  table as tableOf,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { judgeSum } from "../../src/check/printed.ts";
import { printedInterval } from "../../src/quantity/interval.ts";
import type { Table } from "../../src/table/table.ts";

const source = { source: "worked by hand" };
const homes = programme(
  "Homes",
  years("2024/25", "2025/26"),
  source,
  group("Team", { subtotal: "All of the team" }, cost("Staff", 100), cost("Rent", 20)),
  saving("Fewer beds", 70),
  funding("Grant", 50),
);
const table = evaluate(homes);

/** The table with other values in one row: those of its periods, and its total. */
function doctored(id: string, values: readonly (number | string)[], total: number | string): Table {
  const { row } = table.rows.get(id) ?? expect.fail(id);
  const cells = { row, values: values.map((value) => decimal(value)), total: decimal(total) };
  return { ...table, rows: new Map([...table.rows, [id, cells]]) };
}

const failing = (of: Table) =>
  Object.fromEntries(
    check(of)
      .findings.filter(({ holds }) => !holds)
      .map(({ label, failures }) => [label, failures]),
  );

const identity = "costs + repayments − funding − savings = balance, in every period and in total";
const down = "every subtotal and total is the sum of its lines";
const across = "totals across equal totals down";

describe("a table that adds up", () => {
  test("holds in every finding, each of them an error if it did not", () => {
    const { holds, draft, findings } = check(table);
    expect([holds, draft]).toEqual([true, false]);
    expect(findings.map(({ label, kind, severity }) => [label, kind, severity])).toEqual([
      [identity, "integrity", "error"],
      [down, "integrity", "error"],
      [across, "integrity", "error"],
      ["every reference resolves and nothing depends on itself", "integrity", "error"],
    ]);
  });

  test("holds by year as it does by month, also where a total is of what does not add up over the periods", () => {
    const posts = programme(
      "Posts",
      months("2024/25", "2025/26"),
      source,
      cost("Staff", 120),
      tableOf(
        "Workforce",
        { total: "All posts" },
        memorandum("Workers", 3, { unit: "FTE", totals: "none" }),
        memorandum("Managers", 1, { unit: "FTE", totals: "none" }),
      ),
    );
    const monthly = evaluate(posts);
    expect(rollUp(monthly).rows.get("workers")).toMatchObject({
      values: [undefined, undefined],
      total: undefined,
    });
    for (const made of [monthly, rollUp(monthly)]) expect(failing(made)).toEqual({});
    expect(check(rollUp(monthly)).holds).toBe(true);
  });

  test("is a draft where a number only holds the place of the real one", () => {
    const rent = cost("Rent", 20, { placeholder: "until the lease is signed" });
    expect(check(evaluate(programme("Homes", years("2024/25", "2024/25"), source, rent))).draft).toBe(true);
  });
});

describe("a figure that was changed is found, with the period and by how much it is out", () => {
  test("in a line: the subtotal over it is no longer its sum", () => {
    expect(failing(doctored("rent", [25, 20], 45))).toEqual({
      [down]: [
        "All of the team, 2024/25: the parts make 125, the total is 120, difference -5",
        "All of the team, total: the parts make 245, the total is 240, difference -5",
      ],
    });
  });

  test("in the balance of one period", () => {
    expect(failing(doctored("balance", [0, 1], 1))).toMatchObject({
      [identity]: [
        "Balance of Funding Required / (Savings), 2025/26: the parts make 0, the total is 1, difference 1",
        "Balance of Funding Required / (Savings), total: the parts make 0, the total is 1, difference 1",
      ],
    });
  });

  test("in a total across", () => {
    const found = failing(doctored("staff", [100, 100], 210));
    expect(found[across]).toEqual(["Staff: the parts make 200, the total is 210, difference 10"]);
    expect(found[down]).toEqual([
      "All of the team, total: the parts make 250, the total is 240, difference -10",
    ]);
  });

  test("but not in a row whose total is no sum, such as a level at the end of the year", () => {
    const { row } = table.rows.get("staff") ?? expect.fail("staff");
    const level = {
      row: { ...row, id: "level", totals: "closing" as const },
      values: [decimal(3), decimal(4)],
    };
    const rows = new Map([...table.rows, ["level", { ...level, total: decimal(4) }]]);
    expect(failing({ ...table, rows })).toEqual({});
  });

  test("and so is a row that depends on itself, were there one", () => {
    const order = { ...homes.order, cycles: [["rent", "staff", "rent"]] };
    expect(failing({ ...table, programme: { ...homes, order } })).toEqual({
      "every reference resolves and nothing depends on itself": ["rent → staff → rent"],
    });
  });

  test("and the report does not hold", () => {
    expect(check(doctored("staff", [100, 100], 210)).holds).toBe(false);
  });
});

describe("sums of exact figures", () => {
  test("may differ in the last of forty digits, as quotients do, and no more", () => {
    expect(failing(doctored("staff", ["100.0000000000000000000000000001", 100], 200))).toEqual({});
    expect(Object.keys(failing(doctored("staff", ["100.000000000000000000000000001", 100], 200)))).toEqual([
      down,
      across,
    ]);
  });

  test("a large figure may differ by as many of its digits as a small one", () => {
    const large = evaluate(programme("Large", years("2024/25", "2024/25"), source, cost("Road", "1e12")));
    const { row } = large.rows.get("road") ?? expect.fail("road");
    const out = (by: string) => {
      const cells = { row, values: [decimal("1e12").plus(by)], total: decimal("1e12") };
      return failing({ ...large, rows: new Map([...large.rows, ["road", cells]]) });
    };
    expect(out("1e-19")).toEqual({});
    expect(Object.keys(out("1e-16"))).toContain(across);
  });
});

test("what a condition says to the reader is in its finding, and nothing where it says nothing", () => {
  const limit = { row: "balance", "at most": 0 };
  const { findings } = check(
    evaluate(
      programme(
        "Rent",
        years("2024/25", "2024/25"),
        source,
        cost("Rent", 9),
        condition("Paid for", { ...limit, says: "Look for a grant." }),
        condition("Met", limit),
      ),
    ),
  );
  expect(findings.find(({ label }) => label === "Paid for")).toEqual({
    label: "Paid for",
    kind: "condition",
    holds: false,
    severity: "error",
    failures: ["2024/25: £9 is not at most £0"],
    says: "Look for a grant.",
  });
  expect(findings.find(({ label }) => label === "Met")).not.toHaveProperty("says");
});

describe("a printed sum", () => {
  const figure = (value: number, step = 1) => ({
    value: decimal(value),
    ...printedInterval(decimal(value), decimal(step)),
  });
  const judgedAs = (total: number, parts: readonly number[], over = 1) => {
    const terms = parts.map((part) => ({ figure: figure(Math.abs(part)), sign: part < 0 ? -1 : 1 }) as const);
    const { verdict, calculated, difference, tolerance } = judgeSum(figure(total), terms, over);
    return [verdict, ...[calculated, difference, tolerance].map(Number)];
  };

  test("is exact, or out by no more than half a step of each of its figures, or fails", () => {
    expect(judgedAs(5, [2, 3])).toEqual(["exact", 5, 0, 1.5]);
    expect(judgedAs(6, [2, 3])).toEqual(["rounding", 5, 1, 1.5]);
    expect(judgedAs(4, [2, 3])).toEqual(["rounding", 5, -1, 1.5]);
    expect(judgedAs(7, [2, 3])).toEqual(["fails", 5, 2, 1.5]);
    expect(judgedAs(3, [2, 3])).toEqual(["fails", 5, -2, 1.5]);
  });

  test("takes away what is printed with a minus", () => {
    expect(judgedAs(1, [3, -2])).toEqual(["exact", 1, 0, 1.5]);
    expect(judgedAs(5, [3, -2])).toEqual(["fails", 1, 4, 1.5]);
  });

  test("an average is the sum of its figures over their number, and so is what rounding explains", () => {
    expect(judgedAs(3, [2, 3], 2)).toEqual(["rounding", 2.5, 0.5, 1]);
    expect(judgedAs(4, [2, 3], 2)).toEqual(["fails", 2.5, 1.5, 1]);
  });
});
