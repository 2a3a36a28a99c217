import { describe, expect, test } from "vitest";
import { row } from "../../src/formula/formula.ts";
import { parseFormula } from "../../src/formula/parse.ts";
import { words } from "../../src/formula/words.ts";

const itself = (id: string) => id;

function said(text: string): string {
  const parsed = parseFormula(text, { own: "own", named: (name) => row(name) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  return words(parsed.formula, { assumption: itself, row: itself });
}

function fault(text: string) {
  const parsed = parseFormula(text, { own: "own", named: (name) => row(name) });
  if (parsed.ok) throw new Error(`${text} was read`);
  return parsed.fault;
}

describe("what is written is read", () => {
  test.each([
    ["a + b * c", "a + b × c"],
    ["(a + b) * c", "(a + b) × c"],
    ["a - b - c", "a − b − c"],
    ["a - (b - c)", "a − (b − c)"],
    ["a / b * c", "a ÷ b × c"],
    ["a / (b * c)", "a ÷ (b × c)"],
    ["pay-level - 2", "pay-level − 2"],
    ["pay -level", "pay − level"],
    ["Year 2 of 3 * 2", "Year 2 of 3 × 2"],
    ["set  up \n costs", "set up costs"],
    ["Children’s homes + Löhne + 児童", "Children’s homes + Löhne + 児童"],
    ['"a + b (c) / d"', "a + b (c) / d"],
    ["2.5% * .5", "0.025 × 0.5"],
    ["min(a, b, 3)", "the least of a, b and 3"],
    ["previous()", "own of the period before"],
    ["previous(previous(a))", "a 2 periods before"],
    ["total(a)", "a over all periods"],
    ["previous", "previous"],
    ["rent.amount * 2", "rent.amount × 2"],
    ["months()", "the months of the period"],
  ])("%s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe("what cannot be read is refused with its column", () => {
  test.each<[string, number, string, RegExp]>([
    ["", 1, "wrong-shape", /say what comes here/],
    ["   ", 4, "wrong-shape", /say what comes here/],
    ["a +", 4, "wrong-shape", /say what comes here/],
    ["a * * b", 5, "wrong-shape", /say what comes here/],
    ["a 2 + (b", 9, "wrong-shape", /close each bracket/],
    ["a)", 2, "wrong-shape", /take the bracket out/],
    ["a, b", 2, "wrong-shape", /comma/],
    ["16 to 18", 4, "wrong-shape", /double quotes/],
    ["£5 + a", 1, "wrong-shape", /assumption/],
    ["a + 1,000", 5, "not-a-number", /write 1000;/],
    ["min(1,000, a)", 5, "not-a-number", /space after the comma/],
    ["a + 12345678901234567890123456789012345678", 5, "too-many-digits", /./],
    ['"a', 1, "wrong-shape", /close the quotes/],
    ['"" + a', 1, "wrong-shape", /write the name/],
    ["a ^ 2", 3, "wrong-shape", /double quotes/],
    ["totl(a)", 1, "wrong-shape", /total/],
    ["pay (net)", 1, "wrong-shape", /double quotes/],
    ["constructor(a)", 1, "wrong-shape", /double quotes/],
    ["total()", 1, "wrong-shape", /total\(name\)/],
    ["total(a + b)", 1, "wrong-shape", /row of its own/],
    ["total(previous(a))", 1, "wrong-shape", /row of its own/],
    ["previous(2)", 1, "wrong-shape", /row of its own/],
    ["round(a)", 1, "wrong-shape", /round\(amount, unit\)/],
    ["round(a, 0)", 1, "out-of-range", /whole pounds/],
    ["years(a)", 1, "wrong-shape", /years\(\)/],
    ["児 + ?", 5, "wrong-shape", /./],
    ["𝒜 + ?", 5, "wrong-shape", /./],
  ])("%s", (text, column, code, hint) => {
    const found = fault(text);
    expect(found).toMatchObject({ column, code });
    expect(found.hint).toMatch(hint);
  });

  test("what is too deep or too long for anyone", () => {
    expect(fault(`${"(".repeat(200)}a${")".repeat(200)}`).code).toBe("too-deep");
    expect(fault("-".repeat(200)).code).toBe("too-deep");
    expect(fault("a + ".repeat(20_000)).code).toBe("too-deep");
    expect(fault("(".repeat(100_000)).code).toBe("too-deep");
    expect(said(`${"(".repeat(40)}a${")".repeat(40)}`)).toBe("a");
    expect(said(Array(200).fill("a").join(" - "))).toContain("a − a");
  });
});
