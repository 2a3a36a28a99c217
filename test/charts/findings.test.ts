import {
  type Amount,
  cost,
  decimal,
  evaluate,
  funding,
  InvestToSaveError,
  issueCodes,
  type LineAttributes,
  programme,
  saving,
  years,
} from "invest-to-save";
import { type AppraisalOptions, appraise } from "invest-to-save/appraisal";
import {
  costsAndFunding,
  cumulativeNet,
  fan,
  fanOf,
  fundingSources,
  grossToCashable,
  tornado,
  tornadoOf,
} from "invest-to-save/charts";
import { readProgramme } from "invest-to-save/file";
import { sensitivity, simulate } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { textOf } from "../cli/repository.ts";

type Part = ReturnType<typeof cost>;
const of = (...parts: readonly Part[]) =>
  evaluate(
    programme("Repairs", years("2024/25", "2027/28"), { source: "bid", body: "Fenwick Council" }, ...parts),
  );
const saves = (amounts: Readonly<Record<string, Amount>>, attributes: LineAttributes = {}) =>
  saving("Contracts", amounts as Record<`${number}/${number}`, Amount>, attributes);
const crew = cost("Crew", 1_000);
const title = (chart: { title: { text: readonly string[] } } | undefined) => chart?.title.text.join(" ");

describe("the title of costs and funding says", () => {
  test.each([
    ["when savings overtake costs", { "2026/27": 1_001, then: 2_000 }, "Savings overtake costs in 2026/27"],
    [
      "that equal savings have not overtaken them",
      { then: 1_000 },
      "Savings do not overtake costs by 2027/28",
    ],
    [
      "that they are above them all along",
      { "2024/25": 1_500, then: 1_500 },
      "Savings are above costs from the start",
    ],
    [
      "that they fall back below them",
      { "2025/26": 1_500, "2026/27": 900 },
      "Savings overtake costs in 2025/26, and fall below them in 2026/27",
    ],
    ["what there is without savings", {}, "Costs are £1,000 in every year"],
  ])("%s", (_, amounts, finding) => {
    const some = Object.keys(amounts).length === 0 ? [] : [saves({ "2024/25": 0, ...amounts })];
    expect(title(costsAndFunding(of(crew, ...some)))).toBe(finding);
  });

  test("when cashable savings do, where there are other kinds of saving, and never adds them together", () => {
    const chart = costsAndFunding(
      of(
        crew,
        saves({ "2026/27": 1_200 }),
        saving("Wardens", 5_000, { cashable: "non-cashable" }),
        saving("New homes", 700, { cashable: "avoided cost" }),
      ),
    );
    expect(title(chart)).toBe("Cashable savings overtake costs in 2026/27, and fall below them in 2027/28");
    expect(chart?.description).toContain(
      "2026/27: costs £1,000, cashable savings £1,200, avoided costs £700, non-cashable savings £5,000",
    );
  });

  test("DRAFT first, while a number only holds the place of the real one", () => {
    const open = cost("Heating", { "2024/25": 1 }, { placeholder: "the meter is to be read" });
    for (const chart of [costsAndFunding, cumulativeNet]) expect(title(chart(of(open)))).toMatch(/^DRAFT: /);
  });
});

describe("the title of costs without savings says", () => {
  test.each([
    ["which year is the dearest", { "2024/25": 1, "2025/26": 3 }, "Costs are highest in 2025/26, at £3"],
    ["that there is nothing to pay", {}, "There is nothing to pay"],
  ])("%s", (_, amounts, finding) => {
    const part = Object.keys(amounts).length === 0 ? funding("Gift", 5) : cost("Crew", amounts);
    expect(title(costsAndFunding(of(part)))).toBe(finding);
  });

  test("nothing where there is no amount at all", () => {
    expect(costsAndFunding(of(cost("Crew", 0)))).toBeUndefined();
  });
});

describe("the title of funding sources says", () => {
  const grant = (amount: number) => funding("Grant", amount);

  test("which share comes from the largest", () => {
    const chart = fundingSources(of(crew, grant(250), funding("Base budget", 750)));
    expect(title(chart)).toBe("75% of the funding comes from Base budget");
  });

  test("shares with a decimal where whole ones would not come to 100%", () => {
    const chart = fundingSources(of(crew, grant(375), funding("Base budget", 625)));
    expect(title(chart)).toBe("62.5% of the funding comes from Base budget");
  });

  test("that one source pays for all", () => {
    expect(title(fundingSources(of(crew, grant(250))))).toBe("All of the funding, £1,000, comes from Grant");
  });

  test("nothing where nothing is funded", () => {
    expect(fundingSources(of(crew))).toBeUndefined();
    expect(fundingSources(of(crew, grant(0)))).toBeUndefined();
  });

  test("how many of the smaller sources are drawn together", () => {
    const many = Array.from({ length: 9 }, (_, i) => funding(`Source ${i + 1}`, 900 - i * 100));
    expect(fundingSources(of(crew, ...many))?.description).toContain("4 other sources: £4,000");
  });
});

describe("the title of the cumulative net says", () => {
  test.each([
    ["when it pays back", { "2025/26": 3_000, then: 3_000 }, "Pays back in 2025/26, after 1.5 years"],
    ["how much it falls short", { "2025/26": 500 }, "Does not pay back by 2027/28: £3,500 short"],
    [
      "that costs never run ahead",
      { "2024/25": 1_200, then: 1_200 },
      "Costs never run ahead of what comes in",
    ],
  ])("%s", (_, amounts, finding) => {
    expect(title(cumulativeNet(of(crew, saves(amounts))))).toBe(finding);
  });

  test("that it pays back and does not stay so", () => {
    const once = cost("Crew", { "2024/25": 1_000, "2026/27": 900 });
    expect(title(cumulativeNet(of(once, saves({ "2025/26": 1_100, "2027/28": 1_000 }))))).toBe(
      "Pays back in 2027/28, after 3.8 years, for good; pays back in 2025/26, then un-pays in 2026/27",
    );
  });

  test("whose money is summed: of one body, or of all of society", () => {
    const { programme: own } = of(crew, saves({ then: 3_000 }));
    const heading = (terms: AppraisalOptions) =>
      cumulativeNet(evaluate(appraise(own, terms)))?.title.subtitle.join(" ");
    expect(heading({ case: "financial" })).toContain("the cash of Fenwick Council, £");
    expect(heading({ case: "economic", rate: "3.5%", inflation: "2%" })).toContain("all bodies together, £");
  });

  test("nothing where there is nothing to sum", () => {
    expect(cumulativeNet(of(cost("Crew", 0), saves({ "2024/25": 0 })))).toBeUndefined();
  });
});

describe("the words in a picture of many years", () => {
  const lease = evaluate(
    programme(
      "Lease",
      years("2020/21", "2049/50"),
      { source: "bid" },
      cost("Works", { "2020/21": 1_000 }),
      saving("Rent", 400),
    ),
  );

  test("name only as many years as there is room for", () => {
    const [wide, narrow] = [640, 320].map((width) =>
      JSON.stringify(costsAndFunding(lease, { width })?.layer),
    );
    expect(wide).not.toContain('"labelOverlap":false,"values"');
    expect(narrow).toContain('"labelOverlap":false,"values":["2020/21","2023/24","2026/27"');
  });

  test("stand to the right of a payback that is too near the start for them", () => {
    const words = (table: Parameters<typeof cumulativeNet>[0], width: number) =>
      JSON.stringify(cumulativeNet(table, { width })?.layer)
        .match(/"label":"Paid back","align":"(\w+)","below":(\w+)/)
        ?.slice(1);
    expect(words(lease, 320)).toEqual(["left", "true"]);
    expect(words(of(cost("Crew", { "2024/25": 100 }), saves({ "2025/26": 60, then: 60 })), 640)).toEqual([
      "right",
      "false",
    ]);
  });
});

describe("from gross to cashable", () => {
  test("says what of each £1 is cashable", () => {
    const chart = grossToCashable(
      of(crew, saves({ then: 600 }), saving("Wardens", 900, { cashable: "non-cashable" })),
    );
    expect(title(chart)).toBe("40p of every £1 of gross benefit is cashable");
    expect(chart?.description).toContain("Takes money out of no budget counted here: −£3,600");
  });

  test("is not drawn where all that is saved is cashable", () => {
    expect(grossToCashable(of(crew, saves({ then: 600 })))).toBeUndefined();
  });
});

describe("charts of what may change", () => {
  const hub = readProgramme(textOf("test/cli/fixtures/helped.yaml"));

  test("say which assumption moves an outcome most, a payback that never comes most of all", () => {
    const chart = tornadoOf(hub, sensitivity(hub, { outcome: "payback" }));
    expect(title(chart)).toBe("Families a year moves payback most: from 1.9 years to never");
    expect(chart?.description).toContain(
      "Families a year, 45 families to 70 families: never at its low value, 1.9 years at its high one",
    );
  });

  test("call a row by its own name, and draw money a year as money", () => {
    const row = sensitivity(hub, { outcome: "Placements avoided in 2026/27" });
    expect(title(tornadoOf(hub, row))).toMatch(/ moves Placements avoided in 2026\/27 most: from £/);
    const yearly = tornadoOf(hub, sensitivity(hub, { outcome: "full-year effect" }));
    expect(yearly?.title.subtitle.join(" ")).toMatch(/, £000s per year$/);
  });

  test("draw no bar where the outcome is no number as the model stands, or is a day", () => {
    const never = of(crew, saves({ "2025/26": 500 })).programme;
    expect(tornadoOf(never, sensitivity(never, { outcome: "payback", by: "10%" }))).toBeUndefined();
  });

  test("leave out bars that are no number at an end, and name them", () => {
    const found = sensitivity(hub, { outcome: "payback" });
    const { endless: _, ...outcome } = found.outcome;
    expect(tornadoOf(hub, { ...found, outcome })).toBeUndefined();
    const [first, ...others] = found.bars;
    const reading = { value: decimal(3), words: "3 years" };
    const known = first && { ...first, low: { ...first.low, reading } };
    const chart = tornadoOf(hub, { ...found, outcome, bars: known ? [known, ...others] : [] });
    expect(chart?.title.subtitle.join(" ")).toContain(
      "not drawn, since it is no number at an end: Part that stays at home, Saving a family",
    );
  });

  test("say how widely a row is spread, and where the model stands in it", () => {
    const { fans } = simulate(hub, { draws: 1024, fans: ["appraisal.cumulative-net"] });
    const [fan] = fans;
    const chart = fan && fanOf(hub, fan);
    expect(title(chart)).toMatch(
      /^Cumulative net saving \/ \(cost\) in 2028\/29: eight runs in ten lie between −?£.* and −?£/,
    );
    expect(chart?.description).toContain("as the model stands £152,000.");
    const still = fan && { ...fan, years: fan.years.map((year) => ({ ...year, P10: 1, P90: 1 })) };
    expect(still && fanOf(hub, still)).toBeUndefined();
  });

  test("head a draft as one", () => {
    const draft = programme(
      "Rent",
      years("2024/25", "2025/26"),
      { source: "lease" },
      cost("Rent", 1_000, { placeholder: "the lease is not signed" }),
    );
    const chart = tornadoOf(draft, sensitivity(draft, { outcome: "total cost", by: "10%" }));
    expect(title(chart)).toBe("DRAFT: Rent moves Total Cost over all periods most: from £1,800 to £2,200");
  });
});

describe("charts of plain data", () => {
  const bar = (label: string, low: Amount, high: Amount) => ({ label, low, high, central: 100 });
  const measured = { measure: "Net saving" };

  test("say which assumption moves the measure most, whichever way", () => {
    const chart = tornado([bar("Rent", 90, 130), bar("Rates", 300, -50)], measured);
    expect(title(chart)).toBe("Rates moves net saving most: from −£50 to £300");
    expect(chart.description).toContain(
      "It stands at £100. Rates: £300 at its low value, −£50 at its high one; Rent",
    );
  });

  test("say how many bars are left out", () => {
    const chart = tornado([bar("a", 1, 2), bar("b", 1, 3), bar("c", 1, 4)], { ...measured, most: 2 });
    expect(chart.title.subtitle.join(" ")).toContain("the 2 that move it most of 3");
    expect(chart.description).not.toContain("a: ");
  });

  test("take an end that lies beyond any number, and shares in percent", () => {
    const chart = tornado([{ label: "Pay", low: 3, central: 4 }], { measure: "Payback", in: "years" });
    expect(title(chart)).toBe("Pay moves payback most: from 3 years to never");
    const share = tornado([bar("Pay", "0.02", "0.125")], { measure: "Return", in: "share" });
    expect(title(share)).toBe("Pay moves return most: from 2% to 12.5%");
  });

  test("take other units than pounds", () => {
    const bands = [{ period: "2025/26", p10: "3.2", p50: 4, p90: 5.125 }];
    const chart = fan(bands, { measure: "Payback", in: "years" });
    expect(title(chart)).toBe("Payback in 2025/26: eight runs in ten lie between 3.2 years and 5.1 years");
  });

  test("count what is neither money nor time to two decimals", () => {
    const bands = [{ period: "2025/26", p10: "-3.256", p50: 4, p90: 5 }];
    const chart = fan(bands, { measure: "Children", in: "children" });
    expect(JSON.stringify(chart.layer)).toContain("1 in 10 below: −3.26");
  });

  test("draw a band in which nothing varies", () => {
    const bands = [{ period: "2025/26", p10: 0, p50: 0, p90: 0 }];
    expect(title(fan(bands, measured))).toBe(
      "Net saving in 2025/26: eight runs in ten lie between £0 and £0",
    );
  });

  test.each([
    [() => tornado([bar("a", "1,000", 2), bar("b", 1, Number.NaN)], measured), "not-a-number, not-a-number"],
    [() => tornado([], measured), "wrong-shape"],
    [() => fan([], measured), "wrong-shape"],
    [() => fan([{ period: "x", p10: 1, p50: "2 people", p90: 3 }], measured), "not-a-number"],
  ])("refuse what cannot be drawn, all faults at once (%#)", (act, codes) => {
    try {
      act();
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues.map(({ code }) => code).join(", ")).toBe(codes);
      expect(error.issues.every(({ code, hint }) => code in issueCodes && hint !== undefined)).toBe(true);
    }
  });
});
