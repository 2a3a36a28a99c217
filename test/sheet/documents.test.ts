import {
  assumption,
  condition,
  correlation,
  cost,
  level,
  memorandum,
  type Part,
  type Programme,
  programme,
  saving,
  scenario,
  table,
  years,
} from "invest-to-save";
import { calculated, unitCost } from "invest-to-save/drivers";
import {
  compareScenarios,
  type SimulateOptions,
  sensitivity,
  simulate,
  switchingValues,
  twoWayGrid,
} from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { assumptionsGrid, commonWords } from "../../src/sheet/document/assumptions-grid.ts";
import { comparisonDocument } from "../../src/sheet/document/comparison-document.ts";
import { scenariosDocument } from "../../src/sheet/document/scenarios-document.ts";
import { gridDocument, sensitivityDocument } from "../../src/sheet/document/sensitivity-document.ts";
import { simulationDocument } from "../../src/sheet/document/simulation-document.ts";
import { switchingDocument } from "../../src/sheet/document/switching-document.ts";
import { documentWriters } from "../../src/write/document.ts";

/** A plan of a body or of nobody in particular. */
function plan(parts: readonly Part[], body?: string): Programme {
  return programme(
    "Plan",
    years("2025/26", "2026/27"),
    { source: "a bid", ...(body === undefined ? {} : { body }) },
    ...parts,
  );
}

const text = documentWriters.text;

describe("the document of a comparison", () => {
  const compared = (before: readonly Part[], after: readonly Part[]) =>
    text(
      comparisonDocument({ name: "May", programme: plan(before) }, { name: "June", programme: plan(after) }),
    );
  const care = (value: number | string, unit: "share" | "£" | "number", more = {}) => [
    assumption("Part", { value, unit, ...more }),
    cost("Crew", unit === "£" ? calculated("Part") : calculated("Rent * Part")),
    cost("Rent", 1_000),
    saving("Help", 100),
  ];

  test("says how far the balance falls or rises, and what else changed", () => {
    expect(compared(care("50%", "share"), care("40%", "share"))).toMatch(
      /From May to June 1 assumption, 1 line, 6 results changed\. It costs £200 less net by 2026\/27: £2,600 instead of £2,800\./,
    );
    expect(compared(care(10, "£"), care("10.1", "£"))).toMatch(
      /It costs £0\.20 more net by 2026\/27: £1,820\.20 instead of £1,820\./,
    );
    expect(compared(care(10, "£"), care(10, "£"))).toMatch(/May and June are the same/);
  });

  test.each<[string, readonly Part[], readonly Part[], RegExp]>([
    [
      "a share in points",
      care("50%", "share"),
      care("40%", "share"),
      /\nPart +50% +40% +−10 points +value\n/,
    ],
    [
      "a share that rises",
      care("40%", "share"),
      care("50%", "share"),
      /\nPart +40% +50% +\+10 points +value\n/,
    ],
    [
      "what is small to its last digit",
      care(1, "number"),
      care("1.001", "number"),
      /\nPart +1 +1\.001 +\+0\.001 +value\n/,
    ],
    ["another unit", care("50%", "share"), care("0.5", "number"), /\nPart +.* +unit\n/],
    [
      "another range or source",
      care("50%", "share", { low: "20%", high: "60%" }),
      care("50%", "share", { source: "a count" }),
      /\nPart +range 20% to 60%; source: a bid +no range; source: a count +range, source\n/,
    ],
  ])("tells %s", (_, before, after, row) => {
    expect(compared(before, after)).toMatch(row);
  });

  test("tells a day by the days alone", () => {
    const from = (day: "2025-10-01" | "2026-01-01") => [saving("Care", level({ amount: 900, from: day }))];
    expect(compared(from("2025-10-01"), from("2026-01-01"))).toMatch(
      /\nCare: from +1 October 2025 +1 January 2026 +value\n/,
    );
  });

  test("leaves the side empty that has no such line, measure or condition", () => {
    const met = condition("Met", { row: "balance", "at most": 0 });
    const [one, two] = [[cost("Rent", 10)], [cost("Rent", 10), cost("Fuel", 5), met]];
    expect(compared(one, two)).toMatch(/\nMet +– +not met\n/);
    expect(compared(two, one)).toMatch(/\nMet +not met +–\n/);
    expect(compared(one, two)).toMatch(/\nFuel +– +£10 /);
    const lost = [cost("Rent", 10), saving("Care", 10), met];
    expect(compared(lost, [cost("Rent", 10), saving("Care", 9), met])).toMatch(/“Met” is no longer met\./);
  });
});

describe("a comparison of plans that have little in common", () => {
  const terms = { source: "a bid", prices: "2025/26", appraisal: { case: "economic" } } as const;
  const may = programme(
    "Plan",
    years("2025/26", "2029/30"),
    terms,
    assumption("Places", { value: 10, unit: "number" }),
    assumption("Fee", { value: 20, unit: "£" }),
    assumption("Bus", { value: 3, unit: "£" }),
    cost("Crew", { "2025/26": 500, then: 100 }),
    cost("Van", { "2026/27": "0.4", then: 9 }),
    saving("Care", { "2026/27": 300, then: 400 }),
    condition("Never dear", { row: "crew", "at most": 600 }),
    condition("Soon even", { row: "balance", "at most": -100 }),
    table("Reach", {}, memorandum("Families", { "2025/26": 4, then: 8 }, { unit: "families" })),
  );
  const june = programme(
    "Plan",
    years("2025/26", "2029/30"),
    { source: "a bid" },
    assumption("Places", { value: "0.5", unit: "share" }),
    assumption("Fee", { value: 18, unit: "£" }),
    assumption("Taxi", { value: 7, unit: "£" }),
    cost("Crew", { "2025/26": 700, then: 100 }),
    cost("Van", { "2026/27": "0.7", then: 9 }),
    saving("Care", { "2026/27": 300, then: 390 }, { placeholder: "until the count" }),
    condition("Never dear", { row: "crew", "at most": 600 }),
    condition("Soon even", { row: "balance", "at most": 900 }),
    condition("Cheap van", { row: "van", "at most": 1 }),
    table("Reach", {}, memorandum("Families", { "2025/26": 4, then: "8.25" }, { unit: "families" })),
  );
  const made = comparisonDocument({ name: "May", programme: may }, { name: "June", programme: june });
  const grids = Object.fromEntries(
    made.blocks.flatMap((block) => (block.block === "grid" ? [[block.grid.title, block.grid]] : [])),
  );
  const rows = (title: string) => grids[title]?.rows.map(({ label, cells }) => [label, ...cells]);

  test("says first what changed, and only of a condition of both that it is no longer met", () => {
    const [words] = made.blocks;
    expect(words).toEqual({
      block: "words",
      text: "From May to June 12 assumptions, 4 lines, 14 results changed. It pays back 0.7 years later, in 2028/29. “Never dear” is no longer met. “Soon even” is now met.",
    });
    expect(made.notes).toHaveLength(1);
    const same = comparisonDocument({ name: "May", programme: may }, { name: "June", programme: may });
    expect(same.blocks).toHaveLength(1);
    expect(same.notes).toEqual([]);
  });

  test("is a draft where either of them is", () => {
    const of = (one: Programme, other: Programme) =>
      comparisonDocument({ name: "A", programme: one }, { name: "B", programme: other }).draft;
    expect([of(may, may), of(may, june), of(june, may), of(june, june)]).toEqual([false, true, true, true]);
  });

  test("has a table for each kind of thing", () => {
    expect(Object.values(grids).map(({ title, columns }) => [title, ...columns])).toEqual([
      ["Assumptions", "May", "June", "Change", "Of what"],
      ["Lines, over the whole model", "May", "June", "Change", "In"],
      ["Results, over the whole model", "May", "June", "Change", "In"],
      ["Measures", "May", "June", "Change"],
      ["Conditions", "May", "June"],
    ]);
    expect(rows("Assumptions")).toEqual([
      ["Places", "10", "50%", "", "value, unit"],
      ["Fee", "£20", "£18", "−£2", "value"],
      ["Taxi", "–", "£7", "", "only in the second"],
      ["Crew", "£500 in 2025/26", "£700 in 2025/26", "+£200", "value in 1 of 5 years"],
      ["Van", "£0.40 in 2026/27", "£0.70 in 2026/27", "+£0.30", "value in 1 of 5 years"],
      [
        "Care",
        "£400 in 2027/28 to 2029/30; source: a bid",
        "£390 in 2027/28 to 2029/30; placeholder: until the count",
        "−£30",
        "value in 3 of 5 years, source",
      ],
      [
        "Families",
        "8 families in 2026/27 to 2029/30",
        "8.25 families in 2026/27 to 2029/30",
        "",
        "value in 4 of 5 years",
      ],
      ["Soon even: at most", "−£100", "£900", "+£1,000", "value"],
      ["Cheap van: at most", "–", "£1", "", "only in the second"],
      ["Bus", "£3", "–", "", "only in the first"],
      ["Price basis", "2025/26", "nominal", "", "term"],
      ["appraisal > case", "economic", "financial", "", "term"],
    ]);
    expect(rows("Lines, over the whole model")).toEqual([
      ["Crew", "£900 in 2025/26 prices", "£1,100 in cash", "", "2025/26"],
      ["Van", "£27 in 2025/26 prices", "£28 in cash", "", "2026/27"],
      ["Care", "£1,500 in 2025/26 prices", "£1,470 in cash", "", "2027/28, 2028/29, 2029/30"],
      ["Families", "36 families", "37 families", "+1 family", "4 years, 2026/27 to 2029/30"],
    ]);
    expect(rows("Results, over the whole model")).toEqual([
      ["Total Cost", "£927 in 2025/26 prices", "£1,128 in cash", "", "2025/26, 2026/27"],
      ["Total Funding", "£1,500 in 2025/26 prices", "£1,470 in cash", "", "2027/28, 2028/29, 2029/30"],
      [
        "Balance of Funding Required / (Savings)",
        "−£573 in 2025/26 prices",
        "−£342 in cash",
        "",
        "5 years, 2025/26 to 2029/30",
      ],
    ]);
    expect(rows("Measures")).toEqual([
      ["Net saving / (cost)", "–", "£342", ""],
      ["Peak funding requirement", "–", "£700, at the end of 2025/26", ""],
      ["Full-year effect at the end", "–", "£281 per year", ""],
      ["Internal rate of return", "36.58% a year", "17.07% a year", "−19.51 points"],
      ["Payback", "in 2028/29, after 3.0 years", "in 2028/29, after 3.8 years", "+0.75 years"],
      ["Present value of costs", "£892", "–", ""],
      ["Present value of benefits", "£1,373", "–", ""],
      ["Net present value", "£481", "–", ""],
      ["Benefit-cost ratio", "1.54 for every £1 of costs", "–", ""],
      ["Equivalent annual cost", "£191 per year", "–", ""],
      ["Discounted payback", "in 2028/29, after 3.1 years", "–", ""],
    ]);
    expect(rows("Conditions")).toEqual([
      ["Never dear", "met", "not met"],
      ["Soon even", "not met", "met"],
      ["Cheap van", "–", "not met"],
    ]);
    expect(rows("What else is said")).toBeUndefined();
  });
});

describe("the document of scenarios", () => {
  const parts = [cost("Crew", 100), saving("Care", 120), scenario("Slow", { care: 50 }, "half of it")];
  const said = (...more: readonly Part[]) => {
    const own = plan([...parts, ...more], "Council");
    return text(scenariosDocument(own, compareScenarios(own)));
  };

  test("lists the conditions that do not hold, or says that all do", () => {
    const met = condition("Met", { row: "balance", "at most": 0 });
    const never = condition("Never so dear", { row: "crew", "at most": 1_000 });
    expect(said(met, never)).toMatch(/\nConditions that do not hold\n[\s\S]*\nSlow +Met\n/);
    expect(said(never)).toContain("The condition of the model holds in every scenario.");
    expect(said(never, condition("Nor so cheap", { row: "crew", "at least": 10 }))).toContain(
      "All 2 conditions of the model hold in every scenario.",
    );
    expect(said()).not.toMatch(/condition/i);
  });

  test("is headed by the body, where there is one", () => {
    expect(said().split("\n")[0]).toBe("Plan: scenarios, Council");
    const own = plan(parts);
    expect(text(scenariosDocument(own, compareScenarios(own))).split("\n")[0]).toBe("Plan: scenarios");
  });
});

describe("the document of a sensitivity", () => {
  const crew = assumption("Crew's pay", { value: 100, unit: "£", low: 80, high: 130 });
  const spare = assumption("Spare", { value: 5, unit: "£", low: 1, high: 9 });
  const parts = [crew, spare, cost("Crew", calculated("Crew's pay")), cost("Aside", calculated("Spare"))];

  test("says where nothing makes a difference", () => {
    const own = plan([...parts, saving("Care", 120)]);
    const out = text(sensitivityDocument(own, sensitivity(own, { outcome: "total saving" })));
    expect(out).toContain("None of the assumptions that can be moved makes a difference.");
    expect(out).toContain("Makes no difference: Crew's pay; Spare.");
    expect(out).toMatch(/^Plan: what moves Total Savings over all periods\n/);
  });

  test("says which way is for us where that can be told", () => {
    const own = plan([...parts, saving("Care", 120)], "Council");
    const out = (outcome: string) => text(sensitivityDocument(own, sensitivity(own, { outcome })));
    expect(out("net saving")).toContain("Each where it makes the outcome least, all against us");
    expect(out("total cost")).toContain("Each where it makes the outcome least, all for us");
    expect(out("total cost")).toMatch(/^Plan: what moves Total Cost over all periods, Council\n/);
  });

  test("draws no bars about an outcome that is no number, and says what lies beyond any", () => {
    const late = plan([crew, cost("Crew", calculated("Crew's pay")), saving("Care", { "2026/27": 170 })]);
    const never = text(sensitivityDocument(late, sensitivity(late, { outcome: "payback" })));
    expect(never).toMatch(/Payback as the model stands: never within the horizon/);
    expect(never).not.toMatch(/[░█]/);
    const soon = plan([crew, cost("Crew", calculated("Crew's pay")), saving("Care", { "2026/27": 240 })]);
    const out = text(sensitivityDocument(soon, sensitivity(soon, { outcome: "payback" })));
    expect(out).toContain("▶ never");
  });

  test("shows a grid with where the model stands, if it is on it", () => {
    const own = plan([...parts, saving("Care", 120)]);
    const grid = (values?: readonly number[]) =>
      text(
        gridDocument(
          own,
          twoWayGrid(own, {
            outcome: "net saving",
            across: { assumption: "crew's pay", ...(values && { values }) },
            down: { assumption: "care" },
          }),
        ),
      );
    expect(grid()).toMatch(/As the model stands: £100 across, as it is down: £30\./);
    expect(grid([90, 110])).not.toMatch(/As the model stands/);
  });
});

describe("the document of switching values", () => {
  const families = assumption("Families", { value: 20, unit: "families" });
  const pay = assumption("A family", { value: 10, unit: "£ per family" });
  const nil = assumption("Nil", { value: 0, unit: "£" });
  const parts = [
    families,
    pay,
    nil,
    cost("Crew", 100),
    saving("Care", calculated("Families * A family + Nil")),
    condition("Met", { row: "balance", "at most": 0 }),
  ];
  const said = (outcome: string, asked = {}, body?: string, own = plan(parts, body)) =>
    text(switchingDocument(own, switchingValues(own, { outcome, ...asked })));

  test("has a row for each turn, what was searched, and what was not", () => {
    const out = said("net saving", {}, "Council");
    expect(out).toMatch(/^Plan: what turns Net saving \/ \(cost\), Council\n/);
    expect(out).toMatch(
      /\nFamilies +20 families +between 9 families and 10 families +−50% +0 families to 200 families\n/,
    );
    expect(out).toContain("Not searched, being nil without a range: Nil.");
  });

  test("says what was asked, of a payback, a condition and a target", () => {
    expect(said("payback")).toContain("; asked to come within the model, which it does.");
    expect(said("met")).toContain(
      "Met as the model stands: holds, £100 to spare; asked to hold, which it does.",
    );
    const target = said("balance", { target: -200 });
    expect(target).toContain("; asked to be equal to −£200, which it is.");
    expect(target).toMatch(/\nFamilies +20 families +20 families +0% /);
  });

  test("shows an interval, a jump and a day", () => {
    const x = assumption("X", { value: 10, unit: "£", low: 0, high: 100 });
    const pound = assumption("Pound", { value: 1, unit: "£" });
    const row = (formula: string, asked: object) =>
      said(
        "care",
        { ...asked, assumptions: ["X"] },
        undefined,
        plan([x, pound, saving("Care", calculated(formula)), cost("Crew", calculated("Pound"))]),
      );
    expect(row("max(X, 30 * Pound)", { target: 60 })).toMatch(/\nX +£10 +£0 to £30 /);
    expect(row("round(X, 80) * 5", { "at least": 100 })).toMatch(/, by a jump +\+300% /);
    const from = plan([cost("Crew", 500), saving("Care", level({ amount: 900, from: "2025-10-01" }))]);
    expect(said("net saving", { assumptions: ["care.from"] }, undefined, from)).toMatch(
      /\nCare: from +1 October 2025 +between 19 February 2026 and 20 February 2026/,
    );
  });

  test("has a table of what turns it nowhere in its range", () => {
    const out = said("total cost", { above: 10_000, assumptions: ["Crew", "A family"] });
    expect(out).toMatch(
      /\nNo value in its range turns it\n\n +Central +Searched\n-+\nCrew +as it is +nil to 10 times as much\n/,
    );
    expect(out).toContain("Makes no difference: A family.");
    expect(out).toContain("; asked to be above £10,000, which it is not.");
  });

  test("names an assumption once, however often it turns the outcome", () => {
    const x = assumption("X", { value: 10, unit: "£", low: 0, high: 100 });
    const own = plan([x, cost("Crew", 5), saving("Care", calculated("min(X, 80 * Crew / 5 - X)"))]);
    const out = said("care in 2025/26", { "at least": 20, assumptions: ["X"] }, undefined, own);
    expect(out).toMatch(/\nX +£10 +£20 +\+100% +£0 to £100\n +£60 +\+500%\n/);
  });

  test("says nothing of a search where nothing was searched", () => {
    const out = said("total cost", { above: 10, assumptions: ["A family"] });
    expect(out).toContain("Makes no difference: A family.");
    expect(out).not.toMatch(/Each range is tried/);
  });
});

describe("the document of a simulation", () => {
  const by = (weights: Record<number, number>) => {
    return assumption("By", { value: 2, unit: "number", range: { shape: "discrete", weights } });
  };
  const fee = assumption("Fee", { value: 100, unit: "£", low: 80, high: 130 });
  const parts = [fee, cost("Rent", calculated("Fee / By")), saving("Care", 60)];
  const said = (own: Programme, options: SimulateOptions) =>
    text(simulationDocument(own, simulate(own, { draws: 65_536, fans: [], ...options })));

  test("says which draws are left out, and why", () => {
    const out = said(plan([by({ 0: 1, 2: 3 }), ...parts]), { measures: ["rent"], chances: [] });
    expect(out).toContain("Rent divides by nil in 2025/26 in 16384 of 65536 draws, which are left out.");
    expect(out).toContain("16,384 of 65,536 draws are left out in all.");
    expect(out).not.toMatch(/How likely/);
  });

  test("does not call certain what is only very likely, nor impossible what is very unlikely", () => {
    const own = plan([by({ 1: 1, 2: 30_000 }), ...parts]);
    const out = said(own, { measures: ["rent"], chances: ["rent below 150", "rent above 150"] });
    expect(out).toMatch(/ over 99\.99% /);
    expect(out).toMatch(/ under 0\.01% /);
  });

  test("says what goes together, and what goes against each other", () => {
    const other = assumption("Other", { value: 10, unit: "£", low: 5, high: 15 });
    const both = [...parts, by({ 2: 1 }), other, cost("Aside", calculated("Other"))];
    for (const [value, how] of [
      [0.5, "0.5"],
      [-0.5, "−0.5"],
    ] as const) {
      const own = plan([...both, correlation(["Fee", "Other"], value, { assumed: "they share a supplier" })]);
      expect(said(own, { measures: ["total cost"] })).toContain(
        `Fee and Other go together, with a correlation of ${how}: assumed: they share a supplier.`,
      );
    }
  });
});

describe("the table of assumptions", () => {
  const long = years("2025/26", "2031/32");
  const rising = {
    "2025/26": 2,
    "2026/27": 3,
    "2027/28": 4,
    "2028/29": 5,
    "2029/30": 6,
    "2030/31": 7,
    "2031/32": 8,
  };
  const source = "a count";
  const own = programme(
    "Plan",
    long,
    {},
    assumption("Fee", {
      value: 20,
      unit: "£",
      prices: "2025/26",
      source,
      range: { shape: "normal", "standard deviation": 5, high: 50 },
    }),
    cost("Nothing", { "2025/26": 0 }, { source }),
    cost("Rising", rising, { source }),
    cost("Visits", unitCost({ cost: { value: 2, source }, per: "visit per year", number: rising }), {
      source,
    }),
    cost("Even", 5, { source }),
    cost("Some", { "2026/27": 1, "2028/29": 2 }, { source }),
    cost("Late", { "2030/31": 4 }, { source }),
    cost("Six", { ...rising, "2025/26": 0 }, { source }),
    cost("All but one", { "2025/26": 0, then: 5 }, { source }),
    table("Reach", {}, memorandum("Families", rising, { unit: "families", source })),
    assumption("Loss", {
      value: "-10%",
      unit: "share",
      range: { shape: "normal", "standard deviation": "5%", low: "-20%" },
      assumed: "a guess",
      note: "ask again",
    }),
  );

  test.each([
    ["Fee", "£20", "up to £50", "source: a count; 2025/26 prices"],
    ["Nothing", "£0", "", "source: a count"],
    ["Rising", "£2 in 2025/26 … £8 in 2031/32; £35 in all", "", "source: a count"],
    // Levels are not added up.
    ["Visits: number", "2 visits in 2025/26 … 8 visits in 2031/32", "", "source: a count"],
    ["Families", "2 families in 2025/26 … 8 families in 2031/32", "", "source: a count"],
    ["Even", "£5 in each of 7 periods", "", "source: a count"],
    ["Some", "£1 in 2026/27; £2 in 2028/29", "", "source: a count"],
    ["Late", "£4 in 2030/31", "", "source: a count"],
    [
      "Six",
      "£3 in 2026/27; £4 in 2027/28; £5 in 2028/29; £6 in 2029/30; £7 in 2030/31; £8 in 2031/32",
      "",
      "source: a count",
    ],
    [
      "All but one",
      "£5 in 2026/27; £5 in 2027/28; £5 in 2028/29; £5 in 2029/30; £5 in 2030/31; £5 in 2031/32",
      "",
      "source: a count",
    ],
    ["Loss", "−10%", "from −20%", "assumed: a guess; ask again"],
  ])("tells of %s its value, its range and where it comes from", (label, ...cells) => {
    expect(assumptionsGrid(own).rows.find((row) => row.label === label)?.cells).toEqual(cells);
  });

  test("is headed, and has the value of what has one", () => {
    const { title, columns, rows } = assumptionsGrid(own);
    expect([title, ...columns]).toEqual(["Assumptions", "Value", "Range", "Where it comes from"]);
    const value = (label: string) => rows.find((row) => row.label === label)?.value?.toNumber();
    expect([value("Fee"), value("Even")]).toEqual([20, undefined]);
  });

  test("says once where all come from, if the model says it of all", () => {
    const bid = plan([
      cost("Rent", 1),
      cost("Van", 2, { source: "a bid" }),
      cost("Bus", 3, { source: "a quote" }),
    ]);
    expect(assumptionsGrid(bid).rows.map(({ label, cells }) => `${label}: ${cells[2]}`)).toEqual([
      "Rent: as said above",
      "Van: as said above",
      "Bus: source: a quote",
    ]);
    expect(commonWords(own)).toEqual([]);
    expect(commonWords(plan([cost("Rent", 1)]))).toEqual([
      "Unless something else is said of a number: source: a bid.",
    ]);
  });
});

describe("a comparison of what has no total, or is said in an appraisal", () => {
  const rows = (before: Programme, after: Programme) => {
    const made = comparisonDocument({ name: "A", programme: before }, { name: "B", programme: after });
    return made.blocks.flatMap((block) =>
      block.block === "grid" ? block.grid.rows.map(({ label, cells }) => [label, ...cells].join(" | ")) : [],
    );
  };
  const level = (unit: "share" | "children", ...shares: readonly (string | number)[]) => {
    const by = Object.fromEntries(shares.map((share, i) => [`202${5 + i}/2${6 + i}`, share]));
    const part = memorandum("Part of the places", by, { unit, totals: "none" });
    return plan([cost("Rent", 10), ...(shares.length === 0 ? [] : [table("Places", {}, part)])]);
  };

  test("a row without a total is told by the last year that differs", () => {
    expect(rows(level("share", "50%", "60%"), level("share", "50%", "70%"))).toContain(
      "Part of the places | 0.6 in 2026/27 | 0.7 in 2026/27 | +0.1 | 2026/27",
    );
  });

  test("a row without a total that is new, or counted otherwise, has a side for each", () => {
    expect(rows(level("share"), level("share", "50%", "70%"))).toContain(
      "Part of the places | – | 0.7 in 2026/27 |  | 2025/26, 2026/27",
    );
    expect(rows(level("share", "50%", "60%"), level("children", 5, 7))).toContain(
      "Part of the places | 0.6 in 2026/27 | 7 children in 2026/27 |  | 2025/26, 2026/27",
    );
  });

  test("a range is told by its ends, its deviation or its shape", () => {
    const ranged = (more: object) =>
      plan([assumption("Fee", { value: 20, unit: "£", ...more }), cost("Fees", calculated("Fee"))]);
    const none = ranged({});
    expect(rows(none, ranged({ low: 10, high: 30 }))).toContain(
      "Fee | no range | range £10 to £30 |  | range",
    );
    expect(rows(none, ranged({ range: { shape: "normal", "standard deviation": 2 } }))).toContain(
      "Fee | no range | range standard deviation £2 |  | range",
    );
    const weighed = ranged({ range: { shape: "discrete", weights: { "10": 1, "20": 3 } } });
    expect(rows(none, weighed).join("\n")).toMatch(/^Fee \| no range \| range /m);
    const other = ranged({ range: { shape: "discrete", weights: { "10": 1, "20": 4 } } });
    expect(rows(weighed, other).join("\n")).toMatch(/^Fee \| .*3.* \| .*4.* \|/m);
  });

  test.each([
    ["20", "20.12345", "£", "Fee | £20 | £20.12345 | +£0.12 | value"],
    ["-20", "-20.12345", "£ per year", "Fee | −£20 per year | −£20.12345 per year | −£0.12 per year | value"],
    ["2", "2.12345678", "weeks", "Fee | 2 weeks | 2.12345678 weeks | +0.123457 weeks | value"],
  ] as const)("a number is told to its last digit: from %s to %s %s", (was, is, unit, row) => {
    const held = (value: string) => plan([assumption("Fee", { value, unit }), cost("Rent", 10)]);
    expect(rows(held(was), held(is))).toContain(row);
  });

  test("amounts of years that the other model does not have stand on their own side", () => {
    const rented = (first: "2025/26" | "2028/29", last: "2026/27" | "2029/30", rent: number) =>
      programme("Plan", years(first, last), { source: "a bid" }, cost("Rent", { [first]: rent, then: rent }));
    const told = rows(rented("2025/26", "2026/27", 5), rented("2028/29", "2029/30", 7));
    expect(told.find((row) => row.startsWith("Rent | £5 in 2025/26"))).toMatch(
      /\| £7 in 2028\/29 to 2029\/30 \|/,
    );
  });

  test("an allowance for optimism stands under its line", () => {
    const biased = (share: string) =>
      programme(
        "Plan",
        years("2025/26", "2026/27"),
        {
          source: "a bid",
          prices: "2025/26",
          appraisal: {
            case: "economic",
            "optimism bias": { Crew: { value: share, source: "the guidance" } },
          },
        },
        cost("Crew", 100),
        saving("Care", 150),
      );
    const told = rows(biased("10%"), biased("20%")).filter((row) => /optimism bias/i.test(row));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/ \| 10% \| 20% \| /);
  });
});
