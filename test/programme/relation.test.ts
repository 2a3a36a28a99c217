import {
  build,
  cost,
  type Driver,
  decimal,
  formula as f,
  hasErrors,
  InvestToSaveError,
  type LineContext,
  level,
  months,
  programme,
  saving,
  withValues,
  years,
} from "invest-to-save";
import { staffing } from "invest-to-save/drivers";
import { describe, expect, test } from "vitest";

const three = years("2025/26", "2027/28");
const source = { source: "worked by hand" };

/** A driver of two sums, the second of which may not be the larger. */
function twoSums(first: number, second: number, severity: "error" | "warning" = "error"): Driver {
  const build = (line: LineContext) => {
    const [most, part] = [line.value("most", first, "£"), line.value("part", second, "£")];
    line.relation("part", {
      label: `${line.label} takes no more than there is`,
      formula: f.compare(part, "at most", most),
      code: "out-of-range",
      severity,
      message: `${line.label} takes {left} of {right}, which is {difference}`,
      expected: "at most {right}",
      received: "{left}",
      hint: "take less",
    });
    return f.subtract(most, part);
  };
  return { name: "two sums", options: {}, build };
}

function refusal(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof InvestToSaveError) return error.issues;
    throw error;
  }
  return [];
}

describe("what must hold between inputs", () => {
  const said = {
    code: "out-of-range",
    severity: "error",
    message: "Rent takes £7 of £5, which is £2 too much",
    expected: "at most £5",
    received: "£7",
  };

  test("is judged when a line is built, at the option it is said of", () => {
    const { issues } = build("Sums", three, source, [cost("Rent", twoSums(5, 7))]);
    expect(issues).toEqual([{ ...said, path: ["Rent", "part"], hint: "take less" }]);
    expect(build("Sums", three, source, [cost("Rent", twoSums(5, 5))]).issues).toEqual([]);
  });

  test("is judged in the same words when a value is set, and says what can be set with it", () => {
    const p = programme("Sums", three, source, cost("Rent", twoSums(5, 4)));
    expect(refusal(() => withValues(p, { "rent.part": 7 }))).toEqual([
      { ...said, path: ["rent.part"], hint: "choose another value, or set rent.most with it" },
    ]);
    expect(refusal(() => withValues(p, { "rent.part": 7, "rent.most": 7 }))).toEqual([]);
  });

  test("is not judged once more of a value that was refused", () => {
    const p = programme("Sums", three, source, cost("Rent", twoSums(5, 4)));
    const issues = refusal(() => withValues(p, { "rent.part": 7, "rent.most": "lots" }));
    expect(issues.map(({ code }) => code)).toEqual(["not-a-number"]);
  });

  test("may be a warning, which comes and goes with the values", () => {
    const p = programme("Sums", three, source, cost("Rent", twoSums(5, 4, "warning")));
    expect(p.issues).toEqual([]);
    const more = withValues(p, { "rent.part": 7 });
    expect(more.issues).toMatchObject([{ severity: "warning", message: said.message }]);
    expect(withValues(more, { "rent.part": 3 }).issues).toEqual([]);
    expect(p.issues).toEqual([]);
  });

  test("is frozen with the programme", () => {
    const p = programme("Sums", three, source, cost("Rent", twoSums(5, 4)));
    expect(p.relations.map(({ label }) => label)).toEqual(["Rent takes no more than there is"]);
    expect(Object.isFrozen(p.relations)).toBe(true);
  });
});

describe("a span", () => {
  const rent = (from: string, to: string, shares: "by days" | "by months") =>
    cost("Rent", level({ amount: 100, from, to, shares } as Parameters<typeof level>[0]));

  test("of one month, by months, may not end on a day before it starts", () => {
    const { issues } = build("Lease", three, source, [rent("2025-04-20", "2025-04-05", "by months")]);
    expect(issues).toMatchObject([
      { code: "end-before-start", message: "Rent ends on 5 April 2025, before it starts on 20 April 2025" },
    ]);
    const p = programme("Lease", three, source, rent("2025-04-05", "2025-04-20", "by months"));
    expect(refusal(() => withValues(p, { "rent.to": "2025-04-01" }))).toMatchObject([
      { code: "end-before-start", message: "Rent ends on 1 April 2025, before it starts on 5 April 2025" },
    ]);
    expect(withValues(p, { "rent.to": "Apr 2025" }).issues).toEqual([]);
  });

  test.each([
    ["2030-01-01", "2031-01-01", "Rent starts on 1 January 2030, after the timeline ends on 31 March 2028"],
    ["2020-01-01", "2021-01-01", "Rent ends on 1 January 2021, before the timeline starts on 1 April 2025"],
  ])("from %s to %s is nil, with a warning", (from, to, message) => {
    for (const shares of ["by days", "by months"] as const) {
      const { issues } = build("Lease", three, source, [rent(from, to, shares)]);
      expect(hasErrors(issues)).toBe(false);
      expect(issues).toMatchObject([{ code: "year-outside-timeline", severity: "warning" }]);
      expect(issues[0]?.message).toBe(`${message}, so that nothing comes of it`);
    }
  });

  test("that has a day in the timeline has no warning", () => {
    for (const shares of ["by days", "by months"] as const) {
      expect(build("Lease", three, source, [rent("2020-01-01", "2025-04-01", shares)]).issues).toEqual([]);
      expect(build("Lease", three, source, [rent("2028-03-31", "2040-01-01", shares)]).issues).toEqual([]);
    }
  });
});

describe("a rise", () => {
  const team = (timeline = three) =>
    programme(
      "Team",
      timeline,
      source,
      cost("Team", staffing({ posts: 2, salary: 100, "pay award": { "2026/27": 0.1, then: 0.2 } })),
      saving("Care", 1),
    );

  test("is set for a year after the first, and for the year as a whole", () => {
    expect(withValues(team(), { "team.pay-award@2026/27": "5%" }).issues).toEqual([]);
    expect(refusal(() => withValues(team(), { "team.pay-award@2025/26": "5%" }))).toMatchObject([
      { code: "out-of-range", path: ["team.pay-award@2025/26"], received: "2025/26" },
    ]);
    const monthly = team(months("2025/26", "2027/28"));
    expect(refusal(() => withValues(monthly, { "team.pay-award@May 2026": "5%" }))).toMatchObject([
      { code: "period-too-fine", path: ["team.pay-award@May 2026"], received: "May 2026" },
    ]);
  });
});

describe("a day that is set for a run", () => {
  const p = programme("Lease", three, source, cost("Rent", level({ amount: 100, from: "2025-10-01" })));

  test.each(["2025", "16538.5", "9", 2026, "2025-13-01", "1 Smarch 2025", ""])("cannot be %s", (when) => {
    expect(refusal(() => withValues(p, { "rent.from": when }))).toMatchObject([
      { code: "malformed-period", path: ["rent.from"] },
    ]);
  });
});

test("a relation says by how much too little or too much there is, and of numbers alone without a unit", () => {
  const told = (compared: (line: LineContext) => ReturnType<typeof f.compare>) => {
    const driver: Driver = {
      name: "judged",
      options: {},
      build: (line) => {
        const input = line.value("most", 5, "£");
        line.relation("most", {
          label: "judged",
          formula: compared(line),
          code: "out-of-range",
          message: "{left} is {difference} beside {right}",
          expected: "{right}",
          received: "{left}",
          hint: "mend it",
        });
        return input;
      },
    };
    return build("Judged", three, source, [cost("Line", driver)]).issues.map(({ message }) => message);
  };
  const ten = f.constant(decimal(10), "£");
  expect(told((line) => f.compare(line.value("part", 7, "£"), "at least", ten))).toEqual([
    "£7 is £3 too little beside £10",
  ]);
  expect(told((line) => f.compare(line.value("part", 12, "£"), "at most", ten))).toEqual([
    "£12 is £2 too much beside £10",
  ]);
  const [one, two] = [f.constant(decimal(1), "number"), f.constant(decimal(2), "number")];
  expect(told(() => f.compare(two, "at most", one))).toEqual(["2 is 1 too much beside 1"]);
});
