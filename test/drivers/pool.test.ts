import {
  assumption,
  balances,
  check,
  cost,
  evaluate,
  funding,
  memorandum,
  quarters,
  table,
  withValues,
  years,
} from "invest-to-save";
import { calculated, type PoolOptions, pool } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const two = years("2025/26", "2026/27");
const staff = cost("Staff", 100);

describe("a pool", () => {
  test("is split by shares, down to the penny, and the last partner takes the remainder", () => {
    const p = funded(
      two,
      pool({ total: { "2025/26": 0.03, then: 100 }, shares: { A: "33.3%", B: "33.3%", C: "33.4%" } }),
      [staff],
    );
    expect(values(p, "fund.a")).toBe("0 33.3");
    expect(values(p, "fund.b")).toBe("0 33.3");
    expect(values(p, "fund.c")).toBe("0.03 33.4");
    expect(values(p, "fund")).toBe("0.03 100");
  });

  test("gives the remainder to the partner with the rest", () => {
    const p = funded(two, pool({ total: 10.01, shares: { A: "the rest", B: "50%" } }), [staff]);
    expect(values(p, "fund.a")).toBe("5.01 5.01");
    expect(values(p, "fund.b")).toBe("5 5");
  });

  test("meets what is left", () => {
    const p = funded(two, pool({ total: "what is left", shares: { A: 0.6, B: 0.4 } }), [
      staff,
      funding("Grant", 25),
    ]);
    expect(values(p, "fund")).toBe("75 75");
    expect(values(p, "fund.b")).toBe("30 30");
  });

  test("is the sum of the partners' amounts, some of which hold a place", () => {
    const amounts = {
      A: { "2025/26": 10, then: 20 },
      B: { value: 5, placeholder: "not agreed" },
      C: "Offer",
    } as const;
    const p = funded(two, pool({ amounts }), [staff, assumption("Offer", { value: 7, unit: "£ per year" })]);
    expect(values(p, "fund")).toBe("22 32");
    expect(p.assumptions.get("fund.amounts-b")?.basis.kind).toBe("placeholder");
  });

  test("whose amounts do not make its total fails a condition", () => {
    const p = funded(two, pool({ total: 30, amounts: { A: 10, B: { "2025/26": 20, then: 21 } } }), [staff]);
    const [failing] = check(evaluate(p)).findings.filter(({ holds }) => !holds);
    expect(failing).toMatchObject({
      label: "Fund: the amounts of the partners make the total",
      failures: ["2026/27: £31 is not equal to £30"],
    });
  });

  test("shares what is over- and underspent by the shares of the risk, or by its own", () => {
    const risk: PoolOptions = {
      total: 90,
      shares: { A: 0.5, B: 0.5 },
      "risk share": { of: "Staff", shares: { B: 1 } },
    };
    const p = funded(two, pool(risk), [cost("Staff", { "2025/26": 100, "2026/27": 80 })]);
    expect(values(p, "fund")).toBe("100 80");
    expect(values(p, "fund.a")).toBe("45 45");
    expect(values(p, "fund.b")).toBe("55 35");
    const same = funded(two, pool({ total: 90, shares: { A: 0.5, B: 0.5 }, "risk share": { of: "Staff" } }), [
      staff,
    ]);
    expect(values(same, "fund.a")).toBe("50 50");
  });

  test("fails a condition where an underspend puts the part of a partner below nil", () => {
    const risk = { of: "Staff", shares: { A: 0.5, B: 0.5 } };
    const p = funded(two, pool({ total: 90, shares: { A: 0.9, B: 0.1 }, "risk share": risk }), [
      cost("Staff", { "2025/26": 80, "2026/27": 60 }),
    ]);
    expect(values(p, "fund.b")).toBe("4 -6");
    const findings = check(evaluate(p)).findings.filter(({ label }) => /the part of/.test(label));
    expect(findings.map(({ label, holds }) => `${label}: ${holds}`)).toEqual([
      "Fund: the part of A is not below nil: true",
      "Fund: the part of B is not below nil: false",
    ]);
    expect(findings[1]?.failures).toEqual(["2026/27: −£6 is not at least £0"]);
  });

  test("whose shares are set to make more than 1 is refused, and together they may be set", () => {
    const p = funded(two, pool({ total: 90, shares: { A: 0.5, B: 0.5 } }), [staff]);
    expect(() => withValues(p, { "fund.shares-a": "70%" })).toThrow("make 1.2, which is 0.2 too much");
    const other = withValues(p, { "fund.shares-a": "70%", "fund.shares-b": "30%" });
    expect(values(other, "fund.a")).toBe("63 63");
  });

  test("whose share is a row fails a condition where the shares do not make 1", () => {
    const share = memorandum("Share", calculated("10% * 7"), { unit: "share", totals: "closing" });
    const shares = table("Shares", {}, share);
    const p = funded(two, pool({ total: 90, shares: { A: 0.5, B: "Share" } }), [staff, shares]);
    const failing = check(evaluate(p)).findings.filter(({ holds }) => !holds);
    expect(failing).toMatchObject([
      { label: "Fund: the shares make 1", failures: ["2025/26 to 2026/27: 1.2 is not equal to 1"] },
    ]);
  });

  test("is split in each quarter", () => {
    const p = funded(quarters("2025/26", "2025/26"), pool({ total: 100.01, shares: { A: 0.5, B: 0.5 } }), [
      staff,
    ]);
    expect(values(p, "fund.a")).toBe("12.5 12.5 12.5 12.5");
    expect(values(p, "fund.b")).toBe("12.51 12.5 12.5 12.5");
  });
});

describe("a pool is refused", () => {
  test.each<[string, PoolOptions, string, string[], RegExp]>([
    [
      "with shares that make too little",
      { total: 1, shares: { A: "60%", B: "30%" } },
      "out-of-range",
      ["Fund", "shares"],
      /make 0.9, which is 0.1 too little/,
    ],
    [
      "with shares that make too much",
      { total: 1, shares: { A: "60%", B: "50%", C: "the rest" } },
      "out-of-range",
      ["Fund", "shares"],
      /0.1 too much/,
    ],
    [
      "with shares and amounts",
      { total: 1, shares: { A: 1 }, amounts: { A: 1 } },
      "wrong-shape",
      ["Fund"],
      /not both/,
    ],
    ["with neither", { total: 1 }, "wrong-shape", ["Fund"], /not both/],
    ["without a partner", { amounts: {} }, "missing-key", ["Fund"], /no partner/],
    ["with shares of no total", { shares: { A: 1 } }, "missing-key", ["Fund"], /no total/],
    [
      "with amounts that meet what is left",
      { total: "what is left", amounts: { A: 1 } },
      "wrong-shape",
      ["Fund"],
      /fixed/,
    ],
    [
      "with a risk that nobody bears",
      { amounts: { A: 1 }, "risk share": { of: "Staff" } },
      "missing-key",
      ["Fund"],
      /borne/,
    ],
    [
      "with one partner twice",
      { amounts: { Health: 1, health: 1 } },
      "duplicate-id",
      ["Fund", "amounts", "health"],
      /same id/,
    ],
    [
      "with a share above 1",
      { total: 1, shares: { A: 1.5 } },
      "out-of-range",
      ["Fund", "shares", "A"],
      /1.5/,
    ],
  ])("%s", (_, options, code, path, words) => {
    const issues = refusals(two, pool(options), [staff]);
    expect(issues[0]).toMatchObject({ code, path });
    expect(issues[0]?.message).toMatch(words);
  });

  test("beside another balancing line, and on a line that is no funding", () => {
    const left = pool({ total: "what is left", shares: { A: 1 } });
    expect(refusals(two, left, [staff, funding("Base", balances("all"))])).toMatchObject([
      { code: "two-balancing-lines" },
    ]);
    expect(refusals(two, left, [cost("Staff", pool({ total: 1, shares: { A: 1 } }))])).toMatchObject([
      { code: "wrong-shape" },
    ]);
  });
});

test("a pool is read from a file", () => {
  const text = (body: string) => `title: Hub
years: 2025/26 to 2026/27
source: agreement
costs:
  Staff: 100
funding:
  Pool: { pool: ${body} }
`;
  const shared = read(
    text("{ total: 100, shares: { Council: 60%, Health: the rest }, risk share: { of: Staff } }"),
  );
  expect(shared.issues).toEqual([]);
  expect(shared.programme && values(shared.programme, "pool.health")).toBe("40 40");
  const amounts = read(
    text(
      "{ total: 30, amounts: { Council: { 2025/26: 10, then: 20 }, Health: { value: 0, placeholder: later } } }",
    ),
  );
  expect(amounts.issues).toEqual([]);
  expect(amounts.programme && values(amounts.programme, "pool")).toBe("10 20");
  expect(read(text("{ total: 30, share: { A: 1 } }")).issues).toMatchObject([{ code: "unknown-key" }]);
});
