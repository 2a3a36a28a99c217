import { balances, cost, type Driver, funding, programme, years } from "invest-to-save";
import { expect, test } from "vitest";

const warned = (base: Driver) =>
  programme(
    "Hub",
    years("2025/26", "2028/29"),
    { source: "bid" },
    cost("Staff", 100),
    funding("Base budget", base),
  ).issues.map(({ severity, message }) => `${severity}: ${message}`);

test("two years with others between them are no span, which is told", () => {
  expect(warned(balances("2025/26", "2028/29"))).toEqual([
    "warning: Base budget balances 2025/26 and 2028/29, and nothing between them",
  ]);
});

test("nothing is told where the years follow each other, or each is named", () => {
  expect(warned(balances("2025/26", "2026/27"))).toEqual([]);
  expect(warned(balances("2025/26", "2026/27", "2028/29"))).toEqual([]);
  expect(warned(balances("2027/28"))).toEqual([]);
  expect(warned(balances("all"))).toEqual([]);
});
