import {
  assumption,
  condition,
  cost,
  type Driver,
  decimal,
  evaluate,
  explain,
  formula as f,
  InvestToSaveError,
  level,
  months,
  programme,
  quarters,
  rollUp,
  saving,
  type Totals,
  timelineOf,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import { factOf } from "../../src/table/fact.ts";
import { together } from "../../src/table/totals.ts";

const source = { source: "worked by hand" };

/** A line of nil with one row beside it for each rule, counting 1, 2, 3… */
const counting: Driver = {
  name: "counting",
  options: {},
  build: (line) => {
    const count = f.add(f.fact("index"), f.constant(decimal(1), "number"));
    for (const totals of ["sum", "closing", "average", "none"] satisfies Totals[]) {
      line.row(totals, { unit: "number", totals, formula: count });
    }
    return f.multiply(f.nil, line.value("nothing", 0, "£"));
  },
};

describe("rolling up", () => {
  const monthly = evaluate(programme("Count", months("2024/25", "2025/26"), source, cost("Line", counting)));
  const row = (table: typeof monthly, id: string) => {
    const { values, total } = table.rows.get(`line.${id}`) ?? expect.fail(id);
    return [...values, total].map((value) => value?.toString());
  };

  test.each([
    ["sum", ["78", "222", "300"]],
    ["closing", ["12", "24", "24"]],
    ["average", ["6.5", "18.5", "12.5"]],
    ["none", [undefined, undefined, undefined]],
  ])("goes by the rule of the row: %s", (rule, values) => {
    expect(row(rollUp(monthly), rule)).toEqual(values);
  });

  test("goes by quarter where asked, and quarters go on to years", () => {
    expect(row(rollUp(monthly, "quarter"), "sum").slice(0, 3)).toEqual(["6", "15", "24"]);
    expect(row(rollUp(monthly, "quarter"), "closing").slice(0, 3)).toEqual(["3", "6", "9"]);
    const quarterly = evaluate(
      programme("Count", quarters("2024/25", "2024/25"), source, cost("Line", counting)),
    );
    expect(row(rollUp(quarterly), "sum")).toEqual(["10", "10"]);
    expect(row(rollUp(rollUp(monthly, "quarter")), "sum")).toEqual(["78", "222", "300"]);
  });

  test("to its own periods changes nothing, and to shorter ones is refused", () => {
    expect(row(rollUp(monthly, "month"), "sum")).toEqual(row(monthly, "sum"));
    const yearly = evaluate(programme("Count", years("2024/25", "2025/26"), source, cost("Line", counting)));
    expect(() => rollUp(yearly, "month")).toThrow(
      /period-too-fine: a model by year cannot be shown by month/,
    );
  });

  test("takes the periods there are where the timeline begins or ends within a year", () => {
    const part = evaluate(
      programme("Count", timelineOf("Feb 2025 to May 2025", "month"), source, cost("Line", counting)),
    );
    expect(rollUp(part).timeline).toMatchObject({ grain: "year", count: 2 });
    expect(row(rollUp(part), "sum")).toEqual(["3", "7", "10"]);
    expect(row(rollUp(part), "closing")).toEqual(["2", "4", "4"]);
    expect(row(rollUp(part), "average")).toEqual(["1.5", "3.5", "2.5"]);
  });

  test("keeps the programme, and gives a frozen table of the longer timeline", () => {
    const rolled = rollUp(monthly);
    expect(rolled.programme).toBe(monthly.programme);
    expect(rolled.timeline).toMatchObject({ grain: "year", count: 2 });
    expect(Object.isFrozen(rolled)).toBe(true);
  });
});

describe("several periods together", () => {
  const list = [1, 2, 6].map((n) => decimal(n));

  test.each<[Totals, string | undefined]>([
    ["sum", "9"],
    ["closing", "6"],
    ["average", "3"],
    ["none", undefined],
  ])("%s", (rule, value) => {
    expect(together(list, rule)?.toString()).toBe(value);
  });

  test("are nothing where a period has no value, or where there is none", () => {
    expect(together([...list, undefined], "sum")).toBeUndefined();
    expect(together([], "closing")).toBeUndefined();
  });
});

describe("the facts of a period", () => {
  test("are those of the calendar", () => {
    const timeline = timelineOf("Feb 2024 to Apr 2024", "month");
    const facts = (at: number) =>
      (["index", "year index", "days", "year days", "months"] as const).map((fact) =>
        Number(factOf(timeline, fact, at)),
      );
    expect(facts(0)).toEqual([0, 0, 29, 366, 1]);
    expect(facts(2)).toEqual([2, 1, 30, 365, 1]);
    expect(Number(factOf(timeline, "first day", 0))).toBe(Date.UTC(2024, 1, 1) / 86_400_000);
    expect(Number(factOf(timeline, "last day", 0))).toBe(Date.UTC(2024, 1, 29) / 86_400_000);
    expect(Number(factOf(timeline, "first month", 0))).toBe(2024 * 12 + 1);
    expect(factOf(quarters("2024/25", "2024/25"), "years", 0).toString()).toBe("0.25");
  });
});

describe("a table", () => {
  test("has every row, each with its values and its total, and is frozen", () => {
    const p = programme(
      "Rent",
      years("2024/25", "2025/26"),
      source,
      cost("Rent", 10),
      saving("Care", { "2025/26": 25 }),
    );
    const table = evaluate(p);
    const all = [...table.rows].map(([id, { values, total }]) => [id, values.join(" "), String(total)]);
    expect(all).toEqual([
      ["rent", "10 10", "20"],
      ["care", "0 25", "25"],
      ["total-cost", "10 10", "20"],
      ["total-repayment", "0 0", "0"],
      ["funding-before-savings", "0 0", "0"],
      ["total-saving", "0 25", "25"],
      ["total-funding", "0 25", "25"],
      ["balance", "10 -15", "-5"],
    ]);
    expect(Object.isFrozen(table)).toBe(true);
  });

  test("a divisor of nil is a fault with the line and the period", () => {
    const divides: Driver = {
      name: "divides",
      options: {},
      build: (line) => f.divide(line.value("of", 5, "£"), f.fact("index")),
    };
    const p = programme("Nil", years("2024/25", "2025/26"), source, cost("Line", divides));
    try {
      evaluate(p);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues).toMatchObject([
        {
          code: "division-by-nil",
          path: ["Line", "2024/25"],
          hint: "give the divisor a value in that period, or let the line start later",
        },
      ]);
    }
  });
});

describe("explaining a figure", () => {
  const p = programme(
    "Lease",
    years("2024/25", "2026/27"),
    source,
    assumption("Yearly rent", { value: 36_500, unit: "£ per year", source: "lease of 1 March" }),
    cost("Rent", level({ amount: "Yearly rent", from: "2025-03-22" })),
    cost("Rates", 500, { assumed: "as last year" }),
    condition("Cheap", { row: "total-cost", "at most": 40_000 }),
  );

  test("names the row, says its formula in words and ends in sources", () => {
    const why = explain(p, "Rent", "2024/25");
    expect(why.words).toMatch(/^Yearly rent × .*year$/);
    expect(why.value.toString()).toBe("1000");
    const text = JSON.stringify(why);
    expect(text).toContain('"words":"lease of 1 March"');
    expect(text).toContain('"words":"worked by hand"');
    expect(JSON.stringify(explain(p, "rates", "24/25"))).toContain('"kind":"assumed","words":"as last year"');
  });

  test("leaves a branch that divides by nil out where it is not taken, and says so", () => {
    const shared: Driver = {
      name: "shared",
      options: {},
      build: (line) => {
        const [all, people] = [line.value("all", 600, "£"), line.value("people", 0, "number")];
        return f.choose(
          f.compare(people, "above", f.constant(decimal(0), "number")),
          f.divide(all, people),
          all,
        );
      },
    };
    const why = explain(
      programme("Each", years("2024/25", "2025/26"), source, cost("Each", shared)),
      "Each",
      "2024/25",
    );
    const [chosen] = why.parts;
    expect(chosen).toMatchObject({ step: { is: "operation", label: "choose" }, binds: 2 });
    expect(chosen?.parts.map(({ step, value }) => [step.label, value.toString()]).slice(1)).toEqual([
      ["not worked out: it would divide by nil", "0"],
      ["Each: all", "600"],
    ]);
  });

  test("finds a row by its label or id, whatever the case", () => {
    for (const name of ["Total Cost", "total-cost", " TOTAL COST "]) {
      expect(explain(p, name, "2025/26").value.toString()).toBe("37000");
    }
    expect(explain(p, "Balance of Funding Required / (Savings)").value.toString()).toBe("75500");
  });

  test("explains a total by its periods", () => {
    const why = explain(p, "Rates");
    expect(why.step).toMatchObject({ is: "row", period: "2024/25 to 2026/27" });
    expect(why.parts).toMatchObject([{ step: { is: "operation", label: "total" } }]);
    expect(why.parts[0]?.parts.map(({ value }) => value.toString())).toEqual(["500", "500", "500"]);
  });

  test("never gives nil as the total of a row that has no total", () => {
    const counted = programme("Count", years("2024/25", "2026/27"), source, cost("Line", counting));
    expect(evaluate(counted).rows.get("line.none")?.total).toBeUndefined();
    let value: string | undefined;
    try {
      value = explain(counted, "line.none").value.toString();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
    }
    expect(value).not.toBe("0");
  });

  test("explains a condition over all periods without calling it unmet where it holds throughout", () => {
    const why = explain(p, "Cheap");
    expect(why.parts[0]?.parts.map(({ value }) => value.toString())).toEqual(["1", "1", "1"]);
    expect(why.value.toString()).not.toBe("0");
  });

  test.each([
    ["Rant", "2024/25", "unknown-name", "did you mean “Rent”?"],
    ["Nothing like it", "2024/25", "unknown-name", "choose one of those above"],
    ["Rent", "2024/26", "malformed-period", "write 2024/25"],
    ["Rent", "2030/31", "year-outside-timeline", "leave 2030/31 out, or lengthen the timeline to hold it"],
    ["Rent", "Apr 2024", "period-too-fine", "write 2024/25, or give the timeline months for its periods"],
  ])("of %s in %s is refused with %s", (name, period, code, hint) => {
    try {
      explain(p, name, period);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues).toMatchObject([{ code, hint }]);
    }
  });
});
