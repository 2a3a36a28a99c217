import fc from "fast-check";
import { evaluate, type Programme, stampOf } from "invest-to-save";
import { read, readProgramme, writeModel } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { compareTables } from "../../src/table/comparison.ts";
import { textOf } from "../cli/repository.ts";
import { everyDriver } from "./every-driver.ts";

type Data = { readonly [key: string]: unknown };

/** Every way to change one thing in some data: a value for another of its kind, or a key left out. */
function changes(
  data: unknown,
  path: readonly string[] = [],
): { at: string; make: (whole: Data) => unknown }[] {
  if (typeof data === "object" && data !== null)
    return Object.entries(data).flatMap(([key, own]) => [
      {
        at: `without ${[...path, key].join(" > ")}`,
        make: (whole) => withAt(whole, [...path, key], undefined),
      },
      ...changes(own, [...path, key]),
    ]);
  const others =
    typeof data === "number"
      ? [data + 1]
      : typeof data === "boolean"
        ? [!data]
        : [`${data}x`, `other ${data}`, 7];
  return others.map((other) => ({
    at: `${path.join(" > ")}: ${other}`,
    make: (whole) => withAt(whole, path, other),
  }));
}

function withAt(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((own, at) => (String(at) === key ? withAt(own, rest, value) : own));
  const own = data as Data;
  return { ...own, [key]: withAt(own[key], rest, value) };
}

describe.each([
  ["that has something of everything", readProgramme(textOf("test/gallery/models/hub.yaml"))],
  ["with every driver", readProgramme(JSON.stringify(everyDriver))],
])("a model %s", (_, model) => {
  const data = JSON.parse(writeModel(model, "json")) as Data;
  const before = evaluate(model);

  test("that says anything else than another is never told to be the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...changes(data)), ({ at, make }) => {
        const { programme } = read(JSON.stringify(make(data)));
        fc.pre(programme !== undefined && stampOf(programme).inputs !== stampOf(model).inputs);
        const found = compareTables(before, evaluate(programme as Programme));
        expect(Object.values(found).flat(), at).not.toEqual([]);
      }),
      { numRuns: 40, examples: [[{ at: "the title", make: (whole) => ({ ...whole, title: "Another" }) }]] },
    );
  });
});
