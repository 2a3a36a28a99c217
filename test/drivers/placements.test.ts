import { evaluate, years } from "invest-to-save";
import { type PlacementsOptions, type PlacementType, placements } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { faultsOf, rowOf, savingOf } from "./worked-line.ts";

const two = years("2025/26", "2026/27");
const homes = {
  opening: 40,
  baseline: { entries: 12, exits: 12 },
  programme: { entries: 10 },
  "unit cost": 2995,
};
const foster = { opening: 300, baseline: { entries: 90, exits: 90 }, "unit cost": 700 };
const stepDown: PlacementsOptions = {
  types: { Homes: homes, Foster: foster },
  moves: [{ from: "Homes", to: "Foster", programme: 3 }],
  count: "child weeks",
  "weeks per year": 52,
  attributed: "80%",
  cashable: "75%",
};
const oneChild = (
  weeks: PlacementsOptions["weeks per year"],
  type: Partial<PlacementType> = {},
): PlacementsOptions => ({
  types: { Homes: { opening: 1, programme: { exits: { "2025/26": 1 } }, "unit cost": 2995, ...type } },
  count: "child weeks",
  ...(weeks === undefined ? {} : { "weeks per year": weeks }),
});

describe("placements", () => {
  const p = savingOf(placements(stepDown), two);

  test.each([
    ["homes-baseline-closing", "40 40"],
    ["homes-programme-opening", "40 35"],
    ["homes-programme-moves-out", "3 3"],
    ["homes-programme-closing", "35 30"],
    ["homes-programme-average", "37.5 32.5"],
    ["foster-programme-moves-in", "3 3"],
    ["foster-programme-closing", "303 306"],
    ["programme-moves", "3 3"],
    ["programme-closing", "338 336"],
    ["homes-children-fewer", "2.5 7.5"],
    ["foster-children-fewer", "-1.5 -4.5"],
    ["homes-programme-child-weeks", "1950 1690"],
    ["programme-child-weeks", "17628 17524"],
    ["homes-gross-saving", "389350 1168050"],
    ["foster-gross-saving", "-54600 -163800"],
    ["gross-saving", "334750 1004250"],
    ["attributed-saving", "267800 803400"],
    ["cashable-saving", "200850 602550"],
    ["", "200850 602550"],
  ])("%s", (name, values) => {
    expect(rowOf(p, name)).toBe(values);
  });

  test("the day count: £2,995 a week is 155,740 a year by 52, 156,168 by 365/7, and by the days of a leap year", () => {
    // One child fewer on average from the second year on: the first has a half.
    const second = (weeks: number | string) =>
      rowOf(savingOf(placements(oneChild(weeks)), years("2025/26", "2027/28"))).split(" ");
    expect(second(52)[1]).toBe("155740");
    expect(second("365/7")[1]).toBe("156167.8571428571");
    expect(second("actual")[1]).toBe("156167.8571428571");
    expect(second("actual")[2]).toBe("156595.7142857143");
  });

  test("the average in the year is priced by the year, and without weeks there are no child weeks", () => {
    const byYear: PlacementsOptions = {
      ...oneChild(undefined, { "unit cost": 51_080 }),
      count: "average in year",
    };
    const plan = savingOf(placements(byYear), two);
    expect(rowOf(plan)).toBe("25540 51080");
    expect([...evaluate(plan).rows.keys()].filter((id) => id.includes("weeks"))).toEqual([]);
  });

  test("a type may be counted otherwise than the rest", () => {
    const types = { Homes: homes, Foster: { ...foster, count: "average in year" as const } };
    expect(rowOf(savingOf(placements({ ...stepDown, types }), two), "foster-gross-saving")).toBe(
      "-1050 -3150",
    );
  });

  test("a marginal share saves that part of the unit cost; a step saves whole steps, rounded down", () => {
    const share = placements(oneChild(52, { "marginal share": "40%" }));
    expect(rowOf(savingOf(share, two))).toBe("31148 62296");
    const types = { Homes: { ...homes, step: 5 }, Foster: { ...foster, step: 4 } };
    const steps = savingOf(placements({ ...stepDown, types }), two);
    expect(rowOf(steps, "homes-children-fewer-in-whole-steps")).toBe("0 5");
    expect(rowOf(steps, "foster-children-fewer-in-whole-steps")).toBe("-4 -8");
  });

  test("the programme follows the baseline where it states no flow of its own, moves too", () => {
    const moves = [{ from: "Homes", to: "Foster", baseline: { "2025/26": 2 }, programme: { "2025/26": 2 } }];
    const same = { opening: 40, baseline: { entries: 12, exits: 12 }, "unit cost": 2995 };
    const plan = savingOf(placements({ ...stepDown, types: { Homes: same, Foster: foster }, moves }), two);
    expect(rowOf(plan, "homes-programme-closing")).toBe("38 38");
    expect(rowOf(plan)).toBe("0 0");
  });

  test("a condition fails where more children leave than are there", () => {
    const types = { Homes: { opening: 5, programme: { exits: 3 }, "unit cost": 1 } };
    const { rows } = evaluate(savingOf(placements({ types, count: "average in year" }), two));
    expect(rows.get("line-homes-never-below-nil-programme")?.values.join(" ")).toBe("1 0");
    expect(rows.get("line-homes-never-below-nil-baseline")?.values.join(" ")).toBe("1 1");
  });
});

describe("placements are refused", () => {
  const perYear = { value: 5, unit: "£ per child per year" } as const;
  test.each<[string, PlacementsOptions, string, string[]]>([
    ["without a type", { types: {}, count: "average in year" }, "missing-key", ["Line", "types"]],
    ["by the week without a day count", oneChild(undefined), "missing-key", ["Line", "weeks per year"]],
    [
      "with a price of another time",
      oneChild(52, { "unit cost": perYear }),
      "wrong-unit",
      ["Line", "types", "Homes", "unit cost", "unit"],
    ],
    [
      "with children below nil",
      oneChild(52, { opening: -1 }),
      "out-of-range",
      ["Line", "types", "Homes", "opening"],
    ],
    [
      "with a share above 1",
      oneChild(52, { "marginal share": 1.2 }),
      "out-of-range",
      ["Line", "types", "Homes", "marginal share"],
    ],
    [
      "with a step of a part of a child",
      oneChild(52, { step: 2.5 }),
      "out-of-range",
      ["Line", "types", "Homes", "step"],
    ],
    ["with a step of none", oneChild(52, { step: 0 }), "out-of-range", ["Line", "types", "Homes", "step"]],
    ["with sixty weeks a year", oneChild(60), "out-of-range", ["Line", "weeks per year"]],
    [
      "with a cashable share above 1",
      { ...stepDown, cashable: "120%" },
      "out-of-range",
      ["Line", "cashable"],
    ],
    [
      "with a move to a type that is not there",
      { ...stepDown, moves: [{ from: "Homes", to: "Fosterr", programme: 1 }] },
      "unknown-name",
      ["Line", "moves", "0", "to"],
    ],
    [
      "with a move to itself",
      { ...stepDown, moves: [{ from: "Homes", to: "homes", programme: 1 }] },
      "wrong-shape",
      ["Line", "moves", "0"],
    ],
    [
      "with a move twice",
      { ...stepDown, moves: [...(stepDown.moves ?? []), { from: "Homes", to: "Foster", programme: 1 }] },
      "duplicate-id",
      ["Line", "moves", "1"],
    ],
    [
      "with a type twice",
      { ...stepDown, types: { ...stepDown.types, homes } },
      "duplicate-id",
      ["Line", "types", "homes"],
    ],
  ])("%s", (_, options, code, path) => {
    expect(faultsOf(placements(options), two)).toMatchObject([{ code, path, severity: "error" }]);
  });
});
