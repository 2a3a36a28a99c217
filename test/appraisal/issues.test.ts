import { InvestToSaveError, type Issue } from "invest-to-save";
import * as appraisal from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

/** A call as a script without types may make it. */
type Call = readonly [name: string, options: unknown, ...expected: string[]];

const all = appraisal as unknown as Record<string, (options: unknown) => unknown>;
const loan = { rate: "1%", periods: 12, "present value": 1_000 };
const day = (date: unknown, amount: unknown) => ({ date, amount });

const calls: readonly Call[] = [
  ["npv", { flows: [], rate: -1 }, "wrong-shape npv > flows", "out-of-range npv > rate"],
  [
    "npv",
    { flows: [1, "£5", Number.NaN], rate: "3,5%" },
    "not-a-number npv > flows > 1",
    "not-a-number npv > flows > 2",
    "not-a-number npv > rate",
  ],
  [
    "npv",
    { flows: [1], rate: "-100%", timing: "late" },
    "out-of-range npv > rate",
    "wrong-shape npv > timing",
  ],
  ["npv", { flows: [1], rate: 0.1, schedule: "green book 2022" }, "wrong-shape npv > schedule"],
  ["npv", { flows: [1] }, "missing-key npv > rate"],
  ["npv", { flow: [1], rate: 0 }, "unknown-key npv > flow"],
  ["npv", [1, 2], "wrong-shape npv"],
  ["npv", null, "wrong-shape npv"],
  [
    "npv",
    { flows: Array(126).fill(1), schedule: "green book 2022", timing: "end" },
    "out-of-range npv > flows",
  ],
  ["npv", { flows: Array(1201).fill(1), rate: 0 }, "wrong-shape npv > flows"],
  [
    "npv",
    { flows: "1, 2", rate: Number.POSITIVE_INFINITY },
    "wrong-shape npv > flows",
    "not-a-number npv > rate",
  ],
  ["npv", { flows: [null], rate: {} }, "not-a-number npv > flows > 0", "not-a-number npv > rate"],
  [
    "discountFactor",
    { year: -1, rate: "-1.5" },
    "out-of-range discountFactor > year",
    "out-of-range discountFactor > rate",
  ],
  [
    "discountFactor",
    { year: 1.5, schedule: "green book 1997" },
    "out-of-range discountFactor > year",
    "unknown-name discountFactor > schedule",
  ],
  ["discountFactor", { year: 1, schedule: { name: "own" } }, "wrong-shape discountFactor > schedule"],
  ["discountFactor", { year: 1, rate: [] }, "wrong-shape discountFactor > rate"],
  [
    "discountFactor",
    { year: 1, rate: [{ from: 2, rate: 0 }] },
    "out-of-range discountFactor > rate > 0 > from",
  ],
  [
    "discountFactor",
    { year: 1, rate: [{ from: 1, rate: 0 }, { from: 1, rate: -2 }, 3] },
    "out-of-range discountFactor > rate > 1 > from",
    "out-of-range discountFactor > rate > 1 > rate",
    "wrong-shape discountFactor > rate > 2",
  ],
  [
    "annuityFactor",
    { years: 0, rate: 0, "payments at": "start" },
    "out-of-range annuityFactor > years",
    "wrong-shape annuityFactor > payments at",
  ],
  [
    "xnpv",
    { flows: [day("01/02/2024", 1), day("2023-02-29", 2), {}], rate: 0 },
    "malformed-period xnpv > flows > 0 > date",
    "malformed-period xnpv > flows > 1 > date",
    "wrong-shape xnpv > flows > 2",
  ],
  [
    "xirr",
    { flows: [day(new Date(0), 1), day("2024-01-01", "x")] },
    "malformed-period xirr > flows > 0 > date",
    "not-a-number xirr > flows > 1 > amount",
  ],
  ["xirr", {}, "missing-key xirr > flows"],
  ["irr", { flows: 5 }, "wrong-shape irr > flows"],
  ["irr", { flows: [], guess: 0.1 }, "wrong-shape irr > flows", "unknown-key irr > guess"],
  [
    "mirr",
    { flows: [1, 2], "finance rate": 0, "reinvestment rate": -1 },
    "out-of-range mirr > flows",
    "out-of-range mirr > reinvestment rate",
  ],
  [
    "mirr",
    { flows: [-1], "finance rate": 0 },
    "wrong-shape mirr > flows",
    "missing-key mirr > reinvestment rate",
  ],
  ["pmt", { ...loan, periods: 1.5, rate: "-100%" }, "out-of-range pmt > rate", "out-of-range pmt > periods"],
  ["pv", { rate: 0, periods: 1 }, "missing-key pv > payment"],
  ["fv", { rate: 0, periods: 0, payment: "ten" }, "out-of-range fv > periods", "not-a-number fv > payment"],
  ["ipmt", { ...loan, period: 13 }, "out-of-range ipmt > period"],
  [
    "ppmt",
    { ...loan, period: 0, "payments at": "the end" },
    "out-of-range ppmt > period",
    "wrong-shape ppmt > payments at",
  ],
  ["nper", { rate: "1%", payment: -10, "present value": 1_000 }, "out-of-range nper > payment"],
  ["rate", { periods: 1_201, payment: 1, "present value": 1 }, "out-of-range rate > periods"],
  ["equivalentAnnualCost", { years: 5, rate: 0 }, "missing-key equivalentAnnualCost > costs"],
  [
    "equivalentAnnualCost",
    { years: 5, rate: 0, costs: [1], "present value": 1, timing: "end" },
    "wrong-shape equivalentAnnualCost > present value",
    "wrong-shape equivalentAnnualCost > timing",
  ],
  ["profitabilityIndex", { flows: [0, -1, 2], rate: 0 }, "out-of-range profitabilityIndex > flows"],
  [
    "profitabilityIndex",
    { flows: [1, 2], rate: 0, "measured against": "all outlays" },
    "out-of-range profitabilityIndex > flows",
  ],
  ["payback", { flows: [1, 2], labels: ["2024/25"] }, "wrong-shape payback > labels"],
  ["payback", { flows: [], rate: -1 }, "wrong-shape payback > flows", "out-of-range payback > rate"],
  ["allocate", { amount: 1, weights: [1, -1] }, "out-of-range allocate > weights > 1"],
  [
    "allocate",
    { amount: "1k", weights: { a: 0 }, unit: "pence" },
    "not-a-number allocate > amount",
    "out-of-range allocate > weights",
    "wrong-shape allocate > unit",
  ],
  [
    "allocate",
    { amount: 1, weights: [] },
    "wrong-shape allocate > weights",
    "out-of-range allocate > weights",
  ],
  [
    "optimismBias",
    { project: "office", mitigation: 2 },
    "unknown-name optimismBias > project",
    "out-of-range optimismBias > mitigation",
  ],
  [
    "optimismBias",
    { project: { "standard buildings": "60%", outsourcing: "60%" } },
    "out-of-range optimismBias > project",
    "out-of-range optimismBias > of",
  ],
  [
    "gradedBias",
    { grades: { A: -2, B: 0 }, grade: "D" },
    "out-of-range gradedBias > grades > A",
    "unknown-name gradedBias > grade",
    "no-source gradedBias > source",
  ],
  [
    "gradedBias",
    { grades: [], source: "table" },
    "wrong-shape gradedBias > grades",
    "missing-key gradedBias > grade",
  ],
];

function issuesOf(name: string, options: unknown): readonly Issue[] {
  try {
    all[name]?.(options);
  } catch (error) {
    if (error instanceof InvestToSaveError) return error.issues;
    throw error;
  }
  return [];
}

describe("bad input", () => {
  const named = calls.map(([name, options, ...expected]) => ({ name, options, expected }));
  test.each(named)("of $name $options is refused with every fault in it", ({ name, options, expected }) => {
    const issues = issuesOf(name, options);
    expect(issues.map(({ code, path }) => `${code} ${path.join(" > ")}`)).toEqual(expected);
    for (const { message, expected, received, hint } of issues) {
      expect([message, expected, received, hint].every((words) => words !== undefined && words !== "")).toBe(
        true,
      );
      expect(`${message} ${expected} ${hint}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
