import fc from "fast-check";
import {
  type Assumption,
  decimal,
  InvestToSaveError,
  type Issue,
  type Programme,
  withValues,
  yearLabels,
} from "invest-to-save";
import { read, readProgramme } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { driverKinds } from "../../src/drivers/kinds.ts";
import { everyDriver } from "./every-driver.ts";

const zero = decimal(0);
const programme = readProgramme(JSON.stringify(everyDriver));
const inputs = [...programme.assumptions.values()].filter(({ basis }) => basis.kind !== "structure");

type Plain = { [key: string]: Plain } | Plain[] | string | number | boolean | undefined | null;

/** The model with a value in the place of an input. */
function written(path: readonly string[], value: string | number, data: Plain = everyDriver as Plain): Plain {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((own, at) => (String(at) === key ? written(rest, value, own) : own));
  const mapping = typeof data === "object" && data !== null ? data : {};
  return { ...mapping, [key]: written(rest, value, mapping[key]) };
}

/** The model with no more lines than it takes to say the same of an input: its own, and those that others name. */
function withLinesFor([section, label]: readonly string[], model: typeof everyDriver): Plain {
  const named = ["Team", "Conferences", "Budget", label];
  const kept = (of: object) => Object.fromEntries(Object.entries(of).filter(([own]) => named.includes(own)));
  if (section === "assumptions" || section === "indices") return model as Plain;
  const { costs, funding, savings } = model;
  return { ...model, costs: kept(costs), funding: kept(funding), savings: kept(savings) } as Plain;
}

/** Where the file has the number: a declared assumption has its value beside its unit, a number by period one for each. */
function placeOf({ path, value }: Assumption, period: string): readonly string[] {
  const own = path[0] === "assumptions" ? [...path, "value"] : path;
  return Array.isArray(value) && isByPeriod(own) ? [...own, period] : own;
}

function isByPeriod(path: readonly string[]): boolean {
  const found = path.reduce<Plain>((at, key) => (at as { [key: string]: Plain })[key], everyDriver as Plain);
  return typeof found === "object";
}

/** What a run says of a value: the issues that refuse it, or the warnings that remain. */
function set(of: Programme, key: string, value: string | number): readonly Issue[] {
  try {
    return withValues(of, { [key]: value }).issues;
  } catch (error) {
    if (!(error instanceof InvestToSaveError)) throw error;
    return error.issues;
  }
}

const inShort = (issues: readonly Issue[]) =>
  issues.map(({ code, severity }) => `${severity} ${code}`).sort();
const told = ["end-before-start", "year-outside-timeline"];
const words = (issues: readonly Issue[]) =>
  issues
    .filter(({ code, message }) => told.includes(code) || /shares of|pays for/.test(message))
    .map(({ message }) => message)
    .sort();

const amounts = fc.oneof(
  fc.constantFrom<string | number>(-1, 0, 0.5, 1, 1.5, 2, 7, 53, 54, "-0.01", "62%", "162%", "-5%"),
  fc.constantFrom("12k", "£5", "9,600", "(5)", "1e40", "0.1234567890123456789012345678901234567", "2m"),
  fc.integer({ min: -20_000, max: 20_000 }).map((n) => n / 100),
);
const whens = fc.oneof(
  fc.constantFrom("2024/25", "2035/36", "2025-02-30", "2025-13-01", "soon", "50%"),
  fc
    .tuple(
      fc.integer({ min: 2022, max: 2031 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`),
);
const chosen = fc.constantFrom(...inputs).chain((input) =>
  fc.record({
    input: fc.constant(input),
    value: input.edge === undefined ? amounts : whens,
    period: fc.constantFrom(...yearLabels(programme.timeline)),
  }),
);

describe("impossible input", () => {
  test("is refused when a run sets it just where the file would have been refused, and warned of just where it is", () => {
    fc.assert(
      fc.property(chosen, ({ input, value, period }) => {
        const place = placeOf(input, period);
        const own = (path: readonly string[]) => place[0] === "assumptions" || path[1] === place[1];
        const { issues } = read(JSON.stringify(written(place, value, withLinesFor(place, everyDriver))));
        const each = new Set(issues.map(({ code, message }) => `${code} ${message}`));
        expect(each.size, "nothing is told twice").toBe(issues.length);
        // What only follows from a line that is not there is told of other lines.
        const inFile = issues.filter(({ path }) => own(path));
        const byPeriod = place.length > placeOf({ ...input, value: zero }, period).length;
        const inRun = set(programme, byPeriod ? `${input.id}@${period}` : input.id, value);
        expect(inShort(inRun), `${input.id} ${period} ${value}`).toEqual(inShort(inFile));
        expect(words(inRun)).toEqual(words(inFile));
      }),
      { numRuns: 100 },
    );
  });

  test("is tried on every driver that takes a number", () => {
    const lines = [
      everyDriver.costs,
      everyDriver.funding,
      everyDriver.savings,
      everyDriver.memorandum.Counts.lines,
    ];
    const used = new Set(lines.flatMap((section) => Object.values(section).flatMap(Object.keys)));
    // These take a file, a text, no number at all, or what the others take; amounts by period stand without a name.
    const none = ["amounts", "amounts from", "formula", "waterfall"];
    expect(
      driverKinds
        .map(({ name }) => name)
        .filter((name) => !used.has(name))
        .sort(),
    ).toEqual(none.sort());
  });
});
