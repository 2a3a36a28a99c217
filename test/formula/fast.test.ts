import {
  assumption,
  cost,
  decimal,
  type Formula,
  formula as f,
  memorandum,
  type Programme,
  programme,
  table,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";
import type { FastInput } from "../../src/formula/fast/cells.ts";
import { machineFor, type WantedCell } from "../../src/vary/simulation/machine.ts";
import { expectAgreement } from "../laws/fast.ts";

const pounds = (value: number | string) => f.constant(decimal(value), "£");
const number = (value: number | string) => f.constant(decimal(value), "number");
const a = f.assumption("a");
const b = f.assumption("b");
const inputs: FastInput[] = [{ id: "a" }, { id: "b" }];

/** A programme of some lines over three years, with two assumptions to be drawn, in pounds. */
function linesOf(...formulas: readonly Formula[]): Programme {
  return programme(
    "Lines",
    years("2024/25", "2026/27"),
    { source: "here" },
    assumption("A", { value: 6, unit: "£" }),
    assumption("B", { value: 2, unit: "£" }),
    ...formulas.map((formula, at) =>
      cost(`Line ${at}`, {
        name: "given",
        options: {},
        build: (line) => {
          // So that both are used by some row, whatever the formula.
          line.row("uses", { unit: "£", totals: "none", formula: f.add(a, b) });
          return formula;
        },
      }),
    ),
  );
}

function run(
  p: Programme,
  drawn: readonly FastInput[],
  draws: readonly number[][],
  wanted: readonly WantedCell[],
) {
  const machine = machineFor(p, drawn, wanted);
  const columns = drawn.map((_, at) => Float64Array.from(draws, (draw) => draw[at] ?? 0));
  const outputs = wanted.map(() => new Float64Array(draws.length));
  const faults = machine.run(columns, 0, draws.length, outputs);
  return { values: outputs.map((output) => [...output]), faults, steps: machine.steps };
}

const first: WantedCell = { row: "line-0", period: 0 };
const valuesOf = (formula: Formula, ...draws: number[][]) =>
  run(linesOf(formula), inputs, draws, [first]).values[0];

describe("formulas read to batches of plain numbers", () => {
  test.each<[string, Formula, number[]]>([
    ["a sum", f.add(a, b, pounds(1)), [9, 101]],
    [
      "a sum of many terms",
      f.add(a, b, f.maximum(a, b), f.minimum(a, b), f.minimum(a, pounds(3)), a, f.maximum(b, pounds(7))),
      [32, 310],
    ],
    ["a difference of what is the same", f.subtract(f.add(a, b), a), [2, 0]],
    ["a product", f.multiply(f.add(a, pounds(1)), f.divide(b, pounds(1))), [14, 0]],
    ["the least of several and a bound", f.minimum(a, b, pounds(5)), [2, 0]],
    ["the greatest of several and a bound", f.maximum(f.nil, f.subtract(b, a)), [0, 0]],
    ["a comparison", f.choose(f.compare(a, "above", b), a, pounds(-1)), [6, 100]],
    [
      "a choice by a flag turned over",
      f.choose(f.subtract(number(1), f.compare(a, "above", b)), a, pounds(-1)),
      [-1, -1],
    ],
    ["a rounding", f.round(f.divide(a, number(4)), pounds(1), "half away from zero"), [2, 25]],
    [
      "a product with three and nothing of what is drawn",
      f.multiply(f.divide(f.add(f.subtract(a, a), pounds(3)), pounds(1)), b),
      [6, 0],
    ],
    ["a rounding by what is drawn", f.round(a, f.add(b, pounds(4)), "up"), [6, 100]],
    ["a root", f.multiply(f.root(f.divide(f.add(a, pounds(3)), pounds(1))), b), [6, 0]],
    ["a quotient", f.divide(a, f.divide(f.add(b, pounds(1)), pounds(1))), [2, 100]],
  ])("%s", (_, formula, values) => {
    expect(valuesOf(formula, [6, 2], [100, 0])).toEqual(values);
  });

  test("a sum of any number of terms", () => {
    // No two terms are the same, so that none are taken together.
    const terms = Array.from({ length: 12 }, (_, at) => f.maximum(a, pounds(at + 1)));
    for (let count = 1; count <= terms.length; count++) {
      const some = terms.slice(0, count);
      expect(valuesOf(f.add(...some), [0, 0], [100, 0])).toEqual([(count * (count + 1)) / 2, 100 * count]);
    }
  });

  test("a quotient as good as half a unit is rounded as half a unit is, whatever is drawn", () => {
    const ofTen = f.divide(pounds(10), f.divide(b, pounds(1)));
    const ofA = f.divide(f.multiply(a, number(2)), f.divide(b, pounds(1)));
    for (const quotient of [ofTen, ofA]) {
      const whole = f.round(quotient, pounds(1), "half away from zero");
      expect(valuesOf(whole, [5, 4], [5, 4.0000000001], [5, 4.1], [5, 3.9])).toEqual([3, 3, 2, 3]);
    }
  });

  test("round a large constant to pennies, to the penny", () => {
    const [value = 0] =
      valuesOf(f.add(a, f.round(pounds("1000000000.004"), pounds("0.01"), "up")), [0, 0]) ?? [];
    expect(value).toBeCloseTo(1_000_000_000.01, 5);
  });

  test("divide by little in one draw and by much in another", () => {
    const formula = f.divide(a, f.divide(b, pounds(1)));
    expect(valuesOf(formula, [6, 1e10], [6, 0.5])).toEqual([6e-10, 12]);
  });

  test("read the past of a row, its total and what it opens with", () => {
    const grows = f.opening(a, f.multiply(f.row("line-0", 1), number(2)));
    const p = linesOf(grows, f.total("line-0"), f.row("line-0", 2));
    const wanted = [0, 1, 2].map((at) => ({ row: `line-${at}`, period: 2 }));
    expect(run(p, inputs, [[1, 0]], wanted).values).toEqual([[4], [7], [1]]);
  });

  test("give the total of a row by its own rule", () => {
    const p = programme(
      "Totals",
      years("2024/25", "2026/27"),
      { source: "here" },
      assumption("A", { value: 6, unit: "£" }),
      table(
        "Rows",
        {},
        ...(["sum", "closing", "average"] as const).map((totals) => {
          const driver = { name: "given", options: {}, build: () => f.multiply(a, f.fact("index")) };
          return memorandum(`By ${totals}`, driver, { totals });
        }),
      ),
      cost("Rent", 1),
    );
    const wanted = ["sum", "closing", "average"].map((rule) => ({
      row: `by-${rule}`,
      period: "total" as const,
    }));
    expect(run(p, [{ id: "a" }], [[10]], wanted).values).toEqual([[30], [20], [10]]);
  });

  test("take a draw as the value of one period, or as a factor on all", () => {
    const p = programme(
      "Rent",
      years("2024/25", "2026/27"),
      { source: "here" },
      cost("Rent", { "2024/25": 10, then: 20 }),
    );
    const wanted = [0, 1, 2].map((period) => ({ row: "rent", period }));
    expect(run(p, [{ id: "rent", period: 1 }], [[7]], wanted).values.flat()).toEqual([10, 7, 20]);
    expect(run(p, [{ id: "rent", times: [10, 20, 20] }], [[1.5]], wanted).values.flat()).toEqual([
      15, 30, 30,
    ]);
    const both = [{ id: "rent" }, { id: "rent", period: 2 }];
    expect(run(p, both, [[1, 5]], wanted).values.flat()).toEqual([1, 1, 5]);
  });
});

describe("a batch is lean", () => {
  const third = f.divide(pounds(1), number(3));

  test("what no draw reaches is a constant, the nearest number to the exact value", () => {
    const p = linesOf(f.add(a, f.row("line-1")), f.multiply(third, number(3)));
    const { values, steps } = run(p, [{ id: "a" }], [[0]], [{ row: "line-1", period: 0 }, first]);
    expect(values).toEqual([[1], [1]]);
    expect(steps).toBe(2);
  });

  test("sums of sums are one step, however many rows they go through", () => {
    const p = linesOf(
      f.subtract(f.row("line-1"), f.row("line-2")),
      f.add(a, f.multiply(b, number(3))),
      f.divide(f.add(f.multiply(a, number(4)), f.row("line-1", 1)), number(2)),
    );
    const { values, steps } = run(p, inputs, [[6, 2]], [first]);
    expect([values, steps]).toEqual([[[0]], 1]);
  });

  test("products of sums of the same two are multiplied out to share one product", () => {
    const once = (times: number) => f.multiply(f.add(number(times), f.divide(a, pounds(1))), b);
    expect(run(linesOf(f.add(once(1), once(2), once(3))), inputs, [[6, 2]], [first])).toMatchObject({
      values: [[(7 + 8 + 9) * 2]],
      steps: 2,
    });
  });

  test("rows that nothing asks for are left out", () => {
    const p = linesOf(a, f.maximum(a, b), f.round(a, b, "up"));
    expect(run(p, inputs, [[6, 2]], [first]).steps).toBe(0);
  });

  test("a known flag leaves the other branch out", () => {
    const known = f.choose(
      f.compare(f.fact("index"), "at least", number(1)),
      f.divide(a, f.fact("index")),
      b,
    );
    expect(run(linesOf(known), inputs, [[6, 2]], [first, { row: "line-0", period: 2 }]).values).toEqual([
      [2],
      [3],
    ]);
  });
});

describe("nearness", () => {
  const third = f.multiply(f.divide(a, number(3)), number(3));
  const large = [1e9, 0.3, 12_345.67, 1e-7, 0];

  test("a draw on a threshold is decided as the exact reading decides it, among thousands that are not", () => {
    const formula = f.choose(
      f.compare(f.subtract(third, pounds("0.3")), "at least", b),
      pounds(1),
      pounds(0),
    );
    const far = Array.from({ length: 3000 }, (_, i) => [i, i + 1000]);
    const on = large.map((value) => [value, value - 0.3]);
    const values = valuesOf(formula, ...far, ...on, ...far) ?? [];
    expect(values.slice(3000, 3005)).toEqual([1, 1, 1, 1, 1]);
    expect(values.filter((value) => value === 1)).toHaveLength(5);
  });

  test.each<[string, Formula]>([
    ["comparisons", f.choose(f.compare(third, "equal to", a), a, b)],
    [
      "comparisons of what differs by a hair",
      f.choose(f.compare(f.add(a, pounds("0.0000001")), "above", a), a, b),
    ],
    ["choices", f.choose(f.divide(f.subtract(third, a), pounds(1)), a, b)],
    ["roundings", f.round(f.subtract(f.add(third, b), a), f.divide(b, number(10)), "down")],
    ["roots", f.choose(f.compare(f.root(f.divide(third, pounds(1))), "at least", number("0.3")), a, b)],
    ["roundings at a half", f.round(f.add(third, pounds("0.5")), pounds(1), "half away from zero")],
    [
      "what was chosen among the large and the small",
      f.choose(
        f.compare(
          f.choose(f.compare(a, "above", b), f.subtract(f.add(a, pounds("0.3")), a), b),
          "equal to",
          f.nil,
        ),
        a,
        b,
      ),
    ],
    [
      "what depends on them",
      f.multiply(
        f.choose(f.compare(third, "below", a), b, a),
        f.divide(f.round(third, pounds("0.01"), "up"), pounds(7)),
      ),
    ],
  ])("is the same in both readings: %s", (_, formula) => {
    const draws = large.flatMap((value) => [
      [value, 0.1],
      [value, value],
      [value + 1, 33.3],
    ]);
    // Only a rounding to multiples of nil, of the draw that is nil twice, has no value.
    for (const block of [1, 1024])
      expect(expectAgreement(linesOf(formula), inputs, draws, block).refused).toBeLessThan(2);
  });

  describe("of days between dates that are drawn goes by the days, not by their distance from 1970", () => {
    const firstDay = 19_814; // 1 April 2024
    const days = (value: number | string) => f.constant(decimal(value), "days");
    const since = (date: Formula) => f.subtract(date, f.fact("first day"));
    const start = f.assumption("start");
    const drawn = [{ id: "start" }, { id: "other-start" }, { id: "delay" }];
    const p = (formula: Formula) =>
      programme(
        "Days",
        years("2024/25", "2026/27"),
        { source: "here" },
        assumption("Start", { value: 20_000, unit: "date" }),
        assumption("Other start", { value: 20_000, unit: "date" }),
        assumption("Delay", { value: 0, unit: "days" }),
        cost("Line", {
          name: "given",
          options: {},
          build: (line) => {
            line.row("uses", { unit: "date", totals: "none", formula: f.add(start, f.assumption("delay")) });
            line.row("other", { unit: "date", totals: "none", formula: f.assumption("other-start") });
            return formula;
          },
        }),
      );
    const late = f.compare(since(start), "above", days("0.00001"));
    const alike = f.compare(since(start), "equal to", since(f.assumption("other-start")));
    const delayed = f.round(since(f.add(start, f.assumption("delay"))), days(1), "up");

    test.each<[string, Formula, number[][], number[]]>([
      [
        "late by a hair",
        f.choose(late, pounds(1), pounds(0)),
        [[firstDay], [firstDay + 0.0001], [firstDay + 0.000001], [firstDay - 1], [firstDay + 1]],
        [0, 1, 0, 0, 1],
      ],
      [
        "the same day but for a hair",
        f.choose(alike, pounds(1), pounds(0)),
        [
          [firstDay + 365, firstDay + 365.0000001],
          [firstDay + 1, firstDay + 1.0000001],
          [firstDay, firstDay],
        ],
        [1, 0, 1],
      ],
      [
        "rounded with what entered them, or by themselves where nothing did",
        f.multiply(delayed, f.divide(pounds(1), days(1))),
        [
          [firstDay - 365 + 1e-7, 0, 365],
          [firstDay + 365 + 1e-7, 0, 0],
          [firstDay + 1 + 1e-7, 0, 0],
        ],
        [0, 365, 2],
      ],
    ])("%s", (_, formula, draws, values) => {
      for (const block of [1, 1024]) expect(expectAgreement(p(formula), drawn, draws, block).refused).toBe(0);
      expect(run(p(formula), drawn, draws, [{ row: "line", period: 0 }]).values[0]).toEqual(values);
    });
  });
});

describe("a draw that divides by nil", () => {
  test("is reported with its row and period, and the others are worked out", () => {
    const p = linesOf(f.add(f.row("line-1"), a), f.divide(f.multiply(a, pounds(1)), b));
    const { values, faults } = run(
      p,
      inputs,
      [
        [6, 2],
        [6, 0],
        [8, 4],
      ],
      [first],
    );
    expect([values[0]?.[0], values[0]?.[2]]).toEqual([9, 10]);
    expect(faults).toEqual([{ draw: 1, place: { row: "line-1", period: 0 }, because: "divided by nil" }]);
  });

  test("is none where a choice keeps it from dividing", () => {
    const guarded = f.choose(
      f.compare(b, "equal to", f.nil),
      pounds(-1),
      f.divide(f.multiply(a, pounds(1)), b),
    );
    const { values, faults } = run(
      linesOf(guarded),
      inputs,
      [
        [6, 2],
        [6, 0],
      ],
      [first],
    );
    expect({ values, faults }).toEqual({ values: [[3, -1]], faults: [] });
  });

  test("is one too where the divisor is as good as nil, or a rounding is to multiples of nil", () => {
    const third = f.multiply(f.divide(a, number(3)), number(3));
    const nearly = f.divide(
      f.multiply(b, pounds(1)),
      f.subtract(third, f.multiply(a, number("0.99999999999"))),
    );
    expect(run(linesOf(nearly), inputs, [[7, 2]], [first]).faults).toHaveLength(1);
    const step = f.round(a, b, "up");
    expect(
      run(
        linesOf(step),
        inputs,
        [
          [7, 0],
          [7, 2],
        ],
        [first],
      ).faults.map(({ draw }) => draw),
    ).toEqual([0]);
  });

  test("is one where nothing is drawn for the divisor, only in the branch that it takes", () => {
    const nothing = f.divide(a, f.subtract(f.fact("index"), f.fact("index")));
    const p = linesOf(f.choose(f.compare(a, "above", pounds(200)), nothing, b));
    const { values, faults } = run(
      p,
      inputs,
      [
        [1, 2],
        [300, 2],
      ],
      [first],
    );
    expect(values[0]?.[0]).toBe(2);
    expect(faults).toEqual([{ draw: 1, place: { row: "line-0", period: 0 }, because: "divided by nil" }]);
  });

  test("is followed to where it divided, through the greatest of several and the branch that was taken", () => {
    const sum = f.divide(f.multiply(a, pounds(1)), b);
    const p = linesOf(
      f.choose(f.compare(a, "above", pounds(200)), a, f.maximum(a, f.row("line-1"))),
      f.choose(f.compare(a, "above", pounds(200)), sum, f.subtract(sum, a)),
    );
    const { values, faults } = run(
      p,
      inputs,
      [
        [6, 2],
        [6, 0],
        [300, 0],
      ],
      [first],
    );
    expect([values[0]?.[0], values[0]?.[2]]).toEqual([6, 300]);
    expect(faults).toEqual([{ draw: 1, place: { row: "line-1", period: 0 }, because: "divided by nil" }]);
  });

  test("stays one where its quotient is taken times nil", () => {
    const p = linesOf(f.multiply(f.divide(f.multiply(a, pounds(1)), b), f.fact("index")));
    expect(run(p, inputs, [[1, 0]], [first]).faults).toHaveLength(1);
  });

  test("and a root of less than nil is told apart", () => {
    const p = linesOf(f.multiply(f.root(f.divide(a, pounds(1))), b));
    const { values, faults } = run(
      p,
      inputs,
      [
        [-4, 2],
        [4, 2],
        [0, 2],
      ],
      [first],
    );
    expect(values[0]?.slice(1)).toEqual([4, 0]);
    expect(faults).toEqual([
      { draw: 0, place: { row: "line-0", period: 0 }, because: "root of less than nil" },
    ]);
  });

  test("and one that grows beyond all numbers is told apart", () => {
    const square = f.multiply(a, f.divide(a, pounds(1)));
    const { faults } = run(
      linesOf(square),
      inputs,
      [
        [1e200, 0],
        [2, 0],
      ],
      [first],
    );
    expect(faults).toEqual([{ draw: 0, place: { row: "line-0", period: 0 }, because: "too large" }]);
  });
});
