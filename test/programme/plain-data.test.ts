import {
  assumption,
  balances,
  build,
  condition,
  cost,
  evaluate,
  explain,
  funding,
  group,
  InvestToSaveError,
  idOf,
  index,
  issueText,
  layOut,
  memorandum,
  type Part,
  parseDay,
  parseFinancialYear,
  parsePeriod,
  percentage,
  print,
  programme,
  saving,
  stampOf,
  table,
  withScenario,
  withValues,
  years,
} from "invest-to-save";
import { flatSchedule, npv, scheduleNamed } from "invest-to-save/appraisal";
import { grant, outcomes, paymentByResults, phasedCohort } from "invest-to-save/drivers";
import { compareScenarios, sensitivity, simulate, switchingValue, twoWayGrid } from "invest-to-save/vary";
import { describe, expect, test } from "vitest";
import { balancesKind } from "../../src/drivers/balances.ts";

/** A value of some kind where the types would not let it stand. */
const unchecked = (value: unknown) => value as never;
const two = years("2024/25", "2025/26");
const rent = programme("Rent", two, { source: "lease" }, cost("Rent", 1_000));

const faults = (part: Part, options: object = {}) =>
  build("Checked", two, { source: "worked by hand", ...options }, [cost("Staff", 1), part]).issues;
const inShort = (part: Part, options: object = {}) =>
  faults(part, options).map(({ code, path }) => `${code} ${path.join(" > ")}`);

const circle: Record<string, unknown> = {};
circle["again"] = circle;
let deep: unknown = 1;
for (let level = 0; level < 20_000; level++) deep = [deep];

describe("what no file could hold is refused, where code hands it over", () => {
  test.each<[string, unknown, string]>([
    ["a list in itself", circle, "too-deep"],
    ["twenty thousand lists in each other", deep, "too-deep"],
    ["a day of the language", new Date(0), "wrong-shape"],
    ["a map", new Map(), "wrong-shape"],
    ["a function", () => 1, "wrong-shape"],
    ["a symbol", Symbol("a"), "wrong-shape"],
    ["a big number without digits for it", 10n, "wrong-shape"],
  ])("%s", (_, value, code) => {
    const [fault, ...more] = faults(cost("Line", outcomes(unchecked({ target: 1, lag: value }))));
    expect([fault?.code, more.length]).toEqual([code, 0]);
    expect(fault?.path.slice(0, 2)).toEqual(["Line", "lag"]);
    expect(inShort(cost("Line", 1, unchecked({ note: value })))[0]).toContain(
      `${code} Line > attributes > note`,
    );
    expect(inShort(cost("Line", 1), { labels: { costs: value } })[0]).toContain(`${code} labels > costs`);
  });

  test("and data of another window, whose prototypes are its own, is plain all the same", () => {
    const other = Object.create(Object.create(null, { toString: { value: () => "" } })) as Record<
      string,
      unknown
    >;
    other["2024/25"] = 5;
    expect(inShort(cost("Line", unchecked(other)))).toEqual([]);
  });
});

describe("what is of another kind than it must be is refused with its place", () => {
  test.each<[string, Part, string]>([
    ["lines to add up", cost("Line", percentage(unchecked({ of: 5, rate: 0.1 }))), "wrong-shape Line > of"],
    ["periods to balance in", funding("Line", balances(unchecked({ a: 1 }))), "malformed-period Line > 0"],
    [
      "a list of periods to balance in",
      funding("Line", balancesKind.from(unchecked({ a: 1 }))),
      "wrong-shape Line",
    ],
    [
      "a subtotal",
      group("Group", { subtotal: unchecked({}) }, cost("Line", 5)),
      "wrong-shape Group > subtotal",
    ],
    [
      "a phase that is not there",
      saving("Line", phasedCohort(unchecked({ phases: { One: undefined }, saving: 5 }))),
      "wrong-shape Line > phases > One",
    ],
    [
      "a clawback that is not there",
      funding("Line", grant(unchecked({ clawback: Array(1) }))),
      "wrong-shape Line > clawback > 0",
    ],
    ["prices", cost("Line", 5, { prices: unchecked({ toString: 2 }) }), "wrong-prices Line > prices"],
    [
      "years of a ramp",
      cost(
        "Line",
        outcomes(
          unchecked({ target: 1, ramp: 5, duration: 1, impact: 1, deadweight: { share: 0 }, "unit cost": 1 }),
        ),
      ),
      "wrong-shape Line > ramp",
    ],
    [
      "what is paid for",
      funding("Line", paymentByResults(unchecked({ number: 1, unit: 5, "result payment": 1 }))),
      "wrong-unit Line > unit",
    ],
    [
      "periods that a grant pays for",
      cost("Line", 1, unchecked({ eligible: 5 })),
      "wrong-shape Line > eligible",
    ],
    [
      "prices that a line is uplifted from",
      cost("Line", 1, unchecked({ prices: {}, uplift: "Pay" })),
      "wrong-prices Line > prices",
    ],
    [
      "levels of an index",
      index("Pay", unchecked({ edition: "May", levels: null })),
      "wrong-shape Pay > levels",
    ],
  ])("%s", (_, part, expected) => {
    expect(inShort(part)).toContain(expected);
  });

  test("what a programme is made of", () => {
    const told = (title: unknown, parts: unknown) =>
      build(unchecked(title), two, { source: "worked by hand" }, unchecked(parts)).issues.map(
        ({ code, path, expected }) => `${code} ${path.join(" > ")}: ${expected}`,
      );
    expect(told(5, "Rent")).toEqual([
      "wrong-shape title: the name of the programme",
      "wrong-shape parts: a list",
    ]);
    const odd = [
      null,
      { part: "line", label: "Staff", kind: "cost", attributes: {}, driver: 5 },
      { part: "group", label: "Posts", kind: "cost", options: {}, parts: "Staff" },
      { part: "correlation", between: "Staff", correlation: 1 },
    ];
    expect(told("Kit", odd)).toEqual([
      "wrong-shape parts > 0: a cost, saving, funding, group, assumption or another part",
      "wrong-shape Staff > driver: amounts",
      "wrong-shape Posts: a list",
      "wrong-shape parts > 3 > between: a list of two names",
    ]);
  });

  test.each<[string, object, string]>([
    ["the body", { body: { name: "Council" } }, "wrong-shape body"],
    ["a note", { notes: [5] }, "wrong-shape notes"],
    ["what it is printed in", { "print in": "pence" }, "wrong-shape print in"],
    ["an option that there is not", { boddy: "Council" }, "unknown-key boddy"],
  ])("%s of a programme", (_, options, expected) => {
    expect(inShort(cost("Line", 1), options)).toEqual([expected]);
  });

  test.each<[string, () => unknown, string]>([
    ["a line to explain", () => explain(rent, unchecked(undefined)), "unknown-name"],
    ["a period to explain", () => explain(rent, "Rent", unchecked(5)), "malformed-period"],
    ["a scenario", () => withScenario(rent, unchecked({})), "unknown-name"],
    ["values", () => withValues(rent, unchecked(null)), "wrong-shape"],
    ["a layout", () => layOut(evaluate(rent), unchecked(null)), "wrong-shape"],
    ["a unit of print", () => layOut(evaluate(rent), unchecked({ unit: "pence" })), "wrong-shape"],
    ["decimals", () => layOut(evaluate(rent), unchecked({ decimals: "two" })), "wrong-shape"],
    ["columns", () => layOut(evaluate(rent), unchecked({ columns: "total" })), "wrong-shape"],
    ["a table", () => layOut(evaluate(rent), unchecked({ table: 5 })), "wrong-shape"],
    ["names of measures", () => simulate(rent, unchecked({ measures: "balance" })), "wrong-shape"],
    ["a method of drawing", () => simulate(rent, unchecked({ method: "quick" })), "wrong-shape"],
    ["an outcome", () => sensitivity(rent, unchecked({ outcome: 5 })), "wrong-shape"],
    ["an outcome to turn", () => switchingValue(rent, unchecked({})), "missing-key"],
    [
      "a side of a grid",
      () => twoWayGrid(rent, unchecked({ outcome: "balance", across: 1, down: 2 })),
      "wrong-shape",
    ],
    ["outcomes", () => compareScenarios(rent, unchecked({ outcomes: "balance" })), "wrong-shape"],
    ["a rate of a schedule", () => flatSchedule(unchecked(undefined)), "wrong-shape"],
    ["a choice", () => npv(unchecked({ flows: [1], rate: 0, timing: deep })), "wrong-shape"],
  ])("%s", (_, act, code) => {
    try {
      act();
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InvestToSaveError)) throw error;
      expect(error.issues[0]?.code).toBe(code);
      expect(error.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

test("what is no text is no day, year, period or name", () => {
  for (const value of [undefined, null, 5, {}, [], Symbol("a")]) {
    expect(parseDay(unchecked(value))).toMatchObject({ ok: false, reason: "malformed" });
    expect(parseFinancialYear(unchecked(value))).toMatchObject({ ok: false, reason: "malformed" });
    expect(parsePeriod(two, unchecked(value))).toMatchObject({ ok: false, reason: "malformed" });
    expect([idOf(unchecked(value)), scheduleNamed(unchecked(value))]).toEqual(["", undefined]);
  }
});

test("a name of blanks is in quotes where it would not be seen", () => {
  const issue = { code: "unknown-key", severity: "error", path: [], message: "m", received: "\r" } as const;
  expect(issueText(issue)).toContain("received: “");
});

describe("what would be lost on the way to paper or to a file", () => {
  const own = years("2025/26", "2026/27");
  const issuesOf = (...parts: Part[]) =>
    build("Hub", own, { source: "bid" }, [cost("Staff", 5), ...parts]).issues.map(
      ({ path, message }) => `${path.join(" > ")}: ${message}`,
    );

  test("a memorandum row that stands in no table would be printed nowhere", () => {
    expect(issuesOf(memorandum("Families", 30))).toEqual([
      "Families: Families is a memorandum row, and stands in no table",
    ]);
    expect(issuesOf(table("Activity", {}, memorandum("Families", 30)))).toEqual([]);
  });

  test("a cost in a table of memorandum rows would be in no total", () => {
    expect(issuesOf(table("Activity", {}, cost("Rent", 30)))).toEqual([
      "Rent: Rent is a cost, and stands in a table of memorandum rows",
    ]);
  });

  test("a letter that a program lost is asked for again, in words and in names", () => {
    expect(issuesOf(cost("Caf\ufffd", 1))).toEqual([
      "parts > 1 > label: parts > 1 > label cannot be “Caf\ufffd”",
    ]);
    expect(issuesOf(cost("Rent", 1, { note: "half \ud83d" }))).toHaveLength(1);
    expect(issuesOf(cost("Pool", 1, { ["\ud83d"]: 1 } as never))).not.toEqual([]);
  });

  test("a condition on what is no name says what was given", () => {
    const assumed = assumption("Rent a year", { value: 5, unit: "£" });
    const issues = issuesOf(assumed, condition("Low", { row: ["Rent a year"], "at most": 5 } as never));
    expect(issues.join()).toContain("a list of 1");
    expect(issues.join()).not.toContain("[object");
  });
});

describe("parts that are not what they seem", () => {
  const own = years("2025/26", "2026/27");
  const rent = cost("Rent", 5_000);
  const issuesOf = (...parts: unknown[]) =>
    build("Hub", own, { source: "bid" }, [cost("Staff", 5), ...parts] as Part[]).issues.map(
      ({ path, hint }) => `${path.join(" > ")}: ${hint}`,
    );

  test("a group with a line or a group in the place of its options loses neither", () => {
    const said = 'Team > subtotal: write it like group("Team", {}, cost(…))';
    expect(issuesOf(group("Team", rent as never, cost("Cars", 1)))).toEqual([said]);
    expect(
      issuesOf(group("Team", group("Inner", { subtotal: "Sub" }, rent) as never, cost("Cars", 1))),
    ).toEqual([said]);
    expect(issuesOf(group("Team", "sub" as never, rent))).toEqual([]);
    expect(issuesOf(group("Team", undefined as never, rent))).toEqual([]);
  });

  test.each(["costs", "Cost", undefined, Number.NaN, {}, "__proto__", Object.create(null)])(
    "a line of the kind %j would be in no total",
    (kind) => {
      expect(issuesOf({ ...rent, kind }).join()).toMatch(/^Rent > kind: /);
    },
  );

  test.each(["path", "optionsPath"])("what stands for a place in a file is a list of names: %s", (key) => {
    for (const place of [5, {}, "x", [Symbol("x")], [Object.create(null)]])
      expect(issuesOf({ ...rent, [key]: place }).join()).toMatch(new RegExp(`^parts > 1 > ${key}: `));
  });

  test("a driver whose name is no text is none", () => {
    expect(issuesOf({ ...rent, driver: { ...rent.driver, name: Symbol("x") } }).join()).toMatch(
      /^Rent > driver > name: /,
    );
  });

  test("a programme stays what its stamp says, whatever becomes of the data that it was made of", () => {
    const options = { source: "bid", notes: ["a note"] };
    const detail = { note: "as agreed" };
    const made = programme("Hub", own, options, cost("Rent", 1, detail));
    const before = [print(made), stampOf(made).inputs];
    options.source = "hearsay";
    options.notes.push("another");
    detail.note = "never agreed";
    expect([print(made), stampOf(made).inputs]).toEqual(before);
    expect(made.options).toEqual({ source: "bid", notes: ["a note"] });
  });
});
