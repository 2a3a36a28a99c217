import fc from "fast-check";
import {
  assumption,
  balances,
  buildUp,
  check,
  condition,
  cost,
  evaluate,
  funding,
  group,
  InvestToSaveError,
  type IssueCode,
  idOf,
  level,
  memorandum,
  months,
  type NewValues,
  programme,
  quarters,
  repayment,
  saving,
  table,
  timelineOf,
  withValues,
  yearLabels,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { inputIdOf } from "../../src/programme/names.ts";

const three = years("2024/25", "2026/27");
const source = { source: "bid of 1 May" };

describe("an id", () => {
  test.each([
    ["Set up costs", "set-up-costs"],
    ["Sub-Total Ongoing Costs", "sub-total-ongoing-costs"],
    ["  Équipe  Ω! ", "equipe-ω"],
    ["児童", "児童"],
    ["£ & €", ""],
    ["rent.from", "rent-from"],
    ["(2014/15)", "2014-15"],
  ])("of %s is “%s”", (label, id) => {
    expect(idOf(label)).toBe(id);
  });

  test("of an input joins the ids of its line and of its name by a dot", () => {
    expect(inputIdOf("Set up.From")).toBe("set-up.from");
    expect(inputIdOf("Unit cost")).toBe("unit-cost");
  });

  test("is its own id", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (label) => {
        expect(idOf(idOf(label))).toBe(idOf(label));
      }),
    );
  });
});

describe("timelines", () => {
  test("run from one financial year to another, by year, quarter or month", () => {
    expect([years, quarters, months].map((of) => of("2024/25", "2025/26").count)).toEqual([2, 8, 24]);
    expect(timelineOf("2024 to 2025", "year", 1)).toMatchObject({ yearStart: 1, count: 2 });
  });
});

describe("a programme", () => {
  const p = programme(
    "Club",
    three,
    { ...source, labels: { costs: "What it costs", "total cost": "Gross cost" } },
    cost("Set up", { "2024/25": 100 }),
    group(
      "Running",
      { subtotal: "Running costs" },
      cost("Staff", 10),
      group("Premises", {}, cost("Rent", 5)),
    ),
    repayment("Loan", { "2026/27": 7 }),
    funding("Grant", balances("2024/25")),
    saving("Care", { "2025/26": 50 }),
  );

  test("is laid out as costs, repayments, funding, savings and the balance", () => {
    const printed = p.statement.map((item) =>
      item.item === "heading"
        ? `${item.depth} ${item.label}:`
        : `${item.depth} ${item.sign < 0 ? "−" : ""}${p.rows.get(item.row)?.label}`,
    );
    expect(printed).toEqual([
      "0 What it costs:",
      "1 Set up",
      "1 Running:",
      "2 Staff",
      "2 Premises:",
      "3 Rent",
      "1 Running costs",
      "0 Gross cost",
      "0 Repayments:",
      "1 Loan",
      "0 Total Repayments",
      "0 Funding:",
      "1 −Grant",
      "0 Savings:",
      "1 −Care",
      "0 −Total Funding",
      "0 Balance of Funding Required / (Savings)",
    ]);
  });

  test("says what each total adds up", () => {
    expect(p.sums).toEqual(
      [
        { total: "running-costs", plus: ["staff", "rent"], minus: [] },
        { total: "total-cost", plus: ["set-up", "running-costs"], minus: [] },
        { total: "total-repayment", plus: ["loan"], minus: [] },
        { total: "funding-before-savings", plus: ["grant"], minus: [] },
        { total: "total-saving", plus: ["care"], minus: [] },
        { total: "total-funding", plus: ["funding-before-savings", "total-saving"], minus: [] },
        { total: "balance", plus: ["total-cost", "total-repayment"], minus: ["total-funding"] },
      ].sort(
        (a, b) =>
          p.sums.findIndex(({ total }) => total === a.total) -
          p.sums.findIndex(({ total }) => total === b.total),
      ),
    );
  });

  test("adds up", () => {
    const { rows } = evaluate(p);
    const of = (id: string) => rows.get(id)?.values.join(" ");
    expect(of("total-cost")).toBe("115 15 15");
    expect(of("grant")).toBe("115 0 0");
    expect(of("balance")).toBe("0 -35 22");
  });

  test("is frozen, and keeps its parts", () => {
    expect(Object.isFrozen(p)).toBe(true);
    for (const list of [p.lines, p.conditions, p.statement, p.sums, p.issues])
      expect(Object.isFrozen(list)).toBe(true);
    expect(p.parts.map((part) => part.part !== "correlation" && part.label)).toEqual([
      "Set up",
      "Running",
      "Loan",
      "Grant",
      "Care",
    ]);
    expect(p.title).toBe("Club");
  });

  test("leaves out what it has none of", () => {
    const bare = programme("Bare", three, source, cost("Rent", 1));
    expect(bare.statement).toEqual([
      { item: "heading", label: "Costs", depth: 0 },
      { item: "row", row: "rent", depth: 1, sign: 1 },
      { item: "row", row: "total-cost", depth: 0, sign: 1 },
    ]);
    expect(evaluate(bare).rows.get("balance")?.total?.toString()).toBe("3");
  });
});

describe("what is said of a number", () => {
  test("its own source before its line's, its line's before the programme's", () => {
    const p = programme(
      "Sources",
      three,
      source,
      assumption("Own", {
        value: 1,
        unit: "£ per year",
        assumed: "a guess",
        owner: "Finance",
        date: "2024-05-01",
        "review by": "2025-05-01",
        note: "soft",
        low: 0,
        high: 2,
      }),
      cost("A", level({ amount: "Own" })),
      cost("B", level({ amount: { value: 2, source: "lease" } }), { source: "line" }),
      cost("C", 3, { placeholder: "to be quoted" }),
      cost("D", 4),
    );
    const basis = (id: string) => p.assumptions.get(id)?.basis;
    expect(basis("own")).toEqual({ kind: "assumed", words: "a guess" });
    expect(p.assumptions.get("own")).toMatchObject({
      owner: "Finance",
      date: "2024-05-01",
      reviewBy: "2025-05-01",
      note: "soft",
      prices: "nominal",
    });
    expect([p.assumptions.get("own")?.low, p.assumptions.get("own")?.high].map(String)).toEqual(["0", "2"]);
    expect(basis("b.amount")).toEqual({ kind: "source", words: "lease" });
    expect(basis("c")).toEqual({ kind: "placeholder", words: "to be quoted" });
    expect(basis("d")).toEqual({ kind: "source", words: "bid of 1 May" });
  });

  test("prices hold for all money unless a line says otherwise, and for nothing else", () => {
    const p = programme(
      "Real",
      three,
      { ...source, prices: "2013/14" },
      cost("A", buildUp({ level: 1, from: "2024/25", months: 2 })),
    );
    expect(p.assumptions.get("a.level")?.prices).toBe("2013/14");
    expect(p.assumptions.get("a.months")).not.toHaveProperty("prices");
    expect(p.rows.get("balance")?.prices).toBe("2013/14");
  });
});

describe("a condition", () => {
  const p = programme(
    "Conditions",
    three,
    source,
    assumption("Cap", { value: 15, unit: "£" }),
    cost("Rent", { "2024/25": 10, then: 20 }),
    condition("Under the cap", { row: "Rent", "at most": "Cap", from: "2025/26" }),
    condition("In all", { "total of": "Rent", below: 50, severity: "warning", says: "too dear" }),
    condition("Exactly", { row: "rent", "equal to": 20, to: "2024/25" }),
  );

  test("is 1 where it holds and 0 where it does not, judged in its periods or once", () => {
    const { rows } = evaluate(p);
    expect(rows.get("under-the-cap")?.values.join(" ")).toBe("1 0 0");
    expect(rows.get("in-all")?.values.join(" ")).toBe("0 0 0");
    expect(rows.get("exactly")?.values.join(" ")).toBe("0 1 1");
    expect(rows.get("exactly")?.total).toBeUndefined();
    expect(p.conditions).toMatchObject([
      { id: "under-the-cap", first: 1, last: 2, once: false, severity: "error" },
      { id: "in-all", first: 0, last: 0, once: true, severity: "warning", says: "too dear" },
      { id: "exactly", first: 0, last: 0, once: false },
    ]);
  });

  test("on a total goes by what the row prints as its total: the sum, the average, or where it ends", () => {
    const counted = (totals: "sum" | "average" | "closing" | "none") =>
      programme(
        "Children",
        three,
        source,
        cost("Rent", 1),
        table("Care", {}, memorandum("In care", { "2024/25": 40, then: 46 }, { unit: "children", totals })),
        condition("Few", { "total of": "In care", "at most": 44 }),
      );
    const failing = (totals: "sum" | "average" | "closing") =>
      check(evaluate(counted(totals)))
        .findings.filter(({ kind }) => kind === "condition")
        .flatMap(({ failures }) => failures);
    expect(failing("sum")).toEqual(["over all periods: 132 children is not at most 44 children"]);
    expect(failing("average")).toEqual([]);
    expect(failing("closing")).toEqual(["2026/27: 46 children is not at most 44 children"]);
    expect(() => counted("none")).toThrow("In care comes to nothing over several periods");
  });

  test("is the source of its own bound", () => {
    const own = programme(
      "Own",
      three,
      {},
      cost("Rent", 1, source),
      condition("Met", { row: "Rent", "at most": 5 }),
    );
    expect(own.assumptions.get("met.at-most")).toMatchObject({
      unit: "£",
      basis: { kind: "source", words: "the condition “Met”" },
    });
  });
});

describe("new values for assumptions", () => {
  const p = programme(
    "Values",
    three,
    source,
    assumption("Unit cost", { value: 100, unit: "£ per year" }),
    cost("Rent", { "2024/25": 10, then: 20 }),
    cost("Care", level({ amount: "Unit cost", from: "2025-04-01" })),
    saving("Rise", buildUp({ level: 1200, from: "Apr 2024", months: 12 })),
    funding("Grant", balances("2024/25")),
  );
  const values = (changed: NewValues, id: string) =>
    evaluate(withValues(p, changed))
      .rows.get(id)
      ?.values.map((value) => value?.toDecimalPlaces(6).toString())
      .join(" ");

  test("change what depends on them, and leave the programme given as it was", () => {
    expect(values({ "unit-cost": "200" }, "care")).toBe("0 200 200");
    expect(values({ "Unit cost": "1e2" }, "care")).toBe("0 100 100");
    expect(values({ "rent@2025/26": 7 }, "rent")).toBe("10 7 20");
    expect(values({ "care.from": "2026-04-01" }, "care")).toBe("0 0 100");
    expect(values({ "rise.from": "Apr 2025" }, "rise")).toBe("0 650 1200");
    expect(values({ "rise.from": "2025-04-30" }, "rise")).toBe("0 650 1200");
    expect(evaluate(p).rows.get("rent")?.values.join(" ")).toBe("10 20 20");
    const changed = withValues(p, { "unit-cost": 1 });
    expect(changed.assumptions.get("unit-cost")?.set).toEqual([]);
    expect(changed.assumptions.get("unit-cost")?.basis).toEqual({
      kind: "assumed",
      words: "set for this run",
    });
    expect(withValues(p, { "rent@2025/26": 7 }).assumptions.get("rent")?.set).toEqual([1]);
    expect(p.assumptions.get("unit-cost")).not.toHaveProperty("set");
    expect(Object.isFrozen(changed)).toBe(true);
  });

  test("may be several, and what is set for a quarter is split over its months", () => {
    expect(values({ "rent@2024/25": 1, "rent@2026/27": 3 }, "rent")).toBe("1 20 3");
    const monthly = programme("Months", months("2024/25", "2024/25"), source, cost("Rent", 120));
    const rent = evaluate(withValues(monthly, { "rent@2024/25 Q1": 5 })).rows.get("rent");
    expect(rent?.values.slice(0, 4).join(" ")).toBe("1.67 1.67 1.66 10");
  });

  test.each<[NewValues, IssueCode, string, RegExp]>([
    [{ "unit-cots": 1 }, "unknown-name", "unit-cots", /did you mean “unit-cost”\?/],
    [{ nowhere: 1 }, "unknown-name", "nowhere", /choose one of those above/],
    [{ "unit-cost": "12k" }, "not-a-number", "unit-cost", /full pounds/],
    [{ "unit-cost": "1e40" }, "out-of-range", "unit-cost", /noughts/],
    [{ "unit-cost@2024/25": 5 }, "wrong-shape", "unit-cost@2024/25", /unit-cost=VALUE/],
    [{ "rent@2024/26": 5 }, "malformed-period", "rent@2024/26", /2024\/25/],
    [{ "rent@2030/31": 5 }, "year-outside-timeline", "rent@2030/31", /lengthen/],
    [{ "rent@Apr 2024": 5 }, "period-too-fine", "rent@Apr 2024", /write 2024\/25/],
    [{ "grant.years-to-balance": 1 }, "unknown-name", "grant.years-to-balance", /those above/],
    [{ "care.from": "soon" }, "malformed-period", "care.from", /./],
  ])("are refused at the key that they were given by, case %#", (changed, code, path, hint) => {
    try {
      withValues(p, changed);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues).toMatchObject([{ code, path: [path] }]);
      expect(error.issues[0]?.hint).toMatch(hint);
    }
  });

  test("all faults are reported at once", () => {
    try {
      withValues(p, { nowhere: 1, "unit-cost": "x", "unit-cost@2024/25": 1 });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues.map(({ code }) => code)).toEqual(["unknown-name", "not-a-number", "wrong-shape"]);
    }
  });

  test("without a period are those of every year, as one amount is in a file", () => {
    const values = (of: NewValues) => evaluate(withValues(p, of)).rows.get("rent")?.values.join(" ");
    expect(values({ rent: 7 })).toBe(
      values(Object.fromEntries(yearLabels(p.timeline).map((year) => [`rent@${year}`, 7]))),
    );
    expect(values({ "rent.2024/25": 8 })).toBe(values({ "rent@2024/25": 8 }));
  });

  test("keep to what the place allows, as the values they replace had to", () => {
    expect(() => withValues(p, { "rent@2024/25": -5 })).toThrow(InvestToSaveError);
    expect(() => withValues(p, { "rise.months": 0 })).toThrow(InvestToSaveError);
  });
});
