import {
  assumption,
  condition,
  cost,
  decimal,
  level,
  memorandum,
  type Programme,
  programme,
  saving,
  table,
  withValues,
  years,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { type SwitchingValueOptions, switchingValue, switchingValues } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";

const source = "worked by hand";
const span = years("2024/25", "2026/27");

/** One assumption called x, and a memorandum row of it over one year. */
function rowOf(
  formula: string,
  x: { value: number; low?: number; high?: number; unit?: "£" | "families" | "share" },
): Programme {
  const row = memorandum("Row", calculated(formula), { unit: x.unit === "share" ? "number" : "£" });
  return programme(
    "One row",
    years("2024/25", "2024/25"),
    { source },
    assumption("Pound", { value: 1, unit: "£" }),
    assumption("X", { unit: "£", ...x }),
    cost("Cost", calculated("Pound")),
    table("Beside", {}, row),
  );
}

const turnsOf = (own: Programme, options: Partial<SwitchingValueOptions>) =>
  switchingValue(own, { assumption: "x", outcome: "row", ...options });

describe("where an outcome turns", () => {
  test("several crossings are all given, in rising order", () => {
    // A tent: up by one to 40, down again, up again from 70.
    const own = rowOf("min(X, max(80 * Pound - X, X - 60 * Pound))", { value: 10, low: 0, high: 100 });
    const { turns, met, answer } = turnsOf(own, { "at least": 20 });
    expect({ met, answer }).toEqual({ met: false, answer: "turns" });
    expect(turns.map(({ kind, value, met: side }) => `${kind} ${value} ${side}`)).toEqual([
      "crossing 20 above",
      "crossing 60 below",
      "crossing 80 above",
    ]);
  });

  test("a dip between two values that were tried is found where the lines around it meet", () => {
    // A valley of width 2 around 51, between steps of 25.
    const own = rowOf("max(51 * Pound - X, X - 51 * Pound)", { value: 0, low: 0, high: 100 });
    const { turns } = turnsOf(own, { "at least": 1, steps: 4 });
    expect(turns.map(({ value }) => value.toString())).toEqual(["50", "52"]);
  });

  test("a target over an interval is given as that interval", () => {
    const own = rowOf("min(X, 30 * Pound) + max(X - 70 * Pound, 0 * Pound)", {
      value: 10,
      low: 0,
      high: 100,
    });
    const { turns, sentence } = turnsOf(own, { target: 30 });
    expect(turns.map(({ kind, lower, upper }) => `${kind} ${lower.at} ${upper.at}`)).toEqual(["flat 30 70"]);
    expect(sentence).toBe("Row over all periods is £30 where X is from £30 to £70.");
  });

  test("a target that is passed is one crossing, with no side", () => {
    const { turns } = turnsOf(rowOf("X * 3", { value: 10, low: 0, high: 100 }), { target: 60 });
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ kind: "crossing", headroom: decimal(1) });
    expect(turns[0]?.value.toString()).toBe("20");
    expect(turns[0]).not.toHaveProperty("met");
  });

  test("a jump is given by its two neighbours and its size", () => {
    const own = rowOf("round(X, 80) * 5 + 100 * Pound", { value: 10, low: 0, high: 100 });
    const { turns, sentence } = turnsOf(own, { "at least": 300 });
    const [turn] = turns;
    expect(turn?.kind).toBe("jump");
    expect(turn?.jump?.toString()).toBe("400");
    expect([turn?.lower, turn?.upper].map((tried) => tried?.reading.value?.toString())).toEqual([
      "100",
      "500",
    ]);
    expect(turn?.within.lte("1e-10")).toBe(true);
    expect(turn?.lower.at.toFixed(4)).toBe("40.0000");
    expect(sentence).toBe(
      "Row over all periods is not at least £300 as the model stands; it would be once X rises to £40, 300% over the central value of £10, where it jumps from £100 to £500.",
    );
  });

  test("a count lies between two whole numbers, and the sentence names the last that holds", () => {
    const own = programme(
      "Families",
      years("2024/25", "2024/25"),
      { source },
      assumption("Families", { value: 20, unit: "families" }),
      assumption("Saving", { value: 30, unit: "£ per family" }),
      cost("Team", 400),
      saving("Care", calculated("Families * Saving")),
    );
    const { turns, sentence } = switchingValue(own, { assumption: "Families", outcome: "net saving" });
    expect(turns.map(({ kind, lower, upper }) => `${kind}: ${lower.at}, ${upper.at}`)).toEqual([
      "between whole values: 13, 14",
    ]);
    expect(sentence).toBe(
      "Net saving / (cost) stays at least £0 until Families falls below 14 families, 30% under the central value of 20 families.",
    );
  });

  test("a bound that must be passed is not met at the crossing itself", () => {
    const own = rowOf("X * 2", { value: 30, low: 0, high: 100 });
    const [strict, loose] = [turnsOf(own, { above: 40 }), turnsOf(own, { "at least": 40 })];
    expect([strict, loose].map(({ turns }) => turns[0]?.value.toString())).toEqual(["20", "20"]);
    expect(strict.sentence).toBe(
      "Row over all periods stays above £40 until X falls below £20.10, 33% under the central value of £30.",
    );
    expect(loose.sentence).toBe(
      "Row over all periods stays at least £40 until X falls below £20, 33% under the central value of £30.",
    );
  });

  test("where the line is curved the value is drawn together until the threshold is hit", () => {
    const { turns } = turnsOf(rowOf("X * X / Pound", { value: 3, low: 0, high: 10 }), { "at least": 2 });
    const [turn] = turns;
    expect(turn?.kind).toBe("crossing");
    expect(turn?.value.minus(decimal(2).sqrt()).abs().lte("1e-11")).toBe(true);
    expect(turn?.within.lte("1e-11")).toBe(true);
  });

  test("a payback turns where it stops to come, with how it is on both sides", () => {
    const own = programme(
      "Repairs",
      span,
      { source },
      cost("Crew", { "2024/25": 1_000 }),
      saving("Contracts", { "2025/26": 600, "2026/27": 600 }),
    );
    const { turns, met, sentence } = switchingValue(own, { assumption: "contracts", outcome: "payback" });
    expect(met).toBe(true);
    const [turn] = turns;
    expect(turn?.lower.reading.words).toMatch(/^never within the horizon/);
    expect(turn?.upper.reading.words).toBe("in 2026/27, after 3.0 years");
    expect(turn?.value.minus(decimal(1_000).div(1_200)).abs().lte("1e-8")).toBe(true);
    expect(sentence).toBe("Payback holds until Contracts falls by more than 16.6% in every period.");
  });

  test("a payback that never comes is later than any number of years", () => {
    const own = programme(
      "Repairs",
      span,
      { source },
      cost("Crew", { "2024/25": 1_000 }),
      saving("Contracts", { "2025/26": 600, "2026/27": 600 }),
    );
    const { turns } = switchingValue(own, { assumption: "contracts", outcome: "payback", "at most": 2.5 });
    // After 2.5 years half of the last saving has come: 1.5 × 600 × factor = 1000.
    expect(turns.map(({ kind, value, met }) => `${kind} ${value.toFixed(6)} ${met}`)).toEqual([
      `crossing ${decimal(1_000).div(900).toFixed(6)} above`,
    ]);
  });
});

/** So many families at £20 each, and vans that can be had for less or more. */
function families(count: number): Programme {
  return programme(
    "Families",
    years("2024/25", "2024/25"),
    { source },
    assumption("X", { value: count, unit: "families" }),
    assumption("A family", { value: 20, unit: "£ per family" }),
    cost("Team", 400),
    cost("Vans", { "2024/25": 100 }),
    saving("Row", calculated("X * A family")),
  );
}

describe("a target is hit", () => {
  const ten = { value: 10, low: 0, high: 100 };
  const under = "under the central value of £10";
  const over = (percent: string) => `${percent} over the central value of £10`;
  test.each<[string, string, number, readonly string[], string]>([
    [
      "over an interval from the start of the range",
      "max(X, 30 * Pound)",
      30,
      ["flat 0 30"],
      "is £30 where X is from £0 to £30",
    ],
    [
      "over an interval to its end",
      "min(X, 30 * Pound)",
      30,
      ["flat 30 100"],
      "is £30 where X is from £30 to £100",
    ],
    ["all over it", "X * 0 + 30 * Pound", 30, ["flat 0 100"], "is £30 where X is from £0 to £100"],
    ["at its start alone", "X * 2", 0, ["crossing 0"], `is £0 where X is £0, 100% ${under}`],
    ["at its end alone", "X * 2", 200, ["crossing 100"], `is £200 where X is £100, ${over("900%")}`],
    ["at the central value", "X * 2", 20, ["crossing 10"], "is £20 where X is £10, the central value"],
    [
      "where it is only touched",
      "min(X, 80 * Pound - X)",
      40,
      ["crossing 40"],
      `is £40 where X is £40, ${over("300%")}`,
    ],
    [
      "at several values",
      "min(X, 80.008 * Pound - X)",
      40,
      ["crossing 40", "crossing 40.008"],
      `is £40 where X is £40, ${over("300%")} and where it is about £40.01, ${over("301%")}`,
    ],
    [
      "over an interval and elsewhere",
      "min(max(X, 30 * Pound), 70 * Pound - 0.5 * X)",
      30,
      ["flat 0 30", "crossing 80"],
      `is £30 where X is from £0 to £30 and where it is £80, ${over("700%")}`,
    ],
  ])("%s", (_, formula, target, hits, said) => {
    const { turns, sentence } = turnsOf(rowOf(formula, ten), { target });
    expect(
      turns.map(({ kind, lower, upper }) => [kind, ...new Set([lower.at, upper.at].map(String))].join(" ")),
    ).toEqual(hits);
    expect(sentence).toBe(`Row over all periods ${said}.`);
    for (const { lower, upper } of turns)
      expect([lower, upper].map(({ reading }) => reading.value?.toNumber())).toEqual([target, target]);
  });

  test("nowhere, or passed by a jump", () => {
    const beyond = turnsOf(rowOf("X", ten), { target: 101 });
    expect(beyond.sentence).toBe(
      "Row over all periods does not come to £101 at any value of X from £0 to £100 (its low to its high).",
    );
    const stepped = rowOf("round(X, 80) * 5 + 100 * Pound", ten);
    const passed = turnsOf(stepped, { target: 300 });
    expect(passed.turns.map(({ kind }) => kind)).toEqual(["jump"]);
    expect(passed.sentence).toBe(
      "Row over all periods passes £300 where X is about £40, 300% over the central value of £10.",
    );
    // What it jumps to is come to, from there on.
    expect(turnsOf(stepped, { target: 500 }).sentence).toBe(
      "Row over all periods is £500 where X is from about £40.00 to £100.",
    );
  });

  test("by a whole number, or passed between two", () => {
    const hit = turnsOf(families(20), { target: 400 });
    expect(hit.turns).toMatchObject([{ kind: "crossing", value: decimal(20), within: decimal(0) }]);
    expect(hit.sentence).toBe("Row over all periods is £400 where X is 20 families, the central value.");
    const passed = turnsOf(families(20), { target: 410 });
    expect(passed.turns).toMatchObject([{ kind: "between whole values", value: decimal(20) }]);
    expect(passed.sentence).toBe(
      "Row over all periods passes £410 where X is between 20 families and 21 families.",
    );
  });

  test("by a change of all amounts of a line, by a day, and from nil", () => {
    const vans = { assumption: "Vans", outcome: "total cost" };
    expect(turnsOf(families(20), { ...vans, target: 450 }).sentence).toBe(
      "Total Cost over all periods is £450 where Vans is 50% less.",
    );
    expect(turnsOf(families(20), { ...vans, outcome: "peak", target: 0 }).sentence).toBe(
      "Peak funding requirement is £0 where Vans is nil.",
    );
    expect(turnsOf(rowOf("X", { value: 0, low: -10, high: 100 }), { target: 20 }).sentence).toBe(
      "Row over all periods is £20 where X is £20.",
    );
  });
});

describe("the sentence of a turn", () => {
  test("names the central value where that is the last that holds", () => {
    expect(turnsOf(rowOf("X * 2", { value: 20, low: 0, high: 100 }), { "at least": 40 }).sentence).toBe(
      "Row over all periods stays at least £40 until X falls below £20, the central value.",
    );
    expect(turnsOf(families(20), { "at most": 400 }).sentence).toBe(
      "Row over all periods stays at most £400 until X rises above 20 families, the central value.",
    );
    expect(turnsOf(rowOf("X * 2", { value: 20, low: 0, high: 100 }), { above: 40 }).sentence).toBe(
      "Row over all periods is not above £40 as the model stands; it would be once X rises to £20.01, 0.1% over the central value of £20.",
    );
  });

  test("does not say until where, of what lies beyond what was searched", () => {
    const own = rowOf("max(X - 60 * Pound, 40 * Pound - X)", { value: 10, low: 0, high: 100 });
    expect(turnsOf(own, { "at least": 10, from: 50, to: 100 }).sentence).toBe(
      "Row over all periods stays at least £10 on one side only of where X is £70, 600% over the central value of £10.",
    );
  });

  test("says about, where no value that can be printed would do", () => {
    const own = rowOf("min(X, 40.0101 * Pound - X)", { value: 10, low: 0, high: 100 });
    expect(turnsOf(own, { "at least": 20.005 }).sentence).toMatch(
      /it would be once X rises to about £20\.01, /,
    );
  });

  test("says of a range without a turn how it is there, and how it is as the model stands", () => {
    const own = rowOf("X * 2", { value: 20, low: 0, high: 100 });
    const said = (options: Partial<SwitchingValueOptions>) => turnsOf(own, options).sentence;
    const row = "Row over all periods";
    expect(said({ "at least": 40, from: 30, to: 50 })).toBe(
      `${row} stays at least £40 at every value of X from £30 to £50 (as asked).`,
    );
    expect(said({ "at least": 40, from: 5, to: 15 })).toBe(
      `${row} is at least £40 as the model stands, and at no value of X from £5 to £15 (as asked).`,
    );
    expect(said({ "at least": 50, from: 30, to: 50 })).toBe(
      `${row} is not at least £50 as the model stands; it would be at every value of X from £30 to £50 (as asked).`,
    );
    expect(said({ "at least": 50, from: 5, to: 15 })).toBe(
      `${row} is not at least £50 as the model stands, nor at any value of X from £5 to £15 (as asked).`,
    );
    const repairs = { assumption: "contracts", outcome: "payback" };
    const pays = programme(
      "Pays",
      span,
      { source },
      cost("Crew", { "2024/25": 1_000 }),
      saving("Contracts", 600),
    );
    expect(switchingValue(pays, { ...repairs, from: "10%", to: "20%" }).sentence).toBe(
      "Payback holds as the model stands, and at no value of Contracts from 90% less to 80% less (as asked).",
    );
    const ends = level({ amount: 900, from: "2024-10-01", to: "2026-03-31" });
    const cared = programme("Cared for", span, { source }, cost("Crew", 100), saving("Care", ends));
    const before = switchingValue(cared, {
      assumption: "care.to",
      outcome: "net saving",
      from: "2020-04-01",
      to: "2024-04-01",
    });
    expect(before).toMatchObject({ answer: "no value in its range does", turns: [] });
    expect(before.sentence).toBe(
      "Net saving / (cost) cannot be worked out at any value of Care: to from 1 April 2020 to 1 April 2024 (as asked).",
    );
  });

  test("says how it jumps only where there are figures on both sides", () => {
    const own = programme(
      "Late",
      span,
      { source },
      assumption("Saved", { value: 600, unit: "£" }),
      cost("Crew", { "2024/25": 1_000 }),
      saving("Contracts", calculated("round(Saved, 500)")),
    );
    const { turns, sentence } = switchingValue(own, { assumption: "saved", outcome: "payback" });
    expect(turns.map(({ kind }) => kind)).toEqual(["jump"]);
    expect(sentence).toMatch(
      /^Payback holds until Saved falls below £250, 58% under the central value of £600\.$/,
    );
  });
});

describe("a condition", () => {
  const own = programme(
    "Repairs",
    span,
    { source },
    assumption("Saved a year", { value: 700, unit: "£", low: 100, high: 900 }),
    cost("Crew", 500),
    saving("Contracts", calculated("Saved a year")),
    condition("Balance met", { row: "balance", "at most": 0 }),
    condition("Balance below", { row: "balance", below: 0 }),
    condition("Exact", { row: "balance", "equal to": 0 }),
  );

  test("turns where its row meets its bound, and holds there", () => {
    const { turns, central, sentence } = switchingValue(own, {
      assumption: "saved a year",
      outcome: "balance met",
    });
    expect(central).toMatchObject({ holds: true, words: "holds, £200 to spare" });
    expect(turns.map(({ kind, value }) => `${kind} ${value}`)).toEqual(["crossing 500"]);
    expect(turns[0]?.lower.reading).toMatchObject({ holds: true, words: "holds, with nothing to spare" });
    expect(sentence).toBe(
      "“Balance met” holds until Saved a year falls below £500, 28% under the central value of £700.",
    );
  });

  test("that must be passed does not hold where it turns", () => {
    const { turns, sentence } = switchingValue(own, {
      assumption: "saved a year",
      outcome: "condition: Balance below",
    });
    expect(turns[0]?.value.minus(500).abs().lte("1e-6")).toBe(true);
    expect(sentence).toMatch(/until Saved a year falls below £501, 28% under/);
  });

  test("that does not hold is said to from where it would", () => {
    const { met, sentence } = switchingValue(withValues(own, { "saved-a-year": 400 }), {
      assumption: "saved a year",
      outcome: "balance met",
    });
    expect(met).toBe(false);
    expect(sentence).toBe(
      "“Balance met” does not hold as the model stands; it would once Saved a year rises to £500, 25% over the central value of £400.",
    );
  });

  test("that must be equal can be hit at one value alone", () => {
    const { turns, met } = switchingValue(own, { assumption: "saved a year", outcome: "exact", target: 0 });
    expect(met).toBe(false);
    expect(turns.map(({ kind, value }) => `${kind} ${value}`)).toEqual(["crossing 500"]);
  });
});

describe("the range that is searched", () => {
  const own = programme(
    "Repairs",
    span,
    { source },
    assumption("Ranged", { value: 700, unit: "£", low: 600, high: 900 }),
    assumption("Part", { value: "50%", unit: "share" }),
    assumption("Nil", { value: 0, unit: "£" }),
    assumption("Aside", { value: 5, unit: "£" }),
    cost("Crew", 200),
    saving("Contracts", calculated("Ranged * Part + Nil")),
    table("Others", {}, memorandum("Beside", calculated("Aside"))),
  );
  const found = (name: string, options: Partial<SwitchingValueOptions> = {}) =>
    switchingValue(own, { assumption: name, outcome: "net saving", ...options });

  test("is its low to its high, and no value in it may do", () => {
    const { answer, range, sentence } = found("ranged");
    expect(answer).toBe("no value in its range does");
    expect([range?.from.toString(), range?.to.toString(), range?.by]).toEqual(["600", "900", "low and high"]);
    expect(sentence).toBe(
      "Net saving / (cost) stays at least £0 at every value of Ranged from £600 to £900 (its low to its high).",
    );
  });

  test("is a wide one by its unit where it has none, or what is asked for", () => {
    expect(found("part").range).toMatchObject({ by: "unit", from: decimal(0), to: decimal(1) });
    expect(found("crew").range).toMatchObject({ by: "unit", from: decimal(0), to: decimal(10) });
    const asked = found("ranged", { from: 100, to: 900 });
    expect(asked.range?.by).toBe("asked");
    expect(asked.turns.map(({ value }) => value.toString())).toEqual(["400"]);
  });

  test("cannot be told for what is nil without a range, and is not needed for what has no part", () => {
    expect(found("nil").answer).toBe("not searched");
    expect(found("nil", { from: 0, to: 10 }).answer).toBe("no value in its range does");
    expect(found("aside")).toMatchObject({ answer: "makes no difference", turns: [] });
  });

  test("puts what turns the outcome first, by how little it has to move", () => {
    const all = switchingValues(own, { outcome: "net saving" });
    expect(all.map(({ assumption: { id }, answer }) => `${id}: ${answer}`)).toEqual([
      "part: turns",
      "crew: turns",
      "ranged: no value in its range does",
      "nil: not searched",
      "aside: makes no difference",
    ]);
  });
});
