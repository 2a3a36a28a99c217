import {
  assumption,
  buildUp,
  condition,
  cost,
  evaluate,
  InvestToSaveError,
  memorandum,
  months,
  percentage,
  programme,
  saving,
  scenario,
  table,
  withScenario,
  years,
} from "invest-to-save";
import { calculated } from "invest-to-save/drivers";
import { compareScenarios, sensitivity, switchingValue, twoWayGrid } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";

const own = programme(
  "Repairs",
  years("2024/25", "2026/27"),
  { source: "worked by hand" },
  assumption("Saved a year", { value: 700, unit: "£", low: 100, high: 900 }),
  assumption("Crew's pay", { value: 500, unit: "£", high: 650 }),
  assumption("Spare", { value: 5, unit: "£", low: 1, high: 9 }),
  cost("Crew", calculated("Crew's pay")),
  saving("Contracts", { "2024/25": 0, "2025/26": 600, "2026/27": 900 }),
  saving("In work", calculated("Saved a year")),
  table("Beside", {}, memorandum("Spares", calculated("Spare"), { totals: "closing" })),
  condition("Balance met", { row: "balance", "at most": 0 }),
  scenario("Slow", { "saved-a-year": 300 }, "half of the contracts wait"),
  scenario("Fast", { "saved-a-year": 800, "crew-s-pay": 450 }),
);

/** What pays back or does not, by what is saved a year. */
const repairs = programme(
  "Repairs",
  years("2024/25", "2026/27"),
  { source: "worked by hand" },
  assumption("A year", { value: 750, unit: "£", low: 300, high: 1_050 }),
  cost("Crew", { "2024/25": 1_700 }),
  saving("Contracts", calculated("A year")),
  scenario("Slow", { "a-year": 350 }),
  scenario("Fast", { "a-year": 1_050 }),
);

/** The outcome of some words in the model as it stands. */
const read = (outcome: string, options = {}) => sensitivity(own, { outcome, by: "10%", ...options });
const said = (outcome: string, options = {}) => {
  const { outcome: found, central } = read(outcome, options);
  return `${found.kind} ${found.label}: ${central.words}`;
};

function issueOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof InvestToSaveError) return error.issues[0] ?? expect.fail("no issue");
  }
  return expect.fail("nothing was refused");
}

describe("an outcome is named in plain words", () => {
  test.each([
    ["net saving", "measure Net saving / (cost): £2,100"],
    ["Net saving / (cost)", "measure Net saving / (cost): £2,100"],
    ["peak", "measure Peak funding requirement: none: costs never run ahead"],
    ["balance in 2025/26", "row Balance of Funding Required / (Savings) in 2025/26: −£800"],
    ["balance", "row Balance of Funding Required / (Savings) over all periods: −£2,100"],
    ["total cost", "row Total Cost over all periods: £1,500"],
    ["total of crew", "row Crew over all periods: £1,500"],
    ["Spares", "row Spares at the end: £5"],
    ["row: crew in 2024/25", "row Crew in 2024/25: £500"],
    ["balance met", "condition Balance met: holds, £200 to spare"],
    ["condition: Balance met", "condition Balance met: holds, £200 to spare"],
    ["appraisal.net in 2026/27", "row Net saving / (cost) in 2026/27: £1,100"],
  ])("%s", (words, expected) => expect(said(words)).toBe(expected));

  test("and read on the terms that are asked for", () => {
    expect(said("NPV", { appraisal: { rate: "5%" } })).toBe("measure Net present value: £1,960");
    expect(said("bcr", { appraisal: { case: "economic", inflation: 0 } })).toMatch(
      /^measure Benefit-cost ratio: 2\.3/,
    );
  });

  test("a longer period than the model's own is summed", () => {
    const monthly = programme("Rent", months("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_200));
    const { central, outcome } = sensitivity(monthly, { outcome: "rent in 2025/26", by: "10%" });
    expect([outcome.label, central.words]).toEqual(["Rent in 2025/26", "£1,200"]);
  });

  test("a mistyped name is refused with the nearest", () => {
    expect(issueOf(() => read("net savings"))).toMatchObject({
      code: "unknown-name",
      hint: expect.stringContaining("did you mean “net saving”"),
    });
    expect(issueOf(() => read("pay back"))).toMatchObject({
      code: "unknown-name",
      hint: "did you mean “Payback”?",
    });
    expect(issueOf(() => read("condition: Balance mett"))).toMatchObject({
      hint: "did you mean “Balance met”?",
    });
    expect(issueOf(() => read("balance in 2031/32")).code).toBe("year-outside-timeline");
  });

  test("a measure that other terms would have says so", () => {
    expect(issueOf(() => read("net present value"))).toMatchObject({
      code: "unknown-name",
      hint: expect.stringContaining("it needs discounting"),
    });
    expect(issueOf(() => read("BCR")).hint).toContain("economic case");
  });

  test("a row that has no total is asked for in one period", () => {
    const shares = programme(
      "Shares",
      years("2024/25", "2025/26"),
      { source: "worked by hand" },
      assumption("Part", { value: "40%", unit: "share" }),
      cost("Rent", 1_200),
      table("Beside", {}, memorandum("Used", calculated("Part"), { unit: "share", totals: "none" })),
    );
    const used = (outcome: string) => sensitivity(shares, { outcome, by: "10%" }).central.words;
    expect(used("used in 2025/26")).toBe("40%");
    expect(issueOf(() => used("used"))).toMatchObject({
      code: "wrong-option",
      message: "Used has no total over several periods",
      received: "no period",
      hint: "name one period, such as “Used in 2025/26”",
    });
    const halves = issueOf(() => used("used in 2024/25 to 2025/26"));
    expect(halves.code).not.toBe("wrong-option");
  });

  test("what is asked of it is to be said where nothing goes without saying", () => {
    const asked = { assumption: "saved a year", outcome: "total cost" };
    expect(issueOf(() => switchingValue(own, asked))).toMatchObject({ code: "missing-key" });
    expect(issueOf(() => switchingValue(own, { ...asked, above: 1, below: 2 })).code).toBe("wrong-shape");
    expect(issueOf(() => switchingValue(own, { ...asked, above: "£5k" })).code).toBe("not-a-number");
    expect(issueOf(() => switchingValue(own, { assumption: "saved a yeer", outcome: "balance" })).hint).toBe(
      "did you mean “Saved a year”?",
    );
    const reversed = { assumption: "saved a year", outcome: "balance", from: 900, to: 100 };
    expect(issueOf(() => switchingValue(own, reversed)).code).toBe("out-of-range");
  });
});

describe("sensitivity", () => {
  const found = sensitivity(own, { outcome: "net saving" });

  test("moves each assumption that has a range to its low and its high, the widest swing first", () => {
    expect(
      found.bars.map(({ assumption: { label }, low, high, swing }) => [
        label,
        low.reading.words,
        high.reading.words,
        `${swing}`,
      ]),
    ).toEqual([
      ["Saved a year", "£300", "£2,700", "2400"],
      ["Crew's pay", "£2,100", "£1,650", "450"],
    ]);
    expect(found.unmoved).toEqual(["Spare"]);
    expect(found.without).toEqual(["Contracts"]);
  });

  test("moves all of them together, and each where it does most and least", () => {
    const { low, high, least, most } = found.together;
    expect([low, high, least, most].map(({ words }) => words)).toEqual(["£300", "£2,250", "−£150", "£2,700"]);
  });

  test("moves by a share what has no range too, all amounts of a line together", () => {
    const { bars, by } = read("net saving");
    expect(by?.toString()).toBe("0.1");
    expect(
      bars.map(({ assumption: { label }, low }) => `${label} ${low.words} ${low.reading.words}`),
    ).toEqual(["Saved a year £630 £1,890", "Crew's pay £450 £2,250", "Contracts 10% less £1,950"]);
  });

  test("of a condition shows what is to spare, and whether it holds", () => {
    const [bar] = sensitivity(own, { outcome: "balance met" }).bars;
    expect(bar?.low.reading).toMatchObject({ holds: false, words: "does not hold, £400 short" });
  });

  test("says at which end the model cannot be worked out, and ranks the others", () => {
    const shared = programme(
      "Shared",
      years("2024/25", "2025/26"),
      { source: "worked by hand" },
      assumption("Rent", { value: 900, unit: "£", low: 600, high: 1_200 }),
      assumption("Sharers", { value: 3, unit: "number", low: 0, high: 4 }),
      cost("Our part", calculated("Rent / Sharers")),
    );
    const { bars, together } = sensitivity(shared, { outcome: "total cost" });
    expect(
      bars.map(({ assumption: { label }, low, high }) => [label, low.reading.words, high.reading.words]),
    ).toEqual([
      ["Sharers", "cannot be worked out: Our part divides by nil in 2024/25", "£450"],
      ["Rent", "£400", "£800"],
    ]);
    expect(bars[0]).not.toHaveProperty("swing");
    expect([together.low, together.high, together.least, together.most].map(({ words }) => words)).toEqual([
      "cannot be worked out: Our part divides by nil in 2024/25",
      "£600",
      "£300",
      "£800",
    ]);
  });

  test("ranks a payback that never comes beyond all others", () => {
    const { bars, together } = sensitivity(repairs, { outcome: "payback" });
    expect(bars.map(({ low, high }) => [low.reading.words, high.reading.words])).toEqual([
      ["never within the horizon: £800 short at the end", "in 2025/26, after 1.6 years"],
    ]);
    expect([together.least.words, together.most.words]).toEqual([
      "in 2025/26, after 1.6 years",
      "never within the horizon: £800 short at the end",
    ]);
  });

  test("refuses a share that is none, and says where nothing has a range", () => {
    expect(issueOf(() => read("balance", { by: 0 })).code).toBe("out-of-range");
    expect(issueOf(() => read("balance", { by: "a lot" })).code).toBe("not-a-number");
    const flat = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_200));
    expect(issueOf(() => sensitivity(flat, { outcome: "balance" }))).toMatchObject({ code: "missing-key" });
  });
});

describe("a grid", () => {
  const axis = (assumption: string) => ({ assumption });

  test("takes low, central and high with the halves between, and marks where the model stands", () => {
    const { across, down, readings } = twoWayGrid(own, {
      outcome: "balance",
      across: axis("saved a year"),
      down: axis("contracts"),
    });
    expect(across.words).toEqual(["£100", "£400", "£700", "£800", "£900"]);
    expect(down.words).toEqual(["20% less", "10% less", "as it is", "10% more", "20% more"]);
    expect([across.central, down.central]).toEqual([2, 2]);
    expect(readings[2]?.[2]?.words).toBe("−£2,100");
    expect(readings[4]?.[0]?.words).toBe("−£600");
  });

  test("moves one amount of several by its period", () => {
    const values = [0, 600];
    const { readings, across } = twoWayGrid(own, {
      outcome: "balance",
      across: { assumption: "contracts@2025/26", values },
      down: { assumption: "spare", values: [5] },
    });
    expect(across.assumption).toMatchObject({ id: "contracts@2025/26", label: "Contracts in 2025/26" });
    expect(readings[0]?.map(({ words }) => words)).toEqual(["−£1,500", "−£2,100"]);
  });

  test("says in a cell that the model cannot be worked out there", () => {
    const built = programme(
      "Built",
      years("2024/25", "2026/27"),
      { source: "worked by hand" },
      cost("Crew", 1_000),
      cost("On costs", percentage({ of: "Crew", rate: { "2024/25": "20%", "2025/26": "40%" } })),
      saving("Placements", buildUp({ level: 1_200, from: "Apr 2024", months: 12 })),
    );
    const { readings } = twoWayGrid(built, {
      outcome: "balance",
      across: { assumption: "placements.months", values: [12, 1.5] },
      down: { assumption: "on-costs.rate", values: [1, 3] },
    });
    expect(readings.map((row) => row.map(({ words, refused }) => [words, refused]))).toEqual([
      [
        ["£550", undefined],
        ["cannot be worked out: placements.months cannot be 1.5", true],
      ],
      [
        ["cannot be worked out: on-costs.rate cannot be 1.2", true],
        ["cannot be worked out: placements.months cannot be 1.5", true],
      ],
    ]);
  });

  test("refuses one assumption on both sides, and a value beyond its limits", () => {
    const both = { outcome: "balance", across: axis("spare"), down: axis("spare") };
    expect(issueOf(() => twoWayGrid(own, both)).code).toBe("wrong-shape");
    const below = {
      outcome: "balance",
      across: { assumption: "contracts", values: [-1] },
      down: axis("spare"),
    };
    expect(issueOf(() => twoWayGrid(own, below)).code).toBe("out-of-range");
    expect(issueOf(() => twoWayGrid(own, { ...below, across: axis("spare@2025/26") })).code).toBe(
      "wrong-shape",
    );
  });
});

describe("scenarios", () => {
  test("stand side by side with the model, with differences and the conditions that fail", () => {
    const { outcomes, cases } = compareScenarios(own);
    expect(outcomes.map(({ id }) => id)).toEqual(["net-saving", "peak-funding", "payback"]);
    expect(
      cases.map(({ label, says, differences, unmet }) => [label, says, differences[0]?.toString(), unmet]),
    ).toEqual([
      ["As the model says", undefined, undefined, []],
      ["Slow", "half of the contracts wait", "-1200", ["Balance met"]],
      ["Fast", undefined, "450", []],
    ]);
  });

  test("take any measure, row or condition, as the scenario alone would give it", () => {
    const { cases } = compareScenarios(own, { outcomes: ["balance in 2024/25", "balance met"] });
    const plain = evaluate(withScenario(own, "Slow")).rows.get("balance")?.values[0];
    expect(cases[1]?.readings[0]?.value?.toString()).toBe(plain?.toString());
    expect(cases[1]?.readings[1]).toMatchObject({ holds: false });
  });

  test("differ from the model only where both have a value", () => {
    const { cases } = compareScenarios(repairs, { outcomes: ["payback", "net saving"] });
    expect(
      cases.map(({ readings, differences }) => [
        readings[0]?.words,
        ...differences.map((value) => value?.toFixed(1)),
      ]),
    ).toEqual([
      ["in 2026/27, after 2.3 years"],
      ["never within the horizon: £650 short at the end", undefined, "-1200.0"],
      ["in 2025/26, after 1.6 years", "-0.6", "900.0"],
    ]);
  });

  test("of a model that cannot be appraised as it stands are told by its totals", () => {
    const real = programme(
      "Real",
      years("2024/25", "2025/26"),
      { source: "lease", prices: "2024/25" },
      cost("Rent", 1_200),
      scenario("Less", { rent: 1_000 }),
    );
    expect(compareScenarios(real).outcomes.map(({ id }) => id)).toEqual([
      "total-cost",
      "total-saving",
      "balance",
    ]);
    expect(issueOf(() => compareScenarios(real, { appraisal: { rate: "much" } })).code).toBe("out-of-range");
  });

  test("of a model that has none are refused", () => {
    const flat = programme("Rent", years("2024/25", "2025/26"), { source: "lease" }, cost("Rent", 1_200));
    expect(issueOf(() => compareScenarios(flat)).code).toBe("missing-key");
  });
});
