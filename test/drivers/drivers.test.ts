import {
  amounts,
  balances,
  build,
  buildUp,
  condition,
  cost,
  type Driver,
  evaluate,
  funding,
  group,
  type LineAmounts,
  level,
  months,
  programme,
  quarters,
  ramp,
  repayment,
  saving,
  type Timeline,
  timelineOf,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { areAmounts, isPeriodKey } from "../../src/drivers/amounts.ts";

const source = { source: "worked by hand" };
const three = years("2024/25", "2026/27");

function worked(given: LineAmounts, timeline: Timeline = three): string {
  const p = programme("Worked", timeline, source, cost("Line", given));
  return (evaluate(p).rows.get("line")?.values ?? [])
    .map((value) => value?.toDecimalPlaces(10).toFixed())
    .join(" ");
}

function faults(given: LineAmounts, timeline: Timeline = three) {
  return build("Faulty", timeline, source, [cost("Line", given)]).issues;
}

describe("amounts by period", () => {
  test.each<[string, LineAmounts, string]>([
    ["a missing year is nil", { "2025/26": 100 }, "0 100 0"],
    ["then carries an amount on", { "2024/25": 100, then: 200 }, "100 200 200"],
    ["then after the last year given", { "2025/26": 100, then: 200 }, "0 100 200"],
    ["then alone is every year", amounts({ then: 5 }), "5 5 5"],
    ["one amount is every year", 1_000, "1000 1000 1000"],
    ["pennies are kept", { "2024/25": "0.01" }, "0.01 0 0"],
    ["a year may be written any way", amounts({ "24/25": 1, "2025-26": 2, "2026/2027": 3 }), "1 2 3"],
  ])("%s", (_, given, values) => {
    expect(worked(given)).toBe(values);
  });

  test("a year is split over its quarters to the penny, the total kept", () => {
    expect(worked({ "2024/25": 100.01 }, quarters("2024/25", "2024/25"))).toBe("25.01 25 25 25");
    expect(worked({ "2024/25": 100 }, months("2024/25", "2024/25"))).toBe(
      "8.34 8.34 8.34 8.34 8.33 8.33 8.33 8.33 8.33 8.33 8.33 8.33",
    );
  });

  test("quarters and months stand beside years on a finer timeline", () => {
    const given = { "2024/25 Q1": 300, "Jul 2024": 7, then: 12 } as const;
    expect(worked(given, timelineOf("Apr 2024 to Sep 2024", "month"))).toBe("100 100 100 7 12 12");
  });

  test("a year of which only a part lies in the timeline keeps its whole amount", () => {
    expect(worked({ "2024/25": 90 }, timelineOf("Jan 2025 to Jun 2025", "month"))).toBe("30 30 30 0 0 0");
  });

  test("an amount carried on is taken by months in a part of a year", () => {
    expect(worked(1200, timelineOf("Jan 2025 to Jun 2025", "month"))).toBe("100 100 100 100 100 100");
  });

  test("an amount carried on may be any number of pounds in a part of a year", () => {
    expect(worked(100, timelineOf("Jan 2025 to May 2025", "month"))).toMatch(/^8\.3/);
    const p = programme(
      "Part",
      timelineOf("Jan 2025 to May 2025", "month"),
      source,
      cost("Line", { "Jan 2025": 1, then: 100 }),
    );
    expect(evaluate(p).rows.get("line")?.values).toHaveLength(5);
  });

  test("anything but money is divided evenly over the months", () => {
    const heads: Driver = {
      name: "heads",
      options: {},
      build: (line) => {
        const formula = line.amounts("heads", { "2024/25": 100 }, "children");
        line.row("heads a month", { unit: "children", totals: "sum", formula });
        return line.value("nothing", 0, "£");
      },
    };
    const p = programme("Heads", months("2024/25", "2024/25"), source, cost("Line", heads));
    const values = evaluate(p).rows.get("line.heads-a-month")?.values ?? [];
    expect(new Set(values.map(String)).size).toBe(1);
  });

  test.each<[LineAmounts, string, string[], RegExp]>([
    [amounts({ "2024/25": "12k" }), "not-a-number", ["Line", "2024/25"], /full pounds/],
    [amounts({ "2024/25": -5 }), "out-of-range", ["Line", "2024/25"], /sign/],
    [
      amounts({ "2024/25": "1.2345678901234567890123456789012345" }),
      "too-many-digits",
      ["Line", "2024/25"],
      /penny/,
    ],
    [amounts({ "2024/26": 1 }), "malformed-period", ["Line", "2024/26"], /2024\/25/],
    [amounts({ "2030/31": 1 }), "year-outside-timeline", ["Line", "2030/31"], /lengthen the timeline/],
    [amounts({ "May 2024": 1 }), "period-too-fine", ["Line", "May 2024"], /write 2024\/25/],
    [amounts({ "2024/25": 1, "24/25": 2 }), "period-given-twice", ["Line", "24/25"], /add the two amounts/],
    [amounts({ then: "?" }), "not-a-number", ["Line", "then"], /plain number/],
  ])("refusals, case %#", (given, code, path, hint) => {
    const issues = faults(given);
    expect(issues).toMatchObject([{ code, path, severity: "error" }]);
    expect(issues[0]?.hint).toMatch(hint);
  });

  test("a month within a quarter already given is given twice", () => {
    const given = amounts({ "2024/25 Q1": 1, "May 2024": 2 });
    expect(faults(given, months("2024/25", "2024/25"))).toMatchObject([
      { code: "period-given-twice", received: "“May 2024”" },
    ]);
  });

  test("every fault is reported, not the first only", () => {
    expect(faults(amounts({ "2024/25": "x", "2030/31": 1, then: -1 })).map(({ code }) => code)).toEqual([
      "not-a-number",
      "year-outside-timeline",
      "out-of-range",
    ]);
  });

  test("are told from drivers, and their keys from options", () => {
    expect(areAmounts({ "2024/25": 1 })).toBe(true);
    expect(areAmounts(5)).toBe(true);
    expect(areAmounts(level({ amount: 1 }))).toBe(false);
    for (const key of ["2024/25", "then", "Apr 2024", "2024/25 Q1"]) expect(isPeriodKey(key)).toBe(true);
    for (const key of ["level", "agency", "ramp"]) expect(isPeriodKey(key)).toBe(false);
  });
});

describe("a level", () => {
  test.each<[string, LineAmounts, string]>([
    ["throughout", level({ amount: 36_500 }), "36500 36500 36500"],
    ["from a day, by days of the year", level({ amount: 36_500, from: "2025-03-22" }), "1000 36500 36500"],
    ["to a day, that day included", level({ amount: 36_500, to: "2024-04-10" }), "1000 0 0"],
    ["one day", level({ amount: 365, from: "2025-04-13", to: "2025-04-13" }), "0 1 0"],
    [
      "by months, each month touched in full",
      level({ amount: 1200, from: "2025-01-31", to: "2025-04-01", shares: "by months" }),
      "300 100 0",
    ],
    [
      "from a month to a year",
      level({ amount: 1200, from: "Mar 2025", to: "2025/26", shares: "by months" }),
      "100 1200 0",
    ],
    ["outside the timeline", level({ amount: 5, from: "2030/31" }), "0 0 0"],
    ["before, through and after it", level({ amount: 5, from: "2000/01", to: "2050/51" }), "5 5 5"],
  ])("%s", (_, given, values) => {
    expect(worked(given)).toBe(values);
  });

  test("counts 366 days in a year with a leap day", () => {
    expect(worked(level({ amount: 366, to: "2024-02-29" }), years("2023/24", "2024/25"))).toBe("335 0");
  });

  test("runs by month at a twelfth of it where no days are told, and by days where they are", () => {
    const quarter = timelineOf("Apr 2024 to Jun 2024", "month");
    expect(worked(level({ amount: 1200 }), quarter)).toBe("100 100 100");
    expect(worked(level({ amount: 365, from: "2024-05-02" }), quarter)).toBe("0 30 30");
  });

  test.each<[LineAmounts, string, string[], RegExp]>([
    [level({ amount: 5, from: "2025/26", to: "2024/25" }), "end-before-start", ["Line", "to"], /swap/],
    [level({ amount: 5, from: "soon" as "2024/25" }), "malformed-period", ["Line", "from"], /2024-04-13/],
    [level({ amount: 5, to: "2025-02-30" as "2025-02-28" }), "malformed-period", ["Line", "to"], /28 days/],
    [
      level({ amount: { value: 5, unit: "£ per week" } }),
      "wrong-unit",
      ["Line", "amount", "unit"],
      /£ per year/,
    ],
    [level({ amount: -5 }), "out-of-range", ["Line", "amount"], /sign/],
    [level({ amount: "a name" }), "unknown-name", ["Line", "amount"], /declare it/],
  ])("refusals, case %#", (given, code, path, hint) => {
    const issues = faults(given);
    expect(issues).toMatchObject([{ code, path, severity: "error" }]);
    expect(issues[0]?.hint).toMatch(hint);
  });
});

describe("a ramp", () => {
  const five = years("2024/25", "2028/29");
  test.each<[string, LineAmounts, string]>([
    ["rises in equal steps and stays", ramp({ "2025/26": 100, "2027/28": 300 }), "0 100 200 300 300"],
    ["falls too", ramp({ "2024/25": 400, "2028/29": 0 }), "400 300 200 100 0"],
    ["whichever end is written first", ramp({ "2027/28": 300, "2025/26": 100 }), "0 100 200 300 300"],
    ["then goes to another amount", ramp({ "2024/25": 1, "2026/27": 3, then: 10 }), "1 2 3 10 10"],
    ["in steps of a third", ramp({ "2024/25": 0, "2027/28": 100 }), "0 33.3333333333 66.6666666667 100 100"],
  ])("%s", (_, given, values) => {
    expect(worked(given, five)).toBe(values);
  });

  test("spreads the amount of each year evenly over its quarters", () => {
    expect(worked(ramp({ "2024/25": 100, "2025/26": 200 }), quarters("2024/25", "2025/26"))).toBe(
      "25 25 25 25 50 50 50 50",
    );
  });

  test("runs by the periods of the timeline where those are given", () => {
    expect(worked(ramp({ "2024/25 Q2": 10, "2024/25 Q4": 30 }), quarters("2024/25", "2024/25"))).toBe(
      "0 10 20 30",
    );
  });

  test.each<[LineAmounts, string, string[], RegExp]>([
    [ramp({ "2024/25": 1 }), "wrong-shape", ["Line"], /ramp: \{/],
    [ramp({ "2024/25": 1, "2025/26": 2, "2026/27": 3 }), "wrong-shape", ["Line"], /ramp: \{/],
    [ramp({}), "wrong-shape", ["Line"], /ramp: \{/],
    [ramp({ "2024/25": 1, "2030/31": 2 }), "year-outside-timeline", ["Line", "2030/31"], /lengthen/],
    [ramp({ "2024/25": 1, "2025/26": "2k" }), "not-a-number", ["Line", "2025/26"], /full pounds/],
    [ramp({ "2024/25": 1, "2025/26": -2 }), "out-of-range", ["Line", "2025/26"], /sign/],
  ])("refusals, case %#", (given, code, path, hint) => {
    const issues = faults(given);
    expect(issues).toMatchObject([{ code, path, severity: "error" }]);
    expect(issues[0]?.hint).toMatch(hint);
  });

  test("quarters on a monthly timeline are no ends of a line", () => {
    const given = ramp({ "2024/25 Q1": 1, "2024/25 Q3": 2 });
    expect(faults(given, months("2024/25", "2024/25"))).toMatchObject([{ code: "wrong-shape" }]);
  });

  test("one year written twice is refused when it is built, not when it is worked out", () => {
    expect(faults(ramp({ "2024/25": 1, "2024-25": 2 })).map(({ code }) => code)).not.toEqual([]);
  });
});

describe("a build up", () => {
  test("has the sum of its months in each year", () => {
    // 1/12 to 12/12 of 1,200 a year, a twelfth of it a month: 100 × 78/12 = 650.
    expect(worked(buildUp({ level: 1200, from: "2024/25", months: 12 }))).toBe("650 1200 1200");
    expect(worked(buildUp({ level: 1200, from: "Mar 2025", months: 2 }))).toBe("50 1200 1200");
    expect(worked(buildUp({ level: 1200, from: "Mar 2025", months: 1 }))).toBe("100 1200 1200");
  });

  test("reaches the level month by month and stays", () => {
    const half = timelineOf("Apr 2024 to Sep 2024", "month");
    expect(worked(buildUp({ level: 1200, from: "May 2024", months: 4 }), half)).toBe("0 25 50 75 100 100");
  });

  test("may have begun before the timeline, or begin after it", () => {
    expect(worked(buildUp({ level: 1200, from: "Apr 2020", months: 12 }))).toBe("1200 1200 1200");
    expect(worked(buildUp({ level: 1200, from: "Apr 2040", months: 12 }))).toBe("0 0 0");
  });

  test("reads a day as its month", () => {
    expect(worked(buildUp({ level: 1200, from: "2025-03-31", months: 1 }))).toBe("100 1200 1200");
  });

  test.each<[LineAmounts, string, string[], RegExp]>([
    [
      buildUp({ level: 1, from: "2024/25", months: 0 }),
      "out-of-range",
      ["Line", "months"],
      /size of the number/,
    ],
    [buildUp({ level: -1, from: "2024/25", months: 1 }), "out-of-range", ["Line", "level"], /sign/],
    [
      buildUp({ level: 1, from: "whenever" as "2024/25", months: 1 }),
      "malformed-period",
      ["Line", "from"],
      /Apr 2024/,
    ],
    [
      buildUp({ level: 1, from: "2024/25", months: { value: 3, unit: "years" } }),
      "wrong-unit",
      ["Line", "months", "unit"],
      /months/,
    ],
  ])("refusals, case %#", (given, code, path, hint) => {
    const issues = faults(given);
    expect(issues).toMatchObject([{ code, path, severity: "error" }]);
    expect(issues[0]?.hint).toMatch(hint);
  });

  test("a condition on it is judged on its pounds, not on the size of the numbers of months", () => {
    const line = cost("Line", buildUp({ level: 1_000_000, from: "2024/25", months: 12 }));
    // The first year costs 541,666.67, which is more than 541,000.
    const p = programme("Cap", three, source, line, condition("Cap", { row: "Line", "at most": 541_000 }));
    expect(evaluate(p).rows.get("cap")?.values.map(String)).toEqual(["0", "0", "0"]);
  });
});

describe("funding that balances", () => {
  const lines = (grant: LineAmounts) => [
    cost("Staff", { "2024/25": 100, then: 200 }),
    saving("Care", { "2026/27": 500 }),
    funding("Fees", 30),
    funding("Grant", grant),
  ];
  const granted = (grant: LineAmounts) =>
    evaluate(programme("Club", three, source, ...lines(grant)))
      .rows.get("grant")
      ?.values.map(String);

  test("meets what is left in the periods named, never below nil", () => {
    expect(granted(balances("2024/25"))).toEqual(["70", "0", "0"]);
    expect(granted(balances("2024/25", "2025/26"))).toEqual(["70", "170", "0"]);
    expect(granted(balances("all"))).toEqual(["70", "170", "0"]);
  });

  test("meets repayments too, and two lines may share the years", () => {
    const p = programme(
      "Club",
      three,
      source,
      ...lines(balances("2024/25")),
      repayment("Loan", 10),
      funding("Later", balances("2025/26", "2026/27")),
    );
    const { rows } = evaluate(p);
    expect(rows.get("grant")?.values.map(String)).toEqual(["80", "0", "0"]);
    expect(rows.get("later")?.values.map(String)).toEqual(["0", "180", "0"]);
    expect(rows.get("balance")?.values.map(String)).toEqual(["0", "0", "-320"]);
  });

  test("a year on a monthly timeline balances each of its months", () => {
    const p = programme(
      "Club",
      months("2024/25", "2024/25"),
      source,
      cost("Staff", { "Apr 2024": 5, "Mar 2025": 7 }),
      funding("Grant", balances("2024/25")),
    );
    expect(evaluate(p).rows.get("grant")?.values.map(String)).toEqual(["5", ...Array(10).fill("0"), "7"]);
  });

  test("is refused on another kind of line, in a period twice, and in no period there is", () => {
    expect(faults(balances("2024/25"))).toMatchObject([
      { code: "wrong-shape", path: ["Line"], hint: "move the line to funding, or give it amounts" },
    ]);
    const both = [cost("Staff", 1), funding("One", balances("all")), funding("Two", balances("2025/26"))];
    expect(build("Both", three, source, both).issues).toMatchObject([
      {
        code: "two-balancing-lines",
        path: ["Two"],
        message: "Two and One would both meet what is left in 2025/26",
        hint: "take that period out of one of the two, or name both in one waterfall",
      },
    ]);
    const far = [cost("Staff", 1), funding("One", balances("2030/31"))];
    expect(build("Far", three, source, far).issues).toMatchObject([
      { code: "year-outside-timeline", path: ["One", "0"] },
    ]);
  });
});

describe("lines", () => {
  test("are plain data of one kind each, and groups hold them in order", () => {
    expect([cost, saving, funding, repayment].map((of) => of("Line", 1).kind)).toEqual([
      "cost",
      "saving",
      "funding",
      "repayment",
    ]);
    const inner = group("Inner", {}, cost("A", 1));
    expect(group("Outer", { subtotal: "Sum" }, inner, cost("B", 2))).toMatchObject({
      part: "group",
      label: "Outer",
      subtotal: "Sum",
      parts: [{ label: "Inner" }, { label: "B" }],
    });
  });

  test("keep what they are told, and say the usual where they are not", () => {
    const p = programme(
      "Lines",
      three,
      { ...source, body: "Leeds" },
      saving("Care", 1, { cashable: "avoided cost", agency: "NHS", note: "see annex" }),
      saving("Plain", 1),
      cost("Set up", { "2024/25": 5 }, { spend: "capital", term: "one-off" }),
    );
    expect(p.lines).toMatchObject([
      {
        id: "care",
        agency: "NHS",
        cashable: "avoided cost",
        note: "see annex",
        spend: "revenue",
        term: "recurrent",
        driver: "amounts",
      },
      { id: "plain", agency: "Leeds", cashable: "cashable" },
      { id: "set-up", kind: "cost", spend: "capital", term: "one-off" },
    ]);
    expect(p.lines[2]).not.toHaveProperty("cashable");
  });
});
