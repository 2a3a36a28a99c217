import fc from "fast-check";
import { evaluate, type Programme, stampOf } from "invest-to-save";
import { read, readProgramme, writeModel } from "invest-to-save/file";
import { describe, expect, test } from "vitest";
import { compareTables } from "../../src/table/comparison.ts";
import { textOf } from "../cli/repository.ts";
import { changes, type Data } from "./changes.ts";
import { everyDriver } from "./every-driver.ts";

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
