import { balances, cost, evaluate, funding, repayment, saving, withValues, years } from "invest-to-save";
import { type WaterfallOptions, waterfall } from "invest-to-save/drivers";
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
      "whose first source is not the line",
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
