import { assumption, cost, quarters, type Timeline, withValues, years } from "invest-to-save";
import { type PaymentByResultsOptions, paymentByResults } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const three = years("2012/13", "2014/15");
const staff = cost("Staff", 100);
const fiveOfSix = { parts: 5, of: 6 } as const;

function paid(options: PaymentByResultsOptions, timeline: Timeline = three): string {
  return values(funded(timeline, paymentByResults(options), [staff]), "fund");
}

describe("payment by results", () => {
  test.each([
    [4_180, "13.933"],
    [2_630, "8.767"],
    [1_680, "5.600"],
  ])(
    "of £4,000 for five of every six of %i families is £%sm, whatever the part that is the fee",
    (number, millions) => {
      for (const [fee, payment] of [
        [3_200, 800],
        [2_400, 1_600],
        [1_600, 2_400],
      ] as const) {
        const options = {
          number,
          unit: "families",
          "paid for": fiveOfSix,
          "attachment fee": fee,
          "result payment": payment,
        } as const;
        const p = funded(years("2012/13", "2012/13"), paymentByResults(options), [staff]);
        expect((Number(values(p, "fund")) / 1e6).toFixed(3)).toBe(millions);
      }
    },
  );

  test.each<[string, PaymentByResultsOptions, string]>([
    ["is a fee alone", { number: 10, "attachment fee": 5 }, "50 50 50"],
    ["is a payment for results alone", { number: 10, "result payment": 8, attainment: 0.5 }, "40 40 40"],
    [
      "is a fee and a payment",
      { number: { "2012/13": 10 }, "attachment fee": 5, "result payment": 8 },
      "130 0 0",
    ],
    [
      "pays results later, at the rate and attainment of the taking on",
      {
        number: { "2012/13": 10, "2013/14": 20 },
        "attachment fee": 1,
        "result payment": { "2012/13": 8, then: 6 },
        attainment: { "2012/13": 0.5, then: 0.25 },
        lag: 1,
      },
      "10 60 30",
    ],
    ["loses results after the timeline", { number: { "2014/15": 10 }, "result payment": 8, lag: 1 }, "0 0 0"],
    ["pays for a share", { number: 10, "paid for": "70%", "attachment fee": 10 }, "70 70 70"],
    ["has nil in a year left out of the fees", { number: 10, "attachment fee": { "2013/14": 5 } }, "0 50 0"],
  ])("%s", (_, options, expected) => {
    expect(paid(options)).toBe(expected);
  });

  test("counts evenly over quarters and takes whole rates", () => {
    expect(
      paid(
        { number: { "2012/13": 40 }, unit: "people", "attachment fee": 5 },
        quarters("2012/13", "2012/13"),
      ),
    ).toBe("50 50 50 50");
  });

  test("takes the name of an assumption per year, and numbers that are set", () => {
    const starts = assumption("Starts", { value: 12, unit: "families per year" });
    const options = {
      number: "Starts",
      unit: "families",
      "attachment fee": 5,
      "result payment": 10,
      attainment: 0.5,
    } as const;
    const p = funded(three, paymentByResults(options), [staff, starts]);
    expect(values(p, "fund")).toBe("120 120 120");
    expect(values(withValues(p, { starts: 6, "fund.attainment": 1 }), "fund")).toBe("90 90 90");
  });

  test("has a row for every step", () => {
    const options = {
      number: 12,
      "paid for": fiveOfSix,
      "attachment fee": 3,
      "result payment": 5,
      attainment: 0.5,
      lag: 1,
    };
    const p = funded(three, paymentByResults(options), [staff]);
    expect(values(p, "fund.taken-on")).toBe("12 12 12");
    expect(values(p, "fund.taken-on-and-paid-for")).toBe("10 10 10");
    expect(values(p, "fund.results-of-those-taken-on")).toBe("5 5 5");
    expect(values(p, "fund.attachment-fees")).toBe("30 30 30");
    expect(values(p, "fund.result-payments")).toBe("0 25 25");
  });
});

describe("payment by results is refused", () => {
  test.each<[string, PaymentByResultsOptions, string, string[]]>([
    ["without a fee or a payment", { number: 1 }, "missing-key", ["Fund"]],
    [
      "for six of five",
      { number: 1, "attachment fee": 1, "paid for": { parts: 6, of: 5 } },
      "out-of-range",
      ["Fund", "paid for", "parts"],
    ],
    [
      "with an attainment above 1",
      { number: 1, "result payment": 1, attainment: 1.2 },
      "out-of-range",
      ["Fund", "attainment"],
    ],
    [
      "with a lag of part of a period",
      { number: 1, "result payment": 1, lag: "6 months" },
      "period-too-fine",
      ["Fund", "lag"],
    ],
    [
      "of what cannot be counted",
      { number: 1, "attachment fee": 1, unit: "share" },
      "wrong-unit",
      ["Fund", "unit"],
    ],
    ["with a negative fee", { number: 1, "attachment fee": -1 }, "out-of-range", ["Fund", "attachment fee"]],
  ])("%s", (_, options, code, path) => {
    expect(refusals(three, paymentByResults(options))[0]).toMatchObject({ code, path });
  });

  test("on a line that is no funding", () => {
    const line = cost("Staff", paymentByResults({ number: 1, "attachment fee": 1 }));
    expect(refusals(three, paymentByResults({ number: 1, "attachment fee": 1 }), [line])).toMatchObject([
      { code: "wrong-shape", path: ["Staff"] },
    ]);
  });
});

test("payment by results is read from a file", () => {
  const { programme, issues } = read(`title: Families
years: 2012/13 to 2013/14
source: framework
costs: { Team: 100 }
funding:
  Results:
    payment by results: { number: 6, unit: families, paid for: { parts: 5, of: 6 }, attachment fee: { 2012/13: 3200, then: 2400 }, lag: 1 }
`);
  expect(issues).toEqual([]);
  expect(programme && values(programme, "results")).toBe("16000 12000");
});
