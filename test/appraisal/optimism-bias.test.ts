import {
  type BiasOf,
  gradedBias,
  optimismBias,
  optimismBiasTable,
  type ProjectKind,
} from "invest-to-save/appraisal";
import { describe, expect, test } from "vitest";

const percents = (project: ProjectKind, of: BiasOf) => {
  const { upper, lower } = optimismBias({ project, of });
  return `${upper.times(100)}/${lower.times(100)}`;
};

describe("the published optimism bias", () => {
  test.each([
    ["non-standard buildings", "51/4", "39/2"],
    ["standard buildings", "24/2", "4/1"],
    ["non-standard civil engineering", "66/6", "25/3"],
    ["standard civil engineering", "44/3", "20/1"],
    ["equipment and development", "200/10", "54/10"],
  ] as const)("of %s is %s on capital cost and %s on duration", (project, cost, duration) => {
    expect(percents(project, "capital cost")).toBe(cost);
    expect(percents(project, "duration")).toBe(duration);
    expect(() => optimismBias({ project, of: "operating cost" })).toThrow("capital cost, duration");
  });

  test("of outsourcing is on operating cost only", () => {
    expect(percents("outsourcing", "operating cost")).toBe("41/0");
    expect(() => optimismBias({ project: "outsourcing" })).toThrow("has no bounds of it for outsourcing");
  });

  test("has a source and a date", () => {
    expect(optimismBiasTable.source).toContain("Mott MacDonald");
    expect(optimismBiasTable.date).toBe("2002");
    expect(optimismBias({ project: "outsourcing", of: "operating cost" }).source).toBe(
      optimismBiasTable.source,
    );
  });
});

describe("the optimism bias of a project", () => {
  // Both worked examples are those of the Mott MacDonald review.
  test("blends several kinds by their shares", () => {
    const project = { "non-standard buildings": "30%", "standard buildings": "70%" };
    expect(optimismBias({ project }).upper.toString()).toBe("0.321");
    expect(optimismBias({ project, of: "duration" }).upper.toString()).toBe("0.145");
    expect(optimismBias({ project }).lower.toString()).toBe("0.026");
  });

  test("is less by the share that is managed", () => {
    const managed = optimismBias({ project: "non-standard buildings", mitigation: "92%" });
    expect(managed.managed.toString()).toBe("0.0408");
    expect(managed.belowLower).toBe(false);
    expect(optimismBias({ project: "non-standard buildings" }).managed.toString()).toBe("0.51");
  });

  test("below the published lower bound is said to be so, and left as it is", () => {
    const hopeful = optimismBias({ project: "standard buildings", mitigation: 1 });
    expect(hopeful.managed.toString()).toBe("0");
    expect(hopeful.belowLower).toBe(true);
  });
});

describe("a table of grades", () => {
  const grades = { A: 0, B: "-5%", C: "-0.25" };

  test("gives the adjustment of a grade, and says where it is from", () => {
    const found = gradedBias({ grades, grade: "C", source: "programme office", date: "May 2025" });
    expect(`${found.adjustment} ${found.source} ${found.date}`).toBe("-0.25 programme office May 2025");
  });

  test("needs a source", () => {
    expect(() => gradedBias({ grades, grade: "A", source: " " })).toThrow(
      "no-source: gradedBias > source is not said",
    );
  });
});
