import { decimal } from "invest-to-save";
import { expect, test } from "vitest";
import type { GridRow } from "../../src/sheet/document/document.ts";
import { gridText } from "../../src/write/grid.ts";

const lines = (rows: readonly GridRow[]) =>
  gridText({ title: "One at a time", columns: ["Swing"], rows, amounts: true, centre: decimal(100) }).split(
    "\n",
  );
const bar = (low: number, high: number) => ({ low: decimal(low), high: decimal(high) });

test("bars run from the centre on one scale, and a row that has none ends with its last cell", () => {
  expect(
    lines([
      { label: "Rent", cells: ["£30"], bar: bar(80, 110) },
      { label: "Rates", cells: ["£10"], bar: bar(105, 95) },
      { label: "Fees", cells: ["–"] },
    ]).slice(4),
  ).toEqual([
    "Rent     £30  ░░░░░░░░░░░░░░░░░░░░│██████████",
    "Rates    £10                 █████│░░░░░",
    "Fees       –",
  ]);
});

test("bars that move nothing are the centre alone", () => {
  expect(lines([{ label: "Rent", cells: ["£0"], bar: bar(100, 100) }]).slice(4)).toEqual(["Rent     £0  │"]);
});
