import { expect, test } from "vitest";
import { balances } from "../../src/drivers/balances.ts";
import { level } from "../../src/drivers/level.ts";
import * as lines from "../../src/drivers/lines.ts";
import { once } from "../../src/drivers/once.ts";
import { percentage } from "../../src/drivers/percentage.ts";
import { read } from "../../src/file/read.ts";
import { writeModel } from "../../src/file/write.ts";
import { build } from "../../src/programme/building/build.ts";
import type { Part, Programme } from "../../src/programme/programme.ts";
import { years } from "../../src/time/timelines.ts";
import { print } from "../../src/write/print.ts";
import { attributesOf, givenOf } from "../fuzz/programmes.ts";
import { everyDriver } from "./every-driver.ts";

/** What callers without types may hand over at any place, and values of the right kind that say nothing. */
const strange: readonly unknown[] = [1, "", "then", [], ["x"], {}, null, undefined, Array(2)];

/** A call of a function of the library, as data: its name, and what it is given. */
interface Call {
  readonly call: string;
  readonly given: readonly unknown[];
}

const call = (name: string, ...given: unknown[]): Call => ({ call: name, given });
const functions = { ...lines, balances, level, once, percentage } as unknown as Record<
  string,
  (...given: unknown[]) => unknown
>;

const isCall = (data: unknown): data is Call => typeof data === "object" && data !== null && "call" in data;
const made = (data: unknown): unknown =>
  isCall(data) ? functions[data.call]?.(...data.given.map(made)) : data;

/** Every place in data: of each value with nothing below it, and of each list and set of keys. */
function placesIn(data: unknown, path: readonly string[] = []): string[][] {
  if (typeof data !== "object" || data === null) return [[...path]];
  if (isCall(data)) return data.given.flatMap((one, at) => placesIn(one, [...path, "given", String(at)]));
  const below = Object.entries(data).flatMap(([key, value]) => placesIn(value, [...path, key]));
  return path.length === 0 ? below : [[...path], ...below];
}

/** The same data with another value at a place. */
function put(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((one, at) => (String(at) === key ? put(one, rest, value) : one));
  const own = data as Readonly<Record<string, unknown>>;
  return { ...own, [key]: put(own[key], rest, value) };
}

/** A programme as it is printed, but for its fingerprint. */
const printed = (programme: Programme) =>
  print(programme, { as: "json" }).replace(/"inputs": "[0-9a-f]+"/, "");

/** What is lost of a programme that is written to a file and read again. */
function lost(programme: Programme): string[] {
  const { programme: again, issues } = read(writeModel(programme));
  // A file is judged whole, and so is what its ranges come to; code is told of that when it draws.
  const refused = issues.filter(
    ({ severity, message }) => severity === "error" && !/can be drawn/.test(message),
  );
  if (again === undefined) return refused.map(({ message }) => `refused: ${message}`);
  return printed(programme) === printed(again) ? [] : ["it prints otherwise"];
}

/** What goes wrong where each place in turn holds each strange value. */
function faultsOf(whole: unknown, first: readonly string[], parts: (whole: never) => unknown): string[] {
  const faults: string[] = [];
  for (const path of placesIn(whole).filter((path) => first.every((key, at) => path[at] === key)))
    for (const value of strange) {
      const { title, options, ...given } = put(whole, path, value) as Readonly<Record<string, never>>;
      const where = `${path.join(" > ")}: ${JSON.stringify(value)}`;
      const own = build(
        title as never,
        years("2025/26", "2028/29"),
        options as never,
        parts(given as never) as Part[],
      );
      if (own.programme !== undefined) faults.push(...lost(own.programme).map((one) => `${where}: ${one}`));
      else if (own.issues.length === 0) faults.push(`${where}: refused without a word`);
    }
  return faults;
}

const detail = {
  source: "a bid",
  owner: "Finance",
  date: "2025-04-01",
  "review by": "2026-04-01",
  note: "a note",
};

const options = {
  source: "bid",
  body: "Council",
  labels: { "Total Cost": "All costs" },
  "print in": "thousands",
  notes: ["a note"],
  prices: "nominal",
};

const everyPart: readonly Call[] = [
  call("assumption", "Rent a year", { value: 1200, unit: "£ per year", low: 900, high: 1500, ...detail }),
  call("assumption", "Share", {
    value: 0.5,
    unit: "share",
    range: { shape: "triangular", low: 0.2, high: 0.7, source: "a study" },
  }),
  call("index", "Fees", { edition: "May 2025", levels: { "2025/26": 100, then: 102 }, ...detail }),
  call("index", "Pay", { edition: "May 2025", base: "2025/26", growth: { "2026/27": 0.02, then: 0.01 } }),
  call("cost", "Rent", call("level", { amount: "Rent a year", from: "2025-07-01", to: "2026/27" }), {
    ...detail,
    agency: "Council",
    spend: "revenue",
    term: "recurrent",
    eligible: true,
    prices: "nominal",
  }),
  call("cost", "Fund", { "2025/26": 5000, then: 4000 }, { prices: "2025/26", uplift: "Fees" }),
  call("cost", "Set-up", { "2025/26": 900 }),
  call("cost", "Overheads", call("percentage", { of: "Staff", rate: "Share" })),
  call("group", "Team", { subtotal: "Whole team" }, call("cost", "Staff", 5)),
  call(
    "saving",
    "Fewer",
    { "2026/27": 700 },
    { cashable: "avoided cost", agency: "Health", "counts in": "financial case" },
  ),
  call("funding", "Grant", call("balances", "2025/26"), { agency: "Health" }),
  call("condition", "Met", {
    row: "balance",
    "at most": 99_000,
    from: "2026/27",
    to: "2026/27",
    severity: "warning",
    says: "it is met",
  }),
  call("scenario", "Dearer", { "rent-a-year": 1300 }, "what if"),
  call("correlation", ["Rent a year", "Share"], 0.5, { source: "a study", note: "a note" }),
  call(
    "table",
    "Beside",
    { column: "Count", total: "All", "print in": "pounds", decimals: 1 },
    call("memorandum", "Beds", call("once", { value: 2, unit: "places", ...detail }), {
      unit: "places",
      totals: "none",
    }),
  ),
];

test("what a programme in code may say of itself and its parts, a file holds", () => {
  const whole = { title: "Whole", options, parts: everyPart };
  const parts = ({ parts }: typeof whole) => (Array.isArray(parts) ? parts.map(made) : parts);
  expect(
    build(whole.title, years("2025/26", "2028/29"), options as never, parts(whole) as Part[]).issues,
  ).toEqual([]);
  expect(faultsOf(whole, [], parts)).toEqual([]);
});

const sections = { costs: lines.cost, funding: lines.funding, savings: lines.saving } as const;
type Section = keyof typeof sections;
type Lines = Readonly<Record<string, unknown>>;
interface Model extends Readonly<Record<Section, Lines>> {
  readonly indices: Lines;
  readonly assumptions: Lines;
}

/** The parts of a model with one line and those that others name. */
function partsWith(label: string, { assumptions, indices, ...all }: Model): unknown[] {
  const among = [label, "Team", "Budget", "Conferences"];
  return [
    ...Object.entries(assumptions).map(([name, own]) => lines.assumption(name, own as never)),
    ...Object.entries(indices).map(([name, own]) => lines.index(name, own as never)),
    ...Object.entries(sections).flatMap(([section, line]) =>
      Object.entries(all[section as Section])
        .filter(([name]) => among.includes(name))
        .map(([name, own]) => line(name, givenOf(own) as never, attributesOf(own) as never)),
    ),
  ];
}

const everyLine = Object.keys(sections).flatMap((section) =>
  Object.keys(everyDriver[section as Section]).map((label) => ({ section, label })),
);

test.each(everyLine)("what the line $label in code may be given, a file holds", ({ section, label }) => {
  const whole = { ...everyDriver, options: { source: "bid" } };
  const parts = (given: Model) => partsWith(label, given);
  expect(
    build("Whole", years("2025/26", "2028/29"), whole.options, parts(whole) as Part[]).programme,
  ).toBeDefined();
  // The line itself may be anything; what it is given is what its driver looks at.
  const faults = faultsOf(whole, [section, label], parts);
  expect(faults.filter((fault) => !fault.startsWith(`${section} > ${label}:`))).toEqual([]);
});
