import {
  amounts,
  cost,
  evaluate,
  funding,
  InvestToSaveError,
  memorandum,
  months,
  programme,
  repayment,
  rollUp,
  saving,
  table,
  years,
} from "invest-to-save";
import {
  type AppraisalOptions,
  appraise,
  compareOptions,
  type LineBias,
  measures,
} from "invest-to-save/appraisal";
import { advance, calculated, grant, outcomes, reserve } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";

const three = years("2024/25", "2026/27");
const said = { source: "a worked example", body: "County Council" };

/** A county pays, the government helps for a year, and both the county and the health service save. */
const shared = programme(
  "Family support",
  three,
  said,
  cost("Staff", 1_000),
  cost("Set-up", { "2024/25": 500 }, { term: "one-off" }),
  cost("Nurses", 200, { agency: "NHS" }),
  cost("Interest", 50, { "counts in": "financial case" }),
  funding("Grant", { "2024/25": 900 }, { agency: "Government", term: "one-off" }),
  funding("Base budget", 600),
  repayment("Loan from the region", { "2026/27": 100 }, { agency: "Region" }),
  saving("Placements", { "2025/26": 800, "2026/27": 1_600 }),
  saving("Officers' time", 300, { cashable: "non-cashable" }),
  saving("Hospital beds", 400, { agency: "NHS" }),
  table("Wider", {}, memorandum("Well-being", 700)),
);

const row = (options: AppraisalOptions, id: string, of = shared) =>
  evaluate(appraise(of, options)).rows.get(`appraisal.${id}`)?.values.join(" ");
const measure = (options: AppraisalOptions, id: string, of = shared) =>
  measures(appraise(of, options)).find((one) => one.id === id);

/** The faults that a call is refused for: code, place and message. */
function faultsOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InvestToSaveError)
      return error.issues.map(({ code, path, message }) => `${code} ${path.join(" > ")}: ${message}`);
    throw error;
  }
  return [];
}

describe("the financial case", () => {
  test("is the cash of one body: its costs, what it repays to others, its cashable savings, money from others", () => {
    expect(row({}, "cost")).toBe("1550 1050 1050");
    expect(row({}, "repaid")).toBe("0 0 100");
    expect(row({}, "saving")).toBe("0 800 1600");
    expect(row({}, "income")).toBe("900 0 0");
    expect(row({}, "net")).toBe("-650 -250 450");
  });

  test("can be that of another body", () => {
    expect(row({ for: "NHS" }, "net")).toBe("200 200 200");
  });

  test("says that it is not discounted where no rate for cash is given", () => {
    expect(measure({}, "net-present-value")).toBeUndefined();
    expect(measure({ rate: 0 }, "net-present-value")?.value?.toString()).toBe("-450");
  });

  test("gives the most that costs run ahead, and when", () => {
    const peak = measure({}, "peak-funding");
    expect([peak?.value?.toString(), peak?.year, peak?.words]).toEqual([
      "900",
      "2025/26",
      "£900, at the end of 2025/26",
    ]);
  });

  test("gives the full-year effect at the end from what recurs", () => {
    expect(measure({}, "full-year-effect")?.value?.toString()).toBe("550");
  });

  test("names its ratio and what it divides by", () => {
    const found = measure({ rate: 0 }, "financial-return");
    expect(found?.value?.toFixed(4)).toBe((2400 / 3650).toFixed(4));
    expect(found?.says).toBe(
      "the present value of savings over the present value of costs; what is borrowed and repaid is in neither",
    );
  });
});

describe("a body's own reserve", () => {
  const draws = { opening: 300, in: { "2024/25": 200 }, out: { "2026/27": 250 } } as const;
  const without = programme("Club", three, said, cost("Staff", 400), saving("Placements", 500));
  const withReserve = programme(
    "Club",
    three,
    said,
    cost("Staff", 400),
    saving("Placements", 500),
    funding("Reserve", reserve(draws)),
  );

  test("costs the budget what is put in, and no case anything", () => {
    expect(evaluate(withReserve).rows.get("total-cost")?.values.join(" ")).toBe("600 400 400");
    const economic = { case: "economic", inflation: 0, rate: 0 } as const;
    for (const options of [{ rate: 0 }, economic])
      for (const id of ["cost", "saving", "net", "present-net"])
        expect(row(options, id, withReserve)).toBe(row(options, id, without));
    expect(row(economic, "cost", withReserve)).toBe("400 400 400");
  });

  test("is no cost of its body among the bodies", () => {
    const found = (of: typeof shared) => row({}, "body-county-council-cost", of);
    expect(found(withReserve)).toBe("400 400 400");
    expect(found(without)).toBe("400 400 400");
  });
});

describe("a grant", () => {
  const window = { from: "2024-04-01", to: "2025-03-31" } as const;
  const club = (claims: "in arrears" | "in advance" | "as spent") =>
    programme(
      "Club",
      three,
      said,
      cost("Staff", { "2024/25": 4_000 }, { eligible: true }),
      funding("Grant", grant({ window, claims, cap: 4_000 }), { agency: "Government" }),
    );

  test("is income when it is paid: in arrears, costs run ahead of it", () => {
    expect(row({}, "income", club("as spent"))).toBe("4000 0 0");
    expect(row({}, "income", club("in arrears"))).toBe("3000 1000 0");
    expect(measure({}, "peak-funding", club("in arrears"))?.value?.toString()).toBe("1000");
    expect(row({ for: "Government" }, "cost", club("in arrears"))).toBe("3000 1000 0");
  });

  test("that is left out by an option pays nothing, in advance either", () => {
    const [option] = compareOptions(club("in advance"), { "Do nothing": { without: "all" } });
    const peak = option?.measures.find(({ id }) => id === "net-saving");
    expect(peak?.value?.toString()).toBe("0");
  });
});

describe("money lent by another body", () => {
  const kit = programme(
    "Kit",
    three,
    said,
    cost("Kit", { "2024/25": 300 }, { term: "one-off" }),
    funding("Loan", advance({ draws: { "2024/25": 300 }, repay: "equal", over: 2 }), { agency: "Lender" }),
    saving("Power", { "2025/26": 200, then: 200 }),
  );

  test("is drawn and repaid beside costs, which count once", () => {
    expect(row({}, "cost", kit)).toBe("300 0 0");
    expect(row({}, "income", kit)).toBe("300 0 0");
    expect(row({}, "repaid", kit)).toBe("0 150 150");
    expect(measure({ rate: "5%" }, "present-value-of-costs", kit)?.value?.toString()).toBe("300");
    expect(measure({ rate: 0 }, "financial-return", kit)?.value?.toFixed(4)).toBe((4 / 3).toFixed(4));
  });

  test("is lent and repaid in the case of who lends it", () => {
    expect(row({ for: "Lender" }, "cost", kit)).toBe("0 0 0");
    expect(row({ for: "Lender" }, "repaid", kit)).toBe("300 0 0");
    expect(row({ for: "Lender" }, "income", kit)).toBe("0 150 150");
  });
});

describe("a programme in real money", () => {
  test("has every figure of its financial case in cash", () => {
    const real = programme(
      "Real",
      three,
      { ...said, prices: "2024/25" },
      cost("Staff", 100),
      saving("Placements", { "2025/26": 1_000, then: 1_000 }),
    );
    const cash = { inflation: "10%" } as const;
    expect(measure(cash, "full-year-effect", real)?.value?.toString()).toBe("1089");
    expect(row(cash, "budget-to-find", real)).toBe("100 -990 -1089");
    expect(row(cash, "body-county-council-net", real)).toBe("-100 990 1089");
  });
});

describe("the economic case", () => {
  const real = { case: "economic", inflation: 0, rate: 0 } as const;

  test("counts all bodies and every saving, and no money between them", () => {
    expect(row(real, "cost")).toBe("1700 1200 1200");
    expect(row(real, "saving")).toBe("700 1500 2300");
  });

  test("counts named memorandum rows as benefits to society", () => {
    expect(row({ ...real, benefits: ["Well-being"] }, "saving")).toBe("1400 2200 3000");
  });

  test("counts a cashable saving once: as a benefit, or as less cost", () => {
    const all = measure(real, "benefit-cost-ratio")?.value;
    const less = measure({ ...real, denominator: "costs less cashable savings" }, "benefit-cost-ratio");
    expect(all?.toFixed(10)).toBe((4500 / 4100).toFixed(10));
    expect(less?.value?.toFixed(10)).toBe((900 / 500).toFixed(10));
    expect(measure(real, "net-present-value")?.value?.toString()).toBe("400");
    expect(
      measure(
        { ...real, denominator: "costs less cashable savings" },
        "net-present-value",
      )?.value?.toString(),
    ).toBe("400");
  });

  test("has no ratio where there is no cost to divide by, and says so", () => {
    const free = programme("Free", three, said, saving("Time", 100), cost("None", 0));
    const found = measure(real, "benefit-cost-ratio", free);
    expect([found?.value, found?.words]).toEqual([undefined, "none, since there is nothing to divide by"]);
  });

  test("says what its ratio divides by, and what is lost where it is below nil", () => {
    const less = { ...real, denominator: "costs less cashable savings" } as const;
    expect(measure(real, "benefit-cost-ratio")?.words).toBe("1.10 for every £1 of costs");
    expect(measure(less, "benefit-cost-ratio")?.words).toBe(
      "1.80 for every £1 of costs less cashable savings",
    );
    const lost = programme(
      "Lost",
      three,
      said,
      cost("Staff", 100),
      saving("Fees", calculated("Staff - Staff × 3")),
    );
    expect(measure({ rate: 0 }, "financial-return", lost)?.words).toBe(
      "none, but a loss of £2.00 for every £1",
    );
  });

  test("takes optimism bias from cashable savings on whichever side of the ratio they count", () => {
    const found = measure(
      { ...real, denominator: "costs less cashable savings", "optimism bias": { Placements: "25%" } },
      "benefit-cost-ratio",
    );
    expect(found?.value?.toFixed(10)).toBe((900 / (4100 - (2400 * 0.75 + 1200))).toFixed(10));
  });

  test("adds optimism bias to costs and takes it from benefits", () => {
    const biased = {
      ...real,
      "optimism bias": { Staff: "10%", Placements: { value: "25%", source: "our grades" } },
    };
    expect(row(biased, "cost")).toBe("1800 1300 1300");
    expect(row(biased, "saving")).toBe("700 1300 1900");
  });

  test("takes optimism bias from the published table by the kind of project, less what is managed", () => {
    const hub = { project: "standard buildings", mitigation: "25%" };
    const biased = { ...real, "optimism bias": { Staff: hub } };
    expect(row(biased, "cost")).toBe("1880 1380 1380");
    const basisOf = (bias: LineBias) =>
      appraise(shared, { ...real, "optimism bias": { Staff: bias } }).assumptions.get(
        "appraisal.bias-of-staff",
      )?.basis;
    expect(basisOf(hub)).toMatchObject({ kind: "source", words: expect.stringContaining("Mott MacDonald") });
    expect(basisOf({ ...hub, source: "our own projects" })).toMatchObject({ words: "our own projects" });
    expect(basisOf({ value: "10%", assumed: "as last time" })).toMatchObject({ kind: "assumed" });
    expect(basisOf("10%")).toEqual({
      kind: "assumed",
      words: "no source is given for this optimism bias",
    });
  });

  test("is refused with every fault in its optimism bias, each at its line", () => {
    const bias = {
      Staff: { project: "office", of: "capital cost", mitigation: 2 },
      "Set-up": "-120%",
      Nurses: null as unknown as string,
      Placements: { project: "equipment and development" },
    } as const;
    expect(faultsOf(() => appraise(shared, { ...real, "optimism bias": bias }))).toEqual([
      "unknown-name appraisal > optimism bias > Staff > project: appraisal > optimism bias > Staff > project: there is no kind of project “office”",
      "out-of-range appraisal > optimism bias > Staff > mitigation: appraisal > optimism bias > Staff > mitigation cannot be 2",
      "out-of-range appraisal > optimism bias > Set-up: appraisal > optimism bias > Set-up cannot be -1.2",
      "not-a-number appraisal > optimism bias > Nurses: appraisal > optimism bias > Nurses is not an amount that can be used",
      "out-of-range appraisal > optimism bias > Placements: appraisal > optimism bias > Placements cannot be 2",
    ]);
  });

  test.each([
    [
      { benefits: ["Placements"] },
      "wrong-shape appraisal > benefits > Placements: Placements cannot be counted as a benefit to society",
    ],
    [
      { benefits: ["Families"] },
      "wrong-unit appraisal > benefits > Families: Families cannot be counted as a benefit to society",
    ],
    [
      { benefits: ["Wellbeing"] },
      "unknown-name appraisal > benefits: appraisal > benefits: there is no line “Wellbeing” in the model",
    ],
    [{ outcomes: "Well-being" }, "wrong-unit appraisal > outcomes: Well-being is no number of outcomes"],
    [{ outcomes: "Families" }, "wrong-shape appraisal > outcomes: Families is no number of outcomes"],
    [
      { outcomes: "Weeks with us" },
      "wrong-shape appraisal > outcomes: Weeks with us is no number of outcomes",
    ],
    [
      { outcomes: "Family" },
      "unknown-name appraisal > outcomes: appraisal > outcomes: there is no line “Family” in the model",
    ],
  ])(
    "counts as benefits only pounds beside the statement, and as outcomes only what can be counted: %j",
    (asked, fault) => {
      const people = programme(
        "People",
        three,
        said,
        cost("Staff", 1_000),
        saving("Placements", 800),
        table(
          "Wider",
          {},
          memorandum("Well-being", 700),
          memorandum("Families", 5, { unit: "families", totals: "none" }),
          memorandum("Weeks with us", 5, { unit: "child weeks", totals: "average" }),
        ),
      );
      expect(faultsOf(() => appraise(people, { ...real, ...asked }))).toEqual([fault]);
    },
  );

  test("takes what outcomes save net of what would have happened anyway, cashable or not", () => {
    const kept = programme(
      "Kept at home",
      three,
      said,
      cost("Workers", 100),
      saving(
        "Children kept at home",
        outcomes({
          target: { "2024/25": 100, then: 100 },
          impact: "40%",
          deadweight: { share: "10%" },
          "unit cost": 1_000,
          duration: 1,
          cashable: "50%",
          agencies: { "County Council": "75%", NHS: "25%" },
        }),
      ),
    );
    const gross = evaluate(kept).rows.get("children-kept-at-home.net-benefit")?.values.join(" ");
    expect(row(real, "saving", kept)).toBe(gross);
    const cashable = evaluate(appraise(kept)).rows.get("appraisal.saving")?.total;
    expect(cashable?.toString()).toBe(
      evaluate(kept).rows.get("children-kept-at-home.part-of-county-council")?.total?.toString(),
    );
  });
});

test("what would have happened anyway and what is not cashable are shown between gross and cashable", () => {
  const appraised = appraise(shared);
  const values = (id: string) => evaluate(appraised).rows.get(`appraisal.${id}`)?.total?.toString();
  expect(["gross", "net-benefits", "cashable-savings", "saving"].map(values)).toEqual([
    "4500",
    "4500",
    "3600",
    "2400",
  ]);
  expect(["deadweight", "not-cashable"].map(values)).toEqual(["0", "900"]);
});

test("the budget view shows growth, savings and the grant that ends, and its changes lead to the budget to find", () => {
  expect(row({}, "change-growth")).toBe("1050 0 100");
  expect(row({}, "change-one-off")).toBe("500 -500 0");
  expect(row({}, "change-savings")).toBe("0 800 800");
  expect(row({}, "change-grants")).toBe("900 -900 0");
  expect(row({}, "budget-change")).toBe("650 -400 -700");
  expect(row({}, "budget-to-find")).toBe("650 250 -450");
});

test("the budget view has each part as it is in the year beside its change on the year before", () => {
  const view = appraise(shared).tables.find(({ label }) => label.startsWith("Budget view"));
  const ids = view?.items.map((item) =>
    item.item === "row" ? item.row.replace("appraisal.", "") : "heading",
  );
  const parts = ["growth", "one-off", "savings", "grants"];
  expect(ids).toEqual([
    ...["heading", ...parts.map((part) => `change-${part}`), "budget-change"],
    ...["heading", ...parts.map((part) => `budget-${part}`), "budget-to-find"],
  ]);
  expect(row({}, "budget-savings")).toBe("0 800 1600");
  expect(row({}, "budget-grants")).toBe("900 0 0");
});

test("a year of months has the level of prices of its months", () => {
  const costs = cost("Crew", { "2024/25": 1_200, then: 1_200 });
  const p = programme("By month", months("2024/25", "2025/26"), { source: "bid" }, costs);
  const byYear = rollUp(evaluate(appraise(p, { inflation: "2%" })));
  expect(byYear.rows.get("appraisal.price-level")?.values.join(" ")).toBe("1 1.02");
});

describe("each body", () => {
  const nets = (options: AppraisalOptions) => {
    const appraised = appraise(shared, options);
    const { rows } = evaluate(appraised);
    return appraised.appraisal.agencies.map(({ name, net }) => `${name} ${rows.get(net)?.total}`);
  };

  test("has its cash in the financial case, what it gives others and what they give it included", () => {
    expect(nets({})).toEqual(["County Council -450", "NHS 600", "Government -900", "Region 100"]);
  });

  test("has what it saves without leaving a budget apart from its net", () => {
    const appraised = appraise(shared);
    const { rows } = evaluate(appraised);
    const apart = appraised.appraisal.agencies.map((one) => rows.get(one.apart ?? "")?.total?.toString());
    expect(apart).toEqual(["900", "0", "0", "0"]);
  });

  test("has its part of the economic case, without money between bodies", () => {
    expect(nets({ case: "economic", inflation: 0, rate: 0, benefits: ["Well-being"] })).toEqual([
      "County Council -200",
      "NHS 600",
      "Government 0",
      "Region 0",
      "Society, beside the bodies 2100",
    ]);
  });
});

describe("options side by side", () => {
  const compared = compareOptions(shared, {
    "Do nothing": { without: "all" },
    "Do minimum": { without: ["Nurses", "Set-up"] },
    "Do it all": {},
    "Do it for less": { set: { staff: 900 } },
  });

  test("do nothing costs nothing, and every other option is shown against it", () => {
    const nets = compared.map((option) =>
      option.measures.find(({ id }) => id === "net-saving")?.value?.toString(),
    );
    expect(nets).toEqual(["0", "50", "-450", "-150"]);
    expect(compared.map(({ differences }) => differences.get("net-saving")?.toString())).toEqual([
      undefined,
      "50",
      "-450",
      "-150",
    ]);
  });

  test("a line that there is none of is refused with the nearest name", () => {
    expect(() => compareOptions(shared, { Wrong: { without: ["Nurse"] } })).toThrow(/Nurse/);
  });
});

describe("payback", () => {
  const of = (...nets: number[]) => {
    const own = years("2024/25", `${2024 + nets.length - 1}/${24 + nets.length}` as "2026/27");
    const at = (sign: 1 | -1) =>
      Object.fromEntries(nets.map((net, i) => [`${2024 + i}/${25 + i}`, Math.max(0, net * sign)]));
    const p = programme("P", own, said, cost("Cost", amounts(at(-1))), saving("Saving", amounts(at(1))));
    return measure({}, "payback", p);
  };

  test("is interpolated within the year in which the sum comes up to nil", () => {
    const found = of(-1_000, 400, 400, 400);
    expect([found?.value?.toString(), found?.year, found?.words]).toEqual([
      "3.5",
      "2027/28",
      "in 2027/28, after 3.5 years",
    ]);
  });

  test("is at the last time that it comes up", () => {
    const found = of(-100, 150, -100, 30, 100);
    expect([found?.value?.toString(), found?.words]).toEqual([
      "4.2",
      "in 2028/29, after 4.2 years, for good; pays back in 2025/26, then un-pays in 2026/27",
    ]);
  });

  test("says what it comes to where it never comes, comes undone, or has nothing to pay back", () => {
    expect(of(-100, 10, 10)?.words).toBe("never within the horizon: £80 short at the end");
    expect(of(-100, 150, -100)?.words).toBe("pays back in 2025/26, then un-pays in 2026/27");
    expect(of(100, 0, -50)?.words).toBe("nothing to pay back: costs never run ahead");
    expect(of(-100, 10, 10)?.value).toBeUndefined();
  });

  test("does not depend on the scale of the flows", () => {
    expect(of(-1_000_000, 333_333, 333_333, 500_000)?.value?.toFixed(20)).toBe(
      of(-1, 0.333333, 0.333333, 0.5)?.value?.toFixed(20),
    );
  });
});

test("the cost of an outcome counts a sum as it is and an average by its years", () => {
  const helped = programme(
    "Helped",
    three,
    said,
    cost("Workers", 900),
    table(
      "People",
      {},
      memorandum("Families helped", 30, { unit: "families" }),
      memorandum("Children fewer", 2, { unit: "children", totals: "average" }),
    ),
  );
  const by = (outcome: string) => measure({ outcomes: outcome }, "cost-per-outcome", helped);
  expect([by("Families helped")?.value?.toString(), by("Families helped")?.unit]).toEqual([
    "30",
    "£ per family",
  ]);
  expect([by("Children fewer")?.value?.toString(), by("Children fewer")?.unit]).toEqual([
    "450",
    "£ per child per year",
  ]);
});

describe("benefits to society, in the options", () => {
  const benefits = { case: "economic", inflation: 0, rate: 0, benefits: ["Well-being"] } as const;
  const worth = (options: Parameters<typeof compareOptions>[1]) =>
    compareOptions(shared, options, benefits).map(({ measures: found }) =>
      found.find(({ id }) => id === "present-value-of-benefits")?.value?.toString(),
    );

  test("are none where nothing is done, and may be left out by name", () => {
    const without = {
      "Do nothing": { without: "all" },
      Alone: { without: ["Well-being"] },
      "As proposed": {},
    } as const;
    expect(worth(without)).toEqual(["0", "4500", "6600"]);
  });

  test("are no line to leave out where they are no benefit", () => {
    expect(() => compareOptions(shared, { Alone: { without: ["Well-being"] } })).toThrow(
      /no line “Well-being” to leave out/,
    );
  });
});

test("a benefit-cost ratio over costs less savings says so where the savings are more than the costs", () => {
  const words = (denominator: AppraisalOptions["denominator"] & string) =>
    measure({ case: "economic", inflation: 0, rate: 0, denominator }, "benefit-cost-ratio", paid)?.words;
  const paid = programme("Paid", three, said, cost("Kit", { "2024/25": 100 }), saving("Power", 90));
  expect(words("costs less cashable savings")).toBe(
    "none, since savings are more than the costs to divide by",
  );
  expect(words("costs")).toBe("2.70 for every £1 of costs");
});
