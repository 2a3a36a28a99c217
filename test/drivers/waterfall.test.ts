import {
  balances,
  cost,
  evaluate,
  funding,
  programme,
  repayment,
  saving,
  withValues,
  years,
} from "invest-to-save";
import { grant, reserve, type WaterfallOptions, waterfall } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const two = years("2024/25", "2025/26");
const parts = [
  cost("Staff", 100),
  repayment("Loan", 10),
  saving("Beds", { "2025/26": 80 }),
  funding("Grant", 5),
];

describe("a waterfall", () => {
  test("asks each source in turn for what those before it leave", () => {
    const sources: WaterfallOptions = {
      Fund: { "up to": { "2024/25": 60, then: 20 } },
      Reserve: { "up to": 25 },
      "Base budget": { "up to": "what is left", agency: "Council" },
    };
    const p = funded(two, waterfall(sources), parts);
    expect(values(p, "left-to-meet")).toBe("105 25");
    expect(values(p, "fund")).toBe("60 20");
    expect(values(p, "fund.left-after-fund")).toBe("45 5");
    expect(values(p, "reserve")).toBe("25 5");
    expect(values(p, "base-budget")).toBe("20 0");
    expect(values(p, "balance")).toBe("0 0");
    expect(p.lines.find(({ id }) => id === "base-budget")).toMatchObject({
      kind: "funding",
      agency: "Council",
      madeBy: "fund",
    });
  });

  test("leaves the rest as the balance", () => {
    const p = funded(two, waterfall({ Fund: { "up to": 60 } }), parts);
    expect(values(p, "balance")).toBe("45 0");
    expect(values(withValues(p, { "fund.fund-up-to@2024/25": 70 }), "balance")).toBe("35 0");
  });

  test("gives nothing where savings are more than the need", () => {
    const p = funded(two, waterfall({ Fund: { "up to": 60 }, Other: { "up to": 9 } }), [
      ...parts,
      saving("More", 500),
    ]);
    expect(values(p, "fund")).toBe("0 0");
    expect(values(p, "other")).toBe("0 0");
  });

  test("gives a reserve its turn, whatever the order of the lines", () => {
    const kept = funding("Kept", reserve({ opening: 120, out: "what is left" }));
    const sources: WaterfallOptions = {
      Kept: { "up to": "what it has" },
      Fund: { "up to": 5 },
      "Base budget": { "up to": "what is left" },
    };
    for (const p of [
      funded(two, waterfall(sources), [...parts, kept]),
      programme("After", two, { source: "s" }, ...parts, funding("Fund", waterfall(sources)), kept),
    ]) {
      expect(values(p, "left-to-meet")).toBe("105 25");
      expect(values(p, "kept")).toBe("105 15");
      expect(values(p, "fund")).toBe("0 5");
      expect(values(p, "base-budget")).toBe("0 5");
      expect(values(p, "kept.closing-balance")).toBe("15 0");
      expect(values(p, "balance")).toBe("0 0");
    }
  });

  test("gives a grant, a pool or any other line that meets what is left its turn", () => {
    const offer = grant({ cap: 60, meets: "what is left", window: { to: "2024/25" } });
    const sources: WaterfallOptions = {
      Offer: { "up to": "what it has" },
      Fund: { "up to": 20 },
      Rest: { "up to": "what it has" },
    };
    const p = funded(two, waterfall(sources), [
      cost("Staff", 100, { eligible: true }),
      funding("Offer", offer),
      funding("Rest", balances("2024/25")),
    ]);
    expect(values(p, "offer")).toBe("60 0");
    expect(values(p, "fund")).toBe("20 20");
    expect(values(p, "rest")).toBe("20 0");
    expect(values(p, "balance")).toBe("0 80");
  });

  test("may name itself anywhere among its sources", () => {
    const p = funded(two, waterfall({ Other: { "up to": 50 }, Fund: { "up to": 60 } }), parts);
    expect(values(p, "other")).toBe("50 25");
    expect(values(p, "fund")).toBe("55 0");
  });

  test("prints its sources at the end of the funding", () => {
    const p = funded(two, waterfall({ Fund: { "up to": 60 }, Other: { "up to": 9 } }), parts);
    const printed = p.statement.flatMap((item) => (item.item === "row" ? [item.row] : []));
    expect(printed.indexOf("other")).toBe(printed.indexOf("fund") + 1);
    expect(evaluate(p).rows.get("funding-before-savings")?.total?.toString()).toBe("104");
  });
});

describe("a waterfall is refused", () => {
  test.each<[string, WaterfallOptions, string, string[], RegExp]>([
    [
      "with no source that is the line",
      { Reserve: { "up to": 1 } },
      "wrong-shape",
      ["Fund"],
      /the line itself/,
    ],
    ["without a source", {}, "wrong-shape", ["Fund"], /the line itself/],
    [
      "with a source after the rest",
      { Fund: { "up to": "what is left" }, Other: { "up to": 1 } },
      "wrong-shape",
      ["Fund", "Other"],
      /nothing is left for Other/,
    ],
    [
      "that gives itself what it has",
      { Fund: { "up to": "what it has" } },
      "wrong-shape",
      ["Fund", "Fund", "up to"],
      /nothing else says/,
    ],
    [
      "with a turn for nobody",
      { Fund: { "up to": 1 }, Kept: { "up to": "what it has" } },
      "unknown-name",
      ["Fund", "Kept"],
      /Kept/,
    ],
    [
      "with a turn for a line that does not meet what is left",
      { Fund: { "up to": 1 }, Staff: { "up to": "what it has" } },
      "wrong-shape",
      ["Fund", "Staff"],
      /Staff does not meet it/,
    ],
    [
      "with a source twice",
      { Fund: { "up to": 1 }, Other: { "up to": 1 }, other: { "up to": 1 } },
      "duplicate-id",
      ["Fund", "other"],
      /same id/,
    ],
    [
      "with an agency for a line that has its own",
      { Fund: { "up to": 1 }, Staff: { "up to": "what it has", agency: "Council" } },
      "wrong-shape",
      ["Fund", "Staff", "agency"],
      /says itself/,
    ],
    [
      "with a source that is a line already",
      { Fund: { "up to": 1 }, Staff: { "up to": 1 } },
      "duplicate-id",
      ["Fund"],
      /Staff/,
    ],
    [
      "with a negative amount",
      { Fund: { "up to": { "2024/25": -1 } } },
      "out-of-range",
      ["Fund", "Fund", "up to", "2024/25"],
      /-1/,
    ],
  ])("%s", (_, options, code, path, words) => {
    const [issue] = refusals(two, waterfall(options));
    expect(issue).toMatchObject({ code, path });
    expect(issue?.message).toMatch(words);
  });

  test("beside another balancing line, and on a line that is no funding", () => {
    const own = waterfall({ Fund: { "up to": 1 } });
    expect(refusals(two, own, [...parts, funding("Base", balances("2024/25"))])).toMatchObject([
      { code: "two-balancing-lines" },
    ]);
    expect(refusals(two, own, [cost("Staff", waterfall({ Staff: { "up to": 1 } }))])).toMatchObject([
      { code: "wrong-shape" },
    ]);
  });
});

test("a waterfall is read from a file", () => {
  const { programme, issues } = read(`title: Hub
years: 2024/25 to 2025/26
source: agreement
costs: { Staff: 100 }
funding:
  Grant:
    waterfall:
      Grant: { up to: { 2024/25: 60 } }
      Base budget: { up to: what is left, agency: Council }
`);
  expect(issues).toEqual([]);
  expect(programme && values(programme, "base-budget")).toBe("40 100");
});
