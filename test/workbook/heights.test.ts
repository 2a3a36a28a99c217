import { expect, test } from "vitest";
import { heightsOf } from "../../src/workbook/heights.ts";
import { textCell } from "../../src/workbook/text-cell.ts";

const heightOf = (text: string) =>
  heightsOf({ name: "About", widths: [20], cells: [textCell(1, 1, "note", text)] }).get(1);

test("a row is as high as its longest text takes, and no higher than spreadsheets make it", () => {
  expect(heightOf("short")).toBeUndefined();
  expect(heightOf("a text that goes on over several lines of print")).toBeGreaterThan(28);
  expect(heightOf("word ".repeat(2_000))).toBe(409);
});
