import {
  assumption,
  condition,
  correlation,
  cost,
  formula as f,
  funding,
  InvestToSaveError,
  level,
  type Part,
  type Programme,
  programme,
  saving,
  withValues,
  years,
} from "invest-to-save";
import { appraise } from "invest-to-save/appraisal";
import { calculated } from "invest-to-save/drivers";
import { drawPart, readySimulation, type SimulateOptions, simulate } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";

const families = assumption("Families", { value: 100, unit: "families", low: 60, high: 120 });
const saved = assumption("Saved a family", {
  value: 900,
  unit: "£ per family per year",
  range: { shape: "normal", "standard deviation": 150, low: 0 },
});

/** Staff for three years against a saving for each family, from the second year on. */
function hub(...parts: readonly Part[]): Programme {
  return programme(
    "Hub",
    years("2025/26", "2027/28"),
    { source: "plan", body: "Council" },
    families,
    saved,
    cost("Set up", { "2025/26": 60_000 }, { term: "one-off", range: { low: "90%", high: "150%" } }),
    cost("Staff", 20_000),
    funding("Reserve", { "2025/26": 80_000 }),
    saving("Care", calculated("Families * Saved a family * years()")),
    condition("Nothing is left to find", { row: "balance", "at most": 0 }),
    ...parts,
  );
}

/** A line that takes a part of a most, each drawn from 0 to 100 or as one of some values, and what must hold between them. */
function twoShares(
  shape: "uniform" | "discrete",
  most: Record<number, number> = { 0: 1, 90: 1 },
  part: Record<number, number> = { 40: 1 },
): Programme {
  const range = (weights: Record<number, number>) =>
    shape === "uniform" ? { shape, low: 0, high: 100 } : { shape, weights };
  return programme(
    "Two",
    years("2025/26", "2025/26"),
    { source: "here" },
    assumption("Most", { value: 90, unit: "£", range: range(most) }),
    assumption("Part", { value: 40, unit: "£", range: range(part) }),
    cost("Left", {
      name: "two shares",
      options: {},
      build: (line) => {
        const [most, part] = [line.value("most", "Most", "£"), line.value("part", "Part", "£")];
        line.relation("part", {
          label: `${line.label} takes no more than there is`,
          formula: f.compare(part, "at most", most),
          code: "out-of-range",
          message: `${line.label} takes {left} of {right}`,
          expected: "at most {right}",
          received: "{left}",
          hint: "take less",
        });
        return f.subtract(most, part);
      },
    }),
    cost("Ratio", calculated("Part * Most / Most")),
    cost("Beside", { "2025/26": 10 }, { range: { low: "90%", high: "120%" } }),
  );
}

const plain: SimulateOptions = { draws: 8192, seed: 7 };
const issueOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof InvestToSaveError) return error.issues[0];
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("simulate", () => {
  test("says how the net saving is spread, which conditions hold and what matters", () => {
    const found = simulate(hub(), plain);
    expect(
      found.assumptions.map(({ id, shape, central, low, high }) => [id, shape, central, low, high]),
    ).toEqual([
      ["families", "triangular", 100, 60, 120],
      ["saved-a-family", "normal", 900, 0, undefined],
      ["set-up", "triangular", 1, 0.9, 1.5],
    ]);
    const [net] = found.measures;
    expect(net).toMatchObject({ id: "net-saving", unit: "£", central: 150_000, "draws without a value": 0 });
    // The means of the three: 93⅓ families, £900, 17/15 of the set-up cost; the first two are independent.
    expect(net?.mean).toBeCloseTo((280 / 3) * 900 * 3 - 60_000 * (3.4 / 3) - 60_000, -2);
    expect(net && net.P10 < net.P50 && net.P50 < net.P90).toBe(true);
    expect(net?.histogram.reduce((sum, { draws }) => sum + draws, 0)).toBe(8192);
    expect(net?.matters.map(({ id }) => id)).toEqual(["saved-a-family", "families", "set-up"]);
    expect(net?.matters.at(-1)?.["rank correlation"]).toBeLessThan(0);
    const shares = net?.matters.reduce((sum, one) => sum + one["share of spread"], 0) ?? 0;
    expect(shares).toBeGreaterThan(0.95);
    expect(shares).toBeLessThan(1.05);
    expect(found.chances.map(({ id, central }) => [id, central])).toEqual([
      ["nothing-is-left-to-find", true],
      ["measure: net-saving above 0", true],
      ["payback by 2025/26", true],
      ["payback by 2026/27", true],
      ["payback by 2027/28", true],
    ]);
    for (const { chance } of found.chances) expect(chance >= 0 && chance <= 1).toBe(true);
    expect(found.fans[0]?.label).toBe("Balance of Funding Required / (Savings)");
    expect(found.fans[0]?.years.map(({ year, central }) => [year, central])).toEqual([
      ["2025/26", -90_000],
      ["2026/27", -70_000],
      ["2027/28", -70_000],
    ]);
  });

  test("leaves what is printed alone: the central case goes by the values", () => {
    const bare = simulate(hub(), { ...plain, assumptions: ["Families"], measures: ["total cost", "set-up"] });
    expect(bare.assumptions.map(({ id }) => id)).toEqual(["families"]);
    expect(bare.measures.map(({ central, mean, least, most }) => [central, mean, least, most])).toEqual([
      [120_000, 120_000, 120_000, 120_000],
      [60_000, 60_000, 60_000, 60_000],
    ]);
    expect(bare.measures[0]?.matters[0]?.["rank correlation"]).toBe(0);
    expect(bare.measures[0]?.histogram).toEqual([{ from: 120_000, to: 120_000, draws: 8192 }]);
  });

  test("takes any row in any period, any measure, and several conditions in words", () => {
    const found = simulate(hub(), {
      ...plain,
      appraisal: { rate: "5%" },
      measures: ["Care in 2026/27", "NPV", "financial return"],
      chances: [
        "Care in 2026/27 at least 90,000".replace(",", ""),
        "Care always at least 60000",
        "balance never above -20000",
        "discounted payback by 2026/27",
        "financial return above 2",
        "Nothing is left to find",
      ],
      fans: ["appraisal.cumulative-net"],
    });
    expect(found.measures.map(({ label, central }) => [label, Number(central.toFixed(2))])).toEqual([
      ["Care in 2026/27", 90_000],
      ["Net present value", 140_158.73],
      ["Financial return on investment", 2.2],
    ]);
    expect(found.chances.map(({ label, central }) => `${label}: ${central}`)).toEqual([
      "Care in 2026/27 at least £90,000: true",
      "Care always at least £60,000: true",
      "Balance of Funding Required / (Savings) never above −£20,000: true",
      "Discounted payback by the end of 2026/27: true",
      "Financial return on investment above 2: true",
      "Nothing is left to find: true",
    ]);
    const [inOne, always] = found.chances;
    expect(inOne?.chance).toBeLessThan(always?.chance ?? 0);
    expect(found.fans[0]?.years.map(({ central }) => central)).toEqual([10_000, 80_000, 150_000]);
  });

  test("can be asked of an appraised programme, and of a year of a monthly one", () => {
    const appraised = simulate(appraise(hub(), { rate: "5%" }), {
      ...plain,
      measures: ["net present value"],
    });
    expect(appraised.measures[0]?.central).toBeCloseTo(140_158.73, 1);
    const months = programme(
      "Rent",
      { ...hub().timeline, grain: "month", count: 24 },
      { source: "lease" },
      assumption("Rent a year", { value: 1200, unit: "£ per year", low: 1000, high: 1500 }),
      cost("Rent", level({ amount: "Rent a year" })),
      funding("Grant", 1000),
    );
    const found = simulate(months, {
      ...plain,
      measures: ["rent in 2025/26", "rent"],
      chances: ["rent in 2025/26 above 1200", "payback"],
      fans: ["rent"],
    });
    expect(found.measures.map(({ central }) => central)).toEqual([1200, 2400]);
    expect(found.fans[0]?.years.map(({ year, central }) => [year, central])).toEqual([
      ["2025/26", 1200],
      ["2026/27", 1200],
    ]);
    expect(found.chances[0]?.chance).toBeCloseTo(0.6, 2);
    expect(found.chances.slice(1).map(({ label, chance }) => [label, chance])).toEqual([
      ["Payback by the end of 2025/26", 0],
      ["Payback by the end of 2026/27", 0],
    ]);
  });

  test("asks for payback by the end alone, of a model of many years", () => {
    const long = programme(
      "Long",
      years("2025/26", "2036/37"),
      { source: "plan" },
      assumption("Saved", { value: 100, unit: "£ per year", low: 20, high: 120 }),
      cost("Set up", { "2025/26": 500 }),
      saving("Care", level({ amount: "Saved" })),
    );
    const { measures, chances } = simulate(long, plain);
    expect(measures.map(({ label }) => label)).toEqual(["Net saving / (cost)"]);
    expect(chances.map(({ label }) => label)).toEqual([
      "Net saving / (cost) above £0",
      "Payback by the end of 2036/37",
    ]);
    // The chance that twelve years of it are £500 or more.
    expect(chances[1]?.chance).toBeCloseTo(1 - (500 / 12 - 20) ** 2 / (100 * 80), 2);
  });

  test("asks for the net present value first where the appraisal discounts", () => {
    const { measures } = simulate(hub(), { ...plain, appraisal: { rate: "5%" } });
    expect(measures.map(({ label }) => label)).toEqual(["Net present value"]);
  });

  test("can be made of one draw, of which nobody can say how sure it is", () => {
    const [net] = simulate(hub(), { draws: 1 }).measures;
    expect(net).toMatchObject({ "standard error": 0, "standard deviation": 0, matters: [] });
    expect(net?.histogram).toEqual([{ from: net?.mean, to: net?.mean, draws: 1 }]);
    expect([net?.least, net?.P10, net?.P50, net?.P90, net?.most]).toEqual(Array(5).fill(net?.mean));
  });

  test("draws what goes together together", () => {
    const together = simulate(
      hub(correlation(["Families", "Saved a family"], 0.9, { assumed: "why" })),
      plain,
    );
    expect(together.measures[0]?.["standard deviation"]).toBeGreaterThan(
      (simulate(hub(), plain).measures[0]?.["standard deviation"] ?? 0) * 1.2,
    );
    const one = simulate(hub(correlation(["Families", "Saved a family"], 0.9)), {
      ...plain,
      assumptions: ["Families"],
    });
    expect(one.assumptions).toHaveLength(1);
  });

  test("leaves out and counts the draws that have no value", () => {
    const p = programme(
      "Divided",
      years("2025/26", "2026/27"),
      { source: "here" },
      assumption("By", { value: 2, unit: "number", range: { shape: "discrete", weights: { 0: 1, 2: 3 } } }),
      cost("Rent", calculated("Fee / By")),
      assumption("Fee", { value: 100, unit: "£" }),
    );
    const found = simulate(p, { ...plain, measures: ["rent"], chances: [], fans: [] });
    expect(found["draws without a value"]).toBe(2048);
    expect(found.measures[0]).toMatchObject({ mean: 100, least: 100, "draws without a value": 2048 });
    expect(found.issues).toMatchObject([
      { code: "division-by-nil", severity: "warning", path: ["Rent", "2025/26"] },
    ]);
  });

  test("leaves out and counts the draws whose inputs cannot go together, in the words of what must hold", () => {
    const found = simulate(twoShares("uniform"), {
      ...plain,
      draws: 65_536,
      measures: ["left"],
      chances: [],
      fans: [],
    });
    const missing = found["draws without a value"];
    // One of two uniform numbers is above the other in half of all draws; of the rest, the mean of what lies between is a third.
    expect(missing / 65_536).toBeCloseTo(0.5, 2);
    expect(found.measures[0]?.mean).toBeCloseTo(100 / 3, 0);
    expect(found.measures[0]?.least).toBeGreaterThanOrEqual(0);
    expect(found.measures[0]?.["draws without a value"]).toBe(missing);
    const [issue] = found.issues;
    expect(issue).toMatchObject({ code: "out-of-range", severity: "warning", path: ["Left", "part"] });
    expect(issue?.message).toMatch(
      /^“Left takes no more than there is” does not hold in \d+ of 65536 draws, which are left out; in the first of them Left takes £[\d.]+ of £[\d.]+$/,
    );
    expect(issue?.hint).toBe("give Part and Most ranges in which it always holds");
    // What is drawn leaves what is printed alone, and one that keeps its value is judged with the others.
    const one = simulate(twoShares("uniform"), {
      ...plain,
      assumptions: ["Part"],
      measures: ["left"],
      chances: [],
      fans: [],
    });
    expect(one["draws without a value"] / 8192).toBeCloseTo(0.1, 2);
  });

  test("does not count as divided by nil what only inputs that cannot go together divide", () => {
    const p = twoShares("discrete");
    const found = simulate(p, { ...plain, measures: ["ratio"], chances: [], fans: [] });
    expect(found.issues.map(({ code }) => code)).toEqual(["out-of-range"]);
    expect(found["draws without a value"]).toBe(4096);
    expect(found.issues[0]?.message).toMatch(/in the first of them Left takes £40 of £0$/);
  });

  test.each([
    [
      "a few figures, where they show what is wrong",
      "95.12345",
      "; in the first of them Left takes £95.12 of £90",
    ],
    ["as many as it needs", "90.0012", "; in the first of them Left takes about £90.00 of £90"],
    // In binary it lies above the threshold, in decimals on it: as near as 1e-9 of the amount.
    ["none, where the decimals of the same value would do", "90.00000009", ""],
  ])("tells the first draw that breaks what must hold with %s", (_, part, told) => {
    const p = twoShares("discrete", { 90: 1 }, { 40: 3, [part]: 1 });
    const { issues } = simulate(p, { ...plain, measures: ["left"], chances: [], fans: [] });
    expect(issues.map(({ message }) => message)).toEqual([
      `“Left takes no more than there is” does not hold in 2048 of 8192 draws, which are left out${told}`,
    ]);
  });

  test("names what costs most draws first", () => {
    const p = programme(
      "Divided",
      years("2025/26", "2025/26"),
      { source: "here" },
      assumption("Few", { value: 2, unit: "number", range: { shape: "discrete", weights: { 0: 1, 2: 7 } } }),
      assumption("Many", { value: 2, unit: "number", range: { shape: "discrete", weights: { 0: 1, 2: 1 } } }),
      assumption("Fee", { value: 100, unit: "£" }),
      cost("Rent", calculated("Fee / Few")),
      cost("Rates", calculated("Fee / Many")),
    );
    const { issues } = simulate(p, { ...plain, measures: ["total cost"], chances: [], fans: [] });
    expect(issues.map(({ path }) => path[0])).toEqual(["Rates", "Rent"]);
  });

  test("counts a ratio with nothing to divide by, and refuses one that never has", () => {
    const p = programme(
      "Ratio",
      years("2025/26", "2026/27"),
      { source: "here" },
      assumption("Fee", {
        value: 100,
        unit: "£",
        range: { shape: "discrete", weights: { 0: "25%", 100: "75%" } },
      }),
      cost("Rent", calculated("Fee")),
      saving("Care", 300),
    );
    const found = simulate(p, {
      ...plain,
      appraisal: { rate: 0 },
      measures: ["financial return"],
      chances: ["financial return at most 3"],
    });
    expect(found.measures[0]).toMatchObject({ mean: 3, "draws without a value": 2048 });
    expect(found.measures[0]?.matters[0]?.["rank correlation"]).toBe(0);
    expect(found.chances[0]?.chance).toBe(0.75);
    const never = withValues(p, { fee: 0 });
    expect(
      issueOf(() =>
        simulate(
          { ...never, assumptions: noCost(never) },
          { measures: ["financial return"], appraisal: { rate: 0 } },
        ),
      ),
    ).toMatchObject({ code: "division-by-nil" });
  });
});

/** The same with a fee that is nil in every draw. */
function noCost({ assumptions }: Programme) {
  const all = new Map(assumptions);
  const fee = all.get("fee");
  if (fee?.range?.weights) {
    const [first] = fee.range.weights;
    if (first) all.set("fee", { ...fee, range: { ...fee.range, weights: [first] } });
  }
  return all;
}

describe("simulate refuses, with what to do,", () => {
  test.each<[string, SimulateOptions, object]>([
    ["no draws", { draws: 0 }, { code: "out-of-range", received: "0" }],
    ["half a draw", { draws: 1.5 }, { code: "out-of-range" }],
    ["too many draws", { draws: 1e9 }, { code: "out-of-range" }],
    ["a seed that is no whole number", { seed: 0.5 }, { code: "out-of-range" }],
    [
      "an unknown measure",
      { measures: ["full-year efect at the end"] },
      { code: "unknown-name", hint: expect.stringContaining("did you mean") },
    ],
    ["an unknown row of a chance", { chances: ["carre above 0"] }, { code: "unknown-name" }],
    [
      "a chance that says nothing",
      { chances: ["care"] },
      { code: "wrong-option", hint: expect.stringContaining("above 0") },
    ],
    ["a chance with no number", { chances: ["care above nothing"] }, { code: "not-a-number" }],
    ["a year outside the model", { chances: ["payback by 2040/41"] }, { code: "year-outside-timeline" }],
    [
      "a payback as a measure",
      { measures: ["payback"] },
      { code: "wrong-option", hint: expect.stringContaining("payback by") },
    ],
    ["a rate of return", { measures: ["internal rate of return"] }, { code: "wrong-option" }],
    ["a condition as a measure", { measures: ["Nothing is left to find"] }, { code: "wrong-option" }],
    [
      "an assumption without a range, saying which have one",
      { assumptions: ["Staff"] },
      { code: "missing-key", expected: expect.stringContaining("families, saved-a-family, set-up") },
    ],
    [
      "an unknown assumption",
      { assumptions: ["Familys"] },
      { code: "unknown-name", hint: expect.stringContaining("did you mean") },
    ],
  ])("%s", (_, options, issue) => {
    expect(issueOf(() => simulate(hub(), options))).toMatchObject(issue);
  });

  test.each<[string, unknown, object]>([
    ["nothing to draw", { assumptions: [] }, { code: "missing-key", path: ["assumptions"] }],
    [
      "a seed that is data of another kind",
      { seed: { constructor: ["balance"] } },
      { code: "out-of-range", received: "keys with values" },
    ],
  ])("%s", (_, options, issue) => {
    expect(issueOf(() => simulate(hub(), options as SimulateOptions))).toMatchObject(issue);
  });

  test("a model without any range", () => {
    const bare = programme("Bare", years("2025/26", "2026/27"), { source: "here" }, cost("Rent", 1));
    expect(issueOf(() => simulate(bare))).toMatchObject({ code: "missing-key" });
  });

  test("a value that was set outside its range", () => {
    expect(issueOf(() => simulate(withValues(hub(), { families: 200 })))).toMatchObject({
      code: "out-of-range",
      received: "low 60, central 200, high 120",
    });
  });

  test("a distribution beyond what the number can be", () => {
    const open = assumption("Fee", {
      value: 5,
      unit: "£ per year",
      range: { shape: "normal", "standard deviation": 9 },
    });
    expect(issueOf(() => simulate(hub(open, cost("Fees", level({ amount: "Fee" })))))).toMatchObject({
      code: "out-of-range",
    });
  });

  test("correlations that cannot hold together", () => {
    const three = [
      correlation(["Families", "Set up"], 0.9),
      correlation(["Saved a family", "Set up"], 0.9),
      correlation(["Families", "Saved a family"], -0.9),
    ];
    expect(issueOf(() => simulate(hub(...three)))).toMatchObject({
      code: "out-of-range",
      path: ["correlations"],
    });
  });

  test("draws of which none has a value", () => {
    const p = programme(
      "Divided",
      years("2025/26", "2026/27"),
      { source: "here" },
      assumption("By", { value: 1, unit: "number", range: { shape: "discrete", weights: { 0: 1, 2: 1 } } }),
      assumption("Fee", { value: 100, unit: "£" }),
      cost("Rent", calculated("Fee / (2 * By - By * By)")),
    );
    expect(issueOf(() => simulate(p, { measures: ["rent"] }))).toMatchObject({
      code: "division-by-nil",
      severity: "error",
    });
  });
});

describe("a simulation in parts", () => {
  test("is the same to the last bit however it is cut up, and through a copy as a worker gets it", () => {
    const options: SimulateOptions = {
      draws: 20_000,
      seed: 3,
      measures: ["net saving", "balance in 2026/27"],
    };
    const whole = simulate(hub(), options);
    const { job, draws, finish } = readySimulation(hub(), options);
    const copy = structuredClone(job);
    const parts = [
      drawPart(copy, 12_288, draws - 12_288),
      drawPart(job, 0, 4096),
      drawPart(copy, 4096, 8192),
    ];
    expect(finish(parts)).toEqual(whole);
    expect(JSON.parse(JSON.stringify(job))).toEqual(JSON.parse(JSON.stringify(copy)));
  });

  test("is the same in parts where inputs break what must hold between them", () => {
    const options: SimulateOptions = {
      draws: 16_384,
      measures: ["left"],
      chances: [],
      fans: [],
      method: "random",
    };
    const { job, finish } = readySimulation(twoShares("uniform"), options);
    const parts = [drawPart(structuredClone(job), 8192, 8192), drawPart(job, 0, 8192)];
    expect(finish(parts)).toEqual(simulate(twoShares("uniform"), options));
  });

  test("tells how far it is", () => {
    const told: number[] = [];
    simulate(hub(), { draws: 10_000, progress: (done, draws) => told.push(done / draws) });
    expect(told).toEqual([0.4096, 0.8192, 1]);
  });
});
