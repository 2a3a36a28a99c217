import { build, cost, type LineAttributes, quarters, saving, withValues, years } from "invest-to-save";
import { type ContributionOptions, contribution } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const four = years("2025/26", "2028/29");
const team = cost("Team", { "2025/26": 100, then: 200 });
const rent = cost("Rent", 40);
const health: LineAttributes = { agency: "Health" };

const paid = (options: ContributionOptions, row = "fund") =>
  values(funded(four, contribution(options), [team, rent], health), row);

describe("a contribution", () => {
  test.each<[string, ContributionOptions, string]>([
    ["is a share of a line", { of: "Team", share: "25%" }, "25 50 50 50"],
    ["is a share of several", { of: ["Team", "Rent"], share: 0.5 }, "70 120 120 120"],
    ["is a share of a total", { of: "Total Cost", share: "10%" }, "14 24 24 24"],
    [
      "is a share by year, and nil in a year left out",
      { of: "Team", share: { "2026/27": "50%" } },
      "0 100 0 0",
    ],
    ["ends at its cap", { of: "Team", share: "25%", cap: 110 }, "25 50 35 0"],
    ["keeps to the cap of each year", { of: "Team", share: "25%", "cap by year": 40 }, "25 40 40 40"],
    [
      "keeps to both caps",
      { of: "Team", share: 0.25, cap: 70, "cap by year": { "2025/26": 20, then: 40 } },
      "20 40 10 0",
    ],
  ])("%s", (_, options, expected) => {
    expect(paid(options)).toBe(expected);
  });

  test("shows what its share is above the cap, and what it gave so far", () => {
    const capped: ContributionOptions = { of: "Team", share: "25%", cap: 110 };
    expect(paid(capped, "fund.share-of-the-cost")).toBe("25 50 50 50");
    expect(paid(capped, "fund.share-above-the-cap")).toBe("0 0 15 50");
    expect(paid(capped, "fund.contributed-so-far")).toBe("25 75 110 110");
  });

  test("keeps to the cap of a year over its quarters", () => {
    const p = funded(
      quarters("2025/26", "2026/27"),
      contribution({ of: "Rent", share: 1, "cap by year": 25 }),
      [rent],
    );
    expect(values(p, "fund")).toBe("10 10 5 0 10 10 5 0");
  });

  test("is otherwise where its share or cap are set", () => {
    const p = funded(four, contribution({ of: "Team", share: "25%", cap: 110 }), [team]);
    expect(values(withValues(p, { "fund.cap": 60 }), "fund")).toBe("25 35 0 0");
    expect(values(withValues(p, { "fund.share": "50%" }), "fund")).toBe("50 60 0 0");
  });

  test("is read from a file with the same keys", () => {
    const { programme, issues } = read(`title: Hub
years: 2025/26 to 2026/27
source: agreement
costs: { Team: 200 }
funding:
  Health: { contribution: { of: Team, share: 25%, cap: 80, cap by year: 45 }, agency: Health }
`);
    expect(issues).toEqual([]);
    expect(programme && values(programme, "health")).toBe("45 35");
  });
});

describe("a contribution is refused", () => {
  test.each<[string, ContributionOptions, string, string[]]>([
    ["with a share above 1", { of: "Staff", share: 25 }, "out-of-range", ["Fund", "share"]],
    ["with a negative cap", { of: "Staff", share: 0.5, cap: -1 }, "out-of-range", ["Fund", "cap"]],
    ["of a cost that is not there", { of: "Stuff", share: 0.5 }, "unknown-name", ["Fund", "of"]],
    ["of nothing", { of: [], share: 0.5 }, "wrong-shape", ["Fund", "of"]],
    ["of a line twice", { of: ["Staff", "staff"], share: 0.5 }, "wrong-shape", ["Fund", "of"]],
    ["of a total with it in", { of: "Total Funding", share: 0.5 }, "cycle", ["Fund"]],
  ])("%s", (_, options, code, path) => {
    expect(refusals(four, contribution(options))[0]).toMatchObject({ code, path });
  });

  test("on a line that is no funding", () => {
    const line = saving("Beds", contribution({ of: "Team", share: 0.5 }));
    expect(build("Refused", four, { source: "s" }, [team, line]).issues).toMatchObject([
      { code: "wrong-shape", path: ["Beds"] },
    ]);
  });
});
