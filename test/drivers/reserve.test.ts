import {
  balances,
  check,
  cost,
  evaluate,
  funding,
  quarters,
  saving,
  type Timeline,
  years,
} from "invest-to-save";
import { contribution, type ReserveOptions, reserve, waterfall } from "invest-to-save/drivers";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { funded, refusals, values } from "./funding.ts";

const three = years("2024/25", "2026/27");
const staff = cost("Staff", 40);

function built(options: ReserveOptions, timeline: Timeline = three) {
  return funded(timeline, reserve(options), [staff]);
}

describe("a reserve", () => {
  test.each<[string, ReserveOptions, string, string]>([
    ["gives what is asked of it while it lasts", { opening: 50, out: 30 }, "30 20 0", "20 0 0"],
    [
      "gives what is put in during the period",
      { opening: 10, in: { "2025/26": 25 }, out: 30 },
      "10 25 0",
      "0 0 0",
    ],
    ["meets what is left while it lasts", { opening: 100, out: "what is left" }, "40 40 20", "60 20 0"],
    ["is nil where it is empty", { opening: 0, out: 30 }, "0 0 0", "0 0 0"],
    [
      "gives up what may not be carried forward",
      { opening: 100, out: 20, "carry forward": "50%" },
      "20 20 0",
      "80 20 10",
    ],
  ])("%s", (_, options, drawn, closing) => {
    const p = built(options.out === 20 ? { ...options, out: { "2024/25": 20, "2025/26": 20 } } : options);
    expect(values(p, "fund")).toBe(drawn);
    expect(values(p, "fund.closing-balance")).toBe(closing);
  });

  test("is paid into as a cost of the programme", () => {
    const p = built({ opening: 50, in: { "2025/26": 25 }, out: "what is left" });
    expect(values(p, "contribution-to-fund")).toBe("0 25 0");
    expect(p.lines.find(({ id }) => id === "contribution-to-fund")).toMatchObject({
      kind: "cost",
      madeBy: "fund",
    });
    expect(values(p, "total-cost")).toBe("40 65 40");
    expect(values(p, "fund")).toBe("40 35 0");
    expect(values(built({ opening: 0, in: 5, out: 1, contribution: "Paid in" }), "paid-in")).toBe("5 5 5");
  });

  test("says which amounts it could not meet", () => {
    const failing = check(evaluate(built({ opening: 50, out: 30 }))).findings.filter(({ holds }) => !holds);
    expect(failing).toMatchObject([
      {
        label: "Fund has what is asked of it",
        failures: ["2025/26: £30 is not at most £20", "2026/27: £30 is not at most £0"],
      },
    ]);
    expect(check(evaluate(built({ opening: 50, out: "what is left" }))).holds).toBe(true);
  });

  test("gives up at the end of a financial year, not of a quarter", () => {
    const p = built(
      { opening: 100, out: { "2024/25 Q1": 20 }, "carry forward": 0 },
      quarters("2024/25", "2025/26"),
    );
    expect(values(p, "fund.closing-balance")).toBe("80 80 80 80 0 0 0 0");
  });
});

describe("an underspend that is carried forward", () => {
  const health = funding("Health", { "2024/25": 50, then: 40 });
  const club = cost("Club", { "2024/25": 30, "2025/26": 45, "2026/27": 60 });
  const carried: ReserveOptions = { opening: 10, underspend: "carried forward", out: "what is left" };

  test("is what funding exceeds need in a year, as a cost, and is drawn in later years", () => {
    const p = funded(three, reserve(carried), [club, health]);
    expect(values(p, "contribution-to-fund")).toBe("20 0 0");
    expect(values(p, "fund")).toBe("0 5 20");
    expect(values(p, "fund.closing-balance")).toBe("30 25 5");
    expect(values(p, "balance")).toBe("0 0 0");
    expect(check(evaluate(p)).holds).toBe(true);
  });

  test("is drawn first where the reserve is the first source of a waterfall", () => {
    const sources = waterfall({ Fund: { "up to": "what it has" }, Base: { "up to": "what is left" } });
    const p = funded(three, reserve({ ...carried, opening: 0 }), [club, health, funding("Base", sources)]);
    expect(values(p, "fund")).toBe("0 5 15");
    expect(values(p, "base")).toBe("0 0 5");
    expect(values(p, "fund.closing-balance")).toBe("20 15 0");
    expect(values(p, "balance")).toBe("0 0 0");
  });

  test("goes in beside what is planned, and cannot be drawn in its own year", () => {
    const p = funded(three, reserve({ ...carried, in: 5, out: 25 }), [club, health]);
    // 50 − 30 − 5 planned, then 40 − 45 − 5.
    expect(values(p, "fund.underspend")).toBe("15 0 0");
    expect(values(p, "contribution-to-fund")).toBe("20 5 5");
    expect(values(p, "fund")).toBe("15 20 5");
  });

  test("counts savings before funding, and leaves what they exceed the costs by in the balance", () => {
    const p = funded(three, reserve({ ...carried, opening: 0 }), [club, health, saving("Beds", 40)]);
    expect(values(p, "contribution-to-fund")).toBe("50 35 20");
    expect(values(p, "balance")).toBe("-10 0 0");
  });

  test("comes out again by month where a later month of the year needs it", () => {
    const lumpy = cost("Club", { "2024/25 Q3": 60 });
    const p = funded(quarters("2024/25", "2025/26"), reserve({ ...carried, opening: 5 }), [
      lumpy,
      funding("Health", { "2024/25": 80 }),
    ]);
    expect(values(p, "contribution-to-fund")).toBe("20 20 -40 20 0 0 0 0");
    expect(values(p, "fund.closing-balance")).toBe("25 45 5 25 25 25 25 25");
    expect(values(p, "balance")).toBe("0 0 0 0 0 0 0 0");
  });

  test("is left in the balance where nobody carries it forward, and may be kept in part", () => {
    const { underspend: _, ...left } = carried;
    expect(values(funded(three, reserve(left), [club, health]), "balance")).toBe("-20 0 15");
    const half = funded(three, reserve({ ...carried, opening: 0, "carry forward": "50%" }), [club, health]);
    expect(values(half, "fund.given-up")).toBe("0 10 2.5");
    expect(values(half, "fund")).toBe("0 5 2.5");
  });
});

describe("a reserve is refused", () => {
  test.each<[string, ReserveOptions, string, string[]]>([
    ["overdrawn from the start", { opening: -1, out: 1 }, "out-of-range", ["Fund", "opening"]],
    [
      "with a share above 1",
      { opening: 1, out: 1, "carry forward": 2 },
      "out-of-range",
      ["Fund", "carry forward"],
    ],
    [
      "with the label of another line",
      { opening: 1, in: 1, out: 1, contribution: "Staff" },
      "duplicate-id",
      ["Fund"],
    ],
    [
      "with a negative amount asked for",
      { opening: 1, out: { "2024/25": -1 } },
      "out-of-range",
      ["Fund", "out", "2024/25"],
    ],
  ])("%s", (_, options, code, path) => {
    expect(refusals(three, reserve(options))[0]).toMatchObject({ code, path });
  });

  test("beside another balancing line, and on a line that is no funding", () => {
    const left = reserve({ opening: 1, out: "what is left" });
    expect(refusals(three, left, [staff, funding("Base", balances("all"))])).toMatchObject([
      { code: "two-balancing-lines" },
    ]);
    expect(refusals(three, left, [cost("Staff", reserve({ opening: 1, out: 1 }))])).toMatchObject([
      { code: "wrong-shape" },
    ]);
  });
});

test("funding that is a share of all costs cannot be part of what goes in as a cost", () => {
  const carries: ReserveOptions = { opening: 0, underspend: "carried forward", out: 1 };
  const all = funding("Health", contribution({ of: "Total Cost", share: 1 }));
  expect(refusals(three, reserve(carries), [staff, all])).toMatchObject([{ code: "cycle" }]);
  const own = funding("Health", contribution({ of: "Staff", share: 1 }));
  expect(refusals(three, reserve(carries), [staff, own])).toEqual([]);
});

test("only one reserve takes in the underspend", () => {
  const carries: ReserveOptions = { opening: 0, underspend: "carried forward", out: 1 };
  expect(refusals(three, reserve(carries), [staff, funding("Other", reserve(carries))])).toMatchObject([
    { code: "wrong-shape", path: ["Fund"], received: "Other, Fund" },
  ]);
});

test("a reserve is read from a file", () => {
  const { programme, issues } = read(`title: Club
years: 2024/25 to 2025/26
source: plan
costs: { Club: 40 }
funding:
  Reserve: { reserve: { opening: { value: 50, source: accounts }, in: { 2025/26: 5 }, underspend: carried forward, out: what is left, carry forward: 100% } }
`);
  expect(issues).toEqual([]);
  expect(programme && values(programme, "reserve")).toBe("40 15");
});
