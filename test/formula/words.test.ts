import { decimal, type Formula, formula as f } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { words } from "../../src/formula/words.ts";
import { spoken } from "../../src/quantity/spoken.ts";

const names = { assumption: (id: string) => id, row: (id: string) => id.toUpperCase() };
const { assumption: a, row } = f;
const two = f.constant(decimal(2), "number");

describe("a formula in words", () => {
  test.each<[Formula, string]>([
    [f.multiply(a("families"), a("share"), a("unit cost")), "families × share × unit cost"],
    [f.add(row("opening"), row("in"), f.subtract(row("a"), row("b"))), "OPENING + IN + A − B"],
    [f.subtract(row("a"), f.subtract(row("b"), row("c"))), "A − (B − C)"],
    [f.multiply(f.add(a("x"), a("y")), two), "(x + y) × 2"],
    [f.divide(a("x"), f.multiply(a("y"), two)), "x ÷ (y × 2)"],
    [f.add(row("balance", 1), a("draws")), "BALANCE of the period before + draws"],
    [row("balance", 4), "BALANCE 4 periods before"],
    [f.total("saving"), "SAVING over all periods"],
    [f.opening(a("x"), row("r", 1)), "x at first, then R of the period before"],
    [f.minimum(a("claim"), a("cap")), "the least of claim and cap"],
    [f.maximum(f.nil, a("x"), a("y")), "the greatest of 0, x and y"],
    [f.compare(row("balance"), "at most", f.nil), "BALANCE is at most 0"],
    [f.choose(a("flag"), row("left"), f.nil), "LEFT where flag, else 0"],
    [
      f.round(f.multiply(a("x"), two), f.constant(decimal(1000), "£"), "up"),
      "(x × 2) rounded up to whole multiples of 1000",
    ],
    [f.fact("days"), "the days of the period"],
    [f.constant(decimal("1e21"), "£"), "1000000000000000000000"],
  ])("case %#", (formula, text) => {
    expect(words(formula, names)).toBe(text);
  });

  test("a choice or a comparison within a sum keeps its own words together", () => {
    const choice = f.choose(a("flag"), a("x"), a("y"));
    expect(words(f.add(choice, a("z")), names)).toBe("(x where flag, else y) + z");
    expect(words(f.subtract(choice, a("z")), names)).toBe("(x where flag, else y) − z");
  });
});

test("a list is said as it is spoken", () => {
  expect(spoken([])).toBe("");
  expect(spoken(["a"])).toBe("a");
  expect(spoken(["a", "b"])).toBe("a and b");
  expect(spoken(["a", "b", "c"])).toBe("a, b and c");
});
