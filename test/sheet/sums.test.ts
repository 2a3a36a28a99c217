import { evaluate, layOut, type Sheet } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

/** A table of some rows beside a statement of two costs, a funding and a saving. */
function beside(rows: string, options: { table?: string; round?: "footed" } = { table: "Beside" }): Sheet {
  const model = readProgramme(`title: Hub
years: 2024/25 to 2026/27
source: plan
assumptions:
  Places: { value: 2, unit: number }
costs:
  Staff: { 2024/25: 100400, then: 110400 }
  Rent: { 2024/25: 20400, then: 24400 }
funding:
  Fund: { 2024/25: 9400, then: 8400 }
savings:
  Care: { 2025/26: 70400, then: 90400 }
memorandum:
  Beside:
    lines:
${rows.replaceAll(/^/gm, "      ")}
`);
  return layOut(evaluate(model), options);
}

/** What a sheet says of its rows: which are the sum of which, and which follow from which. */
function said({ rows, sums, derived }: Sheet): string[] {
  const name = (row: number) => rows[row]?.label;
  const list = (all: readonly number[]) => all.map(name).join(" + ");
  return [
    ...sums.map(({ total, of }) => `${name(total)} = ${list(of)}`),
    ...derived.map(
      ({ row, plus, minus, runsOn }) =>
        `${name(row)} = ${runsOn ? "before + " : ""}${list(plus)}${minus.length > 0 ? ` less ${list(minus)}` : ""}`,
    ),
  ];
}

describe("a sheet says which of its rows are made of others", () => {
  test("of the statement its sums, with the signs that are printed", () => {
    expect(said(beside("Staff again: { formula: Staff }", {}))).toEqual([
      "Total Cost = Staff + Rent",
      "Total Funding = Fund + Care",
      "Balance of Funding Required / (Savings) = Total Cost + Total Funding",
    ]);
  });

  const all = "A: { formula: Staff }\nB: { formula: Rent }\nC: { formula: Care }\n";
  test.each<[string, string, readonly string[]]>([
    ["the sum of two", "X: { formula: A + B }", ["X = A + B"]],
    ["the difference of two", "X: { formula: A - B }", ["X = A less B"]],
    ["less than a sum", "X: { formula: A - (B + C) }", ["X = A less B + C"]],
    ["a difference of differences", "X: { formula: A - (B - C) }", ["X = A + C less B"]],
    ["what cancels", "X: { formula: A + B - B }", ["X = A"]],
    ["twice the same", "X: { formula: A + A + B }", []],
    ["what comes to nothing", "X: { formula: A - A }", ["X = "]],
    ["the same", "X: { formula: A }", ["X = A"]],
    ["a sum and nil", "X: { formula: A + B + 0 * A }", []],
    ["a product", "X: { formula: A * Places }", []],
    ["a sum with an assumption", "X: { formula: A + B * Places }", []],
    ["a quotient", "X: { formula: A / 2 + B }", []],
    ["the greater of two", "X: { formula: 'max(A, B)' }", []],
    ["what runs on", "X: { formula: previous() + A, totals: closing }", ["X = before + A"]],
    ["what runs on and loses", "X: { formula: previous() - A, totals: closing }", ["X = before +  less A"]],
    ["what runs on less than nothing", "X: { formula: A - previous(), totals: closing }", []],
    ["what runs on twice", "X: { formula: previous() + previous() + A, totals: closing }", []],
    ["what runs on alone", "X: { formula: previous(), totals: closing }", []],
    ["another row before", "X: { formula: previous(A) + B }", []],
    ["through a row that is not printed", "X: { formula: Staff + B }", []],
    ["a row of the statement that is not printed and is no sum", "X: { formula: Rent * 1 + B }", []],
  ])("%s", (_, row, expected) => {
    expect(said(beside(all + row))).toEqual(expected);
  });

  test("in a table beside, where that is rounded together with the statement", () => {
    expect(
      said(
        beside("X: { formula: Staff - Care }\nY: { formula: previous() + balance, totals: closing }", {
          table: "Beside",
          round: "footed",
        }),
      ),
    ).toEqual([]);
  });
});
