import {
  assumption,
  balances,
  build,
  buildUp,
  condition,
  cost,
  type Driver,
  evaluate,
  formula as f,
  funding,
  group,
  hasErrors,
  InvestToSaveError,
  type IssueCode,
  issueCodes,
  issueText,
  level,
  type Part,
  type ProgrammeOptions,
  programme,
  ramp,
  saving,
  scenario,
  timelineOf,
  type Unit,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { issuesOf, refuseErrors } from "../../src/issue/refusal.ts";

const three = years("2024/25", "2026/27");
const source = { source: "worked by hand" };
const found = (parts: readonly Part[], options: ProgrammeOptions = source) =>
  build("Faulty", three, options, parts).issues;
const rent = cost("Rent", 100);
const driver = (build: Driver["build"]): Driver => ({ name: "given", options: {}, build });

describe("each fault that building can find says where it is and what to do", () => {
  test.each<[IssueCode, readonly Part[], string[], string]>([
    ["no-lines", [], [], "add a line under costs, savings or funding"],
    ["no-lines", [rent, group("Empty", {})], ["Empty"], "put lines under it, or take the group out"],
    ["not-a-number", [cost("Rent", "12k")], ["Rent"], "write the amount in full pounds"],
    [
      "too-many-digits",
      [cost("Rent", "0.12345678901234567890123456789012345")],
      ["Rent"],
      "round the amount to the penny: more digits than that cannot be held exactly",
    ],
    [
      "out-of-range",
      [cost("Rent", -1)],
      ["Rent"],
      "costs, savings and funding are all positive amounts; their kind gives the sign",
    ],
    [
      "out-of-range",
      [cost("Rent", level({ amount: { value: 5, low: 6 } }))],
      ["Rent", "amount"],
      "mend the value, or widen low and high",
    ],
    [
      "out-of-range",
      [cost("Rent", level({ amount: { value: 5, high: 4 } }))],
      ["Rent", "amount"],
      "mend the value, or widen low and high",
    ],
    [
      "malformed-period",
      [cost("Rent", level({ amount: 5, from: "2024/26" as "2024/25" }))],
      ["Rent", "from"],
      "write it like 2024-04-13, Apr 2024 or 2024/25",
    ],
    [
      "year-outside-timeline",
      [cost("Rent", { "2030/31": 1 })],
      ["Rent", "2030/31"],
      "leave 2030/31 out, or lengthen the timeline to hold it",
    ],
    [
      "period-too-fine",
      [cost("Rent", { "Apr 2024": 1 })],
      ["Rent", "Apr 2024"],
      "write 2024/25, or give the timeline months for its periods",
    ],
    [
      "period-given-twice",
      [cost("Rent", { "2024/25": 1, "24/25": 2 })],
      ["Rent", "24/25"],
      "add the two amounts, or take one away",
    ],
    [
      "end-before-start",
      [cost("Rent", level({ amount: 5, from: "2025/26", to: "2024/25" }))],
      ["Rent", "to"],
      "swap “from” and “to”, or mend the year",
    ],
    [
      "end-before-start",
      [rent, condition("Met", { row: "Rent", "at most": 1, from: "2026/27", to: "2024/25" })],
      ["Met"],
      "swap “from” and “to”",
    ],
    ["duplicate-id", [rent, cost("rent", 1)], ["rent"], "change one of the labels"],
    ["wrong-shape", [rent, cost("€ !", 1)], ["€ !"], "put a word beside it, such as “Rent € !”"],
    ["wrong-shape", [rent, cost("", 1)], [""], "say what it is"],
    ["wrong-shape", [rent, cost("— — — — — —", 1)], ["— — — — — —"], "put a word beside it, such as “Rent”"],
    ["duplicate-id", [rent, cost("Balance", 1)], ["Balance"], "change one of the labels"],
    ["duplicate-id", [group("Rents", { subtotal: "Rent" }, rent)], ["Rent"], "change one of the labels"],
    [
      "duplicate-id",
      [rent, condition("Rent", { row: "Rent", "at most": 1 })],
      ["Rent"],
      "change one of the labels",
    ],
    [
      "unknown-name",
      [
        cost("Rent", level({ amount: "Yearly rant" })),
        assumption("Yearly rent", { value: 1, unit: "£ per year" }),
      ],
      ["Rent", "amount"],
      "did you mean “Yearly rent”?",
    ],
    [
      "unknown-name",
      [cost("Rent", level({ amount: "nothing like it" }))],
      ["Rent", "amount"],
      "declare it under assumptions, or mend the name",
    ],
    [
      "unknown-name",
      [rent, condition("Met", { row: "Rend", "at most": 1 })],
      ["Met", "row"],
      "did you mean “Rent”?",
    ],
    [
      "unknown-name",
      [rent, condition("Met", { "total of": "Rend", "at most": 1 })],
      ["Met", "total of"],
      "did you mean “Rent”?",
    ],
    [
      "unknown-unit",
      [rent, assumption("Heads", { value: 1, unit: "familys" as Unit })],
      ["Heads", "unit"],
      "did you mean “families”?",
    ],
    [
      "unknown-unit",
      [rent, assumption("Heads", { value: 1, unit: "parsecs" as Unit })],
      ["Heads", "unit"],
      "write units as in “£ per child per week”",
    ],
    [
      "wrong-unit",
      [cost("Rent", level({ amount: { value: 5, unit: "children" } }))],
      ["Rent", "amount", "unit"],
      "give the number in £ per year",
    ],
    [
      "wrong-unit",
      [assumption("Heads", { value: 1, unit: "children" }), cost("Rent", level({ amount: "Heads" }))],
      ["Rent", "amount"],
      "name something in £ per year, or give the number itself",
    ],
    [
      "wrong-prices",
      [
        assumption("Old", { value: 1, unit: "£ per year", prices: "2013/14" }),
        cost("Rent", level({ amount: "Old" })),
      ],
      ["Rent"],
      "bring it to those prices with a named index series",
    ],
    [
      "cycle",
      [
        cost("Rent", ramp({ "2024/25": "Rates", "2026/27": 1 })),
        cost("Rates", ramp({ "2024/25": "Rent", "2026/27": 1 })),
      ],
      ["Rent"],
      "let one of these lines name a smaller base, one that does not contain it",
    ],
    [
      "two-balancing-lines",
      [rent, funding("A", balances("all")), funding("B", balances("2025/26"))],
      ["B"],
      "take that period out of one of the two, or name both in one waterfall",
    ],
    [
      "unused-assumption",
      [rent, assumption("Spare", { value: 1, unit: "children" })],
      ["Spare"],
      "take it out, or name it where it should count",
    ],
    ["wrong-shape", [group("Mixed", {}, rent, saving("Care", 1))], ["Mixed"], "make one group for each kind"],
    [
      "wrong-shape",
      [rent, condition("Met", { row: "Rent" })],
      ["Met"],
      "write it like { row: balance, at most: 0, from: 2024/25 }",
    ],
    [
      "wrong-shape",
      [rent, condition("Met", { row: "Rent", "at most": 1, "at least": 0 })],
      ["Met"],
      "write it like { row: balance, at most: 0, from: 2024/25 }",
    ],
    [
      "wrong-shape",
      [rent, condition("Met", { row: "Rent", "total of": "Rent", "at most": 1 })],
      ["Met"],
      "write it like { row: balance, at most: 0, from: 2024/25 }",
    ],
    [
      "wrong-shape",
      [rent, cost("Grant", balances("all"))],
      ["Grant"],
      "move the line to funding, or give it amounts",
    ],
  ])("%s, case %#", (code, parts, path, hint) => {
    const issues = found(parts);
    expect(issues[0]).toMatchObject({ code, path, hint });
    expect(issues[0]?.message).not.toBe("");
    expect(issues[0]?.expected).toBeDefined();
    expect(issues[0]?.severity).toBe(code === "unused-assumption" ? "warning" : "error");
  });

  test("no-source, on each number that inherits none", () => {
    const issues = found([cost("Rent", { "2024/25": 1 }), cost("Rates", level({ amount: 5 }))], {});
    const hint =
      "add “source:” to the model, the line or the number; if nobody has published it, say “assumed:” and why";
    expect(issues).toMatchObject([
      { code: "no-source", path: ["Rent"], hint },
      { code: "no-source", path: ["Rates", "amount"], hint },
    ]);
  });

  test("a line at other prices than the programme cannot be added up with it", () => {
    expect(found([cost("Rent", 1, { prices: "2013/14" }), cost("Rates", 1)])[0]).toMatchObject({
      code: "wrong-prices",
      path: ["Rent", "prices"],
      message: "Rent is money at 2013/14 prices in a programme of nominal money",
      hint: "bring the line to the prices of the programme with a named index series",
    });
  });

  test("a cycle is named by its path", () => {
    const [issue] = found([
      cost("Rent", ramp({ "2024/25": "Rates", "2026/27": 1 })),
      cost("Rates", ramp({ "2024/25": "Rent", "2026/27": 1 })),
    ]);
    expect(issue?.message).toMatch(
      /depends on itself within one period: (Rent → Rates → Rent|Rates → Rent → Rates)$/,
    );
  });

  test("units that meet in a driver's formula are reported with the name of the row", () => {
    const odd = driver((line) => f.add(line.value("pounds", 1, "£"), line.value("heads", 1, "children")));
    expect(found([cost("Rent", odd)])).toMatchObject([
      { code: "wrong-unit", path: ["Rent"], message: "Rent: it would add £ and children" },
    ]);
  });

  test("all faults are found at once", () => {
    const issues = found([
      cost("Rent", "x"),
      cost("Rates", { "2030/31": 1 }),
      saving("Care", level({ amount: "who" })),
    ]);
    expect(issues.map(({ code, path }) => [code, path[0]])).toEqual([
      ["not-a-number", "Rent"],
      ["year-outside-timeline", "Rates"],
      ["unknown-name", "Care"],
    ]);
  });
});

describe("no fault is passed over in silence, and none is made up", () => {
  test("a condition on an assumption, which is no row, is refused or kept, never dropped", () => {
    const parts = [
      assumption("Yearly rent", { value: 9, unit: "£ per year" }),
      cost("Rent", level({ amount: "Yearly rent" })),
      condition("Cheap", { row: "Yearly rent", "at most": 5 }),
    ];
    const { programme: made, issues } = build("Kept", three, source, parts);
    expect(issues.length + (made?.conditions.length ?? 0)).toBeGreaterThan(0);
  });

  test.each([
    "Total Cost",
    "Total Savings",
    "Total Funding",
    "Balance of Funding Required / (Savings)",
    "balance",
  ])("a condition may name %s as it is printed", (row) => {
    const parts = [rent, saving("Care", 1), condition("Met", { row, "at least": -1000 })];
    expect(found(parts)).toEqual([]);
  });

  test.each<[string, Part[]]>([
    ["another line", [rent, cost("rent", 1)]],
    ["a total", [rent, cost("Balance", 1)]],
    ["its own subtotal", [group("Rents", { subtotal: "Rent" }, rent)]],
    ["a condition", [rent, condition("Rent", { row: "Rent", "at most": 1 })]],
  ])("a label that is that of %s is that fault alone", (_, parts) => {
    expect(found(parts).map(({ code }) => code)).toEqual(["duplicate-id"]);
  });

  test.each(["€ !", "", "🎉"])("the label “%s”, which no id can be made of, is that fault alone", (label) => {
    expect(found([rent, cost(label, 1)]).map(({ code }) => code)).toEqual(["wrong-shape"]);
  });

  test("an empty group within a group is that fault alone", () => {
    expect(found([group("Outer", {}, rent, group("Inner", {}))])).toMatchObject([
      { code: "no-lines", path: ["Inner"] },
    ]);
  });

  test("an assumption whose label is that of another line's input is refused, never replaced", () => {
    const parts = [
      assumption("Rent.amount", { value: 9, unit: "£ per year" }),
      cost("Rent", level({ amount: 100 })),
      cost("Rates", level({ amount: "Rent.amount" })),
    ];
    const { programme: made, issues } = build("Dots", three, source, parts);
    const rates = made && evaluate(made).rows.get("rates")?.values.map(String);
    expect(issues.some(({ code }) => code === "duplicate-id") || rates?.[0] === "9").toBe(true);
  });

  test("an assumption that is named keeps to the limits of the place that names it", () => {
    const parts = [
      assumption("Ramp time", { value: 0, unit: "months" }),
      cost("Rent", buildUp({ level: 5, from: "2024/25", months: "Ramp time" })),
    ];
    expect(found(parts).map(({ code }) => code)).toContain("out-of-range");
  });

  test("an assumption whose label begins with a figure can be named", () => {
    const parts = [
      assumption("16+ placements", { value: 9, unit: "£ per year" }),
      cost("Care", level({ amount: "16+ placements" })),
    ];
    expect(found(parts)).toEqual([]);
  });
});

describe("issues", () => {
  test("are thrown together by one error, whose message is all of them in words", () => {
    const make = () => programme("Faulty", three, source, cost("Rent", "x"), cost("Rates", "y"));
    expect(make).toThrow(InvestToSaveError);
    try {
      make();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.name).toBe("InvestToSaveError");
      expect(error.message).toBe(error.issues.map(issueText).join("\n"));
      expect(error.issues.map(({ path }) => path)).toEqual([["Rent"], ["Rates"]]);
    }
  });

  test("are written with place, code, what was expected and received, and a hint", () => {
    expect(
      issueText({
        code: "cycle",
        severity: "warning",
        path: ["a"],
        place: { file: "model.yaml", line: 3, column: 7 },
        message: "it turns",
        expected: "a line",
        received: "a circle",
        hint: "cut it",
      }),
    ).toBe(
      "model.yaml:3:7 warning cycle: it turns\n  expected: a line\n  received: a circle\n  hint: cut it",
    );
  });

  test("refuse where one is an error, and pass where all are warnings", () => {
    const warning = found([rent, assumption("Spare", { value: 1, unit: "children" })]);
    expect(hasErrors(warning)).toBe(false);
    expect(refuseErrors(warning)).toBeUndefined();
    expect(() => refuseErrors(found([]))).toThrow(InvestToSaveError);
  });

  test("are taken from the error that carries them, and any other error is thrown on", () => {
    const issues = found([]);
    expect(issuesOf(new InvestToSaveError(issues))).toEqual(issues);
    expect(() => issuesOf(new RangeError("no fault of a model"))).toThrow(RangeError);
  });

  test("of a scenario in code are warnings, placed at the value that it sets", () => {
    const made = programme("Rent", three, source, rent, scenario("Dearer", { rent: 120, rates: 5 }));
    expect(made.issues.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ["warning", "unknown-name", ["Dearer", "set", "rates"]],
    ]);
  });

  test("have a code that says what it means", () => {
    for (const meaning of Object.values(issueCodes)) expect(meaning).toMatch(/^[a-z]/);
    expect(found([]).every(({ code }) => code in issueCodes)).toBe(true);
  });

  test("name a timeline that cannot be", () => {
    expect(() => timelineOf("2026/27 to 2024/25")).toThrow(
      /malformed-period: “2026\/27 to 2024\/25” is no timeline/,
    );
  });
});

describe("words that are asked for", () => {
  const said = (part: Part, options: ProgrammeOptions = source) =>
    found([rent, part], options).map(({ code, path }) => [code, ...path]);

  test.each(["source", "assumed", "placeholder", "agency", "direction"])(
    "are refused where %s is blank",
    (key) => {
      for (const blank of ["", "  ", "\t", "\u00a0"]) {
        const part = funding("Loan", 5, { borrowing: true, [key]: blank });
        expect(said(part)).toEqual([["wrong-shape", "Loan", key]]);
      }
    },
  );

  test("are refused in the head, in a group, beside a number and in a driver's own options", () => {
    expect(said(cost("B", 1), { source: " " })).toEqual([["wrong-shape", "source"]]);
    expect(said(group("G", {}, cost("B", 1, { agency: " " })))).toEqual([["wrong-shape", "B", "agency"]]);
    const priced = assumption("Price", { value: 1, unit: "£", source: " " });
    expect(said(priced)).toContainEqual(["wrong-shape", "Price", "source"]);
    const amount = { value: 1, assumed: " " };
    expect(said(cost("B", level({ amount })))).toEqual([["wrong-shape", "B", "amount", "assumed"]]);
  });
});
