import { evaluate, index, months, programme, quarters, saving, years } from "invest-to-save";
import { type ChildrenFewerOptions, childrenFewer } from "invest-to-save/drivers";
import { expect, test } from "vitest";
import { faultsOf, rowOf, savingOf } from "./worked-line.ts";

const five = years("2014/15", "2018/19");
const leeds: ChildrenFewerOptions = {
  number: { ramp: { "2016/17": "51.64448", "2018/19": "118.46515" } },
  "unit cost": 51_080,
};

test("the published saving: 51.64448 children in 2016/17 to 118.46515 in 2018/19, at £51,080", () => {
  const p = savingOf(childrenFewer(leeds), five);
  expect(rowOf(p, "children-fewer")).toBe("0 0 51.64448 85.054815 118.46515");
  expect(rowOf(p)).toBe("0 0 2638000.0384 4344599.9502 6051199.862");
});

test("a number by year is carried on, and one number is that of every year", () => {
  const byYear = childrenFewer({ number: { "2015/16": 2, then: 2.5 }, "unit cost": 1000 });
  expect(rowOf(savingOf(byYear, five))).toBe("0 2000 2500 2500 2500");
  expect(rowOf(savingOf(childrenFewer({ number: 3, "unit cost": 10 }), five))).toBe("30 30 30 30 30");
});

test("a lag moves the children, not the price, and a bare number of it is years", () => {
  const cost = { "2014/15": 10, "2015/16": 20, then: 30 };
  for (const lag of [2, "2 years", "24 months", "8 quarters"] as const) {
    const p = savingOf(childrenFewer({ number: { "2014/15": 1, then: 4 }, "unit cost": cost, lag }), five);
    expect(rowOf(p, "children-counted")).toBe("0 0 1 4 4");
    expect(rowOf(p)).toBe("0 0 30 120 120");
  }
  const quarterly = quarters("2014/15", "2014/15");
  const half = savingOf(childrenFewer({ number: 4, "unit cost": 10, lag: "6 months" }), quarterly);
  expect(rowOf(half)).toBe("0 0 10 10");
});

test("a lag beyond the timeline leaves nothing in it", () => {
  const late = childrenFewer({ number: 4, "unit cost": 10, lag: "1000000 years" });
  expect(rowOf(savingOf(late, five))).toBe("0 0 0 0 0");
});

test("each month has the number of its year and a twelfth of the cost", () => {
  const p = savingOf(
    childrenFewer({ ...leeds, number: { ramp: { "2016/17": 12, "2017/18": 24 } } }),
    months("2016/17", "2017/18"),
  );
  expect(rowOf(p, "children-fewer").split(" ").slice(10, 14)).toEqual(["12", "12", "24", "24"]);
  expect(rowOf(p).split(" ")[0]).toBe("51080");
});

test("the prices of the line are brought to those of the programme by its index", () => {
  const rising = index("Fees", { edition: "2024", levels: { "2013/14": 100, "2014/15": 110, then: 121 } });
  const line = saving("Line", childrenFewer({ number: 1, "unit cost": 1000 }), {
    prices: "2013/14",
    uplift: "Fees",
  });
  const p = programme("Care", years("2014/15", "2015/16"), { source: "list" }, line, rising);
  expect(evaluate(p).rows.get("line")?.values.join(" ")).toBe("1100 1210");
});

test.each<[ChildrenFewerOptions, string, string[]]>([
  [{ number: -1, "unit cost": 1 }, "out-of-range", ["Line", "number"]],
  [{ number: { "2014/15": -1 }, "unit cost": 1 }, "out-of-range", ["Line", "number", "2014/15"]],
  [
    { number: 1, "unit cost": { value: 1, unit: "£ per child per week" } },
    "wrong-unit",
    ["Line", "unit cost", "unit"],
  ],
  [{ number: 1, "unit cost": 1, lag: -1 }, "out-of-range", ["Line", "lag"]],
  [{ number: 1, "unit cost": 1, lag: 0.5 }, "period-too-fine", ["Line", "lag"]],
  [{ number: 1, "unit cost": 1, lag: "18 months" }, "period-too-fine", ["Line", "lag"]],
  [{ number: 1, "unit cost": 1, lag: "0.1 years" }, "period-too-fine", ["Line", "lag"]],
  [{ number: 1, "unit cost": 1, lag: "12 monts" as "12 months" }, "wrong-shape", ["Line", "lag"]],
  [{ number: { ramp: { "2014/15": 1 } }, "unit cost": 1 }, "wrong-shape", ["Line", "number", "ramp"]],
  [
    { number: { ramp: { "2014/15": 1, "2030/31": 2 } }, "unit cost": 1 },
    "year-outside-timeline",
    ["Line", "number", "ramp", "2030/31"],
  ],
])("refusals, case %#", (options, code, path) => {
  expect(faultsOf(childrenFewer(options), five)).toMatchObject([{ code, path, severity: "error" }]);
});
