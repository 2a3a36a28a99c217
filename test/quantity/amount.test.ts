import { Decimal as AnotherDecimal } from "decimal.js";
import fc from "fast-check";
import { decimal, readAmount } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { looksLikeAmount } from "../../src/quantity/amount.ts";
import { greatest, least, numeral, sum } from "../../src/quantity/decimal.ts";

const readTo = (given: unknown) => {
  const read = readAmount(given);
  return read.ok ? numeral(read.value) : read.code;
};

describe("an amount", () => {
  test.each([
    [59600, "59600"],
    [0.1, "0.1"],
    ["59600", "59600"],
    [" 59600.50 ", "59600.5"],
    ["-12.5", "-12.5"],
    ["+7", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    [`${"0".repeat(40)}1.50`, "1.5"],
    [`-${"0".repeat(40)}.${"0".repeat(10)}15`, "-0.000000000015"],
    ["+0.5e-3", "0.0005"],
    ["1e-30", "0.000000000000000000000000000001"],
    ["1e6", "1000000"],
    ["62%", "0.62"],
    ["62 %", "0.62"],
    ["-2.5%", "-0.025"],
    [-0, "0"],
    ["-0", "0"],
    [decimal("0.1").plus("0.2"), "0.3"],
    ["1234567890123456789012345678.901234", "1234567890123456789012345678.901234"],
  ])("is read exactly from %s", (given, value) => {
    expect(readTo(given)).toBe(value);
  });

  test.each([
    ["1,2,3", "not-a-number", "write a plain number such as 59600"],
    ["12,34", "not-a-number", "write a plain number such as 59600"],
    ["1,234 567", "not-a-number", "write a plain number such as 59600"],
    ["£1 234 567", "not-a-number", "write 1234567, without separators or signs of currency"],
    ["59,600", "not-a-number", "write 59600, without separators or signs of currency"],
    ["–", "not-a-number", "write 0, or leave it out: what is not given is nil"],
    ["59_600", "not-a-number", "write 59600, without separators or signs of currency"],
    ["£59600", "not-a-number", "write 59600, without separators or signs of currency"],
    ["59.6k", "not-a-number", "write the amount in full pounds"],
    ["£2m", "not-a-number", "write the amount in full pounds"],
    [
      "(500)",
      "not-a-number",
      "write the amount without brackets: costs, savings and funding are all positive amounts",
    ],
    ["0x10", "not-a-number", "write the number in ordinary decimal digits"],
    ["NaN", "not-a-number", "give a number that can be added up"],
    [Number.NaN, "not-a-number", "give a number that can be added up"],
    [Number.POSITIVE_INFINITY, "not-a-number", "give a number that can be added up"],
    [new AnotherDecimal(Number.NaN), "not-a-number", "give a number that can be added up"],
    ["-inf", "not-a-number", "give a number that can be added up"],
    ["+.nan", "not-a-number", "give a number that can be added up"],
    ["Inf", "not-a-number", "give a number that can be added up"],
    ["", "not-a-number", "write a plain number such as 59600"],
    ["one inf", "not-a-number", "write a plain number such as 59600"],
    ["infants", "not-a-number", "write a plain number such as 59600"],
    ["10x", "not-a-number", "write a plain number such as 59600"],
    ["a 0b", "not-a-number", "write a plain number such as 59600"],
    ["5 – 6", "not-a-number", "write a plain number such as 59600"],
    ["per –", "not-a-number", "write a plain number such as 59600"],
    ["– none", "not-a-number", "write a plain number such as 59600"],
    ["about (5)", "not-a-number", "write a plain number such as 59600"],
    ["(5) or so", "not-a-number", "write a plain number such as 59600"],
    ["some 5k", "not-a-number", "write a plain number such as 59600"],
    ["5kg", "not-a-number", "write a plain number such as 59600"],
    ["-5m", "not-a-number", "write the amount in full pounds"],
    ["twelve", "not-a-number", "write a plain number such as 59600"],
    [true, "not-a-number", "write a plain number such as 59600"],
    [null, "not-a-number", "write a plain number such as 59600"],
    [[1], "not-a-number", "write a plain number such as 59600"],
    [
      "12345678901234567890123456789012345",
      "too-many-digits",
      "round the amount to the penny: more digits than that cannot be held exactly",
    ],
    [
      `1.${"0".repeat(34)}`,
      "too-many-digits",
      "round the amount to the penny: more digits than that cannot be held exactly",
    ],
    ["1e30", "out-of-range", "amounts are in pounds; check for an exponent or for noughts too many"],
    ["1e-31", "out-of-range", "amounts are in pounds; check for an exponent or for noughts too many"],
    ["1e999", "out-of-range", "amounts are in pounds; check for an exponent or for noughts too many"],
  ])("%s is refused and never guessed", (given, code, hint) => {
    const read = readAmount(given);
    expect(read).toMatchObject({ ok: false, code, hint });
  });

  test("any number of pennies is the number that was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (pence) => {
        const written = `${pence < 0 ? "-" : ""}${Math.floor(Math.abs(pence) / 100)}.${String(Math.abs(pence) % 100).padStart(2, "0")}`;
        const read = readAmount(written);
        expect(read.ok && read.value.times(100).eq(pence)).toBe(true);
      }),
    );
  });

  test("no text makes the reader throw, and what it accepts is finite", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
        const read = readAmount(text);
        if (read.ok) expect(read.value.isFinite()).toBe(true);
        else expect(read.hint).not.toBe("");
      }),
    );
  });

  test("a decimal made elsewhere, to fewer digits, is worked with to forty digits", () => {
    const read = readAmount(new AnotherDecimal(1));
    expect(read.ok && read.value.div(3).toString()).toBe(`0.${"3".repeat(40)}`);
  });
});

test("what looks like an amount is told from what looks like a name", () => {
  for (const text of ["5", "-5", "£5", "(5)", ".5", "5k", "NaN", "-inf", "62%", " 5", "£ 5", "nan "])
    expect(looksLikeAmount(text)).toBe(true);
  for (const text of ["Unit cost", "Unit 5", "£ab5", "infants", "an inf", "nanny", "-", "£"])
    expect(looksLikeAmount(text)).toBe(false);
});

describe("decimals", () => {
  test("add up to the last digit, and nothing adds up to nil", () => {
    expect(numeral(sum(["0.1", "0.2", "1e29"].map(decimal)))).toBe("100000000000000000000000000000.3");
    expect(numeral(sum([]))).toBe("0");
  });

  test("have a least and a greatest, the first of equals", () => {
    const [a, b, c] = [decimal("2.0"), decimal("2"), decimal("1")];
    expect(greatest([a, b, c])).toBe(a);
    expect(least([a, c, b])).toBe(c);
  });

  test("are written as plain numerals, never as −0", () => {
    expect(numeral(decimal("1e25"))).toBe("10000000000000000000000000");
    expect(numeral(decimal("1e-10"))).toBe("0.0000000001");
    expect(numeral(decimal("-0"))).toBe("0");
    expect(numeral(decimal("1.5"), 2)).toBe("1.50");
  });

  test("keep forty digits in a quotient, rounded half away from zero", () => {
    expect(decimal(2).div(3).toFixed()).toBe(`0.${"6".repeat(39)}7`);
    expect(decimal(-2).div(3).toFixed()).toBe(`-0.${"6".repeat(39)}7`);
  });

  test("are nobody else's: the settings of another copy change nothing here", () => {
    AnotherDecimal.set({ precision: 5 });
    expect(decimal(1).div(3).toFixed()).toHaveLength(42);
    AnotherDecimal.set({ precision: 20 });
  });
});
