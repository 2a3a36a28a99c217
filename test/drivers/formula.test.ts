import {
  assumption,
  build,
  cost,
  evaluate,
  explain,
  group,
  type LineAttributes,
  memorandum,
  months,
  type Part,
  programme,
  table,
  years,
} from "invest-to-save";
import { calculated, staffing } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const source = { source: "plan" };
const three = years("2024/25", "2026/27");
const parts: Part[] = [
  assumption("Families", { value: 500, unit: "families" }),
  assumption("Unit cost", { value: 840, unit: "£ per family" }),
  assumption("Share", { value: "20%", unit: "share" }),
  assumption("Cap", { value: 250, unit: "£" }),
  cost("Wages", staffing({ posts: 1, salary: 100, "vacancy share": "10%" })),
  cost("Staff", { "2024/25": 100, "2025/26": 200, then: 400 }),
  group(
    "On going",
    { subtotal: "Sub-Total Ongoing Costs" },
    cost("Food & drink (net)", 10),
    cost("Fares", 20),
  ),
];

const built = (text: string) => build("Team", three, source, [...parts, cost("Line", calculated(text))]);

function worked(text: string): string {
  const { programme: p, issues } = built(text);
  if (p === undefined) throw new Error(JSON.stringify(issues));
  return evaluate(p).rows.get("line")?.values.join(" ") ?? "";
}

const codes = (text: string) =>
  built(text).issues.flatMap(({ code, severity }) => (severity === "error" ? [code] : []));

describe("a written formula", () => {
  test.each<[string, string]>([
    ["families * share * unit cost", "84000 84000 84000"],
    ["Families × Share × Unit cost", "84000 84000 84000"],
    ["Staff * 10% + Fares", "30 40 60"],
    ["Staff - Fares - fares", "60 160 360"],
    ["Staff / 4 / 5", "5 10 20"],
    ["Staff * (1 - share)", "80 160 320"],
    ["-Staff + Staff * 2", "100 200 400"],
    ["Sub-Total Ongoing Costs * 2", "60 60 60"],
    ["sub-total-ongoing-costs * 2", "60 60 60"],
    ['"Food & drink (net)" * 3', "30 30 30"],
    ["“Food & drink (net)” − Fares", "-10 -10 -10"],
    ["previous() + Staff", "100 300 700"],
    ["Staff - previous(Staff)", "100 100 200"],
    ["previous(previous(Staff))", "0 0 100"],
    ["total(Staff) - Staff", "600 500 300"],
    ["min(Staff, cap)", "100 200 250"],
    ["max(0, Staff - cap)", "0 0 150"],
    ["round(Staff / 3, 10)", "30 70 130"],
    ["round(Staff, Cap)", "0 250 500"],
    ["Staff * years() / years()", "100 200 400"],
    ["Wages.salary * Wages.posts filled * years()", "90 90 90"],
    ["  Staff\n * 2 ", "200 400 800"],
  ])("%s", (text, values) => {
    expect(worked(text)).toBe(values);
  });

  test("may be a row of any unit, and knows how long its periods are", () => {
    const rows = table(
      "Outcomes",
      {},
      memorandum("Referred", { "2024/25": 120 }, { unit: "families" }),
      memorandum("Reached", calculated("Referred * 50%"), { unit: "families" }),
      memorandum("Share reached", calculated("total(Reached) / total(Referred)"), {
        unit: "share",
        totals: "none",
      }),
    );
    const rate = assumption("Rate", { value: 1_200, unit: "£ per year" });
    const lines = [rows, rate, cost("Rent", calculated("Rate * years()"))];
    const { rows: table_ } = evaluate(programme("Team", months("2024/25", "2024/25"), source, ...lines));
    expect(table_.get("reached")?.total?.toString()).toBe("60");
    expect(table_.get("share-reached")?.values[0]?.toString()).toBe("0.5");
    expect(table_.get("rent")?.values[0]?.toDecimalPlaces(20).toString()).toBe("100");
  });

  test("is explained as any other line", () => {
    const p = programme(
      "Team",
      three,
      source,
      ...parts,
      cost("Line", calculated("families * share * unit cost")),
    );
    expect(explain(p, "Line", "2024/25").words).toBe("Families × Share × Unit cost");
  });

  test("is read from a file", () => {
    const text =
      "title: T\nyears: 2024/25 to 2025/26\nsource: s\ncosts:\n  A: 100\n  B: { formula: A * 12% + previous(A) }\n";
    const { programme: model, issues } = read(text, { file: "t.yaml" });
    expect(issues).toEqual([]);
    expect(model && evaluate(model).rows.get("b")?.values.join(" ")).toBe("12 112");
  });

  test.each<[string, string]>([
    ["Staff * Nobody", "unknown-name"],
    ["previous(Nobody) + Staff", "unknown-name"],
    ["families * unit cost * Fares", "wrong-unit"],
    ["Staff + share", "wrong-unit"],
    ["Staff + 5", "wrong-unit"],
    ["Line * 2", "cycle"],
    ["Total Cost * 10%", "cycle"],
    ["total(Line)", "cycle"],
    ["previous(share) * Staff", "wrong-shape"],
    ["total(families) * unit cost", "wrong-shape"],
  ])("%s is refused: %s", (text, code) => {
    expect(codes(text)).toContain(code);
  });

  test("says where it cannot be read, what was expected and what to do", () => {
    expect(built("Staff * (Fares").issues.filter(({ severity }) => severity === "error")).toMatchObject([
      {
        code: "wrong-shape",
        path: ["Line"],
        message: "the formula of Line cannot be read at column 15",
        expected: "a closing bracket",
        received: "the end",
        hint: "close each bracket that is opened",
      },
    ]);
  });

  test("takes the attributes of its line", () => {
    const attributes: LineAttributes = { agency: "NHS" };
    const p = programme("Team", three, source, ...parts, cost("Line", calculated("Staff"), attributes));
    expect(p.lines.at(-1)).toMatchObject({ agency: "NHS", driver: "formula", options: "Staff" });
  });
});
