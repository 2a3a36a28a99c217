import {
  assumption,
  build,
  cost,
  evaluate,
  explain,
  index,
  months,
  type Part,
  programme,
  type Timeline,
  withValues,
  writeExplanation,
  years,
} from "invest-to-save";
import { type StaffingOptions, staffing } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const source = { source: "establishment list" };
const three = years("2024/25", "2026/27");
const plain: StaffingOptions = { posts: 4, salary: 30_000 };

function team(options: StaffingOptions, timeline: Timeline = three, ...more: Part[]) {
  return programme("Team", timeline, source, ...more, cost("Workers", staffing(options)));
}

function rowOf(name: string, options: StaffingOptions, timeline: Timeline = three, ...more: Part[]): string {
  const { values } = evaluate(team(options, timeline, ...more)).rows.get(name) ?? { values: [] };
  return values.map((value) => value?.toDecimalPlaces(10).toFixed()).join(" ");
}

const worked = (options: StaffingOptions, timeline?: Timeline, ...more: Part[]) =>
  rowOf("workers", options, timeline, ...more);

function faults(options: StaffingOptions, timeline: Timeline = three, ...more: Part[]) {
  return build("Team", timeline, source, [...more, cost("Workers", staffing(options))]).issues;
}

describe("staffing", () => {
  test.each<[string, StaffingOptions, string]>([
    ["is posts by salary", plain, "120000 120000 120000"],
    ["takes posts by year", { ...plain, posts: { "2024/25": 2, then: 3.5 } }, "60000 105000 105000"],
    ["adds the on-cost", { ...plain, "on-cost": "28%" }, "153600 153600 153600"],
    ["leaves the vacancy share out", { ...plain, "vacancy share": "5%" }, "114000 114000 114000"],
    [
      "counts part of a year by months",
      { ...plain, from: "2024-10-15", to: "Jun 2026", shares: "by months" },
      "60000 120000 30000",
    ],
    ["or by days", { ...plain, salary: 36_500, from: "2025-03-22", to: "2025-04-10" }, "4000 4000 0"],
    ["raises pay each year", { ...plain, "pay award": "10%" }, "120000 132000 145200"],
    ["or by year", { ...plain, "pay award": { "2025/26": "1%", then: "2%" } }, "120000 121200 123624"],
    ["nil where a year has none", { ...plain, "pay award": { "2026/27": "1%" } }, "120000 120000 121200"],
    [
      "takes increments, as many as there are",
      { ...plain, increment: { amount: 1_000, years: 1 } },
      "120000 124000 124000",
    ],
    [
      "and counts them from the year in which the posts begin",
      { ...plain, from: "2025/26", increment: { amount: 1_000, years: 5 } },
      "0 120000 124000",
    ],
    [
      "raises increments with pay",
      { ...plain, increment: { amount: 1_000, years: 2 }, "pay award": "10%" },
      "120000 136400 154880",
    ],
    ["recruits once", { ...plain, recruitment: 2_000 }, "128000 120000 120000"],
    [
      "recruits in the period in which posts begin, and for any rise",
      { ...plain, posts: { "2024/25": 9, "2025/26": 2, "2026/27": 3 }, from: "2025/26", recruitment: 2_000 },
      "0 64000 92000",
    ],
    [
      "recruits nobody for posts that were filled before",
      { ...plain, from: "2020/21", recruitment: 9 },
      "120000 120000 120000",
    ],
  ])("%s", (_, options, values) => {
    expect(worked(options)).toBe(values);
  });

  test("takes a salary and an award by name", () => {
    const pay = assumption("Grade 7", { value: 30_000, unit: "£ per FTE per year" });
    const offer = assumption("Offer", { value: "10%", unit: "share" });
    const options = { ...plain, salary: "Grade 7", "pay award": "Offer" };
    expect(worked(options, three, pay, offer)).toBe("120000 132000 145200");
  });

  test("follows an index, from the first year on", () => {
    const levels = index("Pay", {
      edition: "of May 2024",
      levels: { "2024/25": 200, "2025/26": 210, then: 220 },
    });
    expect(worked({ ...plain, "pay award": "Pay" }, three, levels)).toBe("120000 126000 132000");
    const grown = index("Pay", { edition: "of May 2024", growth: "10%" });
    expect(worked({ ...plain, "pay award": "Pay" }, three, grown)).toBe("120000 132000 145200");
  });

  test("pays by the month where no dates are told, and recruits in the first month", () => {
    const values = worked({ ...plain, recruitment: 500 }, months("2024/25", "2024/25")).split(" ");
    expect(values).toEqual(["12000", ...Array(11).fill("10000")]);
  });

  test("keeps a row for each step that a reader asks for", () => {
    const whole: StaffingOptions = {
      posts: 4,
      salary: 30_000,
      "on-cost": 0.25,
      "pay award": 0.1,
      increment: { amount: 1_000, years: 1 },
      "vacancy share": 0.1,
      recruitment: 2_000,
    };
    expect(rowOf("workers.posts-filled", whole)).toBe("3.6 3.6 3.6");
    expect(rowOf("workers.increments-taken", whole)).toBe("0 1 1");
    expect(rowOf("workers.pay-level", whole)).toBe("1 1.1 1.21");
    expect(rowOf("workers.pay-per-fte", whole)).toBe("30000 34100 37510");
    expect(rowOf("workers.pay-with-on-cost-per-fte", whole)).toBe("37500 42625 46887.5");
    expect(rowOf("workers.posts-added", whole)).toBe("4 0 0");
    expect(rowOf("workers.recruitment-cost", whole)).toBe("8000 0 0");
    expect(rowOf("workers.pay", whole)).toBe("135000 153450 168795");
    const text = writeExplanation(explain(team(whole), "Workers", "2025/26"));
    expect(text).toContain("posts filled");
    expect(text).toContain("establishment list");
  });

  test("can be started later for a run", () => {
    const later = withValues(team({ ...plain, from: "2024/25", shares: "by months", recruitment: 100 }), {
      "workers.from": "Oct 2025",
    });
    expect(evaluate(later).rows.get("workers")?.values.join(" ")).toBe("0 60400 120000");
  });

  test("is read from a file with the same keys", () => {
    const { programme: model, issues } = read(
      `title: Team
years: 2024/25 to 2026/27
source: list
costs:
  Workers:
    staffing:
      posts: { 2024/25: 2, then: 4 }
      salary: 30000
      on-cost: 28%
      pay award: { 2025/26: 1%, then: 2% }
      increment: { amount: 500, years: 3 }
      vacancy share: 5%
      recruitment: 1500
      from: 2024-09-01
      shares: by months
`,
      { file: "team.yaml" },
    );
    expect(issues).toEqual([]);
    expect(model && evaluate(model).rows.get("workers")?.values).toHaveLength(3);
  });

  test.each<[string, StaffingOptions, string, string[]]>([
    [
      "a negative cost of recruiting",
      { ...plain, recruitment: -1 },
      "out-of-range",
      ["Workers", "recruitment"],
    ],
    ["negative posts", { ...plain, posts: -1 }, "out-of-range", ["Workers", "posts"]],
    [
      "negative posts in a year",
      { ...plain, posts: { "2025/26": -1 } },
      "out-of-range",
      ["Workers", "posts", "2025/26"],
    ],
    ["an on-cost above 1", { ...plain, "on-cost": 28 }, "out-of-range", ["Workers", "on-cost"]],
    [
      "a vacancy share above 1",
      { ...plain, "vacancy share": 1.1 },
      "out-of-range",
      ["Workers", "vacancy share"],
    ],
    ["an award above 1", { ...plain, "pay award": 2 }, "out-of-range", ["Workers", "pay award"]],
    [
      "an end before its start",
      { ...plain, from: "2025/26", to: "2024/25" },
      "end-before-start",
      ["Workers", "to"],
    ],
    [
      "a salary in another unit",
      { ...plain, salary: { value: 1, unit: "£ per FTE per week" } },
      "wrong-unit",
      ["Workers", "salary", "unit"],
    ],
    ["a name that nothing has", { ...plain, "pay award": "Offer" }, "unknown-name", ["Workers", "pay award"]],
    [
      "an award in the first year",
      { ...plain, "pay award": { "2024/25": "1%" } },
      "out-of-range",
      ["Workers", "pay award", "2024/25"],
    ],
    [
      "half a step of increments",
      { ...plain, increment: { amount: 1, years: 1.5 } },
      "out-of-range",
      ["Workers", "increment", "years"],
    ],
    [
      "a day that cannot be read, once",
      { ...plain, from: "soon" as "2024/25" },
      "malformed-period",
      ["Workers", "from"],
    ],
  ])("refuses %s", (_, options, code, path) => {
    expect(faults(options)).toMatchObject([{ code, path }]);
  });

  test("refuses an award within a year, and a salary or an index in another unit", () => {
    const award = { ...plain, "pay award": { "Apr 2025": "1%" } } as const;
    expect(faults(award, months("2024/25", "2026/27"))).toMatchObject([{ code: "period-too-fine" }]);
    const pounds = assumption("Rate", { value: 1, unit: "£" });
    expect(faults({ ...plain, salary: "Rate" }, three, pounds).map(({ code }) => code)).toContain(
      "wrong-unit",
    );
    const rent = cost("Rent", 5);
    expect(faults({ ...plain, "pay award": "Rent" }, three, rent).map(({ code }) => code)).toContain(
      "wrong-unit",
    );
  });
});
