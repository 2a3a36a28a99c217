import {
  build,
  cost,
  evaluate,
  type IndexOptions,
  index,
  type LineAttributes,
  programme,
  years,
} from "invest-to-save";
import { describe, expect, test } from "vitest";

const two = years("2024/25", "2025/26");
const source = { source: "worked by hand" };
const rent = cost("Rent", 1_000);
const told = (options: IndexOptions, ...more: Parameters<typeof build>[3]) =>
  build("Indexed", two, source, [rent, index("Pay", options), ...more]).issues.map(
    ({ code, path, message, received }) => `${code} ${path.join(" > ")}: ${message}; ${received}`,
  );

describe("an index series", () => {
  test.each<[string, IndexOptions, string]>([
    [
      "neither levels nor growth",
      { edition: "May" },
      "wrong-shape Pay: Pay needs levels by year, or growth and a base year; neither",
    ],
    [
      "both levels and growth",
      { edition: "May", levels: { "2024/25": 100, then: 100 }, growth: "2%" },
      "wrong-shape Pay: Pay needs levels by year, or growth and a base year; both",
    ],
    [
      "another base than the first year",
      { edition: "May", base: "2020/21", growth: "2%" },
      "wrong-shape Pay > base: Pay must grow from the first year of the model; 2020/21",
    ],
    [
      "a base that is no year",
      { edition: "May", base: "spring", growth: "2%" },
      "wrong-shape Pay > base: Pay must grow from the first year of the model; spring",
    ],
    [
      "a level of no year",
      { edition: "May", levels: { "2024/26": 100, then: 101 } },
      "malformed-period Pay > levels > 2024/26: Pay > levels > 2024/26 cannot be “2024/26”; 2024/26",
    ],
  ])("is refused for %s", (_, options, expected) => {
    expect(told(options)).toEqual([expected]);
  });

  test("that stands there twice, or has no name, is that fault alone", () => {
    const pay = { edition: "May", levels: { "2024/25": 100, then: 100 } };
    expect(told(pay, index("pay", pay)).map((fault) => fault.split(":")[0])).toEqual(["duplicate-id pay"]);
    expect(told(pay, index("…", pay))).toHaveLength(1);
  });

  test("has no level in cash, from which a line could be uplifted", () => {
    const pay = { edition: "May", levels: { "2024/25": 100, then: 100 } };
    const attributes: LineAttributes = { prices: "nominal", uplift: "Pay" };
    expect(told(pay, cost("Staff", 1, attributes))).toEqual([
      "missing-key Staff > prices: Staff is uplifted from no year; “nominal”",
    ]);
    expect(told(pay, cost("Staff", 1, { prices: "soon" as "2024/25", uplift: "Pay" }))).toEqual([
      "wrong-prices Staff > prices: Staff > prices is no price basis; soon",
    ]);
  });

  test.each<[IndexOptions, object]>([
    [{ edition: "March 2024" }, { basis: { kind: "source", words: "March 2024" } }],
    [{ edition: "March 2024", source: "ONS" }, { basis: { kind: "source", words: "ONS" } }],
    [{ edition: "offer", assumed: "as last year" }, { basis: { kind: "assumed", words: "as last year" } }],
    [
      { edition: "offer", placeholder: "the award", owner: "Pay team", date: "2024-05-01" },
      { basis: { kind: "placeholder", words: "the award" }, owner: "Pay team", date: "2024-05-01" },
    ],
  ])("says where it comes from: %j", (said, expected) => {
    const pay = index("Pay", { ...said, growth: "2%" });
    const staff = cost("Staff", { "2024/25": 1_000, then: 1_000 }, { prices: "2024/25", uplift: "Pay" });
    const made = programme("Indexed", two, source, pay, staff);
    expect(made.assumptions.get("pay.growth")).toMatchObject(expected);
    expect(evaluate(made).rows.get("staff")?.values.join(" ")).toBe("1000 1020");
  });
});
