import fc from "fast-check";
import { type Decimal, decimal } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { exactReading } from "../../src/formula/exact.ts";
import { constant, fold, nil } from "../../src/formula/formula.ts";
import { parseFormula } from "../../src/formula/parse.ts";

/** An expression as it is written, and what a reader with a calculator makes of it. */
interface Sum {
  readonly text: string;
  /** How tightly it binds: 0 for sums, 1 for products, 2 for what needs no brackets. */
  readonly binds: 0 | 1 | 2;
  readonly value: Decimal;
}

const names: Readonly<Record<string, Decimal>> = {
  Families: decimal(380),
  "unit cost": decimal("840.5"),
  "Sub-Total Ongoing Costs": decimal("-12.25"),
  "“Food & drink (net)”": decimal(7),
  Löhne: decimal("0.125"),
};

const leaf: fc.Arbitrary<Sum> = fc.oneof(
  fc
    .constantFrom(...Object.keys(names))
    .map((text): Sum => ({ text, binds: 2, value: names[text] as Decimal })),
  fc
    .integer({ min: 0, max: 99_999 })
    .map((n): Sum => ({ text: String(n / 100), binds: 2, value: decimal(n).div(100) })),
  fc.integer({ min: 0, max: 200 }).map((n): Sum => ({ text: `${n}%`, binds: 2, value: decimal(n).div(100) })),
);

const bracketed = ({ text, binds }: Sum, least: number) => (binds < least ? `(${text})` : text);

function both(left: Sum, sign: "+" | "-" | "*" | "/", right: Sum): Sum {
  const binds = sign === "+" || sign === "-" ? 0 : 1;
  const text = `${bracketed(left, binds)} ${sign} ${bracketed(right, binds + 1)}`;
  if (sign === "/" && right.value.isZero()) return left;
  const value = { "+": "plus", "-": "minus", "*": "times", "/": "div" } as const;
  return { text, binds, value: left.value[value[sign]](right.value) };
}

const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc
      .tuple(tie("sum"), fc.constantFrom("+", "-", "*", "/"), tie("sum"))
      .map(([a, sign, b]) => both(a, sign, b)),
    tie("sum").map((a): Sum => ({ text: `(${a.text})`, binds: 2, value: a.value })),
    tie("sum").map((a): Sum => ({ text: `-${bracketed(a, 2)}`, binds: 2, value: a.value.negated() })),
    fc
      .array(tie("sum"), { minLength: 1, maxLength: 3 })
      .map(
        (of): Sum => ({ text: `min(${of.map(({ text }) => text).join(", ")})`, binds: 2, value: least(of) }),
      ),
    fc
      .tuple(tie("sum"), tie("sum"))
      .map(([a, b]): Sum => ({ text: `max(${a.text}, ${b.text})`, binds: 2, value: greatest(a, b) })),
  ),
}));

const least = (of: readonly Sum[]) => of.map(({ value }) => value).reduce((a, b) => (b.lt(a) ? b : a));
const greatest = (a: Sum, b: Sum) => (a.value.lt(b.value) ? b.value : a.value);

const unread = () => {
  throw new Error("nothing but names and numbers is read");
};
const exact = exactReading({ input: unread, fact: unread, row: unread, total: unread });

const vocabulary = {
  own: "own",
  named: (name: string) => {
    const found = Object.keys(names).find((one) => one.replace(/[“”]/g, "") === name.replace(/ +/g, " "));
    return found === undefined ? nil : constant(names[found] as Decimal, "number");
  },
};

describe("a formula as text", () => {
  test("comes to what a reader with a calculator makes of it", () => {
    fc.assert(
      fc.property(sum, ({ text, value }) => {
        const parsed = parseFormula(text, vocabulary);
        if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`);
        const got = fold(parsed.formula, exact).value(0);
        const allowed = value.abs().plus(1).times("1e-25");
        if (got.minus(value).abs().gt(allowed)) expect(got.toFixed(), text).toBe(value.toFixed());
      }),
      { numRuns: 500 },
    );
  });

  test("means the same with more spaces and with brackets around it all", () => {
    fc.assert(
      fc.property(sum, ({ text }) => {
        const plain = parseFormula(text, vocabulary);
        expect(parseFormula(`  ( ${text.replaceAll(" ", "  ")} ) `, vocabulary)).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });

  test("is read or refused with a place in it, whatever it is", () => {
    const pieces = fc.constantFrom(
      "a",
      "b c",
      "2",
      "10%",
      "+",
      "-",
      "*",
      "/",
      "(",
      ")",
      ",",
      '"',
      "min(",
      "previous(",
      "total(",
      "round(",
      " ",
      "£",
      "1,000",
    );
    const garbage = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((of) => of.join("")),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const parsed = parseFormula(text, vocabulary);
        fc.pre(!parsed.ok);
        const { column, hint, expected } = parsed.fault;
        expect(column >= 1 && column <= [...text].length + 1, `${text}: column ${column}`).toBe(true);
        expect(hint !== "" && expected !== "").toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
