import { evaluate, type Programme, stampOf } from "invest-to-save";
import { readProgramme, writeModel } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { compareTables } from "../../src/table/comparison.ts";
import { textOf } from "../cli/repository.ts";
import { everyDriver } from "./every-driver.ts";

const monthly = `
title: By month
years: Apr 2025 to Mar 2027
by: month
prices: 2025/26
source: the bid
costs:
  Rent: { 2025/26 Q1: 300, Jul 2025: 50, 2026/27: 900, date: 2025-04-13, review by: 2026/27 }
  Fees: { level: { amount: 10, from: 13 April 2025, to: 2026/27 Q2 }, prices: 2025/26 }
scenarios:
  Dear: { set: { rent@2026/27: 1000, fees.from: 2025-07-01 } }
`;

const models: [string, Programme][] = [
  ["that has something of everything", readProgramme(textOf("test/gallery/models/hub.yaml"))],
  ["with every driver", readProgramme(JSON.stringify(everyDriver))],
  ["by month", readProgramme(monthly)],
];

const months = ["January", "February", "March", "April", "May", "June", "July"].concat([
  "August",
  "September",
  "October",
  "November",
  "December",
]);

/** Every way to write a year, a quarter, a month or a day that is read as one, for each of those in a text. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  "years as 25/26": (text) => text.replace(/\b20(\d\d)\/(\d\d)\b/g, "$1/$2"),
  "years as 2025-26": (text) => text.replace(/\b(20\d\d)\/(\d\d)\b/g, "$1-$2"),
  "years as 2025–26": (text) => text.replace(/\b(20\d\d)\/(\d\d)\b/g, "$1–$2"),
  "years as 2025/2026": (text) => text.replace(/\b(20\d\d)\/(\d\d)\b/g, "$1/20$2"),
  "quarters as q1": (text) => text.replace(/\bQ([1-4])\b/g, "q$1"),
  "months in full": (text) =>
    text.replace(/\b([A-Z][a-z]{2}) (20\d\d)\b/g, (_, name: string, year: string) => {
      const month = months.find((one) => one.startsWith(name)) ?? name;
      return `${month.toUpperCase()} ${year}`;
    }),
  "days in words": (text) =>
    text.replace(/\b(20\d\d)-(\d\d)-(\d\d)\b/g, (_, year: string, month: string, day: string) => {
      return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
    }),
};

/** What is words, and no period, though it may hold one. */
const words = ["title", "source", "assumed", "placeholder", "note", "edition", "says"];

/** Data with its periods written otherwise, in keys and in what stands under them. */
function respelled(data: unknown, spell: (text: string) => string): unknown {
  if (typeof data === "string") return spell(data);
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.map((own) => respelled(own, spell));
  return Object.fromEntries(
    Object.entries(data).map(([key, own]) => [spell(key), words.includes(key) ? own : respelled(own, spell)]),
  );
}

describe.each(models)("a model %s", (_, model) => {
  const written = writeModel(model, "json");
  const data: unknown = JSON.parse(written);

  test.each(Object.entries(spellings))(
    "with %s comes from the same inputs, and nothing is told of it",
    (_, spell) => {
      const other = readProgramme(JSON.stringify(respelled(data, spell)));
      expect(stampOf(other).inputs).toBe(stampOf(model).inputs);
      expect(Object.values(compareTables(evaluate(model), evaluate(other))).flat()).toEqual([]);
    },
  );
});

test("every spelling is that of something in a model", () => {
  const all = models.map(([, model]) => writeModel(model, "json")).join();
  for (const [name, spell] of Object.entries(spellings)) expect(spell(all), name).not.toBe(all);
});

test("an input that is called by its year has it in every spelling", () => {
  const named = (name: string) =>
    readProgramme(
      JSON.stringify({
        ...everyDriver,
        scenarios: { Steeper: { set: { [name]: 12 }, says: "more at the start" } },
      }),
    );
  const inputs = ["line.2025/26", "line.25/26", "line.2025-26", "line.2025/2026"].map(
    (name) => stampOf(named(name)).inputs,
  );
  expect(new Set(inputs).size).toBe(1);
});

test("and another year is another input", () => {
  const model = (year: string) =>
    readProgramme(
      `{ "title": "T", "years": "2025/26 to 2026/27", "source": "s", "costs": { "A": { "${year}": 5 } } }`,
    );
  expect(stampOf(model("26/27")).inputs).not.toBe(stampOf(model("25/26")).inputs);
});
