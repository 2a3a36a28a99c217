import { evaluate, withValues, years } from "invest-to-save";
import { type OutcomesOptions, outcomes } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { faultsOf, rowOf, savingOf } from "./worked-line.ts";

const four = years("2025/26", "2028/29");
const hundred: OutcomesOptions = {
  target: { "2025/26": 100 },
  impact: "40%",
  deadweight: { share: "10%" },
  "unit cost": 1000,
  duration: 3,
};
const row = (options: Partial<OutcomesOptions>, name = "") =>
  rowOf(savingOf(outcomes({ ...hundred, ...options }), four), name);

describe("deadweight: reached 100, success 40%, would have happened 10%", () => {
  test.each<[OutcomesOptions["deadweight"], string, string]>([
    [{ share: "10%" }, "36 0 0 0", "36000 36000 36000 0"],
    [{ points: "10%" }, "30 0 0 0", "30000 30000 30000 0"],
    [{ rising: "10%" }, "36 0 0 0", "36000 32000 28000 0"],
    [{ rising: "40%" }, "24 0 0 0", "24000 8000 0 0"],
    [{ share: 0 }, "40 0 0 0", "40000 40000 40000 0"],
    [{ points: "50%" }, "-10 0 0 0", "-10000 -10000 -10000 0"],
  ])("%j", (deadweight, net, benefit) => {
    expect(row({ deadweight }, "net-outcomes")).toBe(net);
    expect(row({ deadweight }, "net-benefit")).toBe(benefit);
    expect(row({ deadweight }, "gross-benefit")).toBe("40000 40000 40000 0");
  });

  test("a trial: 36.2% against 44.8% in care at twelve months is 8.6 points", () => {
    // Staying out of care: 63.8% with the conference, 55.2% without.
    const trial = { impact: "63.8%", deadweight: { points: "55.2%" }, of: "children" } as const;
    expect(row(trial, "net-outcomes")).toBe("8.6 0 0 0");
  });
});

describe("outcomes", () => {
  test("reached is the target × affected × engagement × retention", () => {
    const shares = { affected: "50%", engagement: "80%", retention: { "2025/26": "75%" } } as const;
    expect(row(shares, "reached")).toBe("30 0 0 0");
    expect(row(shares, "gross-outcomes")).toBe("12 0 0 0");
  });

  test("lag, ramp, drop-off and duration shape the benefit", () => {
    expect(row({ lag: 1 })).toBe("0 36000 36000 36000");
    expect(row({ ramp: ["50%", "100%"], "drop-off": "20%" })).toBe("18000 28800 23040 0");
    expect(row({ duration: 1 })).toBe("36000 0 0 0");
    expect(row({ target: { "2025/26": 100, then: 50 } })).toBe("36000 54000 72000 54000");
    expect(row({ lag: 9 })).toBe("0 0 0 0");
  });

  test("units a year are priced by the unit", () => {
    expect(row({ "units a year": 12, "unit cost": 100 })).toBe("43200 43200 43200 0");
  });

  test("agencies have their parts, and the line may be that of its own", () => {
    const options: OutcomesOptions = { ...hundred, agencies: { Council: "60%", NHS: 0.4 }, cashable: "50%" };
    const whole = savingOf(outcomes(options), four);
    expect(rowOf(whole)).toBe("18000 18000 18000 0");
    expect(rowOf(whole, "part-of-council")).toBe("10800 10800 10800 0");
    expect(rowOf(whole, "part-of-nhs")).toBe("7200 7200 7200 0");
    const own = savingOf(outcomes({ ...options, count: "own agency" }), four, { agency: "council" });
    expect(rowOf(own)).toBe("10800 10800 10800 0");
  });

  test("shares of agencies that are set for a run sum to 1 too, which is listed among the checks", () => {
    const p = savingOf(outcomes({ ...hundred, agencies: { Council: "60%", NHS: 0.4 } }), four);
    const judged = evaluate(p).rows.get("line-the-shares-of-its-agencies-sum-to-1")?.values[3];
    expect(judged?.toString()).toBe("1");
    expect(() => withValues(p, { "line.agencies-nhs": 0.5 })).toThrow("sum to 1.1, which is 0.1 too much");
    const moved = withValues(p, { "line.agencies-nhs": 0.5, "line.agencies-council": 0.5 });
    expect(rowOf(moved, "part-of-nhs")).toBe("18000 18000 18000 0");
  });

  test("no row of gross figures is called a saving", () => {
    const p = savingOf(outcomes({ ...hundred, cashable: 1 }), four);
    const gross = [...p.rows.values()].filter(({ label }) => /gross/i.test(label));
    expect(gross.map(({ label }) => label)).toEqual(["Line: gross outcomes", "Line: gross benefit"]);
  });
});

describe("outcomes are refused", () => {
  const agencies = { Council: "60%", NHS: "30%" };
  test.each<[string, Partial<OutcomesOptions>, string, string[]]>([
    ["without a convention", { deadweight: {} as { share: 1 } }, "wrong-shape", ["Line", "deadweight"]],
    [
      "with two of them",
      { deadweight: { share: 0.1, points: 0.1 } as { share: 0.1 } },
      "wrong-shape",
      ["Line", "deadweight"],
    ],
    ["with a share above 1", { impact: "140%" }, "out-of-range", ["Line", "impact"]],
    [
      "with a deadweight below nil",
      { deadweight: { points: -0.1 } },
      "out-of-range",
      ["Line", "deadweight", "points"],
    ],
    ["with a ramp above 1", { ramp: [0.5, 1.5] }, "out-of-range", ["Line", "ramp", "1"]],
    ["with a ramp beyond its duration", { ramp: [0.1, 0.2, 0.3, 0.4] }, "out-of-range", ["Line", "ramp"]],
    ["with a part of a year", { duration: 1.5 }, "out-of-range", ["Line", "duration"]],
    ["with months that are no year", { duration: "18 months" }, "out-of-range", ["Line", "duration"]],
    ["with a length that cannot be read", { lag: "soon" as "1 year" }, "wrong-shape", ["Line", "lag"]],
    ["with no year at all", { duration: 0 }, "out-of-range", ["Line", "duration"]],
    ["with a lag below nil", { lag: -1 }, "out-of-range", ["Line", "lag"]],
    ["with a target below nil", { target: -5 }, "out-of-range", ["Line", "target"]],
    ["with agencies that do not sum to 1", { agencies }, "out-of-range", ["Line", "agencies"]],
    [
      "with an own agency that is not among them",
      { agencies: { Council: 0.6, NHS: 0.4 }, count: "own agency" },
      "unknown-name",
      ["Line", "count"],
    ],
    [
      "with a price of another unit",
      { "unit cost": { value: 1, unit: "£ per child per year" } },
      "wrong-unit",
      ["Line", "unit cost", "unit"],
    ],
    ["with what cannot be counted", { of: "weeks" }, "wrong-unit", ["Line", "of"]],
  ])("%s", (_, options, code, path) => {
    expect(faultsOf(outcomes({ ...hundred, ...options }), four)).toMatchObject([
      { code, path, severity: "error" },
    ]);
  });
});
