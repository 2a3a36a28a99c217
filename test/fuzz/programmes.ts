import * as appraisal from "../../src/appraisal.ts";
import { driverKinds } from "../../src/drivers/kinds.ts";
import { level } from "../../src/drivers/level.ts";
import {
  assumption,
  condition,
  correlation,
  cost,
  funding,
  group,
  index,
  memorandum,
  saving,
  scenario,
  table,
} from "../../src/drivers/lines.ts";
import { build, programme } from "../../src/programme/building/build.ts";
import type { Part } from "../../src/programme/programme.ts";
import { withScenario } from "../../src/programme/scenarios.ts";
import { withValues } from "../../src/programme/with-values.ts";
import { layOut } from "../../src/sheet/lay-out.ts";
import { evaluate } from "../../src/table/evaluate.ts";
import { explain } from "../../src/table/explain.ts";
import { months, quarters, years } from "../../src/time/timelines.ts";
import * as vary from "../../src/vary.ts";
import { everyDriver } from "../laws/every-driver.ts";
import type { Chance } from "./chance.ts";
import { changedData } from "./change.ts";
import { everythingWith } from "./everything.ts";
import { nastyTexts, nastyValues } from "./nasty.ts";
import { type Input, orIssues } from "./promises.ts";

/** What callers without types hand over where the types would not let them. */
const unchecked = (value: unknown) => value as never;
const nasty = nastyValues();

/** Data as a person would see it, whatever it is. */
function shown(value: unknown, depth = 0): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (depth > 10) return "…";
  const own = Object.entries(value).map(([key, one]) => `${key}: ${shown(one, depth + 1)}`);
  const text = `{ ${own.join(", ")} }`;
  return Object.getPrototypeOf(value) === Object.prototype
    ? text
    : `${value.constructor?.name ?? "none"} ${text}`;
}

type Lines = Readonly<Record<string, unknown>>;
const sections: readonly [(label: string, given: never, attributes?: never) => unknown, Lines][] = [
  [cost, everyDriver.costs],
  [funding, everyDriver.funding],
  [saving, everyDriver.savings],
  [memorandum, everyDriver.memorandum.Counts.lines],
];

/** The lines of a model with every driver, built in code with options that no type would let through. */
export function programmeInCode(chance: Chance): Input {
  const made = partsOf(chance);
  const options = chance.happens(0.3)
    ? changedData(chance, { source: "bid", body: "Council", "print in": "thousands", notes: ["a"] }, nasty)
    : { source: "bid" };
  const title = chance.happens(0.1) ? chance.of(nasty) : "Fuzzed";
  const timeline = chance.of([years, quarters, months] as const)("2025/26", "2028/29");
  return {
    shown: shown({ title, options, parts: made.data }),
    act: async () => {
      const { programme: built, issues } = build(
        unchecked(title),
        timeline,
        unchecked(options),
        made.parts(),
      );
      if (built === undefined) return { issues, refused: true };
      const done = await everythingWith(built, chance);
      return { ...done, issues: [...issues, ...done.issues], refused: false };
    },
  };
}

function partsOf(chance: Chance): { data: unknown; parts: () => Part[] } {
  const data: unknown[] = [];
  const makers: (() => unknown)[] = [];
  for (const [of, lines] of sections) {
    for (const [label, whole] of Object.entries(lines)) {
      if (chance.happens(0.6) && !["Team", "Budget"].includes(label)) continue;
      const given = chance.happens(0.35) ? changedData(chance, whole, nasty) : whole;
      const name = chance.happens(0.03) ? chance.of(nasty) : label;
      const kind = chance.happens(0.9) ? of : chance.of(sections)[0];
      data.push([name, given]);
      makers.push(() => kind(unchecked(name), unchecked(givenOf(given)), unchecked(attributesOf(given))));
    }
  }
  const beside = besideLines(chance);
  data.push(beside.data);
  return { data, parts: () => [...makers.map((make) => make()), ...beside.parts()] as Part[] };
}

/** A driver as code makes it, or whatever stands in its place. */
export function givenOf(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  for (const { name, from } of driverKinds)
    if (name !== "amounts from" && Object.hasOwn(given, name)) return from(unchecked((given as never)[name]));
  const { eligible: _, prices: __, uplift: ___, ...amounts } = given as Record<string, unknown>;
  return amounts;
}

export function attributesOf(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return {};
  const { eligible, prices, uplift } = given as Record<string, unknown>;
  return {
    ...(eligible === undefined ? {} : { eligible }),
    ...(prices === undefined ? {} : { prices }),
    ...(uplift === undefined ? {} : { uplift }),
  };
}

/** Everything of a programme that is no line. */
function besideLines(chance: Chance): { data: unknown; parts: () => unknown[] } {
  const changed = (data: unknown) => (chance.happens(0.15) ? changedData(chance, data, nasty) : data);
  const given = {
    assumptions: Object.entries(everyDriver.assumptions).map((own) => changed(own)),
    indices: Object.entries(everyDriver.indices).map((own) => changed(own)),
    condition: changed(["Met in the end", { row: "balance", "at most": 1000, from: "2027/28" }]),
    scenario: changed(["Dearer", { "yearly-rent": 1300 }]),
    correlation: changed([["Yearly rent", "Share of the benefit"], 0.5]),
    group: changed(["Group", { subtotal: "Sub" }]),
    table: changed(["Beside", { column: "Count" }]),
  };
  const call = (act: unknown, own: unknown, ...more: unknown[]) =>
    (act as (...all: unknown[]) => unknown)(...(Array.isArray(own) ? own.slice(0, 2) : [own]), ...more);
  return {
    data: given,
    parts: () => [
      ...given.assumptions.map((own) => call(assumption, own)),
      ...given.indices.map((own) => call(index, own)),
      call(condition, given.condition),
      ...(chance.happens(0.3) ? [call(scenario, given.scenario), call(correlation, given.correlation)] : []),
      call(group, given.group, cost("In a group", 5)),
      call(table, given.table, memorandum("Beds", 2)),
    ],
  };
}

const plain = () =>
  programme(
    "Plain",
    years("2025/26", "2027/28"),
    { source: "bid" },
    assumption("Saved a year", { value: 600, unit: "£ per year", low: 300, high: 700 }),
    cost("Crew", { "2025/26": 1_000 }),
    saving("Contracts", level({ amount: "Saved a year" })),
    scenario("Dearer", { "saved-a-year": 500 }),
  );

const flows = {
  flows: [-100, 60, 70],
  rate: "3.5%",
  years: 3,
  payment: 5,
  "present value": 10,
  amount: 100,
  weights: [1, 2, 3],
  schedule: "green book 2022",
  timing: "end",
  period: 1,
};
const looks = {
  measures: ["balance"],
  measure: "balance",
  chances: ["balance below 0"],
  fans: ["balance"],
  draws: 64,
  seed: 1,
  by: "10%",
  assumptions: ["Saved a year"],
  target: 0,
  from: 1,
  to: 700,
  appraisal: { rate: "3.5%" },
};

/** Every function that is handed a programme or options, with what no type would let through. */
const calls: readonly {
  readonly name: string;
  readonly options: object;
  readonly act: (given: unknown) => unknown;
}[] = [
  ...Object.entries(appraisal)
    .filter(
      ([name, own]) =>
        typeof own === "function" && !["appraise", "measures", "compareOptions", "withOption"].includes(name),
    )
    .map(([name, own]) => ({ name, options: flows, act: own as (given: unknown) => unknown })),
  {
    name: "appraise",
    options: { rate: "3.5%", timing: "middle", case: "economic", agencies: { Council: 1 } },
    act: (given) => appraisal.appraise(plain(), unchecked(given)),
  },
  { name: "simulate", options: looks, act: (given) => vary.simulate(plain(), unchecked(given)) },
  { name: "sensitivity", options: looks, act: (given) => vary.sensitivity(plain(), unchecked(given)) },
  {
    name: "switchingValues",
    options: looks,
    act: (given) => vary.switchingValues(plain(), unchecked(given)),
  },
  {
    name: "compareScenarios",
    options: looks,
    act: (given) => vary.compareScenarios(plain(), unchecked(given)),
  },
  {
    name: "layOut",
    options: { unit: "thousands", decimals: 1, total: true, round: "footed", columns: [], table: undefined },
    act: (given) => layOut(evaluate(plain()), unchecked(given)),
  },
  {
    name: "withValues",
    options: { "saved-a-year": 5, "crew@2025/26": "7k" },
    act: (given) => withValues(plain(), unchecked(given)),
  },
  {
    name: "withScenario",
    options: { name: "Dearer" },
    act: (given) => withScenario(plain(), unchecked((given as { name?: unknown } | null)?.name)),
  },
  {
    name: "explain",
    options: { name: "Crew" },
    act: (given) => explain(plain(), unchecked((given as { name?: unknown } | null)?.name)),
  },
];

/** One of the functions that are called on their own. */
export function functionCall(chance: Chance): Input {
  const { name, options, act } = chance.of(calls);
  const kept = Object.fromEntries(Object.entries(options).filter(() => chance.happens(0.6)));
  const given = chance.happens(0.1) ? chance.of(nasty) : changedData(chance, kept, nasty);
  return {
    shown: `${name} ${shown(given)} ${nastyTexts.length}`,
    act: () => {
      const { issues } = orIssues(() => act(given));
      return { issues, refused: issues.length > 0 };
    },
  };
}
