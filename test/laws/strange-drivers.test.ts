import {
  build,
  cost,
  type Driver,
  decimal,
  evaluate,
  formula,
  type LineContext,
  years,
} from "invest-to-save";
import { expect, test } from "vitest";
import { strange } from "./strange.ts";

const pound = formula.constant(decimal(1), "£");
const above = formula.compare(pound, "above", formula.nil);
const told = { code: "out-of-range", message: "too much", expected: "less", received: "more", hint: "less" };

/** A sound call of each thing that a driver asks of its line. */
const asked: Readonly<Record<string, readonly unknown[]>> = {
  value: ["rate", 5, "£", { least: 0 }],
  amounts: ["by year", { "2024/25": 5 }, "£"],
  levels: ["level", 5, "children", { least: 0 }],
  structure: ["steps", [0, 1], "number"],
  day: ["from", "2024-05-01", "first"],
  month: ["until", "May 2024", "last"],
  periods: ["in", "2024/25"],
  named: ["of", "Rent"],
  unitOf: ["Rent"],
  costs: [],
  companion: ["repayment", "Paid back", pound, { agency: "Council" }],
  condition: ["Enough", { formula: above }],
  relation: ["rate", { ...told, label: "Above nil", formula: above }],
  row: ["part", { unit: "£", totals: "sum", formula: pound }],
  claims: [[formula.row("rent")]],
  foundBy: ["who", "Health", pound],
  ownSavings: [],
  takesFrom: [formula.row("rent"), pound],
  leftToMeet: [[true, false]],
  turn: ["Rent", pound],
  unspent: ["team", pound],
  fault: ["rate", told],
};

const spoken = new Set<string>();

/** A programme whose driver asks one thing of its line. */
function built(method: string, args: readonly unknown[]) {
  const driver: Driver = {
    name: "own",
    options: {},
    build: (line) => {
      for (const [key, value] of Object.entries(line)) if (typeof value === "function") spoken.add(key);
      (line[method as keyof LineContext] as (...given: readonly unknown[]) => unknown)(...args);
      return pound;
    },
  };
  return build("Hub", years("2024/25", "2025/26"), { source: "plan" }, [
    cost("Rent", 5),
    cost("Team", driver),
  ]);
}

test.each(Object.entries(asked))(
  "%s, asked for what cannot be, is a fault of the programme",
  (method, sound) => {
    const calls = Object.entries(strange()).flatMap(([words, value]) =>
      sound.map((_, at) => ({ words, args: sound.map((own, i) => (i === at ? value : own)) })),
    );
    for (const { words, args } of [{ words: "sound", args: sound }, ...calls]) {
      const { programme, issues } = built(method, args);
      for (const { code, message, path } of issues)
        expect([words, [code, message, ...path].every(Boolean) && path.length > 0]).toEqual([words, true]);
      if (programme === undefined) expect(issues.length).toBeGreaterThan(0);
      else expect(evaluate(programme).rows.get("team")?.values.join(" ")).toBe("1 1");
    }
  },
);

test("everything that a driver can ask is asked", () => {
  built("costs", []);
  expect([...spoken].sort()).toEqual(Object.keys(asked).sort());
});

test("what must hold between inputs is not of what the timeline says", () => {
  const late = formula.compare(formula.fact("days"), "above", formula.nil);
  const { issues } = built("relation", ["rate", { ...told, label: "Long", formula: late }]);
  expect(issues.map(({ code, path }) => `${code} ${path.join(" > ")}`)).toEqual([
    "wrong-shape Team > relation",
  ]);
});
