import { decimal } from "invest-to-save";
import { describe, expect, test } from "vitest";
import type { Unit } from "../../src/quantity/unit.ts";
import { valueWords } from "../../src/quantity/value-words.ts";
import { dayOf } from "../../src/time/day.ts";

describe("a value in words", () => {
  test.each<[string, Unit | undefined, string]>([
    ["0", "£", "£0"],
    ["500", "£", "£500"],
    ["1234567", "£", "£1,234,567"],
    ["-200", "£", "−£200"],
    ["0.5", "£", "£0.50"],
    ["1234.56", "£", "£1,234.56"],
    ["999.999", "£", "about £1,000.00"],
    ["-0.001", "£", "about £0.00"],
    ["1234.567891", "£ per week", "about £1,234.57 per week"],
    ["62", "£ per child per week", "£62 per child per week"],
    ["1200", "children", "1,200 children"],
    ["-3", "FTE", "−3 FTE"],
    ["1", "families", "1 family"],
    ["-1", "years", "−1 year"],
    ["1.00000001", "children", "about 1 child"],
    ["1", "child weeks", "1 child week"],
    ["1", "FTE years", "1 FTE year"],
    ["1", "FTE", "1 FTE"],
    ["1", "sessions per family", "1 session per family"],
    ["21", "visits", "21 visits"],
    ["0.0000004", "weeks", "about 0 weeks"],
    ["-0.0000004", "weeks", "about 0 weeks"],
    ["1234.123456", "child weeks", "1,234.123456 child weeks"],
    ["1234.1234565", "child weeks", "about 1,234.123457 child weeks"],
    ["0.62", "share", "0.62"],
    ["7", "number", "7"],
    ["1.05", "index", "1.05"],
    ["7000", undefined, "7,000"],
    ["0", "flag", "no"],
    ["1", "flag", "yes"],
  ])("%s in %s is %s", (value, unit, words) => {
    expect(valueWords(decimal(value), unit)).toBe(words);
  });

  test("is a day or a month where it counts days or months", () => {
    expect(valueWords(decimal(dayOf(2025, 4, 1)), "date")).toBe("1 April 2025");
    expect(valueWords(decimal(2025 * 12 + 3), "month number")).toBe("Apr 2025");
  });
});
