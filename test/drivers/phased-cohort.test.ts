import { evaluate, months, withValues, years } from "invest-to-save";
import { type PhasedCohortOptions, phasedCohort } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";
import { faultsOf, rowOf, savingOf } from "./worked-line.ts";

const three = years("2025/26", "2027/28");
const pilot: PhasedCohortOptions = {
  phases: { Pilot: { join: 12, from: "Apr 2025", to: "Mar 2026" } },
  saving: 1200,
};
const row = (options: Partial<PhasedCohortOptions>, name = "") =>
  rowOf(savingOf(phasedCohort({ ...pilot, ...options }), three), name);

describe("a phased cohort", () => {
  test("joins evenly by month, each counting from the month of joining", () => {
    // One a month: 1 + 2 + … + 12 = 78 family months of £100 each.
    expect(row({}, "joined-so-far")).toBe("12 12 12");
    expect(row({}, "pilot-family-months-counted-for-saving")).toBe("78 144 144");
    expect(row({}, "counted-for-saving")).toBe("6.5 12 12");
    expect(row({})).toBe("7800 14400 14400");
  });

  test("saves from so many months after joining, for as long as the saving lasts", () => {
    expect(row({ lag: 12 })).toBe("0 7800 14400");
    expect(row({ lag: 6 })).toBe("2100 12900 14400");
    expect(row({ "saving lasts": 12 })).toBe("7800 6600 0");
  });

  test.each([
    ["months", 12, "6", "6.5", "cannot be 6.5"],
    ["years", "1 year", "0.5", "0.55", "cannot have “lag” of 0.55 years, which is no whole number of months"],
  ] as const)("has a lag in %s of whole months, also in a run", (_, lag, whole, part, words) => {
    const line = savingOf(phasedCohort({ ...pilot, lag }), three);
    expect(rowOf(line)).toBe("0 7800 14400");
    expect(rowOf(withValues(line, { "line.lag": whole }))).toBe("2100 12900 14400");
    expect(() => withValues(line, { "line.lag": part })).toThrow(words);
  });

  test("leaves the programme and goes on saving", () => {
    expect(row({ "leave after": 6 }, "joined-so-far")).toBe("12 12 12");
    expect(row({ "leave after": 6 }, "in-the-programme")).toBe("6 0 0");
    expect(row({ "leave after": 6 })).toBe("7800 14400 14400");
  });

  test("is the last of gross, attributed and cashable saving that is stated", () => {
    const shares = { attributed: "50%", cashable: { "2025/26": 0, then: "25%" } } as const;
    expect(row(shares, "gross-saving")).toBe("7800 14400 14400");
    expect(row(shares, "attributed-saving")).toBe("3900 7200 7200");
    expect(row(shares, "pilot-cashable-saving")).toBe("0 1800 1800");
    expect(row(shares)).toBe("0 1800 1800");
    expect(row({ attributed: "50%" })).toBe("3900 7200 7200");
  });

  test("adds its phases up, the first of which may start before the timeline", () => {
    const phases = {
      "Phase 1": { join: 10, from: "Mar 2025", to: "Jun 2025" },
      "Phase 2": { join: 20, from: "Jul 2025", to: "Mar 2026" },
    } as const;
    const p = savingOf(phasedCohort({ ...pilot, phases }), months("2025/26", "2025/26"));
    expect(rowOf(p, "phase-1-joined-so-far").split(" ").slice(0, 4)).toEqual(["5", "7.5", "10", "10"]);
    expect(rowOf(p, "joined-so-far").split(" ").at(-1)).toBe("30");
    expect(rowOf(p).split(" ").at(0)).toBe("500");
  });

  test("counts other things than families", () => {
    const children = phasedCohort({
      ...pilot,
      of: "children",
      saving: { value: 600, unit: "£ per child per year" },
    });
    const p = savingOf(children, three);
    expect(rowOf(p)).toBe("3900 7200 7200");
    expect(p.rows.get("line.pilot-child-months-counted-for-saving")?.unit).toBe("child months");
  });

  test("keeps the ranges of its inputs, which can be set for a run", () => {
    const join = { value: 12, low: 6, high: 18 };
    const p = savingOf(
      phasedCohort({ ...pilot, phases: { Pilot: { join, from: "Apr 2025", to: "Mar 2026" } } }),
      three,
    );
    expect(p.assumptions.get("line.phases-pilot-join")?.low?.toString()).toBe("6");
    expect(rowOf(withValues(p, { "line.phases-pilot-join": 24 }))).toBe("15600 28800 28800");
    expect(rowOf(withValues(p, { "line.phases-pilot-from": "Mar 2026" }))).toBe("1200 14400 14400");
    expect(() => withValues(p, { "line.phases-pilot-to": "Apr 2024" })).toThrow(
      "Line: Pilot ends on 30 April 2024, before it starts on 1 April 2025",
    );
    const earlier = { "line.phases-pilot-from": "Apr 2024", "line.phases-pilot-to": "Apr 2024" };
    expect(rowOf(withValues(p, earlier))).toBe("14400 14400 14400");
    expect(evaluate(p).rows.get("line")?.total?.toString()).toBe("36600");
  });
});

describe("a phased cohort is refused", () => {
  const phase = { join: 1, from: "Apr 2025", to: "Jun 2025" } as const;
  const at = ["Line", "phases", "A"];
  test.each<[string, Partial<PhasedCohortOptions>, string, string[]]>([
    ["without a phase", { phases: {} }, "missing-key", ["Line", "phases"]],
    [
      "where it ends before it starts",
      { phases: { A: { ...phase, to: "Mar 2025" } } },
      "end-before-start",
      [...at, "to"],
    ],
    [
      "with fewer than none who join",
      { phases: { A: { ...phase, join: -1 } } },
      "out-of-range",
      [...at, "join"],
    ],
    [
      "with a month that cannot be read",
      { phases: { A: { ...phase, from: "soon" as "2025/26" } } },
      "malformed-period",
      [...at, "from"],
    ],
    [
      "with two phases of one name",
      { phases: { A: phase, a: phase } },
      "duplicate-id",
      ["Line", "phases", "a"],
    ],
    ["with a phase without a name", { phases: { "–": phase } }, "wrong-shape", ["Line", "phases", "–"]],
    ["with a part of a month", { lag: 1.5 }, "out-of-range", ["Line", "lag"]],
    ["with a share above 1", { cashable: 1.1 }, "out-of-range", ["Line", "cashable"]],
    [
      "with a saving of another unit",
      { saving: { value: 1, unit: "£" } },
      "wrong-unit",
      ["Line", "saving", "unit"],
    ],
    ["with what cannot be counted", { of: "£" }, "wrong-unit", ["Line", "of"]],
  ])("%s", (_, options, code, path) => {
    expect(faultsOf(phasedCohort({ ...pilot, ...options }), three)).toMatchObject([
      { code, path, severity: "error" },
    ]);
  });
});
