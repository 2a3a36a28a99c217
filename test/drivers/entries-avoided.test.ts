import { evaluate, memorandum, months, programme, saving, table, years } from "invest-to-save";
import { type EntriesAvoidedOptions, entriesAvoided } from "invest-to-save/drivers";
import { expect, test } from "vitest";
import { faultsOf, rowOf, savingOf } from "./worked-line.ts";

const three = years("2025/26", "2027/28");

test("entries × stay × the cost of a week", () => {
  const p = savingOf(entriesAvoided({ entries: { "2025/26": 10, then: 24 }, stay: 26, cost: 700 }), three);
  expect(rowOf(p, "entries-avoided")).toBe("10 24 24");
  expect(rowOf(p, "child-weeks-avoided")).toBe("260 624 624");
  expect(rowOf(p)).toBe("182000 436800 436800");
});

test("a lag moves the weeks, priced in the period in which they count", () => {
  const cost = { "2025/26": 1, "2026/27": 2, then: 3 };
  const p = savingOf(entriesAvoided({ entries: { "2025/26": 10 }, stay: 5, cost, lag: 1 }), three);
  expect(rowOf(p)).toBe("0 100 0");
});

test("the entries of a year are spread evenly over its months", () => {
  const p = savingOf(
    entriesAvoided({ entries: { "2025/26": 24 }, stay: 1, cost: 100 }),
    months("2025/26", "2025/26"),
  );
  expect(rowOf(p)).toBe(Array(12).fill("200").join(" "));
});

test("entries may be a row that counts them, or so many a year with a range", () => {
  const counted = table("Entries", {}, memorandum("Fewer entries", { "2026/27": 4 }, { unit: "children" }));
  const line = saving("Line", entriesAvoided({ entries: "Fewer entries", stay: 10, cost: 10 }));
  const p = programme("Care", three, { source: "list" }, line, counted);
  expect(evaluate(p).rows.get("line")?.values.join(" ")).toBe("0 400 0");
  const range = entriesAvoided({ entries: { value: 6, low: 4, high: 9 }, stay: 10, cost: 10 });
  expect(rowOf(savingOf(range, three))).toBe("600 600 600");
});

test.each<[EntriesAvoidedOptions, string, string[]]>([
  [{ entries: -1, stay: 1, cost: 1 }, "out-of-range", ["Line", "entries"]],
  [{ entries: 1, stay: { value: 6, unit: "months" }, cost: 1 }, "wrong-unit", ["Line", "stay", "unit"]],
  [
    { entries: 1, stay: 1, cost: { value: 1, unit: "£ per child per year" } },
    "wrong-unit",
    ["Line", "cost", "unit"],
  ],
  [{ entries: 1, stay: 1, cost: 1, lag: 1.5 }, "period-too-fine", ["Line", "lag"]],
  [{ entries: 1, stay: -1, cost: 1 }, "out-of-range", ["Line", "stay"]],
])("refusals, case %#", (options, code, path) => {
  expect(faultsOf(entriesAvoided(options), three)).toMatchObject([{ code, path, severity: "error" }]);
});
