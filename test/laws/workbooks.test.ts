import fc from "fast-check";
import { type Programme, withValues } from "invest-to-save";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../src/workbook/make.ts";
import { bytesOf } from "../../src/workbook/write.ts";
import { disagreements } from "../workbook/agreement.ts";
import { changesOf, openInputs, typedOver, withValuesOf } from "../workbook/changing.ts";
import { recalculated } from "../workbook/libre-office.ts";
import { hasCloseCalls } from "./close-calls.ts";
import { oddOnes, oddProgramme } from "./formulas.ts";
import { built } from "./plan.ts";
import { plans } from "./programmes.ts";

/** So many programmes go through one process of the spreadsheet, which takes long to start. */
function several<T>(one: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength: count, maxLength: count });
}

const clear = (programme: Programme) => !hasCloseCalls(programme);
const planned = plans().map(built).filter(clear);
const odd = oddOnes.map(oddProgramme).filter(clear);

/** A programme, and the same one after every input was changed. */
const changed = planned
  .map((before) => {
    const after = withValuesOf(before, withValues(before, changesOf(before, openInputs(before))));
    return { before, after };
  })
  .filter(({ after }) => clear(after));

/** All are drawn at once, and a failure names its cell: trying smaller ones would start the spreadsheet again and again. */
const once = { numRuns: 1, endOnFailure: true } as const;

describe("a workbook with live formulas", () => {
  test("of any programme, and of lines of any formulas, has the exact values in every cell when it is recalculated", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(several(planned, 10), several(odd, 14), async (...programmes) => {
        const workbooks = programmes.flat().map((programme) => workbookOf(programme));
        const sheets = await recalculated(await Promise.all(workbooks.map(bytesOf)));
        for (const [i, workbook] of workbooks.entries())
          expect(disagreements(workbook, sheets[i] ?? new Map())).toEqual([]);
      }),
      once,
    );
  });

  test("into which somebody types other inputs follows them as the model does", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(several(changed, 8), async (drawn) => {
        const files = drawn.map(async ({ before, after }) => {
          const workbook = workbookOf(before);
          return typedOver(await bytesOf(workbook), workbook, before, after);
        });
        const sheets = await recalculated(await Promise.all(files));
        for (const [i, { after }] of drawn.entries())
          expect(disagreements(workbookOf(after), sheets[i] ?? new Map(), "figures")).toEqual([]);
      }),
      once,
    );
  });
});
