import { evaluate, InvestToSaveError, print } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

/** A number, and rows each of which is the one before it times itself. */
const squares = (start: string, count: number) =>
  readProgramme(`title: T
years: 2025/26 to 2026/27
source: s
assumptions: { K: { value: ${start}, unit: number } }
costs: { Rent: 1 }
memorandum:
  M:
    lines:
      A0: { formula: K, unit: number, totals: none }
${Array.from({ length: count }, (_, at) => `      A${at + 1}: { formula: A${at} * A${at}, unit: number, totals: none }\n`).join("")}`);

describe("what is multiplied again and again", () => {
  test.each([2, 10, 24, 60])("is refused where it is larger than any amount, after %i times", (count) => {
    try {
      evaluate(squares("1e29", count));
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues).toMatchObject([{ code: "out-of-range", path: ["A2", "2025/26"] }]);
    }
  });

  test("is worked out up to sixty digits", () => {
    expect(evaluate(squares("1e29", 1)).rows.get("a1")?.values[0]?.toFixed()).toBe(`1${"0".repeat(58)}`);
    expect(evaluate(squares("1e5", 3)).rows.get("a3")?.values[0]?.toFixed()).toBe(`1${"0".repeat(40)}`);
  });

  test("is nil where it is smaller than anything that could be told", () => {
    const model = squares("1e-9", 60);
    expect(evaluate(model).rows.get("a60")?.values[0]?.toFixed()).toBe("0");
    expect(print(model, { as: "json", table: "M" }).length).toBeLessThan(1_000_000);
  });
});
