import fc from "fast-check";
import {
  cost,
  type Driver,
  decimal,
  evaluate,
  formula as f,
  funding,
  type Programme,
  programme,
  stampOf,
  years,
} from "invest-to-save";
import { appraise, scheduleNamed } from "invest-to-save/appraisal";
import { waterfall } from "invest-to-save/drivers";
import { read, readProgramme, writeModel } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { usualTerms } from "../../src/programme/appraisal-options.ts";
import { linesIn } from "../../src/programme/lines-in.ts";
import { sayingsOf } from "../../src/programme/stamp/sayings.ts";
import { compareTables } from "../../src/table/comparison.ts";
import { textOf } from "../cli/repository.ts";
import { changes, type Data, withAt } from "./changes.ts";
import { everyDriver } from "./every-driver.ts";

const hub = readProgramme(textOf("test/gallery/models/hub.yaml"));
const every = readProgramme(JSON.stringify(everyDriver));
const models: [string, Programme][] = [
  ["that has something of everything", hub],
  ["with every driver", every],
];

/** Keys under which text stands as it is read. */
const texts = [
  "title",
  "source",
  "assumed",
  "placeholder",
  "note",
  "notes",
  "owner",
  "says",
  "edition",
  "date",
];

/** Where an amount stands in some data, and the amount. */
function amountsIn(
  data: unknown,
  path: readonly string[] = [],
): { path: readonly string[]; amount: string }[] {
  if (typeof data === "object" && data !== null)
    return Object.entries(data).flatMap(([key, own]) =>
      texts.includes(key) ? [] : amountsIn(own, [...path, key]),
    );
  const percent = /^(-?[\d.]+)%$/.exec(String(data))?.[1];
  if (percent !== undefined) return [{ path, amount: decimal(percent).div(100).toFixed() }];
  return /^-?\d+(\.\d+)?$/.test(String(data)) ? [{ path, amount: String(data) }] : [];
}

/** The same amount, written in other ways. */
const spellings: readonly ((amount: string) => string)[] = [
  (amount) => amount,
  (amount) => (amount.includes(".") ? `${amount}00` : `${amount}.00`),
  (amount) => decimal(amount).toExponential(),
  (amount) => `${decimal(amount).times(100).toFixed()}%`,
  (amount) => (amount.startsWith("-") ? amount : `+${amount}`),
];

const figuresOf = (programme: Programme) =>
  [...evaluate(programme).rows].map(([id, { values }]) => `${id}: ${values.join(" ")}`);

describe.each(models)("a model %s", (_, model) => {
  const data = JSON.parse(writeModel(model, "json")) as Data;
  const amounts = amountsIn(data);

  test("has the same fingerprint with its amounts written otherwise, and nothing to be told of", () => {
    expect(amounts.length).toBeGreaterThan(20);
    let used = 0;
    fc.assert(
      fc.property(fc.constantFrom(...amounts), fc.constantFrom(...spellings), ({ path, amount }, spell) => {
        const { programme } = read(JSON.stringify(withAt(data, path, spell(amount))));
        // A count of periods is a whole number, and no amount.
        if (programme === undefined) return;
        used += 1;
        expect(stampOf(programme).inputs, `${path.join(" > ")}: ${spell(amount)}`).toBe(
          stampOf(model).inputs,
        );
        expect(Object.values(compareTables(evaluate(model), evaluate(programme))).flat()).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(used).toBeGreaterThan(20);
  });

  test("has another fingerprint whenever a figure is another", () => {
    const before = figuresOf(model).join("\n");
    fc.assert(
      fc.property(fc.constantFrom(...changes(data)), ({ at, make }) => {
        const { programme } = read(JSON.stringify(make(data)));
        fc.pre(programme !== undefined && figuresOf(programme).join("\n") !== before);
        expect(stampOf(programme as Programme).inputs, at).not.toBe(stampOf(model).inputs);
      }),
      { numRuns: 25 },
    );
  });
});

/** Places in an option with what holds there unless told, as the driver says. */
function usualPlaces(usual: Driver["usual"], path: readonly string[] = []): [readonly string[], unknown][] {
  return Object.entries(usual ?? {}).flatMap(([key, own]) =>
    typeof own === "object"
      ? usualPlaces(own, [...path, key])
      : [[[...path, key], own] as [string[], unknown]],
  );
}

const isThere = (data: unknown, path: readonly string[]) =>
  path.reduce<unknown>((own, key) => (own as Data | undefined)?.[key], data) !== undefined;

test("what a driver takes unless told may be said or not: figures and fingerprint are the same", () => {
  const data = JSON.parse(writeModel(every, "json")) as Data;
  const sections = Object.entries(data).filter(([, own]) => typeof own === "object");
  const found = sections.flatMap(([section, lines]) =>
    Object.entries(lines as Data).flatMap(([label, line]) => {
      const part = linesIn(every.parts).find((own) => own.label === label);
      const name = part?.driver.name ?? "";
      return usualPlaces(part?.driver.usual).flatMap(([path, value]) => {
        const at = [section, label, name, ...path];
        const isWithin = isThere(line, [name, ...path.slice(0, -1)]);
        return isWithin ? [{ at, value, name }] : [];
      });
    }),
  );
  expect(new Set(found.map(({ name }) => name)).size).toBeGreaterThan(5);
  for (const { at, value } of found) {
    const [left, said] = [undefined, value].map((own) =>
      readProgramme(JSON.stringify(withAt(data, at, own))),
    );
    expect(figuresOf(said as Programme), at.join(" > ")).toEqual(figuresOf(left as Programme));
    expect(stampOf(said as Programme).inputs, at.join(" > ")).toBe(stampOf(left as Programme).inputs);
  }
});

describe("what holds unless told may be said or not", () => {
  const inputs = (text: string, asked = {}) => stampOf(appraise(readProgramme(text), asked)).inputs;
  const model = (more = "", line = "", appraisal = "") =>
    `title: Rent\nyears: 2025/26 to 2026/27\nsource: lease\nbody: Our council\n${more}costs:\n  Rent: { 2025/26: 1000${line} }\nappraisal: { inflation: 2%${appraisal} }\n`;

  test.each([
    { schedule: "green book 2022" },
    { schedule: "Green Book  2022" },
    { timing: "start" },
    { case: "financial" },
    { denominator: "costs" },
    { for: "our council" },
    { "base year": "2025-26" },
    { inflation: 0.02 },
  ])("of the terms of an appraisal: %o", (asked) => {
    expect(inputs(model(), asked)).toBe(inputs(model()));
    const [[key, value]] = Object.entries(asked) as [[string, unknown]];
    if (key === "inflation") return;
    expect(inputs(model("", "", `, "${key}": "${value}"`))).toBe(inputs(model()));
  });

  test.each([
    { schedule: "green book 2003" },
    { timing: "end" },
    { case: "economic" },
    { denominator: "costs less cashable savings" },
    { "base year": "2024/25" },
    { inflation: "3%" },
  ])("and other terms are other inputs: %o", (asked) => {
    expect(inputs(model(), asked)).not.toBe(inputs(model()));
  });

  test.each([
    ["prices: nominal\n", ""],
    ["print in: pounds\n", ""],
    ["", ", agency: Our Council"],
    ["", ", spend: revenue"],
    ["", ", term: recurrent"],
    ["", ", prices: nominal"],
  ])("of a model and its lines: %j%j", (more, line) => {
    expect(inputs(model(more, line))).toBe(inputs(model()));
    const [was, is] = [model(), model(more, line)].map((text) => evaluate(readProgramme(text)));
    expect(Object.values(compareTables(was as never, is as never)).flat()).toEqual([]);
  });

  test("and the usual schedule is one that there is", () => {
    expect(scheduleNamed(usualTerms.schedule)?.name).toBe(usualTerms.schedule);
  });
});

test("a driver of one's own counts by what it works out", () => {
  const own = (times: number): Driver => ({
    name: "own",
    options: { amount: 10 },
    build: (line) => f.multiply(line.value("amount", 10, "£"), f.constant(decimal(times), "number")),
  });
  const of = (times: number) =>
    programme("P", years("2025/26", "2026/27"), { source: "s" }, cost("C", own(times)));
  expect(stampOf(of(2)).inputs).not.toBe(stampOf(of(3)).inputs);
  expect(stampOf(appraise(of(2))).inputs).toBe(stampOf(of(2)).inputs);
});

describe("what is asked in turn", () => {
  const club = (sources: Parameters<typeof waterfall>[0]) =>
    programme(
      "Club",
      years("2024/25", "2024/25"),
      { source: "bid" },
      cost("Staff", 20_000),
      funding("Grant", waterfall(sources)),
    );
  const [grant, lottery] = [{ "up to": 15_000 }, { "up to": 12_000 }];

  test("has another fingerprint in another order, since other sources pay, and a comparison says so", () => {
    const [one, other] = [club({ Grant: grant, Lottery: lottery }), club({ Lottery: lottery, Grant: grant })];
    expect(stampOf(one).inputs).not.toBe(stampOf(other).inputs);
    expect([...sayingsOf(one).values()].map(({ text }) => text)).toContain("Grant; Lottery");
    expect([...sayingsOf(other).values()].map(({ text }) => text)).toContain("Lottery; Grant");
  });
});
