import {
  assumption,
  buildUp,
  cost,
  decimal,
  InvestToSaveError,
  level,
  months,
  type Programme,
  percentage,
  programme,
  ramp,
  saving,
  years,
} from "invest-to-save";
import { calculated, unitCost } from "invest-to-save/drivers";
import { type GridAxis, type SwitchingValueOptions, switchingValue, twoWayGrid } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";

const hubs = programme(
  "Hubs",
  years("2025/26", "2027/28"),
  { source: "worked by hand" },
  assumption("Families", {
    value: 20,
    unit: "families",
    range: { shape: "normal", "standard deviation": 4 },
  }),
  assumption("Open", { value: 1, unit: "flag" }),
  assumption("Loss", { value: -30, unit: "£" }),
  assumption("Fee", { value: 10, unit: "£ per family" }),
  assumption("Fixed", { value: 20, unit: "£", low: 20, high: 20 }),
  assumption("Cut off", {
    value: 20,
    unit: "£",
    range: { shape: "normal", "standard deviation": 5, high: 50 },
  }),
  cost("Crew", 1_000),
  cost(
    "Vans",
    { "2025/26": 300, "2026/27": 100 },
    { range: { shape: "normal", "standard deviation": "10%" } },
  ),
  cost("Growth", ramp({ "2025/26": 1, "2027/28": 3 })),
  cost("On costs", percentage({ of: "Crew", rate: { "2025/26": "20%", "2026/27": "25%" } })),
  cost("Cover", percentage({ of: "Vans", rate: { "2025/26": "150%" }, "above 100%": true })),
  saving("Care", level({ amount: 900, from: "2025-10-01", to: "2027-03-31" })),
  saving("Built", buildUp({ level: 1_200, from: "Apr 2026", months: 12 })),
  saving("Fees", calculated("Families * Fee * Open + Loss + Fixed + Cut off")),
);

/** The same over months, where an amount of a year stands for twelve. */
const monthly = programme(
  "Months",
  months("2025/26", "2026/27"),
  { source: "worked by hand" },
  cost("Rent", { "2025/26": 1_200 }),
  saving("Visits", unitCost({ cost: 120, per: "visit per year", number: { "2025/26": 10, "2026/27": 12 } })),
);

function grid(own: Programme, outcome: string, across: GridAxis, down: GridAxis) {
  const found = twoWayGrid(own, { outcome, across, down });
  return { ...found, words: found.readings.map((row) => row.map(({ words }) => words)) };
}

const sideOf = (axis: GridAxis) =>
  grid(hubs, "net saving", axis, { assumption: axis.assumption === "crew" ? "fee" : "crew", values: [1] })
    .across;

function issueOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof InvestToSaveError) return error.issues[0] ?? expect.fail("no issue");
  }
  return expect.fail("nothing was refused");
}

describe("a side of a grid that is given no values", () => {
  test.each<[string, string, readonly string[], number | undefined]>([
    [
      "of a count takes whole numbers between P10 and P90",
      "families",
      ["15 families", "18 families", "20 families", "23 families", "25 families"],
      2,
    ],
    [
      "of amounts by period takes factors, from P10 to P90",
      "vans",
      ["12.82% less", "6.41% less", "as it is", "6.4% more", "12.8% more"],
      2,
    ],
    ["of a yes or no takes both", "open", ["no", "yes"], 1],
    ["of what is nil or below goes the same way", "loss", ["−£24", "−£27", "−£30", "−£33", "−£36"], 2],
    [
      "of a share never passes what it may be",
      "on-costs.rate@2025/26",
      ["16%", "18%", "20%", "22%", "24%"],
      2,
    ],
    [
      "of whole months takes whole months",
      "built.months",
      ["10 months", "11 months", "12 months", "13 months", "14 months"],
      2,
    ],
  ])("%s", (_, name, words, central) => {
    const side = sideOf({ assumption: name });
    expect(side.words).toEqual(words);
    expect(side.central).toBe(central);
  });

  test("of a day asks for them, since no part of a day is one", () => {
    for (const name of ["care.from", "built.from"])
      expect(issueOf(() => sideOf({ assumption: name }))).toMatchObject({
        code: "missing-key",
        path: [name],
        hint: `give its values, such as ${name}=2025-04-01:2026-04-01`,
      });
  });
});

describe("values of an assumption are read as they would be in a file", () => {
  test("a day may be a date, a month or a year, for its first day or its last", () => {
    const from = sideOf({ assumption: "care.from", values: ["2025-06-01", "Mar 2026", "2026/27"] });
    expect(from.words).toEqual(["1 June 2025", "1 March 2026", "1 April 2026"]);
    expect(from).not.toHaveProperty("central");
    expect(sideOf({ assumption: "care.to", values: ["2026/27", "Mar 2026"] })).toMatchObject({
      words: ["31 March 2027", "31 March 2026"],
      central: 0,
    });
    expect(sideOf({ assumption: "built.from", values: ["2025/26", "Sep 2026"] }).words).toEqual([
      "Apr 2025",
      "Sep 2026",
    ]);
  });

  test("a day that a result gave can be given back", () => {
    const { values } = sideOf({ assumption: "care.from", values: ["2025-06-01"] });
    expect(sideOf({ assumption: "care.from", values }).words).toEqual(["1 June 2025"]);
  });

  test.each<[string, GridAxis, object]>([
    [
      "a year that is no financial year",
      { assumption: "care.from", values: [2025] },
      { code: "malformed-period", expected: "a day, a month or a financial year" },
    ],
    [
      "words that are no day",
      { assumption: "care.from", values: ["next year"] },
      {
        code: "malformed-period",
        message: "Care: from cannot be “next year”",
        hint: "write it like 2015-04-13, Apr 2015 or 2015/16",
      },
    ],
    [
      "words that are no amount",
      { assumption: "fee", values: ["£10"] },
      {
        code: "not-a-number",
        message: "Fee cannot be “£10”",
        hint: "write 10, without separators or signs of currency",
      },
    ],
    [
      "less than it can be",
      { assumption: "care.amount", values: [-1] },
      { code: "out-of-range", expected: "a value within its limits" },
    ],
    [
      "more than it can be",
      { assumption: "on-costs.rate@2025/26", values: ["101%"] },
      { code: "out-of-range", received: "“101%”" },
    ],
    [
      "what the structure of the model is",
      { assumption: "growth.steps-taken" },
      { code: "unknown-name", expected: expect.stringContaining("Families, ") },
    ],
  ])("%s is refused", (_, axis, issue) => {
    expect(issueOf(() => sideOf(axis))).toMatchObject(issue);
  });
});

describe("an amount of a longer period than the model's own", () => {
  const visits = (values?: GridAxis["values"]) => ({
    assumption: "visits.number@2026/27",
    ...(values && { values }),
  });

  test("is shared among its parts as they are to each other, and evenly where they are nil", () => {
    const rent = (year: string, values: readonly number[]): GridAxis => {
      return { assumption: `rent@${year}`, values };
    };
    const [was, twice] = [1_200, 2_400];
    expect(grid(monthly, "rent in Jan 2026", rent("2025/26", [was, twice]), visits()).words[0]).toEqual([
      "£100",
      "£200",
    ]);
    const later = grid(monthly, "rent in Jan 2027", rent("2026/27", [0, twice]), visits());
    expect(later.words[0]).toEqual(["£0", "£200"]);
    expect(later.across.central).toBe(0);
    // One month alone is what it is set to.
    expect(grid(monthly, "rent in Jan 2027", rent("Jan 2027", [0, twice]), visits()).words[0]).toEqual([
      "£0",
      "£2,400",
    ]);
  });

  test("is the same in each of its parts, where it is a level", () => {
    const found = grid(monthly, "visits in 2026/27", visits([12, 24]), {
      assumption: "rent",
      values: [1],
    });
    expect(found.across).toMatchObject({ words: ["12 visits", "24 visits"], central: 0 });
    expect(found.words).toEqual([["£1,440", "£2,880"]]);
  });
});

describe("an assumption is searched", () => {
  const searched = (name: string, options: Partial<SwitchingValueOptions> = {}) => {
    const { range } = switchingValue(hubs, {
      assumption: name,
      outcome: "net saving",
      ...options,
    });
    return { ends: range && [range.from, range.to].map(String), by: range?.by };
  };

  test.each<[string, string, readonly [string, string]]>([
    ["for yes and no", "open", ["0", "1"]],
    ["from nil downwards, where it is below nil", "loss", ["-300", "0"]],
    ["from nil, where its low and high are one value", "fixed", ["0", "200"]],
    ["up to the end that it has", "cut-off", ["0", "50"]],
    ["as a factor on shares until the largest is the whole", "on-costs.rate", ["0", "4"]],
    ["as a factor on shares that may be above the whole as on anything", "cover.rate", ["0", "10"]],
    ["in whole numbers that it may be", "built.months", ["1", "120"]],
    ["from the first month of the model to its last", "built.from", ["24303", "24338"]],
    ["from the first day of the model to its last", "care.from", ["20179", "20908"]],
  ])("%s", (_, name, ends) => {
    expect(searched(name)).toMatchObject({ ends, by: "unit" });
  });

  test("from or to what is asked for, the other end as it would be", () => {
    expect(searched("vans", { to: 3 })).toMatchObject({ ends: ["0", "3"], by: "asked" });
    expect(searched("built.months", { from: 1.5, to: 30 })).toMatchObject({ ends: ["2", "30"], by: "asked" });
    expect(searched("care.from", { from: "2025/26", to: "Sep 2026" })).toMatchObject({
      ends: ["20179", "20697"],
    });
    expect(issueOf(() => searched("care.from", { from: "2026-06-01", to: "Apr 2026" }))).toMatchObject({
      code: "out-of-range",
      received: "1 June 2026 to 1 April 2026",
      hint: "swap the two, or leave them out",
    });
  });
});

test("a day of a result is a decimal of days since 1970", () => {
  const [value] = sideOf({ assumption: "care.from", values: ["1970-01-11"] }).values;
  expect(value).toEqual(decimal(10));
});
