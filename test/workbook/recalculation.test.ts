import { readdirSync } from "node:fs";
import { evaluate, type Programme, type RowId, withValues } from "invest-to-save";
import { readProgramme } from "invest-to-save/file";
import { beforeAll, describe, expect, test } from "vitest";
import { isDecimal } from "../../src/quantity/decimal.ts";
import { workbookOf } from "../../src/workbook/make.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { bytesOf } from "../../src/workbook/write.ts";
import { filesIn, root, textOf } from "../cli/repository.ts";
import { disagreements, figuresIn } from "./agreement.ts";
import { changesOf, openInputs, typedOver, withValuesOf } from "./changing.ts";
import { recalculated, type Values } from "./libre-office.ts";

const models = [
  ...readdirSync(`${root}/models`).map((name) => `models/${name}/model.yaml`),
  ...filesIn("test/gallery/models", ".yaml"),
];

const programmes = new Map(models.map((file) => [file, readProgramme(textOf(file), { file })]));

/** Inputs changed in a workbook: what stood in it before, and the programme that has the same values. */
interface Changed {
  readonly name: string;
  readonly before: Programme;
  readonly after: Programme;
}

/** All inputs of each model at once, and for the first model each alone. */
const changes = [...programmes].flatMap(([file, before], i): Changed[] => {
  const inputs = openInputs(before);
  const alone = i === 0 ? inputs.filter(({ value }) => isDecimal(value)).map((one) => [one]) : [];
  return [inputs, ...alone].map((some) => ({
    name: `${file}, ${some.length === 1 ? some[0]?.id : "every input"}`,
    before,
    // What is typed into a workbook leaves what it says of sources as it was.
    after: withValuesOf(before, withValues(before, changesOf(before, some))),
  }));
});

/** The workbooks as they are recalculated, by the file of their model or the name of their change. */
const sheets = new Map<string, Values>();

beforeAll(async () => {
  const own = models.map((file) => bytesOf(planted(workbookOf(programmeOf(file)))));
  const typed = changes.map(async ({ before, after }) => {
    const workbook = workbookOf(before);
    return typedOver(await bytesOf(workbook), workbook, before, after);
  });
  const all = await recalculated(await Promise.all([...own, ...typed]));
  for (const [i, name] of [...models, ...changes.map((one) => one.name)].entries())
    sheets.set(name, all[i] ?? new Map());
}, 600_000);

function programmeOf(file: string): Programme {
  const programme = programmes.get(file);
  if (programme === undefined) throw new Error(`there is no model ${file}`);
  return programme;
}

/** A workbook with wrong values beside its formulas: a spreadsheet that does not work them out again is found out. */
function planted(workbook: Workbook): Workbook {
  const worksheets = workbook.worksheets.map((worksheet) => ({
    ...worksheet,
    cells: worksheet.cells.map((cell) => {
      const { content } = cell;
      const wrong = content !== undefined && "formula" in content && typeof content.gives === "number";
      return wrong ? { ...cell, content: { ...content, gives: 123_456_789.125 } } : cell;
    }),
  }));
  return { ...workbook, worksheets };
}

describe.each(models)("the workbook of %s, recalculated,", (file) => {
  test("has our exact values in every cell, whatever stood beside its formulas", () => {
    const workbook = workbookOf(programmeOf(file));
    expect(figuresIn(workbook)).toBeGreaterThan(30);
    expect(disagreements(workbook, sheets.get(file) ?? new Map())).toEqual([]);
  });

  test("has every row of the model under its name, in the column of its period", () => {
    const programme = programmeOf(file);
    const table = evaluate(programme);
    const found = workedOut(programme, sheets.get(file) ?? new Map());
    expect([...found.keys()].sort()).toEqual([...programme.rows.keys()].sort());
    for (const [id, values] of found) {
      const exact = table.rows.get(id)?.values.map(Number) ?? [];
      const off = exact.filter((value, period) => !(Math.abs(value - Number(values[period])) < 0.005));
      expect(off, id).toEqual([]);
    }
  });
});

/** The rows that carry the name of a row of the model, from the first period on, as a reader looks them up. */
function workedOut(programme: Programme, values: Values): Map<RowId, unknown[]> {
  const found = new Map<RowId, unknown[]>();
  const named = (values.get("Workings")?.[3] ?? []).indexOf("Name in commands");
  const first = (values.get("Workings")?.[3] ?? []).lastIndexOf("Before") + 1;
  for (const row of [...(values.get("Workings") ?? []), ...(values.get("Checks") ?? [])]) {
    const id = row[named];
    if (typeof id === "string" && programme.rows.has(id)) found.set(id, row.slice(first));
  }
  return found;
}

describe("an assumption that is changed in the file", () => {
  test.each(changes)("changes all that follows from it: $name", ({ name, after }) => {
    expect(disagreements(workbookOf(after), sheets.get(name) ?? new Map(), "figures")).toEqual([]);
  });
});
