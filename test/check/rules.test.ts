import {
  build,
  check,
  cost,
  evaluate,
  funding,
  type LineAttributes,
  type Part,
  programme,
  saving,
  years,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

const two = years("2024/25", "2025/26");
const source = { source: "worked by hand" };

function finding(attributes: LineAttributes, ...costs: Part[]) {
  const p = programme("Borrowed", two, source, ...costs, funding("Loan", { "2024/25": 50 }, attributes));
  return check(evaluate(p)).findings.find(({ kind }) => kind === "rule");
}

const staff = cost("Staff", 100);
const kit = cost("Kit", { "2024/25": 60 }, { spend: "capital" });

describe("a saving below nil", () => {
  const checked = (words: string) => {
    const parts = [cost("Staff", 100), saving("Homes", calculated(words))];
    return check(evaluate(programme("Saved", two, source, ...parts)));
  };

  test("is a warning with its amount, and nothing is listed where there is none", () => {
    const { findings, holds } = checked("Staff - Staff * 3");
    expect(holds).toBe(true);
    expect(findings.find(({ kind }) => kind === "rule")).toMatchObject({
      label: "no saving is below nil",
      severity: "warning",
      failures: ["2024/25: Homes is −£200, and below nil in 1 more period"],
    });
    expect(checked("Staff - Staff").findings.some(({ kind }) => kind === "rule")).toBe(false);
  });
});

describe("borrowing", () => {
  test("fails where it meets revenue cost and names no direction", () => {
    expect(finding({ borrowing: true }, staff)).toMatchObject({
      holds: false,
      severity: "error",
      failures: ["2024/25: Loan of £50 is borrowed where revenue cost is £100"],
    });
    expect(finding({ borrowing: true }, staff)?.label).toContain("capitalisation direction");
  });

  test.each<[string, LineAttributes, Part[]]>([
    ["with a direction", { borrowing: true, direction: "Direction of 1 May 2024" }, [staff]],
    ["where there is no revenue cost", { borrowing: true }, [kit]],
    [
      "where revenue cost falls in other periods",
      { borrowing: true },
      [cost("Staff", { "2025/26": 100 }), kit],
    ],
    ["for capital cost", { borrowing: true, spend: "capital" }, [staff, kit]],
  ])("holds %s", (_, attributes, costs) => {
    expect(finding(attributes, ...costs)).toMatchObject({ holds: true, failures: [] });
  });

  test("for capital fails beyond the capital cost", () => {
    expect(finding({ borrowing: true, spend: "capital" }, staff)?.failures).toEqual([
      "over all periods: £50 is borrowed for capital cost of £0",
    ]);
  });

  test("is not looked for where nothing is borrowed", () => {
    expect(finding({}, staff)).toBeUndefined();
    expect(finding({ borrowing: false }, staff)).toBeUndefined();
  });

  test("is said of funding only, and eligibility of costs only", () => {
    const parts = [
      cost("Staff", 1, { borrowing: true, direction: "D" }),
      funding("Loan", 1, { eligible: true }),
    ];
    expect(build("Wrong", two, source, parts).issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-shape", "Staff", "borrowing"],
      ["wrong-shape", "Staff", "direction"],
      ["wrong-shape", "Loan", "eligible"],
    ]);
  });

  test("is read from a file", () => {
    const text =
      "title: A\nyears: 2024/25\nsource: s\ncosts: { Staff: 9 }\nfunding:\n  Loan: { 2024/25: 5, borrowing: true }\n";
    const { programme: p, issues } = read(text);
    expect(issues).toEqual([]);
    expect(p && check(evaluate(p)).holds).toBe(false);
  });
});
