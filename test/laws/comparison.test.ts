import fc from "fast-check";
import { evaluate, type Programme, stampOf, withValues } from "invest-to-save";
import { read, readProgramme, writeModel } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { type Comparison, compareTables } from "../../src/table/comparison.ts";
import { saidChanges } from "../../src/table/said-changes.ts";
import { textOf } from "../cli/repository.ts";
import { changes, type Data } from "./changes.ts";
import { everyDriver } from "./every-driver.ts";

/** What stands at a place of some data. */
function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((own, key) => (own as Data | undefined)?.[key], data);
}

/** A comparison with its sides exchanged, in no order. */
function turned(found: Comparison): Record<string, unknown[]> {
  const lists = Object.entries(found).map(([name, all]) => [name, all.map(exchanged)]);
  return sorted(Object.fromEntries(lists));
}

function sorted(found: Record<string, readonly unknown[]>): Record<string, unknown[]> {
  const text = (one: unknown) => JSON.stringify(one);
  const lists = Object.entries(found).map(([name, all]) => [
    name,
    all.map(plain).sort((a, b) => (text(a) < text(b) ? -1 : 1)),
  ]);
  return Object.fromEntries(lists);
}

/** One row as plain data; labels are those of the second side, and what is written stands in no order. */
function plain(one: unknown): unknown {
  const { label: _, written, ...rest } = JSON.parse(JSON.stringify(one)) as Data;
  const own = Array.isArray(written) ? written.map((each) => JSON.stringify(each)).sort() : undefined;
  return Object.fromEntries(Object.entries({ ...rest, written: own }).sort());
}

function exchanged(one: unknown): unknown {
  const { before, after, difference, years, written, bounds, ...rest } = JSON.parse(
    JSON.stringify(one),
  ) as Data;
  const each = (list: unknown) => (Array.isArray(list) ? list.map(exchanged) : undefined);
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    ...(difference === undefined ? {} : { difference: negated(String(difference)) }),
    ...(years === undefined ? {} : { years: each(years) }),
    ...(written === undefined ? {} : { written: each(written) }),
    ...(bounds === undefined ? {} : { bounds: exchanged(bounds) }),
  };
}

function negated(numeral: string): string {
  if (numeral === "0") return numeral;
  return numeral.startsWith("-") ? numeral.slice(1) : `-${numeral}`;
}

describe.each([
  ["that has something of everything", readProgramme(textOf("test/gallery/models/hub.yaml"))],
  ["with every driver", readProgramme(JSON.stringify(everyDriver))],
])("a model %s", (_, model) => {
  const data = JSON.parse(writeModel(model, "json")) as Data;
  const before = evaluate(model);
  const changed = (make: (whole: Data) => unknown) => {
    const { programme } = read(JSON.stringify(make(data)));
    return programme !== undefined && stampOf(programme).inputs !== stampOf(model).inputs
      ? programme
      : undefined;
  };
  const leaves = changes(data).filter(({ path }) => typeof at(data, path) !== "object");

  test("is told to differ in nothing from itself", () => {
    const again = readProgramme(JSON.stringify(data));
    expect(Object.values(compareTables(before, evaluate(again))).flat()).toEqual([]);
  });

  test("that says anything else than another is never told to be the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...changes(data)), ({ at: place, make }) => {
        const programme = changed(make);
        fc.pre(programme !== undefined);
        const found = compareTables(before, evaluate(programme as Programme));
        expect(Object.values(found).flat(), place).not.toEqual([]);
      }),
      {
        numRuns: 20,
        examples: [[{ at: "the title", path: ["title"], make: (whole) => ({ ...whole, title: "Another" }) }]],
      },
    );
  });

  test("tells of one thing that is said otherwise in one row", () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves), ({ at: place, make }) => {
        const programme = changed(make);
        fc.pre(programme !== undefined);
        expect(Object.values(saidChanges(model, programme as Programme)).flat(), place).toHaveLength(1);
      }),
      { numRuns: 25 },
    );
  });

  test("compared the other way round is the same with its sides exchanged", () => {
    fc.assert(
      fc.property(fc.constantFrom(...changes(data)), fc.constantFrom(...changes(data)), (one, other) => {
        const [first, second] = [changed(one.make), changed(other.make)];
        fc.pre(first !== undefined && second !== undefined);
        const [old, now] = [evaluate(first as Programme), evaluate(second as Programme)];
        expect(turned(compareTables(now, old))).toEqual(sorted({ ...compareTables(old, now) }));
      }),
      { numRuns: 6 },
    );
  });

  test("with one number set for a run tells of that number alone, in one row", () => {
    const set = [...model.assumptions.values()].filter(
      ({ basis, value, unit }) => basis.kind !== "structure" && "toFixed" in value && unit !== "date",
    );
    for (const { id, value } of set) {
      const programme = triedWith(model, id, `${value}1`);
      if (programme === undefined) continue;
      const { inputs, ...others } = saidChanges(model, programme);
      expect(
        inputs.map(({ after, differs }) => [after?.id, differs]),
        id,
      ).toEqual([[id, ["value"]]]);
      expect(Object.values(others).flat(), id).toEqual([]);
    }
  });
});

function triedWith(model: Programme, id: string, value: string): Programme | undefined {
  try {
    return withValues(model, { [id]: value });
  } catch {
    return undefined;
  }
}
