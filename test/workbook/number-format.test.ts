import { describe, expect, test } from "vitest";
import { decimal } from "../../src/quantity/decimal.ts";
import { formatOf } from "../../src/workbook/spelling/number-format.ts";

const some = (...values: readonly (number | string)[]) => values.map((value) => decimal(value));

describe("pence of an amount a year, a week or a case", () => {
  test.each<[string, readonly (number | string)[], string]>([
    ["are not shown where all amounts are whole", [4_762_109, 0], '#,##0_);(#,##0);"–"_)'],
    ["are shown of a unit cost that is said with them", [3_132, "5214.75"], '#,##0.00_);(#,##0.00);"–"_)'],
    ["are shown of a small quotient", ["12.333333"], '#,##0.00_);(#,##0.00);"–"_)'],
    ["are not shown of a quotient of thousands", ["4762109.426", "-4762109.426"], '#,##0_);(#,##0);"–"_)'],
  ])("%s", (_, values, format) => {
    expect(formatOf("£ per year", some(...values))).toBe(format);
  });
});
