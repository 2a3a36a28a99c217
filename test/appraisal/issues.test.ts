import { InvestToSaveError, type Issue } from "invest-to-save";
import * as appraisal from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

/** A call as a script without types may make it. */
type Call = readonly [name: string, options: unknown, expected: readonly string[]];

const all = appraisal as unknown as Record<string, (options: unknown) => unknown>;
const loan = { rate: "1%", periods: 12, "present value": 1_000 };
const day = (date: unknown, amount: unknown) => ({ date, amount });

/** A list with holes where there is nothing. */
function holed(...values: readonly unknown[]): unknown[] {
  const list: unknown[] = [];
  for (const [i, value] of values.entries()) if (value !== undefined) list[i] = value;
  list.length = values.length;
  return list;
}

const calls: readonly Call[] = [
  ["npv", { flows: [], rate: -1 }, ["wrong-shape flows", "out-of-range rate"]],
  [
    "npv",
    { flows: [1, "£5", Number.NaN], rate: "3,5%" },
    ["not-a-number flows > 1", "not-a-number flows > 2", "not-a-number rate"],
  ],
  ["npv", { flows: [1], rate: "-100%", timing: "late" }, ["out-of-range rate", "wrong-shape timing"]],
  ["npv", { flows: [1], rate: 0.1, schedule: "green book 2022" }, ["wrong-shape schedule"]],
  ["npv", { flows: [1] }, ["missing-key rate"]],
  ["npv", { flow: [1], rate: 0 }, ["unknown-key flow"]],
  ["npv", { flows: [1, 2], rate: 3.5 }, ["out-of-range rate"]],
  ["npv", { flows: [1, 2], rate: "3.5" }, ["out-of-range rate"]],
  ["npv", { flows: [1, 2], rate: "350%" }, []],
  ["npv", { flows: holed(-1, undefined, 3), rate: 0 }, ["not-a-number flows > 1"]],
  ["npv", { flows: [1], rate: holed(undefined, { from: 1, rate: 0 }) }, ["wrong-shape rate > 0"]],
  ["irr", { flows: holed(-100, undefined, 60) }, ["not-a-number flows > 1"]],
  ["payback", { flows: holed(-1, undefined, 3) }, ["not-a-number flows > 1"]],
  ["allocate", { amount: 1, weights: holed(undefined, 1, 1) }, ["not-a-number weights > 0"]],
  ["xirr", { flows: holed(undefined, day("2024-01-01", 1)) }, ["wrong-shape flows > 0"]],
  ["equivalentAnnualCost", { years: 3, rate: 0, costs: Array(7).fill(1) }, ["wrong-shape costs"]],
  ["equivalentAnnualCost", { years: 3, rate: 0, costs: Array(4).fill(1) }, []],
  ["equivalentAnnualCost", { years: Symbol("five"), rate: 0, costs: [1] }, ["not-a-number years"]],
  ["npv", [1, 2], ["wrong-shape"]],
  ["npv", null, ["wrong-shape"]],
  ["npv", { flows: Array(126).fill(1), schedule: "green book 2022", timing: "end" }, ["out-of-range flows"]],
  ["npv", { flows: Array(1201).fill(1), rate: 0 }, ["wrong-shape flows"]],
  ["npv", { flows: "1, 2", rate: Number.POSITIVE_INFINITY }, ["wrong-shape flows", "not-a-number rate"]],
  ["npv", { flows: [null], rate: {} }, ["not-a-number flows > 0", "not-a-number rate"]],
  ["discountFactor", { year: -1, rate: "-1.5" }, ["out-of-range year", "out-of-range rate"]],
  [
    "discountFactor",
    { year: 1.5, schedule: "green book 1997" },
    ["out-of-range year", "unknown-name schedule"],
  ],
  ["discountFactor", { year: 1, schedule: { name: "own" } }, ["wrong-shape schedule"]],
  ["discountFactor", { year: 1, rate: [] }, ["wrong-shape rate"]],
  ["discountFactor", { year: 1, rate: [{ from: 2, rate: 0 }] }, ["out-of-range rate > 0 > from"]],
  [
    "discountFactor",
    { year: 1, rate: [{ from: 1, rate: 0 }, { from: 1, rate: -2 }, 3] },
    ["out-of-range rate > 1 > from", "out-of-range rate > 1 > rate", "wrong-shape rate > 2"],
  ],
  [
    "annuityFactor",
    { years: 0, rate: 0, "payments at": "start" },
    ["out-of-range years", "wrong-shape payments at"],
  ],
  [
    "xnpv",
    { flows: [day("01/02/2024", 1), day("2023-02-29", 2), {}], rate: 0 },
    ["malformed-period flows > 0 > date", "malformed-period flows > 1 > date", "wrong-shape flows > 2"],
  ],
  [
    "xirr",
    { flows: [day(new Date(0), 1), day("2024-01-01", "x")] },
    ["malformed-period flows > 0 > date", "not-a-number flows > 1 > amount"],
  ],
  ["xirr", {}, ["missing-key flows"]],
  ["irr", { flows: 5 }, ["wrong-shape flows"]],
  ["irr", { flows: [], guess: 0.1 }, ["wrong-shape flows", "unknown-key guess"]],
  [
    "mirr",
    { flows: [1, 2], "finance rate": 0, "reinvestment rate": -1 },
    ["out-of-range flows", "out-of-range reinvestment rate"],
  ],
  ["mirr", { flows: [-1], "finance rate": 0 }, ["wrong-shape flows", "missing-key reinvestment rate"]],
  ["pmt", { ...loan, periods: 1.5, rate: "-100%" }, ["out-of-range rate", "out-of-range periods"]],
  ["pv", { rate: 0, periods: 1 }, ["missing-key payment"]],
  ["fv", { rate: 0, periods: 0, payment: "ten" }, ["out-of-range periods", "not-a-number payment"]],
  ["ipmt", { ...loan, period: 13 }, ["out-of-range period"]],
  [
    "ppmt",
    { ...loan, period: 0, "payments at": "the end" },
    ["out-of-range period", "wrong-shape payments at"],
  ],
  ["nper", { rate: "1%", payment: -10, "present value": 1_000 }, ["out-of-range payment"]],
  ["rate", { periods: 1_201, payment: 1, "present value": 1 }, ["out-of-range periods"]],
  ["equivalentAnnualCost", { years: 5, rate: 0 }, ["missing-key costs"]],
  [
    "equivalentAnnualCost",
    { years: 5, rate: 0, costs: [1], "present value": 1, timing: "end" },
    ["wrong-shape present value", "wrong-shape timing"],
  ],
  ["profitabilityIndex", { flows: [0, -1, 2], rate: 0 }, ["out-of-range flows"]],
  [
    "profitabilityIndex",
    { flows: [1, 2], rate: 0, "measured against": "all outlays" },
    ["out-of-range flows"],
  ],
  ["payback", { flows: [1, 2], labels: ["2024/25"] }, ["wrong-shape labels"]],
  ["payback", { flows: [], rate: -1 }, ["wrong-shape flows", "out-of-range rate"]],
  ["allocate", { amount: 1, weights: [1, -1] }, ["out-of-range weights > 1"]],
  [
    "allocate",
    { amount: "1k", weights: { a: 0 }, unit: "pence" },
    ["not-a-number amount", "out-of-range weights", "wrong-shape unit"],
  ],
  ["allocate", { amount: 1, weights: [] }, ["wrong-shape weights", "out-of-range weights"]],
  ["optimismBias", { project: "office", mitigation: 2 }, ["unknown-name project", "out-of-range mitigation"]],
  [
    "optimismBias",
    { project: { "standard buildings": "60%", outsourcing: "60%" } },
    ["out-of-range project", "out-of-range of"],
  ],
  [
    "optimismBias",
    { project: { "standard buildings": "120%", "standard civil engineering": "-20%" } },
    ["out-of-range project"],
  ],
  ["npv", { flows: [1], schedule: "flat 5% a year" }, ["unknown-name schedule"]],
  [
    "npv",
    { flows: [1], schedule: { name: "own", bands: [{ from: 0, rate: "-150%" }] } },
    ["out-of-range schedule > bands > 0 > rate"],
  ],
  ["npv", 5, ["wrong-shape"]],
  [
    "gradedBias",
    { grades: { A: -2, B: 0 }, grade: "D" },
    ["out-of-range grades > A", "unknown-name grade", "no-source source"],
  ],
  ["gradedBias", { grades: [], source: "table" }, ["wrong-shape grades", "missing-key grade"]],
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
  test.each(calls)(
    "of %s %j is refused with every fault in it, in the order given",
    (name, options, expected) => {
      const issues = issuesOf(name, options);
      expect(issues.every(({ path, severity }) => path[0] === name && severity === "error")).toBe(true);
      expect(issues.map(({ code, path }) => [code, path.slice(1).join(" > ")].join(" ").trim())).toEqual(
        expected,
      );
      for (const { message, expected, received, hint } of issues) {
        expect(
          [message, expected, received, hint].every((words) => words !== undefined && words !== ""),
        ).toBe(true);
        expect(`${message} ${expected} ${hint}`).not.toMatch(/undefined|\[object|NaN/);
      }
    },
  );
});

test("years that are data of another kind are refused, however deep or strange they are", () => {
  let deep: unknown = 1;
  for (let at = 0; at < 20_000; at++) deep = [deep];
  for (const years of [{ toString: 1, valueOf: 2 }, deep, null, Symbol("ten")])
    expect(() =>
      appraisal.equivalentAnnualCost({ costs: [1, 2], rate: "3.5%", years: years as never }),
    ).toThrow(InvestToSaveError);
});
