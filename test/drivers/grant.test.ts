import {
  balances,
  check,
  cost,
  evaluate,
  funding,
  months,
  type Part,
  quarters,
  type Timeline,
  timelineOf,
  withValues,
  writeReport,
  years,
} from "invest-to-save";
import { type GrantOptions, grant } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const three = years("2024/25", "2026/27");
const staff = cost("Staff", 100, { eligible: true });

function claimed(options: GrantOptions, timeline: Timeline = three): string {
  return values(funded(timeline, grant(options), [staff]), "fund");
}

describe("a claim", () => {
  test.each<[string, GrantOptions, string]>([
    ["is all eligible spend where nothing limits it", {}, "100 100 100"],
    [
      "is for the periods that the window overlaps, whole",
      { window: { from: "2025-03-31", to: "2025-04-01" } },
      "100 100 0",
    ],
    [
      "takes a longer period for its first and last day",
      { window: { from: "2025/26", to: "2025/26" } },
      "0 100 0",
    ],
    [
      "counts a period by its days when told",
      { window: { from: "2025-04-01", to: "2025-09-09" }, "by days": true },
      "0 44.3835616438 0",
    ],
    ["stops at the cap", { cap: 150 }, "100 50 0"],
    ["keeps to the cap of each year", { "cap by year": { "2024/25": 30, then: 80 } }, "30 80 80"],
    ["has nothing in a year left out of the caps", { "cap by year": { "2025/26": 80 } }, "0 80 0"],
    [
      "carries over what is unclaimed of a year",
      { "cap by year": { "2024/25": 150, "2025/26": 80 }, unclaimed: "carried over" },
      "100 100 30",
    ],
    ["loses it otherwise", { "cap by year": { "2024/25": 150, "2025/26": 80 } }, "100 80 0"],
    ["keeps to both caps", { cap: 100, "cap by year": 60 }, "60 40 0"],
    ["is at the intervention rate", { rate: "40%" }, "40 40 40"],
    ["is at the rate of the year", { rate: { "2024/25": 0.5, then: 0.25 } }, "50 25 25"],
    ["leaves the match of the scheme", { match: { of: "scheme", share: "25%" } }, "75 75 75"],
    ["leaves the match of the grant", { match: { of: "grant", share: "25%" } }, "80 80 80"],
  ])("%s", (_, options, expected) => {
    expect(claimed(options)).toBe(expected);
  });

  test("is for eligible costs only, in the periods in which they are", () => {
    const parts = [
      staff,
      cost("Rent", 10),
      cost("Van", 7, { eligible: ["2025/26"] }),
      cost("Tea", 5, { eligible: false }),
    ];
    const p = funded(three, grant({}), parts);
    expect(values(p, "fund")).toBe("100 107 100");
    expect(values(p, "fund.eligible-spend")).toBe("100 107 100");
  });

  test("is no more than what is left, where it meets that", () => {
    const parts = [staff, funding("Partner", 30), cost("Rent", 5)];
    const p = funded(three, grant({ meets: "what is left", window: { to: "2025/26" } }), parts);
    expect(values(p, "fund")).toBe("75 75 0");
    expect(values(p, "balance")).toBe("0 0 75");
  });

  test("leaves the periods after its window to another balancing line", () => {
    const parts = [staff, funding("Base", balances("2026/27"))];
    const p = funded(three, grant({ meets: "what is left", window: { to: "2025/26" } }), parts);
    expect(values(p, "base")).toBe("0 0 100");
    const longer = withValues(p, { "fund.window-to": "2026/27" });
    expect(values(longer, "balance")).toBe("0 0 0");
  });

  test("keeps to the cap of a year over its quarters and months", () => {
    const quarterly = quarters("2024/25", "2025/26");
    expect(claimed({ "cap by year": 60 }, quarterly)).toBe("25 25 10 0 25 25 10 0");
    const carried: GrantOptions = {
      "cap by year": { "2024/25": 130, "2025/26": 60 },
      unclaimed: "carried over",
    };
    expect(claimed(carried, quarterly)).toBe("25 25 25 25 25 25 25 15");
    const late: GrantOptions = { ...carried, window: { from: "2025/26" } };
    expect(claimed(late, quarterly)).toBe("0 0 0 0 25 25 10 0");
  });

  test("has a balance of its cap and the match beside it", () => {
    const p = funded(three, grant({ cap: 120, match: { of: "scheme", share: 0.25, kind: "in kind" } }), [
      staff,
    ]);
    expect(values(p, "fund")).toBe("75 45 0");
    expect(values(p, "fund.claimed-so-far")).toBe("75 120 120");
    expect(values(p, "fund.unclaimed-of-the-cap")).toBe("45 0 0");
    expect(values(p, "fund.match-in-kind")).toBe("25 15 0");
    const ofGrant = funded(three, grant({ match: { of: "grant", share: 0.25 } }), [staff]);
    expect(values(ofGrant, "fund.match-in-cash")).toBe("20 20 20");
  });

  test("follows a window, a cap and a rate that are set", () => {
    const p = funded(three, grant({ window: { to: "2024/25" }, cap: 120, rate: 1 }), [staff]);
    expect(values(withValues(p, { "fund.window-to": "2025/26" }), "fund")).toBe("100 20 0");
    expect(values(withValues(p, { "fund.cap": 70 }), "fund")).toBe("70 0 0");
    expect(values(withValues(p, { "fund.rate": "50%" }), "fund")).toBe("50 0 0");
  });
});

describe("the cash of a grant", () => {
  const window = { to: "2025/26" } as const;
  function received(options: GrantOptions, timeline: Timeline = three): string {
    return values(funded(timeline, grant(options), [staff]), "fund.cash-received");
  }

  test.each<[string, GrantOptions, string]>([
    ["comes as it is spent", { window }, "100 100 0"],
    ["comes a quarter of a year later, in arrears", { window, claims: "in arrears" }, "75 100 25"],
    ["comes with the cap, in advance", { window, claims: "in advance", cap: 250 }, "250 -50 0"],
    [
      "comes with each year's cap, in advance",
      { window, claims: "in advance", "cap by year": 130 },
      "130 70 0",
    ],
    [
      "waits for the window, in advance",
      { window: { from: "2025/26", to: "2026/27" }, claims: "in advance", cap: 150 },
      "0 150 0",
    ],
    ["nets what came on account", { window, "on account": { "2024/25": 130 } }, "130 70 0"],
    [
      "is late and nets what came on account",
      { window, claims: "in arrears", "on account": { "2024/25": 80 } },
      "80 95 25",
    ],
    [
      "goes back where more came on account than was earned",
      { window, "on account": { "2024/25": 230 } },
      "230 -30 0",
    ],
  ])("%s", (_, options, expected) => {
    expect(received(options)).toBe(expected);
  });

  test("in arrears is a period late by quarters and three late by months", () => {
    expect(received({ claims: "in arrears" }, quarters("2024/25", "2024/25"))).toBe("0 25 25 25");
    const monthly = funded(months("2024/25", "2024/25"), grant({ claims: "in arrears", cap: 20 }), [
      cost("Staff", 120, { eligible: true }),
    ]);
    expect(values(monthly, "fund.cash-received")).toBe("0 0 0 10 10 0 0 0 0 0 0 0");
    expect(values(monthly, "fund.owed-by-the-funder")).toBe("10 20 20 10 0 0 0 0 0 0 0 0");
  });

  test("in advance by quarter comes with the first month of a quarter, for all of it", () => {
    const yearly = cost("Staff", 120, { eligible: true });
    const options = { claims: "in advance by quarter", cap: 105 } as const;
    const rows = (timeline: Timeline) => {
      const p = funded(timeline, grant(options), [yearly]);
      return ["cash-received", "owed-by-the-funder"].map((id) => values(p, `fund.${id}`));
    };
    expect(rows(months("2024/25", "2024/25"))).toEqual([
      "30 0 0 30 0 0 30 0 0 15 0 0",
      "-20 -10 0 -20 -10 0 -20 -10 0 -5 0 0",
    ]);
    expect(rows(quarters("2024/25", "2024/25"))).toEqual(["30 30 30 15", "0 0 0 0"]);
    expect(rows(years("2024/25", "2025/26"))).toEqual(["105 0", "0 0"]);
    // A model that starts within a quarter has what is left of it at once.
    expect(rows(timelineOf("May 2024 to Aug 2024", "month"))).toEqual(["20 0 20 0", "-10 0 -10 0"]);
  });

  test("may be clawed back until the last day told, and a warning says how much", () => {
    const clawback = [
      { until: "2025-08-31", if: "the project is not complete" },
      { until: "2024/25", if: "the use changes" },
    ] as const;
    const p = funded(three, grant({ window, clawback }), [staff]);
    expect(values(p, "fund.clawback-exposure")).toBe("100 200 0");
    const report = check(evaluate(p));
    expect(report.holds).toBe(true);
    expect(writeReport(report)).toContain("over all periods: £200 is not at most £0");
    expect(writeReport(report)).toContain(
      "Until 31 August 2025, what was received may be claimed back if the project is not complete.",
    );
    expect(writeReport(report)).toContain("over all periods: £100 is not at most £0");
  });
});

describe("the pressure on the budget when a grant ends", () => {
  const five = years("2024/25", "2028/29");
  const window = { from: "2024/25", to: "2025/26" } as const;
  const pressure = (options: GrantOptions, parts: readonly Part[], timeline = five) =>
    values(funded(timeline, grant(options), parts), "fund.budget-pressure");
  const team = cost("Team", { "2024/25": 100, "2025/26": 200, then: 300 }, { eligible: true });

  test("is the recurrent cost that it paid for in its last year, in every later year in which it goes on", () => {
    expect(pressure({ window }, [team])).toBe("0 0 200 200 200");
    expect(
      pressure({ window }, [
        cost("Team", { "2024/25": 100, "2025/26": 200, "2026/27": 50 }, { eligible: true }),
      ]),
    ).toBe("0 0 50 0 0");
    const marked = { eligible: ["2024/25", "2025/26"] } as const;
    expect(pressure({}, [cost("Team", 100, marked)])).toBe("0 0 100 100 100");
  });

  test("is in proportion where the claim is less than the spend, and one-off cost is in it", () => {
    const kit = cost("Kit", { "2025/26": 600 }, { eligible: true, term: "one-off" });
    expect(pressure({ window, rate: "50%" }, [team, kit])).toBe("0 0 100 100 100");
    expect(pressure({ window }, [cost("Kit", 100, { eligible: true, term: "one-off" })])).toBe("0 0 0 0 0");
  });

  test("is nil in a year without a claim that the grant pays after, and counts the last year of a cap", () => {
    const gap = { "cap by year": { "2024/25": 80, "2026/27": 60 } } as const;
    expect(pressure(gap, [team])).toBe("0 0 0 60 60");
    expect(pressure({ cap: 150 }, [team])).toBe("0 0 50 50 50");
    expect(pressure({ cap: 0 }, [team])).toBe("0 0 0 0 0");
  });

  test("comes with the year after, a twelfth of it a month", () => {
    const parts = [cost("Team", 120, { eligible: true })];
    const ends = { window: { to: "Sep 2024" } } as const;
    const monthly = pressure(ends, parts, months("2024/25", "2025/26")).split(" ");
    expect(monthly.slice(0, 12).every((value) => value === "0")).toBe(true);
    expect(new Set(monthly.slice(12))).toEqual(new Set(["5"]));
  });
});

describe("a grant is refused", () => {
  test.each<[string, GrantOptions, string, string[], RegExp]>([
    [
      "with a rate and a match",
      { rate: 1, match: { of: "grant", share: 0.2 } },
      "wrong-shape",
      ["Fund", "match"],
      /twice/,
    ],
    [
      "matched by the whole scheme",
      { match: { of: "scheme", share: "100%" } },
      "out-of-range",
      ["Fund", "match", "share"],
      /cannot be 1/,
    ],
    ["in advance without a cap", { claims: "in advance" }, "missing-key", ["Fund", "claims"], /how much/],
    [
      "in advance and on account",
      { claims: "in advance", cap: 1, "on account": { "2024/25": 1 } },
      "wrong-shape",
      ["Fund", "on account"],
      /too/,
    ],
    [
      "carried over without a cap by year",
      { unclaimed: "carried over", cap: 1 },
      "missing-key",
      ["Fund", "unclaimed"],
      /carry over/,
    ],
    [
      "with a window that ends first",
      { window: { from: "2025-04-01", to: "2025-03-31" } },
      "end-before-start",
      ["Fund", "window", "to"],
      /ends on 31 March 2025, before it starts on 1 April 2025/,
    ],
    ["with a rate above 1", { rate: "130%" }, "out-of-range", ["Fund", "rate"], /1.3/],
    ["with a cap below nil", { cap: -1 }, "out-of-range", ["Fund", "cap"], /-1/],
    [
      "with a match below nil",
      { match: { share: "-10%", of: "grant" } },
      "out-of-range",
      ["Fund", "match", "share"],
      /-0.1/,
    ],
  ])("%s", (_, options, code, path, words) => {
    const issues = refusals(three, grant(options));
    expect(issues).toMatchObject([{ code, path }]);
    expect(issues[0]?.message).toMatch(words);
  });

  test("in advance by quarter and on account", () => {
    const both = grant({ claims: "in advance by quarter", "on account": { "2024/25": 1 } });
    expect(refusals(three, both)).toMatchObject([{ code: "wrong-shape", path: ["Fund", "on account"] }]);
  });

  test("where no cost is eligible", () => {
    const issues = refusals(three, grant({}), [cost("Staff", 1)]);
    expect(issues).toMatchObject([{ code: "missing-key", path: ["Fund"] }]);
  });

  test("on a line that is no funding, and a second line that meets what is left", () => {
    expect(refusals(three, grant({}), [cost("Staff", grant({}))]).map(({ code }) => code)).toContain(
      "wrong-shape",
    );
    const two = [staff, funding("Base", balances("all"))];
    expect(refusals(three, grant({ meets: "what is left" }), two)).toMatchObject([
      { code: "two-balancing-lines" },
    ]);
  });

  test("where its eligible periods cannot be read, once", () => {
    const parts = [cost("Staff", 1, { eligible: ["2030/31", "2024/25"] })];
    expect(refusals(three, grant({}), parts).map(({ code }) => code)).toEqual(["year-outside-timeline"]);
  });
});

test("a grant is read from a file with all its terms", () => {
  const { programme, issues } = read(`title: Hub
years: 2024/25 to 2026/27
source: offer
costs:
  Staff: { 2024/25: 100, then: 100, eligible: [2024/25, 2025/26] }
funding:
  Grant:
    grant:
      window: { from: 2024-04-01, to: 2026-03-31 }
      cap: { value: 150, low: 100 }
      cap by year: { 2024/25: 60, then: 80 }
      match: { of: scheme, share: 10%, kind: in kind }
      claims: in arrears
      on account: { 2024/25: 10 }
      clawback: [{ until: 2027-03-31, if: the building is sold }]
`);
  expect(issues).toEqual([]);
  expect(programme && values(programme, "grant")).toBe("60 80 0");
});
