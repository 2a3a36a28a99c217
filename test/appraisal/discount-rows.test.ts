import {
  cost,
  decimal,
  evaluate,
  funding,
  index,
  months,
  programme,
  rollUp,
  saving,
  withValues,
  years,
} from "invest-to-save";
import { type AppraisalOptions, appraise, flatSchedule } from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

/** A thousand pounds of saving in every year, at the prices of the first. */
const thousand = (first: string, last: string) =>
  programme(
    "A thousand a year",
    years(first as "2024/25", last as "2025/26"),
    { source: "a worked example", prices: "2024/25" },
    saving("Saving", 1_000),
    cost("Cost", 0),
  );

function row(id: string, options: AppraisalOptions, last = "2034/35") {
  const table = evaluate(appraise(thousand("2024/25", last), options));
  return table.rows.get(`appraisal.${id}`)?.values ?? expect.fail(`a row ${id}`);
}

describe("discounting at the Green Book's rate of 2022", () => {
  test("takes £1,000 a year to the published present values of years 0 to 10", () => {
    const values = row("present-saving", { case: "economic" }).map((value) => value?.toFixed(0));
    expect(values.join(" ")).toBe("1000 966 934 902 871 842 814 786 759 734 709");
  });

  test("gives the published factors, with the rate falling after 30 and after 75 years", () => {
    const factors = row("discount-factor", { case: "economic" }, "2149/50");
    const published = {
      5: "0.8420",
      10: "0.7089",
      20: "0.5026",
      30: "0.3563",
      40: "0.2651",
      75: "0.0942",
      100: "0.0508",
      125: "0.0274",
    };
    for (const [year, factor] of Object.entries(published))
      expect(factors[Number(year)]?.toFixed(4)).toBe(factor);
    expect(factors[31]?.times("1.03").toFixed(12)).toBe(factors[30]?.toFixed(12));
    expect(factors[76]?.times("1.025").toFixed(12)).toBe(factors[75]?.toFixed(12));
  });

  test.each(["-1", "1.01"])("takes no rate of %s, which would leave nothing or more than double", (rate) => {
    const appraised = appraise(thousand("2024/25", "2026/27"), { case: "economic", rate: "5%" });
    expect(() => withValues(appraised, { "appraisal.rate": rate })).toThrow(/appraisal\.rate/);
    expect(withValues(appraised, { "appraisal.rate": "1" }).assumptions.get("appraisal.rate")?.value).toEqual(
      decimal(1),
    );
  });

  test("has no rate after year 125, and says so", () => {
    expect(() => row("discount-factor", { case: "economic" }, "2150/51")).toThrow(/no rate for year 126/);
  });

  test("goes on for longer in the edition of 2003", () => {
    const factors = row("discount-factor", { case: "economic", schedule: "green book 2003" }, "2150/51");
    expect(factors[126]?.times("1.02").toFixed(12)).toBe(factors[125]?.toFixed(12));
  });
});

describe("the timing of flows", () => {
  const factors = (options: AppraisalOptions) => row("discount-factor", { case: "economic", ...options });

  test("leaves year 0 undiscounted at the start of years, and takes a year more at the end", () => {
    const [start, end] = [factors({ rate: "5%" }), factors({ rate: "5%", timing: "end" })];
    expect(start[0]?.toString()).toBe("1");
    for (const [year, factor] of end.entries())
      expect(factor?.times("1.05").toFixed(30)).toBe(start[year]?.toFixed(30));
  });

  test("is half a year later in the middle: the square of its factor is that of the start times that of the end", () => {
    const [start, middle, end] = (["start", "middle", "end"] as const).map((timing) =>
      factors({ rate: "5%", timing }),
    );
    for (const [year, factor] of (middle ?? []).entries()) {
      expect(factor?.times(factor).toFixed(30)).toBe(start?.[year]?.times(end?.[year] ?? 0).toFixed(30));
    }
  });

  test("counts from a base year before the model starts", () => {
    const [own, earlier] = [factors({ rate: "5%" }), factors({ rate: "5%", "base year": "2021/22" })];
    for (const [year, factor] of earlier.entries()) {
      expect(factor?.times("1.157625").toFixed(30)).toBe(own[year]?.toFixed(30));
    }
  });
});

describe("money of a year and cash", () => {
  const nominal = (...parts: Parameters<typeof programme>[3][]) =>
    programme(
      "A thousand a year",
      years("2024/25", "2029/30"),
      { source: "a worked example" },
      saving("Saving", 1_000),
      cost("Cost", 0),
      ...parts,
    );
  const real = (options: AppraisalOptions, ...parts: Parameters<typeof programme>[3][]) =>
    evaluate(appraise(nominal(...parts), { case: "economic", ...options })).rows.get("appraisal.saving")
      ?.values;

  test("takes £1,000 of cash a year to the published real amounts at 2% of inflation", () => {
    expect(
      real({ inflation: "2%" })
        ?.map((value) => value?.toFixed(0))
        .join(" "),
    ).toBe("1000 980 961 942 924 906");
  });

  test("takes a named series as it takes one rate, where the series grows at that rate", () => {
    const series = index("GDP deflator", { edition: "an example", base: "2024/25", growth: "2%" });
    const [one, other] = [real({ inflation: "2%" }), real({ deflator: "GDP deflator" }, series)];
    expect(other?.map((value) => value?.toFixed(25))).toEqual(one?.map((value) => value?.toFixed(25)));
  });

  test("names the index series that there are where it has none of the name", () => {
    const series = index("GDP deflator", { edition: "an example", base: "2024/25", growth: "2%" });
    expect(() => real({ deflator: "GDP deflater" }, series)).toThrow(
      /no index series “GDP deflater”.*expected: GDP deflator\n.*did you mean “GDP deflator”/s,
    );
  });

  test("needs a level of the series for the year of the prices", () => {
    const series = index("GDP deflator", { edition: "an example", base: "2024/25", growth: "2%" });
    expect(() => real({ deflator: "GDP deflator", "base year": "2020/21" }, series)).toThrow(
      /missing-key: GDP deflator has no level for 2020\/21, the year of the prices/,
    );
  });

  test("takes money of a later year back to the cash of the years before", () => {
    const later = programme(
      "A thousand a year",
      years("2024/25", "2027/28"),
      { source: "a worked example", prices: "2026/27" },
      saving("Saving", 1_000),
      cost("Cost", 0),
    );
    const cash = evaluate(appraise(later, { inflation: { value: "10%", source: "a forecast" } }));
    expect(cash.rows.get("appraisal.saving")?.values.map((value) => value?.toFixed(2))).toEqual([
      "826.45",
      "909.09",
      "1000.00",
      "1100.00",
    ]);
    expect(cash.programme.assumptions.get("appraisal.inflation")?.basis).toEqual({
      kind: "source",
      words: "a forecast",
    });
  });

  test("discounts cash by a real rate and inflation as by both at once", () => {
    const options = { case: "financial", schedule: "green book 2022", inflation: "2%" } as const;
    const present = evaluate(appraise(nominal(), options)).rows.get("appraisal.present-saving")?.values;
    const both = evaluate(appraise(nominal(), { rate: "5.57%" })).rows.get(
      "appraisal.present-saving",
    )?.values;
    expect(present?.map((value) => value?.toFixed(20))).toEqual(both?.map((value) => value?.toFixed(20)));
  });

  test.each([
    [
      "a real schedule on cash",
      { schedule: "green book 2022" },
      /for real money, and the financial case is in cash/,
    ],
    ["the economic case of cash", { case: "economic" }, /economic case is in real money/],
    ["two ways to inflate", { deflator: "GDP", inflation: "2%" }, /a deflator and a rate of inflation/],
    ["a series that is not there", { deflator: "GDP" }, /no index series “GDP”/],
    ["a rate of −100%", { rate: "-100%" }, /cannot be discounted at/],
    ["no number", { rate: Number.NaN }, /cannot be discounted at/],
    ["a schedule nobody published", { schedule: "grene book 2022" }, /did you mean “green book 2022”/],
    ["a base year after the start", { rate: "3%", "base year": "2026/27" }, /base year cannot be/],
    ["an own rate that is no number", { schedule: flatSchedule({ rate: "five" }) }, /flat five/],
    ["inflation of more than all", { case: "economic", inflation: 2 }, /cannot be 2 write 2% or 0\.02 if/],
    [
      "inflation that takes all",
      { case: "economic", inflation: "-99%" },
      /cannot be “-99%” write the rate as 2%/,
    ],
    [
      "inflation without a value",
      { case: "economic", inflation: { source: "OBR" } },
      /inflation cannot be nothing write the rate as 2%/,
    ],
    ["outcomes in pounds", { outcomes: "Saving" }, /no number of outcomes/],
    [
      "bias of what is not there",
      { case: "economic", inflation: "2%", "optimism bias": { Costs: "24%" } },
      /did you mean “Cost”/,
    ],
  ] as const)("refuses %s", (_, options, message) => {
    let text = "";
    try {
      appraise(nominal(), options as AppraisalOptions);
    } catch (error) {
      text = String(
        (error as { issues?: { message: string; hint?: string }[] }).issues?.map(
          (one) => `${one.message} ${one.hint}`,
        ),
      );
    }
    expect(text).toMatch(message);
  });

  test("brings real money to cash in the financial case", () => {
    const table = evaluate(appraise(thousand("2024/25", "2026/27"), { inflation: "2%" }));
    expect(table.rows.get("appraisal.saving")?.values.join(" ")).toBe("1000 1020 1040.4");
  });
});

test("all months of a financial year have one discount factor, that of the year in a model by year", () => {
  const parts = [saving("Saving", 1_200), cost("Cost", 600), funding("Grant", 60)] as const;
  const source = { source: "a worked example" };
  const byYear = evaluate(
    appraise(programme("A", years("2024/25", "2027/28"), source, ...parts), { rate: "4%", timing: "middle" }),
  );
  const byMonth = rollUp(
    evaluate(
      appraise(programme("A", months("2024/25", "2027/28"), source, ...parts), {
        rate: "4%",
        timing: "middle",
      }),
    ),
  );
  for (const id of ["present-net", "discount-factor", "cumulative-net", "change-savings", "budget-to-find"]) {
    const values = (table: typeof byYear) =>
      table.rows.get(`appraisal.${id}`)?.values.map((value) => value?.toFixed(25));
    expect(values(byMonth)).toEqual(values(byYear));
  }
});
