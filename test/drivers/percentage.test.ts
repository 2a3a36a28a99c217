import {
  assumption,
  build,
  cost,
  evaluate,
  group,
  memorandum,
  type Part,
  type PercentageOptions,
  percentage,
  programme,
  saving,
  table,
  withValues,
  years,
} from "invest-to-save";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const source = { source: "budget" };
const two = years("2024/25", "2025/26");
const staff = cost("Staff", { "2024/25": 200, then: 300 });
const rent = cost("Rent", 50);

function worked(options: PercentageOptions, ...more: Part[]): string {
  const p = programme("Team", two, source, staff, rent, ...more, saving("Line", percentage(options)));
  return evaluate(p).rows.get("line")?.values.join(" ") ?? "";
}

function faults(options: PercentageOptions, ...more: Part[]) {
  return build("Team", two, source, [staff, rent, ...more, cost("Line", percentage(options))]).issues;
}

describe("a percentage", () => {
  test("is of a line, of a total or of several lines", () => {
    expect(worked({ of: "Staff", rate: "10%" })).toBe("20 30");
    expect(worked({ of: "Total Cost", rate: 0.1 })).toBe("25 35");
    expect(worked({ of: ["Staff", "Rent"], rate: "10%" })).toBe("25 35");
    const ongoing = group(
      "Ongoing",
      { subtotal: "Sub-Total Ongoing Costs" },
      cost("Food", 1),
      cost("Fares", 2),
    );
    expect(worked({ of: "Sub-Total Ongoing Costs", rate: 2, "above 100%": true }, ongoing)).toBe("6 6");
  });

  test("takes its rate by year or by name", () => {
    expect(worked({ of: "Staff", rate: { "2024/25": "10%", then: "20%" } })).toBe("20 60");
    expect(worked({ of: "Staff", rate: "Fee" }, assumption("Fee", { value: "1%", unit: "share" }))).toBe(
      "2 3",
    );
  });

  test("keeps the unit of what it is of", () => {
    const heads = table(
      "Heads",
      {},
      memorandum("Referred", 200, { unit: "families" }),
      memorandum("Reached", percentage({ of: "Referred", rate: "60%" }), { unit: "families" }),
    );
    const p = programme("Team", two, source, rent, heads);
    expect(evaluate(p).rows.get("reached")?.values.join(" ")).toBe("120 120");
    const wrong = table(
      "Heads",
      {},
      memorandum("Reached", percentage({ of: "Rent", rate: 1 }), { unit: "families" }),
    );
    expect(build("Team", two, source, [rent, wrong]).issues[0]?.code).toBe("wrong-unit");
  });

  test("never contains itself", () => {
    expect(faults({ of: "Total Cost", rate: "10%" })).toMatchObject([
      { code: "cycle", message: expect.stringContaining("Total Cost") },
    ]);
    expect(faults({ of: "Line", rate: "10%" })).toMatchObject([{ code: "cycle" }]);
  });

  test("is at most the whole of what it is of, unless the model says otherwise", () => {
    expect(worked({ of: "Staff", rate: 1 })).toBe("200 300");
    expect(worked({ of: "Staff", rate: "150%", "above 100%": true })).toBe("300 450");
    expect(faults({ of: "Staff", rate: 12 })).toMatchObject([
      {
        code: "out-of-range",
        path: ["Line", "rate"],
        received: "12",
        hint: "write 12% if that is meant; if it really is more than the whole, add above 100%: true",
      },
    ]);
    expect(faults({ of: "Staff", rate: { "2024/25": "10%", then: "120%" } })).toMatchObject([
      { code: "out-of-range", path: ["Line", "rate", "then"], received: "120%" },
    ]);
    const fee = assumption("Fee", { value: 1.2, unit: "share" });
    expect(faults({ of: "Staff", rate: "Fee" }, fee)).toMatchObject([{ code: "out-of-range" }]);
    expect(worked({ of: "Staff", rate: "Fee", "above 100%": true }, fee)).toBe("240 360");
    const p = programme("Team", two, source, staff, cost("Line", percentage({ of: "Staff", rate: "12%" })));
    expect(() => withValues(p, { "line.rate": 12 })).toThrow("out-of-range");
  });

  test("is read from a file with the same keys", () => {
    const text =
      "title: T\nyears: 2024/25 to 2025/26\nsource: s\ncosts:\n  A: 100\n  B: { percentage: { of: A, rate: 12% } }\n  D: { percentage: { of: A, rate: 120%, above 100%: true } }\nsavings:\n  C: { percentage: { of: [A, B], rate: { 2025/26: 5% } } }\n";
    const { programme: model, issues } = read(text, { file: "t.yaml" });
    expect(issues).toEqual([]);
    expect(model && evaluate(model).rows.get("c")?.values.join(" ")).toBe("0 5.6");
  });

  test.each<[string, PercentageOptions, string, string[]]>([
    ["a base that is not there", { of: "Stuff", rate: 1 }, "unknown-name", ["Line", "of"]],
    [
      "one of several that is not there",
      { of: ["Rent", "Stuff"], rate: 1 },
      "unknown-name",
      ["Line", "of", "1"],
    ],
    ["no base", { of: [], rate: 1 }, "wrong-shape", ["Line", "of"]],
    ["a base named twice", { of: ["Rent", "rent"], rate: 1 }, "wrong-shape", ["Line", "of"]],
    ["a negative rate", { of: "Rent", rate: -1 }, "out-of-range", ["Line", "rate"]],
    [
      "a rate in pounds",
      { of: "Rent", rate: { value: 1, unit: "£" } },
      "wrong-unit",
      ["Line", "rate", "unit"],
    ],
  ])("refuses %s", (_, options, code, path) => {
    expect(faults(options)).toMatchObject([{ code, path }]);
  });

  test("refuses an assumption in place of a line", () => {
    const fee = assumption("Fee", { value: 5, unit: "£" });
    expect(faults({ of: "Fee", rate: 1 }, fee)).toContainEqual(
      expect.objectContaining({ code: "wrong-shape", received: "Fee" }),
    );
  });
});
