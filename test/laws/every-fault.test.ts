import fc from "fast-check";
import { build, cost, group, scenario, years } from "invest-to-save";
import { read } from "invest-to-save/file";
import { describe, expect, test } from "vitest";

type Model = Record<string, unknown>;

/** A sound model with something in every section. */
const sound = {
  title: "Family hubs",
  body: "Council",
  years: "2024/25 to 2026/27",
  source: "bid of 1 May 2024",
  assumptions: { Families: { value: 40, unit: "£ per year" }, Fee: { value: 12, unit: "£ per year" } },
  indices: {
    Pay: {
      source: "index of May 2024",
      edition: "May 2024",
      levels: { "2024/25": 100, then: 104 },
      base: "2024/25",
    },
  },
  costs: {
    Staff: { level: { amount: "Families" } },
    Rent: { "2024/25": 1000, then: 1200, note: "the lease" },
    Fees: { level: { amount: "Fee" } },
    Pay: { lines: { Cover: { level: { amount: 10 } } } },
  },
  funding: { Grant: { "2024/25": 500 } },
  savings: { Placements: { "2025/26": 3000, then: 4000, agency: "Health" } },
  conditions: { "Within grant": { row: "Rent", "at most": 9000 } },
  memorandum: { Sources: { lines: { Given: { "2024/25": 5 } } } },
  scenarios: { Dearer: { set: { Families: 50 } } },
  appraisal: { rate: "3.5%", timing: "start", for: "Council" },
};

/** A leaf that is broken, by its section and path, and what stands there instead. */
const breaks: readonly [section: string, path: readonly string[], value: unknown][] = [
  ["body", ["body"], 5],
  ["print in", ["print in"], "pence"],
  ["notes", ["notes"], "none"],
  ["assumption", ["assumptions", "Families", "value"], "forty families"],
  ["index", ["indices", "Pay", "base"], ["2024/25"]],
  ["line", ["costs", "Staff", "level", "amount"], "nobody knows"],
  ["line", ["costs", "Staff", "level"], { amount: 1, amuont: 2 }],
  ["another line", ["costs", "Rent", "2024/25"], "1,000"],
  ["another line", ["costs", "Rent", "note"], "\ud83d"],
  ["group", ["costs", "Pay", "subtotal"], 4],
  ["funding", ["funding", "Grant", "2024/25"], "5OO"],
  ["saving", ["savings", "Placements", "2025/26"], true],
  ["condition", ["conditions", "Within grant", "at most"], ["much"]],
  ["table", ["memorandum", "Sources", "decimals"], "two"],
  ["scenario", ["scenarios", "Dearer", "set"], 3],
  ["rate", ["appraisal", "rate"], 3.5],
  ["timing", ["appraisal", "timing"], "noon"],
];

function broken(path: readonly string[], value: unknown, model: Model): Model {
  const [key = "", ...rest] = path;
  return { ...model, [key]: rest.length === 0 ? value : broken(rest, value, (model[key] ?? {}) as Model) };
}

/** The key path of the fault that a break makes: a slip in a key is told of that key. */
function toldAt([, path, value]: (typeof breaks)[number]): string {
  const slip = typeof value === "object" && value !== null && "amuont" in value;
  return [...path, ...(slip ? ["amuont"] : [])].join(" > ");
}

function told(model: Model): string[] {
  const { issues } = read(JSON.stringify(model, null, 2));
  return issues.flatMap(({ severity, path }) => (severity === "error" ? [path.join(" > ")] : []));
}

describe("the faults of a model file", () => {
  test("are none where the model is sound", () => {
    expect(told(sound)).toEqual([]);
  });

  test("are all told, each once and no other, however many sections they are in", () => {
    fc.assert(
      fc.property(fc.subarray([...breaks], { minLength: 1, maxLength: 4 }), (chosen) => {
        const each = chosen.filter(
          ([section], at) => chosen.findIndex(([other]) => other === section) === at,
        );
        const model = each.reduce<Model>((one, [, path, value]) => broken(path, value, one), sound);
        expect(told(model).sort()).toEqual(each.map(toldAt).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("are told one by one", () => {
    const found = breaks.map(([, path, value]) => told(broken(path, value, sound)));
    expect(found).toEqual(breaks.map((one) => [toldAt(one)]));
  });
});

describe("the place of a fault", () => {
  const base = { title: "H", years: "2025/26", source: "s" };
  test.each([
    [
      "a note",
      { ...base, costs: { Staff: { "2025/26": 1, note: "\ud83d" } } },
      ["costs", "Staff", "note"],
      8,
    ],
    [
      "the label of an assumption",
      { ...base, costs: { Staff: 1 }, assumptions: { "b\ud800": { value: 3, unit: "£" } } },
      ["assumptions", "b\ud800"],
      9,
    ],
    [
      "the label of a condition",
      { ...base, costs: { Staff: 1 }, conditions: { "b\ud800": { row: "Staff", "at most": 3 } } },
      ["conditions", "b\ud800"],
      9,
    ],
    [
      "the label of a line with a driver",
      { ...base, costs: { Staff: 1, "b\ud800": { level: { amount: 5 } } } },
      ["costs", "b\ud800"],
      7,
    ],
  ])("with a lost letter is its key path and line: %s", (_, model, path, line) => {
    const { issues } = read(JSON.stringify(model, null, 1));
    expect(issues.map((issue) => [issue.code, issue.path, issue.place?.line])).toEqual([
      ["wrong-shape", path, line],
    ]);
  });

  test.each([5_000, 100_000])("with %i digits is where the numeral stands", (digits) => {
    const { issues } = read(`title: H\nyears: 2025/26\nsource: s\ncosts:\n  Staff: ${"1".repeat(digits)}\n`);
    expect(issues).toMatchObject([
      { code: "too-many-digits", path: ["costs", "Staff"], place: { line: 5, column: 3 } },
    ]);
  });
});

describe("a label with nothing in it", () => {
  const base = { title: "H", years: "2025/26", source: "s", costs: { Staff: 1 } };
  test.each<[string, Model, readonly string[]]>([
    ["a group", { costs: { " ": { lines: { Staff: 1 } } } }, ["costs", " "]],
    ["a scenario", { scenarios: { "": { set: {} } } }, ["scenarios", ""]],
    ["a table", { memorandum: { "": { lines: { Given: 4 } } } }, ["memorandum", ""]],
    ["an option of the appraisal", { appraisal: { options: { "": {} } } }, ["appraisal", "options", ""]],
    ["a heading", { costs: { heading: "", lines: { Staff: 1 } } }, ["costs", "heading"]],
    ["the balance", { balance: " " }, ["balance"]],
    [
      "a source of a waterfall",
      { funding: { Grant: { waterfall: { "": { "up to": 3 } } } } },
      ["funding", "Grant", "waterfall", ""],
    ],
  ])("is refused: %s", (_, more, path) => {
    const { issues } = read(JSON.stringify({ ...base, ...more }));
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([["wrong-shape", path]]);
  });

  test("is refused in code too, for a heading, a group and a scenario", () => {
    const { issues } = build("H", years("2024/25", "2025/26"), { source: "s", labels: { costs: " " } }, [
      group("", {}, cost("Staff", 1)),
      scenario("", { staff: 2 }),
    ]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["wrong-shape", ["labels", "costs"]],
      ["wrong-shape", [""]],
      ["wrong-shape", [""]],
    ]);
  });
});
