import {
  assumption,
  build,
  correlation,
  cost,
  memorandum,
  programme,
  type RangeOptions,
  type Shape,
  table,
  years,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";

const two = years("2024/25", "2025/26");
const source = { source: "worked by hand" };

/** A value of some kind where the types would not let it stand. */
const unchecked = (value: unknown) => value as never;

/** A programme of a share and what is made of it. */
const partsOf = (value: string | number, range: RangeOptions | Shape) => [
  assumption("Take-up", { value, unit: "share", range }),
  cost("Rent", 1_000),
  table("People", {}, memorandum("Taken up", calculated("Take-up * 1"), { unit: "share", totals: "none" })),
];

/** The faults of a range: code, the rest of the place, message, and what is to be done. */
const told = (range: RangeOptions | Shape, value: string | number = "20%") =>
  build("Ranged", two, source, partsOf(value, range)).issues.map(
    ({ code, path, message, received, hint }) =>
      `${code} ${path.slice(1).join(" > ")}: ${message}; ${received}; ${hint}`,
  );

describe("a range", () => {
  test.each<[string, RangeOptions | Shape, string[]]>([
    [
      "a shape that there is not",
      unchecked({ shape: "trianglar", low: 0.1 }),
      [
        "wrong-shape range > shape: Take-up: its range has no shape “trianglar”; “trianglar”; did you mean “triangular”?",
      ],
    ],
    [
      "a shape that is like no other",
      unchecked("bell"),
      [
        "wrong-shape range > shape: Take-up: its range has no shape “bell”; “bell”; choose one of those above",
      ],
    ],
    [
      "a value above its high end",
      { low: "5%", high: "10%" },
      [
        "out-of-range range: Take-up: its range leaves its value outside; high 0.1 below 0.2; mend the value, or widen low and high",
      ],
    ],
    [
      "a spread of nil",
      { shape: "normal", "standard deviation": 0 },
      [
        "out-of-range range > standard deviation: Take-up: its range has a standard deviation of nil; 0; leave the range out if the number does not vary",
      ],
    ],
    [
      "no values to take",
      { shape: "discrete" },
      [
        "missing-key range > weights: Take-up: its range is discrete and has no value to take; none; write it like weights: { 10%: 1, 20%: 3 }",
      ],
    ],
    [
      "values that all weigh nothing",
      { shape: "discrete", weights: { "10%": 0, "20%": 0 } },
      [
        "missing-key range > weights: Take-up: its range is discrete and has no value to take; none; write it like weights: { 10%: 1, 20%: 3 }",
      ],
    ],
    [
      "a value that is no number, and no other fault for what is then left",
      { shape: "discrete", weights: { "10%": "30%", most: "40%" } },
      [
        "not-a-number range > weights > most: Take-up > range > weights > most is not an amount that can be used; “most”; write a plain number such as 59600",
      ],
    ],
  ])("is refused for %s", (_, range, expected) => {
    expect(told(range)).toEqual(expected);
  });

  test("is refused for a lognormal shape of what is not above nil", () => {
    expect(told({ shape: "lognormal", "standard deviation": "1%" }, 0)).toEqual([
      "out-of-range range: Take-up: its range is lognormal, and its value is not above nil; 0; a lognormal number is never nil or below; a normal one may be",
    ]);
  });

  test("keeps the values that weigh something beside one that does not, and its own source", () => {
    const range: RangeOptions = {
      shape: "discrete",
      weights: { "10%": 1, "20%": 3, "90%": 0 },
      source: "a survey",
    };
    const made = programme("Ranged", two, source, ...partsOf("20%", range));
    const own = made.assumptions.get("take-up")?.range;
    expect(own?.weights?.map(({ value, weight }) => `${value}: ${weight}`)).toEqual([
      "0.1: 1",
      "0.2: 3",
      "0.9: 0",
    ]);
    expect(own?.basis).toEqual({ kind: "source", words: "a survey" });
  });
});

describe("numbers that go together", () => {
  const low = (label: string) => assumption(label, { value: 100, unit: "£", low: 50, source: "a bid" });
  const plain = (label: string) => assumption(label, { value: 100, unit: "£", source: "a bid" });
  const rent = cost("Rent", calculated("First + Second"), { source: "a bid" });
  const faultsOf = (...parts: Parameters<typeof build>[3]) =>
    build("Together", two, {}, [...parts, rent]).issues.map(
      ({ code, path, received, hint }) => `${code} ${path.join(" > ")}: ${received}; ${hint}`,
    );

  test("are refused where neither has a range", () => {
    const both = correlation(["First", "Second"], 0.5, { source: "a survey" });
    const hint = "give both numbers a range first: low and high, or another shape";
    expect(faultsOf(plain("First"), plain("Second"), both)).toEqual([
      `missing-key correlations > 0 > between > 0: First; ${hint}`,
      `missing-key correlations > 0 > between > 1: Second; ${hint}`,
    ]);
  });

  test("are refused without a source", () => {
    expect(faultsOf(low("First"), low("Second"), correlation(["First", "Second"], 0.5))).toEqual([
      "no-source correlations > 0: nothing; add “source:” to the model, the line or the number; if nobody has published it, say “assumed:” and why",
    ]);
  });

  test.each([
    [[], "nothing"],
    [["First"], "First"],
    [["First", "First"], "First, First"],
  ])("are two: not %j", (between, received) => {
    expect(
      faultsOf(low("First"), low("Second"), correlation(unchecked(between), 0.5, { source: "a survey" })),
    ).toEqual([
      `wrong-shape correlations > 0 > between: ${received}; write it like between: [Unit cost, Children]`,
    ]);
  });
});
