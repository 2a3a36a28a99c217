import {
  assumption,
  check,
  cost,
  evaluate,
  funding,
  type Part,
  type Programme,
  programme,
  quarters,
  saving,
  sheetOf,
  type Timeline,
  withValues,
  years,
} from "invest-to-save";
import { type AdvanceOptions, advance, outcomes } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const six = years("2024/25", "2029/30");
const staff = cost("Staff", 100);
const drawn = { draws: { "2024/25": 100 } } as const;

function built(options: AdvanceOptions, timeline: Timeline = six) {
  return funded(timeline, advance(options), [
    staff,
    saving("Beds", { "2024/25": 10, "2025/26": 30, then: 50.005 }),
  ]);
}

function failing(options: AdvanceOptions): string[] {
  return check(evaluate(built(options))).findings.flatMap(({ holds, label, failures }) =>
    holds ? [] : [label, ...failures],
  );
}

describe("an advance is repaid", () => {
  test.each<[string, AdvanceOptions, string]>([
    [
      "in equal instalments, rounded up to the penny, the last one smaller",
      { ...drawn, repay: "equal", over: 3 },
      "0 33.34 33.34 33.32 0 0",
    ],
    ["after a holiday", { ...drawn, repay: "equal", over: 2, holiday: 2 }, "0 0 0 50 50 0"],
    [
      "after the last draw",
      { draws: { "2024/25": 50, "2026/27": 50 }, repay: "equal", over: 2 },
      "0 0 0 50 50 0",
    ],
    ["with the interest on top", { ...drawn, repay: "equal", over: 2, interest: "10%" }, "0 60 55 0 0 0"],
    [
      "with the interest of the holiday added to the balance",
      { ...drawn, repay: "equal", over: 2, interest: "10%", holiday: 1 },
      "0 0 66 60.5 0 0",
    ],
    ["in level payments", { ...drawn, repay: "annuity", over: 2, interest: "10%" }, "0 57.62 57.618 0 0 0"],
    ["in level payments without interest", { ...drawn, repay: "annuity", over: 4 }, "0 25 25 25 25 0"],
    ["over years that are not whole", { ...drawn, repay: "equal", over: 2.5 }, "0 40 40 20 0 0"],
    [
      "from savings, rounded down to the penny",
      { ...drawn, repay: "share of savings", savings: { of: "Beds", share: 0.5 } },
      "0 15 25 25 25 10",
    ],
    [
      "from savings, as far as the model goes",
      { draws: { "2024/25": 500 }, repay: "share of savings", savings: { of: "total saving" } },
      "0 30 50 50 50 50",
    ],
    [
      "not at all, where nothing is drawn",
      { draws: { "2024/25": 0 }, repay: "equal", over: 3 },
      "0 0 0 0 0 0",
    ],
  ])("%s", (_, options, expected) => {
    const p = built(options);
    expect(values(p, "repayment-of-fund")).toBe(expected);
  });

  test("by quarters, with a quarter of a year's interest in each", () => {
    const p = built(
      { draws: { "2024/25 Q1": 100 }, repay: "equal", over: 0.5, interest: "8%" },
      quarters("2024/25", "2026/27"),
    );
    expect(values(p, "fund.interest-charged")).toMatch(/^0 2 1 0/);
    expect(values(p, "repayment-of-fund")).toMatch(/^0 52 51 0/);
  });

  test("as a line of repayment with its own label, and a corkscrew beside it", () => {
    const p = built({ ...drawn, repay: "equal", over: 2, interest: "10%", repayment: "Paid to the fund" });
    expect(p.lines.find(({ id }) => id === "paid-to-the-fund")).toMatchObject({
      kind: "repayment",
      madeBy: "fund",
    });
    expect(values(p, "fund")).toBe("100 0 0 0 0 0");
    expect(values(p, "fund.opening-balance")).toBe("0 100 50 0 0 0");
    expect(values(p, "fund.closing-balance")).toBe("100 50 0 0 0 0");
    expect(values(p, "total-repayment")).toBe("0 60 55 0 0 0");
  });

  test("otherwise where the years, the holiday or a draw are set", () => {
    const p = built({ ...drawn, repay: "equal", over: 2 });
    expect(values(withValues(p, { "fund.over": 4 }), "repayment-of-fund")).toBe("0 25 25 25 25 0");
    expect(values(withValues(p, { "fund.holiday": 1 }), "repayment-of-fund")).toBe("0 0 50 50 0 0");
    const months = built({ ...drawn, repay: "equal", over: "24 months", holiday: "12 months" });
    expect(values(months, "repayment-of-fund")).toBe("0 0 50 50 0 0");
    expect(values(withValues(months, { "fund.over": 12 }), "repayment-of-fund")).toBe("0 0 100 0 0 0");
    // A part of a period that a run sets is without repayment too.
    expect(values(withValues(months, { "fund.holiday": 18 }), "repayment-of-fund")).toBe("0 0 0 50 50 0");
    expect(values(withValues(p, { "fund.draws@2025/26": 20 }), "repayment-of-fund")).toBe("0 0 60 60 0 0");
  });
});

describe("an advance fails its conditions", () => {
  test("where something is unpaid at the end", () => {
    expect(failing({ ...drawn, repay: "equal", over: 10 })).toEqual([
      "Fund is repaid by the end of the model",
      "2029/30: £50 is not at most £0",
    ]);
    expect(
      failing({ draws: { "2024/25": 500 }, repay: "share of savings", savings: { of: "Beds" } }),
    ).toEqual(["Fund is repaid by the end of the model", "2029/30: £270 is not at most £0"]);
    expect(failing({ ...drawn, repay: "annuity", over: 10, interest: "3.5%" })[0]).toBe(
      "Fund: its payments fit into the model",
    );
  });

  test("where repayment takes more than the savings", () => {
    expect(failing({ ...drawn, repay: "equal", over: 2, savings: { of: "Beds", share: 0.5 } })).toEqual([
      "Fund: the savings cover its repayment",
      "2025/26: £50 is not at most £15",
      "2026/27: £50 is not at most about £25.00",
    ]);
  });

  test("judged by the year, with the year and what was repaid and saved in it", () => {
    const byYear = { of: "Beds", judged: "each year" } as const;
    const p = funded(
      quarters("2024/25", "2026/27"),
      advance({ draws: { "2024/25 Q1": 100 }, repay: "equal", over: "1 year", savings: byYear }),
      [staff, saving("Beds", { "2024/25": 75, "2025/26": 20 })],
    );
    const [, , , , , covered] = check(evaluate(p)).findings;
    expect(covered).toMatchObject({
      label: "Fund: the savings cover its repayment",
      failures: ["2025/26: £25 is not at most £20"],
    });
  });

  test("judged by the year, with years in a row that fail alike as one", () => {
    const byYear = { of: "Beds", judged: "each year" } as const;
    const draws = { "2024/25 Q4": 120 } as const;
    const p = funded(
      quarters("2024/25", "2028/29"),
      advance({ draws, repay: "equal", over: "4 years", savings: byYear }),
      [staff, saving("Beds", { "2025/26": 20, "2026/27": 20, "2027/28": 40, "2028/29": 20 })],
    );
    const failures = check(evaluate(p)).findings.flatMap((finding) => finding.failures);
    expect(failures).toEqual([
      "2025/26 to 2026/27: £30 is not at most £20",
      "2028/29: £30 is not at most £20",
    ]);
    expect(sheetOf(p).notes.find((note) => note.startsWith("Not met"))).toContain(
      "from 2025/26 to 2026/27: £30 is not at most £20; in 2028/29: £30 is not at most £20",
    );
  });

  test("where it takes longer than allowed", () => {
    expect(failing({ ...drawn, repay: "equal", over: 5, "longest payback": 5 })).toEqual([]);
    const elsewhere = { of: "Staff" };
    expect(
      failing({ ...drawn, repay: "equal", over: 2, savings: elsewhere, "longest payback": "11 months" }),
    ).toEqual([
      "Fund pays back within the years allowed",
      "over all periods: 24 months is not at most 11 months",
    ]);
    expect(failing({ ...drawn, repay: "equal", over: 5, "longest payback": 4 })).toEqual([
      "Fund pays back within the years allowed",
      "over all periods: 5 years is not at most 4 years",
    ]);
  });
});

describe("advances that name the same savings", () => {
  const beds = saving("Beds", { "2024/25": 0, "2025/26": 60, then: 60 });
  const homes = saving("Homes", { "2024/25": 0, then: 30 });
  const loans = (options: Partial<AdvanceOptions>, first: string, second: string) =>
    programme(
      "Two",
      six,
      { source: "worked by hand" },
      staff,
      beds,
      homes,
      ...[first, second].map((of, at) =>
        funding(at === 0 ? "One" : "Two", advance({ ...drawn, repay: "equal", savings: { of }, ...options })),
      ),
    );
  const judged = (of: Programme) =>
    check(evaluate(of)).findings.flatMap(({ label, failures, says }) =>
      failures.length === 0 ? [] : [label, ...failures, says ?? ""],
    );

  test("are judged together, in the order of the model", () => {
    expect(judged(loans({ over: 2 }, "Beds", "Beds"))).toEqual([
      "Two: the savings cover its repayment",
      "2025/26 to 2026/27: £50 is not at most £10",
      "One: repaid first from the same savings.",
    ]);
    expect(judged(loans({ over: 4 }, "Beds", "Beds"))).toEqual([]);
    expect(judged(loans({ over: 2 }, "Beds", "Homes"))).toEqual([
      "Two: the savings cover its repayment",
      "2025/26 to 2026/27: £50 is not at most £30",
      "",
    ]);
  });

  test("are judged together where one names a total with the saving of the other in it", () => {
    expect(judged(loans({ over: 2 }, "Total Savings", "Beds"))).toEqual([
      "Two: the savings cover its repayment",
      "2025/26 to 2026/27: £50 is not at most £40",
      "One: repaid first from the same savings.",
    ]);
    expect(values(loans({ over: 2 }, "Total Savings", "Beds"), "two.savings-for-repayment")).toBe(
      "0 40 40 60 60 60",
    );
  });

  test("are judged together where they name one assumption for a year's savings", () => {
    const yearly = assumption("Saved", { value: 60, unit: "£ per year" });
    const loan = advance({ ...drawn, repay: "equal", over: 2, savings: { of: "Saved" } });
    const p = programme(
      "Two",
      six,
      { source: "s" },
      yearly,
      staff,
      funding("One", loan),
      funding("Two", loan),
    );
    expect(judged(p)).toContain("2025/26 to 2026/27: £50 is not at most £10");
  });

  test("are judged together where they name none: by what the body itself takes out of a budget", () => {
    const loan = (over: number) => advance({ ...drawn, repay: "equal", over });
    const p = (...more: Part[]) =>
      programme("Two", six, { source: "s", body: "Council" }, staff, beds, ...more, funding("One", loan(2)));
    const unnamed = "No saving is named for it: all own cashable savings count.";
    expect(judged(p())).toEqual([]);
    expect(judged(p(funding("Two", loan(5))))).toEqual([
      "One: the savings cover its repayment",
      "2025/26 to 2026/27: £50 is not at most £40",
      `${unnamed} Two: repaid first from the same savings.`,
    ]);
    const named = advance({ ...drawn, repay: "equal", over: 5, savings: { of: "Beds" } });
    expect(judged(p(funding("Two", named)))).toHaveLength(3);
    // What another body saves, or what leaves no budget, repays nothing; what another line saves does.
    expect(judged(p(funding("Two", loan(5)), saving("Wards", 99, { agency: "Health" })))).toHaveLength(3);
    expect(judged(p(funding("Two", loan(5)), saving("Time", 99, { cashable: "non-cashable" })))).toHaveLength(
      3,
    );
    expect(judged(p(funding("Two", loan(5)), homes))).toEqual([]);
  });

  test("have no saving to be repaid from where there is none of the body's own", () => {
    const loan = advance({ ...drawn, repay: "equal", over: 2 });
    expect(judged(programme("None", six, { source: "s" }, staff, funding("One", loan)))).toEqual([
      "One: the savings cover its repayment",
      "2025/26 to 2026/27: £50 is not at most £0",
      "No saving is named for it: all own cashable savings count.",
    ]);
    const elsewhere = advance({ ...drawn, repay: "equal", over: 2, savings: { of: "Base budget" } });
    const base = funding("Base budget", 60);
    expect(judged(programme("None", six, { source: "s" }, staff, base, funding("One", elsewhere)))).toEqual(
      [],
    );
  });

  test("have the part of the body of a saving that several share", () => {
    const shared = saving(
      "Care",
      outcomes({
        target: { "2025/26": 100, then: 100 },
        impact: 1,
        deadweight: { share: 0 },
        "unit cost": 1,
        duration: 1,
        agencies: { Council: "40%", Health: "60%" },
      }),
    );
    const loan = advance({ ...drawn, repay: "share of savings", savings: { share: "50%" } });
    const p = programme("Shared", six, { source: "s", body: "Council" }, staff, shared, funding("One", loan));
    expect(values(p, "one.own-cashable-savings")).toBe("0 40 40 40 40 40");
    expect(values(p, "repayment-of-one")).toBe("0 20 20 20 20 20");
  });

  test("share them: the second takes what the first leaves, and no more than its own share", () => {
    const shared = (share: number) => {
      const savings = { of: "Beds", share };
      const p = loans({ repay: "share of savings", savings }, "Beds", "Beds");
      return [values(p, "repayment-of-one"), values(p, "repayment-of-two")];
    };
    expect(shared(1)).toEqual(["0 60 40 0 0 0", "0 0 20 60 20 0"]);
    expect(shared(0.75)).toEqual(["0 45 45 10 0 0", "0 15 15 45 25 0"]);
    expect(shared(0.5)).toEqual(["0 30 30 30 10 0", "0 30 30 30 10 0"]);
  });
});

describe("an advance is refused", () => {
  test.each<[string, AdvanceOptions, string, string[]]>([
    ["without the years", { ...drawn, repay: "equal" }, "missing-key", ["Fund"]],
    ["without the savings", { ...drawn, repay: "share of savings" }, "missing-key", ["Fund"]],
    [
      "with years that savings decide",
      { ...drawn, repay: "share of savings", savings: { of: "Staff" }, over: 3 },
      "wrong-shape",
      ["Fund", "over"],
    ],
    ["with years of nil", { ...drawn, repay: "equal", over: 0 }, "out-of-range", ["Fund", "over"]],
    [
      "with a holiday of part of a period",
      { ...drawn, repay: "equal", over: 1, holiday: "6 months" },
      "period-too-fine",
      ["Fund", "holiday"],
    ],
    [
      "with interest above 1",
      { ...drawn, repay: "equal", over: 1, interest: 3.5 },
      "out-of-range",
      ["Fund", "interest"],
    ],
    [
      "with a negative draw",
      { draws: { "2024/25": -1 }, repay: "equal", over: 1 },
      "out-of-range",
      ["Fund", "draws", "2024/25"],
    ],
    [
      "from savings that are not there",
      { ...drawn, repay: "share of savings", savings: { of: "Bed" } },
      "unknown-name",
      ["Fund", "savings", "of"],
    ],
    [
      "with the label of another line",
      { ...drawn, repay: "equal", over: 1, repayment: "Staff" },
      "duplicate-id",
      ["Fund"],
    ],
    [
      "from a balance that depends on it",
      { ...drawn, repay: "share of savings", savings: { of: "balance" } },
      "cycle",
      ["Fund"],
    ],
  ])("%s", (_, options, code, path) => {
    expect(refusals(six, advance(options))[0]).toMatchObject({ code, path });
  });

  test("on a line that is no funding", () => {
    const options = { ...drawn, repay: "equal", over: 1 } as const;
    expect(
      refusals(six, advance({ ...options, repayment: "Back" }), [cost("Staff", advance(options))]),
    ).toMatchObject([{ code: "wrong-shape" }]);
  });
});

test("an advance is read from a file, with a detailed number of years", () => {
  const { programme, issues } = read(`title: Telecare
years: 2024/25 to 2027/28
source: bid
assumptions:
  Term: { value: 24, unit: months }
costs: { Kit: { 2024/25: 100 } }
savings: { Beds: 50 }
funding:
  Advance: { advance: { draws: { 2024/25: 100 }, repay: equal, over: Term, holiday: 4 quarters, savings: { of: Beds }, longest payback: 36 months } }
`);
  expect(issues).toEqual([]);
  expect(programme && values(programme, "repayment-of-advance")).toBe("0 0 50 50");
  expect(programme && check(evaluate(programme)).holds).toBe(true);
});
